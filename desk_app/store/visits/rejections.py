"""Rejected operations and their resolutions, as an append-only history."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.services.errors import NotInInboxError
from desk_app.services.hold_reasons import ELSEWHERE, UNREADABLE
from desk_app.services.inbox_items import RejectedItem, Resolution, ResolutionRecord
from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.connection.database import Database
from desk_app.store.register.offers import offer_from
from desk_app.store.register.scope import HELD
from desk_app.store.schema.tables import (
    desks,
    notes,
    offers,
    operations,
    own_offers,
    settlements,
    visits,
)
from desk_app.store.visits.double_use import double_uses, note_seen
from desk_app.store.visits.enqueueing import enqueue
from desk_app.store.visits.outbox import move
from desk_app.store.visits.records import note_row, visit_from
from sync.ports import UNSENT, OperationState
from sync.rules.visits import Note

ASKS = sa.and_(  # what a person has to see: refused, waiting in vain, or another enrolment's
    operations.c.kind != "note",
    sa.or_(
        sa.and_(operations.c.state == OperationState.REJECTED, ~operations.c.recorder_asks),
        sa.and_(operations.c.state.in_(UNSENT), sa.or_(operations.c.shown, HELD)),
    ),
)
_venues = desks.alias("venues")
_VENUE_NAME = (
    sa.select(_venues.c.venue_name)
    .where(_venues.c.venue_id == operations.c.venue_id)
    .order_by(_venues.c.seq.desc())
    .limit(1)
    .scalar_subquery()
)
_OPEN = (
    sa.select(operations, HELD.label("held"), _VENUE_NAME.label("venue_name"))
    .where(ASKS)
    .order_by(operations.c.seq)
)
_later = settlements.alias("later")
_note_operations = operations.alias("note_operations")
_IS_SHOWN = sa.and_(operations.c.state.in_(UNSENT), operations.c.shown)
_LEFT = (
    sa.exists().where(  # the last word about it is a note, which was not refused, nor waits long
        settlements.c.operation_id == operations.c.id,
        settlements.c.remedy == Resolution.NOTE,
        ~sa.exists().where(
            _later.c.operation_id == settlements.c.operation_id, _later.c.seq > settlements.c.seq
        ),
        ~sa.exists().where(
            notes.c.about == operations.c.id,
            _note_operations.c.id == notes.c.id,
            sa.or_(
                _note_operations.c.state == OperationState.REJECTED,
                sa.and_(_note_operations.c.state.in_(UNSENT), _note_operations.c.shown),
            ),
        ),
    )
)
_COUNT_OPEN = sa.select(sa.func.count()).select_from(operations).where(ASKS, ~_LEFT)
_NOTES = (
    sa.select(notes.c.about, operations.c.state, _IS_SHOWN.label("waits_in_vain"))
    .join(operations, operations.c.id == notes.c.id)
    .order_by(operations.c.seq)
)
_REMOVE_OFFER = (
    offers.update()
    .where(
        offers.c.own,
        offers.c.id.in_(
            sa.select(own_offers.c.offer_id).where(
                own_offers.c.id == sa.bindparam("withdrawn", type_=own_offers.c.id.type)
            )
        ),
    )
    .values(removed=True)
)
_STATES = {
    Resolution.AGAIN: OperationState.PENDING,
    Resolution.WITHDRAW: OperationState.WITHDRAWN,
    Resolution.CORRECT: OperationState.WITHDRAWN,
}


class StoredInbox:
    """Implements the desk's ``Inbox``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def items(self) -> Sequence[RejectedItem]:
        """All that is refused, in journal order; then cards that were used at two desks."""
        with self._database.read() as connection:
            return [*self._items(_OPEN), *double_uses(connection)]

    def item(self, operation_id: UUID) -> RejectedItem | None:
        """One of them."""
        found = self._items(_OPEN.where(operations.c.id == operation_id))
        if not found:
            with self._database.read() as connection:
                found = [each for each in double_uses(connection) if each.id == operation_id]
        return found[0] if found else None

    def accepted(self, operation_ids: Collection[UUID]) -> set[UUID]:
        """Which of these the register has accepted."""
        with self._database.read() as connection:
            rows = _among(connection, operations.c.id, list(operation_ids))
        return {row.id for row in rows if row.state is OperationState.ACCEPTED}

    def record_resolution(self, operation_id: UUID, resolution_record: ResolutionRecord) -> None:
        """Write down what was done, and move the operation accordingly."""
        with self._database.write() as connection:
            record_resolution(connection, operation_id, resolution_record)

    def enqueue_note(self, note: Note) -> None:
        """Queue what Kaikukeskus is to be told."""
        with self._database.write() as connection:
            enqueue(connection, note.id, note.kind, None)
            connection.execute(notes.insert(), note_row(note))

    def _items(self, wanted: sa.Select[Any]) -> list[RejectedItem]:
        with self._database.read() as connection:
            rows = connection.execute(wanted).all()
            if not rows:
                return []
            ids = [row.id for row in rows]
            readable = [row for row in rows if row.code != UNREADABLE]
            return _filled(
                rows,
                visits={
                    row.id: row
                    for row in _among(connection, visits.c.id, [row.visit_id for row in readable])
                },
                offers={
                    row.id: row
                    for row in _among(connection, own_offers.c.id, [row.id for row in readable])
                },
                done=_among(connection, settlements.c.operation_id, ids),
                notes={row.about: row for row in connection.execute(_NOTES)},
            )


def record_resolution(
    connection: sa.Connection, operation_id: UUID, resolution_record: ResolutionRecord
) -> None:
    """Record a resolution within the caller's transaction, or that a person has seen it."""
    refused = connection.execute(_OPEN.where(operations.c.id == operation_id)).one_or_none()
    if refused is None and resolution_record.resolution is not Resolution.SEEN:
        raise NotInInboxError(operation=str(operation_id))
    written = connection.execute(
        settlements.insert(),
        {
            "operation_id": operation_id,
            "code": refused.code if refused else None,
            "detail": refused.detail if refused else None,
            "remedy": resolution_record.resolution,
            "at": resolution_record.at,
            "note": resolution_record.note,
            "operator": resolution_record.operator,
        },
    )
    note_change(connection, Subject.RESOLUTION, written.lastrowid)
    if resolution_record.resolution is Resolution.SEEN:
        note_seen(connection, operation_id)
    if resolution_record.resolution in _STATES:
        move(connection, operation_id, _STATES[resolution_record.resolution], resolution_record.at)
    if (
        resolution_record.resolution is Resolution.WITHDRAW
    ):  # an offer that is withdrawn is given no more
        connection.execute(_REMOVE_OFFER, {"withdrawn": operation_id})


def count_open(connection: sa.Connection) -> int:
    """The number of operations that the register refused, or that wait in vain."""
    return connection.execute(_COUNT_OPEN).scalar_one()


def is_open(connection: sa.Connection, operation_id: UUID) -> bool:
    """Whether an operation is in the inbox."""
    found = connection.execute(_OPEN.where(operations.c.id == operation_id)).one_or_none()
    return found is not None


def may_have_arrived(connection: sa.Connection, operation_id: UUID) -> bool:
    """Whether the register may have an operation of which this desk does not know it."""
    row = connection.execute(sa.select(operations).where(operations.c.id == operation_id)).one()
    return row.state is not OperationState.REJECTED and row.taken


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
    notes: Mapping[UUID, sa.Row[Any]],
) -> list[RejectedItem]:
    history: dict[UUID, list[ResolutionRecord]] = {}
    for row in done:
        sent_note = notes.get(row.operation_id) if row.remedy is Resolution.NOTE else None
        history.setdefault(row.operation_id, []).append(
            ResolutionRecord(
                resolution=row.remedy,
                at=row.at,
                note=row.note,
                operator=row.operator,
                sending=sent_note.state if sent_note else None,
                waits_in_vain=bool(sent_note and sent_note.waits_in_vain),
            )
        )
    return [
        RejectedItem(
            id=row.id,
            code=ELSEWHERE if row.held else row.code or "",
            detail=None if row.held else row.detail,
            waits=row.state is not OperationState.REJECTED,
            venue=row.venue_name if row.held else None,
            visit=visit_from(visits[row.visit_id]) if row.visit_id in visits else None,
            offer=offer_from(offers[row.id].offer_id, offers[row.id]) if row.id in offers else None,
            refused_at=row.settled_at,
            is_void=row.kind == "void",
            resolution_records=tuple(history.get(row.id, ())),
            carried_from=row.carried_from,
        )
        for row in rows
    ]
