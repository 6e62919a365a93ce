"""Judges entitlement: which tickets a card allows for an offer on a day, or why none.

:func:`judge` answers before anything is asked for: the card's state, the ceilings, and what staff
should know. :func:`objections` answers what stands against a particular set of tickets. The ticket
window asks both before it records, the register when the visit arrives.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.cases import Case
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.notices import earlier, notices
from sync.rules.offers import Offer, OfferKind, OfferStatus
from sync.rules.periods import visits_within
from sync.rules.policy import RegisterAge, Term
from sync.rules.tickets import (
    CEILINGS,
    KIND,
    KINDS,
    PRESENTING,
    Ceiling,
    TicketGroup,
    TicketKind,
    Tickets,
)
from sync.rules.venues import same_area
from sync.rules.visits import PastVisit

Allowed = Mapping[str, int | None]
"""The ceilings by name; ``None`` is no fixed ceiling.

Each holds by itself. What a quota has left can be less than all of them together, and a card that
nobody could look up is either of a person or of a community: :func:`objections` says so of a set
of tickets.
"""
NOTHING: Allowed = dict.fromkeys(CEILINGS, 0)


def up_to(**ceilings: int | None) -> Allowed:
    """Ceilings of these numbers, and no others. Raises ``ValueError`` for an unknown name."""
    if not ceilings.keys() <= NOTHING.keys():
        raise ValueError("a ceiling that no kind of ticket has")
    return {**NOTHING, **ceilings}


@dataclass(frozen=True, slots=True)
class CardGlance:
    """The card's data that the window shows."""

    kind: CardKind
    valid_until: date
    minors: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reasoned answer (contract 2).

    Where ``refusals`` is not empty no ticket is allowed, save an assistant's (:func:`judge`).
    ``earlier`` are the visits behind "used today" and "has tickets"; ``pays_cents`` is for each
    ticket that the offer's value covers. ``missing`` is the kind of ticket without which those
    that were asked for are not given.
    """

    verdict: VerdictCode
    card: CardGlance | None
    allowed: Allowed
    refusals: tuple[Refusal, ...] = ()
    notices: tuple[Notice, ...] = ()
    pays_cents: int = 0
    earlier: tuple[PastVisit, ...] = ()
    missing: str | None = None

    @property
    def admits(self) -> bool:
        """Whether any ticket that counts may be given."""
        return not self.refusals


def malformed_number() -> Verdict:
    """The verdict on text that cannot be a card number."""
    return Verdict(VerdictCode.MALFORMED_NUMBER, None, NOTHING, (Refusal.MALFORMED,))


# The verdict


def judge(case: Case) -> Verdict:
    """The verdict on a card. It says no more of a card than a register of that age can.

    Assistants and interpreters always enter free, outside every limit and quota (terms): their
    ceiling stays open where only those stand against the holder's own ticket.
    """
    code = _code(case)
    return _verdict(case, code, _against_card(code), case.card.valid_until if case.card else None)


def judge_provisionally(case: Case, printed_valid_until: date) -> Verdict:
    """The verdict on a card that could not be looked up, by the last day printed on it.

    This is what venues do on paper today: a genuine card can be missing from the register, since
    issuers work offline too (issuer material). What is printed stands until the register has the
    last word. Only an unknown card, or one behind a register that is too old, is judged so:
    where the register does speak, it prevails over the cardboard (terms).
    """
    code = _code(case)
    if code not in PROVISIONAL_VERDICTS:
        return judge(case)
    against = (Refusal.CARD_EXPIRED,) if case.day > printed_valid_until else ()
    return _verdict(case, code, against, printed_valid_until)


PROVISIONAL_VERDICTS = frozenset({VerdictCode.UNKNOWN, VerdictCode.REGISTER_TOO_OLD})
"""The verdicts that say nothing against the card, so that the printed day may be taken instead."""


def _verdict(
    case: Case, code: VerdictCode, against_card: tuple[Refusal, ...], last_day: date | None
) -> Verdict:
    refusals = (*against_card, *_against_offer(case))
    admitted = not refusals
    card = case.card if code is not VerdictCode.REGISTER_TOO_OLD else None
    return Verdict(
        verdict=code,
        card=CardGlance(card.kind, card.valid_until, card.minors) if card else None,
        allowed=_allowed(case) if admitted else _allowed_nevertheless(case, refusals),
        refusals=refusals,
        notices=tuple(
            notices(case, admitted=admitted, last_day=None if against_card else last_day)
        ),
        pays_cents=case.pays_cents if admitted else 0,
        earlier=earlier(case),
    )


# The card


def _code(case: Case) -> VerdictCode:
    card = case.card
    if card is not None and card.status is CardStatus.REVOKED:
        return VerdictCode.REVOKED  # for good: that does not lapse with the register's age
    if case.register is RegisterAge.TOO_OLD:
        return VerdictCode.REGISTER_TOO_OLD
    if card is None:
        return VerdictCode.UNKNOWN
    against = _against(card, case)
    if against is not None:
        return against
    return VerdictCode.VALID_STALE if case.register is RegisterAge.STALE else VerdictCode.VALID


def _against(card: Card, case: Case) -> VerdictCode | None:
    if card.status is CardStatus.SUSPENDED:
        return VerdictCode.SUSPENDED
    if case.day < card.valid_from:
        return VerdictCode.NOT_YET_VALID
    if case.day > card.valid_until:  # received 10.3.2025: 9.3.2026 is the last valid day (terms)
        return VerdictCode.EXPIRED
    return None if _works_here(card, case) else VerdictCode.AREA_NOT_ALLOWED


def _works_here(card: Card, case: Case) -> bool:
    """A card works everywhere, save for a local pilot's, both ways (Savonlinna 2018)."""
    pilot = card.local_only or case.venue_local_only
    return not pilot or same_area(card.area, case.venue_area)


def _against_card(code: VerdictCode) -> tuple[Refusal, ...]:
    return (_REFUSAL_OF_CARD[code],) if code in _REFUSAL_OF_CARD else ()


_REFUSAL_OF_CARD = {
    VerdictCode.REGISTER_TOO_OLD: Refusal.TOO_OLD,
    VerdictCode.UNKNOWN: Refusal.CARD_UNKNOWN,
    VerdictCode.REVOKED: Refusal.CARD_REVOKED,
    VerdictCode.SUSPENDED: Refusal.CARD_SUSPENDED,
    VerdictCode.NOT_YET_VALID: Refusal.CARD_NOT_YET_VALID,
    VerdictCode.EXPIRED: Refusal.CARD_EXPIRED,
    VerdictCode.AREA_NOT_ALLOWED: Refusal.AREA_NOT_ALLOWED,
}


# The offer


def _against_offer(case: Case) -> Iterator[Refusal]:
    if case.offer.status is OfferStatus.CANCELLED:
        yield Refusal.OFFER_CANCELLED
    if case.offer.status is OfferStatus.SOLD_OUT:
        yield Refusal.SOLD_OUT
    if case.left == 0:
        yield Refusal.QUOTA_EXCEEDED
    if limit_reached(case.offer, case.day, case.past_visits, case.terms):
        yield Refusal.LIMIT_REACHED


def limit_reached(
    offer: Offer, day: date, past_visits: Sequence[PastVisit], terms: Sequence[Term]
) -> bool:
    """Whether a card has had what the venue gives of this offer, or of its courses together."""
    counted = [past for past in past_visits if past.counted]
    here = [past.local_date for past in counted if past.offer_id == offer.id]
    courses = [past.local_date for past in counted if past.offer_kind is OfferKind.COURSE]
    limits = [(offer.card_limit, courses if offer.limits_courses else here)]
    if offer.kind is OfferKind.COURSE:
        limits.append((offer.course_limit, courses))
    return any(
        visits_within(limit, day, days, terms) >= limit.count
        for limit, days in limits
        if limit is not None
    )


# The ceilings


def _allowed(case: Case) -> Allowed:
    """The tickets allowed on the card, by kind."""
    may = [kind for kind in KINDS if kind.card is None or kind.card in case.kinds]
    return up_to(**{kind.ceiling_name: _ceiling(case, kind) for kind in may})


def _ceiling(case: Case, kind: TicketKind) -> int | None:
    if kind.ceiling is Ceiling.ONE:
        return 1
    if kind.group is TicketGroup.MINORS and not case.offer.admits_minors:
        return 0
    most = case.minors_left if kind.ceiling is Ceiling.MINORS_OF_CARD else None
    if case.left is None or not kind.counted:
        return most
    # One ticket is for the person they come with, who may have it already.
    room = case.left if case.accompanied(kind) else case.left - 1
    return room if most is None else min(most, room)


def _allowed_nevertheless(case: Case, refusals: tuple[Refusal, ...]) -> Allowed:
    """Assistants enter with the holder: with a ticket from before, or a valid card."""
    if Refusal.OFFER_CANCELLED in refusals:
        return NOTHING
    goes = any(case.has_already(kind) for kind in PRESENTING)
    if not goes and not set(refusals) <= _OUTSIDE_WHICH_ASSISTANTS_ENTER:
        return NOTHING
    return up_to(**{kind.ceiling_name: None for kind in KINDS if not kind.counted})


_OUTSIDE_WHICH_ASSISTANTS_ENTER = {Refusal.QUOTA_EXCEEDED, Refusal.LIMIT_REACHED}


# The tickets


def objections(case: Case, verdict: Verdict, tickets: Tickets) -> tuple[Refusal, ...]:
    """The objections to these tickets under this verdict; empty when there are none."""
    if _are_outside_every_count(tickets):
        allowed = all(
            verdict.allowed[kind.ceiling_name] is None for kind in KINDS if tickets.of(kind)
        )
        return () if allowed else verdict.refusals
    return verdict.refusals or tuple(_objections(case, tickets))


def _are_outside_every_count(tickets: Tickets) -> bool:
    return bool(tickets.total) and not tickets.counted


def _objections(case: Case, tickets: Tickets) -> Iterator[Refusal]:
    if not tickets.total:
        yield Refusal.MALFORMED
    asked = {kind.card for kind in KINDS if tickets.of(kind) and kind.card is not None}
    if len(asked) > 1 or not asked <= case.kinds:  # one visit is one card's
        yield Refusal.WRONG_CARD_KIND
    elif (tickets.minors and not case.offer.admits_minors) or missing_companion(case, tickets):
        yield Refusal.MINORS_NOT_ALLOWED
    elif tickets.own_minors > case.minors_left:
        yield Refusal.MINORS_EXCEEDED
    if case.left is not None and tickets.counted > case.left:
        yield Refusal.QUOTA_EXCEEDED


def missing_companion(case: Case, tickets: Tickets) -> TicketKind | None:
    """The missing kind, without which those asked for are not given; ``None`` if none is.

    Minors go together with the holder, and a community's clients with its worker (terms): in this
    visit, or in an earlier one to the same event.
    """
    for kind in KINDS:
        if tickets.of(kind) and kind.comes_with and not case.accompanied(kind):
            companion = KIND[kind.comes_with]
            if not tickets.of(companion):
                return companion
    return None
