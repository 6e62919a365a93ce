"""What staff do with figures: choose a time, read, and take them along as a file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app.services.exporting import Extent
from desk_app.services.figures import Figures
from desk_app.ui.fittings import Fittings
from desk_app.ui.models.periods import Period, Span, span
from desk_app.ui.tasks import Token


class FigureDeeds(QObject):
    """``changed`` when other figures are in, or none could be read; the last ones stay till then.

    ``written`` bears the file and how many visits are in it, or -1 for a report; ``not_written``
    bears the exception.
    """

    changed = Signal()
    written = Signal(object, int)
    not_written = Signal(object)

    _reading: Token | None = None

    def __init__(self, fittings: Fittings) -> None:
        super().__init__()
        self._fittings = fittings
        self.period = Period.THIS_MONTH
        self.own: Span = (None, None)
        self.all_desks = False
        self.figures: Figures | None = None
        self.trouble: Exception | None = None
        self.writing = False

    def today(self) -> date:
        """The desk's day."""
        return self._fittings.now().astimezone(self._fittings.surroundings.zone).date()

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
        """Ask for other figures; what is not named stays."""
        self.period = period or self.period
        self.own = own or self.own
        self.all_desks = self.all_desks if all_desks is None else all_desks
        self.read()

    def read(self) -> None:
        """Read; a reading under way is let go."""
        if self._reading is not None:
            self._reading.drop()
        (first, last), all_desks = self.span(), self.all_desks
        figuring = self._fittings.counter.figuring
        self._reading = self._fittings.tasks.run(
            lambda: figuring.figures(first, last, all_desks=all_desks), self._read, self._failed
        )

    def export(self, path: Path, form: str, *, with_cards: bool) -> None:
        """Write the visits of these figures as a table."""
        extent = Extent(*self.span(), all_desks=self.all_desks)
        exporting = self._fittings.counter.exporting
        self._write(path, lambda: exporting.export(path, form, extent, with_cards=with_cards))

    def report(self, path: Path, drawn: Callable[[], bytes]) -> None:
        """Write a report; it is drawn on the worker too."""
        exporting = self._fittings.counter.exporting

        def write() -> int:
            exporting.put(path, drawn())
            return -1

        self._write(path, write)

    def _write(self, path: Path, write: Callable[[], int]) -> None:
        self.writing = True

        def done(count: int) -> None:
            self.writing = False
            self.written.emit(path, count)

        def failed(trouble: Exception) -> None:
            self.writing = False
            self.not_written.emit(trouble)

        # Beside the cupboard's worker: a card that is checked meanwhile does not wait behind it.
        self._fittings.tasks.run_outside(write, done, failed)

    def _read(self, figures: Figures) -> None:
        self.figures, self.trouble = figures, None
        self.changed.emit()

    def _failed(self, trouble: Exception) -> None:
        self.figures, self.trouble = None, trouble
        self.changed.emit()
