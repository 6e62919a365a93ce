"""The entries that neighbours were sent last: each is read and sent in whole once."""

import threading
from collections.abc import Mapping
from uuid import UUID

from sync.lan.news import NewsOperation
from sync.ports import OperationState

_MOST = 2_000
_MOST_PLACES = 20_000


class RecentEntries:
    """Entries by their place in the news, where they do not change: what changes gets a new place.

    A state that is to be sent again does not, and is therefore compared.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._held: dict[int, NewsOperation] = {}
        self._first: dict[UUID, int] = {}
        """The place at which each was sent first."""

    def at(self, states: Mapping[int, OperationState]) -> dict[int, NewsOperation]:
        """Return the entries at these places that are in these states."""
        with self._turn:
            found = {place: self._held[place] for place in states if place in self._held}
        return {place: each for place, each in found.items() if each.state is states[place]}

    def hold(self, sent: Mapping[int, NewsOperation]) -> None:
        """Hold entries whose content does not change any more."""
        with self._turn:
            self._held |= sent
            for place in [*self._held][: max(0, len(self._held) - _MOST)]:
                del self._held[place]
            for place, entry in sent.items():
                self._first.setdefault(entry.id, place)
            for id_ in [*self._first][: max(0, len(self._first) - _MOST_PLACES)]:
                del self._first[id_]

    def was_sent(self, id_: UUID, after: int) -> bool:
        """Whether a neighbour that has come to this place was mostly sent it before.

        Mostly, since an entry that moved on before it was asked for is sent at its new place alone.
        """
        with self._turn:
            first = self._first.get(id_)
        return first is not None and first <= after
