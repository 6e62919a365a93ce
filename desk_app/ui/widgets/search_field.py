"""A search field with an icon and a clear button; Escape clears it too."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import TARGET, TYPE, Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.translated import Translated

_PAUSE_MS = 120
"""A search begins when the typing pauses, not at every letter."""
_ICON = 18


class SearchField(Translated, QLineEdit):
    """Emits ``searched`` with the words, a moment after they were typed."""

    searched = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._empty = Button("quiet", icons, "close", self)  # Qt's own is too small to hit
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setVisible(False)
        self._empty.clicked.connect(self.clear)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self._put_off = False
        self.textChanged.connect(lambda _: self._pause.start())
        self.textChanged.connect(self._make_room)
        self._retranslate()

    def set_texts(self, what: str) -> None:
        """Set the placeholder, which is the name for screen readers too."""
        self.setPlaceholderText(what)
        self.setAccessibleName(what)

    def hideEvent(self, event: QHideEvent) -> None:
        """Drop a search that was put off: nobody waits for it, and the window may be closing."""
        super().hideEvent(event)
        self._put_off = self._pause.isActive()
        self._pause.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """A search that was put off is made now."""
        super().showEvent(event)
        if self._put_off:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field first; in an empty one it is the page's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Room for the glass, which follows the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way to empty it keeps to its end."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glass too: one that Qt draws stays small in large type."""
        super().paintEvent(event)
        colour, side = self.palette().placeholderText().color(), self._side
        glass = self._icons.pixmap("search", colour, side, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(Space.M, (self.height() - side) // 2, glass)
        painter.end()

    def _make_room(self) -> None:
        side = max(TARGET, self.height())
        self._empty.resize(side, side)  # the style sheet may want it wider
        self._empty.move(self.width() - self._empty.width(), (self.height() - side) // 2)
        self._empty.setVisible(bool(self.text()))
        behind = self._empty.width() - Space.M if self.text() else 0
        self.setTextMargins(self._side + Space.XS, 0, behind, 0)

    def _retranslate(self) -> None:
        self._empty.setAccessibleName(self.tr("Clear search"))
        self._empty.setToolTip(self.tr("Clear search"))

    @property
    def _side(self) -> int:
        return round(_ICON * max(1.0, self.font().pixelSize() / TYPE["body"]))
