"""Days and periods, as the scheme counts them: by the calendar of the policy's time zone."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, tzinfo

from sync.rules.offers import CardLimit, LimitPeriod

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


def visits_within(limit: CardLimit, day: date, earlier: Sequence[date]) -> int:
    """How many of the ``earlier`` visits share a period of the limit with a visit on ``day``.

    For a rolling span this is the fullest span that holds ``day``, since a visit keyed in
    afterwards from paper may lie before visits that are already on record.
    """
    if limit.period is LimitPeriod.DAYS and limit.days is not None:
        return _fullest_span(day, earlier, limit.days)
    same = _SAME_PERIOD[limit.period]
    return sum(same(day) == same(past) for past in earlier)


def first_day_counted(limit: CardLimit, day: date) -> date:
    """The day before which no visit can count against one on ``day`` or later.

    What lies before it may be forgotten; a limit without bounds in time never lets anything go.
    """
    if limit.period is LimitPeriod.DAYS and limit.days is not None:
        return day - timedelta(days=limit.days - 1)
    return _FIRST_DAY[limit.period](day)


def _fullest_span(day: date, earlier: Sequence[date], days: int) -> int:
    near = [past for past in earlier if abs((past - day).days) < days]
    return max(sum(0 <= (past - start).days < days for past in near) for start in (day, *near))


_SAME_PERIOD: dict[LimitPeriod, Callable[[date], object]] = {
    LimitPeriod.OFFER: lambda _: "ever",
    LimitPeriod.DAY: lambda day: day,
    LimitPeriod.CALENDAR_YEAR: lambda day: day.year,
    LimitPeriod.SCHOOL_YEAR: school_year,
}

_FIRST_DAY: dict[LimitPeriod, Callable[[date], date]] = {
    LimitPeriod.OFFER: lambda _: date.min,
    LimitPeriod.DAY: lambda day: day,
    LimitPeriod.CALENDAR_YEAR: lambda day: date(day.year, 1, 1),
    LimitPeriod.SCHOOL_YEAR: lambda day: date(school_year(day), SCHOOL_YEAR_STARTS_IN, 1),
}
