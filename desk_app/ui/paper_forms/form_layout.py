"""The layout of the paper form, in millimetres of an A4 page.

It never contains a card number: it is filled in by hand, and entered afterwards.
"""

from dataclasses import dataclass
from datetime import date, tzinfo

from desk_app.messages import Messages
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from sync.rules.offers import Offer
from sync.rules.tickets import KINDS

WIDTH, HEIGHT = 297.0, 210.0
"""A4, lying."""
MARGIN = 10.0
ROW = 8.4
"""The height of a line to write on by hand."""
HEAD = 13.0
"""The height of the columns' titles."""
ROWS = 16

_TITLE = QT_TRANSLATE_NOOP("PaperForm", "Kaikukortti visits on paper")
_VENUE = QT_TRANSLATE_NOOP("PaperForm", "Venue")
_EVENT = QT_TRANSLATE_NOOP("PaperForm", "Event, course or service")
_DAY = QT_TRANSLATE_NOOP("PaperForm", "Date")
_STEPS = (
    QT_TRANSLATE_NOOP(
        "PaperForm", "Check the last valid day on the card. The card is still valid on that day."
    ),
    QT_TRANSLATE_NOOP(
        "PaperForm",
        "Use one line for each card. Copy the number exactly, and write how many tickets of each "
        "kind.",
    ),
    QT_TRANSLATE_NOOP(
        "PaperForm",
        "Personal card: holder, children and grandchildren under {age}. Community card: worker "
        "and clients under {community_age}. Assistants are always free.",
    ),
    QT_TRANSLATE_NOOP(
        "PaperForm",
        "When the computer works again, enter the lines on the page Paper forms. Then destroy "
        "this form.",
    ),
)
_NUMBER = QT_TRANSLATE_NOOP("PaperForm", "Card number")
_LAST_DAY = QT_TRANSLATE_NOOP("PaperForm", "Last valid day on the card")
_FEE = QT_TRANSLATE_NOOP("PaperForm", "Fee, euros")
_INITIALS = QT_TRANSLATE_NOOP("PaperForm", "Time and initials")
_WIDE, _DATE_WIDE, _INITIALS_WIDE = 63.0, 34.0, 31.0
_TICKETS_WIDE, _FEE_WIDE = 141.0, 21.0
"""All columns of tickets together, in millimetres; a fee takes its place from them."""
NUMBERING = 8.0
"""The width of the column with the lines' numbers."""


@dataclass(frozen=True, slots=True)
class PaperFormColumn:
    """A column to write in: its title, and its width in millimetres."""

    title: str
    width: float


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One form. ``facts`` are labels with what is known; what is empty is filled in by hand."""

    title: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    columns: tuple[PaperFormColumn, ...]
    pages: int = 1
    rows: int = ROWS


def paper_form(
    words: Messages,
    venue: str,
    offer: Offer | None,
    day: date | None,
    zone: tzinfo,
    pages: int = 1,
    *,
    fee: bool = False,
) -> PaperForm:
    """The form for an offer and a day, or for any where they are ``None``.

    ``venue`` is whose the offer is, empty where that too is written by hand; ``fee`` is whether
    there is a place for one.
    """

    def translated(text: str) -> str:
        return words.translate("PaperForm", text)

    event = ""
    if offer is not None:
        event = words.offer_name(offer)
        if offer.starts_at is not None:
            event = f"{event}, {words.clock(offer.starts_at.astimezone(zone))}"
    facts = (
        (translated(_VENUE), venue),
        (translated(_EVENT), event),
        (translated(_DAY), "" if day is None else words.date(day)),
    )
    each_wide = (_TICKETS_WIDE - (_FEE_WIDE if fee else 0)) / len(KINDS)
    columns = (
        PaperFormColumn(translated(_NUMBER), _WIDE),
        PaperFormColumn(translated(_LAST_DAY), _DATE_WIDE),
        *(PaperFormColumn(words.of_tickets.title(kind), each_wide) for kind in KINDS),
        *([PaperFormColumn(translated(_FEE), _FEE_WIDE)] if fee else []),
        PaperFormColumn(translated(_INITIALS), _INITIALS_WIDE),
    )
    steps = tuple(words.with_ages(translated(step)) for step in _STEPS)
    return PaperForm(translated(_TITLE), facts, steps, columns, pages)
