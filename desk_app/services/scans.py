"""Values for scans: their text, their keys, and how they were read."""

from dataclasses import dataclass, field
from enum import StrEnum

from sync.rules.card_numbers import CardNumber
from sync.rules.payloads import Reading
from sync.rules.visits import EntryMethod


class KeyOrigin(StrEnum):
    """The origin of a key press: a person or a scanner."""

    PERSON = "person"
    SCAN = "scan"
    UNSURE = "unsure"  # a scan, but perhaps not all of it
    UNCLEAR = "unclear"  # not decided before the next few milliseconds


@dataclass(frozen=True, slots=True)
class KeyJudgement:
    """The origin of the held keys, and of the key that came; see :class:`KeyOrigin`."""

    held: KeyOrigin
    key: KeyOrigin


class Ending(StrEnum):
    """The key that a scanner sends after a code."""

    NOTHING = "nothing"
    ENTER = "enter"
    TAB = "tab"


class Keyboard(StrEnum):
    """A keyboard layout, as a scanner or a computer is set to it."""

    US = "us"  # the factory setting of scanners
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
    """Scanner and computer use different keyboard layouts; or Caps Lock is on."""

    scanner: Keyboard
    computer: Keyboard
    caps_lock: bool = False


@dataclass(frozen=True, slots=True)
class NormalisedScan:
    """The text of a burst of keys, and the corrections made to read it.

    ``text`` is what the scanner meant to send, as far as can be told. ``whole`` is the number with
    what the scanner is set to add, where that is one too.
    """

    reading: Reading
    text: str = field(repr=False)
    corrected_layout: Mismatch | None = None
    whole: CardNumber | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Burst:
    """The keys of one scan as the computer received them; ``pace`` is milliseconds between two."""

    text: str = field(repr=False)
    ending: Ending
    pace: float


@dataclass(frozen=True, slots=True)
class PartRead:
    """A scan that may be incomplete: it must not be judged."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One code that was read. ``burst`` and ``normalised`` are set where a scanner typed it."""

    reading: Reading | PartRead
    entry: EntryMethod
    burst: Burst | None = None
    normalised: NormalisedScan | None = None
    in_doubt: bool = False
    """More of it may follow: it is judged and shown, and recorded by nobody but a person."""
