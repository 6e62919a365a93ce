"""The scope of an operation: a venue at a register; it is never sent elsewhere."""

import sqlalchemy as sa

from desk_app.store.schema.tables import desks, operations


def _newest(column: sa.Column[object]) -> sa.ScalarSelect[object]:
    """A column of the current enrolment."""
    newest = desks.alias("newest_desk")
    return sa.select(newest.c[column.name]).order_by(newest.c.seq.desc()).limit(1).scalar_subquery()


CURRENT_VENUE = _newest(desks.c.venue_id)
CURRENT_KEY = _newest(desks.c.register_key)

OURS = sa.or_(
    operations.c.venue_id.is_(None),  # recorded before the first enrolment
    sa.and_(operations.c.venue_id == CURRENT_VENUE, operations.c.register_key == CURRENT_KEY),
)
"""Operations that the current enrolment may send."""
HELD = sa.not_(sa.func.coalesce(OURS, sa.false()))
"""Operations of another enrolment: held back, and shown."""
