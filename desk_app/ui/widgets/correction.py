"""The draft of a visit's correction: the old values, the new ones, and the request."""

from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo

from desk_app.messages import Messages
from desk_app.messages.verdicts import VerdictWords
from desk_app.services.errors import RefusedError
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.ui.widgets.ticket_rows import ceiling, stepped
from sync.rules.codes import Refusal
from sync.rules.tickets import CEILINGS, MOST_TICKETS, TicketKind
from sync.rules.visits import Visit

_ANY = dict.fromkeys(CEILINGS, MOST_TICKETS)
"""The widest bounds; the card's own limits are judged when it is saved."""
_UNSEEN = {Refusal.CARD_UNKNOWN, Refusal.TOO_OLD}


class Correction:
    """Starts with the visit's values. The day stays, unless the register rejected it.

    ``number`` is what was typed or scanned in the place of the old number; empty, that one stays.
    """

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.number = ""
        self.offer_id = visit.offer_id
        self.tickets = visit.tickets
        self.day = visit.local_date
        self.value_cents = visit.value_cents
        self.refused: RefusedError | None = None

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        visit = self.visit
        old = (visit.card_number, visit.offer_id, visit.tickets, visit.local_date)
        new = (self._number, self.offer_id, self.tickets, self.day)
        return new != old or self.value_cents != visit.value_cents

    @property
    def asks_printed_day(self) -> bool:
        """Whether the card can only be judged by the day that is printed on it."""
        unseen = self.refused is not None and set(self.refused.reasons) <= _UNSEEN
        return self.visit.provisional or unseen

    def step(self, row: TicketKind, by: int) -> None:
        """One ticket more or fewer; what goes with the other kind of card goes away."""
        self.tickets = stepped(row, by, _ANY, self.tickets, lambda _: ())

    def most(self, row: TicketKind) -> int:
        """The most of a kind."""
        return ceiling(row, _ANY, self.tickets)

    def asked(self, printed: date | None, zone: tzinfo) -> VisitRequest:
        """The visit that is to stand in its place, of the same moment; of another day, at noon."""
        at = None
        if self.day != self.visit.local_date:
            at = datetime.combine(self.day, time(12), tzinfo=zone)
        return VisitRequest(
            number=self._number,
            offer_id=self.offer_id,
            tickets=TicketsRequest(**self.tickets.counts()),
            entry=self.visit.entry,
            provisional=printed is not None,
            printed_valid_until=printed,
            at=at,
            operator=self.visit.operator,
            value_cents=self.value_cents,
        )

    @property
    def _number(self) -> str:
        return self.number.strip() or self.visit.card_number


def against(error: Exception, words: Messages) -> Sequence[str]:
    """The objections to a correction, each with its advice."""
    if not isinstance(error, RefusedError):
        return words.error(error)
    if error.verdict.refusals:
        verdict_words = VerdictWords(words)
        return verdict_words.headline(error.verdict), verdict_words.advice(error.verdict)
    return [VerdictWords(words).refusal(reason) for reason in error.reasons]
