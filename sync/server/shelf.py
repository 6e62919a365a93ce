"""The offers that desks speak of, kept at hand from one transaction to the next."""

from collections.abc import Mapping
from threading import Lock
from uuid import UUID

from sync.server.offers import StoredOffer


class Shelf:
    """Some venues' offers, as the last transaction here has left them.

    Whatever changes among a venue's offers moves its position on: their feed lives by that. So what
    was left at a position is right for whoever has the venue locked and finds it there still, while
    other threads and processes change what they like. Safe to use from many threads.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[str, tuple[int, dict[UUID, StoredOffer]]] = {}

    def take(self, venue_id: str, position: int) -> dict[UUID, StoredOffer]:
        """The offers at hand of a locked venue, to work on; none if it has moved on since."""
        with self._lock:
            left_at, offers = self._kept.get(venue_id, (position, {}))
            if left_at < position:
                return {}
            if left_at > position:  # an older backup was restored: nothing here is sure
                self._kept.clear()
                return {}
            return {id_: stored.as_written() for id_, stored in offers.items()}

    def put(self, venue_id: str, position: int, offers: Mapping[UUID, StoredOffer]) -> None:
        """Keep a venue's offers as they were committed, with the position they were left at."""
        with self._lock:
            left_at, _ = self._kept.get(venue_id, (position, {}))
            if left_at <= position:
                self._kept[venue_id] = (
                    position,
                    {id_: stored.as_written() for id_, stored in offers.items()},
                )
