"""The list of rejected operations, under the reasons that they share."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QWidget

from desk_app.ui.widgets.two_line_list import ListRow, TwoLineList

_ADD = QItemSelectionModel.SelectionFlag.Select


class RejectionRows(TwoLineList):
    """Several can be selected: with Shift, Ctrl or Ctrl+A. ``selected`` when others are."""

    selected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._filling = False
        self.selectionModel().selectionChanged.connect(lambda *_: self._emit_selection())

    def show_groups(self, groups: Sequence[tuple[str, Sequence[tuple[UUID, ListRow]]]]) -> None:
        """Show these. What was selected stays so; where all of it went, what took its place is."""
        before, current, place = self.selected_ids(), self.current(), self.currentIndex().row()
        self._filling = True
        self.clear()
        for heading, rows in groups:
            self.add_heading(heading)
            for row_id, row in rows:
                self.add_row(row_id, row)
        places = self.places()
        there = [row_id for row_id in before if row_id in places]
        if current not in places or not there:
            near = min(places, key=lambda row_id: abs(places[row_id] - place), default=None)
            current = there[0] if there else near
        if current is not None:
            self.show_current(current)
            self.select_also(there)
        self._filling = False
        self._emit_selection()

    def _emit_selection(self) -> None:
        if not self._filling:
            self.selected.emit()

    def selected_ids(self) -> tuple[UUID, ...]:
        """What the acts are for, in the order of the list."""
        marked = {index.row() for index in self.selectionModel().selectedIndexes()}
        return tuple(row_id for row_id, row in self.places().items() if row in marked)

    def select_also(self, row_ids: Iterable[UUID]) -> None:
        """Select these beside what is selected."""
        places = self.places()
        for row_id in row_ids:
            self.selectionModel().select(self.model().index(places[row_id], 0), _ADD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select on the way with Shift and the keys that move; Ctrl+A selects all."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif shifted and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            QListView.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)
