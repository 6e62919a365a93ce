"""Results of operations, by the word of a neighbour.

A desk without a way to the register hears so what the register said of its work. Of several words
the one that lies nearest to the register's own prevails: what was accepted once stays so.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desk_app.store.schema.tables import operations, voids
from desk_app.store.visits.outbox import move_by_word
from sync.lan.news import NewsOperation
from sync.ports import BY_WORD, OperationState, SendResult
from sync.rules.visits import Void

_THESE = sa.select(operations).where(operations.c.id.in_(sa.bindparam("ids", expanding=True)))


def apply_results(
    connection: sa.Connection, received: Sequence[NewsOperation], at: datetime
) -> None:
    """Settle what neighbours know to be settled.

    An operation is withdrawn by the desk that recorded it, and by nobody else.
    """
    settled = [each for each in received if each.state is not OperationState.PENDING]
    found = connection.execute(_THESE, {"ids": [each.operation.id for each in settled]})
    rows = {row.id: row for row in found}
    alike = defaultdict[tuple[OperationState, str | None, str | None], list[sa.Row[Any]]](list)
    for each in settled:
        id_ = each.operation.id
        row = rows.pop(id_, None)  # of one that is sent twice, the first counts
        withdraws_own = each.state is OperationState.WITHDRAWN and (
            row is not None and row.carried_from is None
        )
        if row is not None and each.state in BY_WORD[row.state] and not withdraws_own:
            alike[each.state, each.code, each.detail].append(row)
    for (state, code, detail), moved in alike.items():
        move_by_word(connection, moved, SendResult(moved[0].id, state, code, detail), at)
    for each in settled:
        if isinstance(each.operation, Void) and each.state is OperationState.ACCEPTED:
            _withdraw_other_void(connection, each.operation, at)


def _withdraw_other_void(connection: sa.Connection, accepted: Void, at: datetime) -> None:
    """A visit that two desks took back is voided by one of them: the other has nothing to void."""
    other = (
        sa.select(operations)
        .join(voids, voids.c.id == operations.c.id)
        .where(
            voids.c.visit_id == accepted.visit_id,
            voids.c.id != accepted.id,
            operations.c.state == OperationState.PENDING,
        )
    )
    for row in connection.execute(other).all():
        move_by_word(connection, [row], SendResult(row.id, OperationState.WITHDRAWN), at)
