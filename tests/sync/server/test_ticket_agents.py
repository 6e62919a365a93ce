"""A ticket agent's desk records for several venues (contract 3.5)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest

from sync.errors import CursorGoneError
from sync.protocol import EnrolmentRequest
from sync.rules.offers import Quota
from sync.server.authority import DeskSession
from sync.server.store import feeds
from sync.server.store.desks import MOST_VENUES
from sync.server.store.offers import feed
from tests.helpers.samples import VENUE, a_void, an_offer, an_own_offer
from tests.sync.server.houses import ELSEWHERE, House, with_quota

SHOW = replace(an_offer(), id=uuid4(), quota=Quota(10, 0))


@pytest.fixture
def agent(house: House) -> DeskSession:
    """A desk of VENUE that records for ELSEWHERE too, where there is a show."""
    house.with_offer(SHOW, ELSEWHERE)
    return house.authority.session(house.new_token(VENUE, ELSEWHERE))


def venues_of(house: House) -> list[str]:
    return [visit.venue_id for visit in house.authority.visits()]


def test_an_enrolment_names_all_venues_and_so_does_me(house: House) -> None:
    code = house.authority.make_activation(ELSEWHERE.id, VENUE.id, VENUE.id)
    asked = EnrolmentRequest(activation_code=code, desk_name="Lippu", app_version="1.0.0")
    enrolled = house.authority.enrol(asked, caller="here")
    me = house.authority.session(enrolled.token).me()
    for told in (enrolled, me):
        assert (told.venue, told.venues) == (ELSEWHERE, [ELSEWHERE, VENUE])


def test_a_desk_of_one_venue_is_told_of_that_alone(house: House) -> None:
    assert house.desk.me().venues == []
    assert [offer.venue_id for offer in house.desk.offers(None).offers] == [None]


@pytest.mark.parametrize("ids", [[], [f"venue {n}" for n in range(MOST_VENUES + 1)]])
def test_a_code_is_for_some_venues_but_not_for_all_there_are(
    house: House, ids: Sequence[str]
) -> None:
    with pytest.raises(ValueError, match="1 to 50 venues"):
        house.authority.make_activation(*ids)


def test_every_offer_of_the_feed_says_its_venue(house: House, agent: DeskSession) -> None:
    page = agent.offers(None)
    assert {offer.id: offer.venue_id for offer in page.offers} == {
        house.offer.id: VENUE.id,
        SHOW.id: ELSEWHERE.id,
    }


def test_a_visit_goes_to_the_venue_of_its_offer(house: House, agent: DeskSession) -> None:
    there, here = house.visit(SHOW), house.visit()
    sent = (there, here, a_void(there.id))
    assert house.send(*sent, desk=agent) == ["accepted"] * 3
    assert house.send(*sent, desk=agent) == ["duplicate"] * 3
    states = {visit.id: (visit.venue_id, visit.state) for visit in house.authority.visits()}
    assert states == {there.id: (ELSEWHERE.id, "voided"), here.id: (VENUE.id, "accepted")}


def test_the_area_is_that_of_the_offers_venue(house: House, agent: DeskSession) -> None:
    house.authority.put_venues([replace(ELSEWHERE, local_only=True)])
    assert house.send(house.visit(SHOW), house.visit(), desk=agent) == [
        "rejected area_not_allowed",
        "accepted",
    ]


def test_a_void_may_come_before_its_visit_at_whichever_venue(
    house: House, agent: DeskSession
) -> None:
    visit = house.visit(SHOW)
    assert house.send(a_void(visit.id), desk=agent) == ["accepted"]
    assert house.send(visit, desk=agent) == ["accepted"]
    assert house.states() == {visit.id: "voided"}


def test_a_void_of_a_stranger_waits_for_no_visit_of_the_venue(house: House) -> None:
    visit = house.visit()
    house.send(a_void(visit.id), desk=house.new_desk(ELSEWHERE))
    assert house.send(visit) == ["accepted"]
    assert house.states() == {visit.id: "accepted"}


def test_an_own_offer_names_its_venue_and_its_visits_follow_it(
    house: House, agent: DeskSession
) -> None:
    own = an_own_offer()
    own = replace(own, offer=replace(own.offer, venue_id=ELSEWHERE.id))
    visit = house.visit(own.offer)
    assert house.send(visit, own, desk=agent) == ["retry offer_unknown", "accepted"]
    assert house.send(own, visit, desk=agent) == ["duplicate", "accepted"]
    assert venues_of(house) == [ELSEWHERE.id]
    later = own.recorded_at + timedelta(seconds=1)
    withdrawn = replace(own, id=uuid4(), recorded_at=later, revises=True, withdrawn=True)
    assert house.send(withdrawn, desk=agent) == ["accepted"]
    assert own.offer.id in house.new_desk(ELSEWHERE).offers(None).removed


def test_an_own_offer_of_a_venue_that_is_not_the_desks_is_refused(house: House) -> None:
    own = an_own_offer()
    foreign = replace(own, offer=replace(own.offer, venue_id=ELSEWHERE.id))
    own_one = replace(own, offer=replace(own.offer, venue_id=VENUE.id))
    assert house.send(foreign) == ["rejected malformed"]
    assert house.send(own_one, own_one) == ["accepted", "duplicate"]


def test_what_tells_no_venue_goes_to_the_desks_own(house: House, agent: DeskSession) -> None:
    assert house.send(house.visit(replace(SHOW, id=uuid4())), a_void(uuid4()), desk=agent) == [
        "retry offer_unknown",
        "accepted",
    ]


def test_the_activity_is_that_of_all_venues(house: House, agent: DeskSession) -> None:
    here, there = house.visit(), house.visit(SHOW)
    house.send(here)
    house.send(there, desk=house.new_desk(ELSEWHERE))
    page = agent.activity(None)
    assert {visit.id for visit in page.visits} == {here.id, there.id}
    assert agent.activity(page.cursor).visits == []


def test_a_cursor_goes_on_in_every_venues_feed(house: House, agent: DeskSession) -> None:
    cursor = agent.offers(None).cursor
    house.send(house.visit(SHOW), desk=agent)
    offer = house.with_offer(with_quota(5))
    page = agent.offers(cursor)
    assert {offer.id for offer in page.offers} == {SHOW.id, offer.id}
    assert agent.offers(page.cursor).offers == []


def test_a_page_ends_within_one_venue_and_the_next_goes_on(
    house: House, agent: DeskSession
) -> None:
    ids = {house.with_offer(replace(an_offer(), id=uuid4())).id for _ in range(2)}
    found, cursor, more = set[UUID](), None, True
    while more:
        with house.authority.database.reading() as connection:
            page = feeds.read(connection, agent.authenticate(), cursor, partial(feed, limit=2))
        found |= {stored.given.id for _, some in page.found for stored in some}
        cursor, more = page.cursor, page.more
    assert found == ids | {house.offer.id, SHOW.id}


def test_a_cursor_of_other_venues_names_no_place(house: House, agent: DeskSession) -> None:
    with pytest.raises(CursorGoneError):
        house.desk.offers(agent.offers(None).cursor)
    with pytest.raises(CursorGoneError):
        agent.offers(house.desk.offers(None).cursor)


def test_the_list_of_desks_names_all_venues(house: House, agent: DeskSession) -> None:
    ids = {desk["id"]: desk["venue_ids"] for desk in house.authority.desks()}
    assert ids[agent.me().desk_id] == [VENUE.id, ELSEWHERE.id]
    assert ids[house.desk.me().desk_id] == [VENUE.id]
