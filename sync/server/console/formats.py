"""Days, times and numbers as the pages show them, the same in the three languages."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from sync.rules.card_numbers import end_of

_NOTHING = "\N{EN DASH}"
_FIRST_YEAR, _LAST_YEAR = 2000, 2200


def day(value: date | None) -> str:
    """A day as 9.3.2027."""
    return _NOTHING if value is None else f"{value.day}.{value.month}.{value.year}"


def moment(value: datetime | None, zone: tzinfo) -> str:
    """A day and the time of it, in the scheme's time zone."""
    if value is None:
        return _NOTHING
    local = value.astimezone(zone)
    return f"{day(local.date())} {local.hour}.{local.minute:02d}"


def parse_day(text: str) -> date:
    """A day as people or a browser's field write it. Raises ``ValueError``."""
    if text.count(".") == 2:
        parts = [int(part) for part in text.split(".")]
        found = date(parts[2], parts[1], parts[0])
    else:
        found = date.fromisoformat(text)
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ValueError("a year that cannot be meant")
    return found


FILTERS: Mapping[str, Callable[..., Any]] = {"day": day, "moment": moment, "masked": end_of}
