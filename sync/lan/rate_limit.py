"""Limits what a neighbour may cause in a time: the computing, and the entries that are kept."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_ONCE = 30.0
PART = 0.2
"""Seconds of computing, and the part of all time after these. Ours: what two desks of a busy venue
have to tell each other after a cut takes a few seconds."""
ENTRIES_AT_ONCE = 500_000.0
ENTRIES_A_SECOND = 0.2
"""Entries that a neighbour's news adds or changes here. Ours: two years of a large venue's visits,
which are 300,000, each of them and a part of them once more; and then as many as such a venue has
on its busiest days. What is known here already costs nothing, however often it is told."""


class RateLimit:
    """Bounds what a neighbour may take: so much at once, which comes back by so much a second.

    Mostly it is of seconds of computing. ``steady`` is the time, and ``computing`` what the calling
    thread has computed so far.
    """

    def __init__(
        self,
        at_once: float = AT_ONCE,
        a_second: float = PART,
        steady: Callable[[], float] = time.monotonic,
        computing: Callable[[], float] = time.thread_time,
    ) -> None:
        self._at_once = at_once
        self._a_second = a_second
        self._steady = steady
        self._computing = computing
        self._turn = threading.Lock()
        self._left = at_once
        self._at = steady()

    @contextmanager
    def spent(self) -> Iterator[None]:
        """What the block computes is the neighbour's."""
        before = self._computing()
        try:
            yield
        finally:
            self.spend(self._computing() - before)

    def spend(self, amount: float) -> None:
        """Note that so much was taken for the neighbour."""
        with self._turn:
            self._fill()
            self._left -= amount

    def rest(self) -> float:
        """The seconds until more may be taken for it."""
        with self._turn:
            self._fill()
            return max(0.0, -self._left / self._a_second)

    def _fill(self) -> None:
        now = self._steady()
        more = (now - self._at) * self._a_second
        self._left, self._at = min(self._at_once, self._left + more), now
