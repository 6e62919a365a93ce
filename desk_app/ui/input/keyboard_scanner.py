"""Protocols of what the window needs of a keyboard scanner."""

from typing import Protocol

from desk_app.services.scans import KeyJudgement, KeyOrigin, NormalisedScan


class Scanner(Protocol):
    """Distinguishes a scanner's burst from typing. Times are milliseconds of one clock.

    ``PERSON`` releases the held keys, ``SCAN`` makes one scan of them, ``UNSURE`` drops them as a
    scan of which a part may be missing, ``UNCLEAR`` holds them. ``pace`` is the latest burst's
    milliseconds between two characters.
    """

    pace: float

    @property
    def waiting(self) -> bool:
        """Whether characters wait for a decision."""
        ...

    @property
    def doubt(self) -> float:
        """Milliseconds of more silence, after a scan without an end, until that was all of it."""
        ...

    @property
    def continues(self) -> bool:
        """Whether the held keys, or the last ones, may continue the previous scan."""
        ...

    @property
    def patience(self) -> float:
        """Milliseconds of silence that decide about them."""
        ...

    def character(self, at: float) -> KeyJudgement:
        """A character, which waits from now on; and those that waited before it."""
        ...

    def ending(self, at: float) -> KeyJudgement:
        """An Enter or a Tab, and what waited before it."""
        ...

    def other_key(self, at: float) -> KeyJudgement:
        """Any other key, and what waited before it."""
        ...

    def silence(self, ms: float) -> KeyOrigin:
        """Nothing came for so long: whose those are that wait."""
        ...


class NormaliseScan(Protocol):
    """Normalises a burst: wrong keyboard layouts, Code 39's asterisks, and the like."""

    def __call__(self, text: str, *, prefix: str = "", suffix: str = "") -> NormalisedScan:
        """The normalised scan; the scanner adds ``prefix`` and ``suffix`` to every code."""
        ...
