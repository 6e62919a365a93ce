"""A locked venue's books in memory, as far as one transaction needs them.

:mod:`sync.server.books` loads them and writes down what has changed; here operations are looked
up and taken in, one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sync.protocol import Outcome
from sync.rules.visits import Operation, OwnOffer, PastVisit, Visit, VisitState, Void
from sync.server.batches import Unreadable, canonical
from sync.server.offers import StoredOffer
from sync.server.results import Result


@dataclass(slots=True)
class HeldVisit:
    """A visit that the register has."""

    id: UUID
    offer_id: UUID
    card_number: str
    local_date: date
    counted: int
    state: VisitState
    row: dict[str, Any] | None = None
    """Its row, until that is written."""


@dataclass(slots=True)
class Changes:
    """What has to be written, offers aside: each knows that of itself."""

    operations: list[dict[str, Any]] = field(default_factory=list)
    voided_visits: list[HeldVisit] = field(default_factory=list)
    voids: list[dict[str, Any]] = field(default_factory=list)
    audit: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Ledger:
    """The books of one venue: what was loaded, and what has changed since."""

    venue_id: str
    position: int
    now: datetime
    documents: dict[UUID, str] = field(default_factory=dict)
    visits: dict[UUID, HeldVisit] = field(default_factory=dict)
    offers: dict[UUID, StoredOffer] = field(default_factory=dict)
    voided: set[UUID] = field(default_factory=set)
    past: dict[str, dict[UUID, PastVisit]] = field(default_factory=dict)  # of cards asked about
    changes: Changes = field(default_factory=Changes)

    def past_visits(self, number: str, *, but: UUID | None) -> Sequence[PastVisit]:
        """The card's visits to the venue that count towards limits, save for one."""
        past = self.past.get(number)
        return [visit for id_, visit in past.items() if id_ != but] if past else ()

    def admit(
        self, visit: Visit, document: str, stored: StoredOffer, *, voided: bool, by: UUID
    ) -> None:
        """Take a visit to an offer in; ``voided`` at once where its void has come before it."""
        counted = visit.tickets.counted
        held = HeldVisit(
            visit.id,
            visit.offer_id,
            visit.card_number,
            visit.local_date,
            counted,
            VisitState.VOIDED if voided else VisitState.ACCEPTED,
        )
        row = held.row = self._accept(visit, document, by)
        row["offer_id"] = held.offer_id
        row["card_number"] = held.card_number
        row["local_date"] = held.local_date
        row["counted"] = counted
        row["state"] = held.state
        row["position"] = self.next_position()
        self.visits[visit.id] = held
        if not voided:
            stored.count(counted)
            past = self.past.get(visit.card_number)
            if past is not None:
                kind = stored.given.kind
                past[visit.id] = PastVisit(visit.offer_id, kind, visit.local_date, visit.tickets)

    def void(self, void: Void, document: str, *, by: UUID) -> None:
        """Take a visit back, or keep the void until its visit comes."""
        self._accept(void, document, by)
        self.changes.voids.append(
            {"venue_id": self.venue_id, "id": void.id, "visit_id": void.visit_id}
        )
        self.voided.add(void.visit_id)
        held = self.visits.get(void.visit_id)
        if held is not None and held.state is VisitState.ACCEPTED:
            held.state = VisitState.VOIDED
            if held.row is None:
                self.changes.voided_visits.append(held)
            else:
                held.row["state"] = held.state
            self.offers[held.offer_id].count(-held.counted)
            self.past.get(held.card_number, {}).pop(held.id, None)

    def add_offer(self, own: OwnOffer, document: str, *, by: UUID) -> None:
        """Take in an offer that the venue added itself; nothing happens to one that is there."""
        self._accept(own, document, by)
        if own.offer.id not in self.offers:
            self.offers[own.offer.id] = StoredOffer(own.offer, used=0, new=True)

    def note(self, item: Operation | Unreadable, result: Result, *, by: UUID) -> None:
        """Put what a desk sent, and why it was not accepted, on record for audit.

        What was accepted is on record already, with its desk and time: in ``operations``.
        """
        content = None
        if result.outcome is Outcome.REJECTED:
            content = item.content if isinstance(item, Unreadable) else canonical(item)
        self.changes.audit.append(
            {
                "at": self.now,
                "desk_id": by,
                "operation_id": item.id,
                "kind": None if isinstance(item, Unreadable) else item.kind,
                "outcome": result.outcome,
                "code": result.code,
                "detail": result.detail,
                "document": content,
            }
        )

    def next_position(self) -> int:
        """The next place in the venue's feeds."""
        self.position += 1
        return self.position

    def _accept(self, operation: Operation, document: str, by: UUID) -> dict[str, Any]:
        """The row for it, so far without what only a visit has."""
        self.documents[operation.id] = document
        row = {
            "venue_id": self.venue_id,
            "id": operation.id,
            "desk_id": by,
            "kind": operation.kind,
            "received_at": self.now,
            "document": document,
            **_NO_VISIT,
        }
        self.changes.operations.append(row)
        return row


_NO_VISIT = dict.fromkeys(("offer_id", "card_number", "local_date", "counted", "state", "position"))
