"""What the store adds up, held against the visits themselves."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.services.reporting import Sum, by_day, by_offer, by_sector, total
from desk_app.services.statistics import Certainty
from sync.rules.offers import Sector
from sync.rules.visits import Tickets, VenueVisit, VisitState
from tests.helpers.desk_fixture import NOW, POOL, TONIGHT, DeskFixture

TODAY = date(2026, 10, 17)
RECEIVED = VenueVisit(
    id=UUID(int=70),
    desk_id=UUID(int=8),
    desk_name="Lippuluukku 2",
    card_number="KAIKU0002",
    offer_id=TONIGHT.id,
    tickets=Tickets(holder=1, children=2),
    local_date=TODAY - timedelta(days=2),
    state=VisitState.ACCEPTED,
)


def record(desk_fixture: DeskFixture, days_ago: int = 0, **asked: object) -> UUID:
    wanted = VisitRequest(
        number="KAIKU0001", offer_id=POOL.id, at=NOW - timedelta(days=days_ago, minutes=1)
    )
    return desk_fixture.services.recording.record(replace(wanted, **asked)).visit.id  # type: ignore[arg-type]  # the fields are the caller's


def fill(desk_fixture: DeskFixture) -> None:
    """Visits on every certainty, of this desk and of another."""
    refused = record(desk_fixture, days_ago=4)
    record(desk_fixture, days_ago=3, tickets=TicketsRequest(children=2, assistants=1))
    desk_fixture.refuse(refused)
    record(desk_fixture, number="KAIKU0004", tickets=TicketsRequest(community_minors=5))
    record(desk_fixture, number="KAIKU0002", offer_id=TONIGHT.id)
    desk_fixture.services.voiding.void(record(desk_fixture, days_ago=1))
    record(
        desk_fixture,
        number="KAIKU7777",
        provisional=True,
        printed_valid_until=date(2027, 1, 1),
        tickets=TicketsRequest(children=1),
    )
    desk_fixture.receive(
        RECEIVED,
        replace(RECEIVED, id=uuid4(), offer_id=UUID(int=404)),
        replace(RECEIVED, id=uuid4(), state=VisitState.VOIDED),
    )


@pytest.mark.parametrize("all_desks", [False, True])
@pytest.mark.parametrize(
    ("first", "last"), [(None, None), (TODAY, TODAY), (TODAY - timedelta(days=3), None)]
)
def test_the_sums_are_those_of_the_visits_themselves(
    desk_fixture: DeskFixture, first: date | None, last: date | None, *, all_desks: bool
) -> None:
    fill(desk_fixture)
    rows = desk_fixture.services.reporting.rows(first, last, all_desks=all_desks)
    statistics = desk_fixture.services.statistics.compute(first, last, all_desks=all_desks)
    assert statistics.total == total(rows)
    assert statistics.days == by_day(rows)
    assert statistics.offers == by_offer(rows)
    assert statistics.sectors == by_sector(rows)


def test_what_is_not_sure_is_told_apart(desk_fixture: DeskFixture) -> None:
    fill(desk_fixture)
    assert desk_fixture.services.statistics.compute().visits == {
        Certainty.ACCEPTED: 1,
        Certainty.WAITING: 2,
        Certainty.UNSEEN: 1,
        Certainty.REFUSED: 1,
        Certainty.VOIDED: 1,
    }


def test_another_desks_visit_counts_only_where_all_desks_are_asked_for(
    desk_fixture: DeskFixture,
) -> None:
    desk_fixture.receive(RECEIVED)
    assert desk_fixture.services.statistics.compute().total == Sum()
    assert desk_fixture.services.statistics.compute(all_desks=True).total == Sum(
        1, adults=1, minors=2
    )


def test_a_visit_that_the_register_tells_back_is_counted_once(desk_fixture: DeskFixture) -> None:
    own = record(desk_fixture)
    desk_fixture.receive(replace(RECEIVED, id=own))
    assert desk_fixture.services.statistics.compute(all_desks=True).total.visits == 1


def test_days_are_in_order_and_the_rest_by_most_tickets(desk_fixture: DeskFixture) -> None:
    record(desk_fixture, offer_id=TONIGHT.id)
    record(desk_fixture, days_ago=2, tickets=TicketsRequest(children=2))
    statistics = desk_fixture.services.statistics.compute()
    assert list(statistics.days) == [TODAY - timedelta(days=2), TODAY]
    assert list(statistics.offers) == [POOL.id, TONIGHT.id]
    assert list(statistics.sectors) == [Sector.SPORT, Sector.CULTURE]
