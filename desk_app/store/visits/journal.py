"""The journal: every visit ever recorded here. A visit and its operation are one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.services.clock_state import ClockReading
from desk_app.services.errors import AlreadyVoidedError, VisitNotFoundError
from desk_app.services.inbox_items import Resolution, ResolutionRecord
from desk_app.services.ports import JournalEntry, QueueCount
from desk_app.store.connection.database import Database
from desk_app.store.connection.statements import PreparedInsert
from desk_app.store.register.offers import own_offer_row, put_offer
from desk_app.store.register.scope import HELD
from desk_app.store.schema.tables import operations, own_offers, visits, voids
from desk_app.store.visits.card_usage import past_visits, queued_tickets
from desk_app.store.visits.double_use import count_double_use
from desk_app.store.visits.enqueueing import enqueue
from desk_app.store.visits.records import journal_visit_from, visit_row, void_row
from desk_app.store.visits.rejections import (
    count_open,
    is_open,
    may_have_arrived,
    record_resolution,
)
from sync.ports import UNSENT, OperationState
from sync.rules.visits import OwnOffer, PastVisit, Visit, Void, VoidReason

ENTRIES = (
    sa.select(visits, operations.c.state, voids.c.id.label("void_id"))
    .join(operations, operations.c.id == visits.c.id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .where(operations.c.carried_from.is_(None))  # another desk's visits are for that desk to undo
)

_OWN_OFFERS = (
    sa.select(own_offers.c.offer_id, operations.c.state)
    .join(operations, operations.c.id == own_offers.c.id)
    .order_by(operations.c.seq)
)  # what was told of an offer last stands

_SET_LATER = {"card_mark", "first_dated_at"}
_COLUMNS = {column.name: column for column in visits.c if column.name not in _SET_LATER}
_RECORD = PreparedInsert(visits.insert(), _COLUMNS)


class StoredJournal:
    """Implements the desk's ``Journal``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, visit: Visit, reading: ClockReading | None = None) -> None:
        """Write down a visit and queue it."""
        row = visit_row(visit)
        if reading is not None:
            row |= {
                "system_at": reading.system_at,
                "clock_run": reading.run,
                "steady_ms": round(reading.steady * 1000),
                "floor_at": reading.floor_at,
            }
        with self._database.write() as connection:
            _RECORD.run(connection, row)
            enqueue(connection, visit.id, visit.kind, visit.id, content=visit)

    def void(self, void: Void) -> None:
        """Mark a visit voided and queue the void, or withdraw a visit that was refused."""
        with self._database.write() as connection:
            entry = self.entry(void.visit_id)
            if entry is None:
                raise VisitNotFoundError(visit=str(void.visit_id))
            if entry.voided:
                raise AlreadyVoidedError(visit=str(void.visit_id))
            arrived = True
            if is_open(connection, void.visit_id):
                arrived = may_have_arrived(connection, void.visit_id)
                record_resolution(connection, void.visit_id, _settlement(void))
            enqueue(
                connection,
                void.id,
                void.kind,
                void.visit_id,
                OperationState.PENDING if arrived else OperationState.WITHDRAWN,
            )
            connection.execute(voids.insert().values(void_row(void)))

    def add_offer(self, own: OwnOffer) -> None:
        """Keep an offer that the venue added itself, and queue it."""
        with self._database.write() as connection:
            put_offer(connection, own.offer, own=True, removed=bool(own.withdrawn))
            enqueue(connection, own.id, own.kind, None)
            connection.execute(own_offers.insert(), own_offer_row(own))

    def entry(self, visit_id: UUID) -> JournalEntry | None:
        """One visit of this desk."""
        found = self._entries(ENTRIES.where(visits.c.id == visit_id))
        return found[0] if found else None

    def reading(self, visit_id: UUID) -> ClockReading | None:
        """The clock's reading by which a visit is dated."""
        with self._database.read() as connection:
            row = connection.execute(
                sa.select(visits).where(visits.c.id == visit_id, visits.c.clock_run.is_not(None))
            ).one_or_none()
        if row is None:
            return None
        return ClockReading(row.system_at, row.clock_run, row.steady_ms / 1000, row.floor_at)

    def latest(self, most: int) -> Sequence[JournalEntry]:
        """The visits recorded last, the newest first."""
        return self._entries(ENTRIES.order_by(operations.c.seq.desc()).limit(most))

    def between(self, first: date | None, last: date | None) -> Sequence[JournalEntry]:
        """Visits by their local day, the oldest first."""
        wanted = ENTRIES.order_by(visits.c.local_date, operations.c.seq)
        if first is not None:
            wanted = wanted.where(visits.c.local_date >= first)
        if last is not None:
            wanted = wanted.where(visits.c.local_date <= last)
        return self._entries(wanted)

    def past_visits(self, number: str) -> Sequence[PastVisit]:
        """This card's visits to the venue that count."""
        with self._database.read() as connection:
            return past_visits(connection, number)

    def own_offers(self) -> Mapping[UUID, OperationState]:
        """The offers that the venue added itself, and how far the news of each has come."""
        with self._database.read() as connection:
            rows = connection.execute(_OWN_OFFERS)
            return {row.offer_id: row.state for row in rows}

    def queued_tickets(self, offer_id: UUID) -> int:
        """Tickets that the offer's quota does not know of yet."""
        with self._database.read() as connection:
            return queued_tickets(connection, offer_id)

    def count(self) -> QueueCount:
        """The queue in numbers."""
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(operations.c.state, sa.func.count()).group_by(operations.c.state)
            )
            by_state: dict[OperationState, int] = dict(rows.all())
            used_twice = count_double_use(connection)
            attention = count_open(connection) + used_twice
            held = connection.execute(_COUNT_HELD).scalar_one()
        return QueueCount(
            pending=sum(by_state.get(state, 0) for state in UNSENT),
            attention=attention,
            sent=by_state.get(OperationState.ACCEPTED, 0),
            held=held,
            used_twice=used_twice,
        )

    def _entries(self, wanted: sa.Select[Any]) -> list[JournalEntry]:
        with self._database.read() as connection:
            return [
                JournalEntry(
                    journal_visit_from(row), row.state, row.void_id is not None, row.first_dated_at
                )
                for row in connection.execute(wanted)
            ]


_COUNT_HELD = (
    sa.select(sa.func.count()).select_from(operations).where(operations.c.state.in_(UNSENT), HELD)
)


def _settlement(void: Void) -> ResolutionRecord:
    """The resolution that voiding a rejected visit implies."""
    corrected = void.reason is VoidReason.CORRECTED
    return ResolutionRecord(
        resolution=Resolution.CORRECT if corrected else Resolution.WITHDRAW,
        at=void.recorded_at,
        operator=void.operator,
    )
