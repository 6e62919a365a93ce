"""Reads the values of arguments; what makes no sense is refused before anything is done."""

import argparse
import re
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from sync.rules.texts import check_new_text
from sync.rules.visits import LONGEST_OPERATOR

Word = TypeVar("Word", bound=StrEnum)
_YEARS = range(2000, 2200)
"""Ours: no card and no visit is of another year; a slip of the hand is."""
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Python also reads weeks: 2026-W48-2."""
_SPAN = f"from {_YEARS.start} to {_YEARS.stop - 1}"


def one_of(words: type[Word]) -> Callable[[str], Word]:
    """A reader of one of some words."""

    def read(text: str) -> Word:
        try:
            return words(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"must be one of {', '.join(words)}") from None

    return read


def number(text: str) -> int | None:
    """A whole number; ``none`` takes one away."""
    if text == "none":
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise argparse.ArgumentTypeError("must be a whole number, or none")
    return int(text)


def count_up_to(most: int) -> Callable[[str], int]:
    """A reader of counts from 0 to ``most``."""

    def read(text: str) -> int:
        count = int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else -1
        if not 0 <= count <= most:
            raise argparse.ArgumentTypeError(f"must be a whole number from 0 to {most}")
        return count

    return read


def seconds(text: str) -> float:
    """A time in seconds, up to a day."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 < seconds <= 86_400:
        raise argparse.ArgumentTypeError("must be a number of seconds from 1 to 86400")
    return seconds


def plain_text(text: str) -> str:
    """A short text that can be shown anywhere."""
    try:
        check_new_text(text.strip(), "this", longest=LONGEST_OPERATOR)
    except ValueError as unfit:
        raise argparse.ArgumentTypeError(str(unfit)) from None
    return text.strip()


def day(text: str) -> date:
    """A date of a year that can be meant."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise argparse.ArgumentTypeError(f"must be a date in the form YYYY-MM-DD, {_SPAN}")
    return day


def moment(text: str) -> datetime:
    """A time with its time zone."""
    try:
        moment = datetime.fromisoformat(text) if _DAY.match(text) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.year not in _YEARS:
        raise argparse.ArgumentTypeError(
            f"must be a time in the form 2026-11-24T18:30:00Z, {_SPAN}"
        )
    return moment


def secrets_place(text: str) -> str:
    """Where the secrets are kept."""
    if text != "keyring" and not (text.startswith("file:") and len(text) > len("file:")):
        raise argparse.ArgumentTypeError("must be keyring or file:PATH")
    return text
