"""Reads statistics for a period, and exports them to a file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app.services.errors import ExportStoppedError
from desk_app.services.exporting import Export, Extent, OnProgress
from desk_app.services.statistics import Statistics
from desk_app.ui.background.tasks import Token
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.widgets.chosen_periods import Period, Span, span


class StatisticsController(QObject):
    """Reads and exports. ``changed`` on new statistics or an error; old ones stay till then.

    ``written`` carries the file and how many visits are in it, or -1 for a report; ``not_written``
    carries the exception. ``came_along`` carries the progress, from 0 to 1.
    """

    changed = Signal()
    came_along = Signal(float)
    written = Signal(object, int)
    not_written = Signal(object)

    _reading: Token | None = None

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.period = Period.THIS_MONTH
        self.own: Span = (None, None)
        self.all_desks = False
        self.statistics: Statistics | None = None
        self.error: Exception | None = None
        self.under_way: Export | None = None

    @property
    def writing(self) -> bool:
        """Whether a file is being written."""
        return self.under_way is not None

    def today(self) -> date:
        """The desk's day."""
        return self._context.now().astimezone(self._context.app_status.zone).date()

    def span(self) -> Span:
        """The days that are asked for."""
        return self.own if self.period is Period.OWN else span(self.period, self.today())

    def choose(
        self,
        *,
        period: Period | None = None,
        own: Span | None = None,
        all_desks: bool | None = None,
    ) -> None:
        """Ask for other statistics; what is not named stays."""
        self.period = period or self.period
        self.own = own or self.own
        self.all_desks = self.all_desks if all_desks is None else all_desks
        self.read()

    def read(self) -> None:
        """Read; a reading under way is let go."""
        if self._reading is not None:
            self._reading.drop()
        (first, last), all_desks = self.span(), self.all_desks
        service, tasks = self._context.services.statistics, self._context.tasks

        def read(_: None) -> None:
            self._reading = tasks.run_outside(
                lambda: service.compute(first, last, all_desks=all_desks),
                self._read,
                self._failed,
            )

        # Behind what is being recorded, but then beside the store's worker: years of visits
        # take a moment, and a card that is checked meanwhile does not wait for them.
        self._reading = tasks.run(lambda: None, read, self._failed)

    def export(self, path: Path, form: str, *, with_cards: bool) -> None:
        """Write the visits of these statistics as a table."""
        extent = Extent(*self.span(), all_desks=self.all_desks)
        exports = self._context.exports
        self._write(path, exports.export(path, form, extent, with_cards=with_cards))

    def report(self, path: Path, drawn: Callable[[], bytes]) -> None:
        """Write a report; it is drawn on the worker too."""
        put = self._context.services.exporting.put
        self._write(path, _ReportExport(drawn, lambda content: put(path, content)))

    def stop(self) -> None:
        """The file that is being written is not wanted any more."""
        if self.under_way is not None:
            self.under_way.stop()

    def _write(self, path: Path, export: Export) -> None:
        tasks = self._context.tasks
        self.under_way = export

        def on_progress(part: float) -> None:
            tasks.report(lambda: self.came_along.emit(part))

        def done(count: int) -> None:
            self.under_way = None
            self.written.emit(path, count)

        def failed(error: Exception) -> None:
            self.under_way = None
            self.not_written.emit(error)

        # Beside the store's worker: a card that is checked meanwhile does not wait behind it.
        tasks.run_outside(lambda: export.write(on_progress), done, failed, export.leave)

    def _read(self, statistics: Statistics) -> None:
        self.statistics, self.error = statistics, None
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self.statistics, self.error = None, error
        self.changed.emit()


class _ReportExport:
    """An ``Export`` that is drawn in this process: there are few sums, however many visits."""

    def __init__(self, drawn: Callable[[], bytes], put: Callable[[bytes], None]) -> None:
        self._drawn = drawn
        self._put = put
        self._stopped = False

    def write(self, on_progress: OnProgress) -> int:
        """Draw, and put it in its place; -1, since it holds no visits."""
        del on_progress  # it is too quick to tell
        content = self._drawn()
        if self._stopped:
            raise ExportStoppedError
        self._put(content)
        return -1

    def stop(self) -> None:
        """Draw to the end, and throw it away."""
        self._stopped = True

    def leave(self) -> None:
        """Leave the export to end by itself, which is soon."""
