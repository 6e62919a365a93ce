"""What this window handed out: the last visits, each with its way back, and the group there is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.services.counter import Counter
from desk_app.services.recording import Recorded
from desk_app.ui.models.last_visits import MOST, Last, LastState, LastVisits
from desk_app.ui.models.party import Party
from desk_app.ui.tasks import Tasks
from sync.rules.visits import Visit, Void


class Given(QObject):
    """``changed`` is emitted when there is something new to show.

    ``undone`` bears the visit that was taken back, ``put_back`` the one in its place.
    """

    changed = Signal()
    undone = Signal(object)
    put_back = Signal(object)

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

    def load(self) -> None:
        """Bring back the visits of today from before the window was opened."""
        self._tasks.run(
            lambda: self._counter.correcting.of_today(MOST), self._loaded, lambda _: None
        )

    def undo(self) -> None:
        """Take back the visit recorded last, once."""
        last = self.lasts.latest
        if last is not None and last.state is LastState.RECORDED:
            self._undo(last)

    def toggle(self, visit_id: UUID) -> None:
        """Take a visit back, or put it back where that was done."""
        last = self.lasts.find(visit_id)
        if last is not None and last.state is LastState.RECORDED:
            self._undo(last)
        elif last is not None and last.state is LastState.UNDONE:
            self._put_back(last)

    def _undo(self, last: Last) -> None:
        self._show(replace(last, state=LastState.UNDOING, trouble=None))
        self._tasks.run(self._void(last), self._undone(last), self._failed(last))

    def _put_back(self, last: Last) -> None:
        self._show(replace(last, state=LastState.PUTTING_BACK, trouble=None))
        correcting = self._counter.correcting
        self._tasks.run(
            lambda: correcting.put_back(last.visit), self._was_put_back(last), self._failed(last)
        )

    def _void(self, last: Last) -> Callable[[], Void]:
        return lambda: self._counter.voiding.void(last.visit.id)

    def _undone(self, last: Last) -> Callable[[Void], None]:
        def tell(void: Void) -> None:
            if self.party is not None:
                self.party = self.party.without(last.visit.id)
            self._show(replace(last, at=void.recorded_at, state=LastState.UNDONE, trouble=None))
            self.undone.emit(last.visit)

        return tell

    def _was_put_back(self, last: Last) -> Callable[[Recorded], None]:
        def tell(recorded: Recorded) -> None:
            visit = recorded.visit
            if self.party is not None and self.gathers:
                self.party = self.party.with_visit(visit)
            self._show(Last(visit, visit.recorded_at, first=last.key))
            self.put_back.emit(visit)

        return tell

    def _failed(self, last: Last) -> Callable[[Exception], None]:
        return lambda trouble: self._show(replace(last, trouble=trouble))

    def _loaded(self, entries: Sequence[tuple[Visit, bool]]) -> None:
        states = {True: LastState.UNDONE, False: LastState.RECORDED}
        older = [Last(visit, visit.recorded_at, states[voided]) for visit, voided in entries]
        self.lasts = self.lasts.with_older(older)
        self.changed.emit()

    def _show(self, last: Last) -> None:
        self.lasts = self.lasts.with_change(last)
        self.changed.emit()
