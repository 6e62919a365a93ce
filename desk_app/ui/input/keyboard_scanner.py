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
        """Milliseconds of silence after which the held keys are decided."""
        ...

    def character(self, at: float) -> KeyJudgement:
        """Handle a character, which is held from now on; decides about those held before it."""
        ...

    def ending(self, at: float) -> KeyJudgement:
        """Handle an Enter or a Tab, with the held keys before it."""
        ...

    def other_key(self, at: float) -> KeyJudgement:
        """Handle any other key, with the held keys before it."""
        ...

    def silence(self, ms: float) -> KeyOrigin:
        """Decide about the held keys after so much silence."""
        ...


class NormaliseScan(Protocol):
    """Normalises a burst: wrong keyboard layouts, Code 39's asterisks, and the like."""

    def __call__(self, text: str, *, prefix: str = "", suffix: str = "") -> NormalisedScan:
        """The normalised scan; the scanner adds ``prefix`` and ``suffix`` to every code."""
        ...
