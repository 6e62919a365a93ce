"""The form for when there is no computer: what stands on it, in millimetres of an A4 page.

No card number ever stands on it by itself: it is filled in by hand, and keyed in afterwards.
"""

from dataclasses import dataclass
from datetime import date, tzinfo

from desk_app.wording import Wording
from desk_app.wording.translation import QT_TRANSLATE_NOOP
from sync.rules.offers import Offer

WIDTH, HEIGHT = 297.0, 210.0
"""A4, lying."""
MARGIN = 10.0
ROW = 8.4
"""The height of a line to write on by hand."""
HEAD = 13.0
"""The height of the columns' titles."""
ROWS = 16

_TITLE = QT_TRANSLATE_NOOP("OutageSheet", "Kaikukortti visits on paper")
_VENUE = QT_TRANSLATE_NOOP("OutageSheet", "Venue")
_EVENT = QT_TRANSLATE_NOOP("OutageSheet", "Event")
_DAY = QT_TRANSLATE_NOOP("OutageSheet", "Date")
_STEPS = (
    QT_TRANSLATE_NOOP(
        "OutageSheet", "Look at the last valid day on the card: the day is included."
    ),
    QT_TRANSLATE_NOOP(
        "OutageSheet",
        "One line for each card: the number letter by letter, and how many tickets of each kind.",
    ),
    QT_TRANSLATE_NOOP(
        "OutageSheet",
        "Holder, children and grandchildren go with a personal card; worker and clients under 16 "
        "with a community card. Assistants always enter free.",
    ),
    QT_TRANSLATE_NOOP(
        "OutageSheet",
        "Key the lines in on the page Paper as soon as the computer works. Then destroy this form.",
    ),
)
_COLUMNS = (
    (QT_TRANSLATE_NOOP("OutageSheet", "Card number"), 63.0),
    (QT_TRANSLATE_NOOP("OutageSheet", "Last valid day on the card"), 34.0),
    (QT_TRANSLATE_NOOP("OutageSheet", "Holder"), 22.0),
    (QT_TRANSLATE_NOOP("OutageSheet", "Children"), 22.0),
    (QT_TRANSLATE_NOOP("OutageSheet", "Grandchildren"), 27.0),
    (QT_TRANSLATE_NOOP("OutageSheet", "Assistants"), 24.0),
    (QT_TRANSLATE_NOOP("OutageSheet", "Worker"), 22.0),
    (QT_TRANSLATE_NOOP("OutageSheet", "Clients under 16"), 24.0),
    (QT_TRANSLATE_NOOP("OutageSheet", "Time and initials"), 31.0),
)
NUMBERING = 8.0
"""The width of the column with the lines' numbers."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column to write in: its title, and its width in millimetres."""

    title: str
    width: float


@dataclass(frozen=True, slots=True)
class OutageSheet:
    """One form. ``facts`` are labels with what is known; what is empty is filled in by hand."""

    title: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    pages: int = 1
    rows: int = ROWS


def outage_sheet(
    words: Wording, venue: str, offer: Offer | None, day: date | None, zone: tzinfo, pages: int = 1
) -> OutageSheet:
    """The form for an offer and a day, or for any where they are ``None``."""

    def said(text: str) -> str:
        return words.translate("OutageSheet", text)

    event = ""
    if offer is not None:
        event = words.offer_name(offer)
        if offer.starts_at is not None:
            event = f"{event}, {words.clock(offer.starts_at.astimezone(zone))}"
    facts = (
        (said(_VENUE), venue),
        (said(_EVENT), event),
        (said(_DAY), "" if day is None else words.date(day)),
    )
    columns = tuple(SheetColumn(said(title), width) for title, width in _COLUMNS)
    return OutageSheet(said(_TITLE), facts, tuple(said(step) for step in _STEPS), columns, pages)
