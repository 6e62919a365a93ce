"""Remembers what each neighbour sent a moment ago: it is not sent back.

When a cut ends, every desk receives the same from several others, and would send it to each of them
again. A desk that lost its data since needs it back: so what it sent is remembered for some seconds
only, and as long as that desk answers.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from sync.lan.news import News, NewsBrief, NewsOperation
from sync.rules.visits import VenueVisit

_HELD_FOR = 5.0
"""Seconds."""
_MOST = 4_000
"""Entries of one neighbour."""


@dataclass(frozen=True, slots=True)
class _ReceivedEntry:
    at: float
    state: str
    unaware: frozenset[UUID] = frozenset()


class ReceivedNews:
    """The latest news of each neighbour."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._turn = threading.Lock()
        self._of: dict[UUID, dict[tuple[str, UUID], _ReceivedEntry]] = {}

    def note(self, desk: UUID, news: News) -> None:
        """Remember what a neighbour sent."""
        now = self._steady()
        with self._turn:
            held = self._of.setdefault(desk, {})
            sent: list[NewsOperation | NewsBrief] = [*news.operations, *news.briefs]
            for entry in sent:
                found = _ReceivedEntry(now, entry.state, frozenset(entry.unaware))
                _put_last(held, ("operation", entry.id), found)
            for visit in news.visits:
                _put_last(held, ("visit", visit.id), _ReceivedEntry(now, visit.state))
            while held:  # the oldest are first
                first = next(iter(held))
                if len(held) <= _MOST and now - held[first].at < _HELD_FOR:
                    break
                del held[first]

    def forget(self, desk: UUID) -> None:
        """Forget what a neighbour sent: it does not answer, and may lose its data."""
        with self._turn:
            self._of.pop(desk, None)

    def news_for(self, desk: UUID, news: News) -> News:
        """The news, without what that neighbour sent itself."""
        with self._turn:
            held = dict(self._of.get(desk, {}))
        if not held:
            return news
        return replace(
            news,
            operations=[each for each in news.operations if not self._knows(held, each)],
            briefs=[each for each in news.briefs if not self._knows(held, each)],
            visits=[each for each in news.visits if not self._knows(held, each)],
        )

    def _knows(
        self,
        held: dict[tuple[str, UUID], _ReceivedEntry],
        entry: NewsOperation | NewsBrief | VenueVisit,
    ) -> bool:
        if isinstance(entry, VenueVisit):
            known, unaware = held.get(("visit", entry.id)), frozenset[UUID]()
        else:
            known = held.get(("operation", entry.id))
            unaware = frozenset(entry.unaware)
        if known is None or self._steady() - known.at >= _HELD_FOR:
            return False
        return known.state == entry.state and unaware <= known.unaware


def _put_last(
    held: dict[tuple[str, UUID], _ReceivedEntry], key: tuple[str, UUID], found: _ReceivedEntry
) -> None:
    held.pop(key, None)
    held[key] = found
