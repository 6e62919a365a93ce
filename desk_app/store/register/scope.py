"""The scope of an operation: a venue at a register; it is never sent elsewhere."""

import sqlalchemy as sa

from desk_app.store.schema.tables import desks, offers, operations, own_offers, visits


def _newest(column: sa.Column[object]) -> sa.ScalarSelect[object]:
    """A column of the current enrolment."""
    newest = desks.alias("newest_desk")
    return sa.select(newest.c[column.name]).order_by(newest.c.seq.desc()).limit(1).scalar_subquery()


CURRENT_DESK = _newest(desks.c.desk_name)
CURRENT_VENUE = _newest(desks.c.venue_id)
CURRENT_KEY = _newest(desks.c.register_key)

OURS = sa.or_(
    operations.c.venue_id.is_(None),  # recorded before the first enrolment
    sa.and_(operations.c.venue_id == CURRENT_VENUE, operations.c.register_key == CURRENT_KEY),
)
"""Operations that the current enrolment may send."""
HELD = sa.not_(sa.func.coalesce(OURS, sa.false()))
"""Operations of another enrolment: held back, and shown."""

_visits, _offers, _own = visits.alias("scope_visits"), offers.alias("scope_offers"), own_offers
_also = sa.func.json_each(sa.func.coalesce(_newest(desks.c.venues), "[]")).table_valued("value")


def _is_left(venue_id: sa.ColumnElement[object]) -> sa.ColumnElement[bool]:
    also = sa.exists().where(sa.func.json_extract(_also.c.value, "$.id") == venue_id)
    return sa.and_(venue_id.is_not(None), venue_id != CURRENT_VENUE, ~also)


OF_VENUE_LEFT = sa.or_(
    sa.exists().where(
        _visits.c.id == operations.c.visit_id,
        _offers.c.id == _visits.c.offer_id,
        _is_left(_offers.c.venue_id),
    ),
    sa.exists().where(_own.c.id == operations.c.id, _is_left(_own.c.venue_id)),
)
"""Operations of a venue for which a ticket agent's desk recorded once, and no longer does."""
