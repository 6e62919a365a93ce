"""A dot for each step of the first start: those behind, the one here, and those to come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

_ACROSS, _APART = 10, 8


class StepDots(QWidget):
    """Decoration: the words beside it say the same."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._at = count, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, at: int) -> None:
        """The step that one is at."""
        self._at = at
        self.update()

    def sizeHint(self) -> QSize:
        """All dots, and a longer one for the step that one is at."""
        return QSize(self._count * (_ACROSS + _APART) + _ACROSS, _ACROSS + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled up to here; the one here is longer."""
        del event
        palette = QApplication.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 1.0
        for place in range(self._count):
            wide = 2 * _ACROSS if place == self._at else _ACROSS
            done = place <= self._at
            colour = palette.highlight().color() if done else palette.mid().color()
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(palette.highlight() if done else Qt.BrushStyle.NoBrush)
            radius = _ACROSS / 2
            painter.drawRoundedRect(QRectF(left, 2, wide, _ACROSS), radius, radius)
            left += wide + _APART
        painter.end()
