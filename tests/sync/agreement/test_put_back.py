"""A register or a desk that was put back to an earlier moment, and a desk that is used twice."""

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from desk_app.services.offer_creation import OfferRequest
from sync.ports import OperationState
from sync.rules.visits import VisitState
from tests.helpers.put_back import copy_of, put_back
from tests.sync.agreement.scene import Expect, Scene, notes_at, offers_at, refused, sent_operations
from tests.sync.stories.desk import Snapshot
from tests.sync.stories.world import CARDS

# A register that was put back


def test_what_was_sent_is_sent_again_though_the_desk_had_not_heard_of_it(scene: Scene) -> None:
    kept = copy_of(scene.fixture.register.central)
    scene.proxy.edits |= {"/offers": dict.clear, "/activity": dict.clear}
    visit, voided = scene.hand_out(), scene.hand_out(CARDS[1])
    scene.desk.app.services.voiding.void(voided)
    assert scene.cycle() == ("broken_answer", "broken_answer")
    scene.proxy.edits.clear()
    scene.world.put_register_back(scene.fixture, kept)
    assert scene.cycle() == ()
    assert scene.held() == {visit: VisitState.ACCEPTED, voided: VisitState.VOIDED}


def test_a_register_put_back_twice_within_the_hour_gets_back_what_it_lost_the_second_time(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"is read from the start")
    kept = copy_of(scene.fixture.register.central)
    visit, voided = scene.hand_out(), scene.hand_out(CARDS[1])
    scene.desk.app.services.voiding.void(voided)
    offer = scene.desk.app.services.offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    scene.cycle()
    for _ in range(3):
        scene.world.put_register_back(scene.fixture, kept)
        assert scene.cycle() == ()
        assert offer in scene.desk.app.services.offers.all()
        assert scene.held() == {visit: VisitState.ACCEPTED, voided: VisitState.VOIDED}
        assert offers_at(scene) == [offer.id]


def test_a_note_and_a_void_before_its_visit_are_sent_again_though_no_feed_tells_of_them(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"is read from the start")
    [item] = refused(scene)
    visit = scene.hand_out()
    scene.proxy.poisons[visit] = "a cut line"
    kept = copy_of(scene.fixture.register.central)
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    scene.desk.app.services.voiding.void(visit)
    scene.cycle()
    scene.world.put_register_back(scene.fixture, kept)
    scene.proxy.poisons.clear()
    assert scene.cycle() == ()
    assert scene.held() == {visit: VisitState.VOIDED}
    assert len(list(scene.fixture.register.central.notes())) == 1


def test_a_note_and_a_withdrawn_offer_are_sent_again_though_the_desk_had_not_heard_of_them(
    scene: Scene,
) -> None:
    offer = scene.desk.app.services.offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    [item] = refused(scene)
    scene.cycle()
    kept = copy_of(scene.fixture.register.central)
    scene.proxy.edits |= {"/offers": dict.clear, "/activity": dict.clear}
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    scene.desk.app.services.offer_creation.withdraw(offer.id)
    assert scene.cycle() == ("broken_answer", "broken_answer")
    assert len(notes_at(scene)) == 1
    scene.proxy.edits.clear()
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
    scene.proxy.edits["/activity"] = lambda page: page.update(visits=[])
    visit = scene.hand_out()
    for _ in range(5):
        assert scene.cycle() == ()
        scene.world.pass_time(timedelta(hours=2))
    assert [operation["id"] for operation in sent] == [str(visit)] * 2


def test_what_the_feed_never_told_of_is_sent_again_to_a_register_with_another_history(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"is read from the start")
    kept = copy_of(scene.fixture.register.central)
    scene.proxy.edits["/activity"] = lambda page: page.update(visits=[])
    visit = scene.hand_out()
    for _ in range(3):
        assert scene.cycle() == ()
    scene.world.put_register_back(scene.fixture, kept)
    assert scene.cycle() == ()
    assert scene.held() == {visit: VisitState.ACCEPTED}


def test_a_register_that_does_not_know_the_desk_for_a_time_costs_it_nothing(
    scene: Scene,
) -> None:
    central = scene.fixture.register.central
    visit = scene.hand_out()
    lost, whole = scene.fixture.empty, copy_of(central)
    put_back(central, lost)
    assert scene.cycle() == ("token_invalid",)
    assert scene.desk.app.register.find(CARDS[0]) is not None
    other = scene.hand_out(CARDS[1])
    put_back(central, whole)
    assert scene.cycle() == ()
    assert scene.held() == dict.fromkeys([visit, other], VisitState.ACCEPTED)


# A desk that was put back, or is used twice


def test_a_database_put_back_from_an_old_copy_is_healed_and_nothing_unsent_is_lost(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"desk_app\.")
    copy = scene.desk.copy()
    visits = [scene.hand_out(number) for number in CARDS]
    scene.desk.put_back(copy, whole=False)
    assert set(visits) <= scene.desk.journal()
    recovery = scene.desk.app.opened.recovery
    assert recovery is not None
    assert recovery.taken_in == 3
    assert scene.cycle() == ()
    assert scene.held() == dict.fromkeys(visits, VisitState.ACCEPTED)


def test_unsent_visits_that_went_with_database_and_log_are_counted_and_sought(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"at least 2 unsent records are missing")
    expected_log(r"1 visits of this desk that it did not know of were taken in")
    copy = scene.desk.copy()
    sent = scene.hand_out()
    scene.cycle()
    scene.hand_out(CARDS[1])
    scene.hand_out(CARDS[2])
    scene.world.put_desk_back(copy, whole=True)
    missing = scene.desk.missing()
    assert missing is not None
    assert (missing.count, missing.sought) == (2, False)
    assert datetime.now(UTC) - missing.first < timedelta(minutes=5)
    assert scene.cycle() == ()
    assert scene.desk.missing() == replace(missing, sought=True)
    assert sent in scene.desk.journal()
    scene.world.pass_time(timedelta(days=31))
    assert scene.desk.missing() is None


def test_what_seemed_lost_and_turns_out_to_have_been_sent_is_missing_no_more(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"at least 1 unsent records are missing")
    expected_log(r"1 visits of this desk that it did not know of were taken in")
    copy = scene.desk.copy()
    scene.hand_out()
    scene.desk.crash()
    scene.desk.close()
    secrets = scene.desk.folder / "secrets.json"
    listed = secrets.read_bytes()
    scene.desk.crash()
    scene.cycle()
    scene.desk.close()
    secrets.write_bytes(listed)  # the program was killed before it could list what waits
    scene.world.put_desk_back(copy, whole=True)
    assert scene.desk.missing() is not None
    assert scene.cycle() == ()
    assert scene.desk.missing() is None


def test_a_desk_whose_data_was_deleted_knows_at_the_next_start_what_had_not_been_sent(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"at least 1 unsent records are missing")
    scene.hand_out()
    scene.cycle()
    scene.hand_out()
    scene.desk.close()
    shutil.rmtree(scene.desk.home.folder)
    scene.desk.crash()
    missing = scene.desk.missing()
    assert missing is not None
    assert (missing.count, missing.sought) == (1, False)


@dataclass(frozen=True)
class Image:
    """The home and the secrets of a desk, as an image of the whole computer has them."""

    copy: Snapshot
    secrets: bytes

    @classmethod
    def of(cls, scene: Scene) -> "Image":
        copy = scene.desk.copy()
        return cls(copy, (scene.desk.folder / "secrets.json").read_bytes())

    def put_back(self, scene: Scene) -> None:
        scene.desk.close()
        (scene.desk.folder / "secrets.json").write_bytes(self.secrets)
        scene.world.put_desk_back(self.copy, whole=True)


def test_a_whole_computer_that_was_put_back_hears_from_the_register_what_it_had_not_sent(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"at least 4 unsent records are missing")
    expected_log(r"1 visits of this desk that it did not know of were taken in")
    [item] = refused(scene)
    image = Image.of(scene)
    services = scene.desk.app.services
    sent = scene.hand_out(CARDS[1])
    scene.cycle()
    scene.proxy.step, scene.proxy.fault = "push", "500"
    services.voiding.void(sent)
    services.offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    services.rejections.leave(item.id, note="Kortti nähty")
    late = scene.hand_out(CARDS[2])
    scene.cycle()
    scene.proxy.fault = None
    image.put_back(scene)
    assert scene.desk.missing() is None
    assert scene.cycle() == ()
    missing = scene.desk.missing()
    assert missing is not None
    assert (missing.count, missing.sought) == (4, True)
    assert sent in scene.desk.journal()
    assert late not in scene.desk.journal()


def test_what_was_read_of_a_loss_is_told_no_more_after_any_start_or_cycle(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"at least 1 unsent records are missing")
    copy = scene.desk.copy()
    scene.hand_out()
    scene.world.put_desk_back(copy, whole=True)
    assert scene.desk.missing() is not None
    assert scene.desk.app.services.standing.acknowledge_missing() == 1
    assert scene.desk.missing() is None
    assert scene.cycle() == ()
    scene.desk.crash()
    assert (scene.desk.app.waiting_list.noticed, scene.desk.missing()) == (0, None)


@pytest.mark.parametrize("cycles", [1, 2])
def test_a_desk_that_was_put_back_is_told_so_and_takes_in_what_it_had_sent(
    scene: Scene, cycles: int, expected_log: Expect
) -> None:
    expected_log(r"visits of this desk that it did not know of were taken in")
    copy = scene.desk.copy()
    visit = scene.hand_out()
    for _ in range(cycles):  # after one, the copy's nonce is still right
        scene.cycle()
    scene.world.put_desk_back(copy, whole=True)
    scene.cycle()
    assert scene.state(visit) is OperationState.ACCEPTED
    assert scene.desk.is_forked()
    assert [desk["forked"] for desk in scene.fixture.register.central.desks()] == [True]
    scene.desk.app.services.voiding.void(visit)
    scene.cycle()
    assert scene.held() == {visit: VisitState.VOIDED}


def test_a_desk_says_by_itself_that_it_was_put_back_where_the_register_does_not(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"visits of this desk that it did not know of were taken in")
    copy = scene.desk.copy()
    scene.hand_out()
    scene.cycle()
    scene.world.put_desk_back(copy, whole=True)
    scene.proxy.edits["/standing"] = lambda answer: answer.update(forked=False, forked_at=None)
    reports = [scene.desk.cycle() for _ in range(2)]
    assert [report is not None and report.forked for report in reports] == [True, False]


def test_a_visit_that_an_old_copy_still_has_to_send_stays_taken_back(scene: Scene) -> None:
    visit = scene.hand_out()
    copy = scene.desk.copy()
    scene.cycle()
    scene.desk.app.services.voiding.void(visit)
    scene.cycle()
    scene.world.put_desk_back(copy, whole=True)
    scene.proxy.fault, scene.proxy.step = "502", "push"
    scene.cycle()  # it hears that the visit is voided before it can send it
    scene.proxy.fault = None
    scene.cycle()
    assert scene.desk.states()[visit] == (OperationState.ACCEPTED, True)
    assert scene.held() == {visit: VisitState.VOIDED}


def test_a_desk_that_is_used_twice_is_told_at_both_ends_until_it_is_enrolled_anew(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"visits of this desk that it did not know of were taken in")
    clone = scene.world.add_clone(scene.desk)
    visits = [scene.hand_out(), scene.world.hand_out(clone)]
    for _ in range(2):
        scene.cycle()
        clone.cycle()
    scene.cycle()
    assert scene.desk.journal() == clone.journal() == set(visits)
    assert scene.desk.is_forked()
    assert clone.is_forked()
    assert [desk["forked"] for desk in scene.fixture.register.central.desks()] == [True]
    scene.world.enrol(clone, scene.world.places[0])
    clone.cycle()
    assert not clone.is_forked()
