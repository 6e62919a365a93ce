"""Many desks, a connection full of faults, and a register that is killed again and again.

``python -m tests.endurance.soak --desks 50 --visits 20000 --faults 0.2`` records at every desk,
voids some of it, crashes desks, kills the register's server with SIGKILL every few seconds and
starts it again; then lets everything come to rest, and compares what the desks had acknowledged
with what the register holds. The report is JSON on standard output; the exit status is 1 unless
nothing was lost, doubled or left in the wrong state.
"""

import argparse
import json
import logging
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from uuid import UUID

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.recording import VisitRequest
from sync.errors import CentralFaultError
from sync.ports import OperationState
from sync.rules.visits import VisitState
from sync.server.services.central_register import CentralRegister
from tests.endurance.crash_target import CrashTarget
from tests.helpers.fault_proxy import FaultProxy
from tests.helpers.postgres import Cluster
from tests.helpers.samples import VENUE, a_card, an_offer

OFFER = an_offer()
CARDS = [f"SOAK{number:04}" for number in range(200)]
PATIENCE = 10.0
"""Seconds for one cycle over a bad connection."""
LONGEST_REST = 300.0
"""Seconds until all has to have arrived once the proxy is good again."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What kind of day it is. ``kill_every`` is in seconds, ``faults`` a share of all requests."""

    desks: int = 50
    visits: int = 20_000
    faults: float = 0.2
    kill_every: float = 4.0
    voids: float = 0.1
    crashes: float = 0.05
    database: str = "sqlite"
    seed: int = 1


@dataclass
class SoakReport:
    """What came of it. All but the last three are how bad the day was."""

    plan: Plan
    acknowledged: int = 0
    voided: int = 0
    accepted: int = 0
    refused: int = 0
    cycles: int = 0
    crashes: int = 0
    kills: int = 0
    faults: int = 0
    seconds: float = 0.0
    seconds_of_rest: float = 0.0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0

    @property
    def is_good(self) -> bool:
        """Whether every visit arrived once, in its right state."""
        return self.lost == self.doubled == self.wrong == 0


@dataclass
class SoakedDesk:
    """A desk that records, syncs and crashes. ``acknowledged`` is what it said was recorded."""

    folder: Path
    share: int
    luck: random.Random
    plan: Plan
    acknowledged: list[UUID] = field(default_factory=list)
    voided: set[UUID] = field(default_factory=set)
    cycles: int = 0
    crashes: int = 0
    error: Exception | None = None

    def open(self) -> App:
        """The desk's program, started."""
        messages = Messages(catalogue("en"), "en")
        return App.open(Home(self.folder), f"file:{self.folder / 'secrets.json'}", messages)

    def work(self) -> None:
        """Record the whole share."""
        left_behind: list[App] = []
        app = self.open()
        try:
            while len(self.acknowledged) < self.share:
                self._hand_out(app)
                if self.luck.random() < self.plan.crashes:
                    app._outbox.claim(500)  # in the middle of a request
                    left_behind.append(app)
                    app = self.open()
                    self.crashes += 1
                self.cycle(app)
        except Exception as error:  # noqa: BLE001 - told by the one who waits for this thread
            self.error = error
        finally:
            for each in [*left_behind, app]:
                each.close()

    def _hand_out(self, app: App) -> None:
        for _ in range(min(self.luck.randint(1, 40), self.share - len(self.acknowledged))):
            asked = VisitRequest(number=self.luck.choice(CARDS), offer_id=OFFER.id)
            visit = app.services.recording.record(asked).visit
            self.acknowledged.append(visit.id)
            if self.luck.random() < self.plan.voids:
                taken_back = self.luck.choice(self.acknowledged)
                if taken_back not in self.voided:
                    app.services.voiding.void(taken_back)
                    self.voided.add(taken_back)

    def cycle(self, app: App) -> int:
        """Send and fetch once; how much still waits."""
        self.cycles += 1
        with suppress(CentralFaultError):
            return app.sync_once(timeout=PATIENCE).pending
        return app.services.journal.count().pending

    def rest(self, until: float) -> None:
        """Send until nothing waits any more."""
        with self.open() as app:
            while self.cycle(app) and time.monotonic() < until:
                pass

    def states(self) -> dict[UUID, OperationState]:
        """What the desk knows of each visit."""
        with self.open() as app:
            latest = app.services.journal.latest(len(self.acknowledged) + 1)
            return {entry.visit.id: entry.state for entry in latest}


def soak(plan: Plan, folder: Path) -> SoakReport:
    """Live through the day, and compare."""
    report = SoakReport(plan)
    luck = random.Random(plan.seed)
    with ExitStack() as stack:
        url = f"sqlite:///{folder / 'register.db'}"
        if plan.database == "postgresql":
            cluster = stack.enter_context(Cluster(durable=True))
            url = stack.enter_context(cluster.database())
        central = CentralRegister.open(url)
        stack.callback(central.close)
        central.put_venues([VENUE])
        central.change_cards([a_card(number) for number in CARDS])
        central.put_offers(VENUE.id, [OFFER])
        server = stack.enter_context(CrashTarget(url))
        proxy = stack.enter_context(FaultProxy(server.url, luck=luck))
        share, rest = divmod(plan.visits, plan.desks)
        desks = [
            SoakedDesk(
                folder / f"desk{number}",
                share + (number < rest),
                random.Random(plan.seed * 1_000 + number),
                plan,
            )
            for number in range(plan.desks)
        ]
        for desk in desks:
            with desk.open() as app:
                app.services.enrolling.enrol(
                    api_url=proxy.url,
                    code=central.make_activation(VENUE.id),
                    desk_name=desk.folder.name,
                    ca_file=None,
                )
                app.sync_once()
        began = time.monotonic()
        proxy.chance = plan.faults
        with server.dying(every=plan.kill_every):
            _together(desks, SoakedDesk.work)
        report.kills, report.faults = server.kills, proxy.struck
        report.seconds = round(time.monotonic() - began, 1)
        proxy.chance = 0.0
        until = time.monotonic() + LONGEST_REST
        _together(desks, lambda desk: desk.rest(until))
        report.seconds_of_rest = round(time.monotonic() - began - report.seconds, 1)
        _compare(report, desks, central)
    return report


def _together(desks: list[SoakedDesk], action: Callable[[SoakedDesk], None]) -> None:
    threads = [threading.Thread(target=action, args=[desk]) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for desk in desks:
        if desk.error is not None:
            raise desk.error


def _compare(report: SoakReport, desks: list[SoakedDesk], central: CentralRegister) -> None:
    held = Counter[UUID]()
    at_register: dict[UUID, VisitState] = {}
    for visit in central.visits():
        held[visit.id] += 1
        at_register[visit.id] = visit.state
    for desk in desks:
        states = desk.states()
        report.acknowledged += len(desk.acknowledged)
        report.voided += len(desk.voided)
        report.cycles += desk.cycles
        report.crashes += desk.crashes
        for visit_id in desk.acknowledged:
            state, times = states.get(visit_id), held.pop(visit_id, 0)
            is_voided = at_register.get(visit_id) is VisitState.VOIDED
            report.accepted += state is OperationState.ACCEPTED
            report.refused += state in {OperationState.REJECTED, OperationState.WITHDRAWN}
            report.lost += times == 0
            report.doubled += times > 1
            report.wrong += times > 0 and (
                state is not OperationState.ACCEPTED or is_voided != (visit_id in desk.voided)
            )
    report.wrong += len(held)  # what no desk has ever acknowledged


def main() -> int:
    """Read the plan, live it, say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.soak", description=__doc__)
    plain = Plan()
    for name, value in asdict(plain).items():
        option = f"--{name.replace('_', '-')}"
        choices = ["sqlite", "postgresql"] if name == "database" else None
        parser.add_argument(option, type=type(value), default=value, choices=choices)
    plan = Plan(**vars(parser.parse_args()))
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        report = soak(plan, Path(folder))
    sys.stdout.write(json.dumps(asdict(report), indent=2) + "\n")
    return 0 if report.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
