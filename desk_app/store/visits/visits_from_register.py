"""This desk's own visits that its journal lacks, taken from the register's activity feed.

They show that an old copy of the data was restored, or that a second one is in use (contract 1.7).
Less is known of them than of visits recorded here; they are never sent.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from desk_app.store.schema.tables import activity, desks, operations, sync_metadata, visits, voids
from desk_app.store.visits.enqueueing import enqueue
from desk_app.store.visits.records import ticket_columns
from sync.ports import GIVEN, OperationState
from sync.rules.codes import VerdictCode
from sync.rules.visits import EntryMethod, VisitState, VoidReason

_OWN = activity.c.desk_id.in_(sa.select(desks.c.desk_id))
_UNKNOWN = sa.select(activity).where(
    activity.c.id.in_(sa.bindparam("received", expanding=True)),
    _OWN,
    ~sa.exists().where(operations.c.id == activity.c.id),
)
_UNDONE = (  # also of what waits: an old copy of this desk's data may be about to send it again
    sa.select(activity)
    .join(operations, operations.c.id == activity.c.id)
    .where(
        activity.c.id.in_(sa.bindparam("received", expanding=True)),
        activity.c.state == VisitState.VOIDED,
        operations.c.state.in_(GIVEN),
        operations.c.carried_from.is_(None),
        ~sa.exists().where(voids.c.visit_id == activity.c.id),
    )
)

_COUNT = sync_metadata.update().values(taken_in=sync_metadata.c.taken_in + sa.bindparam("more"))


def restore_own_visits(connection: sa.Connection, received: Sequence[UUID]) -> int:
    """Restore what is this desk's own and not in its journal; how many visits."""
    unknown = connection.execute(_UNKNOWN, {"received": received}).all()
    for row in unknown:
        _restore_visit(connection, row)
    if unknown:
        connection.execute(_COUNT, {"more": len(unknown)})
    for row in connection.execute(_UNDONE, {"received": received}).all():
        _undo(connection, row)
    return len(unknown)


def _restore_visit(connection: sa.Connection, row: sa.Row[Any]) -> None:
    connection.execute(
        visits.insert(),
        {
            "id": row.id,
            "recorded_at": _about(row),
            "local_date": row.local_date,
            "card_number": row.card_number,
            "card_mark": row.card_mark,
            "offer_id": row.offer_id,
            **ticket_columns(row),
            "entry": EntryMethod.TYPED,
            "register_revision": 0,
            "verdict": VerdictCode.VALID,
            "provisional": False,
            "clock_trusted": False,
        },
    )
    _enqueue_accepted(connection, row.id, "visit", row)


def _undo(connection: sa.Connection, row: sa.Row[Any]) -> None:
    void_id = uuid4()  # the true one is not told
    _enqueue_accepted(connection, void_id, "void", row)
    connection.execute(
        voids.insert(),
        {
            "id": void_id,
            "visit_id": row.id,
            "reason": VoidReason.MISTAKE,
            "recorded_at": _about(row),
        },
    )


def _enqueue_accepted(
    connection: sa.Connection, operation_id: UUID, kind: str, row: sa.Row[Any]
) -> None:
    enqueue(connection, operation_id, kind, row.id, OperationState.ACCEPTED, from_feed=True)
    connection.execute(
        operations.update().where(operations.c.id == operation_id).values(settled_at=_about(row))
    )


def _about(row: sa.Row[Any]) -> datetime:
    """The feed tells the day alone."""
    return datetime.combine(row.local_date, time(12), tzinfo=UTC)
