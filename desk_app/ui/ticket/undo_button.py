"""A button that voids a visit, and restores it again."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QMouseEvent

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.widgets.button import Button


class UndoButton(Button):
    """A button as wide as its longest text, so that nothing moves; two quick clicks are one."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("link", icons, "undo")
        self._texts: tuple[str, ...] = ()

    def reserve_width_for(self, *texts: str) -> None:
        """The texts that it may have."""
        if texts != self._texts:
            self._texts = texts
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the widest."""
        metrics, hint = self.fontMetrics(), super().sizeHint()
        widths = [metrics.horizontalAdvance(text) for text in self._texts]
        more = max(widths, default=0) - metrics.horizontalAdvance(self.text())
        return hint + QSize(max(0, more), 0)

    def minimumSizeHint(self) -> QSize:
        """The whole size: nothing of it is cut off."""
        return self.sizeHint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second click of a double click: the first one has done it."""
        event.accept()
