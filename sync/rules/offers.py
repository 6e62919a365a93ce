"""Offers of a venue: shows, courses, and places with free entry."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sync.rules.bounds import check_end, check_instant
from sync.rules.texts import check_text

LONGEST_NAME = 200
"""Ours: characters of an offer's name or place."""
MOST = 1_000_000_000
"""Ours: a bound for counts and cents that every column holds."""
LONGEST_SPAN_DAYS = 3660
"""Ours: ten years; a longer limit is a limit for ever."""
LONGEST_SPAN_MONTHS = 120


class OfferKind(StrEnum):
    """The kind of an offer, by its times."""

    EVENT = "event"  # a show, a match: it has a date
    COURSE = "course"  # a course place; children never come along (terms)
    STANDING = "standing"  # a museum, a swimming hall: open without a date


class Sector(StrEnum):
    """The statistics' four sectors."""

    CULTURE = "culture"
    EDUCATION = "education"
    SCIENCE = "science"
    SPORT = "sport"


class OfferStatus(StrEnum):
    """The status of an offer: whether the venue still gives tickets to it."""

    ON_SALE = "on_sale"
    SOLD_OUT = "sold_out"  # there is no Kaikukortti ticket to a sold-out event (terms)
    CANCELLED = "cancelled"


class LimitPeriod(StrEnum):
    """The period over which a card's visits are counted."""

    OFFER = "offer"  # as long as the offer stands: no bounds in time
    DAY = "day"
    CALENDAR_YEAR = "calendar_year"  # two courses a calendar year (Pedersöre)
    SCHOOL_YEAR = "school_year"  # one course a school year (Kokkola); 1 August to 31 July
    DAYS = "days"  # a rolling span
    MONTHS = "months"  # a rolling span by the calendar (a gym card, three months at a time)
    TERM = "term"  # a term, whose dates the policy has


@dataclass(frozen=True, slots=True)
class OfferName:
    """The offer's name; Finnish always, the others where the venue gave them."""

    fi: str
    sv: str | None = None
    en: str | None = None

    def __post_init__(self) -> None:
        for name in (self.fi, self.sv, self.en):
            check_text(name, "an offer's name", longest=LONGEST_NAME)

    def in_language(self, language: str) -> str:
        """The name in ``fi``, ``sv`` or ``en``, or in Finnish where there is none."""
        return {"sv": self.sv, "en": self.en}.get(language) or self.fi


@dataclass(frozen=True, slots=True)
class Quota:
    """How many Kaikukortti tickets the venue gives in all, and how many the register has accepted.

    Both count tickets, assistants' tickets aside.
    """

    total: int
    used: int

    def __post_init__(self) -> None:
        if not (0 <= self.total <= MOST and 0 <= self.used <= MOST):
            raise ValueError("a quota counts from 0")


@dataclass(frozen=True, slots=True)
class CardLimit:
    """How often one card may be used: ``count`` visits in ``period``.

    ``days`` is the span of :attr:`LimitPeriod.DAYS`, the day of the visit included, and ``months``
    that of :attr:`LimitPeriod.MONTHS`. The offer's field decides which visits are counted.
    """

    count: int
    period: LimitPeriod
    days: int | None = None
    months: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.count <= MOST:
            raise ValueError("a limit counts from 0")
        if self.days is not None and not 1 <= self.days <= LONGEST_SPAN_DAYS:
            raise ValueError(f"a limit runs over 1 to {LONGEST_SPAN_DAYS} days")
        if self.period is LimitPeriod.DAYS and self.days is None:
            raise ValueError("a limit over days says how many")
        if self.months is not None and not 1 <= self.months <= LONGEST_SPAN_MONTHS:
            raise ValueError(f"a limit runs over 1 to {LONGEST_SPAN_MONTHS} months")
        if self.period is LimitPeriod.MONTHS and self.months is None:
            raise ValueError("a limit over months says how many")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer of one venue (contract 1.5). Money is in cents, times are aware.

    ``card_limit`` counts a card's visits to this offer. On a course it counts those to any course
    of the venue, save for one without bounds in time, which is a place on this course;
    ``course_limit`` counts all courses whatever the period. Where ``value_asked``, the fee differs
    from one to another and is asked for at the counter. ``venue_id`` is told to a desk that records
    for several venues.
    """

    id: UUID
    kind: OfferKind
    sector: Sector
    name: OfferName
    place: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    status: OfferStatus
    quota: Quota | None = None
    card_limit: CardLimit | None = None
    value_cents: int | None = None
    ceiling_cents: int | None = None
    minors_allowed: bool
    course_limit: CardLimit | None = None
    value_asked: bool | None = None
    venue_id: str | None = None

    def __post_init__(self) -> None:
        check_text(self.place, "an offer's place", longest=LONGEST_NAME)
        check_text(self.venue_id, "a venue's id", longest=LONGEST_NAME)
        for cents in (self.value_cents, self.ceiling_cents):
            if cents is not None and not 0 <= cents <= MOST:
                raise ValueError("money is counted in cents, from 0")
        if any(at is not None and at.tzinfo is None for at in (self.starts_at, self.ends_at)):
            raise ValueError("an offer's times must name their time zone")

    def check_times(self) -> None:
        """Raise ``ValueError`` for a time of an absurd year; "for ever" may be an end.

        What is outside cannot be reckoned with in every time zone. It is asked wherever an offer
        comes in; what has been taken in stays readable.
        """
        check_instant(self.starts_at, "an offer's start")
        check_end(self.ends_at, "an offer's end")

    @property
    def is_one_occasion(self) -> bool:
        """Whether all its tickets are to one and the same thing; a standing offer is open daily."""
        return self.kind is not OfferKind.STANDING

    @property
    def admits_minors(self) -> bool:
        """Whether minors, own or a community's, get tickets; for courses they never do."""
        return self.minors_allowed and self.kind is not OfferKind.COURSE

    @property
    def limits_courses(self) -> bool:
        """Whether ``card_limit`` counts the visits to any course of the venue."""
        bounded = self.card_limit is not None and self.card_limit.period is not LimitPeriod.OFFER
        return self.kind is OfferKind.COURSE and bounded

    @property
    def pays_cents(self) -> int:
        """The fee for each ticket by the offer's own value."""
        return self.share_of(self.value_cents)

    def share_of(self, value_cents: int | None) -> int:
        """The fee for each ticket: the value above the ceiling (Pedersöre: 25 EUR)."""
        if value_cents is None or self.ceiling_cents is None:
            return 0
        return max(0, value_cents - self.ceiling_cents)
