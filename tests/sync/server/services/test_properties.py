"""Whatever the order in which operations arrive, and whatever the facts: both ends agree."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.messages import Outcome
from sync.rules.cards import CardKind, CardStatus
from sync.rules.cases import Case
from sync.rules.entitlement import judge, objections
from sync.rules.offers import OfferStatus, Quota
from sync.rules.policy import Policy
from sync.rules.visits import Operation, OwnOffer, Tickets, VenueVisit
from tests.helpers.samples import MOMENT, VENUE, a_card, a_visit, a_void, an_offer
from tests.sync.server.register_fixture import TODAY, RegisterFixture

COUNTS = st.integers(min_value=0, max_value=3)
TICKETS = st.builds(
    Tickets,
    holder=st.integers(0, 1),
    children=COUNTS,
    grandchildren=COUNTS,
    assistants=COUNTS,
    worker=st.integers(0, 1),
    community_minors=COUNTS,
)


@pytest.fixture(scope="module")
def fixture(lasting_database_url: str) -> Iterator[RegisterFixture]:
    """One register for all examples: each brings cards and offers of its own."""
    running = RegisterFixture(lasting_database_url)
    with closing(running.central):
        yield running


def in_the_end(fixture: RegisterFixture, operations: list[Operation]) -> dict[int, str]:
    """What has become of the visits, by their place, once nothing has to be tried again."""
    waiting = operations
    while waiting:
        results = fixture.desk.submit(waiting)
        later = [
            operation
            for operation, result in zip(waiting, results, strict=True)
            if result.outcome is Outcome.RETRY
        ]
        assert len(later) < len(waiting)
        waiting = later
    visits: dict[object, VenueVisit] = {visit.id: visit for visit in fixture.central.visits()}
    return {
        place: visits[operation.id].state
        for place, operation in enumerate(operations)
        if operation.id in visits
    }


@given(order=st.permutations(range(5)), size=st.integers(1, 5))
def test_operations_commute_in_any_order_and_in_batches_of_any_size(
    fixture: RegisterFixture, order: list[int], size: int
) -> None:
    offer = an_offer(uuid4())
    visits = [replace(fixture.visit(offer), id=uuid4()) for _ in range(2)]
    replacement = replace(fixture.visit(offer), replaces=visits[1].id)
    operations: list[Operation] = [
        OwnOffer(id=uuid4(), recorded_at=MOMENT, offer=offer),
        *visits,
        a_void(visits[1].id),
        replacement,
    ]
    waiting = [operations[place] for place in order]
    for start in range(0, len(waiting), size):
        fixture.desk.submit(waiting[start : start + size])

    assert in_the_end(fixture, operations) == {1: "accepted", 2: "voided", 4: "accepted"}


@given(
    tickets=TICKETS,
    kind=st.sampled_from(CardKind),
    status=st.sampled_from(CardStatus),
    minors=COUNTS,
    from_days=st.integers(-3, 3),
    until_days=st.integers(-3, 3),
    local_only=st.booleans(),
    elsewhere=st.booleans(),
    minors_allowed=st.booleans(),
    left=st.none() | st.integers(0, 4),
    offer_status=st.sampled_from([OfferStatus.ON_SALE, OfferStatus.CANCELLED]),
)
def test_desk_and_register_agree_on_the_same_facts(  # noqa: PLR0913 - the facts, each by its name
    fixture: RegisterFixture,
    *,
    tickets: Tickets,
    kind: CardKind,
    status: CardStatus,
    minors: int,
    from_days: int,
    until_days: int,
    local_only: bool,
    elsewhere: bool,
    minors_allowed: bool,
    left: int | None,
    offer_status: OfferStatus,
) -> None:
    card = replace(
        a_card(f"P{uuid4().int % 10**12:012}", minors=minors),
        kind=kind,
        status=status,
        valid_from=TODAY + timedelta(days=from_days),
        valid_until=TODAY + timedelta(days=until_days),
        local_only=local_only,
        area="Muualla" if elsewhere else VENUE.area,
    )
    offer = replace(
        an_offer(uuid4()),
        minors_allowed=minors_allowed,
        quota=None if left is None else Quota(10, 10 - left),
        status=offer_status,
    )
    fixture.central.change_cards([card])
    fixture.with_offer(offer)
    case = Case(
        card=card,
        offer=offer,
        venue_area=VENUE.area,
        moment=datetime.combine(TODAY, time(12), tzinfo=Policy().zone),
    )
    at_the_desk = objections(case, judge(case), tickets)
    visit = replace(
        a_visit(offer.id, number=card.number),
        tickets=tickets,
        register_revision=fixture.desk.me().register_revision,
    )

    (answer,) = fixture.desk.submit([visit])

    if at_the_desk:
        assert (answer.outcome, answer.code) == (Outcome.REJECTED, at_the_desk[0])
    else:
        assert answer.outcome is Outcome.ACCEPTED
