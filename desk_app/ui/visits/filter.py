"""The filter of the list of visits, and its description, which is always shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from desk_app.messages import Messages
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.visit_pages import VisitQuery, VisitSubset
from desk_app.ui.widgets.chosen_periods import Span
from desk_app.ui.widgets.statistics_words import StatisticsWords
from sync.rules.card_numbers import end_of


class Days(StrEnum):
    """Ranges of days, relative to today."""

    ANY = "any"
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    OWN = "own"  # from one day to another, as typed


DAYS = {
    Days.ANY: QT_TRANSLATE_NOOP("Visits", "Any date"),
    Days.TODAY: QT_TRANSLATE_NOOP("Visits", "Today"),
    Days.YESTERDAY: QT_TRANSLATE_NOOP("Visits", "Yesterday"),
    Days.WEEK: QT_TRANSLATE_NOOP("Visits", "Last 7 days"),
    Days.MONTH: QT_TRANSLATE_NOOP("Visits", "Last 30 days"),
    Days.OWN: QT_TRANSLATE_NOOP("Visits", "Choose dates"),
}
ONLY = {
    VisitSubset.WAITING: QT_TRANSLATE_NOOP("Visits", "Waiting to be sent"),
    VisitSubset.SENT: QT_TRANSLATE_NOOP("Visits", "Sent"),
    VisitSubset.REFUSED: QT_TRANSLATE_NOOP("Visits", "Rejected"),
    VisitSubset.UNDONE: QT_TRANSLATE_NOOP("Visits", "Withdrawn"),
    VisitSubset.ANONYMISED: QT_TRANSLATE_NOOP("Visits", "Card number deleted"),
}
_FIRST_AND_LAST = {
    Days.TODAY: (0, 0),
    Days.YESTERDAY: (1, 1),
    Days.WEEK: (6, 0),
    Days.MONTH: (29, 0),
}
_SEARCHED = QT_TRANSLATE_NOOP("Visits", "“{text}”")
_CARD = QT_TRANSLATE_NOOP("Visits", "Card {number}")


@dataclass(frozen=True, slots=True)
class Filter:
    """The filter. ``number`` is a whole card number that was scanned, ``text`` what was typed.

    ``own`` are the days of ``Days.OWN``.
    """

    days: Days = Days.ANY
    own: Span = (None, None)
    offer_id: UUID | None = None
    only: VisitSubset | None = None
    text: str = ""
    number: str | None = None

    @property
    def active(self) -> bool:
        """Whether anything is left out of the list."""
        return self != Filter()

    def query(self, today: date) -> VisitQuery:
        """The filter as the store is asked for it."""
        first, last = self.own
        if self.days in _FIRST_AND_LAST:
            first, last = (today - timedelta(days=back) for back in _FIRST_AND_LAST[self.days])
        return VisitQuery(
            first=first,
            last=last,
            offer_id=self.offer_id,
            only=self.only,
            text=self.text,
            number=self.number,
        )

    def summary(self, words: Messages, offer_name: Callable[[UUID], str]) -> str:
        """The filter in one line; empty where the list is complete."""
        parts = []
        if self.own != (None, None):
            parts.append(StatisticsWords(words).span(self.own))
        elif self.days is not Days.ANY:
            parts.append(words.translate("Visits", DAYS[self.days]))
        if self.only is not None:
            parts.append(words.translate("Visits", ONLY[self.only]))
        if self.offer_id is not None:
            parts.append(offer_name(self.offer_id))
        if self.number is not None:
            parts.append(words.translate("Visits", _CARD).format(number=end_of(self.number)))
        if self.text:
            parts.append(words.translate("Visits", _SEARCHED).format(text=self.text))
        return " · ".join(parts)
