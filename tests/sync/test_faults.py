"""Every fault at every step of a cycle: nothing lost, nothing doubled, the rest goes on.

A real desk with its encrypted store, a real register over HTTP, and a connection between them.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from sync.cycle_report import CycleReport
from sync.ports import OperationState
from sync.rules.visits import Visit, VisitState
from sync.server.store import tables
from tests.helpers.certificates import make_certificate_authority
from tests.helpers.fault_proxy import FAULTS, PROCESSED, SLOW, STEPS, FaultProxy
from tests.helpers.faults import FaultyServer, a_closed_port, sends_nothing
from tests.helpers.live_desks import wait_until
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, a_void, an_offer
from tests.helpers.sync_desks import OFFER, SyncDesk

pytestmark = pytest.mark.slow


@dataclass
class Scene:
    register: LiveRegister
    proxy: FaultProxy
    desk: SyncDesk
    news: int = 0

    def cycle(self) -> CycleReport:
        return self.desk.cycle(hasty_at=self.proxy.step if self.proxy.fault in SLOW else "")

    def at_register(self, *visits: Visit) -> list[VisitState]:
        """What the register holds of these visits, each as often as it holds it."""
        held = tables.visits.c
        asked = select(held.state).where(held.id.in_([visit.id for visit in visits]))
        with self.register.central.database.reading() as connection:
            return list(connection.scalars(asked))

    def something_new(self) -> tuple[str, UUID]:
        """A card and an offer come to the register."""
        self.news += 1
        number, offer = f"NEW{self.news:05}", an_offer()
        self.register.import_cards([a_card(number)])
        self.register.import_offers(VENUE.id, [offer])
        return number, offer.id

    def state(self, visit: Visit) -> OperationState:
        entry = self.desk.journal.entry(visit.id)
        assert entry is not None
        return entry.state


@pytest.fixture
def scene(shared_scene: Scene) -> Scene:
    """At rest, whatever a test before has left behind."""
    shared_scene.proxy.fault = None
    if shared_scene.desk.journal.count().pending:
        assert shared_scene.cycle().faults == ()
    return shared_scene


@pytest.fixture(scope="module")
def shared_scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("faults")
    with LiveRegister(folder) as register, FaultProxy(register.url) as proxy:
        register.fill(VENUE, [a_card()], [OFFER])
        desk = SyncDesk(folder)
        desk.enrol(register, proxy.url)
        try:
            yield Scene(register, proxy, desk)
        finally:
            desk.close()


AT_EACH = {
    "reset", "500", "another's JSON", "a stranger's 401", "a lost reply", "a reply cut off"
}  # fmt: skip
"""A connection that breaks, a status, a shape, a refusal, and answers that do not arrive whole."""
EVERYWHERE = "EVERY_FAULT" in os.environ
"""Every fault at every step, but for those that cost seconds each."""


def is_tried(step: str, fault: str) -> bool:
    """Sending meets every fault here, and fetching those that a first load does not meet."""
    if fault in SLOW:
        return step in {"push", "register"}
    return step == "push" or fault in AT_EACH or EVERYWHERE


CASES = [(step, fault) for step in STEPS for fault in FAULTS if is_tried(step, fault)]


@pytest.mark.parametrize(("step", "fault"), CASES)
def test_a_fault_loses_nothing_doubles_nothing_and_stops_nothing_else(
    scene: Scene, step: str, fault: str
) -> None:
    kept, voided = scene.desk.hands_out(), scene.desk.hands_out()
    scene.desk.journal.void(a_void(voided.id))
    number, offer = scene.something_new()
    before = scene.desk.register.status()
    struck = scene.proxy.struck

    scene.proxy.fault, scene.proxy.step = fault, step
    report = scene.cycle()

    # A desk that gives up waiting may do so before the register has done its work.
    wait_until(lambda: scene.proxy.struck > struck, "the fault did not strike")
    assert [each.direction for each in report.faults] == [step]
    assert (report.rejected, report.refused) == (0, None)
    assert (scene.desk.register.find(number) is not None) == (step != "register")
    assert (scene.desk.offers.get(offer) is not None) == (step != "offers")
    if step == "register":
        assert scene.desk.register.status() == before  # the last good one stays in use
    sent = sorted(scene.at_register(kept, voided))
    if step != "push" or fault in PROCESSED:
        assert sent == [VisitState.ACCEPTED, VisitState.VOIDED]
    else:
        assert sent == []
    assert report.pending == (3 if step == "push" else 0)

    scene.proxy.fault = None
    report = scene.cycle()

    assert (report.faults, report.pending) == ((), 0)
    assert sorted(scene.at_register(kept, voided)) == [VisitState.ACCEPTED, VisitState.VOIDED]
    assert {scene.state(kept), scene.state(voided)} == {OperationState.ACCEPTED}
    assert scene.desk.register.find(number) is not None
    assert scene.desk.offers.get(offer) is not None


@pytest.mark.parametrize("fault", ["429", "503"])
def test_a_busy_register_says_for_how_long_whatever_the_step(scene: Scene, fault: str) -> None:
    for step in STEPS:
        scene.desk.hands_out()
        scene.proxy.fault, scene.proxy.step = fault, step
        assert scene.cycle().retry_after == 7.0


@pytest.mark.parametrize("fault", sorted(FAULTS.keys() - SLOW))
def test_a_first_load_that_meets_a_fault_is_made_good(scene: Scene, fault: str) -> None:
    scene.desk.register.drop()
    scene.proxy.fault, scene.proxy.step = fault, "register"
    assert scene.cycle().register is None
    scene.proxy.fault = None
    report = scene.cycle()
    assert report.register is not None
    assert report.register.sum.count == 1 + scene.news


def test_twenty_cycles_of_500_are_outlived(scene: Scene) -> None:
    visits = [scene.desk.hands_out() for _ in range(3)]
    for step in STEPS:
        scene.proxy.fault, scene.proxy.step = "500", step
        for _ in range(4):
            scene.cycle()
    scene.proxy.fault = None
    scene.cycle()
    assert scene.at_register(*visits) == [VisitState.ACCEPTED] * 3
    assert scene.desk.register.status() is not None


@contextmanager
def a_strange_certificate(folder: Path) -> Iterator[str]:
    with FaultyServer(sends_nothing, tls=make_certificate_authority(folder).server) as server:
        yield server.url


@contextmanager
def no_such_name(_: Path) -> Iterator[str]:
    yield "https://register.invalid"


@contextmanager
def nobody_there(_: Path) -> Iterator[str]:
    with a_closed_port() as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize(
    ("elsewhere", "code"),
    [
        (a_strange_certificate, "certificate_refused"),
        (no_such_name, "unreachable"),
        (nobody_there, "unreachable"),
    ],
)
def test_without_a_connection_that_can_be_trusted_everything_waits(
    scene: Scene,
    tmp_path: Path,
    elsewhere: Callable[[Path], AbstractContextManager[str]],
    code: str,
) -> None:
    scene.proxy.fault = None
    scene.cycle()
    visit, register = scene.desk.hands_out(), scene.desk.register.status()
    with elsewhere(tmp_path) as url:
        report = scene.desk.cycle(url=url)
    assert {fault.code for fault in report.faults} == {code}
    assert len(report.faults) == len(STEPS)
    assert (report.online, report.pending, report.register) == (False, 1, register)
    assert scene.cycle().accepted == 1
    assert scene.at_register(visit) == [VisitState.ACCEPTED]
