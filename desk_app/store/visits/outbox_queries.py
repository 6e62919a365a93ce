"""The outbox's queries: which operations go next, and their changes of state."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from desk_app.store.register.scope import OF_VENUE_LEFT, OURS
from desk_app.store.schema.tables import (
    activity,
    notes,
    offers,
    operations,
    own_offers,
    visits,
    voids,
)
from desk_app.store.visits.operation_contents import Rows
from sync.ports import NOT_GIVEN, UNSENT, OperationState
from sync.rules.codes import Refusal
from sync.rules.visits import VisitState

AMONG = sa.select(operations)
_PENDING = sa.and_(operations.c.state == OperationState.PENDING, OURS)
_NEXT = sa.select(
    operations.c.seq, operations.c.kind, operations.c.state, operations.c.carried_from
).where(_PENDING)
_TIME = operations.c.next_try_at.type
_IS_DUE = sa.or_(  # no wait reaches beyond: the clock was ahead when that time was set
    operations.c.next_try_at <= sa.bindparam("now", type_=_TIME),
    operations.c.next_try_at > sa.bindparam("beyond", type_=_TIME),
)
_FRESH = (
    _NEXT.where(operations.c.failed_with.is_(None))
    .where(sa.or_(operations.c.next_try_at.is_(None), _IS_DUE))
    .order_by(operations.c.seq)
    .limit(sa.bindparam("most"))
)
_FRESH_OWN = _FRESH.where(operations.c.carried_from.is_(None))
"""However much of other desks' waits before it."""
ANY_FRESH = sa.select(
    sa.exists().where(
        _PENDING, operations.c.failed_with.is_(None), operations.c.hindered_since.is_(None)
    )
)
_FAILED = (
    _NEXT.add_columns(operations.c.failed_with)
    .where(operations.c.failed_with.is_not(None), operations.c.tries == 0)
    .order_by(operations.c.failed_with.desc(), operations.c.next_try_at, operations.c.seq)
    .limit(sa.bindparam("most"))
)
_ALONE = (
    _NEXT.where(operations.c.failed_with.is_not(None), operations.c.tries > 0)
    .order_by(operations.c.next_try_at, operations.c.seq)
    .limit(1)
)
_ALONE_DUE = _ALONE.where(_IS_DUE)


def next_rows(
    connection: sa.Connection,
    most: int,
    at_least: int,
    due: Mapping[str, datetime],
    *,
    patient: bool,
) -> Rows:
    """The operations that go next, at most so many; of those that wait, the ones that are ``due``.

    Those that failed together come in batches of half as many, or of ``at_least`` so many.
    """
    rows = connection.execute(_FRESH, {"most": most, **due}).all()
    if len(rows) == most and all(row.carried_from is not None for row in rows):
        rows = connection.execute(_FRESH_OWN, {"most": most, **due}).all() or rows
    if rows:
        return rows
    failed = connection.execute(_FAILED, {"most": most}).all()
    if failed:
        return failed[: max(failed[0].failed_with // 2, min(at_least, most), 1)]
    if patient:
        return connection.execute(_ALONE_DUE, due).all()
    return connection.execute(_ALONE).all()


WITHDRAW_VOIDED = (  # taken back here, not taken there: both ends agree, and nobody is asked
    operations.update()
    .where(
        operations.c.id.in_(sa.bindparam("untaken", expanding=True)),
        operations.c.state.in_((OperationState.REJECTED, OperationState.PENDING)),
        sa.exists().where(voids.c.visit_id == operations.c.id),
    )
    .values(state=OperationState.WITHDRAWN)
)
_offer_operations = operations.alias("offer_operations")
_OFFER_IS_REFUSED = sa.exists().where(
    visits.c.id == operations.c.id,
    own_offers.c.offer_id == visits.c.offer_id,
    _offer_operations.c.id == own_offers.c.id,
    _offer_operations.c.state.in_(NOT_GIVEN),
)
SHOW_LATE = (  # what has been told to wait for long, or for an offer that will not come
    operations.update()
    .where(
        operations.c.id.in_(sa.bindparam("waiting", expanding=True)),
        operations.c.state == OperationState.PENDING,
        operations.c.code.is_not(None),
        sa.or_(
            operations.c.hindered_since
            <= sa.bindparam("long_ago", type_=operations.c.hindered_since.type),
            _OFFER_IS_REFUSED,
        ),
    )
    .values(shown=True, next_try_at=sa.bindparam("next_try", type_=operations.c.next_try_at.type))
)
FREE_VISITS_OF_OFFERS = (  # their offer has arrived: nothing keeps them any more
    operations.update()
    .where(
        operations.c.state.in_(UNSENT),
        operations.c.hindered_since.is_not(None),
        operations.c.failed_with.is_(None),
        sa.exists().where(
            visits.c.id == operations.c.id,
            own_offers.c.offer_id == visits.c.offer_id,
            own_offers.c.id.in_(sa.bindparam("arrived", expanding=True)),
        ),
    )
    .values(next_try_at=None, shown=False)
)
LOST = (
    sa.select(operations)
    .outerjoin(visits, visits.c.id == operations.c.id)
    .outerjoin(notes, notes.c.id == operations.c.id)
    .where(
        OURS,
        ~OF_VENUE_LEFT,
        operations.c.state == OperationState.ACCEPTED,
        operations.c.settled_at >= sa.bindparam("since", type_=operations.c.settled_at.type),
        ~operations.c.from_feed,
        sa.or_(operations.c.kind != "visit", visits.c.card_number.is_not(None)),
        sa.or_(operations.c.kind != "note", notes.c.text.is_not(None)),
    )
    .order_by(operations.c.seq)
)
_AT = operations.c.settled_at.type
_BEFORE = operations.c.settled_at < sa.bindparam("read_at", type_=_AT)
_visit_operations = operations.alias("visit_operations")
_feed_lacks = sa.or_(
    sa.and_(
        operations.c.kind == "visit",
        ~sa.exists().where(activity.c.id == operations.c.id),
    ),
    sa.and_(
        operations.c.kind == "void",
        sa.or_(
            sa.exists().where(
                activity.c.id == operations.c.visit_id, activity.c.state == VisitState.ACCEPTED
            ),
            sa.and_(  # nor of its visit, which was accepted too
                ~sa.exists().where(activity.c.id == operations.c.visit_id),
                sa.exists().where(
                    _visit_operations.c.id == operations.c.visit_id,
                    _visit_operations.c.state == OperationState.ACCEPTED,
                ),
            ),
        ),
    ),
    sa.and_(
        operations.c.kind == "offer",
        sa.exists().where(
            own_offers.c.id == operations.c.id,
            offers.c.id == own_offers.c.offer_id,
            offers.c.own,
            ~offers.c.removed,
        ),
    ),
)
UNCONFIRMED = LOST.where(  # what no feed tells of by its id, and what they should tell of
    sa.or_(
        _feed_lacks,
        operations.c.kind == "note",
        sa.exists().where(
            own_offers.c.id == operations.c.id,
            sa.or_(own_offers.c.revises, own_offers.c.withdrawn),
        ),
    ),
    _BEFORE,
    ~operations.c.resent,
)
ANY_FORGOTTEN = sa.select(  # accepted before the feeds were read to their end, and not in them
    sa.exists().where(
        OURS,
        ~OF_VENUE_LEFT,
        operations.c.state == OperationState.ACCEPTED,
        operations.c.settled_at >= sa.bindparam("since", type_=_AT),
        _BEFORE,
        ~operations.c.resent,  # one that was has shown that the register has it
        ~operations.c.from_feed,
        _feed_lacks,
    )
)
UNKNOWN_CARDS = (
    sa.select(operations, visits.c.card_number)
    .join(visits, visits.c.id == operations.c.id)
    .where(
        OURS,
        operations.c.state == OperationState.REJECTED,
        operations.c.code == Refusal.CARD_UNKNOWN,
        ~operations.c.card_came,
        visits.c.card_number.is_not(None),
    )
)
_voided = (
    sa.select(activity.c.offer_id, activity.c.card_number)
    .where(activity.c.id.in_(sa.bindparam("voided", expanding=True)))
    .subquery()
)
REFUSED_FOR_OTHERS = (  # for what was given before, of the offer or with the card
    sa.select(operations)
    .join(visits, visits.c.id == operations.c.id)
    .where(
        OURS,
        operations.c.state == OperationState.REJECTED,
        sa.or_(
            sa.and_(
                operations.c.code == Refusal.QUOTA_EXCEEDED,
                visits.c.offer_id.in_(sa.select(_voided.c.offer_id)),
            ),
            sa.and_(
                operations.c.code.in_((Refusal.LIMIT_REACHED, Refusal.MINORS_EXCEEDED)),
                visits.c.card_number.in_(sa.select(_voided.c.card_number)),
            ),
        ),
        visits.c.card_number.is_not(None),
    )
)
