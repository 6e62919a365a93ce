"""A scanner that types: telling its burst from a person at the keyboard, by the times of the keys.

A keyboard wedge sends a code as key presses 2 to 45 ms apart, with or without Enter or Tab at the
end; a slow radio link may make one pause within. Nobody types like that: a hand at twelve keys a
second needs 83 ms for each. A scan is whole or nothing: what comes within :data:`PAUSE_MS` of a
burst belongs to it; what comes within :data:`NEAR_MS` before or after it may belong to it, and then
the scan is :attr:`~desk_app.services.scans.KeyOrigin.UNSURE`.

Keys come with their time, in milliseconds of any one clock. Silence is reported, too: only the
caller knows how long no key came. There is no clock here.
"""

from desk_app.services.scans import KeyJudgement, KeyOrigin

SHORT_MS = 55.0
"""The longest time between two characters of a burst that makes no pause."""
PAUSE_MS = 140.0
"""The longest pause within a burst."""
NEAR_MS = 400.0
"""What is nearer to a burst than this may be a part that was torn off. No hand changes so soon
from the keyboard to the scanner."""
STRAY_MS = 250.0
"""Within so long after its end, an Enter is still the scanner's, not an answer to the verdict."""
SHORTEST = 4
"""Fewer characters are no burst: two or three keys can fall together under one hand."""
HAND_MS = 1000 / 12
"""What a hand needs for a key in a row of them."""
SLIP_MS = 85.0
"""So much sooner than that a hand may have done with the whole row."""
MEAN_MS = 64.0
"""A burst's longest time for a character on the average, a pause among them."""

_NEVER = float("-inf")


class Wedge:
    """Watches one keyboard. Auto-repeated keys are not to be fed to it: they come as fast.

    The caller holds the keys that wait, in the same order.
    """

    def __init__(self) -> None:
        self._count = self._pauses = 0
        self._first = self._last = _NEVER
        self._is_burst = self._is_doubtful = self._follows_hand = False
        self._by_hand = _NEVER
        self._scanned = _NEVER
        self._scan_closed = True
        self.pace = 0.0
        """Milliseconds between two characters of the latest burst, on the average."""

    @property
    def waiting(self) -> bool:
        """Whether characters wait for a decision."""
        return self._count > 0

    @property
    def doubt(self) -> float:
        """Milliseconds of more silence, after a scan without an end, until that was all of it."""
        return NEAR_MS - PAUSE_MS

    @property
    def continues(self) -> bool:
        """Whether what waits, or waited last, may be more of the scan before it."""
        return self._is_doubtful

    @property
    def patience(self) -> float:
        """Milliseconds of silence after which :meth:`silence` has an answer."""
        return PAUSE_MS if self._is_burst or self._may_pause else SHORT_MS

    def character(self, at: float) -> KeyJudgement:
        """A character: it waits from now on, after those that waited before unless they are told.

        ``UNCLEAR`` for both: it may be one row with them.
        """
        since = at - self._last
        held = KeyOrigin.UNCLEAR if not self._count or since <= self.patience else self._end()
        if self._count == 0:
            self._begin(at)
        elif since > SHORT_MS:
            self._pauses += 1
        self._count += 1
        self._last = at
        self._is_burst = self._is_burst or self._is_quick()
        return KeyJudgement(held, KeyOrigin.UNCLEAR)

    def ending(self, at: float) -> KeyJudgement:
        """An Enter or a Tab: the burst's last key, or one that trails it; or a person's."""
        closes = self._is_burst and at - self._last <= PAUSE_MS
        held = self._end()
        if closes or at - self._scanned <= STRAY_MS:
            self._scanned = at
            self._scan_closed = True
            return KeyJudgement(held, KeyOrigin.SCAN)
        return KeyJudgement(held, KeyOrigin.PERSON)

    def other_key(self, at: float) -> KeyJudgement:
        """Any other key, such as Ctrl and a letter: part of a burst under way, or a person's."""
        if self._is_burst and at - self._last <= PAUSE_MS:
            self._last = at
            return KeyJudgement(KeyOrigin.UNCLEAR, KeyOrigin.SCAN)
        return KeyJudgement(self._end(), KeyOrigin.PERSON)

    def silence(self, ms: float) -> KeyOrigin:
        """Decide whose the waiting characters are, now that nothing came for so long."""
        return self._end() if ms >= self.patience else KeyOrigin.UNCLEAR

    @property
    def _may_pause(self) -> bool:
        """A hand's keys are let go soon: after the first few, a second pause is a hand's."""
        early = self._pauses == 0 or self._count < SHORTEST - 1
        return early and not self._follows_hand

    def _begin(self, at: float) -> None:
        since_scan = at - self._scanned
        self._first = at
        self._pauses = 0
        self._follows_hand = at - self._by_hand <= NEAR_MS
        self._is_doubtful = not self._scan_closed and since_scan <= NEAR_MS
        # What follows a scan so closely is more of it: no hand is that quick.
        self._is_burst = self._is_doubtful or since_scan <= PAUSE_MS
        self._scan_closed = True

    def _is_quick(self) -> bool:
        gaps, took = self._count - 1, self._last - self._first
        quicker_than_a_hand = took <= HAND_MS * gaps - SLIP_MS
        return self._count >= SHORTEST and quicker_than_a_hand and took <= MEAN_MS * gaps

    def _end(self) -> KeyOrigin:
        """Decide about what waits; nothing waits after that."""
        if not self._count:
            return KeyOrigin.UNCLEAR
        gaps, self._count = self._count - 1, 0
        if not self._is_burst:
            self._by_hand = self._last
            return KeyOrigin.PERSON
        self._is_burst = False
        self._scanned = self._last
        self._scan_closed = False
        self.pace = (self._last - self._first) / max(1, gaps)
        return KeyOrigin.UNSURE if self._is_doubtful or self._follows_hand else KeyOrigin.SCAN
