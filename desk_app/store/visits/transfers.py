"""Stores transferred operations: out of one desk's outbox, and into another's."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.services.transfer import Origin
from desk_app.store.connection.database import Database
from desk_app.store.register.offers import own_offer_row, put_offer
from desk_app.store.register.scope import OURS
from desk_app.store.schema.tables import desks, notes, offers, operations, own_offers, visits, voids
from desk_app.store.visits.enqueueing import enqueue, enqueue_carried
from desk_app.store.visits.operation_contents import contents
from desk_app.store.visits.records import note_row, visit_row, void_row
from sync.ports import UNSENT
from sync.rules.visits import Note, Operation, OwnOffer, Visit, Void

_AT_ONCE = 500
_INSERT_VISIT = visits.insert()


class StoredTransfers:
    """Implements the desk's ``TransferStore``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def origin(self, venue_id: str) -> Origin | None:
        """The last enrolment with a venue."""
        with self._database.read() as connection:
            row = connection.execute(_LAST_OF_VENUE, {"venue": venue_id}).one_or_none()
        if row is None:
            return None
        return Origin(row.venue_id, row.venue_name, row.register_key, row.desk_id, row.desk_name)

    def unsent(self, origin: Origin | None = None) -> Sequence[Operation]:
        """All of an enrolment's that waits.

        Another desk may send it, so it must not be dated afresh any more. A store that cannot be
        written gives it all the same, and dates nothing.
        """
        whose = OURS if origin is None else _is_of(origin)
        waiting = sa.and_(operations.c.state.in_(UNSENT), whose)
        whole = self._database.read if self._database.is_read_only else self._database.write
        with whole() as connection:
            rows = connection.execute(
                sa.select(operations).where(waiting).order_by(operations.c.seq)
            ).all()
            if not self._database.is_read_only:
                connection.execute(operations.update().where(waiting).values(taken=True))
            return [
                operation
                for start in range(0, len(rows), _AT_ONCE)
                for operation in contents(connection, rows[start : start + _AT_ONCE])[0]
            ]

    def merge(self, operations: Sequence[Operation], carried_from: str) -> int:
        """Queue what is not known here, in one transaction.

        Nothing is judged: the desk that recorded it did that, and the register will. What stands
        under a known id is the same, since no operation ever changes.
        """
        with self._database.write() as connection:
            return sum(
                merge_operation(connection, operation, carried_from) for operation in operations
            )


_LAST_OF_VENUE = (
    sa.select(desks)
    .where(desks.c.venue_id == sa.bindparam("venue"))
    .order_by(desks.c.seq.desc())
    .limit(1)
)


def _is_of(origin: Origin) -> sa.ColumnElement[bool]:
    return sa.and_(
        operations.c.venue_id == origin.venue_id,
        operations.c.register_key == origin.register_key,
    )


def merge_operation(
    connection: sa.Connection,
    operation: Operation,
    carried_from: str | None,
    *,
    recorder_asks: bool = False,
) -> bool:
    """Queue an operation within the caller's transaction; whether it was not known before.

    Of a neighbour's, the desk that recorded it asks its people what becomes of it.
    """
    if _is_there(connection, operations.c.id, operation.id):
        return False
    match operation:
        case Visit():
            visit_id: UUID | None = operation.id
            connection.execute(_INSERT_VISIT, visit_row(operation))
        case Void():
            visit_id = operation.visit_id
            if _is_there(connection, voids.c.visit_id, visit_id):
                return False  # taken back already, by another void: one is enough
        case OwnOffer():
            visit_id = None
            if not _is_there(connection, offers.c.id, operation.offer.id):
                put_offer(connection, operation.offer, own=True)  # the feed would know better
        case Note():
            visit_id = None
    enqueue(
        connection,
        operation.id,
        operation.kind,
        visit_id,
        carried_from=carried_from,
        recorder_asks=recorder_asks,
    )
    _write_content(connection, operation)
    return True


def merge_visits(connection: sa.Connection, carried: Sequence[tuple[Visit, str]]) -> None:
    """Queue visits that are not known here, in one go, each with the desk that recorded it."""
    if carried:
        connection.execute(_INSERT_VISIT, [visit_row(visit) for visit, _ in carried])
        enqueue_carried(connection, carried)


def _write_content(connection: sa.Connection, operation: Operation) -> None:
    """Write the content that refers to the operation, which is therefore written first."""
    match operation:
        case Void():
            connection.execute(voids.insert(), void_row(operation))
        case OwnOffer():
            connection.execute(own_offers.insert(), own_offer_row(operation))
        case Note():
            connection.execute(notes.insert(), note_row(operation))


def _is_there(connection: sa.Connection, column: sa.Column[UUID], wanted: UUID) -> bool:
    return connection.execute(_asks_for(column), {"wanted": wanted}).first() is not None


@cache
def _asks_for(column: sa.Column[UUID]) -> sa.Select[Any]:
    """Built once: a database that is rebuilt asks for every operation there is."""
    return sa.select(column).where(column == sa.bindparam("wanted", type_=column.type))
