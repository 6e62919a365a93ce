"""Parses the last valid day as printed on a card."""

import re
from datetime import date

_PARTS = re.compile(r"(\d{1,2})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")


def printed_day(text: str) -> date | None:
    """``9.3.2026``, ``9.3.26``, ``090326``, ``09032026`` or ``2026-03-09``; ``None`` for others.

    Day before month, as cards print it in Finland in every language.
    """
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        year, month, day = iso.groups()
    elif found := _PARTS.fullmatch(text) or _RUN.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
    except ValueError:  # the 31st of February
        return None
