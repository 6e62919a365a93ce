"""One desk of :mod:`tests.endurance.house`, as a program of its own: a command a line, as JSON.

The register is reached through a socket file, since a network of its own has no other loopback.
"""

import asyncio
import json
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.devices.clock import SystemClock
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.errors import DeskError, RefusedError
from desk_app.services.recording import VisitRequest

_TRUTH = """
    SELECT visits.id FROM visits JOIN operations ON operations.id = visits.id
    WHERE operations.state <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = visits.id)
    UNION SELECT activity.id FROM activity WHERE activity.state = 'accepted'
    AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = activity.id)
    ORDER BY 1
"""


class SkewedClock(SystemClock):
    """The machine's clock, wrong by some minutes."""

    def __init__(self, minutes: float) -> None:
        super().__init__()
        self._off = timedelta(minutes=minutes)

    def now(self) -> datetime:
        return super().now() + self._off


class Road:
    """The way to the register, which is there or not."""

    def __init__(self, socket_file: str) -> None:
        self.is_open = True
        self.port = 0
        self._file = socket_file
        self._ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True).start()
        self._ready.wait(10)

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._relay, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await server.serve_forever()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.is_open:
            writer.close()
            return
        there, back = await asyncio.open_unix_connection(self._file)
        await asyncio.gather(self._pump(reader, back), self._pump(there, writer))

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while self.is_open and (piece := await reader.read(1 << 16)):
                writer.write(piece)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()


def answer(  # noqa: PLR0911 - one for each command
    app: App, road: Road, asked: dict[str, object]
) -> object:
    """Do one thing."""
    match asked["do"]:
        case "sell":
            request = VisitRequest(number=str(asked["card"]), offer_id=UUID(str(asked["offer"])))
            try:
                return str(app.services.recording.record(request).visit.id)
            except RefusedError:
                app.neighbours.need(request.offer_id, 1)
                return None
        case "void":
            try:
                app.services.voiding.void(UUID(str(asked["id"])))
            except DeskError:
                return False
            return True
        case "road":
            road.is_open = bool(asked["open"])
            app.sync_worker.send_now()
        case "truth":
            return [row[0] for row in app.opened.database.rows(_TRUTH)]
        case "pending":
            return app.services.journal.count().pending
        case "seen":
            return sum(each.in_reach for each in app.neighbours.status().desks)
    return True


def main() -> None:
    """Open the desk in a folder, enrol it where it is new, and obey."""
    folder, socket_file, name, code, minutes, shares = sys.argv[1:]
    road = Road(socket_file)
    home = Home(Path(folder))
    words = Messages(catalogue("en"), "en")
    secrets = f"file:{home.folder / 'secrets.json'}"
    with App.open(home, secrets, words, clock=SkewedClock(float(minutes))) as app:
        if shares == "off":
            app.neighbours.top_up = lambda *_, **__: None  # type: ignore[method-assign]  # what the checker has to find
        url = f"http://127.0.0.1:{road.port}"
        if app.desk.record() is None:
            app.services.enrolling.enrol(api_url=url, code=code, desk_name=name, ca_file=None)
        else:  # the road has another port after each start
            app.desk._set(api_url=url)
        app.start_sync_worker(lambda _: None)
        app.neighbours.start()
        print(json.dumps("ready"), flush=True)  # noqa: T201 - it is the answer
        for line in sys.stdin:
            print(json.dumps(answer(app, road, json.loads(line))), flush=True)  # noqa: T201 - it is the answer


if __name__ == "__main__":
    main()
