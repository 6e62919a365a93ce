"""A recorded visit beside a neighbour that is handed the whole register, and alone, in one run.

Two real desks over real TLS: this one records while the other, a program of its own with its data
in memory where the system has such a folder, loads every card. The files are written and taken in
by the programs that the window would start. A neighbour is another computer: so where the system
lets programs choose their cores (Linux), all that is this desk's runs on one core, alone as well as
beside, and all that is the neighbour's on another. What they still share is the machine's memory
and its network, which is loopback.

The neighbour records too, a visit a second, of which this desk hears. ``at_rest`` is beside the
same neighbour when it has loaded all: what its news alone costs.
"""

import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from base64 import b64decode
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID

from desk_app.bootstrap.application import SHARED_TURN, App
from desk_app.bootstrap.handover_programs import ChildPrograms
from desk_app.config.paths import Home
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.recording import VisitRequest
from desk_app.store.register.offers import StoredOffers
from desk_app.store.register.peers import StoredPeers
from sync.lan.discovery import NoFinder
from sync.messages import Peer
from sync.ports import RegisterProof
from sync.rules.register_sum import RegisterSum
from sync.server.keys.signing import Signer, new_key
from tests.benchmarks.yardsticks import p99
from tests.helpers.desks import a_record
from tests.helpers.samples import VENUE, a_card, an_offer

Figures = dict[str, Any]

OFFER = an_offer(UUID(int=7), name="Uimahalli")
HERE, THERE = UUID(int=1), UUID(int=2)
_PAGE = 5_000
_PAUSE = 0.02
"""Seconds between two sales."""
_LONGEST = 900.0
_LEAST = 100
_PRINTED = date(2030, 12, 31)
_SHARED_MEMORY = Path("/dev/shm")


def measure(folder: Path, *, cards: int, recordings: int) -> Figures:
    """The p99 of a visit alone and beside the neighbour that loads, and how long that takes."""
    signer = Signer(new_key())
    with ExitStack() as closing:
        there = Path(closing.enter_context(tempfile.TemporaryDirectory(dir=_memory())))
        keys = {}
        for place, desk in ((folder / "here", HERE), (there / "there", THERE)):
            with open_desk(place) as app:
                enrol(app, desk, signer)
                keys[desk] = app.neighbours.identity(desk).lan_key
        own_core, other_core = choose_cores()
        here = closing.enter_context(open_desk(folder / "here"))
        load(here, signer, cards)
        meet(here, THERE, keys[THERE])
        here.neighbours.find_by(NoFinder)
        here.neighbours.start(programs=programs(here))
        _wait(lambda: here.neighbours.status().port is not None)
        sys.setswitchinterval(SHARED_TURN)
        run_on(own_core)
        closing.callback(run_on, None)
        numbers = itertools.cycle(range(cards))

        def hand_out(times: int) -> list[float]:
            return [recording(here, next(numbers)) for _ in range(times)]

        hand_out(recordings // 10)  # what is done at first alone is not measured
        alone = hand_out(recordings)
        address = f"127.0.0.1:{here.neighbours.status().port}"
        loader = Loader(there / "there", address, keys[HERE], cards, other_core)
        closing.callback(loader.close)
        writing: list[float] = []
        beside: list[float] = []
        began = perf_counter()
        while not loader.has_loaded.is_set():
            is_made = any((folder / "here").glob("neighbour-out-*.kaiku"))
            (beside if is_made else writing).extend(hand_out(1))
            if perf_counter() - began > _LONGEST:
                raise RuntimeError("the register did not arrive")
        if not loader.results:
            raise RuntimeError("the neighbour has ended")
        seconds = perf_counter() - began
        at_rest = hand_out(recordings)
        loader.close()
        quiet = [*alone, *hand_out(recordings)]
    return {
        "cards": cards,
        "a_core_each": own_core is not None,
        "handed_over": {"seconds": round(seconds, 1), "cards": loader.results.pop("cards")},
        "sale_alone": figures(quiet),
        "sale_while_the_file_is_written": figures(writing, quiet),
        "sale_beside_the_neighbour_that_loads": figures(beside, quiet),
        "sale_beside_the_neighbour_at_rest": figures(at_rest, quiet),
        "sale_at_the_desk_that_loads": loader.results,
    }


class Loader:
    """The neighbour, as a program of its own."""

    def __init__(self, home: Path, address: str, key: str, cards: int, core: int | None) -> None:
        self.results: Figures = {}
        self.has_loaded = threading.Event()
        self._program = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.benchmarks.handover_loader", str(home)),
                *(address, key, str(cards), "" if core is None else str(core)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=self._receive, daemon=True).start()

    def _receive(self) -> None:
        assert self._program.stdout is not None
        line = self._program.stdout.readline()
        self.results = json.loads(line or "{}")
        self.has_loaded.set()

    def close(self) -> None:
        """Have it end; it closes its desk."""
        if self._program.stdin is not None:
            self._program.stdin.close()
            self._program.stdin = None
        self._program.wait()


def choose_cores() -> tuple[int | None, int | None]:
    """This desk's core, and the neighbour's; none where they cannot be had."""
    if sys.platform == "linux":
        cores = sorted(os.sched_getaffinity(0))
        if len(cores) > 1:
            return cores[0], cores[1]
    return None, None


_ALL_CORES = os.sched_getaffinity(0) if sys.platform == "linux" else set[int]()


def run_on(core: int | None) -> None:
    """Run this process, all its threads and what it starts from now on, on one core, or on any."""
    if sys.platform == "linux":
        for thread in Path("/proc/self/task").iterdir():
            os.sched_setaffinity(int(thread.name), _ALL_CORES if core is None else {core})


def open_desk(folder: Path) -> App:
    """The desk in a folder, its neighbours switched on."""
    folder.mkdir(parents=True, exist_ok=True)
    home = Home(folder)
    if not home.settings.exists():
        home.settings.write_text(json.dumps({"neighbours_on": True, "neighbour_port": 0}))
    secrets = f"file:{folder / 'secrets.json'}"
    app = App.open(home, secrets, Messages(catalogue("en"), "en"))
    app.secrets_choice = secrets
    return app


def programs(app: App) -> Callable[[], ChildPrograms]:
    """The programs that hand the register on, as the window starts them."""
    return lambda: ChildPrograms(app.home, app.secrets_choice, lambda: "")


def enrol(app: App, desk: UUID, signer: Signer) -> None:
    """Enrol at a register that is nowhere to be reached."""
    now = datetime.now(UTC)
    record = replace(
        a_record(),
        desk_id=desk,
        venue=VENUE,
        register_key=b64decode(signer.public_key),
        enrolled_at=now,
    )
    app.desk.enrol(record)
    StoredOffers(app.opened.database).apply([OFFER], [], cursor="1", complete_at=now)


def meet(app: App, desk: UUID, lan_key: str) -> None:
    """Know another desk, as the register would tell."""
    peer = Peer(desk_id=desk, desk_name=f"Luukku {desk.int}", lan_key=lan_key)
    StoredPeers(app.opened.database).replace([peer])


def load(app: App, signer: Signer, count: int) -> None:
    """Have the register give so many cards, signed an hour ago."""
    total, at = RegisterSum(), datetime.now(UTC) - timedelta(hours=1)
    app.register.begin_load(1)
    for start in range(0, count, _PAGE):
        page = [a_card(card_number(each)) for each in range(start, min(start + _PAGE, count))]
        for card in page:
            total = total.plus(card)
        app.register.add_page(page, after=None, last=True)
    signed = f"{at:%Y-%m-%dT%H:%M:%SZ}"
    proof = RegisterProof(signed, signer.sign_at(1, total, signed))
    app.register.adopt(revision=1, expected=total, verified_at=at, proof=proof)


def card_number(place: int) -> str:
    """The number of the card at a place."""
    return f"KAIKU{place:08}"


def recording(app: App, place: int, *, provisional: bool = False) -> float:
    """Seconds from the scan to the record on the disk; provisional where there is no register."""
    asked = VisitRequest(number=card_number(place), offer_id=OFFER.id)
    if provisional:
        asked = replace(asked, provisional=True, printed_valid_until=_PRINTED)
    began = perf_counter()
    app.services.recording.record(asked)
    taken = perf_counter() - began
    time.sleep(_PAUSE)
    return taken


def figures(taken: list[float], alone: list[float] | None = None) -> Figures:
    """The figures of some sales, beside those ``alone``."""
    if not taken:
        return {"sales": 0}
    found = {
        "sales": len(taken),
        "p50_ms": round(median(taken) * 1e3, 2),
        "longest_ms": round(max(taken) * 1e3, 2),
    }
    if len(taken) < _LEAST:  # a p99 of few says nothing
        return found
    found["p99_ms"] = round(p99(taken) * 1e3, 2)
    if alone is None:
        return found
    return found | {"p99_of_alone": round(p99(taken) / p99(alone), 2)}


def _memory() -> str | None:
    """A folder in memory, as another machine's disk would disturb this one's as little."""
    return str(_SHARED_MEMORY) if _SHARED_MEMORY.is_dir() else None


def _wait(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not is_so():
        if time.monotonic() > until:
            raise RuntimeError("the desk does not listen")
        time.sleep(0.02)
