"""Notes: what venues tell Kaikukeskus about operations that were refused (contract 1.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from sync.server.store.tables import desks, notes, venues

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedNote:
    """A note, and who sent it when."""

    id: UUID
    venue_id: str
    venue_name: str
    desk_id: UUID
    desk_name: str
    recorded_at: datetime
    received_at: datetime
    about: UUID
    code: str | None
    text: str
    operator: str | None


def all_notes(connection: Connection) -> Iterator[ReceivedNote]:
    """Every note of every venue, in the order in which they were received."""
    query = (
        select(notes, desks.c.name.label("desk_name"), venues.c.name.label("venue_name"))
        .join_from(notes, desks, notes.c.desk_id == desks.c.id)
        .join(venues, notes.c.venue_id == venues.c.id)
        .order_by(notes.c.received_at, notes.c.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row in connection.execute(query).mappings():
        yield ReceivedNote(**row)
