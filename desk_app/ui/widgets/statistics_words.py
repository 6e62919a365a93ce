"""Texts for statistics: names of periods, sums and shares, and their certainty."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from desk_app.messages import Messages
from desk_app.messages.offers import SECTORS
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.statistics import Certainty, Statistics
from desk_app.ui.widgets.chosen_periods import Period, Span
from sync.rules.offers import Offer, Sector


class Grouping(StrEnum):
    """The dimension by which visits are grouped."""

    DAY = "day"
    OFFER = "offer"
    SECTOR = "sector"
    VENUE = "venue"


class Measure(StrEnum):
    """The quantity that is counted."""

    TICKETS = "tickets"
    VISITS = "visits"


PERIODS: Mapping[Period, str] = {
    Period.THIS_MONTH: QT_TRANSLATE_NOOP("Figures", "This month"),
    Period.LAST_MONTH: QT_TRANSLATE_NOOP("Figures", "Last month"),
    Period.THIS_YEAR: QT_TRANSLATE_NOOP("Figures", "This year"),
    Period.SCHOOL_YEAR: QT_TRANSLATE_NOOP("Figures", "School year"),
    Period.ALL: QT_TRANSLATE_NOOP("Figures", "All time"),
    Period.OWN: QT_TRANSLATE_NOOP("Figures", "Choose dates"),
}
CHOICES: Mapping[Grouping, str] = {
    Grouping.DAY: QT_TRANSLATE_NOOP("Figures", "By day"),
    Grouping.OFFER: QT_TRANSLATE_NOOP("Figures", "By offer"),
    Grouping.SECTOR: QT_TRANSLATE_NOOP("Figures", "By sector"),
    Grouping.VENUE: QT_TRANSLATE_NOOP("Figures", "By venue"),
}
NAMES: Mapping[Grouping, str] = {
    Grouping.DAY: QT_TRANSLATE_NOOP("Figures", "Date"),
    Grouping.OFFER: QT_TRANSLATE_NOOP("Figures", "Offer"),
    Grouping.SECTOR: QT_TRANSLATE_NOOP("Figures", "Sector"),
    Grouping.VENUE: QT_TRANSLATE_NOOP("Figures", "Venue"),
}
MEASURES: Mapping[Measure, str] = {
    Measure.TICKETS: QT_TRANSLATE_NOOP("Figures", "Tickets"),
    Measure.VISITS: QT_TRANSLATE_NOOP("Figures", "Visits"),
}
HEADINGS: Mapping[tuple[Measure, Grouping], str] = {
    (Measure.TICKETS, Grouping.DAY): QT_TRANSLATE_NOOP("Figures", "Tickets by day"),
    (Measure.TICKETS, Grouping.OFFER): QT_TRANSLATE_NOOP("Figures", "Tickets by offer"),
    (Measure.TICKETS, Grouping.SECTOR): QT_TRANSLATE_NOOP("Figures", "Tickets by sector"),
    (Measure.VISITS, Grouping.DAY): QT_TRANSLATE_NOOP("Figures", "Visits by day"),
    (Measure.VISITS, Grouping.OFFER): QT_TRANSLATE_NOOP("Figures", "Visits by offer"),
    (Measure.VISITS, Grouping.SECTOR): QT_TRANSLATE_NOOP("Figures", "Visits by sector"),
    (Measure.TICKETS, Grouping.VENUE): QT_TRANSLATE_NOOP("Figures", "Tickets by venue"),
    (Measure.VISITS, Grouping.VENUE): QT_TRANSLATE_NOOP("Figures", "Visits by venue"),
}
SUMS = (
    QT_TRANSLATE_NOOP("Figures", "Visits"),
    QT_TRANSLATE_NOOP("Figures", "Tickets"),
    QT_TRANSLATE_NOOP("Figures", "Adults"),
    QT_TRANSLATE_NOOP("Figures", "Minors"),
    QT_TRANSLATE_NOOP("Figures", "Assistants"),
)
"""The names of :func:`numbers`, in its order."""
_UNKNOWN_OFFER = QT_TRANSLATE_NOOP("Figures", "Unknown offer")
_UNKNOWN_SECTOR = QT_TRANSLATE_NOOP("Figures", "Unknown")
_ALL_DESKS = QT_TRANSLATE_NOOP("Figures", "All desks of the venue")
_WHOLE_TIME = QT_TRANSLATE_NOOP("Figures", "All recorded visits")
_TO = QT_TRANSLATE_NOOP("Figures", "{first} to {last}")
_FROM = QT_TRANSLATE_NOOP("Figures", "From {first}")
_UNTIL = QT_TRANSLATE_NOOP("Figures", "Until {last}")
_ALL_ACCEPTED = QT_TRANSLATE_NOOP("Figures", "The register has accepted all of these visits.")


class StatisticsWords:
    """Texts about statistics, in the language of ``words``."""

    def __init__(self, words: Messages) -> None:
        self.words = words

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self.words.translate("StatisticsWords", key, disambiguation, n)

    def text(self, key: str) -> str:
        """One of the texts above."""
        return self.words.translate("Figures", key)

    def offer(self, offer: Offer | None) -> str:
        """The offer's name, as far as this desk knows it."""
        return self.words.offer_name(offer) if offer else self.text(_UNKNOWN_OFFER)

    def sector(self, sector: Sector | None) -> str:
        """The statistics' sector."""
        if sector is None:
            return self.text(_UNKNOWN_SECTOR)
        return self.words.translate("Offers", SECTORS[sector])

    def span(self, days: Span) -> str:
        """The first and the last day of a span."""
        first, last = (None if day is None else self.words.date(day) for day in days)
        if first is None and last is None:
            return self.text(_WHOLE_TIME)
        pattern = _UNTIL if first is None else _FROM if last is None else _TO
        return self.text(pattern).format(first=first, last=last)

    def desks(self, statistics: Statistics, *, all_desks: bool) -> str:
        """The desks whose visits are counted."""
        return self.text(_ALL_DESKS) if all_desks else statistics.desk_name

    def short_day(self, day: date) -> str:
        """A day below a column: 17.10."""
        return f"{day.day}.{day.month}."

    def certainty(self, statistics: Statistics) -> list[str]:
        """The certainty of the sums, one sentence each; the first says what is in them."""
        texts = list(self._certainties(statistics.visits))
        sure = not (statistics.visits[Certainty.WAITING] or statistics.visits[Certainty.UNSEEN])
        return [self.text(_ALL_ACCEPTED), *texts] if sure and statistics.total.visits else texts

    def _certainties(self, visits: Mapping[Certainty, int]) -> Iterator[str]:
        waiting = visits[Certainty.WAITING] + visits[Certainty.UNSEEN]
        if waiting:
            yield self.tr(
                "Included: %n visit(s) that the register has not confirmed yet.", "", waiting
            )
        if unseen := visits[Certainty.UNSEEN]:
            yield self.tr("Of these, recorded from the card alone: %n", "", unseen)
        if refused := visits[Certainty.REFUSED]:
            yield self.tr("Not included: %n rejected visit(s).", "", refused)
        if voided := visits[Certainty.VOIDED]:
            yield self.tr("Not included: %n withdrawn visit(s).", "", voided)
