"""Operations on their way out, in the order in which they were recorded.

The only module that moves an operation from one state to another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.database import Database
from desk_app.store.offers import offer_from
from desk_app.store.operation_log.changed import Subject, note_change
from desk_app.store.records import visit_from, void_from
from desk_app.store.tables import operations, own_offers, visits, voids
from sync.ports import TRANSITIONS, Fate, OperationState
from sync.rules.codes import Refusal
from sync.rules.visits import Operation, OwnOffer

Rows = Sequence[sa.Row[*tuple[Any, ...]]]
UNSENT = (OperationState.PENDING, OperationState.SENDING)


class Now(Protocol):
    """The time."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        ...


class TransitionError(RuntimeError):
    """A bug of ours: an operation cannot move like that."""


class StoredOutbox:
    """Implements ``sync.ports.Outbox``."""

    def __init__(self, database: Database, clock: Now) -> None:
        self._database = database
        self._clock = clock

    def take(self, most: int) -> Sequence[Operation]:
        """The first pending operations; they are ``sending`` from now on."""
        with self._database.write() as connection:
            rows = connection.execute(_WAITING, {"most": most}).all()
            _move(connection, rows, OperationState.SENDING, taken=True)
            return contents(connection, rows)

    def settle(self, fates: Sequence[Fate]) -> None:
        """Write down what became of operations that were taken."""
        now = self._clock.now()
        with self._database.write() as connection:
            for values, ids in _alike(fates, now):
                _settle_alike(connection, values, ids)
            # One to be tried again with a code is one that the register spoke of and did not take.
            untaken = [fate.id for fate in fates if fate.code is not None]
            if untaken:
                connection.execute(_WITHDRAW_VOIDED, {"untaken": untaken})

    def release(self) -> int:
        """Make every ``sending`` operation pending again."""
        with self._database.write() as connection:
            rows = connection.execute(
                sa.select(operations).where(operations.c.state == OperationState.SENDING)
            ).all()
            _move(connection, rows, OperationState.PENDING)
        return len(rows)

    def pending(self) -> int:
        """How many operations still have to be sent."""
        with self._database.read() as connection:
            return connection.execute(
                sa.select(sa.func.count())
                .select_from(operations)
                .where(operations.c.state.in_(UNSENT))
            ).scalar_one()


_WAITING = (
    sa.select(operations.c.seq, operations.c.kind, operations.c.state)
    .where(operations.c.state == OperationState.PENDING)
    .order_by(operations.c.seq)
    .limit(sa.bindparam("most"))
)
_ENQUEUE = operations.insert()


def enqueue(
    connection: sa.Connection,
    operation_id: UUID,
    kind: str,
    visit_id: UUID | None,
    state: OperationState = OperationState.PENDING,
    *,
    carried_from: str | None = None,
) -> None:
    """Queue an operation; its content is written by the caller in the same transaction.

    What was ``carried_from`` another desk may have been sent by that one already.
    """
    connection.execute(
        _ENQUEUE,
        {
            "id": operation_id,
            "kind": kind,
            "visit_id": visit_id,
            "state": state,
            "taken": carried_from is not None,
            "carried_from": carried_from,
        },
    )
    note_change(connection, Subject.OPERATION, operation_id)


def move(connection: sa.Connection, operation_id: UUID, to: OperationState, at: datetime) -> None:
    """Move one operation by a person's word, given at ``at``."""
    row = connection.execute(sa.select(operations).where(operations.c.id == operation_id)).one()
    again = to is OperationState.PENDING
    values = {"code": None, "detail": None, "settled_at": None} if again else {"settled_at": at}
    _move(connection, [row], to, **values)


def resume_heard(connection: sa.Connection, ids: Sequence[UUID]) -> None:
    """Send once more what was refused here, and what the register has all the same.

    Another desk that carried it had more luck, as when the card was registered meanwhile. To the
    register it is a duplicate, so that both desks know of it in the end. Where staff here have
    taken such a visit back, their void, which had nothing to take back, goes out after all.
    """
    among = operations.c.visit_id.in_(ids)
    refused_visits = connection.execute(
        sa.select(operations).where(
            among,
            operations.c.kind == "visit",
            operations.c.state == OperationState.REJECTED,
            operations.c.code != Refusal.ID_CONFLICT,
        )
    ).all()
    idle_voids = connection.execute(
        sa.select(operations).where(
            among, operations.c.kind == "void", operations.c.state == OperationState.WITHDRAWN
        )
    ).all()
    again = {"code": None, "detail": None, "settled_at": None}
    _move(connection, [*refused_visits, *idle_voids], OperationState.PENDING, **again)


_WITHDRAW_VOIDED = (  # taken back here, not taken there: both ends agree, and nobody is asked
    operations.update()
    .where(
        operations.c.id.in_(sa.bindparam("untaken", expanding=True)),
        operations.c.state.in_((OperationState.REJECTED, OperationState.PENDING)),
        sa.exists().where(voids.c.visit_id == operations.c.id),
    )
    .values(state=OperationState.WITHDRAWN)
)


def _alike(fates: Sequence[Fate], now: datetime) -> Iterator[tuple[dict[str, Any], list[UUID]]]:
    """What to write, and to which: nearly all of a batch share one fate, and so one statement."""
    same = defaultdict[tuple[OperationState, str | None, str | None], list[UUID]](list)
    for fate in fates:
        same[fate.state, fate.code, fate.detail].append(fate.id)
    for (state, code, detail), ids in same.items():
        settled_at = None if state is OperationState.PENDING else now
        yield {"state": state, "code": code, "detail": detail, "settled_at": settled_at}, ids


def _settle_alike(connection: sa.Connection, values: dict[str, Any], ids: Sequence[UUID]) -> None:
    """One statement, which leaves alone what may not move so."""
    to: OperationState = values["state"]
    may = [state for state, others in TRANSITIONS.items() if to in others]
    moved = connection.execute(
        operations.update()
        .where(operations.c.id.in_(ids), operations.c.state.in_(may))
        .values(values)
    )
    if moved.rowcount != len(ids):
        raise TransitionError(f"{len(ids) - moved.rowcount} operations cannot become {to}")


def _check_move(state: OperationState, to: OperationState) -> None:
    if to not in TRANSITIONS[state]:
        raise TransitionError(f"{state} cannot become {to}")


def _move(
    connection: sa.Connection,
    rows: Rows,
    to: OperationState,
    **values: Any,  # noqa: ANN401 - the rows' own columns
) -> None:
    for row in rows:
        _check_move(row.state, to)
    connection.execute(
        operations.update()
        .where(operations.c.seq.in_([row.seq for row in rows]))
        .values(state=to, **values)
    )


def contents(connection: sa.Connection, rows: Rows) -> list[Operation]:
    """The operations themselves, word for word; some hundreds at a time."""
    of_kind = defaultdict[str, list[int]](list)
    for row in rows:
        of_kind[row.kind].append(row.seq)
    contents: dict[int, Operation] = {}
    for kind, places in of_kind.items():
        table, read = _CONTENTS[kind]
        found = connection.execute(
            sa.select(operations.c.seq, table)
            .join_from(operations, table, operations.c.id == table.c.id)
            .where(operations.c.seq.in_(places))
        )
        contents |= {row.seq: read(row) for row in found}
    return [contents[row.seq] for row in rows]


def _own_offer_from(row: sa.Row[Any]) -> OwnOffer:
    return OwnOffer(
        id=row.id,
        recorded_at=row.recorded_at,
        offer=offer_from(row.offer_id, row),
        revises=row.revises,
        withdrawn=row.withdrawn,
    )


_CONTENTS: dict[str, tuple[sa.Table, Callable[[sa.Row[Any]], Operation]]] = {
    "visit": (visits, visit_from),
    "void": (voids, void_from),
    "offer": (own_offers, _own_offer_from),
}
"""Where the content of each kind of operation lies."""
