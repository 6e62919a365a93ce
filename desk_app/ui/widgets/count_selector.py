"""A number chosen by one press: 0 1 2 3 … side by side, as one control beside its label."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QSizePolicy, QSpinBox, QWidget

from desk_app.ui.appearance.theme import RADIUS, RING, TARGET
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import restyle

_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_FEWEST, _MOST = 3, 8
"""So many segments at least, however narrow it is, and at most, however broad."""
_EDGE = RING + 1
"""Room around the segments for the ring of what is chosen."""
_AIR = 2
"""A segment is so many lines of its text high."""


def segments(limit: int, count: int, room: int) -> tuple[tuple[int, ...], bool]:
    """The numbers to show where there is room for so many segments; and whether "+" follows.

    Zero and the count are always among them.
    """
    if limit < room:
        return tuple(range(limit + 1)), False
    numbers = list(range(room - 1))
    numbers[-1] = max(numbers[-1], count)
    return tuple(numbers), True


class CountSelector(QSpinBox):
    """Emits ``wanted`` with the number that was pressed; the shown number is set by the owner.

    For screen readers and voice control it is a spin box. It takes arrows when somebody tabs to
    it; digits are a new card number and go past it.
    """

    wanted = Signal(int)
    focused = Signal()
    """The keyboard came here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("count")
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lineEdit().setReadOnly(True)
        self.lineEdit().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lineEdit().hide()
        self._shown, self._limit, self._reach = 0, 1, 1
        self._chosen = self._compact = False
        self._under = -1
        self.valueChanged.connect(self._changed)

    def show_count(self, name: str, count: int, most: int, limit: int, *, chosen: bool) -> None:
        """Show a count that may go from 0 up to ``most`` now, and to ``limit`` at other times."""
        self.setAccessibleName(plain(name))
        resized = limit != self._limit
        self._shown, self._limit, self._reach, self._chosen = count, limit, most, chosen
        with QSignalBlocker(self):
            self.setRange(0, max(most, count))
            self.setValue(count)
        if resized:
            self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state, not an option
        """No higher than a thumb needs, whatever the size of the text."""
        if compact != self._compact:
            self._compact = compact
            restyle(self, "compact", "true" if compact else "false")
            self.updateGeometry()

    def places(self) -> Sequence[tuple[str, int, QRect]]:
        """Each segment: what it says, the number that it gives, and where it is."""
        side, high = self._side(), self.height() - 2 * _EDGE
        room = max(_FEWEST, min(_MOST, (self.width() - 2 * _EDGE) // side))
        numbers, more = segments(self._limit, self._shown, room)
        choices = [(str(number), number) for number in numbers]
        if more:
            choices.append(("+", min(self._limit, self._shown + 1)))
        return [
            (text, number, QRect(_EDGE + place * side, _EDGE, side, high))
            for place, (text, number) in enumerate(choices)
        ]

    def sizeHint(self) -> QSize:
        """All segments."""
        side = self._side()
        return QSize(min(_MOST, self._limit + 1) * side, side) + QSize(2 * _EDGE, 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """The fewest."""
        side = self._side()
        fewest = min(_FEWEST, self._limit + 1)
        return QSize(fewest * side + 2 * _EDGE, side + 2 * _EDGE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The number under the pointer is wanted."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        found = self._at(event.position().toPoint())
        if found is not None and found != self._shown:
            self.wanted.emit(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick presses are two."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint what is under the pointer."""
        self._point(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer."""
        super().leaveEvent(event)
        self._point(QPoint(-1, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past it changes nothing."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step; every other key is the page's."""
        if event.key() in _ARROWS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """The segments follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One frame, its numbers, the count filled, and a ring around what the keys act on."""
        del event
        palette, places = QApplication.palette(), self.places()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = places[0][2].united(places[-1][2])
        radius = RADIUS["small"]
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.setBrush(palette.base())
        painter.drawRoundedRect(QRectF(around).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        for text, number, place in places:
            self._segment(painter, palette, text, number, place)
        if self._chosen or self.hasFocus():
            painter.setPen(QPen(palette.highlight().color(), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(around).adjusted(-1.5, -1.5, 1.5, 1.5)
            painter.drawRoundedRect(ring, radius + 2, radius + 2)
        painter.end()

    def _segment(
        self, painter: QPainter, palette: QPalette, text: str, number: int, place: QRect
    ) -> None:
        is_count = text != "+" and number == self._shown
        font = self.font()
        font.setBold(is_count)
        painter.setFont(font)
        inside = QRectF(place).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_count and number:
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(inside, RADIUS["small"] - 2, RADIUS["small"] - 2)
            painter.setPen(palette.highlightedText().color())
        elif is_count:
            painter.setBrush(palette.midlight())
            painter.drawRoundedRect(inside, RADIUS["small"] - 2, RADIUS["small"] - 2)
            painter.setPen(palette.highlight().color())
        elif number > self._reach or number == self._shown:
            painter.setPen(palette.placeholderText().color())
        else:
            if number == self._under:
                painter.setBrush(palette.alternateBase())
                painter.drawRoundedRect(inside, RADIUS["small"] - 2, RADIUS["small"] - 2)
            painter.setPen(palette.text().color())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _side(self) -> int:
        grown = TARGET if self._compact else round(_AIR * self.fontMetrics().height())
        return max(TARGET, grown)

    def _at(self, point: QPoint) -> int | None:
        found = (number for _, number, place in self.places() if place.contains(point))
        return next((number for number in found if number <= self._reach), None)

    def _point(self, point: QPoint) -> None:
        found = self._at(point)
        under = -1 if found is None else found
        if under != self._under:
            self._under = under
            self.update()

    def _changed(self, count: int) -> None:
        with QSignalBlocker(self):
            self.setValue(self._shown)  # until it is so
        self.wanted.emit(count)
