"""The table for entering paper forms: typing opens a cell, Tab and Enter move on."""

import math

from PySide6.QtCore import QEvent, QObject, QRect, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk_app.ui.appearance.theme import TARGET, TYPE, Space
from desk_app.ui.paper_forms.grid import CELLS, KEYED, Cell, PaperGrid
from desk_app.ui.widgets.table_rows import Index

_ALLOWED: dict[str, str] = {
    Cell.NUMBER: r"[\p{L}\p{N} \-]{0,40}",
    Cell.PRINTED: r"[0-9.\-/ ]{0,10}",
    Cell.FEE: r"[0-9., €]{0,10}",
}
_COUNT = r"[0-9]{0,3}"
_WIDTHS: dict[str, int] = {Cell.NUMBER: 10, Cell.PRINTED: 7, Cell.FEE: 5, Cell.VERDICT: 12}
"""The least widths in letters M; a column is at least as wide as its title's longest word."""
_LEAST_ROWS = 2
_TALLEST = 10_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaperTable(QTableView):
    """The table. ``moved`` when another row is current; ``record_wanted`` on Ctrl+Enter."""

    moved = Signal()
    record_wanted = Signal()

    def __init__(self, grid: PaperGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._grid = grid
        self.setModel(grid)
        self.setItemDelegate(_Cells(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.CurrentChanged
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(
            wrapped | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        grid.rowsInserted.connect(self._make_room)
        grid.modelReset.connect(self._lay_out)
        grid.modelReset.connect(self._go_on)
        grid.headerDataChanged.connect(lambda *_: self._lay_out())

    def show_fee(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether there is a column for the fee."""
        self.setColumnHidden(CELLS.index(Cell.FEE), not shown)

    def row(self) -> int:
        """The current row; -1 where there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int, cell: str = Cell.NUMBER) -> None:
        """Go to a cell and type there."""
        index = self._grid.index(row, CELLS.index(cell))
        if index.isValid():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(index)  # which opens the cell, unless it was current before
            self.scrollTo(index)
            is_open = self.indexWidget(index) is not None
            if not is_open and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)

    def go_to_end(self) -> None:
        """Go to the row that waits for a number."""
        self.go_to(self._grid.rowCount() - 1)

    def finish(self) -> None:
        """Take in what is being typed, and close its cell."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def next_row(self) -> None:
        """Take in what is being typed, and go to the number of the next row."""
        self.finish()
        self.go_to(min(self.row() + 1, self._grid.rowCount() - 1))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next cell that can be typed into."""
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint == hints.EditNextItem:
            self._step(1)
        elif hint == hints.EditPreviousItem:
            self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys while no cell is open; what is left over is the page's."""
        key = event.key()
        if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.next_row()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor at the end when the field is reached by Tab."""
        super().focusInEvent(event)
        tabbed = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in tabbed and not self.currentIndex().isValid():
            self.go_to_end()

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._lay_out()

    def _make_room(self) -> None:
        """Rows came, perhaps before the one that has the keyboard: it stays in sight."""
        self._lay_out()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _go_on(self) -> None:
        """Rows came or went under the keyboard: the next number has a row to go to."""
        if self.hasFocus() and not self.currentIndex().isValid():
            self.go_to_end()

    def _step(self, by: int) -> None:
        index = self.currentIndex()
        cells = [cell for at, cell in enumerate(KEYED) if not self.isColumnHidden(at)]
        cell = CELLS[index.column()]
        at = cells.index(cell) if cell in cells else len(cells) - 1
        last = self._grid.rowCount() * len(cells) - 1
        place = index.row() * len(cells) + at + by
        row, column = divmod(min(max(place, 0), last), len(cells))
        self.go_to(row, cells[column])

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        letter = metrics.horizontalAdvance("M")
        high = max(TARGET + 1, metrics.height() + 2 * Space.M)  # with the line below it
        self.verticalHeader().setDefaultSectionSize(high)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        small = TYPE["small"] / TYPE["body"]
        highest = 0
        for place, cell in enumerate(CELLS):
            title = str(self._grid.headerData(place, Qt.Orientation.Horizontal) or "")
            words = title.split(" ")  # a no-break space keeps two of them together
            longest = round(max(map(metrics.horizontalAdvance, words)) * small)
            width = max(longest + 2 * Space.M, letter * _WIDTHS.get(cell, 0))
            self.setColumnWidth(place, width)
            within = QRect(0, 0, math.ceil((width - 2 * Space.M) / small), _TALLEST)
            titled = metrics.boundingRect(within, Qt.TextFlag.TextWordWrap, title)
            highest = max(highest, math.ceil(titled.height() * small))
        header.setFixedHeight(highest + 2 * Space.S)
        header.setStretchLastSection(True)
        lines = header.height() + _LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(lines)


class _Cells(QStyledItemDelegate):
    """Editors that accept only valid characters."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A bare field in the cell's place."""
        del option
        field = QLineEdit(parent)
        field.setObjectName("cell")
        cell = CELLS[index.column()]
        allowed = QRegularExpression(_ALLOWED.get(cell, _COUNT))
        field.setValidator(QRegularExpressionValidator(allowed, field))
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        field.setAccessibleName(f"{title} {index.row() + 1}")
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """All of the cell."""
        del index
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Change the row with up and down; Enter begins the next, Ctrl+Enter records this one."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and pressed and self._leave(event):
            return True
        return super().eventFilter(watched, event)

    def _leave(self, event: QKeyEvent) -> bool:
        table = self.parent()
        if not isinstance(table, PaperTable):
            return False
        key, steps = event.key(), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            row, cell = table.row() + steps[Qt.Key(key)], CELLS[table.currentIndex().column()]
            table.finish()
            table.go_to(min(max(row, 0), table.model().rowCount() - 1), cell)
            return True
        if key not in _ENTER:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            table.finish()
            table.record_wanted.emit()
        elif not event.isAutoRepeat():
            table.next_row()
        return True
