"""A chart widget that can be read by keyboard and by screen reader."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.ui.appearance.theme import RADIUS, TYPE, Colours, Space
from desk_app.ui.statistics.breakdown import Bar, Chart
from desk_app.ui.statistics.chart_painter import Ink, chart_height, draw_chart, ink
from desk_app.ui.widgets.announce import announce
from desk_app.ui.widgets.plain_text import plain, tool_tip

_NARROWEST = 12
"""The least width, in lines of text."""


class ChartView(QWidget):
    """Arrow keys move between bars, and each is read out; the wheel is left to the page."""

    def __init__(self, colours: Callable[[], Colours], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._chart: Chart | None = None
        self._current: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_chart(self, chart: Chart) -> None:
        """Show another."""
        self._chart = chart
        self._current = None
        self.setAccessibleName(plain(chart.title))
        self.setAccessibleDescription(plain(chart.text))
        self.updateGeometry()
        self.update()

    def current(self) -> Bar | None:
        """The bar that the keyboard is at."""
        return None if self._chart is None or self._current is None else self._bars[self._current]

    def sizeHint(self) -> QSize:
        """The height that its bars need."""
        height = chart_height(self._chart, self._font()) if self._chart else 0.0
        line = self.fontMetrics().height()
        return QSize(_NARROWEST * line, round(height) + 2 * Space.S)

    def minimumSizeHint(self) -> QSize:
        """The whole size: nothing of it is cut off."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End; all else is the page's."""
        last = len(self._bars) - 1
        at = -1 if self._current is None else self._current
        key = event.key()
        places = {
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Left: max(at, 1) - 1,
            Qt.Key.Key_Up: max(at, 1) - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(key))
        if place is None or last < 0:
            super().keyPressEvent(event)
            return
        self._current = min(place, last)
        text = self._bars[self._current].text
        self.setToolTip(tool_tip(text))
        announce(self, text)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes with the keyboard."""
        super().focusOutEvent(event)
        self._current = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, and a frame while it has the keyboard."""
        del event
        if self._chart is None:
            return
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(Space.S, Space.S, -Space.S, -Space.S)
        draw_chart(painter, inner, self._chart, self._ink(), self._current)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._colours().accent), 2))
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, RADIUS["small"], RADIUS["small"])
        painter.end()

    @property
    def _bars(self) -> tuple[Bar, ...]:
        return self._chart.bars if self._chart else ()

    def _ink(self) -> Ink:
        return ink(self._colours(), self._font())

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * TYPE["small"] / TYPE["body"]))
        return font
