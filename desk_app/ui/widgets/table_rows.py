"""A table model over plain values: what each column shows of a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desk_app.ui.widgets.plain_text import plain, tool_tip
from sync.rules.formulas import no_formula

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
DOT = 10
"""Pixels across."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column. ``text`` is what it shows of a row.

    A ``number`` stands at the right. ``wide`` columns share what the others leave. A ``dot`` before
    the text says the same as the text, in a colour.
    """

    title: str
    text: Callable[[T], str]
    number: bool = False
    wide: bool = False
    dot: Callable[[T], QColor] | None = None


class Rows(QAbstractTableModel, Generic[T]):
    """All rows in memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column[T]] = ()
        self._rows: list[T] = []

    @property
    def columns(self) -> Sequence[Column[T]]:
        """The columns as shown."""
        return self._columns

    def show_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show these columns: at the start, and in another language."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these rows, in this order."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> T | None:
        """The value of one row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, meant: Callable[[T], bool]) -> int | None:
        """The place of the first row that matches."""
        return next((place for place, row in enumerate(self._rows) if meant(row)), None)

    def tabbed(self, places: Sequence[int] | None = None) -> str:
        """Titles and rows as lines of tabs, as spreadsheets paste them; all rows or some.

        A text that would be a formula there gets an apostrophe before it.
        """
        rows = self._rows if places is None else [self._rows[place] for place in places]
        lines = [[column.title for column in self._columns]]
        lines += [[_pasted(column.text(row)) for column in self._columns] for row in rows]
        return "".join("\t".join(line) + "\n" for line in lines)

    def texts(self, place: int, most: int) -> list[str]:
        """The texts of a column in the first rows."""
        text = self._columns[place].text
        return [text(row) for row in self._rows[:most]]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text and side of a cell; screen readers hear the column's title with it."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        text = plain(column.text(self._rows[index.row()]))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                value: object = text
            case Qt.ItemDataRole.ToolTipRole:
                value = tool_tip(text)
            case Qt.ItemDataRole.AccessibleTextRole:
                value = f"{column.title}: {text}"
            case Qt.ItemDataRole.TextAlignmentRole:
                value = _side(column)
            case Qt.ItemDataRole.DecorationRole if column.dot is not None:
                value = dot_of(column.dot(self._rows[index.row()]).name())
            case _:
                value = None
        return value

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Titles of columns; rows have none."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return _side(self._columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None


@lru_cache(maxsize=32)
def dot_of(colour: str) -> QPixmap:
    """A dot of this colour; words say the same beside it."""
    side = 2 * DOT  # enlarged screens have finer ones
    drawn = QPixmap(side, side)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(0, 0, DOT, DOT)
    painter.end()
    return drawn


def _pasted(text: str) -> str:
    return no_formula(" ".join(text.split()))


def _side(column: Column[Any]) -> int:
    across = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return int(across | Qt.AlignmentFlag.AlignVCenter)
