"""Bounds of connections: in all, and from one address.

Where there are too many, the one goes that has been idle for longest, and never one that is being
answered: so a caller that opens thousands, on purpose or by a fault, shuts out none but itself.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from typing import Protocol

from sync.server.api.unknown_callers import LogLimiter

_log = logging.getLogger(__name__)


class Closable(Protocol):
    """A connection, as far as it matters here."""

    address: str
    idle_since: float | None
    """Since when nothing is asked on it, by the monotonic clock; ``None`` while it is answered."""

    def cut(self) -> None:
        """Close it at once."""
        ...


class Connections:
    """The open connections of one server."""

    def __init__(
        self,
        *,
        most: int,
        most_from_one: int,
        is_proxy: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._most = most
        self._most_from_one = most_from_one
        self._is_proxy = is_proxy
        self._open = 0
        self._by_address = defaultdict[str, set[Closable]](set)
        self._seldom = LogLimiter()

    def add(self, connection: Closable) -> None:
        """Take in a new connection, and cut what is then too much."""
        mine = self._by_address[connection.address]
        mine.add(connection)
        self._open += 1
        if len(mine) > self._most_from_one and not self._is_proxy(connection.address):
            self._cut_longest_idle(mine)
        elif self._open > self._most:
            self._cut_longest_idle({each for some in self._by_address.values() for each in some})

    def discard(self, connection: Closable) -> None:
        """It is closed, or about to be; may be said twice."""
        mine = self._by_address[connection.address]
        if connection in mine:
            mine.discard(connection)
            self._open -= 1
        if not mine:
            del self._by_address[connection.address]

    def _cut_longest_idle(self, among: set[Closable]) -> None:
        idle = [(each.idle_since, id(each), each) for each in among if each.idle_since is not None]
        connection = min(idle)[2]  # the newest is idle still
        self.discard(connection)
        connection.cut()
        if hits := self._seldom.hits():
            text = "too many connections: %d idle ones were cut, the last one of %s"
            _log.warning(text, hits, connection.address)
