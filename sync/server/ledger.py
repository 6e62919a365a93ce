"""A locked venue's books, as far as one batch of operations needs them.

What the batch speaks of is loaded with a few queries, changed in memory while the operations are
settled one by one, and written down at the end, all in the caller's transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from sync.protocol import OperationResult, Outcome
from sync.rules.offers import OfferKind
from sync.rules.visits import Operation, OwnOffer, PastVisit, Visit, VisitState, Void
from sync.server import offers, registry, tables
from sync.server.batches import Unreadable, canonical
from sync.server.enrolments import EnrolledDesk
from sync.server.offers import StoredOffer


@dataclass(slots=True)
class HeldVisit:
    """A visit that the register has."""

    id: UUID
    offer_id: UUID
    card_number: str
    local_date: date
    counted: int
    state: VisitState


@dataclass(slots=True)
class _Changes:
    """What has to be written."""

    operations: list[dict[str, Any]] = field(default_factory=list)
    new_offers: set[UUID] = field(default_factory=set)
    counted_offers: dict[UUID, None] = field(default_factory=dict)  # a set that keeps its order
    new_visits: dict[UUID, HeldVisit] = field(default_factory=dict)
    old_visits: dict[UUID, HeldVisit] = field(default_factory=dict)
    voids: list[dict[str, Any]] = field(default_factory=list)
    audit: list[dict[str, Any]] = field(default_factory=list)


class Ledger:
    """The books of the desk's venue. Made inside a write transaction; locks the venue."""

    def __init__(
        self,
        connection: Connection,
        desk: EnrolledDesk,
        items: Sequence[Operation | Unreadable],
        now: datetime,
    ) -> None:
        self._connection = connection
        self._desk = desk
        self._now = now
        self._changes = _Changes()
        self._venue_id = desk.venue.id
        self._position = offers.lock_venue(connection, self._venue_id)
        visits = [item for item in items if isinstance(item, Visit)]
        self._documents = self._load_documents(items)
        self._visits = self._load_visits(
            {item.visit_id for item in items if isinstance(item, Void)}
            | {visit.replaces for visit in visits if visit.replaces is not None}
        )
        own = {item.offer.id: item.offer for item in items if isinstance(item, OwnOffer)}
        self._offers = offers.load(
            connection,
            self._venue_id,
            {visit.offer_id for visit in visits}
            | {held.offer_id for held in self._visits.values()}
            | own.keys(),
        )
        limited = {
            offer_id for offer_id, stored in self._offers.items() if stored.given.card_limit
        } | {offer_id for offer_id, offer in own.items() if offer.card_limit}
        self._voided = self._load_voided({visit.id for visit in visits})
        self._past = self._load_past(
            {visit.card_number for visit in visits if visit.offer_id in limited}
        )
        self.history = registry.History(connection, {visit.card_number for visit in visits})
        self.superseded = registry.superseded(
            connection, {visit.register_revision for visit in visits}
        )
        self.revision = registry.head(connection).revision

    def document(self, operation_id: UUID) -> str | None:
        """What was accepted under this id, word for word."""
        return self._documents.get(operation_id)

    def offer(self, offer_id: UUID) -> StoredOffer | None:
        """One of the venue's offers, a removed one too."""
        return self._offers.get(offer_id)

    def visit(self, visit_id: UUID) -> HeldVisit | None:
        """A visit that the batch speaks of."""
        return self._visits.get(visit_id)

    def voided(self, visit_id: UUID) -> bool:
        """Whether a void of this visit has come before it."""
        return visit_id in self._voided

    def past_visits(self, number: str, *, but: UUID | None) -> list[PastVisit]:
        """The card's visits to the venue that count towards limits, save for one."""
        return [past for id_, past in self._past.get(number, {}).items() if id_ != but]

    def admit(self, visit: Visit, document: str) -> None:
        """Take a visit in; voided at once where its void has come before it."""
        state = VisitState.VOIDED if self.voided(visit.id) else VisitState.ACCEPTED
        held = HeldVisit(
            visit.id,
            visit.offer_id,
            visit.card_number,
            visit.local_date,
            visit.tickets.counted,
            state,
        )
        self._accept(visit, document)
        self._visits[visit.id] = self._changes.new_visits[visit.id] = held
        if state is VisitState.ACCEPTED:
            self._count(held, held.counted)
            self._past.setdefault(visit.card_number, {})[visit.id] = PastVisit(
                visit.offer_id,
                self._offers[visit.offer_id].given.kind,
                visit.local_date,
                held.counted,
            )

    def void(self, void: Void, document: str) -> None:
        """Take a visit back, or keep the void until its visit comes."""
        self._accept(void, document)
        self._changes.voids.append({"id": void.id, "visit_id": void.visit_id})
        self._voided.add(void.visit_id)
        held = self._visits.get(void.visit_id)
        if held is not None and held.state is VisitState.ACCEPTED:
            held.state = VisitState.VOIDED
            if held.id not in self._changes.new_visits:
                self._changes.old_visits[held.id] = held
            self._count(held, -held.counted)
            self._past.get(held.card_number, {}).pop(held.id, None)

    def add_offer(self, own: OwnOffer, document: str) -> None:
        """Take in an offer that the venue added itself; nothing happens to one that is there."""
        self._accept(own, document)
        if own.offer.id not in self._offers:
            self._offers[own.offer.id] = StoredOffer(own.offer, used=0)
            self._changes.new_offers.add(own.offer.id)

    def note(self, item: Operation | Unreadable, result: OperationResult) -> None:
        """Put what a desk sent, and what it was told, on record for audit."""
        content = None
        if result.outcome is Outcome.REJECTED:
            content = item.content if isinstance(item, Unreadable) else canonical(item)
        self._changes.audit.append(
            {
                "at": self._now,
                "desk_id": self._desk.id,
                "operation_id": item.id,
                "kind": None if isinstance(item, Unreadable) else item.kind,
                "outcome": result.outcome,
                "code": result.code,
                "detail": result.detail,
                "document": content,
            }
        )

    def write(self) -> None:
        """Write everything down."""
        mine = {"venue_id": self._venue_id}
        changes = self._changes
        self._insert(tables.operations, changes.operations)
        before = self._position
        self._write_offers()
        new = [_visit_row(held) | mine | self._place() for held in changes.new_visits.values()]
        self._insert(tables.visits, new)
        old = [
            {"old_id": held.id, "old_venue": self._venue_id, "state": held.state} | self._place()
            for held in changes.old_visits.values()
        ]
        if old:
            self._connection.execute(_CHANGE_VISIT, old)
        self._insert(tables.voids, [mine | row for row in changes.voids])
        self._insert(tables.audit, changes.audit)
        if self._position != before:
            offers.set_position(self._connection, self._venue_id, self._position)

    def _write_offers(self) -> None:
        new = self._changes.new_offers
        old = [self._offers[id_] for id_ in self._changes.counted_offers if id_ not in new]
        seen = [self._offers[id_] for id_ in new]
        seen += [stored for stored in old if stored.given.quota is not None]
        self._position = offers.save(self._connection, self._venue_id, seen, self._position)
        unseen = [stored for stored in old if stored.given.quota is None]
        offers.recount(self._connection, self._venue_id, unseen)

    def _place(self) -> dict[str, int]:
        self._position += 1
        return {"position": self._position}

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _accept(self, operation: Operation, document: str) -> None:
        self._documents[operation.id] = document
        self._changes.operations.append(
            {
                "venue_id": self._venue_id,
                "id": operation.id,
                "desk_id": self._desk.id,
                "kind": operation.kind,
                "received_at": self._now,
                "document": document,
            }
        )

    def _count(self, held: HeldVisit, tickets: int) -> None:
        stored = self._offers[held.offer_id]
        self._offers[held.offer_id] = replace(stored, used=stored.used + tickets)
        self._changes.counted_offers[held.offer_id] = None

    def _load_documents(self, items: Sequence[Operation | Unreadable]) -> dict[UUID, str]:
        table = tables.operations
        query = select(table.c.id, table.c.document).where(
            table.c.venue_id == self._venue_id, table.c.id.in_({item.id for item in items})
        )
        return {row.id: row.document for row in self._connection.execute(query)}

    def _load_visits(self, ids: set[UUID]) -> dict[UUID, HeldVisit]:
        if not ids:
            return {}
        table = tables.visits
        query = select(
            table.c.id,
            table.c.offer_id,
            table.c.card_number,
            table.c.local_date,
            table.c.counted,
            table.c.state,
        ).where(table.c.venue_id == self._venue_id, table.c.id.in_(ids))
        return {
            row.id: HeldVisit(*row[:-1], VisitState(row.state))
            for row in self._connection.execute(query)
        }

    def _load_voided(self, ids: set[UUID]) -> set[UUID]:
        table = tables.voids
        query = select(table.c.visit_id).where(
            table.c.venue_id == self._venue_id, table.c.visit_id.in_(ids)
        )
        return set(self._connection.scalars(query))

    def _load_past(self, numbers: set[str]) -> dict[str, dict[UUID, PastVisit]]:
        past: dict[str, dict[UUID, PastVisit]] = {}
        if not numbers:
            return past
        visits, kinds = tables.visits, tables.offers
        query = (
            select(
                visits.c.id,
                visits.c.card_number,
                visits.c.offer_id,
                kinds.c.kind,
                visits.c.local_date,
                visits.c.counted,
            )
            .join_from(visits, kinds)
            .where(
                visits.c.venue_id == self._venue_id,
                visits.c.card_number.in_(numbers),
                visits.c.state == VisitState.ACCEPTED,
            )
        )
        for row in self._connection.execute(query):
            past.setdefault(row.card_number, {})[row.id] = PastVisit(
                row.offer_id, OfferKind(row.kind), row.local_date, row.counted
            )
        return past


def _visit_row(held: HeldVisit) -> dict[str, Any]:
    return {
        "id": held.id,
        "offer_id": held.offer_id,
        "card_number": held.card_number,
        "local_date": held.local_date,
        "counted": held.counted,
        "state": held.state,
    }


_CHANGE_VISIT = (
    update(tables.visits)
    .where(
        tables.visits.c.venue_id == bindparam("old_venue"),
        tables.visits.c.id == bindparam("old_id"),
    )
    .values(state=bindparam("state"), position=bindparam("position"))
)
