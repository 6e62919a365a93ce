"""A day that is typed without its year is the next such day."""

import re
from datetime import date

_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_YEARS = 9
"""From one 29 February to the next there are eight at most."""


def coming_day(text: str, today: date) -> date | None:
    """``29.11.`` or ``29.11``, today or later; ``None`` for others."""
    found = _DAY_AND_MONTH.fullmatch(text.strip())
    if found is None:
        return None
    for year in range(today.year, today.year + _YEARS):
        try:
            day = date(year, int(found[2]), int(found[1]))
        except ValueError:  # not in this year, or in none
            continue
        if day >= today:
            return day
    return None


def written_day(day: date) -> str:
    """The day as the fields take it: ``9.3.2027``."""
    return f"{day.day}.{day.month}.{day.year}"
