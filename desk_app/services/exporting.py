"""Exports visits and reports to files, written atomically."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from desk_app.services.reporting import ReportService, Row

OnProgress = Callable[[float], None]
"""Receives the part of the work that is done, from 0 to 1."""


def no_progress(_: float) -> None:
    """A progress callback that does nothing."""


class WriteTable(Protocol):
    """Turns rows into the content of a file."""

    def __call__(self, rows: Sequence[Row], *, with_cards: bool, on_progress: OnProgress) -> bytes:
        """The content; card numbers are in it only ``with_cards``."""
        ...


@dataclass(frozen=True, slots=True)
class Extent:
    """The visits to export: by local day, both bounds included; this desk's, or the venue's."""

    first: date | None = None
    last: date | None = None
    all_desks: bool = False


class Export(Protocol):
    """One export. An existing file under its name stays until the new one is complete."""

    def write(self, on_progress: OnProgress) -> int:
        """Export, and wait for it; returns the number of visits.

        Raises ``DeskError``, ``ExportStoppedError`` among them; then nothing half-written is left.
        """
        ...

    def stop(self) -> None:
        """Cancel it, from any thread; ``write`` then ends soon, if it is not done."""
        ...

    def leave(self) -> None:
        """Detach: ``write`` waits no longer, and raises as when it is cancelled."""
        ...


class Exports(Protocol):
    """Writes visits as tables in the background, without blocking the window."""

    def export(self, path: Path, form: str, extent: Extent, *, with_cards: bool) -> Export:
        """An export that has not begun yet. Returns at once."""
        ...


class ExportService:
    """Exports visits; ``sheets`` are the formats by name. Slow: not beside a window."""

    def __init__(
        self,
        reporting: ReportService,
        sheets: Mapping[str, WriteTable],
        put: Callable[[Path, bytes], None],
    ) -> None:
        self._reporting = reporting
        self._sheets = sheets
        self.put = put

    def export(
        self,
        path: Path,
        form: str,
        extent: Extent,
        *,
        with_cards: bool,
        on_progress: OnProgress = no_progress,
    ) -> int:
        """Write visits as a table, replacing a file of that name; returns their number.

        ``on_progress`` hears nothing while they are read: how many there are is not known before.
        Raises ``NotEnrolledError`` or ``FileUnwritableError``, and ``KeyError`` for another format.
        """
        write = self._sheets[form]
        rows = self._reporting.rows(extent.first, extent.last, all_desks=extent.all_desks)
        self.put(path, write(rows, with_cards=with_cards, on_progress=on_progress))
        return len(rows)
