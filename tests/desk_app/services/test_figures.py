"""What the cupboard adds up, held against the visits themselves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desk_app.services.figures import Footing
from desk_app.services.recording import TicketsAsked, VisitAsked
from desk_app.services.reporting import Sum, by_day, by_offer, by_sector, total
from sync.rules.offers import Sector
from sync.rules.visits import Tickets, VenueVisit, VisitState
from tests.helpers.booth import NOW, POOL, TONIGHT, Booth

TODAY = date(2026, 10, 17)
HEARD = VenueVisit(
    id=UUID(int=70),
    desk_id=UUID(int=8),
    desk_name="Lippuluukku 2",
    card_number="KAIKU0002",
    offer_id=TONIGHT.id,
    tickets=Tickets(holder=1, children=2),
    local_date=TODAY - timedelta(days=2),
    state=VisitState.ACCEPTED,
)


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    desk = Booth(tmp_path)
    desk.enrol()
    desk.load_register()
    desk.load_offers()
    yield desk
    desk.close()


def record(booth: Booth, days_ago: int = 0, **asked: object) -> UUID:
    wanted = VisitAsked(
        number="KAIKU0001", offer_id=POOL.id, at=NOW - timedelta(days=days_ago, minutes=1)
    )
    return booth.counter.recording.record(replace(wanted, **asked)).visit.id  # type: ignore[arg-type]  # the fields are the caller's


def fill(booth: Booth) -> None:
    """Visits on every footing, of this desk and of another."""
    refused = record(booth, days_ago=4)
    record(booth, days_ago=3, tickets=TicketsAsked(children=2, assistants=1))
    booth.refuse(refused)
    record(booth, number="KAIKU0004", tickets=TicketsAsked(community_minors=5))
    record(booth, number="KAIKU0002", offer_id=TONIGHT.id)
    booth.counter.voiding.void(record(booth, days_ago=1))
    record(
        booth,
        number="KAIKU7777",
        provisional=True,
        printed_valid_until=date(2027, 1, 1),
        tickets=TicketsAsked(children=1),
    )
    booth.hear(
        HEARD,
        replace(HEARD, id=uuid4(), offer_id=UUID(int=404)),
        replace(HEARD, id=uuid4(), state=VisitState.VOIDED),
    )


@pytest.mark.parametrize("all_desks", [False, True])
@pytest.mark.parametrize(
    ("first", "last"), [(None, None), (TODAY, TODAY), (TODAY - timedelta(days=3), None)]
)
def test_the_sums_are_those_of_the_visits_themselves(
    booth: Booth, first: date | None, last: date | None, *, all_desks: bool
) -> None:
    fill(booth)
    rows = booth.counter.reporting.rows(first, last, all_desks=all_desks)
    figures = booth.counter.figuring.figures(first, last, all_desks=all_desks)
    assert figures.total == total(rows)
    assert figures.days == by_day(rows)
    assert figures.offers == by_offer(rows)
    assert figures.sectors == by_sector(rows)


def test_what_is_not_sure_is_told_apart(booth: Booth) -> None:
    fill(booth)
    assert booth.counter.figuring.figures().visits == {
        Footing.ACCEPTED: 1,
        Footing.WAITING: 2,
        Footing.UNSEEN: 1,
        Footing.REFUSED: 1,
        Footing.TAKEN_BACK: 1,
    }


def test_another_desks_visit_counts_only_where_all_desks_are_asked_for(booth: Booth) -> None:
    booth.hear(HEARD)
    assert booth.counter.figuring.figures().total == Sum()
    assert booth.counter.figuring.figures(all_desks=True).total == Sum(1, adults=1, minors=2)


def test_a_visit_that_the_register_tells_back_is_counted_once(booth: Booth) -> None:
    own = record(booth)
    booth.hear(replace(HEARD, id=own))
    assert booth.counter.figuring.figures(all_desks=True).total.visits == 1


def test_days_are_in_order_and_the_rest_by_most_tickets(booth: Booth) -> None:
    record(booth, offer_id=TONIGHT.id)
    record(booth, days_ago=2, tickets=TicketsAsked(children=2))
    figures = booth.counter.figuring.figures()
    assert list(figures.days) == [TODAY - timedelta(days=2), TODAY]
    assert list(figures.offers) == [POOL.id, TONIGHT.id]
    assert list(figures.sectors) == [Sector.SPORT, Sector.CULTURE]
