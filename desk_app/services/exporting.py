"""Exporting: visits and reports as files for others, whole on the disk or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from desk_app.services.reporting import Reporting, Row


class WriteSheet(Protocol):
    """Turns rows into the content of a file."""

    def __call__(self, rows: Sequence[Row], *, with_cards: bool) -> bytes:
        """The content; card numbers are in it only ``with_cards``."""
        ...


@dataclass(frozen=True, slots=True)
class Extent:
    """Which visits: by local day, both bounds included; this desk's, or the venue's."""

    first: date | None = None
    last: date | None = None
    all_desks: bool = False


class Exporting:
    """``sheets`` are the formats by name. Slow for a season of visits, and beside all else."""

    def __init__(
        self,
        reporting: Reporting,
        sheets: Mapping[str, WriteSheet],
        put: Callable[[Path, bytes], None],
    ) -> None:
        self._reporting = reporting
        self._sheets = sheets
        self.put = put

    def export(self, path: Path, form: str, extent: Extent, *, with_cards: bool) -> int:
        """Write visits as a table, in place of a file of that name; how many there are.

        Raises ``NotEnrolledError`` or ``FileUnwritableError``, and ``KeyError`` for another format.
        """
        write = self._sheets[form]
        rows = self._reporting.rows(extent.first, extent.last, all_desks=extent.all_desks)
        self.put(path, write(rows, with_cards=with_cards))
        return len(rows)
