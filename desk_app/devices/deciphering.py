"""What a scanner's burst of keys says: the wrapping taken off, the wrong keyboard layout undone.

The text as it was typed is tried first. Only where that makes no sense is something supposed to be
wrong, and then only that counts which makes sense of it: nothing is guessed where nothing need be.
"""

import re
from collections.abc import Callable, Iterator

from desk_app.devices.layouts import meant, mismatches
from desk_app.services.scans import Deciphered, Mismatch
from sync.rules.payloads import Foreign, ForeignRead, Symbology, understand

_AIM = re.compile(r"\](?P<kind>[A-Za-z])[0-9A-Za-z](?=.)", re.DOTALL)
"""An identifier of the kind of code before it, as scanners can be set to send (ISO/IEC 15424)."""
_KINDS = {
    "A": Symbology.CODE_39,
    "C": Symbology.CODE_128,
    "E": Symbology.EAN_13,
    "Q": Symbology.QR_CODE,
    "d": Symbology.DATA_MATRIX,
    "z": Symbology.AZTEC,
}
_PAIR = re.compile(r"[$%/+][A-Z]")
_PUNCTUATION = "!\"#$%&'()*+,-./0123456789:"
_PERCENT = {
    **dict(zip("ABCDE", "\x1b\x1c\x1d\x1e\x1f", strict=True)),
    **dict(zip("FGHIJ", ";<=>?", strict=True)),
    **dict(zip("KLMNO", "[\\]^_", strict=True)),
    **dict(zip("PQRST", "{|}~\x7f", strict=True)),
    **dict(zip("UVW", "\0@`", strict=True)),
}


def decipher(text: str, *, prefix: str = "", suffix: str = "") -> Deciphered:
    """What a burst says. ``prefix`` and ``suffix`` are what this scanner is set to add."""
    as_typed = _best(text, None, prefix, suffix)
    tries = [as_typed]
    if not _makes_sense(as_typed):
        for mismatch in mismatches():
            for supposed in meant(text, mismatch):
                tries.append(_best(supposed, mismatch, prefix, suffix))
                if _makes_sense(tries[-1]):
                    return tries[-1]
    return max(tries, key=_sense)


def full_ascii(text: str) -> str:
    """The characters that Code 39 writes as two: ``+A`` for ``a`` (ISO/IEC 16388, annex A)."""
    return _PAIR.sub(lambda pair: _one_character(pair[0]), text)


def _one_character(pair: str) -> str:
    shift, letter = pair[0], pair[1]
    place = ord(letter) - ord("A")
    if shift == "+":
        return letter.lower()
    if shift == "$":
        return chr(place + 1)
    if shift == "/":
        return _PUNCTUATION[place] if place < len(_PUNCTUATION) else pair
    return _PERCENT.get(letter, pair)


def _best(text: str, mismatch: Mismatch | None, prefix: str, suffix: str) -> Deciphered:
    bare, kind = _unwrapped(text, prefix, suffix)
    tries = [Deciphered(understand(each, kind), each, mismatch) for each in _written(bare)]
    return max(tries, key=_sense)


def _unwrapped(text: str, prefix: str, suffix: str) -> tuple[str, Symbology | None]:
    bare = text.strip().removeprefix(prefix).removesuffix(suffix)
    identified = _AIM.match(bare)
    if identified is None:
        return bare, None
    return bare[identified.end() :].removeprefix(prefix), _KINDS.get(identified["kind"])


def _written(text: str) -> Iterator[str]:
    """The text, and what Code 39 may have made of it: asterisks around it, two for one."""
    steps: tuple[Callable[[str], str], ...] = (_without_asterisks, full_ascii)
    yield text
    for step in steps:
        changed = step(text)
        if changed != text:
            yield changed
        text = changed


def _without_asterisks(text: str) -> str:
    framed = len(text) > 2 and text.startswith("*") and text.endswith("*")
    return text[1:-1] if framed else text


def _sense(tried: Deciphered) -> int:
    """How much a reading tells. Among equals the first counts, which supposes the least."""
    if not isinstance(tried.reading, ForeignRead):
        return 3
    return {Foreign.OTHER: 0, Foreign.TICKET: 1}.get(tried.reading.what, 2)


def _makes_sense(tried: Deciphered) -> bool:
    """A ticket is told by its looks alone, and may be something else misread."""
    return _sense(tried) > 1
