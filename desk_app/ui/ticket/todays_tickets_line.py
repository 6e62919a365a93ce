"""Tonight's numbers for the current offer, each above what it counts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.ticket.todays_tickets import TodaysTickets
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.responsive_row import stack_if_narrow
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated

_NARROW_EMS = 14
"""Below so many letters M of width there is no room for three side by side."""


class TodaysTicketsLine(Translated, QWidget):
    """This desk, the whole venue, and what is left of the quota."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._todays_tickets: TodaysTickets | None = None
        self._parts = [_Number() for _ in range(3)]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.S)
        for part in self._parts:
            self._row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self._show_numbers()

    def show_todays_tickets(self, todays_tickets: TodaysTickets | None) -> None:
        """Show these; unknown ones are dashes, so that nothing moves."""
        self._todays_tickets = todays_tickets
        self._show_numbers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one below the other in large type."""
        super().resizeEvent(event)
        stack_if_narrow(self._row, self, _NARROW_EMS)

    def _retranslate(self) -> None:
        self._show_numbers()

    def _show_numbers(self) -> None:
        known = self._todays_tickets
        desk, venue, left = self._parts
        desk.set_texts(known.desk if known else None, self.tr("today at this desk"))
        venue.set_texts(known.venue if known else None, self.tr("today at the whole venue"))
        left.set_texts(known.left if known else None, self._left(known))
        left.setVisible(known is not None and known.left is not None)

    def _left(self, known: TodaysTickets | None) -> str:
        """What the number of tickets left counts: those here, where others hold some too."""
        if known is None or known.in_reach is None:
            return self.tr("tickets left")
        return self.tr("tickets left here, {house} in the house").format(house=known.in_reach)


class _Number(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._number: QLabel = label("title")
        self._about = label("small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._about)

    def set_texts(self, number: int | None, about: str) -> None:
        """The number, and what it counts."""
        shown = "-" if number is None else str(number)
        self._number.setText(shown)
        self._number.setAccessibleName(plain(f"{shown} {about}"))
        self._about.setText(about)
