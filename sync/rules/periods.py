"""Days and periods of the scheme, by the calendar of the policy's time zone."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta, tzinfo

from sync.rules.offers import CardLimit, LimitPeriod
from sync.rules.policy import Term

CARD_MONTHS = 12
SCHOOL_YEAR_STARTS_IN = 8  # 1 August to 31 July (contract 1.5)


def local_day(moment: datetime, zone: tzinfo) -> date:
    """The calendar day of an aware moment in ``zone``, whatever the machine's own zone.

    Raises ``ValueError`` for a moment without a zone: it would be read in the machine's own.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment must name its time zone")
    try:
        return moment.astimezone(zone).date()
    except OverflowError:  # the last hours of the year 9999, as some write "for ever"
        return moment.date()


def school_year(day: date) -> int:
    """The year in which the school year of ``day`` began."""
    return day.year if day.month >= SCHOOL_YEAR_STARTS_IN else day.year - 1


def term_of(day: date, terms: Sequence[Term]) -> tuple[date, date]:
    """First and last day of the term of a day, or of the time between two terms.

    Where no dates are known, a term is the whole school year.
    """
    if not terms:
        first = date(school_year(day), SCHOOL_YEAR_STARTS_IN, 1)
        return first, date(first.year + 1, SCHOOL_YEAR_STARTS_IN, 1) - _ONE_DAY
    for term in terms:
        if term.starts <= day <= term.ends:
            return term.starts, term.ends
    before = (term.ends for term in terms if term.ends < day)
    after = (term.starts for term in terms if day < term.starts)
    return (
        max((each + _ONE_DAY for each in before), default=date.min),
        min((each - _ONE_DAY for each in after), default=date.max),
    )


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or before below 0; the month's last day where it is shorter.

    Three months after 30 November is 28 February, or 29 in a leap year.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    if year < MINYEAR:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_valid_day(received: date) -> date:
    """The last valid day of a card: it holds for twelve months, the day of receipt among them.

    Received on 10.3.2025, it is valid until 9.3.2026 (kaikukortti.fi, terms).
    """
    return months_after(received, CARD_MONTHS) - _ONE_DAY


def visits_within(
    limit: CardLimit, day: date, earlier: Sequence[date], terms: Sequence[Term] = ()
) -> int:
    """The number of ``earlier`` visits in one period of the limit with a visit on ``day``.

    For a rolling span this is the fullest span that holds ``day``, since a visit keyed in
    afterwards from paper may lie before visits that are already on record.
    """
    last_day = _rolling(limit)
    if last_day is not None:
        starts = [start for start in (day, *earlier) if start <= day <= last_day(start)]
        return max(sum(start <= past <= last_day(start) for past in earlier) for start in starts)
    first, last = _period(limit, day, terms)
    return sum(first <= past <= last for past in earlier)


def first_day_counted(limit: CardLimit, day: date, terms: Sequence[Term] = ()) -> date:
    """The day before which no visit can count against one on ``day`` or later.

    What lies before it may be forgotten; a limit without bounds in time never lets anything go.
    """
    if limit.period is LimitPeriod.DAYS and limit.days is not None:
        return day - timedelta(days=limit.days - 1)
    if limit.period is LimitPeriod.MONTHS and limit.months is not None:
        return months_after(day, -limit.months)
    return _period(limit, day, terms)[0]


def _rolling(limit: CardLimit) -> Callable[[date], date] | None:
    """For a rolling span: its last day when it begins on a day."""
    days, months = limit.days, limit.months
    if limit.period is LimitPeriod.DAYS and days is not None:
        return lambda start: start + min(timedelta(days=days - 1), date.max - start)
    if limit.period is LimitPeriod.MONTHS and months is not None:
        return lambda start: months_after(start, months) - _ONE_DAY
    return None


def _period(limit: CardLimit, day: date, terms: Sequence[Term]) -> tuple[date, date]:
    """First and last day of the period that holds a day."""
    if limit.period is LimitPeriod.DAY:
        return day, day
    if limit.period is LimitPeriod.CALENDAR_YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if limit.period is LimitPeriod.SCHOOL_YEAR:
        return term_of(day, ())
    if limit.period is LimitPeriod.TERM:
        return term_of(day, terms)
    return date.min, date.max  # as long as the offer stands


_ONE_DAY = timedelta(days=1)
