"""The one place for messages: it floats at the lower edge, moves nothing, and covers no control."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.appearance.theme import Space

_WIDEST_EMS = 36
"""So many letters M: longer lines are hard to read."""
_CONTROLS = (QAbstractButton, QAbstractSpinBox, QLineEdit)
_STEP = 16
"""Pixels between two places that it may have."""
_LOOK_AGAIN_MS = 400
"""While something is said: controls come and go beneath it."""


class FloatingMessages(QWidget):
    """Lies over its ``room``, no larger than what is said. It never takes the keyboard.

    Its place is the lower left corner; where a control is there, the lower right one, or the lowest
    place at either edge that covers the least. While the pointer is at it, it stays.
    """

    def __init__(self, room: QWidget, *bars: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._bars = bars
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._look_again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._make_way)
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
        """Place the messages again where a text is longer than before."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return handled

    def _settle(self) -> None:
        any_shown = any(not bar.isHidden() for bar in self._bars)
        self.setVisible(any_shown)
        if not any_shown:
            self._look_again.stop()
            return
        room = self._room.size()
        em = self.fontMetrics().horizontalAdvance("M")
        width = min(room.width() - 2 * Space.L, _WIDEST_EMS * em)
        if width > 0:
            high = min(self._column.totalHeightForWidth(width), room.height() - 2 * Space.M)
            self.setGeometry(self._freest(QSize(width, high)))
            self.raise_()
            self._look_again.start()

    def _make_way(self) -> None:
        covers = any(self.geometry().intersects(each) for each in self._parts(*_CONTROLS))
        if covers and not self.underMouse():
            self.setGeometry(self._freest(self.size()))

    def _freest(self, size: QSize) -> QRect:
        """The place that covers the fewest controls: the lowest, and there the fewest words."""
        controls = list(self._parts(*_CONTROLS))
        words = list(self._parts(QLabel))
        places = list(self._places(size))
        low = places[0].top()

        def cost(place: QRect) -> tuple[int, int, int]:
            return (
                sum(place.intersects(each) for each in controls),
                low - place.top(),
                sum(place.intersects(each) for each in words),
            )

        return min(places, key=cost)

    def _places(self, size: QSize) -> Iterator[QRect]:
        """Both lower corners, then higher and higher at the same edges."""
        room = self._room.size()
        low = room.height() - size.height() - Space.M
        for y in range(low, Space.M - 1, -_STEP):
            for x in (Space.L, room.width() - size.width() - Space.L):
                yield QRect(QPoint(x, y), size)

    def _parts(self, *kinds: type[QWidget]) -> Iterator[QRect]:
        """Where parts of these kinds are in sight."""
        for each in chain.from_iterable(map(self._room.findChildren, kinds)):
            if not each.isVisible() or self.isAncestorOf(each):
                continue
            if isinstance(each, QLabel) and not each.text():
                continue
            seen = each.visibleRegion().boundingRect()
            if not seen.isEmpty():
                yield QRect(each.mapTo(self._room, seen.topLeft()), seen.size())
