"""Engine, real store, real wire, real register."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue
from typing import Any
from uuid import uuid4

import pytest

from desk_app.devices.clock import SystemClock
from sync.cycle_report import CycleReport
from sync.rules.offers import CardLimit, LimitPeriod, Offer, Quota
from sync.rules.visits import VisitState
from sync.worker import SyncState, SyncStatus, SyncWorker
from tests.helpers.register import LiveRegister
from tests.helpers.relay import Relay
from tests.helpers.samples import VENUE, a_card, a_void, as_in_feed
from tests.helpers.sync_desks import OFFER, SyncDesk

YEARLY = CardLimit(1, LimitPeriod.CALENDAR_YEAR)


@dataclass
class Scene:
    register: LiveRegister
    relay: Relay
    desk: SyncDesk

    def import_last_ticket(self) -> Offer:
        """A show with one ticket, at the register."""
        show = replace(OFFER, id=uuid4(), quota=Quota(1, 0))
        self.register.import_offers(VENUE.id, [show])
        return show

    def visits_at_the_register(self) -> list[object]:
        return [visit.id for visit in self.register.visits()]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with LiveRegister(tmp_path) as register, Relay(register.url) as relay:
        register.fill(VENUE, map(a_card, ("AB12345", "AB12346", "AB12347")), [OFFER])
        desk = SyncDesk(tmp_path)
        desk.enrol(register, relay.url)
        try:
            yield Scene(register, relay, desk)
        finally:
            desk.close()


@pytest.fixture
def other(scene: Scene, tmp_path: Path) -> Iterator[SyncDesk]:
    """A second desk of the venue."""
    (tmp_path / "other").mkdir()
    desk = SyncDesk(tmp_path / "other")
    desk.enrol(scene.register, scene.relay.url)
    try:
        yield desk
    finally:
        desk.close()


def test_the_first_cycle_brings_the_register_verified_and_the_offers(scene: Scene) -> None:
    report = scene.desk.cycle()
    assert report.faults == ()
    assert report.register is not None
    assert (report.register.revision, report.register.sum.count) == (3, 3)
    assert scene.desk.register.find("AB12346") == a_card("AB12346")
    assert scene.desk.offers.get(OFFER.id) == OFFER


def test_a_delta_brings_what_changed(scene: Scene) -> None:
    scene.desk.cycle()
    scene.register.import_cards([a_card("AB12345", minors=3), a_card("CD12345")])
    scene.register.drop_cards(["AB12347"])
    report = scene.desk.cycle()
    assert report.faults == ()
    assert scene.desk.register.find("AB12345") == a_card("AB12345", minors=3)
    assert scene.desk.register.find("AB12347") is None
    assert report.register is not None
    assert report.register.sum.count == 3


def test_a_visit_whose_reply_was_lost_arrives_exactly_once(scene: Scene) -> None:
    scene.desk.cycle()
    visit = scene.desk.hands_out()
    scene.relay.loses = b"POST /desk/v1/operations"
    lost = scene.desk.cycle()
    assert scene.relay.lost == 1
    assert scene.visits_at_the_register() == [visit.id]
    assert (lost.accepted, lost.pending) == (0, 1)
    assert [fault.direction for fault in lost.faults] == ["push"]
    scene.relay.loses = None
    again = scene.desk.cycle()
    assert (again.accepted, again.pending, again.faults) == (1, 0, ())
    assert scene.visits_at_the_register() == [visit.id]


def test_what_is_sold_while_the_register_is_down_arrives_when_it_is_back(scene: Scene) -> None:
    scene.desk.cycle()
    scene.register.stop()
    visits = [scene.desk.hands_out(number=number) for number in ("AB12345", "AB12346", "AB12347")]
    scene.desk.journal.void(a_void(visits[1].id))
    offline = scene.desk.cycle()
    assert (offline.online, offline.pending) == (False, 4)
    scene.register.start()
    online = scene.desk.cycle()
    assert (online.online, online.accepted, online.pending, online.faults) == (True, 4, 0, ())
    assert sorted(map(str, scene.visits_at_the_register())) == sorted(str(v.id) for v in visits)


def test_a_rejected_visit_asks_for_attention_and_the_others_arrive(scene: Scene) -> None:
    scene.desk.cycle()
    bad = scene.desk.hands_out(number="NOSUCHCARD")
    good = scene.desk.hands_out()
    report = scene.desk.cycle()
    assert (report.accepted, report.rejected, report.pending) == (1, 1, 0)
    assert [(each.id, each.code) for each in scene.desk.inbox.items()] == [(bad.id, "card_unknown")]
    assert good.id in scene.visits_at_the_register()


def test_a_revoked_desk_forgets_the_cards_and_its_unsent_work_goes_out_after_enrolling_again(
    scene: Scene,
) -> None:
    scene.desk.cycle()
    visit = scene.desk.hands_out()
    scene.register.revoke(scene.desk.record.desk_id)
    assert scene.desk.cycle().refused == "desk_revoked"
    assert scene.desk.record.refused == "desk_revoked"
    assert scene.desk.register.find("AB12345") is None
    scene.desk.enrol(scene.register, scene.relay.url)
    report = scene.desk.cycle()
    assert (report.accepted, report.pending, report.faults) == (1, 0, ())
    assert scene.visits_at_the_register() == [visit.id]
    assert scene.desk.register.find("AB12345") is not None


def test_the_sync_worker_in_its_thread_finds_the_connection_again_and_brings_the_visit(
    scene: Scene, expected_log: Callable[[str], None]
) -> None:
    expected_log(r"sync, \w+: unreachable")
    statuses: Queue[SyncStatus] = Queue()
    scene.register.stop()
    visit = scene.desk.hands_out()

    @dataclass
    class RunCycle:
        stopping: Callable[[], bool]

        def cycle(self) -> CycleReport:
            return scene.desk.cycle(self.stopping)

    worker = SyncWorker(RunCycle, statuses.put, interval=3600.0, now=SystemClock().now)
    worker.start()
    try:
        assert statuses.get(timeout=60).state is SyncState.SYNCING
        offline = statuses.get(timeout=60)
        scene.register.start()
        worker.send_now()
        assert statuses.get(timeout=60).state is SyncState.SYNCING
        online = statuses.get(timeout=60)
    finally:
        assert worker.stop(60)
    assert (offline.state, offline.fault) == (SyncState.OFFLINE, "unreachable")
    assert (online.state, online.fault) == (SyncState.IDLE, None)
    assert scene.visits_at_the_register() == [visit.id]


def test_a_visit_refused_for_the_quota_arrives_once_the_ticket_that_was_taken_back_is_there(
    scene: Scene, other: SyncDesk
) -> None:
    show = scene.import_last_ticket()
    first = scene.desk.hands_out(show)
    scene.desk.cycle()
    scene.desk.journal.void(a_void(first.id))
    second = other.hands_out(show, number="AB12346")  # the same ticket, before the register knows
    refused = other.cycle().rejected
    scene.desk.cycle()
    other.cycle()

    assert (refused, other.inbox.items()) == (1, [])
    assert [(visit.id, visit.state) for visit in scene.register.visits()] == [
        (first.id, VisitState.VOIDED),
        (second.id, VisitState.ACCEPTED),
    ]


@pytest.mark.parametrize(
    ("terms", "number"),
    [({"quota": Quota(1, 0)}, "AB12346"), ({"card_limit": YEARLY}, "AB12345")],
    ids=["quota", "limit of the card"],
)
def test_a_visit_that_stands_before_the_void_which_makes_room_for_it_arrives_in_the_same_cycle(
    scene: Scene, terms: dict[str, Any], number: str
) -> None:
    show = replace(OFFER, id=uuid4(), **terms)
    scene.register.import_offers(VENUE.id, [show])
    first = scene.desk.hands_out(show)
    scene.desk.cycle()
    second = scene.desk.hands_out(show, number=number)  # as neighbours' news is merged
    scene.desk.journal.void(a_void(first.id))

    report = scene.desk.cycle()

    assert (report.sent, report.accepted, report.rejected, report.pending) == (2, 2, 0, 0)
    assert scene.visits_at_the_register() == [first.id, second.id]


def test_what_is_refused_for_another_reason_or_offer_is_not_sent_again_after_a_void(
    scene: Scene,
) -> None:
    show = replace(OFFER, id=uuid4(), quota=Quota(1, 0))
    yearly = replace(OFFER, id=uuid4(), card_limit=YEARLY)
    scene.register.import_offers(VENUE.id, [show, yearly])
    voided = scene.desk.hands_out(number="AB12347")
    for offer, number in ((show, "AB12345"), (show, "AB12346"), (yearly, "AB12346")):
        scene.desk.hands_out(offer, number=number)
    scene.desk.hands_out(yearly, number="AB12346")
    scene.desk.hands_out(number="NOSUCHCARD")
    scene.desk.cycle()
    scene.desk.journal.void(a_void(voided.id))

    report = scene.desk.cycle()

    assert (report.sent, report.pending) == (1, 0)
    codes = [each.code for each in scene.desk.inbox.items()]
    assert codes == ["quota_exceeded", "limit_reached", "card_unknown"]


def test_a_void_that_the_feed_tells_again_sends_nothing_again(scene: Scene) -> None:
    show = scene.import_last_ticket()
    first = scene.desk.hands_out(show)
    scene.desk.journal.void(a_void(first.id))
    scene.desk.hands_out(show, number="AB12346")
    scene.desk.hands_out(show, number="AB12347")
    reports = [scene.desk.cycle()]
    for _ in range(2):
        scene.desk.read_visits_from_the_start()
        reports.append(scene.desk.cycle())

    assert [report.rejected for report in reports] == [1, 0, 0]
    assert [report.sent for report in reports] == [4, 0, 0]


def test_a_void_that_a_neighbour_told_of_first_makes_room_once_the_feed_tells_of_it(
    scene: Scene, other: SyncDesk
) -> None:
    show = scene.import_last_ticket()
    first = other.hands_out(show)
    other.cycle()
    scene.desk.hands_out(show, number="AB12346")
    refused = scene.desk.cycle().rejected
    other.journal.void(a_void(first.id))
    other.cycle()
    scene.desk.merge_news(as_in_feed(first, VisitState.VOIDED))

    assert (refused, scene.desk.cycle().accepted) == (1, 1)
