"""The judge: what may be handed out on this card, to this offer, on this day; or why nothing.

:func:`judge` answers before anything is asked for: the card's state, the ceilings, and what staff
should know. :func:`objections` answers what stands against a particular set of tickets. The
ticket window asks both before it records; the register asks :func:`judge_tickets`, which is both in
one, when the visit arrives.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.offers import Offer, OfferKind, OfferStatus
from sync.rules.periods import local_day, visits_within
from sync.rules.policy import RegisterAge
from sync.rules.visits import PastVisit, Tickets

QUOTA_LOW_AT = 5
"""Ours: with so few tickets left, staff are told."""
MOST_UNSEEN_MINORS = 20
"""Ours: how many minors staff may read off the cardboard of a card that nobody could look up."""


@dataclass(frozen=True, slots=True)
class CardGlance:
    """What the window shows of a card."""

    kind: CardKind
    valid_until: date
    minors: int


@dataclass(frozen=True, slots=True)
class Allowed:
    """Ceilings for each kind of ticket; ``None`` is no fixed ceiling.

    Each holds by itself. What a quota has left can be less than all of them together, and a card
    that nobody could look up is either of a person or of a community: :func:`objections` says so
    of a set of tickets.
    """

    holder: int = 0
    children_and_grandchildren: int = 0
    assistants: int | None = 0
    worker: int = 0
    community_minors: int | None = 0


NOTHING = Allowed()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reasoned answer (contract 2). Where ``refusals`` is not empty, nothing is allowed."""

    verdict: VerdictCode
    card: CardGlance | None
    allowed: Allowed
    refusals: tuple[Refusal, ...] = ()
    notices: tuple[Notice, ...] = ()
    pays_cents: int = 0

    @property
    def admits(self) -> bool:
        """Whether any ticket may be given."""
        return not self.refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The facts of one card at one offer on one day.

    ``card`` is ``None`` when the register does not have it. ``moment`` is when the visit takes
    place, in the policy's time zone: its calendar day is the day that every rule counts by.
    ``past_visits`` are this card's earlier visits to the venue, and ``queued`` the tickets given
    to this offer that its ``quota.used`` does not know of yet, below 0 where it does not know of
    voids. Voided visits are in neither.

    :func:`judge` raises ``ValueError`` where the moment names no time zone.
    """

    card: Card | None
    offer: Offer
    venue_area: str
    moment: datetime
    register: RegisterAge = RegisterAge.FRESH
    past_visits: Sequence[PastVisit] = ()
    queued: int = 0
    clock_trusted: bool = True

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


def malformed_number() -> Verdict:
    """The verdict on text that cannot be a card number."""
    return Verdict(VerdictCode.MALFORMED_NUMBER, None, NOTHING, (Refusal.MALFORMED,))


def judge(case: Case) -> Verdict:
    """The verdict on a card. It never says more of a card than a register of that age can."""
    code = _code(case)
    believed = case.card if code is not VerdictCode.REGISTER_TOO_OLD else None
    refusals = tuple(_refusals(code, case))
    return Verdict(
        verdict=code,
        card=CardGlance(believed.kind, believed.valid_until, believed.minors) if believed else None,
        allowed=_allowed(case, believed) if believed and not refusals else NOTHING,
        refusals=refusals,
        notices=tuple(_notices(case, admitted=not refusals)),
        pays_cents=0 if refusals else case.offer.pays_cents,
    )


def judge_provisionally(case: Case, printed_valid_until: date) -> Verdict:
    """The verdict on a card that the desk cannot look up, by the last day printed on it.

    This is what venues do on paper today: a genuine card can be missing from the register, since
    issuers work offline too (issuer material). What is printed stands until the register has the
    last word. Only an unknown card, or one behind a register that is too old, is judged so:
    where the register does speak, it prevails over the cardboard (terms).
    """
    verdict = judge(case)
    if verdict.verdict not in PROVISIONAL_VERDICTS:
        return verdict
    refusals = list(_offer_refusals(case))
    if case.day > printed_valid_until:
        refusals.insert(0, Refusal.CARD_EXPIRED)
    if refusals:
        return replace(verdict, refusals=tuple(refusals))
    return replace(
        verdict,
        allowed=_unseen_allowed(case),
        refusals=(),
        notices=tuple(_notices(case, admitted=True)),
        pays_cents=case.offer.pays_cents,
    )


PROVISIONAL_VERDICTS = frozenset({VerdictCode.UNKNOWN, VerdictCode.REGISTER_TOO_OLD})
"""The verdicts that say nothing against the card, so that the printed day may be taken instead."""


def objections(case: Case, verdict: Verdict, tickets: Tickets) -> tuple[Refusal, ...]:
    """What stands against giving these tickets under this verdict; empty when nothing does.

    Assistants and interpreters enter free, outside every limit and quota (terms). They enter with
    somebody, so where nobody is admitted they are not either.
    """
    if verdict.refusals:
        return verdict.refusals
    kinds = _Kinds(bool(verdict.allowed.holder), bool(verdict.allowed.worker))
    minors = verdict.card.minors if verdict.card else MOST_UNSEEN_MINORS
    return tuple(_objections(case, kinds, minors, tickets))


def judge_tickets(case: Case, tickets: Tickets) -> tuple[Refusal, ...]:
    """What stands against these tickets, for the register: nobody there reads a verdict.

    The same as :func:`objections` under the verdict of :func:`judge`, without what a window says
    besides.
    """
    against = tuple(_refusals(_code(case), case))
    if against or case.card is None:
        return against
    kinds = _KINDS_OF_CARD[case.card.kind]
    return tuple(_objections(case, kinds, case.card.minors, tickets))


class _Kinds(NamedTuple):
    """Whose the card may be: of a card that nobody could look up, either."""

    personal: bool
    community: bool


_KINDS_OF_CARD = {
    CardKind.PERSONAL: _Kinds(personal=True, community=False),
    CardKind.COMMUNITY: _Kinds(personal=False, community=True),
}


def _objections(case: Case, kinds: _Kinds, most_minors: int, tickets: Tickets) -> Iterator[Refusal]:
    own_minors, community_minors = tickets.own_minors, tickets.community_minors
    of_a_person = tickets.holder or own_minors
    of_a_community = tickets.worker or community_minors
    minors = own_minors or community_minors
    if not (of_a_person or of_a_community or tickets.assistants):
        yield Refusal.MALFORMED
    if (
        (of_a_person and not kinds.personal)
        or (of_a_community and not kinds.community)
        or (of_a_person and of_a_community)  # one visit is one card's
    ):
        yield Refusal.WRONG_CARD_KIND
    elif minors and (not case.offer.takes_minors or (own_minors and not tickets.holder)):
        yield Refusal.MINORS_NOT_ALLOWED
    elif own_minors > most_minors:
        yield Refusal.MINORS_EXCEEDED
    left = case.left
    if left is not None and tickets.counted > left:
        yield Refusal.QUOTA_EXCEEDED


def _code(case: Case) -> VerdictCode:
    if case.register is RegisterAge.TOO_OLD:
        return VerdictCode.REGISTER_TOO_OLD
    if case.card is None:
        return VerdictCode.UNKNOWN
    against = _against_card(case.card, case)
    if against is not None:
        return against
    return VerdictCode.VALID_STALE if case.register is RegisterAge.STALE else VerdictCode.VALID


def _against_card(card: Card, case: Case) -> VerdictCode | None:
    if card.status is not CardStatus.ACTIVE:
        return _CODE_OF_STATUS[card.status]
    day = case.day
    if day < card.valid_from:
        return VerdictCode.NOT_YET_VALID
    if day > card.valid_until:  # received 10.3.2025: 9.3.2026 is the last valid day (terms)
        return VerdictCode.EXPIRED
    if card.local_only and card.area != case.venue_area:  # a pilot's card (Savonlinna 2018)
        return VerdictCode.AREA_NOT_ALLOWED
    return None


_CODE_OF_STATUS = {
    CardStatus.SUSPENDED: VerdictCode.SUSPENDED,
    CardStatus.REVOKED: VerdictCode.REVOKED,
}
_REFUSAL_OF_CARD = {
    VerdictCode.REGISTER_TOO_OLD: Refusal.TOO_OLD,
    VerdictCode.UNKNOWN: Refusal.CARD_UNKNOWN,
    VerdictCode.REVOKED: Refusal.CARD_REVOKED,
    VerdictCode.SUSPENDED: Refusal.CARD_SUSPENDED,
    VerdictCode.NOT_YET_VALID: Refusal.CARD_NOT_YET_VALID,
    VerdictCode.EXPIRED: Refusal.CARD_EXPIRED,
    VerdictCode.AREA_NOT_ALLOWED: Refusal.AREA_NOT_ALLOWED,
}


def _refusals(code: VerdictCode, case: Case) -> Iterator[Refusal]:
    if code in _REFUSAL_OF_CARD:
        yield _REFUSAL_OF_CARD[code]
    yield from _offer_refusals(case)


def _offer_refusals(case: Case) -> Iterator[Refusal]:
    offer = case.offer
    if offer.status is OfferStatus.CANCELLED:
        yield Refusal.OFFER_CANCELLED
    if offer.status is OfferStatus.SOLD_OUT:
        yield Refusal.SOLD_OUT
    if case.left == 0:
        yield Refusal.QUOTA_EXCEEDED
    if _limit_reached(case):
        yield Refusal.LIMIT_REACHED


def _limit_reached(case: Case) -> bool:
    limit = case.offer.card_limit
    if limit is None:
        return False
    course = case.offer.kind is OfferKind.COURSE
    days = [
        past.local_date
        for past in case.past_visits
        if past.counted
        and (past.offer_kind is OfferKind.COURSE if course else past.offer_id == case.offer.id)
    ]
    return visits_within(limit, case.day, days) >= limit.count


def _allowed(case: Case, card: Card) -> Allowed:
    if card.kind is CardKind.COMMUNITY:
        return Allowed(assistants=None, worker=1, community_minors=_community_minors(case))
    return Allowed(
        holder=1,
        children_and_grandchildren=_own_minors(case, card.minors),
        assistants=None,
    )


def _unseen_allowed(case: Case) -> Allowed:
    """For a card that nobody could look up: its kind and its minors are as the cardboard says."""
    return Allowed(
        holder=1,
        children_and_grandchildren=_own_minors(case, MOST_UNSEEN_MINORS),
        assistants=None,
        worker=1,
        community_minors=_community_minors(case),
    )


def _own_minors(case: Case, most: int) -> int:
    """Own and same-household children and grandchildren, only together with the holder (terms)."""
    if not case.offer.takes_minors:
        return 0
    return most if case.left is None else min(most, case.left - 1)  # one ticket is the holder's


def _community_minors(case: Case) -> int | None:
    """A community's clients under 16: no ceiling of the scheme's own (issuer material)."""
    return case.left if case.offer.takes_minors else 0


def _notices(case: Case, *, admitted: bool) -> Iterator[Notice]:
    if case.register is RegisterAge.STALE:
        yield Notice.REGISTER_STALE
    if any(
        past.offer_id == case.offer.id and past.local_date == case.day for past in case.past_visits
    ):
        yield Notice.USED_TODAY
    if admitted and case.left is not None and case.left <= QUOTA_LOW_AT:
        yield Notice.QUOTA_LOW
    if admitted and case.offer.pays_cents:
        yield Notice.HOLDER_PAYS
    if not case.clock_trusted:
        yield Notice.CLOCK_UNTRUSTED
    yield from _offer_times(case)


def _offer_times(case: Case) -> Iterator[Notice]:
    """A ticket given in advance or keyed in late is right; the wrong show on the screen is not."""
    starts, ends = case.offer.starts_at, case.offer.ends_at
    zone = case.zone
    if starts is not None and case.day < local_day(starts, zone):
        yield Notice.OFFER_NOT_BEGUN
    last = ends or starts
    if last is not None and case.day > local_day(last, zone):
        yield Notice.OFFER_OVER
