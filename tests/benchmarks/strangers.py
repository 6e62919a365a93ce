"""Hostile connections of five kinds beside honest desks: what these notice, and what it costs.

The server is one process on SQLite, the desks another, the strangers a third. First the desks are
alone, and then beside the strangers, who come from addresses of their own and come again whenever
they are cut off. Figures are ratios to the quiet time before: the machine may be busy.
"""

import asyncio
import gzip
import itertools
import json
import os
import random
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

from sync.server.services.central_register import CentralRegister
from tests.benchmarks.nation import CARDS, LoadDesk, Log, Seat, spread
from tests.benchmarks.servers import server_process
from tests.helpers.enrolling import new_token
from tests.helpers.samples import VENUE, a_card, an_offer

Figures = dict[str, Any]
_MIB = 1 << 20
_ASK_EVERY = 6.0
"""Seconds between two cycles of a desk, each with a visit: ten times as often as desks do it."""
_NOW_AND_THEN = 4.0
"""Seconds between two bytes of those who dawdle, and at most before one who was cut comes again."""


@dataclass(frozen=True)
class Plan:
    """What the load's processes are told."""

    url: str
    desks: list[tuple[str, str]]  # token and offer of each
    strangers: int
    seconds: float
    every: float  # seconds between two cycles of a desk


def measure(folder: Path, *, connections: int, desks: int, seconds: float) -> Figures:
    """Memory and the desks' waits, quiet and beside the strangers."""
    db = f"sqlite:///{folder / 'register.db'}"
    enrolled = fill(db, desks)
    with server_process(db) as (pid, url):
        plan = Plan(url, enrolled, connections, seconds, min(_ASK_EVERY, seconds / 3))
        _run("desks", replace(plan, seconds=plan.every * 1.2), folder)  # not measured: it warms up
        with _watched(pid) as memory:
            began = _cpu(pid)
            quiet = _run("desks", plan, folder)
            quiet_cpu = _cpu(pid) - began
        quiet_memory = max(memory)
        with _hostile(plan, folder) as strangers, _watched(pid) as memory:
            began, at = _cpu(pid), monotonic()
            beside = _run("desks", plan, folder)
            busy = (_cpu(pid) - began) / (monotonic() - at)
    hostile = json.loads(strangers[0])
    alone, crowded = spread(quiet["calls"]), spread(beside["calls"])
    return {
        "machine": {"load": round(os.getloadavg()[0], 1), "cores": os.cpu_count()},
        "strangers": {"connections": connections, **hostile},
        "quiet": alone | {"failures": quiet["failures"], "memory_mib": _mib(quiet_memory)},
        "crowded": crowded | {"failures": beside["failures"], "memory_mib": _mib(max(memory))},
        "server_cores": {"quiet": round(quiet_cpu / seconds, 2), "crowded": round(busy, 2)},
        "memory_growth_mib": _mib(max(memory) - quiet_memory),
        "memory_target": "50 or less",
        "p99_ratio": round(crowded["p99_ms"] / alone["p99_ms"], 2),
        "p99_target": "3 or less",
    }


def _cpu(pid: int) -> float:
    """Seconds of a core that a process has taken, which say more than waits on a busy machine."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _mib(octets: int) -> float:
    return round(octets / _MIB, 1)


def fill(db: str, desks: int) -> list[tuple[str, str]]:
    """A register of desks; the token of each, and the offer that it records for."""
    central = CentralRegister.open(db)
    offer = an_offer()
    central.put_venues([VENUE])
    central.put_offers(VENUE.id, [offer])
    central.change_cards(a_card(f"K{number:06}") for number in range(CARDS))
    enrolled = [(new_token(central, VENUE.id), str(offer.id)) for _ in range(desks)]
    central.close()
    return enrolled


@contextmanager
def _watched(pid: int) -> Iterator[list[int]]:
    """The bytes of a process that lie in memory, looked at all along."""
    seen: list[int] = []
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
            seen.append(int(pages) * os.sysconf("SC_PAGESIZE"))
            over.wait(0.1)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def _command(who: str, plan: Plan, folder: Path) -> list[str]:
    file = folder / f"{who}.json"
    file.write_text(json.dumps(asdict(plan)), encoding="utf-8")
    return [sys.executable, "-m", "tests.benchmarks.strangers", who, str(file)]


def _run(who: str, plan: Plan, folder: Path) -> Figures:
    command = _command(who, plan, folder)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout)
    return figures


@contextmanager
def _hostile(plan: Plan, folder: Path) -> Iterator[list[str]]:
    """The strangers while the block lasts, once all are there; then what they have to tell."""
    lines: list[str] = []
    with subprocess.Popen(
        _command("strangers", plan, folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as strangers:
        assert strangers.stdout is not None
        strangers.stdout.readline()
        yield lines
        lines.append(strangers.communicate("over\n")[0])


# The desks


async def work(plan: Plan) -> Figures:
    """The desks' work, and how long each call took."""
    log = Log()
    ends = monotonic() + plan.seconds

    async def live(desk: LoadDesk) -> None:
        await asyncio.sleep(random.uniform(0, plan.every))
        while True:
            await desk.ask()
            await desk.record(1)
            if monotonic() >= ends:
                break
            await asyncio.sleep(random.uniform(0.8, 1.2) * plan.every)
        await desk.close()

    desks = [LoadDesk(plan.url, Seat(token, offer), log) for token, offer in plan.desks]
    await asyncio.gather(*map(live, desks))
    return {"calls": [took for each in log.took.values() for took in each], **asdict(log)}


# The strangers

_BODY = gzip.compress(random.Random(1).randbytes(_MIB), compresslevel=1)
_HEAD = "Host: x\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _send_nothing(streams: Streams, _token: str) -> None:
    await streams[0].read()


async def _dawdle(streams: Streams, _token: str) -> None:
    """A head that never ends, a byte at a time."""
    for letter in itertools.cycle("GET /desk/v1/me HTTP/1.1\r\nX: "):
        streams[1].write(letter.encode())
        await streams[1].drain()
        await asyncio.sleep(_NOW_AND_THEN)


async def _pour(streams: Streams, token: str) -> None:
    """A body of 1 MiB under a made-up token."""
    head = f"POST /desk/v1/operations HTTP/1.1\r\n{_HEAD.format(token=token)}"
    head += f"Content-Encoding: gzip\r\nContent-Length: {len(_BODY)}\r\n\r\n"
    streams[1].write(head.encode() + _BODY)
    await streams[0].read()


async def _trickle(streams: Streams, token: str) -> None:
    """A body to a call that needs no token, a byte at a time."""
    head = f"POST /desk/v1/enrolments HTTP/1.1\r\n{_HEAD.format(token=token)}"
    streams[1].write(f"{head}Content-Length: 16000\r\n\r\n".encode())
    while True:
        streams[1].write(b" ")
        await streams[1].drain()
        await asyncio.sleep(_NOW_AND_THEN)


async def _listen_not(streams: Streams, token: str) -> None:
    """One question after the other, and not one answer read."""
    question = f"GET /desk/v1/register/cards HTTP/1.1\r\n{_HEAD.format(token=token)}\r\n".encode()
    while True:
        streams[1].write(question)
        await streams[1].drain()
        await asyncio.sleep(_NOW_AND_THEN)


KINDS: tuple[Callable[[Streams, str], Awaitable[None]], ...] = (
    _send_nothing,
    _dawdle,
    _pour,
    _trickle,
    _listen_not,
)


@asynccontextmanager
async def crowd(plan: Plan) -> AsyncIterator[Counter[str]]:
    """The strangers, once nearly all are there; how often each kind has come by now."""
    host, _, port = plan.url.removeprefix("http://").partition(":")
    come, are_there = Counter[str](), asyncio.Event()

    async def come_again(number: int) -> None:
        kind = KINDS[number % len(KINDS)]
        source = (f"127.0.{1 + number % 20}.{1 + number % 200}", 0)
        while True:
            with suppress(OSError, asyncio.IncompleteReadError):
                streams = await asyncio.open_connection(host, int(port), local_addr=source)
                come[kind.__name__.strip("_")] += 1
                if come.total() >= plan.strangers * 0.9:
                    are_there.set()
                try:
                    await kind(streams, f"{number:043}")
                finally:
                    streams[1].transport.abort()
            await asyncio.sleep(random.uniform(0, _NOW_AND_THEN))

    strangers = [asyncio.create_task(come_again(number)) for number in range(plan.strangers)]
    await are_there.wait()
    yield come
    for each in strangers:
        each.cancel()
    await asyncio.gather(*strangers, return_exceptions=True)


async def _strangers(plan: Plan) -> Figures:
    async with crowd(plan) as come:
        sys.stdout.write("there\n")
        sys.stdout.flush()
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    return {"begun": come.total(), "kinds": [kind.__name__.strip("_") for kind in KINDS]}


if __name__ == "__main__":
    plan = Plan(**json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
    acts = {"desks": work, "strangers": _strangers}
    sys.stdout.write(json.dumps(asyncio.run(acts[sys.argv[1]](plan))))
