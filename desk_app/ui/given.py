"""What this window handed out: the last visits, each with its way back, and the group there is."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.services.counter import Counter
from desk_app.ui.models.last_visits import Last, LastState, LastVisits
from desk_app.ui.models.party import Party
from desk_app.ui.tasks import Tasks
from sync.rules.visits import Visit, Void


class Given(QObject):
    """``changed`` is emitted when there is something new to show; ``undone`` bears a visit's id."""

    changed = Signal()
    undone = Signal(object)

    def __init__(self, counter: Counter, tasks: Tasks) -> None:
        super().__init__()
        self._counter = counter
        self._tasks = tasks
        self.lasts = LastVisits()
        self.party: Party | None = None

    @property
    def gathers(self) -> bool:
        """Whether the next card belongs to a group."""
        return self.party is not None and not self.party.complete

    def gather(self) -> None:
        """A group is at the counter; its cards come one after another."""
        if not self.gathers:
            self.party = Party()
            self.changed.emit()

    def complete(self) -> None:
        """The group has all it came for. Without a card there was none."""
        if self.party is not None and self.gathers:
            self.party = replace(self.party, complete=True) if self.party.visits else None
            self.changed.emit()

    def forget_party(self) -> None:
        """A complete group has been told; it is somebody else's turn."""
        if self.party is not None and self.party.complete:
            self.party = None
            self.changed.emit()

    def add(self, visit: Visit) -> None:
        """A visit is on the disk."""
        self.lasts = self.lasts.with_visit(visit)
        if self.party is not None:
            self.party = self.party.with_visit(visit) if self.gathers else None
        self.changed.emit()

    def undo(self, visit_id: UUID | None = None) -> None:
        """Take a visit back, once: this one, or else the one recorded last."""
        last = self.lasts.latest if visit_id is None else self.lasts.find(visit_id)
        if last is None or last.state is not LastState.RECORDED:
            return
        self._show(replace(last, state=LastState.UNDOING, trouble=None))
        self._tasks.run(self._void(last), self._undone(last), self._not_undone(last))

    def _void(self, last: Last) -> Callable[[], Void]:
        return lambda: self._counter.voiding.void(last.visit.id)

    def _undone(self, last: Last) -> Callable[[Void], None]:
        def tell(void: Void) -> None:
            if self.party is not None:
                self.party = self.party.without(last.visit.id)
            self._show(replace(last, at=void.recorded_at, state=LastState.UNDONE, trouble=None))
            self.undone.emit(last.visit.id)

        return tell

    def _not_undone(self, last: Last) -> Callable[[Exception], None]:
        return lambda trouble: self._show(replace(last, trouble=trouble))

    def _show(self, last: Last) -> None:
        self.lasts = self.lasts.with_change(last)
        self.changed.emit()
