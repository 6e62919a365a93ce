"""Adapts the page size: smaller where a whole page takes longer than an answer may."""

import time
from collections.abc import Callable
from typing import TypeVar

from sync.errors import TooSlowError
from sync.messages import MOST_A_FEED_PAGE, MOST_CARDS_A_PAGE

_Page = TypeVar("_Page")

FEWEST = 50
_LESS = 4
_QUICK = 4.0
"""Seconds: after an answer that took no longer, a larger page is asked for."""


class PageSize:
    """The greatest number of elements on a page, within its limit. It outlives a cycle."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self.size = most
        self._clock = clock

    def fetch(self, fetch: Callable[[int], _Page], *, too_slow: Callable[[], bool]) -> _Page:
        """Fetch a page, a smaller one where it takes too long.

        ``too_slow`` is told of each call that took too long, and says whether the register is
        there at all. Raises ``TooSlowError`` where it is not, or where not even the smallest page
        comes in time, and what ``fetch`` raises.
        """
        while True:
            began = self._clock()
            try:
                page = fetch(self.size)
            except TooSlowError:
                if not too_slow() or self.size <= FEWEST:
                    raise
                self.size = max(self.size // _LESS, FEWEST)
            else:
                if self._clock() - began <= _QUICK:
                    self.size = min(self.size * 2, self._most)
                return page


class PageSizes:
    """The page sizes of the register and of the feeds."""

    def __init__(self) -> None:
        self.cards = PageSize(MOST_CARDS_A_PAGE)
        self.feeds = PageSize(MOST_A_FEED_PAGE)
