"""A scanner that types: telling its burst from a person at the keyboard.

A keyboard wedge sends a card number as key presses a few milliseconds apart, with or without an
Enter (or two, as CR and LF) at the end. Nobody types like that: twelve keys a second are 83 ms
apart. Times come in as milliseconds of any one clock that does not go back; there is no clock
here.
"""

from typing import Literal

EnterMeaning = Literal["typed", "scan", "stray"]
"""An Enter that a person pressed, one that ends a burst, one that trails a burst already ended."""

GAP_MS = 35.0
"""The longest pause between two characters of one burst."""
SHORTEST = 4
"""Fewer characters are no burst: two or three keys can fall together under one hand."""
SILENCE_MS = 90.0
"""A burst without an Enter has ended after so long."""
STRAY_MS = 150.0
"""Within so long after its end, an Enter is still the scanner's, not an answer to the verdict."""


class Wedge:
    """Watches one keyboard. Auto-repeated keys are not to be fed to it: they come as fast."""

    silence_ms = SILENCE_MS

    def __init__(self) -> None:
        self._text = ""
        self._last = float("-inf")
        self._ended: float | None = None

    def character(self, character: str, at: float) -> str | None:
        """The burst so far once it is one, else ``None``: then it may be a person typing.

        A burst that seemed to have ended, because the machine was slow, goes on where it was.
        """
        close = at - self._last <= GAP_MS
        self._text = self._text + character if close else character
        self._last = at
        self._ended = None
        return self._text if self._is_burst else None

    def enter(self, at: float) -> EnterMeaning:
        """What an Enter means."""
        if self._ended is not None and at - self._ended <= STRAY_MS:
            return "stray"
        if self._is_burst and self._ended is None and at - self._last <= SILENCE_MS:
            self._ended = at
            return "scan"
        self._text = ""
        return "typed"

    def ended(self, at: float) -> bool:
        """Whether a burst has just ended by silence; true once for each burst."""
        if not self._is_burst or self._ended is not None or at - self._last < SILENCE_MS:
            return False
        self._ended = at
        return True

    @property
    def _is_burst(self) -> bool:
        return len(self._text) >= SHORTEST
