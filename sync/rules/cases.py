"""A case: the facts of one card at one offer on one day, before they are judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from sync.rules.cards import Card, CardKind
from sync.rules.offers import Offer
from sync.rules.policy import RegisterAge, Term
from sync.rules.tickets import KIND, TicketKind
from sync.rules.visits import PastVisit

MOST_UNSEEN_MINORS = 20
"""Ours: how many minors staff may read off the cardboard of a card that nobody could look up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The facts of one card at one offer on one day.

    ``card`` is ``None`` when the register does not have it. ``moment`` is when the visit takes
    place, in the policy's time zone: its calendar day is the day that every rule counts by.
    ``past_visits`` are this card's earlier visits to the venue, and ``queued`` the tickets given
    to this offer that its ``quota.used`` does not know of yet, below 0 where it does not know of
    voids. Voided visits are in neither. ``terms`` are the policy's, and ``value_cents`` is the fee
    as it was told at the counter, where the offer asks for it.

    The judge raises ``ValueError`` where the moment names no time zone.
    """

    card: Card | None
    offer: Offer
    venue_area: str
    moment: datetime
    venue_local_only: bool = False
    register: RegisterAge = RegisterAge.FRESH
    past_visits: Sequence[PastVisit] = ()
    queued: int = 0
    clock_trusted: bool = True
    terms: Sequence[Term] = ()
    value_cents: int | None = None

    @property
    def day(self) -> date:
        """The visit's calendar day."""
        return self.moment.date()

    @property
    def zone(self) -> tzinfo:
        """The policy's time zone, by which the offer's days are counted too."""
        if self.moment.tzinfo is None:
            raise ValueError("a case's moment must name its time zone")
        return self.moment.tzinfo

    @property
    def left(self) -> int | None:
        """Tickets left of the venue's quota, never more than all; ``None`` without a quota."""
        quota = self.offer.quota
        if quota is None:
            return None
        return max(0, quota.total - max(0, quota.used + self.queued))

    @property
    def pays_cents(self) -> int:
        """The fee for each ticket that the offer's value covers."""
        if self.offer.value_asked:
            return self.offer.share_of(self.value_cents)
        return self.offer.pays_cents

    @property
    def kinds(self) -> frozenset[CardKind]:
        """The kinds that the card may be: a card that nobody could look up, of either.

        A register that is too old still knows the kind, which does not change.
        """
        return frozenset(CardKind) if self.card is None else frozenset({self.card.kind})

    @property
    def same_occasion(self) -> Sequence[PastVisit]:
        """The card's earlier visits to this event or course, from whichever day.

        They and this one are one going together. At a standing offer every visit is its own.
        """
        if not self.offer.is_one_occasion:
            return ()
        return [past for past in self.past_visits if past.offer_id == self.offer.id]

    def has_already(self, kind: TicketKind) -> bool:
        """Whether the card was given a ticket of that kind to this event or course before."""
        return any(past.tickets.of(kind) for past in self.same_occasion)

    def accompanied(self, kind: TicketKind) -> bool:
        """Whether those without whom the kind is not given have their tickets from before."""
        return kind.comes_with is not None and self.has_already(KIND[kind.comes_with])

    @property
    def minors_left(self) -> int:
        """The number of the card's minors who may still come along to this event.

        The register says how many go together; those who have tickets already are among them.
        """
        seen = self.card is not None and self.register is not RegisterAge.TOO_OLD
        most = self.card.minors if self.card is not None and seen else MOST_UNSEEN_MINORS
        return max(0, most - sum(past.tickets.own_minors for past in self.same_occasion))
