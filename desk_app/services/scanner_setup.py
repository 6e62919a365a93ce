"""Finds out from one scanned card what a scanner adds to every code."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from desk_app.services.scans import Ending
from sync.rules.card_numbers import LONGEST, SHORTEST, MalformedNumberError, normalise
from sync.rules.payloads import CardRead, parse_payload_and_text

LONGEST_ADDED = 20
"""A scanner is set to add a few characters at most; what is longer is no prefix."""
_RUN = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
_LONGEST_SCAN = 80


@dataclass(frozen=True, slots=True)
class Added:
    """The prefix, suffix and final key of a scan; the number is not kept.

    ``by_register`` says that the number is one of the register's, so that it is certain where it
    begins and ends; else it is supposed to be the one row of letters and digits.
    """

    prefix: str = field(repr=False)
    suffix: str = field(repr=False)
    ending: Ending
    by_register: bool


def added(text: str, ending: Ending, knows: Callable[[str], bool]) -> Added | None:
    """The text around the number in a scan; ``None`` where it is ambiguous.

    What every reading takes off anyway, such as asterisks and identifiers, need not be set.
    """
    text = text.strip()
    if len(text) > _LONGEST_SCAN:
        return None
    reading, _ = parse_payload_and_text(text)
    if isinstance(reading, CardRead) and knows(reading.number):
        return Added("", "", ending, by_register=True)
    places = _known(text, knows)
    by_register = places is not None
    if places is None and isinstance(reading, CardRead):
        return Added("", "", ending, by_register=False)
    places = places or _only_run(text)
    if places is None:
        return None
    before, after = text[: places[0]], text[places[1] :]
    if max(len(before), len(after)) > LONGEST_ADDED:
        return None
    return Added(before, after, ending, by_register)


def _known(text: str, knows: Callable[[str], bool]) -> tuple[int, int] | None:
    """The place of a registered card's number in the text: the longest."""
    spans = [
        (start, end)
        for length in range(min(len(text), 2 * LONGEST), SHORTEST - 1, -1)
        for start in range(len(text) - length + 1)
        for end in [start + length]
        if text[start].isalnum() and text[end - 1].isalnum()
    ]
    return next((each for each in spans if _is_known(text[slice(*each)], knows)), None)


def _is_known(text: str, knows: Callable[[str], bool]) -> bool:
    try:
        return knows(normalise(text))
    except MalformedNumberError:
        return False


def _only_run(text: str) -> tuple[int, int] | None:
    """The place of the only run that can be a card number; ``None`` if there are several."""
    runs = [run.span() for run in _RUN.finditer(text) if SHORTEST <= len(run[0]) <= LONGEST]
    return runs[0] if len(runs) == 1 and any(map(str.isdigit, text[slice(*runs[0])])) else None
