"""Settles operations: each stands alone, comes any number of times, in any order.

- An id that was accepted before is a duplicate if the content is the same, and a conflict
  otherwise. Desks of one venue share their ids, so that one may send another's work.
- A rejected operation takes no id: it is kept for audit only, and the same again is judged
  afresh, because the facts may have changed (the card was registered, a visit was voided) and the
  desk asks with reason.
- A void is always accepted. One that comes before its visit waits for it; the visit then arrives
  voided, unjudged, since nothing is given on it any more.
- A visit that replaces another is judged as if the other were not there; the void that belongs to
  it takes the other back, before or after.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, insert, select

from sync.messages import OperationResult, Outcome
from sync.rules.bounds import DAYS_BACK, day_refusal
from sync.rules.card_numbers import numbers_in
from sync.rules.cases import Case
from sync.rules.codes import Refusal
from sync.rules.entitlement import judge, objections
from sync.rules.offers import Offer, OfferStatus, Quota
from sync.rules.periods import local_day
from sync.rules.venues import Venue
from sync.rules.visits import Note, Operation, OwnOffer, PastVisit, Visit, VisitState, Void
from sync.server.services.batches import Item, Unreadable, content_of
from sync.server.services.card_versions import CardVersions
from sync.server.services.central_register import CentralRegister
from sync.server.store import audit, cards, offers, operations, shares, tables, venues
from sync.server.store.desks import EnrolledDesk
from sync.server.store.offers import StoredOffer

OFFER_UNKNOWN = "offer_unknown"
_NOON = time(12)
_OUT_OF_BOUNDS = {
    Refusal.MALFORMED: "local_date lies in the future",
    Refusal.TOO_OLD: f"more than {DAYS_BACK} days ago",
}
_VISITS = (
    select(tables.visits, tables.offers.c.kind)
    .join_from(
        tables.visits,
        tables.offers,
        (tables.visits.c.venue_id == tables.offers.c.venue_id)
        & (tables.visits.c.offer_id == tables.offers.c.id),
    )
    .where(tables.visits.c.venue_id == bindparam("venue"))
)
_NAMED = _VISITS.where(tables.visits.c.id.in_(bindparam("some", expanding=True)))
_OF_CARDS = _VISITS.where(
    tables.visits.c.card_number.in_(bindparam("some", expanding=True)),
    tables.visits.c.state == VisitState.ACCEPTED,
)


@dataclass(slots=True)
class _StoredVisit:
    """A visit that the register has, or is about to have."""

    card_number: str
    desk_id: UUID
    state: VisitState
    past: PastVisit


class Settling:
    """Settles what one desk sends of a venue, in a transaction that has the venue's lock.

    All that the batch speaks of is read once, every operation is then judged by itself after what
    the ones before it have left, and what was accepted is written at the end.
    """

    def __init__(
        self,
        register: CentralRegister,
        connection: Connection,
        desk: EnrolledDesk,
        venue: Venue,
    ) -> None:
        self._connection = connection
        self._pseudonyms = register.pseudonyms
        self._desk = desk
        self._venue = venue
        self._venue_id = venue.id
        self._policy = register.policy
        self._now = register.now()
        self._today = local_day(self._now, self._policy.zone)
        self._position = self._came_to = desk.positions[venue.id]
        self._rows = defaultdict[str, list[dict[str, Any]]](list)
        self._changed_offers: set[UUID] = set()
        self._given = defaultdict[UUID, Counter[UUID]](Counter)
        """Tickets of each offer by desk, those taken back off them."""
        self._newly_voided: list[UUID] = []
        self._visits: dict[UUID, _StoredVisit] = {}
        self._of_card = defaultdict[str, set[UUID]](set)

    def settle(self, items: Sequence[Item]) -> list[OperationResult]:
        """Settle the batch: one result for each of its operations, in order."""
        self._load(items)
        results = [self._settle(item) for item in items]
        self._write()
        refused = [
            self._audit_row(item, result)
            for item, result in zip(items, results, strict=True)
            if result.outcome is not Outcome.ACCEPTED
        ]
        if refused:
            audit.add(self._connection, self._desk.id, refused)
        return results

    def _load(self, items: Sequence[Item]) -> None:
        """Read what the batch speaks of."""
        connection, venue_id = self._connection, self._venue_id
        visits = [item for item in items if isinstance(item, Visit)]
        own = {item.offer.id: item.offer for item in items if isinstance(item, OwnOffer)}
        named = {item.visit_id for item in items if isinstance(item, Void)}
        named |= {visit.replaces for visit in visits if visit.replaces}
        sent = {item.id: item for item in items}
        self._known, self._voided = operations.load(connection, venue_id, sent, self._pseudonyms)
        if named:
            self._load_visits(_NAMED, named)
        self._recorded = operations.last_recorded(connection, venue_id, own.keys()) if own else {}
        wanted = {visit.offer_id for visit in visits} | own.keys()
        wanted |= {held.past.offer_id for held in self._visits.values()}
        self._offers = offers.load(connection, venue_id, wanted)
        self._card_versions = CardVersions(connection, visits, self._policy, self._now)
        known = {id_: stored.given for id_, stored in self._offers.items()}
        judged_by_past = {
            id_
            for id_, offer in [*own.items(), *known.items()]
            if offer.card_limit is not None or offer.is_one_occasion
        }
        self._load_past({v.card_number for v in visits if v.offer_id in judged_by_past})

    def _load_past(self, numbers: set[str]) -> None:
        """What stands accepted on some cards at the venue.

        At an offer that is open daily without a limit it makes no difference.
        """
        number_of = {self._pseudonyms.of(self._venue_id, number): number for number in numbers}
        if numbers:
            self._load_visits(_OF_CARDS, [*numbers, *number_of])
        for id_, held in self._visits.items():
            self._of_card[number_of.get(held.card_number, held.card_number)].add(id_)

    def _load_visits(self, query: Select[Any], some: Collection[object]) -> None:
        for row in self._connection.execute(query, {"venue": self._venue_id, "some": [*some]}):
            past = PastVisit(row.offer_id, row.kind, row.local_date, operations.tickets_of(row))
            self._visits[row.id] = _StoredVisit(row.card_number, row.desk_id, row.state, past)

    def _settle(self, item: Item) -> OperationResult:
        if isinstance(item, Unreadable):
            return _rejected(item, Refusal.MALFORMED, item.detail)
        known = self._known.get(item.id)
        if known is None:
            return self._settle_new(item)
        if known == operations.columns_of(item):
            return OperationResult(id=item.id, outcome=Outcome.DUPLICATE)
        return _rejected(item, Refusal.ID_CONFLICT, "this id was used for something else")

    def _settle_new(self, operation: Operation) -> OperationResult:
        match operation:
            case Visit():
                return self._visit(operation)
            case Void():
                return self._void(operation)
            case OwnOffer():
                return self._own_offer(operation)
            case Note():
                return self._settle_note(operation)

    def _visit(self, visit: Visit) -> OperationResult:
        out_of_bounds = day_refusal(visit.local_date, self._today)
        if out_of_bounds is not None:
            return _rejected(visit, out_of_bounds, _OUT_OF_BOUNDS[out_of_bounds])
        stored = self._offers.get(visit.offer_id)
        if stored is None:
            return OperationResult(
                id=visit.id,
                outcome=Outcome.RETRY,
                code=OFFER_UNKNOWN,
                detail="the venue has no such offer yet",
            )
        state = VisitState.VOIDED if visit.id in self._voided else VisitState.ACCEPTED
        if state is VisitState.ACCEPTED and (refusals := self._refusals(visit, stored)):
            return _rejected(visit, refusals[0], f"judged so: {', '.join(refusals)}")
        past = PastVisit(visit.offer_id, stored.given.kind, visit.local_date, visit.tickets)
        held = _StoredVisit(visit.card_number, self._desk.id, state, past)
        self._visits[visit.id] = held
        self._of_card[visit.card_number].add(visit.id)
        if state is VisitState.ACCEPTED:
            self._count(held, visit.tickets.counted)
        return self._accept(visit, state=state, position=self._next_position())

    def _void(self, void: Void) -> OperationResult:
        """Take a visit back, or keep the void until its visit comes."""
        self._voided.add(void.visit_id)
        held = self._visits.get(void.visit_id)
        if held is not None and held.state is VisitState.ACCEPTED:
            held.state = VisitState.VOIDED
            self._newly_voided.append(void.visit_id)
            self._count(held, -held.past.tickets.counted)
        return self._accept(void)

    def _own_offer(self, own: OwnOffer) -> OperationResult:
        """Take in an offer that the venue added itself, or what it has changed of one.

        What was recorded last stands, in whatever order desks tell of it. Tickets are counted here,
        so a change brings no count of its own.
        """
        stored, last = self._offers.get(own.offer.id), self._recorded.get(own.offer.id)
        is_news = last is None or own.recorded_at > last
        differs = stored is not None and stored.given != own.offer
        if differs and (last is None or (is_news and not own.revises)):
            return _rejected(own, Refusal.ID_CONFLICT, "another offer has this id")
        if stored is None:
            self._offers[own.offer.id] = StoredOffer(own.offer, removed=bool(own.withdrawn))
            self._changed_offers.add(own.offer.id)
        elif own.revises and is_news:
            if stored.given.quota is None and own.offer.quota is not None:
                written = offers.accepted_tickets(self._connection, self._venue_id, own.offer.id)
                stored.used = written + sum(self._given[own.offer.id].values())
            stored.given = _with_count_of(own.offer, stored.given)
            stored.removed = bool(own.withdrawn)
            self._changed_offers.add(own.offer.id)
        self._recorded[own.offer.id] = max(own.recorded_at, last or own.recorded_at)
        return self._accept(own)

    def _settle_note(self, note: Note) -> OperationResult:
        """Take in a note, unless it has the number of a card: that of its visit, or any other."""
        rejected = audit.rejected_document(self._connection, note.about)
        of_visit = (f'"card_number":"{number}"' in rejected for number in numbers_in(note.text))
        if any(of_visit) or cards.is_any_named(self._connection, note.text):
            return _rejected(note, Refusal.MALFORMED, "a note carries no card number")
        return self._accept(note)

    def _refusals(self, visit: Visit, stored: StoredOffer) -> tuple[Refusal, ...]:
        of_card = self._of_card[visit.card_number] - {visit.replaces}
        case = Case(
            card=self._card_versions.card_for(visit),
            offer=self._offer(visit, stored),
            venue_area=self._venue.area,
            venue_local_only=self._venue.local_only,
            moment=datetime.combine(visit.local_date, _NOON, self._policy.zone),
            terms=self._policy.terms,
            value_cents=visit.value_cents,
            past_visits=[
                earlier.past
                for earlier in map(self._visits.__getitem__, of_card)
                if earlier.state is VisitState.ACCEPTED
            ],
            clock_trusted=visit.clock_trusted,
        )
        return objections(case, judge(case), visit.tickets)

    def _offer(self, visit: Visit, stored: StoredOffer) -> Offer:
        """The offer as this visit finds it.

        "Sold out" is for the desk: what was given before the last ticket went is right. The visit
        that this one replaces gives its tickets back first.
        """
        replaced = self._visits.get(visit.replaces) if visit.replaces else None
        if (
            replaced is not None
            and replaced.state is VisitState.ACCEPTED
            and replaced.past.offer_id == visit.offer_id
        ):
            stored = replace(stored, used=stored.used - replaced.past.tickets.counted)
        offer = stored.offer
        if offer.status is OfferStatus.SOLD_OUT:
            offer = replace(offer, status=OfferStatus.ON_SALE)
        return offer

    def _accept(self, operation: Operation, **more: object) -> OperationResult:
        self._known[operation.id] = sent = operations.columns_of(operation)
        self._rows[operation.kind].append(
            {
                "venue_id": self._venue_id,
                "desk_id": self._desk.id,
                "received_at": self._now,
                **sent,
                **more,
            }
        )
        return OperationResult(id=operation.id, outcome=Outcome.ACCEPTED)

    def _count(self, held: _StoredVisit, tickets: int) -> None:
        offer_id = held.past.offer_id
        stored = self._offers[offer_id]
        stored.used += tickets
        if stored.given.quota is not None:
            self._changed_offers.add(offer_id)
        self._given[offer_id][held.desk_id] += tickets

    def _audit_row(self, item: Item, result: OperationResult) -> dict[str, Any]:
        """What a desk sent, and why it was not accepted."""
        rejected = result.outcome is Outcome.REJECTED
        return {
            "at": self._now,
            "desk_id": self._desk.id,
            "operation_id": item.id,
            "kind": None if isinstance(item, Unreadable) else item.kind,
            "outcome": result.outcome,
            "code": result.code,
            "detail": result.detail,
            "document": content_of(item) if rejected else None,
        }

    def _next_position(self) -> int:
        """The next place in the venue's feeds."""
        self._position += 1
        return self._position

    def _write(self) -> None:
        connection, venue_id = self._connection, self._venue_id
        for kind, rows in self._rows.items():
            connection.execute(insert(operations.TABLES[kind]), rows)
        for id_ in self._newly_voided:  # each appears in the feed again
            operations.set_voided(connection, venue_id, id_, self._next_position())
        for id_ in self._changed_offers:
            offers.save(connection, venue_id, self._offers[id_], self._next_position())
        for id_, tickets in self._given.items():
            if self._offers[id_].is_shared:
                shares.count(connection, venue_id, id_, tickets)
        if self._position == self._came_to and any(self._rows.values()):
            self._next_position()  # a cursor from now on tells that it was accepted
        if self._position != self._came_to:
            venues.set_position(connection, venue_id, self._position)


def _rejected(item: Item, code: Refusal, detail: str) -> OperationResult:
    return OperationResult(id=item.id, outcome=Outcome.REJECTED, code=code, detail=detail)


def _with_count_of(offer: Offer, before: Offer) -> Offer:
    """The offer with the count that the register began with, and none of the desk's."""
    if offer.quota is None:
        return offer
    used = before.quota.used if before.quota is not None else 0
    return replace(offer, quota=Quota(offer.quota.total, used))
