"""The grid's model for entering paper forms: one row for each of the paper's, and an empty one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desk_app.services.paper_entry import JudgedRow, PaperRowState
from desk_app.services.paper_rows import PaperRow
from desk_app.ui.widgets.money import cents, written
from desk_app.ui.widgets.plain_text import tool_tip, unbroken
from desk_app.ui.widgets.printed_day import printed_day
from desk_app.ui.widgets.table_rows import Index
from sync.rules.tickets import KINDS, Tickets


class Cell(StrEnum):
    """A column that is not a kind of ticket; those are named as their kind."""

    NUMBER = "number"
    PRINTED = "printed"
    FEE = "fee"
    VERDICT = "verdict"


CELLS: tuple[str, ...] = (
    Cell.NUMBER,
    Cell.PRINTED,
    *(kind.name for kind in KINDS),
    Cell.FEE,
    Cell.VERDICT,
)
KEYED = CELLS[:-1]
"""The columns that are typed into."""
_TEXTS = (Cell.NUMBER, Cell.PRINTED)
_NOWHERE = QModelIndex()


class Phase(StrEnum):
    """The operation under way on a row."""

    BLANK = "blank"  # the one that waits at the end, and rows that were emptied
    KEEPING = "keeping"  # on its way to the disk and the rules
    KEPT = "kept"
    RECORDING = "recording"
    RECORDED = "recorded"


@dataclass(slots=True)
class PaperGridRow:
    """A row of the grid. ``printed`` and ``fee`` are as they were typed.

    ``error`` is what went wrong.
    """

    row: PaperRow
    phase: Phase = Phase.BLANK
    printed: str = ""
    fee: str = ""
    judged: JudgedRow = field(default_factory=lambda: JudgedRow(PaperRowState.EMPTY))
    error: Exception | None = None
    recorded: Tickets | None = None

    @property
    def is_ready(self) -> bool:
        """Whether it is recorded with all that are ready."""
        return (
            self.phase is Phase.KEPT
            and self.error is None
            and not (self.day_unread or self.fee_unread)
            and self.judged.state is PaperRowState.READY
        )

    @property
    def may_be_recorded(self) -> bool:
        """Whether it can be recorded when somebody asks for this very row."""
        again = self.phase is Phase.KEPT and self.judged.state is PaperRowState.TWICE
        unread = self.day_unread or self.fee_unread
        return self.is_ready or (again and self.error is None and not unread)

    @property
    def day_unread(self) -> bool:
        """Whether something was typed as the printed day that is none."""
        return bool(self.printed.strip()) and printed_day(self.printed) is None

    @property
    def fee_unread(self) -> bool:
        """Whether something was typed as the fee that is no amount."""
        return bool(self.fee.strip()) and cents(self.fee) is None

    @property
    def is_open(self) -> bool:
        """Whether it can still be typed into."""
        return self.phase not in (Phase.RECORDING, Phase.RECORDED)


class PaperGrid(QAbstractTableModel):
    """The rows. ``keyed`` carries the entry that somebody changed; it is to be saved and judged."""

    keyed = Signal(object)
    changed = Signal()
    """A row's state, or the number of ready rows, changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blank: Callable[[], PaperRow] | None = None
        self._entries: list[PaperGridRow] = []
        self._titles: Sequence[str] = ("",) * len(CELLS)
        self._describe: Callable[[PaperGridRow], str] = lambda _: ""

    def set_texts(self, titles: Sequence[str], describe: Callable[[PaperGridRow], str]) -> None:
        """The columns' titles, and how a row's standing is put in words."""
        self._titles, self._describe = titles, describe
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(CELLS) - 1)
        self.emit_change()

    def begin(self, blank: Callable[[], PaperRow] | None) -> None:
        """Set how new rows are made: by ``blank``; ``None`` where none can be entered yet."""
        self._blank = blank
        self.beginResetModel()
        self._entries = [each for each in self._entries if each.phase is not Phase.BLANK]
        if blank is not None:
            self._entries.append(PaperGridRow(blank()))
        self.endResetModel()

    def put(self, kept: Sequence[tuple[PaperRow, JudgedRow]]) -> None:
        """Insert saved rows before all others; a cell that is being typed into stays open."""
        here = {each.row.id for each in self._entries}
        saved = [
            PaperGridRow(row, Phase.KEPT, _written(row.printed), written(row.value_cents), judged)
            for row, judged in kept
            if row.id not in here
        ]
        if saved:
            self.beginInsertRows(_NOWHERE, 0, len(saved) - 1)
            self._entries[:0] = saved
            self.endInsertRows()
        self.changed.emit()

    def entries(self) -> Sequence[PaperGridRow]:
        """All of them, the one that waits included."""
        return tuple(self._entries)

    def entry(self, place: int) -> PaperGridRow | None:
        """The entry in one row."""
        return self._entries[place] if 0 <= place < len(self._entries) else None

    def place(self, row_id: UUID) -> int:
        """The row in which an entry stands; -1 for none."""
        return next((at for at, each in enumerate(self._entries) if each.row.id == row_id), -1)

    def remove(self, entries: Sequence[PaperGridRow]) -> None:
        """Remove rows from the grid."""
        gone = {each.row.id for each in entries}
        self.beginResetModel()
        self._entries = [each for each in self._entries if each.row.id not in gone]
        self._wait_for_more()
        self.endResetModel()
        self.changed.emit()

    def emit_change(self) -> None:
        """Emit the change of rows."""
        if self._entries:
            last = self.index(len(self._entries) - 1, len(CELLS) - 1)
            self.dataChanged.emit(self.index(0, len(CELLS) - 1), last)
        self.changed.emit()

    def fill_number(self, place: int, number: str) -> int:
        """Fill a scan into the current row while it has no number, else a new one."""
        entry = self.entry(place)
        if entry is None or not entry.is_open or entry.row.number.strip():
            place = len(self._entries) - 1
        self.setData(self.index(place, 0), number)
        return place

    # Qt's model interface

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(CELLS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The verdict is read, all else is typed, until it is recorded."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = index.isValid() and CELLS[index.column()] in KEYED
        if typed and self._entries[index.row()].is_open:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The content of a cell; a screen reader hears its column too."""
        if not index.isValid():
            return None
        cell, entry = CELLS[index.column()], self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(entry, cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._describe(entry)) if cell is Cell.VERDICT else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles[index.column()]}: {self._text(entry, cell)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if cell in KEYED and cell not in _TEXTS:
                side = Qt.AlignmentFlag.AlignHCenter
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles across, numbers of rows down: they are the paper's."""
        across = orientation is Qt.Orientation.Horizontal
        if across and section < len(self._titles):
            if role == Qt.ItemDataRole.DisplayRole:
                return unbroken(self._titles[section])
            return self._titles[section] if role == Qt.ItemDataRole.AccessibleTextRole else None
        is_number = not across and role == Qt.ItemDataRole.DisplayRole
        return section + 1 if is_number else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take in what was typed; the same as before is no change."""
        entry = self.entry(index.row())
        if entry is None or role != Qt.ItemDataRole.EditRole or not entry.is_open:
            return False
        cell, text = CELLS[index.column()], str(value).strip()
        if cell not in KEYED or self._text(entry, cell) == text:
            return False
        self._apply_input(entry, cell, text)
        entry.phase, entry.error = Phase.KEEPING, None
        self.dataChanged.emit(index, self.index(index.row(), len(CELLS) - 1))
        if entry is self._entries[-1]:
            self._grow()
        self.keyed.emit(entry)
        self.changed.emit()
        return True

    def _apply_input(self, entry: PaperGridRow, cell: str, text: str) -> None:
        if cell is Cell.NUMBER:
            entry.row = replace(entry.row, number=text)
        elif cell is Cell.PRINTED:
            entry.printed = text
            entry.row = replace(entry.row, printed=printed_day(text))
        elif cell is Cell.FEE:
            entry.fee = text
            entry.row = replace(entry.row, value_cents=cents(text))
        else:
            counts = {name: n for name, n in entry.row.counts.items() if name != cell}
            if text.isdecimal():
                counts[cell] = int(text)
            entry.row = replace(entry.row, counts=counts)

    def _text(self, entry: PaperGridRow, cell: str) -> str:
        if cell is Cell.VERDICT:
            return self._describe(entry)
        if cell is Cell.PRINTED:
            return entry.printed
        if cell is Cell.FEE:
            return entry.fee
        if cell is Cell.NUMBER:
            return entry.row.number
        return str(entry.row.counts.get(cell, ""))

    def _grow(self) -> None:
        if self._blank is not None:
            at = len(self._entries)
            self.beginInsertRows(_NOWHERE, at, at)
            self._entries.append(PaperGridRow(self._blank()))
            self.endInsertRows()

    def _wait_for_more(self) -> None:
        waits = self._entries and self._entries[-1].phase is Phase.BLANK
        if self._blank is not None and not waits:
            self._entries.append(PaperGridRow(self._blank()))


def _written(day: date | None) -> str:
    return "" if day is None else f"{day.day}.{day.month}.{day.year}"
