"""Removes what scanners, engines and people add around a number or write in its place.

All input is cleaned here: scanner, camera, ``scan`` and typing. :data:`STEPS` is the table; each
step has its source. They are applied one after the other, and the original text is tried before the
first of them, so that nothing is guessed where nothing need be.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase, ascii_uppercase


class Symbology(StrEnum):
    """A kind of code. Cards have the first two; a product's barcode is told by its kind alone."""

    QR_CODE = "QRCode"
    CODE_39 = "Code39"
    CODE_128 = "Code128"
    EAN_13 = "EAN13"
    DATA_MATRIX = "DataMatrix"
    AZTEC = "Aztec"

    @property
    def corrects_errors(self) -> bool:
        """Whether a reading proves itself. One of a barcode of lines has to be seen twice."""
        return self in {Symbology.QR_CODE, Symbology.DATA_MATRIX, Symbology.AZTEC}


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and the kind of code that it is from, as far as that is known."""

    text: str
    symbology: Symbology | None = None


@dataclass(frozen=True, slots=True)
class TextStep:
    """A cleaning step; ``source`` says where it comes from."""

    name: str
    change: Callable[[Text], Text]
    source: str


_AIM = re.compile(r"\](?P<kind>[A-Za-z])[0-9A-Za-z](?=.)", re.DOTALL)
_KINDS = {
    "A": Symbology.CODE_39,
    "C": Symbology.CODE_128,
    "E": Symbology.EAN_13,
    "Q": Symbology.QR_CODE,
    "d": Symbology.DATA_MATRIX,
    "z": Symbology.AZTEC,
}
_PAIR = re.compile(r"[$%/+][A-Z]")
_SHIFTED = {
    "+": dict(zip(ascii_uppercase, ascii_lowercase, strict=True)),
    "$": {letter: chr(code) for code, letter in enumerate(ascii_uppercase, start=1)},
    "/": dict(zip(ascii_uppercase, "!\"#$%&'()*+,-./0123456789:", strict=True)),
    "%": dict(
        zip("ABCDEFGHIJKLMNOPQRSTUVW", "\x1b\x1c\x1d\x1e\x1f;<=>?[\\]^_{|}~\x7f\0@`", strict=True)
    ),
}
"""The characters of Full ASCII, by the two that stand for each."""
_FRAME = "*~ " + "".join(map(chr, [*range(0x20), 0x7F]))
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_FOLDED = (
    dict.fromkeys(map(ord, _INVISIBLE))
    | {0xFF01 + place: 0x21 + place for place in range(94)}
    | {ord("\u2212"): "-"}
)
_SWAPS = [str.maketrans("AQZW", "QAWZ"), str.maketrans("YZ", "ZY")]
"""Letters that change places between QWERTY and AZERTY (NF Z71-300), and QWERTZ (DIN 2137)."""
_OTHER_SCRIPTS = ("CYRILLIC", "GREEK")
_AZERTY_DIGITS = str.maketrans("&é\"'(-è_çà", "1234567890")
CHECK_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
"""The characters of Code 39, each at the place that is its value (ISO/IEC 16388, annex A)."""


def fold(text: str) -> str:
    """The text without invisible characters, full-width ones as narrow, a minus as a hyphen.

    All of them come with a text that was copied out of a mail, a table or a web page.
    """
    return text.translate(_FOLDED)


def full_ascii(text: str) -> str:
    """The characters that Code 39 writes as two: ``+A`` for ``a`` (ISO/IEC 16388, annex A)."""
    return _PAIR.sub(lambda pair: _one_character(pair[0]), text)


def without_check_character(number: str) -> str | None:
    """The number without its last character, where that is Code 39's check character of the rest.

    Where the register knows the shorter number alone, the card is that one: the check character is
    optional, and a reader that is not set to test it hands it on (ISO/IEC 16388, annex A).
    """
    rest, last = number[:-1], number[-1:]
    if not rest or any(each not in CHECK_CHARACTERS for each in number):
        return None
    value = sum(map(CHECK_CHARACTERS.index, rest)) % len(CHECK_CHARACTERS)
    return rest if CHECK_CHARACTERS[value] == last else None


def may_be_on_another_layout(number: str) -> bool:
    """Whether a number that nobody knows has letters that Finnish hardly uses, and layouts swap."""
    return any(letter in number for letter in "QWYZ")


def keyed_without_latin(text: str) -> bool:
    """Whether a text has letters of a Cyrillic or Greek keyboard, or digits as AZERTY has them.

    AZERTY has its digits with Shift only: without it, the row says ``&é"'(-è_çà``.
    """
    if any(unicodedata.name(each, "").startswith(_OTHER_SCRIPTS) for each in text):
        return True
    row = text.lower().translate(_AZERTY_DIGITS)
    return any(each in text.lower() for each in "&éèçà") and row.isascii() and row.isalnum()


def keyed_on_another_layout(number: str) -> list[str]:
    """The text meant, if letters went through a keyboard set to AZERTY, or to QWERTZ.

    The number is as well-formed as the one that was meant, so this can only be asked, never known.
    """
    return [each for swap in _SWAPS if (each := number.translate(swap)) != number]


def variants(text: str, symbology: Symbology | None) -> Iterator[Text]:
    """The text as it came, and after each step that changes anything."""
    each = Text(text, symbology)
    yield each
    for step in STEPS:
        changed = step.change(each)
        if changed != each:
            yield changed
        each = changed


def _without_frame(each: Text) -> Text:
    return Text(each.text.strip(_FRAME), each.symbology)


def _without_identifier(each: Text) -> Text:
    identified = _AIM.match(each.text)
    if identified is None:
        return each
    return Text(each.text[identified.end() :], _KINDS.get(identified["kind"], each.symbology))


def _without_pairs(each: Text) -> Text:
    if each.symbology not in {None, Symbology.CODE_39}:
        return each
    return Text(full_ascii(each.text), each.symbology)


def _one_character(pair: str) -> str:
    return _SHIFTED[pair[0]].get(pair[1], pair)


STEPS: tuple[TextStep, ...] = (
    TextStep(
        "invisible and full-width characters",
        lambda each: Text(fold(each.text), each.symbology),
        "Unicode 15, general category Cf and block Halfwidth and Fullwidth Forms",
    ),
    TextStep(
        "start and stop characters, one or both; STX, ETX and other control characters; a tilde",
        _without_frame,
        "ISO/IEC 16388 (the asterisks of Code 39); scanners' manuals: STX and ETX, and a tilde "
        "for what has no character",
    ),
    TextStep("the identifier of the kind of code", _without_identifier, "ISO/IEC 15424 (AIM)"),
    TextStep("start and stop characters behind the identifier", _without_frame, "as above"),
    TextStep("Full ASCII: two characters for one", _without_pairs, "ISO/IEC 16388, annex A"),
    TextStep("control characters that pairs stood for", _without_frame, "as above"),
)
