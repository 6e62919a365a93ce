"""Bounds the computing that a neighbour may cause."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_ONCE = 30.0
PART = 0.2
"""Seconds of computing, and the part of all time after these. Ours: what two desks of a busy house
have to tell each other after a cut takes a few seconds."""


class Allowance:
    """Seconds that a neighbour may take at once; they come back as a part of the time.

    ``steady`` is the time, and ``computing`` what the calling thread has computed so far.
    """

    def __init__(
        self,
        steady: Callable[[], float] = time.monotonic,
        computing: Callable[[], float] = time.thread_time,
    ) -> None:
        self._steady = steady
        self._computing = computing
        self._turn = threading.Lock()
        self._left = AT_ONCE
        self._at = steady()

    @contextmanager
    def spent(self) -> Iterator[None]:
        """What the block computes is the neighbour's."""
        before = self._computing()
        try:
            yield
        finally:
            self.spend(self._computing() - before)

    def spend(self, seconds: float) -> None:
        """Note that so much was computed for the neighbour."""
        with self._turn:
            self._fill()
            self._left -= seconds

    def rest(self) -> float:
        """The seconds until more may be computed for it."""
        with self._turn:
            self._fill()
            return max(0.0, -self._left / PART)

    def _fill(self) -> None:
        now = self._steady()
        self._left, self._at = min(AT_ONCE, self._left + (now - self._at) * PART), now
