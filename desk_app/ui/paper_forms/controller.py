"""Saves, judges, records and discards the rows of the paper grid."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.services.errors import RefusedError
from desk_app.services.paper_entry import JudgedRow, PaperEntry
from desk_app.services.paper_rows import PaperRow
from desk_app.services.recording import Recorded
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.paper_forms.grid import PaperGrid, PaperGridRow, Phase


class PaperFormController(QObject):
    """Connects the grid to the services; a failing row never stops the others.

    ``finished`` when all rows to be recorded have their result; carries how many were recorded, and
    how many were not.
    """

    finished = Signal(int, int)
    failed = Signal(object)
    """Saved rows could not be read; carries the exception."""

    def __init__(
        self, paper_entry: PaperEntry, tasks: Tasks, app_status: AppStatus, grid: PaperGrid
    ) -> None:
        super().__init__()
        self._paper_entry = paper_entry
        self._tasks = tasks
        self._app_status = app_status
        self.grid = grid
        self._under_way = 0
        self._done = 0
        self._not_done = 0
        self._read = False
        grid.keyed.connect(self.save)

    def read(self) -> None:
        """Load the rows that were entered before and not recorded; once."""
        if not self._read:
            self._read = True
            self._tasks.run(self._paper_entry.rows, self.grid.put, self._not_read)

    def begin(self, offer_id: UUID | None, day: date | None) -> None:
        """New rows are for this offer and day."""
        if offer_id is None or day is None:
            self.grid.begin(None)
        else:
            self.grid.begin(partial(self._paper_entry.blank, offer_id, day))

    def save(self, entry: PaperGridRow) -> None:
        """Save a row that was changed, and judge it anew."""
        row = entry.row
        self._tasks.run(
            lambda: self._paper_entry.save(row),
            lambda judged: self._kept(entry, row, judged),
            lambda error: self._failed(entry, row, error),
        )

    def others(self, offer_id: UUID, day: date) -> list[PaperGridRow]:
        """Rows that were entered for another offer or day, and can still be changed."""
        return [
            each
            for each in self.grid.entries()
            if each.is_open
            and each.phase is not Phase.BLANK
            and (each.row.offer_id, each.row.day) != (offer_id, day)
        ]

    def move(self, entries: Iterable[PaperGridRow], offer_id: UUID, day: date) -> None:
        """Assign these rows to this offer and day: the wrong one had been chosen."""
        for entry in entries:
            entry.row = replace(entry.row, offer_id=offer_id, day=day)
            entry.phase, entry.error = Phase.KEEPING, None
            self.save(entry)
        self.grid.emit_change()

    def record_ready(self) -> None:
        """Record every row that is ready, one after the other, also one that was just finished."""
        self._tasks.run(_nothing, lambda _: self._record_all(), self.failed.emit)

    def record(self, entry: PaperGridRow) -> None:
        """Record this row, also where its card is there already."""
        if entry.may_be_recorded:
            self._record(entry)
            self.grid.emit_change()

    def drop(self, entry: PaperGridRow) -> None:
        """Discard a row: it is not to be recorded."""
        if entry.phase is Phase.RECORDED:
            self.grid.remove([entry])
        elif entry.is_open:
            row_id = entry.row.id
            self._tasks.run(
                lambda: self._paper_entry.drop(row_id),
                lambda _: self.grid.remove([entry]),
                lambda error: self._failed(entry, entry.row, error),
            )

    def clear_recorded(self) -> None:
        """Remove recorded rows from the grid."""
        self.grid.remove([each for each in self.grid.entries() if each.phase is Phase.RECORDED])

    def _record_all(self) -> None:
        """Record all ready rows. They have been judged by now: the worker runs tasks in order."""
        for entry in self.grid.entries():
            if entry.is_ready:
                self._record(entry)
        self.grid.emit_change()

    def _record(self, entry: PaperGridRow) -> None:
        entry.phase = Phase.RECORDING
        self._under_way += 1
        row_id = entry.row.id
        self._tasks.run(
            lambda: self._paper_entry.record(row_id),
            lambda recorded: self._recorded(entry, recorded),
            lambda error: self._not_recorded(entry, error),
        )

    def _kept(self, entry: PaperGridRow, row: PaperRow, judged: JudgedRow) -> None:
        if entry.row == row and entry.is_open:  # a newer one is under way otherwise
            entry.phase, entry.judged, entry.error = Phase.KEPT, judged, None
            self.grid.emit_change()

    def _failed(self, entry: PaperGridRow, row: PaperRow, error: Exception) -> None:
        if entry.row == row and entry.is_open:
            entry.phase, entry.error = Phase.KEPT, error
            self.grid.emit_change()

    def _recorded(self, entry: PaperGridRow, recorded: Recorded) -> None:
        entry.phase, entry.recorded, entry.error = Phase.RECORDED, recorded.visit.tickets, None
        self._done += 1
        self._settle()

    def _not_recorded(self, entry: PaperGridRow, error: Exception) -> None:
        entry.phase = Phase.KEPT
        if isinstance(error, RefusedError):  # the last ticket went meanwhile, or the like
            entry.phase = Phase.KEEPING
            self.save(entry)
        else:
            entry.error = error
        self._settle(failed=1)

    def _settle(self, failed: int = 0) -> None:
        self._under_way -= 1
        self._not_done += failed
        self.grid.emit_change()
        if self._under_way == 0:
            self.finished.emit(self._done, self._not_done)
            self._done = self._not_done = 0
            self._app_status.refresh()

    def _not_read(self, error: Exception) -> None:
        self._read = False
        self.failed.emit(error)


def _nothing() -> None:
    """Runs after all that was queued before."""
