"""Desks of a house as real programs, each in a network of its own: cuts, kills, wrong clocks.

``python -m tests.endurance.house --desks 5 --visits 20000`` (as root, with ``ip netns``) has desks
hand out tickets while networks are cut into groups and healed, programs are killed, and the
register comes and goes. Then a checker compares what the desks acknowledged with what the register
holds. With ``--shares off`` more is handed out than there is, and the checker has to say so. The
report is JSON; the exit status is 1 unless nothing was lost, doubled or over a quota.
"""

import argparse
import asyncio
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from sync.rules.offers import Offer, OfferKind, Quota
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, an_offer

CARDS = [f"HOUSE{number:04}" for number in range(400)]
LONGEST_REST = 40.0


def ip(*words: str) -> None:
    """Run ``ip`` of iproute2."""
    subprocess.run(["ip", *words], check=True, capture_output=True)


@dataclass
class Report:
    """What came of it."""

    desks: int
    shares: str
    acknowledged: int = 0
    refused: int = 0
    voided: int = 0
    cuts: int = 0
    kills: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    over_quota: int = 0
    seconds: float = 0.0
    seconds_to_agree: list[float] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether all is as it has to be."""
        return self.lost == self.doubled == self.wrong == self.over_quota == 0


class Desk:
    """A desk's program in its network; ``number`` counts from 1."""

    def __init__(self, folder: Path, number: int, socket_file: str, code: str, shares: str) -> None:
        self.number = number
        self.space, self.plug = f"lan{number}", f"lanv{number}"
        home = folder / f"desk{number}"
        home.mkdir()
        (home / "settings.json").write_text(json.dumps({"neighbours_on": True}))
        self._command = [
            *(
                "ip",
                "netns",
                "exec",
                self.space,
                sys.executable,
                "-m",
                "tests.endurance.house_desk",
            ),
            *(str(home), socket_file, f"Luukku {number}", code, f"{(number - 2) * 7}", shares),
        ]
        ip("netns", "add", self.space)
        ip("link", "add", self.plug, "type", "veth", "peer", "name", "eth0", "netns", self.space)
        ip("link", "set", self.plug, "master", "lanbr0", "up")
        for words in (
            ["link", "set", "lo", "up"],
            ["addr", "add", f"10.77.0.{10 + number}/24", "dev", "eth0"],
            ["link", "set", "eth0", "up"],
            ["route", "add", "224.0.0.0/4", "dev", "eth0"],
        ):
            ip("-n", self.space, *words)
        self.acknowledged: list[str] = []
        self.start()

    def start(self) -> None:
        """Start the program."""
        self.process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._read()

    def ask(self, do: str, **more: object) -> Any:  # noqa: ANN401 - JSON
        """Have it do something; its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self.process.stdin.flush()
        return self._read()

    def _read(self) -> Any:  # noqa: ANN401 - JSON
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"desk {self.number} has ended")
        return json.loads(line)

    def kill(self) -> None:
        """Kill it, and start it again. What it had acknowledged has to be there."""
        self.process.kill()
        self.process.wait()
        self.start()

    def close(self) -> None:
        """End it, and take its network away."""
        self.process.kill()
        self.process.wait()
        for words in (["link", "del", self.plug], ["netns", "del", self.space]):
            with suppress(subprocess.CalledProcessError):
                ip(*words)


def serve_socket(file: str, port: int) -> None:
    """Lead a socket file to the register's port, in a thread."""

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", port)

        async def pump(one: asyncio.StreamReader, other: asyncio.StreamWriter) -> None:
            with suppress(OSError):
                while piece := await one.read(1 << 16):
                    other.write(piece)
                    await other.drain()
            other.close()

        await asyncio.gather(pump(reader, back), pump(there, writer))

    async def serve() -> None:
        server = await asyncio.start_unix_server(relay, file)
        await server.serve_forever()

    threading.Thread(target=lambda: asyncio.run(serve()), daemon=True).start()


class House:
    """The whole story."""

    def __init__(self, plan: argparse.Namespace, folder: Path, register: LiveRegister) -> None:
        self.report = Report(plan.desks, plan.shares)
        self._luck = random.Random(plan.seed)
        self._visits = plan.visits
        self._offers: list[Offer] = [an_offer(name="Uimahalli")]
        for number in range(plan.desks):
            show = an_offer(name=f"Näytelmä {number}")
            quota = Quota(30 + 10 * number, 0)
            self._offers.append(replace(show, kind=OfferKind.EVENT, quota=quota))
        self._register = register
        register.import_venues([VENUE])
        register.import_cards(a_card(number) for number in CARDS)
        register.import_offers(VENUE.id, self._offers)
        file = str(folder / "register.socket")
        serve_socket(file, int(register.url.rpartition(":")[2]))
        self.desks: list[Desk] = []
        for number in range(1, plan.desks + 1):
            code = register.activation(VENUE.id)
            self.desks.append(Desk(folder, number, file, code, plan.shares))
        self._given = Counter[str]()
        self._offer_of: dict[str, str] = {}
        self._voided: set[str] = set()

    def tell(self) -> None:
        """Begin together, then cut, heal, kill and sell; at the end all comes to rest."""
        began = time.monotonic()
        everybody = len(self.desks) - 1
        for _ in range(3):  # so that everybody has told its certificate, and heard the others'
            for desk in self.desks:
                desk.ask("road", open=True)
            time.sleep(2)
        self._wait(lambda: all(desk.ask("seen") == everybody for desk in self.desks))
        print(f"together after {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)  # noqa: T201 - it is the answer
        time.sleep(3)
        while self.report.acknowledged < self._visits:
            for desk in self.desks:
                desk.ask("road", open=self._luck.random() < 0.2)
            self._cut()
            self._sell(max(self._visits // 12, 20))
            if self._luck.random() < 0.6:
                self._luck.choice(self.desks).kill()
                self.report.kills += 1
            self._sell(max(self._visits // 12, 20))
            for desk in self.desks:
                desk.ask("road", open=False)
            self._heal()
        for desk in self.desks:
            desk.ask("road", open=True)
        self._wait(lambda: all(desk.ask("pending") == 0 for desk in self.desks))
        self._check()
        self.report.seconds = round(time.monotonic() - began, 1)

    def _cut(self) -> None:
        self.report.cuts += 1
        for desk in self.desks:
            ip("link", "set", desk.plug, "master", f"lanbr{self._luck.randrange(2)}")

    def _heal(self) -> None:
        """One network again; how long until all know the same."""
        for desk in self.desks:
            ip("link", "set", desk.plug, "master", "lanbr0")
        healed = time.monotonic()
        if self._wait(self._agree):
            self.report.seconds_to_agree.append(round(time.monotonic() - healed, 2))
        print(self.report, file=sys.stderr, flush=True)  # noqa: T201 - it takes long

    def _agree(self) -> bool:
        truths = [desk.ask("truth") for desk in self.desks]
        return all(truth == truths[0] for truth in truths)

    def _sell(self, attempts: int) -> None:
        for _ in range(attempts):
            desk = self._luck.choice(self.desks)
            offer = self._luck.choice(self._offers)
            card = self._luck.choice(CARDS)
            visit = desk.ask("sell", card=card, offer=str(offer.id))
            if visit is None:
                self.report.refused += 1
                continue
            self.report.acknowledged += 1
            desk.acknowledged.append(visit)
            self._given[str(offer.id)] += 1
            self._offer_of[visit] = str(offer.id)
            if self._luck.random() < 0.05:
                back = self._luck.choice(desk.acknowledged)
                if back not in self._voided and desk.ask("void", id=back):
                    self._voided.add(back)
                    self._given[self._offer_of[back]] -= 1
            self._note_quota(offer)

    def _note_quota(self, offer: Offer) -> None:
        if offer.quota is not None:
            over = self._given[str(offer.id)] - offer.quota.total
            self.report.over_quota = max(self.report.over_quota, over)

    def _wait(self, is_so: Callable[[], bool]) -> bool:
        until = time.monotonic() + LONGEST_REST
        while not is_so():
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
        return True

    def _check(self) -> None:
        """Compare what was acknowledged with what the register holds."""
        there = self._register.visits()
        times = Counter(str(visit.id) for visit in there)
        states = {str(visit.id): str(visit.state) for visit in there}
        acknowledged = {visit for desk in self.desks for visit in desk.acknowledged}
        self.report.voided = len(self._voided)
        self.report.lost = len(acknowledged - times.keys())
        self.report.doubled = sum(count - 1 for count in times.values())
        for visit in acknowledged & times.keys():
            meant = "voided" if visit in self._voided else "accepted"
            self.report.wrong += states[visit] != meant


def main() -> int:
    """Tell the story, and print what came of it."""
    arguments = argparse.ArgumentParser(description="Desks of a house under cuts and kills.")
    arguments.add_argument("--desks", type=int, default=5)
    arguments.add_argument("--visits", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--shares", choices=["on", "off"], default="on")
    plan = arguments.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="house-"))
    bridges = ("lanbr0", "lanbr1")
    house = None
    try:
        for bridge in bridges:
            ip("link", "add", bridge, "type", "bridge", "mcast_snooping", "0")
            ip("link", "set", bridge, "up")
        with LiveRegister(folder) as register:
            house = House(plan, folder, register)
            try:
                house.tell()
            finally:
                for desk in house.desks:
                    desk.close()
    except (subprocess.CalledProcessError, FileNotFoundError) as refused:
        print(f"networks of their own are not to be had here: {refused}", file=sys.stderr)  # noqa: T201 - it is the answer
        return 2
    finally:
        for bridge in bridges:
            with suppress(subprocess.CalledProcessError, FileNotFoundError):
                ip("link", "del", bridge)
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(asdict(house.report) | {"good": house.report.is_good}))  # noqa: T201 - it is the answer
    return 0 if house.report.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
