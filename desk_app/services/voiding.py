"""Voids a recorded visit. The visit stays on record; the void is sent like any operation."""

from collections.abc import Callable
from uuid import UUID

from desk_app.services.checking import CheckService
from desk_app.services.ports import Ids, Journal
from sync.rules.visits import Void, VoidReason


class VoidService:
    """Voids visits, with an audit trail. ``queued`` is called when there is something to send."""

    def __init__(
        self, checking: CheckService, journal: Journal, ids: Ids, *, queued: Callable[[], None]
    ) -> None:
        self._checking = checking
        self._journal = journal
        self._ids = ids
        self._queued = queued

    def void(
        self, visit_id: UUID, reason: VoidReason = VoidReason.MISTAKE, operator: str | None = None
    ) -> Void:
        """Void a visit of this desk; durable when this returns.

        Raises ``VisitNotFoundError``, ``AlreadyVoidedError`` or ``StoreError``.
        """
        void = Void(
            id=self._ids.new(),
            visit_id=visit_id,
            reason=reason,
            recorded_at=self._checking.moment().utc,
            operator=operator,
        )
        self._journal.void(void)
        self._queued()
        return void
