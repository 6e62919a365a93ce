"""Each way in which the two ends come apart, and how they come to agree again.

The desks are the whole program without its window, over their real encrypted files; the registers
are real ones, over HTTP. :mod:`tests.sync.stories` has these things happen in any order.
"""

from dataclasses import replace
from datetime import timedelta
from threading import Thread
from typing import Any

import pytest

from desk_app.services.hold_reasons import ELSEWHERE, UNREADABLE
from desk_app.services.offer_creation import OfferRequest
from sync.rules.codes import VerdictCode
from sync.rules.offers import Offer
from sync.rules.visits import VisitState
from tests.helpers.samples import an_offer
from tests.sync.agreement.scene import Expect, Scene, refused
from tests.sync.stories.proxy import Edit
from tests.sync.stories.world import CARDS, VENUES

# Elements that cannot be read


def test_offers_that_cannot_be_read_keep_no_other_from_arriving(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"of the offers cannot be read")
    expected_log(r"cards of the register cannot be read|loaded afresh|of the \w+ cannot be read")
    scene.proxy.odd = True
    new = an_offer()
    scene.fixture.register.import_offers(VENUES[0].id, [new])
    assert scene.cycle() == ()
    assert new.id in scene.desk.received_offers()


@pytest.mark.parametrize("path", ["/offers", "/activity"])
def test_a_place_that_the_register_cannot_read_stops_no_feed(
    scene: Scene, path: str, expected_log: Expect
) -> None:
    expected_log(rf"GET {path} is read from the start: malformed")
    offer = an_offer()
    scene.fixture.register.import_offers(VENUES[0].id, [offer])
    scene.proxy.edits[path] = lambda page: page.update(cursor="päällä")
    visit = scene.hand_out()
    assert scene.cycle() == ()
    scene.proxy.edits.clear()
    assert scene.cycle() == ()
    assert (visit in scene.desk.received_visits(), offer.id in scene.desk.received_offers()) == (
        True,
        True,
    )


def test_visits_that_cannot_be_read_keep_no_other_from_arriving(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"of the visits cannot be read")
    expected_log(r"cards of the register cannot be read|loaded afresh|of the \w+ cannot be read")
    scene.proxy.odd = True
    visit = scene.world.hand_out(scene.world.add_desk())
    scene.world.desks[1].cycle()
    assert scene.cycle() == ()
    assert scene.desk.received_visits() == {visit: VisitState.ACCEPTED}


def test_a_card_that_cannot_be_read_is_unknown_and_the_register_loads(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"cards of the register cannot be read")
    expected_log(r"loaded afresh|of the \w+ cannot be read")
    scene.proxy.odd = True
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
    waiting = [scene.hand_out(), scene.hand_out(CARDS[1]), scene.hand_out(CARDS[2], own)]
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


def test_an_enrolment_elsewhere_waits_for_the_cycle_under_way_whose_answers_are_not_its_own(
    scene: Scene,
) -> None:
    world, other = scene.world, scene.world.places[1]
    enrolling = Thread(target=world.enrol, args=(scene.desk, other))

    def enrol_meanwhile(_: dict[str, Any]) -> None:
        if enrolling.ident is None:
            enrolling.start()
            enrolling.join(0.3)  # time enough, if it did not wait

    scene.proxy.edits["/me"] = enrol_meanwhile
    assert scene.cycle() == ()
    enrolling.join()
    scene.proxy.edits.clear()
    assert scene.desk.scope == other.scope
    assert scene.cycle() == ()
    assert scene.desk.scope == other.scope
    assert scene.desk.received_offers() == {offer.id for offer in other.offers}


# Own offers that are refused


def test_a_refused_own_offer_is_shown_with_its_visits_and_once_corrected_they_arrive(
    scene: Scene,
) -> None:
    offer_creation, rejections = (
        scene.desk.app.services.offer_creation,
        scene.desk.app.services.rejections,
    )
    own = offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    visit = scene.hand_out(offer=own)
    scene.proxy.rewrite = _of_another_sector
    assert scene.cycle() == ()
    assert [item.offer is not None for item in scene.items()] == [True, False]
    assert scene.items()[1].id == visit

    scene.proxy.rewrite = None
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


# Own offers that the feed does not tell of


def _without(offer: Offer) -> Edit:
    def edit(page: dict[str, Any]) -> None:
        page["offers"] = [each for each in page["offers"] if each["id"] != str(offer.id)]

    return edit


def _is_on_sale(scene: Scene, offer: Offer) -> bool:
    return offer in scene.desk.app.services.offers.all()


@pytest.mark.parametrize("days", [0, 31], ids=["sent lately", "sent long ago"])
def test_an_own_offer_that_a_feed_read_anew_tells_no_more_of_is_gone(
    scene: Scene, days: int
) -> None:
    own = scene.desk.app.services.offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    assert (scene.cycle(), scene.cycle()) == ((), ())
    assert _is_on_sale(scene, own)
    scene.world.pass_time(timedelta(days=days))
    scene.proxy.edits["/offers"] = _without(own)
    assert scene.cycle() == ()
    assert _is_on_sale(scene, own)  # the feed goes on where it was, and tells of no removal

    scene.desk.app._offers.begin_anew()
    assert scene.cycle() == ()
    assert not _is_on_sale(scene, own)


def test_an_own_offer_of_which_no_feed_ever_told_stays_on_sale(scene: Scene) -> None:
    own = scene.desk.app.services.offer_creation.add(OfferRequest(name_fi="Kirjastoilta"))
    scene.proxy.edits["/offers"] = _without(own)
    for _ in range(3):
        assert scene.cycle() == ()
        scene.desk.app._offers.begin_anew()
        scene.world.pass_time(timedelta(hours=2))
    assert _is_on_sale(scene, own)


# Fetching without end


def test_what_is_recorded_during_a_feed_without_end_goes_out_between_two_pages(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"GET /offers is read from the start")
    pages: list[bool] = []

    def never_end(page: dict[str, Any]) -> None:
        if len(pages) == 3:
            scene.hand_out()
        pages.append(bool(scene.held()))
        page |= {"cursor": f"page-{len(pages)}", "more": True, "offers": [], "removed": []}

    scene.proxy.edits["/offers"] = never_end
    assert scene.cycle() == ("endless_feed",)
    assert pages[:5] == [False, False, False, False, True]
    scene.proxy.edits.clear()
    assert scene.cycle() == ()


# Single operations


def test_a_row_that_cannot_be_read_is_set_aside_and_the_others_arrive(
    scene: Scene, expected_log: Expect
) -> None:
    expected_log(r"cannot be read")
    bad, good = scene.hand_out(), scene.hand_out(CARDS[1])
    with scene.desk.app._database.write() as connection:
        connection.exec_driver_sql("UPDATE visits SET holder = 7 WHERE id = ?", (bad.hex,))
    assert scene.cycle() == ()
    assert scene.held() == {good: VisitState.ACCEPTED}
    assert [(item.id, item.code) for item in scene.items()] == [(bad, UNREADABLE)]


def test_a_note_to_kaikukeskus_reaches_it(scene: Scene) -> None:
    [item] = refused(scene)
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    assert scene.cycle() == ()
    [note] = scene.fixture.register.central.notes()
    note_fields = note["about"], note["text"], note["desk_name"]
    assert note_fields == (item.id, "Kortti nähty", "Lippuluukku 1")
    assert scene.desk.app.services.journal.count().attention == 0


def test_a_note_that_waits_for_a_day_in_vain_is_shown_again(scene: Scene) -> None:
    [item] = refused(scene)
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    [note] = scene.desk.unsent()
    scene.proxy.poisons[note] = "500"
    visit = scene.hand_out()
    scene.cycle()
    assert [each.escalated is None for each in scene.items()] == [False]
    scene.world.pass_time(timedelta(days=1))
    scene.cycle()
    [item] = scene.items()
    assert (item.escalated, scene.desk.app.services.journal.count().attention) == (None, 1)
    assert "nobody has received it yet" in scene.desk.app.messages.note_sending(item)
    assert visit in scene.held()


def test_a_note_that_the_register_does_not_take_is_said_to_have_reached_nobody(
    scene: Scene,
) -> None:
    [item] = refused(scene)
    scene.desk.app.services.rejections.leave(item.id, note="Kortti nähty")
    scene.proxy.rewrite = _of_version_1_0
    assert scene.cycle() == ()
    [item] = scene.items()
    assert item.escalated is None
    assert scene.desk.app.services.journal.count().attention == 1


def _of_version_1_0(sent: dict[str, Any]) -> None:
    for operation in sent["operations"]:
        if operation["kind"] == "note":
            operation["kind"] = "something new"
