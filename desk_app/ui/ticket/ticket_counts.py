"""The numbers of tickets of each kind: a label and its numbers on each line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.ticket.verdict_view import TicketRow
from desk_app.ui.widgets.count_selector import CountSelector
from desk_app.ui.widgets.styling import label
from sync.rules.tickets import TicketKind


class TicketCounts(QWidget):
    """Emits ``counted`` with a kind and the number wanted, ``chosen`` with the kind tabbed to."""

    counted = Signal(object, int)
    chosen = Signal(object)
    selectors: dict[TicketKind, CountSelector]
    names: dict[TicketKind, QLabel]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selectors, self.names = {}, {}
        self._compact = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(2, 1)

    def show_rows(self, rows: tuple[TicketRow, ...]) -> None:
        """Show these kinds, in this order."""
        if rows and tuple(each.row for each in rows) != tuple(self.selectors):
            self._build(rows)  # the next card has the same kinds most of the time
        for each in rows:
            self.names[each.row].setText(each.name)
            self.selectors[each.row].show_count(
                each.name, each.count, each.most, each.limit, chosen=each.chosen
            )
        self.setVisible(bool(rows))

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state, not an option
        """No higher than a thumb needs."""
        if compact == self._compact:  # anything said to a layout has it lay out all anew
            return
        self._compact = compact
        for selector in self.selectors.values():
            selector.set_compact(compact)
        self._grid.setVerticalSpacing(0 if compact else Space.XS)

    def _build(self, rows: tuple[TicketRow, ...]) -> None:
        for old in (*self.selectors.values(), *self.names.values()):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.selectors, self.names = {}, {}
        for place, each in enumerate(rows):
            name, selector = label("kind", wrap=True), CountSelector()
            selector.set_compact(self._compact)
            selector.wanted.connect(lambda number, row=each.row: self.counted.emit(row, number))
            selector.focused.connect(lambda row=each.row: self.chosen.emit(row))
            name.setBuddy(selector)
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(selector, place, 1, Qt.AlignmentFlag.AlignLeft)
            self.names[each.row], self.selectors[each.row] = name, selector
            name.show()  # now, not with the next event
            selector.show()
