"""The draft of the venue's own offer, and its validation."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum

from desk_app.services.offer_creation import OfferRequest
from desk_app.ui.widgets.money import cents, written
from desk_app.ui.widgets.printed_day import printed_day
from sync.rules.offers import (
    LONGEST_NAME,
    LONGEST_SPAN_DAYS,
    LONGEST_SPAN_MONTHS,
    CardLimit,
    LimitPeriod,
    OfferKind,
    OfferStatus,
    Sector,
)

_TIME = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?")
_MOST_DIGITS = 6


class Field(StrEnum):
    """A field of the draft that can be invalid."""

    NAME_FI = "name_fi"
    NAME_SV = "name_sv"
    NAME_EN = "name_en"
    DAY = "day"
    TIME = "time"
    ENDS = "ends"  # a time of the same evening, or a day for what runs over several
    PLACE = "place"
    TICKETS = "tickets"
    LIMIT = "limit"
    SPAN = "span"
    COURSES = "courses"
    VALUE = "value"
    CEILING = "ceiling"


class DraftFault(StrEnum):
    """An error in a field."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NO_DAY = "no_day"
    NO_TIME = "no_time"
    NO_END = "no_end"
    NO_NUMBER = "no_number"
    NO_MONEY = "no_money"


_TEXTS = (Field.NAME_FI, Field.NAME_SV, Field.NAME_EN, Field.PLACE)
_NUMBERS = (Field.TICKETS, Field.LIMIT, Field.SPAN, Field.COURSES)
_LONGEST_SPAN = {
    LimitPeriod.DAYS: LONGEST_SPAN_DAYS,
    LimitPeriod.MONTHS: LONGEST_SPAN_MONTHS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDraft:
    """The values of the form, as typed."""

    texts: Mapping[Field, str]
    kind: OfferKind = OfferKind.EVENT
    sector: Sector = Sector.CULTURE
    status: OfferStatus = OfferStatus.ON_SALE
    period: LimitPeriod = LimitPeriod.OFFER
    courses_period: LimitPeriod = LimitPeriod.CALENDAR_YEAR
    value_asked: bool = False
    minors_allowed: bool = True
    venue_id: str | None = None

    @classmethod
    def of(
        cls, offer: OfferRequest, zone: tzinfo, clock: Callable[[datetime], str]
    ) -> "OfferDraft":
        """An offer as it would have been typed; ``clock`` writes a time in the user's language."""
        starts, ends = (at and at.astimezone(zone) for at in (offer.starts_at, offer.ends_at))
        limit, courses = offer.card_limit, offer.course_limit
        span = (limit.months or limit.days) if limit is not None else None
        return cls(
            texts={
                Field.NAME_FI: offer.name_fi,
                Field.NAME_SV: offer.name_sv or "",
                Field.NAME_EN: offer.name_en or "",
                Field.PLACE: offer.place or "",
                Field.DAY: _day_text(starts) if starts else "",
                Field.TIME: clock(starts) if starts else "",
                Field.ENDS: _end_text(starts, ends, clock) if ends else "",
                Field.TICKETS: _number_text(offer.tickets),
                Field.LIMIT: _number_text(limit.count if limit else None),
                Field.SPAN: _number_text(span),
                Field.COURSES: _number_text(courses.count if courses else None),
                Field.VALUE: written(offer.value_cents),
                Field.CEILING: written(offer.ceiling_cents),
            },
            kind=offer.kind,
            sector=offer.sector,
            status=offer.status,
            period=limit.period if limit else LimitPeriod.OFFER,
            courses_period=courses.period if courses else LimitPeriod.CALENDAR_YEAR,
            value_asked=offer.value_asked,
            minors_allowed=offer.minors_allowed,
            venue_id=offer.venue_id,
        )

    @property
    def dated(self) -> bool:
        """Whether it has a day at all: what is always open has none."""
        return self.kind is not OfferKind.STANDING

    @property
    def spans(self) -> bool:
        """Whether the limit runs over so many days or months."""
        return self.period in _LONGEST_SPAN

    def faults(self) -> dict[Field, DraftFault]:
        """The errors by field; empty when the offer can be added. An event has a day."""
        found = {
            field: DraftFault.TOO_LONG for field in _TEXTS if len(self._text(field)) > LONGEST_NAME
        }
        if not self._text(Field.NAME_FI):
            found[Field.NAME_FI] = DraftFault.MISSING
        return found | self._faults_of_time() | self._faults_of_numbers()

    def _faults_of_time(self) -> dict[Field, DraftFault]:
        found: dict[Field, DraftFault] = {}
        has_day, has_time = bool(self._text(Field.DAY)), bool(self._text(Field.TIME))
        if self.dated and (has_day or has_time or self.kind is OfferKind.EVENT):
            if printed_day(self._text(Field.DAY)) is None:
                found[Field.DAY] = DraftFault.NO_DAY if has_day else DraftFault.MISSING
            if time_of_day(self._text(Field.TIME)) is None:
                found[Field.TIME] = DraftFault.NO_TIME if has_time else DraftFault.MISSING
        starts, ends = self._starts(), self._ends()
        asks_for_end = self.dated and bool(self._text(Field.ENDS)) and not found
        if asks_for_end and (ends is None or (starts is not None and ends <= starts)):
            found[Field.ENDS] = DraftFault.NO_END
        return found

    def _faults_of_numbers(self) -> dict[Field, DraftFault]:
        found = {
            field: DraftFault.NO_NUMBER
            for field in _NUMBERS
            if self._text(field) and self._number(field) is None
        }
        found |= {
            field: DraftFault.NO_MONEY
            for field in (Field.VALUE, Field.CEILING)
            if self._text(field) and cents(self._text(field)) is None
        }
        if self.spans and self._text(Field.LIMIT):
            span = self._number(Field.SPAN)
            if span is None or not 1 <= span <= _LONGEST_SPAN[self.period]:
                found[Field.SPAN] = DraftFault.NO_NUMBER
        return found

    def asked(self) -> OfferRequest:
        """The request to add the offer; only for a draft without errors."""
        course = self.kind is OfferKind.COURSE
        courses = self._number(Field.COURSES) if course else None
        return OfferRequest(
            name_fi=self._text(Field.NAME_FI),
            name_sv=self._text(Field.NAME_SV) or None,
            name_en=self._text(Field.NAME_EN) or None,
            kind=self.kind,
            sector=self.sector,
            status=self.status,
            place=self._text(Field.PLACE) or None,
            starts_at=self._starts(),
            ends_at=self._ends(),
            tickets=self._number(Field.TICKETS),
            card_limit=self._limit(),
            course_limit=None if courses is None else CardLimit(courses, self.courses_period),
            value_cents=None if self.value_asked else cents(self._text(Field.VALUE)),
            ceiling_cents=cents(self._text(Field.CEILING)),
            value_asked=self.value_asked,
            minors_allowed=self.minors_allowed and not course,
            venue_id=self.venue_id,
        )

    def _limit(self) -> CardLimit | None:
        count, span = self._number(Field.LIMIT), self._number(Field.SPAN)
        if count is None:
            return None
        days = span if self.period is LimitPeriod.DAYS else None
        months = span if self.period is LimitPeriod.MONTHS else None
        return CardLimit(count, self.period, days, months)

    def _starts(self) -> datetime | None:
        day, at = printed_day(self._text(Field.DAY)), time_of_day(self._text(Field.TIME))
        return datetime.combine(day, at) if self.dated and day and at else None

    def _ends(self) -> datetime | None:
        """A time is that evening's, or past midnight; a day is over when it ends."""
        starts, text = self._starts(), self._text(Field.ENDS)
        day, at = printed_day(text), time_of_day(text)
        if not self.dated:
            return None
        if day is not None:
            return datetime.combine(day, time(23, 59))
        if at is None or starts is None:
            return None
        ends = datetime.combine(starts.date(), at)
        return ends if ends > starts else ends + timedelta(days=1)

    def _number(self, field: Field) -> int | None:
        text = self._text(field)
        return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None

    def _text(self, field: Field) -> str:
        return self.texts.get(field, "").strip()


def time_of_day(text: str) -> time | None:
    """``18.30``, ``18:30``, ``1830`` or ``18``; ``None`` for others."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _number_text(number: int | None) -> str:
    return "" if number is None else str(number)


def _day_text(at: datetime) -> str:
    return f"{at.day}.{at.month}.{at.year}"


def _end_text(starts: datetime | None, ends: datetime, clock: Callable[[datetime], str]) -> str:
    """The time where it ends within a day of its beginning, else the day."""
    if starts is not None and ends - starts < timedelta(days=1):
        return clock(ends)
    return _day_text(ends)
