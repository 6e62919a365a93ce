"""What the register refused, and what people did about it: a ledger that is only ever added to."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.services.errors import NotInInboxError
from desk_app.services.ports import Attention, Remedy, Settlement
from desk_app.store.database import Database
from desk_app.store.offers import offer_from
from desk_app.store.operation_log.changed import Subject, note_change
from desk_app.store.outbox import move
from desk_app.store.records import visit_from
from desk_app.store.tables import operations, own_offers, settlements, visits
from sync.ports import OperationState

_REFUSED = (
    sa.select(operations)
    .where(operations.c.state == OperationState.REJECTED)
    .order_by(operations.c.seq)
)
_later = settlements.alias("later")
_LEFT = (
    sa.select(sa.func.count())
    .select_from(settlements)
    .join(operations, operations.c.id == settlements.c.operation_id)
    .where(
        operations.c.state == OperationState.REJECTED,
        settlements.c.remedy == Remedy.NOTE,
        ~sa.exists().where(
            _later.c.operation_id == settlements.c.operation_id,
            _later.c.seq > settlements.c.seq,
        ),
    )
)
_STATES = {
    Remedy.AGAIN: OperationState.PENDING,
    Remedy.WITHDRAW: OperationState.WITHDRAWN,
    Remedy.CORRECT: OperationState.WITHDRAWN,
}


class StoredInbox:
    """Implements the desk's ``Inbox``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def items(self) -> Sequence[Attention]:
        """All that is refused, in journal order."""
        return self._items(_REFUSED)

    def item(self, operation_id: UUID) -> Attention | None:
        """One refused operation."""
        found = self._items(_REFUSED.where(operations.c.id == operation_id))
        return found[0] if found else None

    def settle(self, operation_id: UUID, settlement: Settlement) -> None:
        """Write down what was done, and move the operation accordingly."""
        with self._database.write() as connection:
            settle(connection, operation_id, settlement)

    def _items(self, wanted: sa.Select[Any]) -> list[Attention]:
        with self._database.read() as connection:
            rows = connection.execute(wanted).all()
            if not rows:
                return []
            ids = [row.id for row in rows]
            return _filled(
                rows,
                visits={
                    row.id: row
                    for row in _among(connection, visits.c.id, [row.visit_id for row in rows])
                },
                offers={row.id: row for row in _among(connection, own_offers.c.id, ids)},
                done=_among(connection, settlements.c.operation_id, ids),
            )


def settle(connection: sa.Connection, operation_id: UUID, settlement: Settlement) -> None:
    """Settle a refusal within the caller's transaction."""
    refused = connection.execute(_REFUSED.where(operations.c.id == operation_id)).one_or_none()
    if refused is None:
        raise NotInInboxError(operation=str(operation_id))
    written = connection.execute(
        settlements.insert(),
        {
            "operation_id": operation_id,
            "code": refused.code,
            "detail": refused.detail,
            "remedy": settlement.remedy,
            "at": settlement.at,
            "note": settlement.note,
            "operator": settlement.operator,
        },
    )
    note_change(connection, Subject.RESOLUTION, written.lastrowid)
    if settlement.remedy in _STATES:
        move(connection, operation_id, _STATES[settlement.remedy], settlement.at)


def count_left(connection: sa.Connection) -> int:
    """How many refused operations were left for Kaikukeskus, and ask for nobody here."""
    return connection.execute(_LEFT).scalar_one()


def _among(
    connection: sa.Connection, column: sa.Column[Any], ids: Sequence[UUID | None]
) -> list[sa.Row[Any]]:
    """The rows whose column is one of these, in the order in which they were written.

    Asked for by a bounded number of ids at a time, since an inbox may be long.
    """
    found: list[sa.Row[Any]] = []
    for start in range(0, len(ids), _AT_ONCE):
        some = [each for each in ids[start : start + _AT_ONCE] if each is not None]
        found += connection.execute(
            sa.select(column.table).where(column.in_(some)).order_by(sa.text("rowid"))
        )
    return found


_AT_ONCE = 500


def _filled(
    rows: Sequence[sa.Row[Any]],
    *,
    visits: dict[UUID, sa.Row[Any]],
    offers: dict[UUID, sa.Row[Any]],
    done: Sequence[sa.Row[Any]],
) -> list[Attention]:
    history: dict[UUID, list[Settlement]] = {}
    for row in done:
        history.setdefault(row.operation_id, []).append(
            Settlement(remedy=row.remedy, at=row.at, note=row.note, operator=row.operator)
        )
    return [
        Attention(
            id=row.id,
            code=row.code or "",
            detail=row.detail,
            visit=visit_from(visits[row.visit_id]) if row.visit_id in visits else None,
            offer=offer_from(offers[row.id].offer_id, offers[row.id]) if row.id in offers else None,
            refused_at=row.settled_at,
            is_void=row.kind == "void",
            settlements=tuple(history.get(row.id, ())),
            carried_from=row.carried_from,
        )
        for row in rows
    ]
