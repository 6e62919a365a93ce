"""Contents of the operations that neighbours are sent, read once for all of them."""

import threading
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.visits.operation_contents import contents
from sync.rules.visits import Operation

_MOST = 2_000


class RecentContents:
    """The contents of the operations sent last. What was sent once does not change any more."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._held: dict[UUID, Operation] = {}

    def of(
        self, connection: sa.Connection, rows: Sequence[sa.Row[Any]]
    ) -> Mapping[UUID, Operation]:
        """The contents of these operations, by id, without those that cannot be read."""
        with self._turn:
            found = {row.id: self._held[row.id] for row in rows if row.id in self._held}
        missing = [row for row in rows if row.id not in found]
        if missing:
            read, unreadable = contents(connection, missing)
            whole = [row for row in missing if row.seq not in unreadable]
            found |= {row.id: content for row, content in zip(whole, read, strict=True)}
            self._hold([found[row.id] for row in whole if row.taken])
        return found

    def _hold(self, sent: Sequence[Operation]) -> None:
        with self._turn:
            self._held |= {operation.id: operation for operation in sent}
            for id_ in [*self._held][: max(0, len(self._held) - _MOST)]:
                del self._held[id_]
