"""Normalises and validates card numbers that staff type and scanners send.

Length, prefix and check digit of real cards are not published, and some areas use digits only, so
letters and digits are never both required (kaikukortti.fi/lisatietoa/kaikukanta). Ours: 4 to 20
characters A-Z 0-9 after normalising.
"""

import re
from string import ascii_uppercase, digits
from typing import NewType

from sync.rules.scan_text import fold

CardNumber = NewType("CardNumber", str)
"""A normalised card number; made by :func:`normalise` only."""

SHORTEST = 4
LONGEST = 20
_WELL_FORMED = re.compile(f"[A-Z0-9]{{{SHORTEST},{LONGEST}}}")
_SPACES_AND_HYPHENS = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000\-\u2010-\u2015]+")
_LOOKS_LIKE = {
    "0": "O", "1": "IL", "2": "Z", "5": "S", "8": "B",
    "O": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "B": "8",
}  # fmt: skip
_LONGEST_TYPED = 200
"""Longer input is no card number however it is spaced, and is not worth a regular expression."""


class MalformedNumberError(ValueError):
    """The text cannot be a card number; it is kept out of the message, as it may be secret."""

    def __init__(self) -> None:
        super().__init__(f"a card number has {SHORTEST} to {LONGEST} letters A-Z or digits")


def normalise(text: str) -> CardNumber:
    """Trim, upper-case, and drop spaces, hyphens and what cannot be seen.

    Raises :class:`MalformedNumberError` when what is left is not 4 to 20 of A-Z and 0-9. Letters
    that upper-case into A-Z from outside ASCII (the dotless i, the long s) are refused, not
    guessed; so is a line break or tab between characters, which is two scans run together.
    """
    if len(text) <= _LONGEST_TYPED:
        number = without_separators(fold(text))
        if number.isascii() and _WELL_FORMED.fullmatch(number.upper()):
            return CardNumber(number.upper())
    raise MalformedNumberError


def is_normal(text: str) -> bool:
    """Whether the text is a card number as :func:`normalise` gives it."""
    return _WELL_FORMED.fullmatch(text) is not None


def without_separators(text: str) -> str:
    """A number, or a part of one, without the separators that people add."""
    return _SPACES_AND_HYPHENS.sub("", text.strip())


def numbers_in(text: str) -> set[CardNumber]:
    """What a text may carry as card numbers, also with spaces and other signs in them."""
    parts = re.findall("[A-Z0-9]+", fold(text).upper())
    found = set[CardNumber]()
    for start in range(len(parts)):
        number = ""
        for part in parts[start:]:
            number += part
            if len(number) > LONGEST:
                break
            if len(number) >= SHORTEST:
                found.add(CardNumber(number))
    return found


def look_alikes(number: str) -> set[str]:
    """The numbers that a normal one is easily mistyped from: one character another, or two swapped.

    A digit is taken for a digit and a letter for a letter, or one for the other where they look
    the same, such as O and 0. Registering once produced duplicates by such slips, and numbers
    carry no check digit (itewiki.fi 2020-11).
    """
    found = set()
    for place, character in enumerate(number):
        before, after = number[:place], number[place + 1 :]
        of_its_kind = digits if character in digits else ascii_uppercase
        for other in of_its_kind + _LOOKS_LIKE.get(character, ""):
            found.add(before + other + after)
        found.add(before + after[:1] + character + after[1:])
    return found - {number}


def mask(number: str) -> str:
    """The masked number for logs: the last two characters only."""
    return f"…{number[-2:]}" if len(number) > 2 else "…"


def end_of(number: str) -> str:
    """The number as a screen may show it: its last characters, four at most and half at most.

    Enough to tell one visitor's card from the next one's, and not enough to copy it.
    """
    return f"…{number[-min(4, len(number) // 2) :]}"
