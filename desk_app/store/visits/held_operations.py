"""Operations that wait to be sent: since when, and which belong to another enrolment."""

from datetime import datetime

import sqlalchemy as sa

from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import notes, operations, own_offers, visits, voids
from sync.ports import UNSENT

_RECORDED_AT = sa.func.coalesce(
    visits.c.recorded_at,
    voids.c.recorded_at,
    own_offers.c.recorded_at,
    notes.c.recorded_at,
    type_=visits.c.recorded_at.type,
)
_OLDEST = (
    sa.select(_RECORDED_AT)
    .select_from(operations)
    .outerjoin(visits, visits.c.id == operations.c.id)
    .outerjoin(voids, voids.c.id == operations.c.id)
    .outerjoin(own_offers, own_offers.c.id == operations.c.id)
    .outerjoin(notes, notes.c.id == operations.c.id)
    .where(operations.c.state.in_(UNSENT))
    .order_by(operations.c.seq)
    .limit(1)
)


def oldest_pending(database: Database) -> datetime | None:
    """When the first of what waits was recorded."""
    with database.read() as connection:
        return connection.execute(_OLDEST).scalar_one_or_none()
