"""One desk of :mod:`tests.endurance.neighbours`, as a program of its own: commands a line, as JSON.

The register is reached through a socket file, since a network of its own has no other loopback.
"""

import asyncio
import hashlib
import json
import sys
import threading
import time
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
from sync.lan.discovery import NoFinder
from tests.endurance.networks import enter

_TRUTH = """
    SELECT visits.id FROM visits JOIN operations ON operations.id = visits.id
    WHERE operations.state <> 'withdrawn' {these_visits}
    AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = visits.id)
    UNION SELECT activity.id FROM activity WHERE activity.state = 'accepted' {these_activities}
    AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = activity.id)
    ORDER BY 1
"""
_ALL = _TRUTH.format(these_visits="", these_activities="")
_CHANGED = """
    SELECT news.seq, coalesce(operations.visit_id, news.id) FROM news
    LEFT JOIN operations ON operations.id = news.id WHERE news.seq > ? ORDER BY news.seq
"""
_KNOWN = "SELECT state, code, carried_from FROM operations WHERE visit_id = ? OR id = ?"
_UNSENT = """
    SELECT kind, state, code, detail, tries, next_try_at FROM operations
    WHERE state IN ('pending', 'sending')
"""
_AT_ONCE = 200


class SkewedClock(SystemClock):
    """The machine's clock, wrong by some minutes."""

    def __init__(self, minutes: float) -> None:
        super().__init__()
        self._off = timedelta(minutes=minutes)

    def now(self) -> datetime:
        return super().now() + self._off


class Proxy:
    """The way to the register, which is there or not."""

    def __init__(self, socket_file: str) -> None:
        self.is_open = True
        self.port = 0
        self._file = socket_file
        self._ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True).start()
        self._ready.wait(60)

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


class CommandedDesk:
    """The desk, and what it is told to do."""

    def __init__(self, app: App, proxy: Proxy) -> None:
        self._app = app
        self._proxy = proxy
        self._reached = 0
        self._truth: set[str] = set()
        self._digest = 0

    def answer(self, asked: dict[str, object]) -> object:
        """Do one thing."""
        match asked["do"]:
            case "record":
                return self._hand_out(str(asked["card"]), str(asked["offer"]))
            case "void":
                return self._void(str(asked["id"]))
            case "operations":
                visit = str(asked["id"]).replace("-", "")
                return self._app.opened.database.rows(_KNOWN, visit, visit)
            case "unsent":
                return [[*row] for row in self._app.opened.database.rows(_UNSENT)]
            case "proxy":
                self._proxy.is_open = bool(asked["open"])
                self._app.sync_worker.send_now()
                return True
            case question:
                return self._answer(str(question))

    def _answer(self, question: str) -> object:
        match question:
            case "truth":
                return self._look()
            case "whole truth":
                return [row[0] for row in self._app.opened.database.rows(_ALL)]
            case "inbox":
                items = self._app.services.rejections.items()
                return [(f"{each.id}", each.code, each.waits, each.carried_from) for each in items]
            case "processor seconds":
                return time.process_time()
            case "unsettled":
                count = self._app.services.journal.count()
                return count.pending, count.attention - count.used_twice
            case _:  # how many are seen
                return sum(each.in_reach for each in self._app.neighbours.status().desks)

    def _hand_out(self, card: str, offer: str) -> str | None:
        request = VisitRequest(number=card, offer_id=UUID(offer))
        try:
            return str(self._app.services.recording.record(request).visit.id)
        except RefusedError:
            self._app.neighbours.need(request.offer_id, 1)
            return None

    def _void(self, visit: str) -> bool:
        try:
            self._app.services.voiding.void(UUID(visit))
        except DeskError:
            return False
        return True

    def _look(self) -> str:
        """What stands for all visits that are known and in force here; only changes are read."""
        database = self._app.opened.database
        rows = database.rows(_CHANGED, self._reached)
        changed = [*{row[1] for row in rows}]
        for start in range(0, len(changed), _AT_ONCE):
            some = changed[start : start + _AT_ONCE]
            places = ", ".join("?" for _ in some)
            asked = _TRUTH.format(
                these_visits=f"AND visits.id IN ({places})",
                these_activities=f"AND activity.id IN ({places})",
            )
            now = {row[0] for row in database.rows(asked, *some, *some)}
            for visit in (self._truth & set(some)) ^ now:
                self._truth ^= {visit}
                self._digest ^= int.from_bytes(hashlib.sha256(visit.encode()).digest()[:16])
        self._reached = rows[-1][0] if rows else self._reached
        return f"{self._digest:032x}"


def main() -> None:
    """Open the desk in a folder and a network, enrol it where it is new, and obey."""
    namespace, folder, socket_file, name, code, minutes, shares, finds = sys.argv[1:]
    if namespace:
        enter(namespace)
    proxy = Proxy(socket_file)
    home = Home(Path(folder))
    words = Messages(catalogue("en"), "en")
    secrets = f"file:{home.folder / 'secrets.json'}"
    with App.open(home, secrets, words, clock=SkewedClock(float(minutes))) as app:
        if finds == "entered":
            app.neighbours.find_by(NoFinder)
        if shares == "off":
            app.neighbours.top_up = lambda *_, **__: None  # type: ignore[method-assign]  # what the checker has to find
        url = f"http://127.0.0.1:{proxy.port}"
        if app.desk.record() is None:
            app.services.enrolling.enrol(api_url=url, code=code, desk_name=name, ca_file=None)
        else:  # the proxy has another port after each start
            app.desk._set(api_url=url)
        app.start_sync_worker(lambda _: None)
        app.neighbours.start()
        print(json.dumps("ready"), flush=True)  # noqa: T201 - it is the answer
        desk = CommandedDesk(app, proxy)
        for line in sys.stdin:
            for asked in json.loads(line):  # one answer each, as soon as it is known
                print(json.dumps(desk.answer(asked)), flush=True)  # noqa: T201 - it is the answer


if __name__ == "__main__":
    main()
