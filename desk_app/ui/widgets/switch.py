"""An on/off switch that is large enough for touch; a check box to screen readers."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QSizePolicy, QWidget

from desk_app.ui.appearance.theme import TARGET, TYPE

_WIDTH, _HEIGHT, _KNOB = 44, 24, 8
"""The track, and half of the knob, in pixels at text scale 1."""
_TICK = ((-3.5, 0.2), (-0.9, 2.8), (3.8, -2.6))
"""A tick from the knob's middle: what is on is not told by colour alone."""


class Switch(QCheckBox):
    """A switch without a text of its own: its name stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The track with air around it."""
        scale = self._scale()
        return QSize(round(_WIDTH * scale) + 8, max(TARGET, round(_HEIGHT * scale) + 8))

    def hitButton(self, place: object) -> bool:
        """All of it can be pressed."""
        del place
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, knob and tick in the current colours."""
        del event
        palette, scale = QApplication.palette(), self._scale()
        track = QRectF(0, 0, _WIDTH * scale, _HEIGHT * scale)
        track.moveCenter(QRectF(self.rect()).center())
        radius, on = track.height() / 2, self.isChecked()
        accent, line = palette.highlight().color(), palette.placeholderText().color()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            around = track.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(around, radius + 3, radius + 3)
        painter.setPen(QPen(accent if on else line, 1.5))
        painter.setBrush(accent if on else palette.base().color())
        painter.drawRoundedRect(track, radius, radius)
        middle = QPointF(
            track.right() - radius if on else track.left() + radius, track.center().y()
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.highlightedText() if on else line)
        painter.drawEllipse(middle, _KNOB * scale, _KNOB * scale)
        if on:
            painter.setPen(QPen(accent, 1.75 * scale))
            painter.drawPolyline([middle + QPointF(x, y) * scale for x, y in _TICK])
        painter.end()

    def _scale(self) -> float:
        return max(1.0, self.font().pixelSize() / TYPE["body"])
