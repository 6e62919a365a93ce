"""The one place for messages: it floats above the lower left corner, and moves nothing."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space

_WIDEST_EMS = 36
"""So many letters M: longer lines are hard to read."""


class FloatingMessages(QWidget):
    """Lies over its ``room``, no larger than what is said. It never takes the keyboard."""

    def __init__(self, room: QWidget, *bars: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._bars = bars
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        for bar in bars:
            self._column.addWidget(bar)
            bar.installEventFilter(self)
        room.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the room's size, and what is said."""
        if watched is self._room:
            moved = event.type() is QEvent.Type.Resize
        else:
            moved = event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
        if moved:
            self._settle()
        return False

    def event(self, event: QEvent) -> bool:
        """As above, where a text is longer than before."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return handled

    def _settle(self) -> None:
        said = any(not bar.isHidden() for bar in self._bars)
        self.setVisible(said)
        room = self._room.size()
        em = self.fontMetrics().horizontalAdvance("M")
        width = min(room.width() - 2 * Space.L, _WIDEST_EMS * em)
        if said and width > 0:
            high = min(self._column.totalHeightForWidth(width), room.height() - 2 * Space.M)
            self.setGeometry(Space.L, room.height() - high - Space.M, width, high)
            self.raise_()
