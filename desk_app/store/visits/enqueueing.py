"""Queues an operation, in the transaction that writes its content."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.connection.statements import PreparedInsert
from desk_app.store.register.scope import CURRENT_KEY, CURRENT_VENUE
from desk_app.store.schema.tables import operations
from sync.ports import OperationState
from sync.rules.visits import Operation, Visit

_VALUES = {
    name: operations.c[name]
    for name in (
        *("id", "kind", "visit_id", "state", "taken"),
        *("carried_from", "from_feed", "recorder_asks"),
    )
}
_INSERT = operations.insert().values(venue_id=CURRENT_VENUE, register_key=CURRENT_KEY)
_ENQUEUE = PreparedInsert(_INSERT, _VALUES)
_visit_operations = operations.alias("visit_operations")


def _of_visit(column: sa.Column[Any], otherwise: sa.ScalarSelect[Any]) -> sa.ColumnElement[Any]:
    """A column of the operation that a void takes back."""
    of_visit = sa.select(_visit_operations.c[column.name]).where(
        _visit_operations.c.id == sa.bindparam("of_visit", type_=operations.c.visit_id.type)
    )
    return sa.func.coalesce(of_visit.scalar_subquery(), otherwise)


_ENQUEUE_VOID = operations.insert().values(
    venue_id=_of_visit(operations.c.venue_id, CURRENT_VENUE),
    register_key=_of_visit(operations.c.register_key, CURRENT_KEY),
)


def enqueue(  # noqa: PLR0913 - the columns of a row
    connection: sa.Connection,
    operation_id: UUID,
    kind: str,
    visit_id: UUID | None,
    state: OperationState = OperationState.PENDING,
    *,
    carried_from: str | None = None,
    from_feed: bool = False,
    recorder_asks: bool = False,
    content: Operation | None = None,
) -> None:
    """Queue an operation; its content is written by the caller in the same transaction.

    The operation log needs not read it again where it is handed in here too.

    It belongs to the current enrolment, a void to that of its visit. What was ``carried_from``
    another desk may have been sent by that one already; what was only heard of in the register's
    feed is never sent.
    """
    row = {
        "id": operation_id,
        "kind": kind,
        "visit_id": visit_id,
        "state": state,
        "taken": carried_from is not None or from_feed,
        "carried_from": carried_from,
        "from_feed": from_feed,
        "recorder_asks": recorder_asks,
    }
    if kind == "void":
        connection.execute(_ENQUEUE_VOID, {"of_visit": visit_id, **row})
    else:
        _ENQUEUE.run(connection, row)
    if not from_feed:
        note_change(connection, Subject.OPERATION, operation_id, content)


def enqueue_carried(connection: sa.Connection, carried: Sequence[tuple[Visit, str]]) -> None:
    """Queue visits of neighbours in one go, each with the desk that recorded it.

    That desk asks its people what becomes of it.
    """
    connection.execute(
        _INSERT,
        [
            {
                "id": visit.id,
                "kind": visit.kind,
                "visit_id": visit.id,
                "state": OperationState.PENDING,
                "taken": True,
                "carried_from": desk_name,
                "from_feed": False,
                "recorder_asks": True,
            }
            for visit, desk_name in carried
        ],
    )
    for visit, _ in carried:
        note_change(connection, Subject.OPERATION, visit.id, visit)
