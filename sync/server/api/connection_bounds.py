"""Bounds of connections: in all, and from one address.

Where there are too many, the one goes that has been idle for longest, and never one that is being
answered: so a caller that opens thousands, on purpose or by a fault, shuts out none but itself.
"""

import logging
from collections.abc import Callable, Iterable
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

    def __init__(self, *, most: int, most_from_one: int, is_proxy: Callable[[str], bool]) -> None:
        self._most = most
        self._most_from_one = most_from_one
        self._is_proxy = is_proxy
        self._open = set[Closable]()
        self._seldom = LogLimiter()

    def add(self, connection: Closable) -> None:
        """Take in a new connection, and cut what is then too much."""
        self._open.add(connection)
        mine = [each for each in self._open if each.address == connection.address]
        if len(mine) > self._most_from_one and not self._is_proxy(connection.address):
            self._cut_longest_idle(mine)
        elif len(self._open) > self._most:
            self._cut_longest_idle(self._open)

    def discard(self, connection: Closable) -> None:
        """Forget a connection that is closed, or about to be; calling it twice does no harm."""
        self._open.discard(connection)

    def _cut_longest_idle(self, among: Iterable[Closable]) -> None:
        idle = [(each.idle_since, id(each), each) for each in among if each.idle_since is not None]
        connection = min(idle)[2]  # the newest is idle still
        self.discard(connection)
        connection.cut()
        if hits := self._seldom.hits():
            text = "too many connections: %d idle ones were cut, the last one of %s"
            _log.warning(text, hits, connection.address)
