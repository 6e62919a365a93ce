"""Each way in which the two ends come apart, and how they come to agree again.

The desks are the whole program without its window, over their real encrypted files; the registers
are real ones, over HTTP. :mod:`tests.sync.stories` has these things happen in any order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desk_app.services.hold_reasons import ELSEWHERE, UNREADABLE
from desk_app.services.offer_creation import OfferRequest
from desk_app.services.ports import RejectedItem
from desk_app.services.recording import VisitRequest
from sync.ports import OperationState
from sync.rules.codes import VerdictCode
from sync.rules.offers import Offer
from sync.rules.visits import VisitState
from tests.helpers.put_back import copy_of, put_back
from tests.helpers.samples import an_offer
from tests.sync.stories.desk import StoryDesk
from tests.sync.stories.road import StoryRoad
from tests.sync.stories.world import CARDS, VENUES, Run, StoryRegister, World, a_run

Expect = Callable[[str], None]


@dataclass
class Scene:
    world: World
    desk: StoryDesk

    @property
    def fixture(self) -> StoryRegister:
        return self.world.houses[0]

    @property
    def road(self) -> StoryRoad:
        return self.fixture.road

    def sell(self, number: str = CARDS[0], offer: Offer | None = None) -> UUID:
        return self.world.sell(self.desk, number, offer)

    def cycle(self) -> tuple[str, ...]:
        """One cycle; the codes of what went wrong."""
        self.world.pass_time(timedelta(seconds=1))
        report = self.desk.cycle()
        assert report is not None
        return tuple(fault.code for fault in report.faults)

    def held(self, venue: int = 0) -> dict[UUID, VisitState]:
        return self.fixture.visits(VENUES[venue].id)

    def items(self) -> list[RejectedItem]:
        return list(self.desk.app.services.rejections.items())

    def state(self, visit_id: UUID) -> OperationState:
        return self.desk.states()[visit_id][0]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with a_run(tmp_path_factory.mktemp("run")) as run:
        yield run


@pytest.fixture
def scene(run: Run, tmp_path: Path) -> Iterator[Scene]:
    world = World(tmp_path / "world", run)
    world.begin(desks=1)
    yield Scene(world, world.desks[0])
    world.close()


# Elements that cannot be read


def test_offers_that_cannot_be_read_keep_no_other_from_arriving(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"of the offers cannot be read")
    expected_log(r"cards of the register cannot be read|loaded afresh|of the \w+ cannot be read")
    scene.road.odd = True
    new = an_offer()
    scene.fixture.register.import_offers(VENUES[0].id, [new])
    assert scene.cycle() == ()
    assert new.id in scene.desk.heard_offers()


def test_visits_that_cannot_be_read_keep_no_other_from_arriving(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"of the visits cannot be read")
    expected_log(r"cards of the register cannot be read|loaded afresh|of the \w+ cannot be read")
    scene.road.odd = True
    visit = scene.world.sell(scene.world.add_desk())
    scene.world.desks[1].cycle()
    assert scene.cycle() == ()
    assert scene.desk.heard_visits() == {visit: VisitState.ACCEPTED}


def test_a_card_that_cannot_be_read_is_unknown_and_the_register_loads(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"cards of the register cannot be read")
    expected_log(r"loaded afresh|of the \w+ cannot be read")
    scene.road.odd = True
    assert scene.cycle() == ()
    offer = scene.world.places[0].offers[0].id
    check = scene.desk.app.services.checking.check
    assert check("ODD1", offer).verdict.verdict is VerdictCode.UNKNOWN
    assert check(CARDS[0], offer).verdict.verdict is VerdictCode.VALID


# Work of another venue or register


@pytest.mark.parametrize("elsewhere", [1, 2], ids=["another venue", "another register"])
def test_work_is_held_back_elsewhere_and_shown_and_arrives_once_enrolled_back(
    scene: Scene, elsewhere: int
) -> None:
    world, home, other = scene.world, scene.world.places[0], scene.world.places[elsewhere]
    own = scene.desk.app.services.offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    waiting = [scene.sell(), scene.sell(CARDS[1]), scene.sell(CARDS[2], own)]
    world.enrol(scene.desk, other)
    assert scene.cycle() == ()
    assert scene.cycle() == ()
    assert other.fixture.visits(other.venue.id) == {}
    assert {(item.code, item.venue) for item in scene.items()} == {(ELSEWHERE, home.venue.name)}
    assert len(scene.items()) == 4

    world.enrol(scene.desk, home)
    assert scene.cycle() == ()
    assert scene.held() == dict.fromkeys(waiting, VisitState.ACCEPTED)
    assert scene.items() == []


# Own offers that are refused


def test_a_refused_own_offer_is_shown_with_its_visits_and_once_corrected_they_arrive(
    scene: Scene,
) -> None:
    offer_creation, rejections = (
        scene.desk.app.services.offer_creation,
        scene.desk.app.services.rejections,
    )
    own = offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    visit = scene.sell(offer=own)
    scene.road.rewrite = _of_another_sector
    assert scene.cycle() == ()
    assert [item.offer is not None for item in scene.items()] == [True, False]
    assert scene.items()[1].id == visit

    scene.road.rewrite = None
    refused = scene.items()[0]
    right = offer_creation.shaped(replace(OfferRequest.of(own), name_fi="Satutunti"), own)
    rejections.correct_offer(refused.id, right)
    assert scene.cycle() == ()
    assert scene.held() == {visit: VisitState.ACCEPTED}
    assert scene.items() == []


def _of_another_sector(sent: dict[str, Any]) -> None:
    for operation in sent["operations"]:
        if operation["kind"] == "offer":
            operation["offer"]["sector"] = "magic"


# Fetching without end


def test_what_is_recorded_during_a_feed_without_end_goes_out_between_two_pages(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"GET /offers is read from the start")
    pages: list[bool] = []

    def never_end(page: dict[str, Any]) -> None:
        if len(pages) == 3:
            scene.sell()
        pages.append(bool(scene.held()))
        page |= {"cursor": f"page-{len(pages)}", "more": True, "offers": [], "removed": []}

    scene.road.edits["/offers"] = never_end
    assert scene.cycle() == ("endless_feed",)
    assert pages[:5] == [False, False, False, False, True]
    scene.road.edits.clear()
    assert scene.cycle() == ()


# A register that was put back


def test_what_was_sent_is_sent_again_though_the_desk_had_not_heard_of_it(scene: Scene) -> None:
    kept = copy_of(scene.fixture.register.authority)
    scene.road.edits |= {"/offers": dict.clear, "/activity": dict.clear}
    visit, voided = scene.sell(), scene.sell(CARDS[1])
    scene.desk.app.services.voiding.void(voided)
    assert scene.cycle() == ("broken_answer", "broken_answer")
    scene.road.edits.clear()
    scene.world.put_register_back(scene.fixture, kept)
    assert scene.cycle() == ()
    assert scene.held() == {visit: VisitState.ACCEPTED, voided: VisitState.VOIDED}


def test_a_note_and_a_void_before_its_visit_are_sent_again_though_no_feed_tells_of_them(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"is read from the start")
    [item] = refused(scene)
    visit = scene.sell()
    scene.road.poisons[visit] = "a cut line"
    kept = copy_of(scene.fixture.register.authority)
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    scene.desk.app.services.voiding.void(visit)
    scene.cycle()
    scene.world.put_register_back(scene.fixture, kept)
    scene.road.poisons.clear()
    assert scene.cycle() == ()
    assert scene.held() == {visit: VisitState.VOIDED}
    assert len(list(scene.fixture.register.authority.notes())) == 1


def test_a_note_and_a_withdrawn_offer_are_sent_again_though_the_desk_had_not_heard_of_them(
    scene: Scene,
) -> None:
    offer = scene.desk.app.services.offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    [item] = refused(scene)
    scene.cycle()
    kept = copy_of(scene.fixture.register.authority)
    scene.road.edits |= {"/offers": dict.clear, "/activity": dict.clear}
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    scene.desk.app.services.offer_creation.withdraw(offer.id)
    assert scene.cycle() == ("broken_answer", "broken_answer")
    assert len(notes_at(scene)) == 1
    scene.road.edits.clear()
    scene.world.put_register_back(scene.fixture, kept)
    sent = sent_operations(scene)
    assert scene.cycle() == ()
    assert sorted(operation["kind"] for operation in sent) == ["note", "offer"]
    assert len(notes_at(scene)) == 1


def test_a_note_is_sent_twice_so_that_the_feeds_are_known_to_tell_of_its_loss_and_no_more(
    scene: Scene,
) -> None:
    [item] = refused(scene)
    sent = sent_operations(scene)
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    for _ in range(5):
        assert scene.cycle() == ()
    assert [operation["kind"] for operation in sent] == ["note", "note"]
    assert len(notes_at(scene)) == 1


def test_what_the_feed_never_tells_of_and_the_register_has_is_sent_again_once(
    scene: Scene,
) -> None:
    sent = sent_operations(scene)
    scene.road.edits["/activity"] = lambda page: page.update(visits=[])
    visit = scene.sell()
    for _ in range(5):
        assert scene.cycle() == ()
        scene.world.pass_time(timedelta(hours=2))
    assert [operation["id"] for operation in sent] == [str(visit)] * 2


def test_what_the_feed_never_told_of_is_sent_again_to_a_register_with_another_history(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"is read from the start")
    kept = copy_of(scene.fixture.register.authority)
    scene.road.edits["/activity"] = lambda page: page.update(visits=[])
    visit = scene.sell()
    for _ in range(3):
        assert scene.cycle() == ()
    scene.world.put_register_back(scene.fixture, kept)
    assert scene.cycle() == ()
    assert scene.held() == {visit: VisitState.ACCEPTED}


def sent_operations(scene: Scene) -> list[dict[str, Any]]:
    """All operations that are sent from now on, as they are sent."""
    sent: list[dict[str, Any]] = []
    scene.road.rewrite = lambda message: sent.extend(message["operations"])
    return sent


def notes_at(scene: Scene) -> list[UUID]:
    return [*scene.fixture.notes(VENUES[0].id).elements()]


def test_a_register_that_does_not_know_the_desk_for_a_time_costs_it_nothing(
    scene: Scene,
) -> None:
    authority = scene.fixture.register.authority
    visit = scene.sell()
    lost, whole = scene.fixture.empty, copy_of(authority)
    put_back(authority, lost)
    assert scene.cycle() == ("token_invalid",)
    assert scene.desk.app.register.find(CARDS[0]) is not None
    other = scene.sell(CARDS[1])
    put_back(authority, whole)
    assert scene.cycle() == ()
    assert scene.held() == dict.fromkeys([visit, other], VisitState.ACCEPTED)


# A desk that was put back, or is used twice


def test_a_database_put_back_from_an_old_copy_is_healed_and_nothing_unsent_is_lost(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"desk_app\.")
    copy = scene.desk.copy()
    visits = [scene.sell(number) for number in CARDS]
    scene.desk.put_back(copy, whole=False)
    assert set(visits) <= scene.desk.journal()
    recovery = scene.desk.app.opened.recovery
    assert recovery is not None
    assert recovery.taken_in == 3
    assert scene.cycle() == ()
    assert scene.held() == dict.fromkeys(visits, VisitState.ACCEPTED)


def test_a_desk_that_was_put_back_is_told_so_and_takes_in_what_it_had_sent(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"visits of this desk that it did not know of were taken in")
    copy = scene.desk.copy()
    visit = scene.sell()
    scene.cycle()
    scene.cycle()
    scene.world.put_desk_back(copy, whole=True)
    scene.cycle()
    assert scene.state(visit) is OperationState.ACCEPTED
    assert scene.desk.is_forked()
    scene.desk.app.services.voiding.void(visit)
    scene.cycle()
    assert scene.held() == {visit: VisitState.VOIDED}


def test_a_visit_that_an_old_copy_still_has_to_send_stays_taken_back(scene: Scene) -> None:
    visit = scene.sell()
    copy = scene.desk.copy()
    scene.cycle()
    scene.desk.app.services.voiding.void(visit)
    scene.cycle()
    scene.world.put_desk_back(copy, whole=True)
    scene.road.fault, scene.road.step = "502", "push"
    scene.cycle()  # it hears that the visit is voided before it can send it
    scene.road.fault = None
    scene.cycle()
    assert scene.desk.states()[visit] == (OperationState.ACCEPTED, True)
    assert scene.held() == {visit: VisitState.VOIDED}


def test_a_desk_that_is_used_twice_is_told_at_both_ends_until_it_is_enrolled_anew(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"visits of this desk that it did not know of were taken in")
    clone = scene.world.add_clone(scene.desk)
    visits = [scene.sell(), scene.world.sell(clone)]
    for _ in range(2):
        scene.cycle()
        clone.cycle()
    scene.cycle()
    assert scene.desk.journal() == clone.journal() == set(visits)
    assert scene.desk.is_forked()
    assert clone.is_forked()
    assert [desk["forked"] for desk in scene.fixture.register.authority.desks()] == [True]
    scene.world.enrol(clone, scene.world.places[0])
    clone.cycle()
    assert not clone.is_forked()


# Single operations


def test_a_row_that_cannot_be_read_is_set_aside_and_the_others_arrive(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"cannot be read")
    bad, good = scene.sell(), scene.sell(CARDS[1])
    with scene.desk.app._database.write() as connection:
        connection.exec_driver_sql("UPDATE visits SET holder = 7 WHERE id = ?", (bad.hex,))
    assert scene.cycle() == ()
    assert scene.held() == {good: VisitState.ACCEPTED}
    assert [(item.id, item.code) for item in scene.items()] == [(bad, UNREADABLE)]


def test_a_note_to_kaikukeskus_reaches_it(scene: Scene) -> None:
    [item] = refused(scene)
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    assert scene.cycle() == ()
    [note] = scene.fixture.register.authority.notes()
    told = note["about"], note["text"], note["desk_name"]
    assert told == (item.id, "Kortti nähty", "Lippuluukku 1")
    assert scene.desk.app.services.journal.count().attention == 0


def test_a_note_that_the_register_does_not_take_is_said_to_have_reached_nobody(
    scene: Scene,
) -> None:
    [item] = refused(scene)
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    scene.road.rewrite = _of_version_1_0
    assert scene.cycle() == ()
    [item] = scene.items()
    assert item.left is None
    assert scene.desk.app.services.journal.count().attention == 1


def refused(scene: Scene) -> list[RejectedItem]:
    """A visit with a card that the register does not have."""
    asked = VisitRequest(
        number="LATE1",
        offer_id=scene.world.places[0].offers[0].id,
        provisional=True,
        printed_valid_until=date(2100, 1, 1),
    )
    scene.desk.app.services.recording.record(asked)
    scene.cycle()
    return scene.items()


def _of_version_1_0(sent: dict[str, Any]) -> None:
    for operation in sent["operations"]:
        if operation["kind"] == "note":
            operation["kind"] = "something new"
