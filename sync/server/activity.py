"""The visits of a venue as a feed to its desks, and of all venues for audit."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, Select, select

from sync.protocol import VISIT
from sync.rules.visits import Tickets, VenueVisit, VisitState
from sync.server.tables import desks, operations

PAGE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedVisit(VenueVisit):
    """A visit with all that the register knows of it, for audit."""

    venue_id: str
    recorded_at: datetime
    received_at: datetime
    entry: str
    verdict: str
    provisional: bool
    register_revision: int
    clock_trusted: bool
    operator: str | None
    replaces: UUID | None


def feed(
    connection: Connection, venue_id: str, after: int, limit: int = PAGE
) -> tuple[list[VenueVisit], int, bool]:
    """Visits beyond a position, the position reached, and whether there are more."""
    query = (
        _query()
        .where(operations.c.venue_id == venue_id, operations.c.position > after)
        .order_by(operations.c.position)
        .limit(limit + 1)
    )
    rows = connection.execute(query).all()
    found = [
        VenueVisit(
            id=row.id,
            desk_id=row.desk_id,
            desk_name=row.desk_name,
            card_number=row.card_number,
            offer_id=row.offer_id,
            tickets=_tickets(row.document),
            local_date=row.local_date,
            state=VisitState(row.state),
        )
        for row in rows[:limit]
    ]
    reached = rows[:limit][-1].position if rows else after
    return found, reached, len(rows) > limit


def all_visits(connection: Connection) -> list[RecordedVisit]:
    """Every visit of every venue, in the order in which they were received."""
    query = (
        _query()
        .where(operations.c.position.isnot(None))
        .order_by(operations.c.received_at, operations.c.venue_id, operations.c.position)
    )
    found = []
    for row in connection.execute(query):
        visit = VISIT.validate_json(row.document)
        found.append(
            RecordedVisit(
                id=row.id,
                venue_id=row.venue_id,
                desk_id=row.desk_id,
                desk_name=row.desk_name,
                card_number=row.card_number,
                offer_id=row.offer_id,
                tickets=visit.tickets,
                local_date=row.local_date,
                state=VisitState(row.state),
                recorded_at=visit.recorded_at,
                received_at=row.received_at,
                entry=visit.entry,
                verdict=visit.verdict,
                provisional=visit.provisional,
                register_revision=visit.register_revision,
                clock_trusted=visit.clock_trusted,
                operator=visit.operator,
                replaces=visit.replaces,
            )
        )
    return found


def _query() -> Select[tuple[UUID, str, UUID, str, str, UUID, date, str, int, datetime, str]]:
    return select(
        operations.c.id,
        operations.c.venue_id,
        operations.c.desk_id,
        desks.c.name.label("desk_name"),
        operations.c.card_number,
        operations.c.offer_id,
        operations.c.local_date,
        operations.c.state,
        operations.c.position,
        operations.c.received_at,
        operations.c.document,
    ).join_from(operations, desks, operations.c.desk_id == desks.c.id)


def _tickets(document: str) -> Tickets:
    return VISIT.validate_json(document).tickets
