"""Confirms a surprising time by a second answer of the register.

A proxy may hand out an old answer with its old time, and a single answer may come from a machine
that is being set up. Two answers agree when as much time lies between what they say as passed
between them.
"""

import logging
import threading
from datetime import datetime

_log = logging.getLogger(__name__)

APART = 3.0
"""Ours: seconds between the two, so that a time that stands still shows. HTTP tells whole ones."""
_LEAST_APART = 2.0
_MOST_OFF = 120.0


class TimeConfirmation:
    """The first surprising answer, until a second one confirms it."""

    def __init__(self) -> None:
        self._first: tuple[datetime, float] | None = None
        self._lock = threading.Lock()

    @property
    def is_awaited(self) -> bool:
        """Whether there is a first answer."""
        return self._first is not None

    def agrees(self, register_time: datetime, steady: float) -> bool:
        """Whether this answer confirms the first; it is the first where there was none.

        One that contradicts the first takes its place: it may be the right one of the two.
        """
        with self._lock:
            first, passed = self._first, 0.0
            if first is not None:
                passed = steady - first[1]
                if 0 <= passed < _LEAST_APART:
                    return False
            self._first = (register_time, steady)
            if first is None:
                return False
            off = abs((register_time - first[0]).total_seconds() - passed)
            if off <= min(passed / 2, _MOST_OFF):
                self._first = None
                return True
        _log.warning("two answers of the register do not agree on the time")
        return False

    def forget(self) -> None:
        """Forget the first answer: nothing surprising was said, or nobody can be believed."""
        with self._lock:
            self._first = None

    def seconds_left(self, steady: float) -> float:
        """Seconds until a second answer can confirm the first; 0 where there is none."""
        with self._lock:
            if self._first is None:
                return 0.0
            return max(0.0, APART - (steady - self._first[1]))
