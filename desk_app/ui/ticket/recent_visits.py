"""The visits recorded at this window, their undo, and the current group."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.services.recording import Recorded
from desk_app.services.services import Services
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.ticket.group_visit import GroupVisit
from desk_app.ui.ticket.recent_visit_list import (
    MOST,
    RecentVisit,
    RecentVisitList,
    RecentVisitState,
)
from sync.rules.visits import Visit, Void


class RecentVisits(QObject):
    """Holds the visits; ``changed`` is emitted when there is something new to show.

    ``undone`` carries the visit that was voided, ``put_back`` its replacement.
    """

    changed = Signal()
    undone = Signal(object)
    put_back = Signal(object)

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self.listed = RecentVisitList()
        self.group: GroupVisit | None = None

    @property
    def gathers(self) -> bool:
        """Whether the next card belongs to a group."""
        return self.group is not None and not self.group.complete

    def gather(self) -> None:
        """A group is at the counter; its cards come one after another."""
        if not self.gathers:
            self.group = GroupVisit()
            self.changed.emit()

    def complete(self) -> None:
        """The group has all it came for. Without a card there was none."""
        if self.group is not None and self.gathers:
            self.group = replace(self.group, complete=True) if self.group.visits else None
            self.changed.emit()

    def forget_group(self) -> None:
        """A complete group has been told; it is somebody else's turn."""
        if self.group is not None and self.group.complete:
            self.group = None
            self.changed.emit()

    def add(self, visit: Visit) -> None:
        """Add a visit that is on the disk. The caller emits the change, together with its own."""
        self.listed = self.listed.with_visit(visit)
        if self.group is not None:
            self.group = self.group.with_visit(visit) if self.gathers else None

    def load(self) -> None:
        """Bring back the visits of today from before the window was opened."""
        self._tasks.run(
            lambda: self._services.correcting.of_today(MOST), self._loaded, lambda _: None
        )

    def undo(self) -> None:
        """Take back the visit recorded last, once."""
        last = self.listed.latest
        if last is not None and last.state is RecentVisitState.RECORDED:
            self._undo(last)

    def toggle(self, visit_id: UUID) -> None:
        """Take a visit back, or put it back where that was done."""
        last = self.listed.find(visit_id)
        if last is not None and last.state is RecentVisitState.RECORDED:
            self._undo(last)
        elif last is not None and last.state is RecentVisitState.UNDONE:
            self._put_back(last)

    def _undo(self, last: RecentVisit) -> None:
        self._show(replace(last, state=RecentVisitState.UNDOING, error=None))
        self._tasks.run(self._void(last), self._undone(last), self._failed(last))

    def _put_back(self, last: RecentVisit) -> None:
        self._show(replace(last, state=RecentVisitState.PUTTING_BACK, error=None))
        correcting = self._services.correcting
        self._tasks.run(
            lambda: correcting.put_back(last.visit), self._was_put_back(last), self._failed(last)
        )

    def _void(self, last: RecentVisit) -> Callable[[], Void]:
        return lambda: self._services.voiding.void(last.visit.id)

    def _undone(self, last: RecentVisit) -> Callable[[Void], None]:
        def emit_undone(void: Void) -> None:
            if self.group is not None:
                self.group = self.group.without(last.visit.id)
            self._show(
                replace(last, at=void.recorded_at, state=RecentVisitState.UNDONE, error=None)
            )
            self.undone.emit(last.visit)

        return emit_undone

    def _was_put_back(self, last: RecentVisit) -> Callable[[Recorded], None]:
        def emit_put_back(recorded: Recorded) -> None:
            visit = recorded.visit
            if self.group is not None and self.gathers:
                self.group = self.group.with_visit(visit)
            self._show(RecentVisit(visit, visit.recorded_at, first=last.key))
            self.put_back.emit(visit)

        return emit_put_back

    def _failed(self, last: RecentVisit) -> Callable[[Exception], None]:
        return lambda error: self._show(replace(last, error=error))

    def _loaded(self, entries: Sequence[tuple[Visit, bool]]) -> None:
        states = {True: RecentVisitState.UNDONE, False: RecentVisitState.RECORDED}
        older = [RecentVisit(visit, visit.recorded_at, states[voided]) for visit, voided in entries]
        self.listed = self.listed.with_older(older)
        self.changed.emit()

    def _show(self, last: RecentVisit) -> None:
        self.listed = self.listed.with_change(last)
        self.changed.emit()
