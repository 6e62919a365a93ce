"""Tells a neighbour of more counts than a page holds, in turn."""

import threading
from collections.abc import Mapping
from uuid import UUID

from sync.lan.news import MOST_OFFERS


class CountsInTurn:
    """The counts that one neighbour was told, by offer, the earliest told first.

    No offer is behind another for long, whatever ids they have and however often others change.
    """

    def __init__(self, most: int = MOST_OFFERS) -> None:
        self._most = most
        self._turn = threading.Lock()
        self._sent: dict[UUID, int] = {}

    def choose(self, counts: Mapping[UUID, int]) -> dict[UUID, int]:
        """The counts for the next page: up to half of it what changed, and the rest in turn."""
        if len(counts) <= self._most:
            return dict(counts)
        with self._turn:
            sent = {offer: count for offer, count in self._sent.items() if offer in counts}
            in_turn = [*(offer for offer in counts if offer not in sent), *sent]
            changed = [offer for offer, count in sent.items() if count != counts[offer]]
            first = dict.fromkeys([*changed[: self._most // 2], *in_turn])
            chosen = {offer: counts[offer] for offer in [*first][: self._most]}
            for offer in chosen:
                sent.pop(offer, None)
            self._sent = sent | chosen
        return chosen
