"""Limits for callers without a valid token, so that a crowd of them leaves desks their time.

The more there are, the longer those who are refused wait for their answer; and what is logged of
them is logged once a minute. Their turns are in :mod:`sync.server.api.queues`.
"""

from collections.abc import Callable
from random import uniform
from time import monotonic

import anyio

_FEW = 32
_LONGER = 0.05
_LONGEST = 25.0
"""Seconds; each beyond the first few waits for so much more. A desk hears an answer for 30."""
_LOG_EVERY = 60.0
"""Seconds between two lines in the log about the same thing."""


class RefusalDelay:
    """Delays the answers to those who are refused.

    ``in_line`` tells how many strangers still wait for their turn. Most of them will be refused as
    well: a crowd that waited there alone would take as much of the server as there is.
    """

    def __init__(self, in_line: Callable[[], int] = lambda: 0) -> None:
        self._in_line = in_line
        self._waiting = 0

    @property
    def beyond_a_few(self) -> int:
        """How many more they are than a few."""
        return max(0, self._waiting + self._in_line() - _FEW)

    async def wait(self) -> None:
        """Wait for as long as there are many others."""
        self._waiting += 1
        try:
            longest = min(_LONGEST, self.beyond_a_few * _LONGER)
            # Not all for as long, or a crowd that came together would come again together.
            await anyio.sleep(uniform(longest / 2, longest))  # noqa: S311 - nothing secret
        finally:
            self._waiting -= 1


class LogLimiter:
    """Decides when a line may be logged that would otherwise be written at every hit."""

    def __init__(self, every: float = _LOG_EVERY) -> None:
        self._every = every
        self._hits = 0
        self._logged_at = -every

    def hits(self) -> int:
        """Count a hit; how many there were since the last line, or 0 where it is too early."""
        self._hits += 1
        if monotonic() - self._logged_at < self._every:
            return 0
        hits, self._hits, self._logged_at = self._hits, 0, monotonic()
        return hits
