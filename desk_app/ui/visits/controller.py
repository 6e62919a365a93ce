"""Loads pages of the journal, and voids or corrects visits."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.services.ports import JournalEntry
from desk_app.services.recording import Recorded, VisitRequest
from desk_app.services.services import Services
from desk_app.services.visit_pages import VisitLine, VisitQuery
from desk_app.ui.background.tasks import Tasks, Token
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.visits.filter import Filter
from desk_app.ui.visits.visit_rows import VisitRows
from sync.rules.visits import Visit, Void, VoidReason

PAGE = 100
"""Lines that are read at a time."""

Answer = TypeVar("Answer")
Pages = tuple[Sequence[VisitLine], int]


class VisitsController(QObject):
    """Loads and changes visits. ``changed`` on new data; ``error`` is the latest error."""

    changed = Signal()
    undone = Signal()
    corrected = Signal()
    found = Signal(object)
    """The whole of a visit that is to be corrected."""

    def __init__(self, services: Services, tasks: Tasks, app_status: AppStatus) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._app_status = app_status
        self._asked: Token | None = None
        self.rows = VisitRows()
        self.filter = Filter()
        self.total = 0
        self.loading = False
        self.busy = False
        self.error: Exception | None = None
        self.rows.more_needed.connect(self._more)

    def set_filter(self, new_filter: Filter) -> None:
        """Narrow the list, or widen it."""
        if new_filter != self.filter:
            self.filter = new_filter
            self._read(PAGE)

    def refresh(self) -> None:
        """Read again what is in sight: something may have become of it."""
        self._read(max(PAGE, self.rows.rowCount()))

    def undo(self, line: VisitLine, reason: VoidReason) -> None:
        """Take a visit back."""

        def done(void: Void) -> None:
            del void
            self._settled()
            self.undone.emit()

        self._do(lambda: self._services.voiding.void(line.id, reason), done)

    def open(self, line: VisitLine) -> None:
        """Have the whole visit brought, to correct it."""

        def done(entry: JournalEntry | None) -> None:
            self._settled()
            if entry is not None and isinstance(entry.visit, Visit):
                self.found.emit(entry.visit)

        self._do(lambda: self._services.journal.entry(line.id), done)

    def correct(self, visit_id: UUID, asked: VisitRequest) -> None:
        """Replace a visit by a corrected one."""

        def done(recorded: Recorded) -> None:
            del recorded
            self._settled()
            self.corrected.emit()

        self._do(lambda: self._services.correcting.correct(visit_id, asked), done)

    def forget_error(self) -> None:
        """Forget the error: it has been put away, or something else has begun."""
        self.error = None

    def _do(self, action: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        if self.busy:
            return
        self.busy, self.error = True, None
        self._tasks.run(action, done, self._failed)
        self.changed.emit()

    def _settled(self) -> None:
        self.busy = False
        self._app_status.refresh()
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.busy, self.error = False, error
        self.changed.emit()

    def _query(self) -> VisitQuery:
        zone = self._app_status.zone
        return self.filter.query(self._app_status.now().astimezone(zone).date())

    def _read(self, most: int) -> None:
        if self._asked is not None:
            self._asked.drop()
        query, pages = self._query(), self._services.visit_pages
        self.loading = True
        self._asked = self._tasks.run(
            lambda: (pages.page(query, None, most + 1), pages.count(query)),
            lambda read: self._were_read(read, most),
            self._not_read,
        )
        self.changed.emit()

    def _were_read(self, read: Pages, most: int) -> None:
        lines, self.total = read
        self.loading = False
        self.rows.show_pages(lines[:most], more=len(lines) > most)
        self.changed.emit()

    def _more(self) -> None:
        query, pages, after = self._query(), self._services.visit_pages, self.rows.end
        if self._asked is not None:
            self._asked.drop()
        self._asked = self._tasks.run(
            lambda: pages.page(query, after, PAGE + 1),
            lambda lines: self.rows.add_page(lines[:PAGE], more=len(lines) > PAGE),
            self._not_read,
        )

    def _not_read(self, error: Exception) -> None:
        self.loading = False
        self._failed(error)
