"""What becomes of operations: each stands alone, comes any number of times, in any order.

- An id that was accepted before is a duplicate if the content is the same word for word, and a
  conflict otherwise. Desks of one venue share their ids, so that one may send another's work.
- A rejected operation takes no id: it is kept for audit only, and the same again is judged
  afresh, because the facts may have changed (the card was registered, a visit was voided) and the
  desk asks with reason.
- A void is always accepted. One that comes before its visit waits for it; the visit then arrives
  voided, unjudged, since nothing is given on it any more.
- A visit that replaces another is judged as if the other were not there; the void that belongs to
  it takes the other back, before or after.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from sync.protocol import Outcome
from sync.rules.bounds import DAYS_BACK, day_refusal
from sync.rules.cards import Card
from sync.rules.cases import Case
from sync.rules.codes import Refusal
from sync.rules.entitlement import judge_tickets
from sync.rules.offers import Offer, OfferStatus, Quota
from sync.rules.periods import local_day
from sync.rules.policy import Policy
from sync.rules.visits import Note, Operation, OwnOffer, Visit, VisitState, Void
from sync.server.batches import Unreadable, canonical
from sync.server.books import Batch, Books
from sync.server.enrolments import EnrolledDesk
from sync.server.ledger import Ledger
from sync.server.offers import StoredOffer
from sync.server.results import Result, accepted, rejected

OFFER_UNKNOWN = "offer_unknown"
_NOON = time(12)
_OUT_OF_BOUNDS = {
    Refusal.MALFORMED: "local_date lies in the future",
    Refusal.TOO_OLD: f"more than {DAYS_BACK} days ago",
}


def settle_all(books: Books, batches: Sequence[Batch], policy: Policy) -> list[list[Result]]:
    """Settle batches in the books that were opened for them; the caller writes those down.

    One list for each batch, with one result for each of its operations.
    """
    bench = _Bench(books, policy)
    return [bench.settle_batch(batch) for batch in batches]


class _Bench:
    """Where one desk's batch is judged after the other's."""

    _desk: EnrolledDesk
    _ledger: Ledger

    def __init__(self, books: Books, policy: Policy) -> None:
        self._books = books
        self._now = books.now
        self._zone = policy.zone
        self._good_until = {
            revision: ended + timedelta(days=policy.expired_after_days)
            for revision, ended in books.superseded.items()
        }
        self._today = local_day(books.now, policy.zone)

    def settle_batch(self, batch: Batch) -> list[Result]:
        self._desk = batch.desk
        self._ledger = self._books.of(batch.desk.venue.id)
        results = []
        for item in batch.items:
            result = self.settle(item)
            if result.outcome is not Outcome.ACCEPTED:
                self._ledger.note(item, result, by=self._desk.id)
            results.append(result)
        return results

    def settle(self, item: Operation | Unreadable) -> Result:
        if isinstance(item, Unreadable):
            return rejected(item, Refusal.MALFORMED, item.detail)
        document = canonical(item)
        known = self._ledger.documents.get(item.id)
        if known == document:
            return Result(item.id, Outcome.DUPLICATE)
        if known is not None:
            return rejected(item, Refusal.ID_CONFLICT, "this id was used for something else")
        match item:
            case Visit():
                return self._visit(item, document)
            case OwnOffer():
                return self._own_offer(item, document)
            case Void():
                self._ledger.void(item, document, by=self._desk.id)
                return accepted(item)
            case Note():  # never read, see :mod:`sync.server.batches`
                raise TypeError(item.kind)

    def _visit(self, visit: Visit, document: str) -> Result:
        out_of_bounds = day_refusal(visit.local_date, self._today)
        if out_of_bounds is not None:
            return rejected(visit, out_of_bounds, _OUT_OF_BOUNDS[out_of_bounds])
        stored = self._ledger.offers.get(visit.offer_id)
        if stored is None:
            detail = "the venue has no such offer yet"
            return Result(visit.id, Outcome.RETRY, OFFER_UNKNOWN, detail)
        voided = visit.id in self._ledger.voided
        if not voided:
            refusals = self._refusals(visit, stored)
            if refusals:
                return rejected(visit, refusals[0], f"judged so: {', '.join(refusals)}")
        self._ledger.admit(visit, document, stored, voided=voided, by=self._desk.id)
        return accepted(visit)

    def _own_offer(self, own: OwnOffer, document: str) -> Result:
        stored = self._ledger.offers.get(own.offer.id)
        if stored is not None and stored.given != own.offer:
            return rejected(own, Refusal.ID_CONFLICT, "another offer has this id")
        self._ledger.add_offer(own, document, by=self._desk.id)
        return accepted(own)

    def _refusals(self, visit: Visit, stored: StoredOffer) -> tuple[Refusal, ...]:
        case = Case(
            card=self._card(visit),
            offer=self._offer(visit, stored),
            venue_area=self._desk.venue.area,
            moment=datetime.combine(visit.local_date, _NOON, self._zone),
            past_visits=self._ledger.past_visits(visit.card_number, but=visit.replaces),
            clock_trusted=visit.clock_trusted,
        )
        return judge_tickets(case, visit.tickets)

    def _card(self, visit: Visit) -> Card | None:
        """The card as it stood when the desk looked, where that is not too long ago.

        A provisional visit was recorded because the desk could not look: today's card has the
        word. So it has where the card was not there yet at the desk's revision: the desk may have
        had a second look while online.
        """
        history, number = self._books.history, visit.card_number
        if visit.provisional or not self._still_good(visit):
            return history.today(number)
        return history.at(number, visit.register_revision) or history.today(number)

    def _still_good(self, visit: Visit) -> bool:
        if visit.register_revision >= self._books.revision:
            return visit.register_revision == self._books.revision
        until = self._good_until.get(visit.register_revision)
        return until is not None and (self._now <= until or visit.recorded_at <= until)

    def _offer(self, visit: Visit, stored: StoredOffer) -> Offer:
        """The offer as this visit finds it.

        "Sold out" is for the desk: what was given before the last ticket went is right. The visit
        that this one replaces gives its tickets back first.
        """
        offer = stored.offer
        if offer.status is OfferStatus.SOLD_OUT:
            offer = replace(offer, status=OfferStatus.ON_SALE)
        replaced = None if visit.replaces is None else self._ledger.visits.get(visit.replaces)
        if (
            offer.quota is not None
            and replaced is not None
            and replaced.state is VisitState.ACCEPTED
            and replaced.offer_id == offer.id
        ):
            used = max(0, offer.quota.used - replaced.counted)
            offer = replace(offer, quota=Quota(offer.quota.total, used))
        return offer
