"""A ticket agent's desk records for several venues (contract 3.5)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from sync.errors import CursorGoneError
from sync.messages import EnrolmentRequest
from sync.rules.offers import Quota
from sync.server.services.desk_session import DeskSession
from sync.server.store.desks import MOST_VENUES
from tests.helpers.samples import VENUE, a_void, an_offer, an_own_offer
from tests.sync.server.register_fixture import ELSEWHERE, RegisterFixture, with_quota

SHOW = replace(an_offer(), id=uuid4(), quota=Quota(10, 0))


@pytest.fixture
def agent(fixture: RegisterFixture) -> DeskSession:
    """A desk of VENUE that records for ELSEWHERE too, where there is a show."""
    fixture.with_offer(SHOW, ELSEWHERE)
    return DeskSession(fixture.central, fixture.new_token(VENUE, ELSEWHERE))


def venues_of(fixture: RegisterFixture) -> list[str]:
    return [visit.venue_id for visit in fixture.central.visits()]


def test_an_enrolment_names_all_venues_and_so_does_me(fixture: RegisterFixture) -> None:
    code = fixture.central.make_activation(ELSEWHERE.id, VENUE.id, VENUE.id)
    asked = EnrolmentRequest(activation_code=code, desk_name="Lippu", app_version="1.0.0")
    enrolled = fixture.central.enrol(asked, caller="here")
    me = DeskSession(fixture.central, enrolled.token).me()
    for answer in (enrolled, me):
        assert (answer.venue, answer.venues) == (ELSEWHERE, [ELSEWHERE, VENUE])


def test_a_desk_of_one_venue_is_told_of_that_alone(fixture: RegisterFixture) -> None:
    assert fixture.desk.me().venues == []
    assert [offer.venue_id for offer in fixture.desk.offers(None).offers] == [None]


@pytest.mark.parametrize("ids", [[], [f"venue {n}" for n in range(MOST_VENUES + 1)]])
def test_a_code_is_for_some_venues_but_not_for_all_there_are(
    fixture: RegisterFixture, ids: Sequence[str]
) -> None:
    with pytest.raises(ValueError, match="1 to 50 venues"):
        fixture.central.make_activation(*ids)


def test_every_offer_of_the_feed_says_its_venue(
    fixture: RegisterFixture, agent: DeskSession
) -> None:
    page = agent.offers(None)
    assert {offer.id: offer.venue_id for offer in page.offers} == {
        fixture.offer.id: VENUE.id,
        SHOW.id: ELSEWHERE.id,
    }


def test_a_visit_goes_to_the_venue_of_its_offer(
    fixture: RegisterFixture, agent: DeskSession
) -> None:
    there, here = fixture.visit(SHOW), fixture.visit()
    sent = (there, here, a_void(there.id))
    assert fixture.send(*sent, desk=agent) == ["accepted"] * 3
    assert fixture.send(*sent, desk=agent) == ["duplicate"] * 3
    states = {visit.id: (visit.venue_id, visit.state) for visit in fixture.central.visits()}
    assert states == {there.id: (ELSEWHERE.id, "voided"), here.id: (VENUE.id, "accepted")}


def test_the_area_is_that_of_the_offers_venue(fixture: RegisterFixture, agent: DeskSession) -> None:
    fixture.central.put_venues([replace(ELSEWHERE, local_only=True)])
    assert fixture.send(fixture.visit(SHOW), fixture.visit(), desk=agent) == [
        "rejected area_not_allowed",
        "accepted",
    ]


def test_a_void_may_come_before_its_visit_at_whichever_venue(
    fixture: RegisterFixture, agent: DeskSession
) -> None:
    visit = fixture.visit(SHOW)
    assert fixture.send(a_void(visit.id), desk=agent) == ["accepted"]
    assert fixture.send(visit, desk=agent) == ["accepted"]
    assert fixture.states() == {visit.id: "voided"}


def test_a_void_of_a_stranger_waits_for_no_visit_of_the_venue(fixture: RegisterFixture) -> None:
    visit = fixture.visit()
    fixture.send(a_void(visit.id), desk=fixture.new_desk(ELSEWHERE))
    assert fixture.send(visit) == ["accepted"]
    assert fixture.states() == {visit.id: "accepted"}


def test_an_own_offer_names_its_venue_and_its_visits_follow_it(
    fixture: RegisterFixture, agent: DeskSession
) -> None:
    own = an_own_offer()
    own = replace(own, offer=replace(own.offer, venue_id=ELSEWHERE.id))
    visit = fixture.visit(own.offer)
    assert fixture.send(visit, own, desk=agent) == ["retry offer_unknown", "accepted"]
    assert fixture.send(own, visit, desk=agent) == ["duplicate", "accepted"]
    assert venues_of(fixture) == [ELSEWHERE.id]
    later = own.recorded_at + timedelta(seconds=1)
    withdrawn = replace(own, id=uuid4(), recorded_at=later, revises=True, withdrawn=True)
    assert fixture.send(withdrawn, desk=agent) == ["accepted"]
    assert own.offer.id in fixture.new_desk(ELSEWHERE).offers(None).removed


def test_an_own_offer_of_a_venue_that_is_not_the_desks_is_refused(fixture: RegisterFixture) -> None:
    own = an_own_offer()
    foreign = replace(own, offer=replace(own.offer, venue_id=ELSEWHERE.id))
    own_one = replace(own, offer=replace(own.offer, venue_id=VENUE.id))
    assert fixture.send(foreign) == ["rejected malformed"]
    assert fixture.send(own_one, own_one) == ["accepted", "duplicate"]


def test_what_tells_no_venue_goes_to_the_desks_own(
    fixture: RegisterFixture, agent: DeskSession
) -> None:
    assert fixture.send(fixture.visit(replace(SHOW, id=uuid4())), a_void(uuid4()), desk=agent) == [
        "retry offer_unknown",
        "accepted",
    ]


def test_the_activity_is_that_of_all_venues(fixture: RegisterFixture, agent: DeskSession) -> None:
    here, there = fixture.visit(), fixture.visit(SHOW)
    fixture.send(here)
    fixture.send(there, desk=fixture.new_desk(ELSEWHERE))
    page = agent.activity(None)
    assert {visit.id for visit in page.visits} == {here.id, there.id}
    assert agent.activity(page.cursor).visits == []


def test_a_cursor_goes_on_in_every_venues_feed(
    fixture: RegisterFixture, agent: DeskSession
) -> None:
    cursor = agent.offers(None).cursor
    fixture.send(fixture.visit(SHOW), desk=agent)
    offer = fixture.with_offer(with_quota(5))
    page = agent.offers(cursor)
    assert {offer.id for offer in page.offers} == {SHOW.id, offer.id}
    assert agent.offers(page.cursor).offers == []


def test_a_page_ends_within_one_venue_and_the_next_goes_on(
    fixture: RegisterFixture, agent: DeskSession
) -> None:
    ids = {fixture.with_offer(replace(an_offer(), id=uuid4())).id for _ in range(2)}
    found, cursor, more = set[UUID](), None, True
    while more:
        page = agent.offers(cursor, 2)
        found |= {offer.id for offer in page.offers}
        cursor, more = page.cursor, page.more
    assert found == ids | {fixture.offer.id, SHOW.id}


def test_a_cursor_of_other_venues_names_no_place(
    fixture: RegisterFixture, agent: DeskSession
) -> None:
    with pytest.raises(CursorGoneError):
        fixture.desk.offers(agent.offers(None).cursor)
    with pytest.raises(CursorGoneError):
        agent.offers(fixture.desk.offers(None).cursor)


def test_the_list_of_desks_names_all_venues(fixture: RegisterFixture, agent: DeskSession) -> None:
    ids = {desk["id"]: desk["venue_ids"] for desk in fixture.central.desks()}
    assert ids[agent.me().desk_id] == [VENUE.id, ELSEWHERE.id]
    assert ids[fixture.desk.me().desk_id] == [VENUE.id]
