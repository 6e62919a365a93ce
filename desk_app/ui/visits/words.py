"""Texts of a visit: the columns of a list, and a summary."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from uuid import UUID

from PySide6.QtGui import QColor

from desk_app.messages import Messages
from desk_app.messages.clock import ClockWords
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.visit_pages import VisitLine, VisitOutcome
from desk_app.ui.appearance.theme import Colours
from desk_app.ui.widgets.table_rows import Column
from sync.rules.card_numbers import end_of
from sync.rules.offers import OfferName

OUTCOMES = {
    VisitOutcome.WAITING: QT_TRANSLATE_NOOP("Visits", "waiting to be sent"),
    VisitOutcome.SENT: QT_TRANSLATE_NOOP("Visits", "sent"),
    VisitOutcome.REFUSED: QT_TRANSLATE_NOOP("Visits", "rejected"),
    VisitOutcome.UNDONE: QT_TRANSLATE_NOOP("Visits", "withdrawn"),
    VisitOutcome.REPLACED: QT_TRANSLATE_NOOP("Visits", "replaced"),
}
_COLUMNS = (
    QT_TRANSLATE_NOOP("Visits", "When"),
    QT_TRANSLATE_NOOP("Visits", "Card"),
    QT_TRANSLATE_NOOP("Visits", "Tickets"),
    QT_TRANSLATE_NOOP("Visits", "Offer"),
    QT_TRANSLATE_NOOP("Visits", "Desk"),
    QT_TRANSLATE_NOOP("Visits", "Status"),
)
_FORGOTTEN = QT_TRANSLATE_NOOP("Visits", "deleted")
_NO_CARD = QT_TRANSLATE_NOOP("Visits", "Card number deleted")
_CARD = QT_TRANSLATE_NOOP("Visits", "Card {number}")
_UNKNOWN_OFFER = QT_TRANSLATE_NOOP("Visits", "unknown offer")
_CORRECTS = QT_TRANSLATE_NOOP("Visits", "This visit replaces an earlier one.")
_ELSEWHERE = QT_TRANSLATE_NOOP(
    "Visits", "Only the desk that recorded this visit can correct or withdraw it."
)


class VisitWords:
    """Texts of visits at one moment, in one language; ``desk`` is this desk's own name."""

    def __init__(
        self, words: Messages, desk: str, now: datetime, zone: tzinfo, colours: Colours
    ) -> None:
        self._words = words
        self._colours = colours
        self.desk_name = desk
        self._now = now
        self._zone = zone

    def columns(self, *, narrow: bool = False) -> Sequence[Column[VisitLine]]:
        """When, card, tickets, offer, desk and state; in a ``narrow`` list only what tells apart.

        What a narrow list leaves out stands in the lines about the visit that is marked.
        """
        when, card, tickets, offer, desk, state = (self._translate(title) for title in _COLUMNS)
        columns: tuple[Column[VisitLine], ...] = (
            Column(when, lambda line: self.when(line.local_date, line.recorded_at)),
            Column(card, self.card),
            Column(tickets, lambda line: self._words.tickets(line.tickets), wide=True),
            Column(offer, self.offer, wide=True),
            Column(desk, self.desk),
            Column(state, self.outcome, dot=self.dot),
        )
        return (*columns[:2], columns[3], columns[5]) if narrow else columns

    def when(self, day: date, at: datetime | None) -> str:
        """The day, and the time of day where it is known."""
        text = self._words.day(day, self._now.astimezone(self._zone).date())
        return text if at is None else f"{text} {self._words.clock(at.astimezone(self._zone))}"

    def card(self, line: VisitLine) -> str:
        """The end of its number."""
        return self._translate(_FORGOTTEN) if line.card_number is None else end_of(line.card_number)

    def offer(self, line: VisitLine) -> str:
        """The offer's name."""
        return self.name(line.offer)

    def name(self, offer: OfferName | None) -> str:
        """An offer's name, also where there is none."""
        return (
            self._translate(_UNKNOWN_OFFER)
            if offer is None
            else offer.in_language(self._words.language)
        )

    def desk(self, line: VisitLine) -> str:
        """The desk that recorded it."""
        return line.desk_name or self.desk_name

    def outcome(self, line: VisitLine) -> str:
        """The visit's state."""
        return self._translate(OUTCOMES[line.outcome])

    def dot(self, line: VisitLine) -> QColor:
        """The colour of its state, beside the word."""
        colours = self._colours
        return QColor(
            {
                VisitOutcome.WAITING: colours.warning.ink,
                VisitOutcome.SENT: colours.success.ink,
                VisitOutcome.REFUSED: colours.error.ink,
            }.get(line.outcome, colours.outline)
        )

    def summary(self, line: VisitLine) -> str:
        """The tickets handed out, and their offer."""
        tickets = self._words.tickets(line.tickets)
        return f"{tickets[:1].upper()}{tickets[1:]} · {self.offer(line)}"

    def about(self, line: VisitLine, shown: UUID | None) -> str:
        """The rest but its state; the card's number is whole for the visit that is ``shown`` so."""
        if line.card_number is None:
            card = self._translate(_NO_CARD)
        else:
            number = line.card_number if line.id == shown else end_of(line.card_number)
            card = self._translate(_CARD).format(number=number)
        when = self.when(line.local_date, line.recorded_at)
        lines = [" · ".join((card, when, self.desk(line)))]
        if line.first_dated_at is not None:
            local = line.first_dated_at.astimezone(self._zone)
            first = f"{self._words.date(local.date())} {self._words.clock(local)}"
            lines.append(ClockWords(self._words.translate).dated_first(first))
        if line.corrects:
            lines.append(self._translate(_CORRECTS))
        if line.desk_name is not None:
            lines.append(self._translate(_ELSEWHERE))
        return "\n".join(lines)

    def _translate(self, text: str) -> str:
        return self._words.translate("Visits", text)
