"""Normalises a scanner's burst of keys: its prefix taken off, the wrong keyboard layout undone.

The text as it was typed is tried first. Only where that makes no sense is something supposed to be
wrong, and then only that counts which makes sense of it: nothing is guessed where nothing need be.
A prefix of letters and digits may be the beginning of a number just as well, where a second scanner
adds none: then the whole is told beside, and the register says which of the two is a card.
What else stands around a number is taken off where all readers' texts go (``sync/rules``).
"""

from desk_app.devices.keyboard_layouts import meant, mismatches
from desk_app.services.scans import Mismatch, NormalisedScan
from sync.rules.payloads import CardRead, parse_payload_and_text, plausibility


def normalise_scan(text: str, *, prefix: str = "", suffix: str = "") -> NormalisedScan:
    """Normalise a burst. ``prefix`` and ``suffix`` are what this scanner is set to add."""
    tries = [_read(text, None, prefix, suffix)]
    # What is added may have been told as it is meant, or as this computer shows it.
    bare = text.strip().removeprefix(prefix).removesuffix(suffix)
    if not _makes_sense(tries[0]):
        for mismatch in mismatches():
            for supposed in dict.fromkeys(meant(text, mismatch) + meant(bare, mismatch)):
                tries.append(_read(supposed, mismatch, prefix, suffix))
                if _makes_sense(tries[-1]):
                    return tries[-1]
    return max(tries, key=lambda tried: plausibility(tried.reading))


def _read(text: str, mismatch: Mismatch | None, prefix: str, suffix: str) -> NormalisedScan:
    bare = text.strip().removeprefix(prefix).removesuffix(suffix)
    if prefix and bare.startswith("]"):
        # An identifier of the kind of code stands before the prefix.
        bare = bare[:3] + bare[3:].removeprefix(prefix)
    reading, plain = parse_payload_and_text(bare)
    whole = (
        parse_payload_and_text(text)[0]
        if isinstance(reading, CardRead) and bare != text.strip()
        else None
    )
    return NormalisedScan(
        reading, plain, mismatch, whole.number if isinstance(whole, CardRead) else None
    )


def _makes_sense(tried: NormalisedScan) -> bool:
    """A ticket is told by its looks alone, and may be something else misread."""
    return plausibility(tried.reading) > 1
