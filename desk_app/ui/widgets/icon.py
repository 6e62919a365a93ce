"""An icon as a label, in the text colour of its surrounding widget."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import GROWTH, TYPE

_TINT = 0.12
"""The share of the icon's colour in the disc around it."""


class IconLabel(QLabel):
    """Decoration: its meaning is always written beside it."""

    def __init__(
        self,
        icons: Icons,
        name: str,
        side: int = 24,
        *,
        round_it: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = name
        self._side = side
        self._round = round_it
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        if name != self._name:
            self._name = name
            self.update()

    def sizeHint(self) -> QSize:
        """The icon's own size."""
        side = 2 * self._grown if self._round else self._grown
        return QSize(side, side)

    @property
    def _grown(self) -> int:
        """The side at the current text size; a disc, which is large already, grows less."""
        more = max(0.0, self.font().pixelSize() / TYPE["body"] - 1)
        return round(self._side * (1 + more * (GROWTH["headline"] if self._round else 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the current text colour."""
        del event
        colour = self.palette().color(self.foregroundRole())
        side = self._grown
        pixmap = self._icons.pixmap(self._name, colour, side, self.devicePixelRatioF())
        painter = QPainter(self)
        if self._round:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            tint = QColor(colour)
            tint.setAlphaF(_TINT)
            painter.setBrush(tint)
            painter.drawEllipse(self.rect())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, pixmap)
        painter.end()
