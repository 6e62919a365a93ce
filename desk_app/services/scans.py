"""What a scanner or the camera read, and how it came in."""

from dataclasses import dataclass, field
from enum import StrEnum

from sync.rules.payloads import Reading
from sync.rules.visits import EntryMethod


class KeyOrigin(StrEnum):
    """Whose a key is."""

    PERSON = "person"
    SCAN = "scan"
    UNSURE = "unsure"  # a scan, but perhaps not the whole of it
    UNCLEAR = "unclear"  # the next few milliseconds will tell


@dataclass(frozen=True, slots=True)
class KeyJudgement:
    """Whose those keys are that waited, and whose the key is that came; see :class:`KeyOrigin`."""

    held: KeyOrigin
    key: KeyOrigin


class Ending(StrEnum):
    """What a scanner sends after a code."""

    NOTHING = "nothing"
    ENTER = "enter"
    TAB = "tab"


class Keyboard(StrEnum):
    """A keyboard layout, as a scanner or a computer is set to it."""

    US = "us"  # what scanners are set to when they leave the factory
    FINNISH = "fi"  # and Swedish: the same characters on the same keys
    NORWEGIAN = "no"
    DANISH = "dk"
    GERMAN = "de"
    BRITISH = "gb"
    FRENCH = "fr"  # AZERTY
    RUSSIAN = "ru"
    GREEK = "gr"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The scanner is set to one layout, the computer to another; or Caps Lock is on."""

    scanner: Keyboard
    computer: Keyboard
    caps_lock: bool = False


@dataclass(frozen=True, slots=True)
class NormalisedScan:
    """What a burst of keys says, and what had to be mended to read it.

    ``text`` is what the scanner meant to send, as far as can be told.
    """

    reading: Reading
    text: str = field(repr=False)
    mended: Mismatch | None = None


@dataclass(frozen=True, slots=True)
class Burst:
    """The keys of one scan as the computer took them; ``pace`` is milliseconds between two."""

    text: str = field(repr=False)
    ending: Ending
    pace: float


@dataclass(frozen=True, slots=True)
class PartRead:
    """A scanner typed, and perhaps not all of it arrived in one piece: it is not to be judged."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One code that was read. ``burst`` and ``deciphered`` tell how, where a scanner typed it."""

    reading: Reading | PartRead
    entry: EntryMethod
    burst: Burst | None = None
    deciphered: NormalisedScan | None = None
    in_doubt: bool = False
    """More of it may be on the way: it is judged and shown, and recorded by nobody but a person."""
