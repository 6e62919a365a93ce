"""Periods for which statistics are shown."""

from datetime import date, timedelta
from enum import StrEnum

Span = tuple[date | None, date | None]
"""First and last day, both included; ``None`` is no bound."""


class Period(StrEnum):
    """The periods that can be chosen by a press; others are typed."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    SCHOOL_YEAR = "school_year"  # 1 August to 31 July, as courses are counted
    ALL = "all"
    OWN = "own"


def span(period: Period, today: date) -> Span:
    """The days of a period; without bounds for one's own, which is typed."""
    first = today.replace(day=1)
    match period:
        case Period.THIS_MONTH:
            return first, _month_end(first)
        case Period.LAST_MONTH:
            last = first - timedelta(days=1)
            return last.replace(day=1), last
        case Period.THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case Period.SCHOOL_YEAR:
            start = today.year if today.month >= 8 else today.year - 1
            return date(start, 8, 1), date(start + 1, 7, 31)
        case _:
            return None, None


def _month_end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
