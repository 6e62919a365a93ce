"""Requests the operations that neighbours have named and that are missing here.

After a cut several neighbours name the same, which the desk that recorded it mostly tells in just
that moment. So it is asked for once nothing more of it comes, and of one neighbour at a time.
"""

import threading
import time
from collections.abc import Callable, Collection, Sequence
from uuid import UUID

from sync.lan.news import MOST_ENTRIES, News, NewsBrief, NewsOperation
from sync.lan.ports import NewsStore

_LET_GO_FIRST, _LET_GO_AT_MOST = 0.15, 0.6
"""Seconds for which it is not asked for, and that while some of it comes."""
_CLAIMED_FOR = 1.0
"""Seconds after which a neighbour that does not answer keeps no other from being asked."""
_PAUSE = 0.05


class Claims:
    """The operations that neighbours are being asked for, for several threads."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._turn = threading.Lock()
        self._of: dict[UUID, tuple[UUID, float]] = {}

    def claim(self, desk: UUID, ids: Collection[UUID]) -> list[UUID]:
        """Return the operations that this desk may be asked for now: no other one is."""
        now = self._steady()
        with self._turn:
            self._of = {id_: each for id_, each in self._of.items() if each[1] > now}
            free = [id_ for id_ in ids if self._of.get(id_, (desk, now))[0] == desk]
            self._of |= dict.fromkeys(free, (desk, now + _CLAIMED_FOR))
        return free

    def release(self, desk: UUID) -> None:
        """This desk is not asked any more."""
        with self._turn:
            self._of = {id_: each for id_, each in self._of.items() if each[0] != desk}


class OperationRequests:
    """Fetches what one neighbour has named.

    ``ended`` is set when this is to stop; ``rest`` are the seconds until the neighbour may
    cause more, and ``spend`` notes how many entries it has added.
    """

    def __init__(
        self,
        desk: UUID,
        store: NewsStore,
        claims: Claims,
        on_received: Callable[[], None],
        ended: threading.Event,
        rest: Callable[[], float] = lambda: 0.0,
        spend: Callable[[float], None] = lambda _: None,
    ) -> None:
        self._desk = desk
        self._store = store
        self._claims = claims
        self._on_received = on_received
        self._ended = ended
        self._rest = rest
        self._spend = spend

    def fetch(
        self,
        briefs: Sequence[NewsBrief],
        ask: Callable[[Sequence[UUID]], Sequence[NewsOperation]],
    ) -> bool:
        """Fetch what lacks of these, but what cannot be had; whether it came to the end."""
        lacking, before = self._store.lacking(briefs), 0
        until = time.monotonic() + _LET_GO_AT_MOST
        while lacking and len(lacking) != before and time.monotonic() < until:
            self._ended.wait(_LET_GO_FIRST)
            before, lacking = len(lacking), self._store.lacking(lacking)
        try:
            while lacking and not self._ended.wait(self._rest()):
                wanted = self._claims.claim(self._desk, [each.id for each in lacking])
                wanted = wanted[:MOST_ENTRIES]
                if wanted:
                    done = self._ask_for(wanted, ask) or {*wanted}  # where none can be read
                    lacking = [each for each in lacking if each.id not in done]
                else:
                    self._ended.wait(_PAUSE)
                lacking = self._store.lacking(lacking)
        finally:
            self._claims.release(self._desk)
        return not lacking

    def _ask_for(
        self, wanted: Sequence[UUID], ask: Callable[[Sequence[UUID]], Sequence[NewsOperation]]
    ) -> set[UUID]:
        """Ask for operations, and merge those that came; which ones."""
        asked = {*wanted}
        found = [each for each in ask(wanted) if each.id in asked]
        if found:
            merged = self._store.merge(News(cursor="", operations=found))
            self._spend(merged.weight)
            if merged.new:
                self._on_received()
        return {each.id for each in found}
