"""The visits of a venue as a feed to its desks, and of all venues for audit."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, select

from sync.rules.tickets import KINDS, Tickets
from sync.rules.visits import VenueVisit, VisitState
from sync.server.store.tables import desks, visits

PAGE = 1_000
_AT_ONCE = 1_000


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


_SEEN_BY_DESKS = [field.name for field in fields(VenueVisit)]
_FOR_AUDIT = [field.name for field in fields(RecordedVisit) if field.name not in _SEEN_BY_DESKS]


def feed(
    connection: Connection, venue_id: str, after: int, oldest: date, limit: int = PAGE
) -> tuple[list[VenueVisit], int, bool]:
    """Visits beyond a position, the position reached, and whether there are more.

    Those of a day before ``oldest`` come without their card's number.
    """
    query = (
        _with_desk()
        .where(visits.c.venue_id == venue_id, visits.c.position > after)
        .order_by(visits.c.position)
        .limit(limit + 1)
    )
    rows = connection.execute(query).all()
    found = [_without_old_number(VenueVisit(**_seen_by_desks(row)), oldest) for row in rows[:limit]]
    reached = rows[:limit][-1].position if rows else after
    return found, reached, len(rows) > limit


def all_visits(connection: Connection) -> Iterator[RecordedVisit]:
    """Every visit of every venue, in the order in which they were received, a few at a time."""
    query = (
        _with_desk()
        .order_by(visits.c.received_at, visits.c.venue_id, visits.c.position)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row in connection.execute(query):
        more = {name: getattr(row, name) for name in _FOR_AUDIT}
        yield RecordedVisit(**_seen_by_desks(row), **more)


def _without_old_number(visit: VenueVisit, oldest: date) -> VenueVisit:
    return replace(visit, card_number=None) if visit.local_date < oldest else visit


def _with_desk() -> Select[Any]:
    name = desks.c.name.label("desk_name")
    return select(visits, name).join_from(visits, desks, visits.c.desk_id == desks.c.id)


def _seen_by_desks(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "desk_id": row.desk_id,
        "desk_name": row.desk_name,
        "card_number": row.card_number,
        "offer_id": row.offer_id,
        "tickets": tickets_of(row),
        "local_date": row.local_date,
        "state": VisitState(row.state),
    }


def tickets_of(row: Row[Any]) -> Tickets:
    """A visit's tickets out of its row."""
    return Tickets(**{kind.name: getattr(row, kind.name) for kind in KINDS})
