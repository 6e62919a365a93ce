"""Years that can be meant. A day of any other is a slip, and no reckoning with days may meet it."""

from datetime import date

FIRST_YEAR = 2000
LAST_YEAR = 2199
"""Ours: no visit, and no offer, is of another year."""


def is_meant(day: date | None) -> bool:
    """Whether a day, or a moment, lies in a year that can be meant; none at all does."""
    return day is None or FIRST_YEAR <= day.year <= LAST_YEAR
