"""Scrolls the focus widget into view, however it got the focus."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desk_app.ui.appearance.theme import Space


class FocusScrolling(QObject):
    """Qt's own scroll areas follow the Tab key, and nothing else."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Once what came or went with the focus has found its place."""
        del before
        if now is not None:
            QTimer.singleShot(0, now, lambda: self._show(now))

    @staticmethod
    def _show(now: QWidget) -> None:
        scroll_to(now)


def scroll_to(now: QWidget) -> None:
    """Let every column around it scroll until all of it is in sight."""
    around = now.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            _bring(now, around)
        around = around.parentWidget()


def _bring(now: QWidget, around: QScrollArea) -> None:
    """All of it, its top last; Qt's own way brings no more of a field than its cursor."""
    inner = around.widget()
    if inner is None:
        return
    place = QRect(now.mapTo(inner, QPoint(0, 0)), now.size())
    for edge in (place.bottomLeft(), place.topLeft()):
        around.ensureVisible(edge.x(), edge.y(), 0, Space.S)
