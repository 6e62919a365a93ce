"""Estimates the time left from the progress so far."""

from collections import deque

_LOOK_BACK = 15.0
"""Seconds: the pace of the last while says more than that of the beginning."""
_FIRST_GUESS = 2.0
"""Seconds before anything is said: a guess that jumps about is worse than none."""


class TimeLeft:
    """Takes the share done, and when; times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, float]] = deque()

    def done(self, part: float, at: float) -> float | None:
        """Seconds left when ``part`` (0 to 1) is done; ``None`` while that cannot be told."""
        if self._marks and part < self._marks[-1][1]:
            self._marks.clear()  # it began afresh
        self._marks.append((at, part))
        while at - self._marks[0][0] > _LOOK_BACK and len(self._marks) > 2:
            self._marks.popleft()
        since, before = self._marks[0]
        if at - since < _FIRST_GUESS or part <= before:
            return None
        return (1 - part) * (at - since) / (part - before)
