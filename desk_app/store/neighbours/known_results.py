"""Applies the results of operations that neighbours know.

A desk without a way to the register hears so what the register said of its work. Of several words
the one that lies nearest to the register's own prevails: what was accepted once stays so.

A neighbour may be wrong, or lie. What was accepted by its word, and the register's feed does not
tell of, is sent after all (``Outbox.confirm``); what was refused is shown, and sent all the same.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desk_app.store.connection.statements import id_list, is_listed
from desk_app.store.schema.tables import operations, voids
from desk_app.store.visits.outbox import move_by_word, show
from sync.lan.news import NewsBrief, NewsOperation
from sync.ports import BY_WORD, OperationState, SendResult
from sync.rules.visits import Void

_THESE = sa.select(*(operations.c[name] for name in ("id", "seq", "state", "carried_from"))).where(
    is_listed(operations.c.id)
)


def apply_results(
    connection: sa.Connection, received: Sequence[NewsOperation | NewsBrief], at: datetime
) -> None:
    """Settle what neighbours know to be settled.

    An operation is withdrawn by the desk that recorded it, and by nobody else. What is not known
    here is passed over.
    """
    settled = [each for each in received if each.state is not OperationState.PENDING]
    if not settled:
        return
    found = connection.execute(_THESE, {"ids": id_list(each.id for each in settled)})
    rows = {row.id: row for row in found}
    alike = defaultdict[tuple[OperationState, str | None, str | None], list[sa.Row[Any]]](list)
    for each in settled:
        row = rows.pop(each.id, None)  # of one that is sent twice, the first counts
        if row is None or each.state not in BY_WORD[row.state]:
            continue
        code, detail = (None, None) if isinstance(each, NewsBrief) else (each.code, each.detail)
        if row.carried_from is not None or each.state is OperationState.ACCEPTED:
            alike[each.state, code, detail].append(row)
        elif each.state is OperationState.REJECTED:
            show(connection, row.seq, SendResult(each.id, each.state, code, detail), at)
    for (state, code, detail), moved in alike.items():
        move_by_word(connection, moved, SendResult(moved[0].id, state, code, detail), at)
    accepted = [each for each in settled if each.state is OperationState.ACCEPTED]
    for operation in [each.operation for each in accepted if isinstance(each, NewsOperation)]:
        if isinstance(operation, Void):
            _accept_other_void(connection, operation, at)


def _accept_other_void(connection: sa.Connection, accepted: Void, at: datetime) -> None:
    """A visit that two desks took back is voided by one of them, and so is the other's void done.

    It is sent after all where the feed tells that the visit still counts.
    """
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
        move_by_word(connection, [row], SendResult(row.id, OperationState.ACCEPTED), at)
