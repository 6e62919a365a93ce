"""What has been used already: a card's earlier visits, and an offer's tickets not yet counted."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.feeds import read_complete_at
from desk_app.store.marks import mark_of
from desk_app.store.offers import FEED as OFFERS_FEED
from desk_app.store.outbox import UNSENT
from desk_app.store.records import tickets_from
from desk_app.store.tables import activity, offers, operations, visits, voids
from sync.ports import OperationState
from sync.rules.offers import OfferKind
from sync.rules.visits import PastVisit, VisitState

_GIVEN = (*UNSENT, OperationState.ACCEPTED)


def _of_card(table: sa.Table) -> sa.ColumnElement[bool]:
    """A card's rows, those included of which only the mark is left."""
    return sa.or_(
        table.c.card_number == sa.bindparam("number"), table.c.card_mark == sa.bindparam("mark")
    )


_OF_OFFER = (offers.c.kind.label("offer_kind"), offers.c.venue_id)
_OWN = (
    sa.select(visits, *_OF_OFFER, sa.null().label("desk_name"))
    .join(operations, operations.c.id == visits.c.id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .outerjoin(offers, offers.c.id == visits.c.offer_id)
    .where(
        _of_card(visits),
        operations.c.state.in_(_GIVEN),
        voids.c.id.is_(None),
    )
)
_OTHERS = (  # what this desk recorded itself is judged by its own journal
    sa.select(activity, *_OF_OFFER, sa.null().label("recorded_at"))
    .outerjoin(visits, visits.c.id == activity.c.id)
    .outerjoin(voids, voids.c.visit_id == activity.c.id)  # carried here, and not yet sent
    .outerjoin(offers, offers.c.id == activity.c.offer_id)
    .where(
        _of_card(activity),
        activity.c.state == VisitState.ACCEPTED,
        visits.c.id.is_(None),
        voids.c.id.is_(None),
    )
)

_void_operations = operations.alias("void_operations")
_SETTLED = (
    sa.select(
        visits,
        operations.c.state,
        operations.c.settled_at,
        voids.c.id.label("void_id"),
        _void_operations.c.state.label("void_state"),
        _void_operations.c.settled_at.label("void_settled_at"),
    )
    .join(operations, operations.c.id == visits.c.id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .outerjoin(_void_operations, _void_operations.c.id == voids.c.id)
    .where(visits.c.offer_id == sa.bindparam("offer_id"), operations.c.state.in_(_GIVEN))
)


def past_visits(connection: sa.Connection, number: str) -> list[PastVisit]:
    """This card's visits to the venue that count, each once."""
    parameters = {"number": number, "mark": mark_of(connection, number)}
    rows = [*connection.execute(_OWN, parameters), *connection.execute(_OTHERS, parameters)]
    return [
        PastVisit(
            row.offer_id,
            row.offer_kind or OfferKind.STANDING,  # an offer that this desk never heard of
            row.local_date,
            tickets_from(row),
            row.recorded_at,
            row.desk_name,
            row.venue_id,
        )
        for row in rows
    ]


def queued_tickets(connection: sa.Connection, offer_id: UUID) -> int:
    """Tickets to add to ``quota.used``: given here, but not yet counted there; less the voided."""
    complete_at = read_complete_at(connection, OFFERS_FEED)

    def counted_there(state: OperationState | None, settled_at: Any) -> bool:  # noqa: ANN401 - a column
        return (
            state is OperationState.ACCEPTED
            and complete_at is not None
            and settled_at is not None
            and settled_at <= complete_at
        )

    queued = 0
    for row in connection.execute(_SETTLED, {"offer_id": offer_id}):
        given_there = counted_there(row.state, row.settled_at)
        given_here = row.void_id is None
        if given_there and counted_there(row.void_state, row.void_settled_at):
            continue  # given and taken back: both ends know
        queued += (given_here - given_there) * tickets_from(row).counted
    return queued
