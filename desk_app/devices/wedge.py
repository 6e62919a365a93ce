"""A scanner that types: telling its burst from a person at the keyboard, by the times of the keys.

A keyboard wedge sends a code as key presses a few milliseconds apart, over a slow radio link 20 to
30, with or without Enter or Tab at the end. Nobody types like that: twelve keys a second are 83 ms
apart. Times are milliseconds of any one clock that does not go back; there is no clock here.

Each character waits up to :data:`GAP_MS` until it is clear whose it is.
"""

from desk_app.services.scans import Belongs

GAP_MS = 45.0
"""The longest pause between two characters of a burst that has yet to show that it is one."""
MEAN_MS = 35.0
"""The longest pause on the average: one slip of a hand within the gap makes no burst."""
SHORTEST = 4
"""Fewer characters are no burst: two or three keys can fall together under one hand."""
SILENCE_MS = 90.0
"""A burst without a last key has ended after so long; a radio link may stutter less long."""
STRAY_MS = 150.0
"""Within so long after its end, an Enter is still the scanner's, not an answer to the verdict."""


class Wedge:
    """Watches one keyboard. Auto-repeated keys are not to be fed to it: they come as fast.

    The keys that wait are held by whoever feeds it, in the same order.
    """

    def __init__(self) -> None:
        self._text = ""
        self._first = self._last = float("-inf")
        self._ended = float("-inf")
        self._goes_on = False
        self.pace = 0.0
        """Milliseconds between two characters of the latest burst, on the average."""

    @property
    def waiting(self) -> bool:
        """Whether characters wait for a decision."""
        return bool(self._text)

    def character(self, character: str, at: float) -> Belongs:
        """A character. ``PERSON``: what waited was typed by hand, and this one waits alone.

        ``SCAN``: what waited is a whole burst, to be taken before this one; else it waits too.
        """
        before = self._whose(at) if self._text else Belongs.UNCLEAR
        if before is not Belongs.UNCLEAR:
            self._end(before, self._last)
        if not self._text:
            # What follows a burst so closely is more of it: no hand is that quick.
            self._goes_on = at - self._ended < SILENCE_MS
            self._first = at
        self._text += character
        self._last = at
        return before

    def ending(self, at: float) -> Belongs:
        """An Enter or a Tab. ``SCAN``: the burst's last key, or one that trails it.

        ``PERSON``: a key like any other, after what waited.
        """
        if not self._text:
            if at - self._ended > STRAY_MS:
                return Belongs.PERSON
            self._ended = at
            return Belongs.SCAN
        whose = Belongs.SCAN if self._is_burst and at - self._last <= SILENCE_MS else Belongs.PERSON
        self._end(whose, at)
        return whose

    def other_key(self, at: float) -> Belongs:
        """Any other key, such as Ctrl and a letter: part of a burst under way, or a person's."""
        if self._is_burst and at - self._last <= SILENCE_MS:
            self._last = at
            return Belongs.SCAN
        self._end(Belongs.PERSON, at)
        return Belongs.PERSON

    def settle(self, at: float) -> Belongs:
        """Whose the waiting characters are, now that nothing came for a while."""
        whose = self._whose(at)
        if whose is not Belongs.UNCLEAR:
            self._end(whose, self._last)
        return whose

    def patience(self, at: float) -> float:
        """Milliseconds until :meth:`settle` has an answer."""
        return max(0.0, self._last + (SILENCE_MS if self._is_burst else GAP_MS) - at)

    def _whose(self, at: float) -> Belongs:
        since = at - self._last
        if self._is_burst:
            return Belongs.SCAN if since >= SILENCE_MS else Belongs.UNCLEAR
        return Belongs.PERSON if since >= GAP_MS else Belongs.UNCLEAR

    def _end(self, whose: Belongs, at: float) -> None:
        if whose is Belongs.SCAN:
            self._ended = at
            self.pace = (self._last - self._first) / max(1, len(self._text) - 1)
        self._text = ""

    @property
    def _is_burst(self) -> bool:
        if self._goes_on:
            return bool(self._text)
        count = len(self._text)
        return count >= SHORTEST and self._last - self._first <= MEAN_MS * (count - 1)
