"""A nation's evening at the register: 1,000 desks of 250 venues, and their return after an outage.

The server is one process (and once two), the load another, on PostgreSQL and on SQLite. Each desk
has one connection, asks `me`, `changes`, `offers` and `activity` every 30 seconds, and sends a
visit a minute. Then all of them come back with 50 visits each. Figures of a busy machine say
little: beside them stand the machine's load and the pace of a bare loop.
"""

import asyncio
import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, perf_counter_ns
from typing import Any
from uuid import UUID, uuid4

from sync.protocol import dump_operation
from sync.rules.offers import Offer
from sync.rules.venues import Venue
from sync.server.services.central_register import CentralRegister
from tests.benchmarks.servers import DATABASES, database, serving
from tests.helpers.enrolling import new_token
from tests.helpers.samples import a_card, a_visit, an_offer

Figures = dict[str, Any]

VENUES = 250
CARDS = 5_000
ASK_EVERY = 30.0
RECORD_EVERY = 60.0
BACKLOG = 50
_GIVEN_UP_AFTER = 180.0
_STEPS = 500_000
_SINGLE = 300


@dataclass(frozen=True)
class Seat:
    """An enrolled desk: its token, the offer of its venue, and how far it has read the feeds."""

    token: str
    offer: str
    cursor: str = ""


@dataclass(frozen=True)
class Plan:
    """What the load's process is told."""

    urls: list[str]
    desks: list[Seat]
    evening_seconds: float = 0.0
    return_within: float = 0.0
    single_visits: int = 0


@dataclass
class Log:
    """Milliseconds that the calls took, by what was called, and what went wrong."""

    took: dict[str, list[float]] = field(default_factory=dict)
    failures: dict[str, int] = field(default_factory=dict)
    asked_to_wait: int = 0
    accepted: int = 0

    def note(self, name: str, began: float) -> None:
        """A call was answered."""
        self.took.setdefault(name, []).append((perf_counter() - began) * 1000)

    def fail(self, what: str) -> None:
        """A call went wrong."""
        self.failures[what] = self.failures.get(what, 0) + 1


def measure(folder: Path, *, desks: int, seconds: float) -> Figures:
    """The figures of both databases."""
    figures: Figures = {"before": machine()}
    for kind in DATABASES:
        (folder / kind).mkdir()
        figures[kind] = _measure(kind, folder / kind, desks, seconds)
    return figures | {"after": machine()}


def machine() -> Figures:
    """How fast the machine is just now, and how busy."""
    began = perf_counter_ns()
    total = 0
    for number in range(_STEPS):
        total += number * number
    step = (perf_counter_ns() - began) // _STEPS
    return {"load": round(os.getloadavg()[0], 1), "cores": os.cpu_count(), "python_step_ns": step}


def _measure(kind: str, folder: Path, desks: int, seconds: float) -> Figures:
    figures: Figures = {}
    with database(kind, folder) as url:
        enrolled = _fill(url, desks)
        with serving(url) as api:
            alone = load(folder, Plan([api], enrolled[:1], single_visits=_SINGLE))
            figures["single_visits_a_second"] = round(_SINGLE / alone["seconds"])
            evening = load(folder, Plan([api], enrolled, evening_seconds=seconds))
            figures["evening"] = _spreads(evening)
            for within in (60.0, 5.0):
                back = load(folder, Plan([api], enrolled, return_within=within))
                figures[f"return_within_{within:.0f}_s"] = _spreads(back)
        if kind == "postgresql":
            with ExitStack() as stack:
                apis = [stack.enter_context(serving(url)) for _ in range(2)]
                back = load(folder, Plan(apis, enrolled, return_within=5.0))
            one = figures["return_within_5_s"]["drained_seconds"]
            figures["two_processes"] = _spreads(back) | {
                "ratio": round(back["drained_seconds"] / one, 2),
                "target": "0.7 or less",
            }
    return figures


def _fill(url: str, desks: int) -> list[Seat]:
    central = CentralRegister.open(url)
    central.change_cards(a_card(card_number(number)) for number in range(CARDS))
    venues = [Venue(f"v{number}", f"Talo {number}", "Espoo") for number in range(VENUES)]
    enrolled = enrol(central, desks, venues, {venue.id: an_offer() for venue in venues})
    central.database.analyse()
    central.close()
    return enrolled


def card_number(number: int) -> str:
    """Of one of the cards."""
    return f"K{number:06}"


def enrol(
    central: CentralRegister, desks: int, venues: Sequence[Venue], offers: Mapping[str, Offer]
) -> list[Seat]:
    """Put venues, each with its offer, and enrol so many desks at them in turn."""
    central.put_venues(venues)
    for venue_id, offer in offers.items():
        central.put_offers(venue_id, [offer])
    enrolled = []
    for number in range(desks):
        venue_id = venues[number % len(venues)].id
        enrolled.append(Seat(new_token(central, venue_id), str(offers[venue_id].id)))
    return enrolled


def load(folder: Path, plan: Plan) -> Figures:
    """Run the load in a process of its own."""
    file = folder / "plan.json"
    file.write_text(json.dumps(asdict(plan)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.nation", str(file)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    figures: Figures = json.loads(done.stdout)
    return figures


def _spreads(figures: Figures) -> Figures:
    """What a person wants to see of a load."""
    beside = {name: value for name, value in figures.items() if name != "took"}
    return beside | {name: spread(took) for name, took in sorted(figures["took"].items())}


def spread(milliseconds: list[float]) -> Figures:
    """Of calls, how long they took."""
    hundredths = quantiles(milliseconds, n=100) if len(milliseconds) > 1 else milliseconds * 100
    return {
        "calls": len(milliseconds),
        "p50_ms": round(median(milliseconds), 1),
        "p99_ms": round(hundredths[98], 1),
        "worst_ms": round(max(milliseconds), 1),
    }


# The load


class LoadDesk:
    """One desk on one connection that is kept alive; it speaks as little HTTP as will do."""

    def __init__(self, url: str, seat: Seat, log: Log) -> None:
        self._host, _, port = url.removeprefix("http://").partition(":")
        self._port = int(port)
        self._head = f"Host: x\r\nAuthorization: Bearer {seat.token}\r\n"
        self._offer_id = UUID(seat.offer)
        self._log = log
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._cursors = {"offers": seat.cursor, "activity": seat.cursor}
        self._revision = 0

    async def ask(self) -> None:
        """A cycle without anything to send."""
        me = await self._get("me", "/me")
        self._revision = me.get("register_revision", self._revision)
        await self._get("changes", f"/register/changes?after={self._revision}")
        for name, cursor in self._cursors.items():
            page = await self._get(name, f"/{name}" + (f"?after={cursor}" if cursor else ""))
            self._cursors[name] = page.get("cursor", cursor)

    async def record(self, count: int, name: str = "visit") -> None:
        """Send so many visits, however often the register asks to come back."""
        visits = [self._visit() for _ in range(count)]
        body = json.dumps({"operations": visits}).encode()
        while True:
            began = perf_counter()
            status, head, answer = await self._call("POST", "/operations", body)
            if status == 200:
                self._log.note(name, began)
                outcomes = [result["outcome"] for result in answer["results"]]
                self._log.accepted += outcomes.count("accepted") + outcomes.count("duplicate")
                if set(outcomes) != {"accepted"}:
                    self._log.fail("outcome")
                return
            self._log.asked_to_wait += 1
            await asyncio.sleep(float(head.get("retry-after", 5)) * random.uniform(0.8, 1.2))

    async def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()

    async def _get(self, name: str, path: str) -> dict[str, Any]:
        began = perf_counter()
        status, _, answer = await self._call("GET", path, b"")
        self._log.note(name, began)
        if status != 200:
            self._log.fail(f"{name} {status}")
            return {}
        return answer

    async def _call(
        self, method: str, path: str, body: bytes
    ) -> tuple[int, dict[str, str], dict[str, Any]]:
        request = f"{method} /desk/v1{path} HTTP/1.1\r\n{self._head}"
        if body:
            request += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        try:
            if self._streams is None:
                self._streams = await asyncio.open_connection(self._host, self._port)
            reader, writer = self._streams
            writer.write(request.encode() + b"\r\n" + body)
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            fields = dict(line.lower().split(": ", 1) for line in head[1:] if line)
            answer = await reader.readexactly(int(fields.get("content-length", 0)))
        except (OSError, asyncio.IncompleteReadError) as cut:
            self._log.fail(type(cut).__name__)
            self._streams = None
            return 0, {"retry-after": "1"}, {}
        if fields.get("connection") == "close":
            self._streams = None
        return int(head[0].split()[1]), fields, json.loads(answer)

    def _visit(self) -> dict[str, Any]:
        number = card_number(random.randrange(CARDS))
        visit = a_visit(self._offer_id, number=number, at=datetime.now(UTC))
        visit = replace(visit, id=uuid4(), register_revision=self._revision)
        return dump_operation(visit)


async def _run(plan: Plan) -> Figures:
    log = Log()
    desks = [
        LoadDesk(plan.urls[number % len(plan.urls)], seat, log)
        for number, seat in enumerate(plan.desks)
    ]
    began = perf_counter()
    figures: Figures = {}
    if plan.single_visits:
        await desks[0].ask()  # it knows the register that it judges by
        began = perf_counter()
        for _ in range(plan.single_visits):
            await desks[0].record(1)
    elif plan.evening_seconds:
        await _evening(desks, plan.evening_seconds)
    else:
        for desk in desks:  # before the outage: each knows the register and its feeds
            await desk.ask()
        log.took.clear()
        began = perf_counter()
        figures["drained_seconds"] = await _return(desks, plan.return_within)
    figures["seconds"] = round(perf_counter() - began, 2)
    for desk in desks:
        await desk.close()
    return figures | asdict(log)


async def _evening(desks: list[LoadDesk], seconds: float) -> None:
    async def live(desk: LoadDesk) -> None:
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        ask = loop.time() + random.uniform(0, ASK_EVERY)
        record = loop.time() + random.uniform(0, RECORD_EVERY)
        while (due := min(ask, record)) < ends:
            await asyncio.sleep(max(0.0, due - loop.time()))
            if due == ask:
                ask += ASK_EVERY
                await desk.ask()
            else:
                record += RECORD_EVERY
                await desk.record(1)

    await asyncio.gather(*(live(desk) for desk in desks))


async def _return(desks: list[LoadDesk], within: float) -> float:
    """All come back with a backlog, and ask as ever; seconds until the last visit is accepted."""
    began = perf_counter()

    async def come_back(desk: LoadDesk) -> None:
        await asyncio.sleep(random.uniform(0, within))
        await desk.ask()
        await desk.record(BACKLOG, "backlog")
        drained.append(perf_counter() - began)
        await asyncio.sleep(random.uniform(0, ASK_EVERY))
        while len(drained) < len(desks):
            await desk.ask()
            await asyncio.sleep(ASK_EVERY)

    drained: list[float] = []
    async with asyncio.timeout(_GIVEN_UP_AFTER):
        await asyncio.gather(*(come_back(desk) for desk in desks))
    return round(max(drained), 1)


if __name__ == "__main__":
    content = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    content["desks"] = [Seat(**seat) for seat in content["desks"]]
    sys.stdout.write(json.dumps(asyncio.run(_run(Plan(**content)))))
