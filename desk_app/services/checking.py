"""Checks a card: gathers the facts at one moment for one offer, and judges them."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from desk_app.services.errors import (
    DeskRevokedError,
    NotEnrolledError,
    OfferNotFoundError,
)
from desk_app.services.ports import Desk, DeskRecord, Journal, LookedUpCards, Offers, Register
from desk_app.services.timekeeping import Moment, Timekeeping
from sync.rules.card_numbers import CardNumber, is_normal
from sync.rules.cases import Case
from sync.rules.codes import Refusal
from sync.rules.entitlement import (
    Verdict,
    judge,
    judge_provisionally,
    malformed_number,
    missing_companion,
    objections,
)
from sync.rules.offers import Offer
from sync.rules.payloads import card_number
from sync.rules.policy import register_age
from sync.rules.scan_text import (
    keyed_on_another_layout,
    keyed_without_latin,
    may_be_on_another_layout,
    without_check_character,
)
from sync.rules.tickets import Tickets


class Doubt(StrEnum):
    """A warning about how a card number was read."""

    CHECK_CHARACTER = "check_character"  # the card in the register is without the last character
    KEYBOARD = "keyboard"  # it may have come through a keyboard set to another layout


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of checking a card. ``case`` is ``None`` for text that cannot be a card number.

    ``known_nowhere`` says that the register was asked just now, and does not know the card.
    """

    number: CardNumber | None
    offer: Offer
    moment: Moment
    register_revision: int
    verdict: Verdict
    case: Case | None
    known_nowhere: bool = False
    doubt: Doubt | None = None

    def objections(self, tickets: Tickets) -> tuple[Refusal, ...]:
        """The objections to these tickets; cheap enough to ask at every key."""
        if self.case is None:
            return self.verdict.refusals
        return objections(self.case, self.verdict, tickets)

    def missing(self, tickets: Tickets) -> str | None:
        """The kind of ticket without which these are not given; ``None`` where none is missing."""
        kind = None if self.case is None else missing_companion(self.case, tickets)
        return kind.name if kind is not None else None

    def refused(self, tickets: Tickets | None, reasons: tuple[Refusal, ...]) -> Verdict:
        """The verdict with the objections to these tickets added."""
        missing = None if tickets is None or self.verdict.refusals else self.missing(tickets)
        return replace(self.verdict, refusals=reasons, missing=missing)


class CheckService:
    """Checks cards against the store alone; never waits for a network."""

    def __init__(
        self,
        desk: Desk,
        register: Register,
        offers: Offers,
        journal: Journal,
        timekeeping: Timekeeping,
        looked_up_cards: LookedUpCards,
    ) -> None:
        self._desk = desk
        self._register = register
        self._looked_up_cards = looked_up_cards
        self._offers = offers
        self._journal = journal
        self._timekeeping = timekeeping

    def enrolment(self) -> DeskRecord:
        """The newest enrolment, a revoked one too. Raises ``NotEnrolledError``."""
        record = self._desk.record()
        if record is None:
            raise NotEnrolledError
        return record

    def desk(self) -> DeskRecord:
        """The current enrolment. Raises ``NotEnrolledError`` or ``DeskRevokedError``."""
        record = self.enrolment()
        if record.refused is not None:
            raise DeskRevokedError(reason=record.refused)
        return record

    def moment(self) -> Moment:
        """Now, by the policy's calendar."""
        return self._timekeeping.moment(self.desk().policy)

    def check(
        self,
        text: str,
        offer_id: UUID,
        *,
        moment: Moment | None = None,
        on: date | None = None,
        printed_valid_until: date | None = None,
        value_cents: int | None = None,
    ) -> Checked:
        """Check a number that was typed or scanned.

        ``moment`` (or ``on``, for a whole day) takes the place of now. With
        ``printed_valid_until`` a card that cannot be looked up is judged by its cardboard.
        ``value_cents`` is the fee as it was told, where the offer asks for it.
        Raises ``OfferNotFoundError`` and ``NotEnrolledError``.
        """
        desk = self.desk()
        offer = self._offers.get(offer_id)
        if offer is None:
            raise OfferNotFoundError(offer=str(offer_id))
        if on is not None:
            moment = self._timekeeping.moment_on(on, desk.policy)
        elif moment is None:
            moment = self._timekeeping.moment(desk.policy)
        status = self._register.status()
        revision = status.revision if status else 0
        number = card_number(text)
        if number is None:
            layout = Doubt.KEYBOARD if keyed_without_latin(text) else None
            return Checked(None, offer, moment, revision, malformed_number(), None, doubt=layout)
        doubt = None
        if not self.knows(number):
            number, doubt = self._meant(number)
        seen = self._looked_up_cards.find(number)
        if seen is None:
            card, verified_at = self._register.find(number), status.verified_at if status else None
        else:
            card, revision, verified_at = seen[0].card, seen[0].revision, seen[1]
        venue = desk.venue_of(offer)
        case = Case(
            card=card,
            offer=offer,
            venue_area=venue.area,
            venue_local_only=venue.local_only,
            moment=moment.at,
            register=register_age(
                verified_at,
                self._timekeeping.moment(desk.policy).utc,
                desk.policy,
            ),
            past_visits=[
                past
                for past in self._journal.past_visits(number)
                if (past.venue_id or desk.venue.id) == venue.id
            ],
            queued=self._journal.queued_tickets(offer_id) if offer.quota else 0,
            clock_trusted=moment.trusted,
            terms=desk.policy.terms,
            value_cents=value_cents,
        )
        verdict = (
            judge(case)
            if printed_valid_until is None
            else judge_provisionally(case, printed_valid_until)
        )
        return Checked(number, offer, moment, revision, verdict, case, doubt=doubt)

    def knows(self, number: str) -> bool:
        """Whether there is such a card, as far as this desk can tell by itself."""
        return (
            self._looked_up_cards.find(number) is not None
            or self._register.find(number) is not None
        )

    def doubt(self, text: str) -> Doubt | None:
        """What staff should know of a number that was typed or scanned, before it is used."""
        number = card_number(text)
        if number is None:
            return Doubt.KEYBOARD if keyed_without_latin(text) else None
        return None if self.knows(number) else self._meant(number)[1]

    def _meant(self, number: CardNumber) -> tuple[CardNumber, Doubt | None]:
        """Which card a number may mean that is not in the register, and the doubt about it."""
        shorter = without_check_character(number)
        if shorter is not None and is_normal(shorter) and self.knows(shorter):
            return CardNumber(shorter), Doubt.CHECK_CHARACTER
        exchanged = any(self.knows(each) for each in keyed_on_another_layout(number))
        if exchanged or may_be_on_another_layout(number):
            return number, Doubt.KEYBOARD
        return number, None
