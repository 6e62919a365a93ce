"""What is said of figures: names of times, sums and shares, and how sure they are."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from desk_app.services.figures import Figures, Footing
from desk_app.ui.models.periods import Period, Span
from desk_app.wording import Wording
from desk_app.wording.offers import SECTORS
from desk_app.wording.translation import QT_TRANSLATE_NOOP
from sync.rules.offers import Offer, Sector


class By(StrEnum):
    """How visits are told apart."""

    DAY = "day"
    OFFER = "offer"
    SECTOR = "sector"
    VENUE = "venue"


class Measure(StrEnum):
    """What is counted."""

    TICKETS = "tickets"
    VISITS = "visits"


PERIODS: Mapping[Period, str] = {
    Period.THIS_MONTH: QT_TRANSLATE_NOOP("Figures", "This month"),
    Period.LAST_MONTH: QT_TRANSLATE_NOOP("Figures", "Last month"),
    Period.THIS_YEAR: QT_TRANSLATE_NOOP("Figures", "This year"),
    Period.SCHOOL_YEAR: QT_TRANSLATE_NOOP("Figures", "School year"),
    Period.ALL: QT_TRANSLATE_NOOP("Figures", "All"),
    Period.OWN: QT_TRANSLATE_NOOP("Figures", "From day to day"),
}
CHOICES: Mapping[By, str] = {
    By.DAY: QT_TRANSLATE_NOOP("Figures", "By day"),
    By.OFFER: QT_TRANSLATE_NOOP("Figures", "By offer"),
    By.SECTOR: QT_TRANSLATE_NOOP("Figures", "By sector"),
    By.VENUE: QT_TRANSLATE_NOOP("Figures", "By venue"),
}
NAMES: Mapping[By, str] = {
    By.DAY: QT_TRANSLATE_NOOP("Figures", "Day"),
    By.OFFER: QT_TRANSLATE_NOOP("Figures", "Offer"),
    By.SECTOR: QT_TRANSLATE_NOOP("Figures", "Sector"),
    By.VENUE: QT_TRANSLATE_NOOP("Figures", "Venue"),
}
MEASURES: Mapping[Measure, str] = {
    Measure.TICKETS: QT_TRANSLATE_NOOP("Figures", "Tickets"),
    Measure.VISITS: QT_TRANSLATE_NOOP("Figures", "Visits"),
}
HEADINGS: Mapping[tuple[Measure, By], str] = {
    (Measure.TICKETS, By.DAY): QT_TRANSLATE_NOOP("Figures", "Tickets by day"),
    (Measure.TICKETS, By.OFFER): QT_TRANSLATE_NOOP("Figures", "Tickets by offer"),
    (Measure.TICKETS, By.SECTOR): QT_TRANSLATE_NOOP("Figures", "Tickets by sector"),
    (Measure.VISITS, By.DAY): QT_TRANSLATE_NOOP("Figures", "Visits by day"),
    (Measure.VISITS, By.OFFER): QT_TRANSLATE_NOOP("Figures", "Visits by offer"),
    (Measure.VISITS, By.SECTOR): QT_TRANSLATE_NOOP("Figures", "Visits by sector"),
    (Measure.TICKETS, By.VENUE): QT_TRANSLATE_NOOP("Figures", "Tickets by venue"),
    (Measure.VISITS, By.VENUE): QT_TRANSLATE_NOOP("Figures", "Visits by venue"),
}
SUMS = (
    QT_TRANSLATE_NOOP("Figures", "Visits"),
    QT_TRANSLATE_NOOP("Figures", "Tickets"),
    QT_TRANSLATE_NOOP("Figures", "Adults"),
    QT_TRANSLATE_NOOP("Figures", "Minors"),
    QT_TRANSLATE_NOOP("Figures", "Assistants"),
)
"""The names of :func:`numbers`, in its order."""
_UNKNOWN_OFFER = QT_TRANSLATE_NOOP("Figures", "An offer that this desk does not know")
_UNKNOWN_SECTOR = QT_TRANSLATE_NOOP("Figures", "Not known")
_ALL_DESKS = QT_TRANSLATE_NOOP("Figures", "All desks of the venue")
_WHOLE_TIME = QT_TRANSLATE_NOOP("Figures", "All visits on record")
_TO = QT_TRANSLATE_NOOP("Figures", "{first} to {last}")
_FROM = QT_TRANSLATE_NOOP("Figures", "{first} and after")
_UNTIL = QT_TRANSLATE_NOOP("Figures", "{last} and before")
_ALL_ACCEPTED = QT_TRANSLATE_NOOP("Figures", "The register has accepted all of these visits.")


class FigureWords:
    """Sentences about figures, in the language of ``words``."""

    def __init__(self, words: Wording) -> None:
        self.words = words

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self.words.translate("FigureWords", key, disambiguation, n)

    def say(self, key: str) -> str:
        """One of the texts above."""
        return self.words.translate("Figures", key)

    def offer(self, offer: Offer | None) -> str:
        """Its name, as far as this desk knows it."""
        return self.words.offer_name(offer) if offer else self.say(_UNKNOWN_OFFER)

    def sector(self, sector: Sector | None) -> str:
        """The statistics' sector."""
        if sector is None:
            return self.say(_UNKNOWN_SECTOR)
        return self.words.translate("Offers", SECTORS[sector])

    def span(self, days: Span) -> str:
        """From when to when."""
        first, last = (None if day is None else self.words.date(day) for day in days)
        if first is None and last is None:
            return self.say(_WHOLE_TIME)
        pattern = _UNTIL if first is None else _FROM if last is None else _TO
        return self.say(pattern).format(first=first, last=last)

    def desks(self, figures: Figures, *, all_desks: bool) -> str:
        """Whose visits."""
        return self.say(_ALL_DESKS) if all_desks else figures.desk_name

    def short_day(self, day: date) -> str:
        """A day below a column: 17.10., or 17/10 in English."""
        return f"{day:%d/%m}" if self.words.language == "en" else f"{day.day}.{day.month}."

    def footing(self, figures: Figures) -> list[str]:
        """How sure the sums are, one sentence each; the first says what is in them."""
        told = list(self._footing(figures.visits))
        sure = not (figures.visits[Footing.WAITING] or figures.visits[Footing.UNSEEN])
        return [self.say(_ALL_ACCEPTED), *told] if sure and figures.total.visits else told

    def _footing(self, visits: Mapping[Footing, int]) -> Iterator[str]:
        waiting = visits[Footing.WAITING] + visits[Footing.UNSEEN]
        if waiting:
            yield self.tr("Counted: %n visit(s) waiting for the register's answer.", "", waiting)
        if unseen := visits[Footing.UNSEEN]:
            yield self.tr("Of these, %n on a card that could not be looked up.", "", unseen)
        if refused := visits[Footing.REFUSED]:
            yield self.tr("Not counted: %n visit(s) refused by the register.", "", refused)
        if taken_back := visits[Footing.TAKEN_BACK]:
            yield self.tr("Not counted: %n visit(s) taken back.", "", taken_back)
