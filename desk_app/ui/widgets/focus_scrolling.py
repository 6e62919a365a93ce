"""Scrolls the focus widget into view, however it got the focus."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

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
    """Let every column around it scroll until all of it is in sight.

    Of a table that is higher than a column it is the current row: a click is not to move it away.
    """
    for around in _columns(now):
        row = _current_row(now)
        too_high = now.height() > around.viewport().height()
        _bring(now, row if row is not None and too_high else now.rect(), around)


def scroll_to_row(view: QAbstractItemView) -> None:
    """Let every column around a table scroll until its current row is in sight."""
    row = _current_row(view)
    if row is not None:
        for around in _columns(view):
            _bring(view, row, around)


def _columns(now: QWidget) -> Iterator[QScrollArea]:
    around = now.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            yield around
        around = around.parentWidget()


def _current_row(now: QWidget) -> QRect | None:
    if not isinstance(now, QAbstractItemView) or not now.currentIndex().isValid():
        return None
    row = now.visualRect(now.currentIndex())
    return row.translated(now.viewport().mapTo(now, QPoint(0, 0)))


def _bring(now: QWidget, part: QRect, around: QScrollArea) -> None:
    """All of the part, its top last; Qt's own way brings no more of a field than its cursor."""
    inner = around.widget()
    if inner is None:
        return
    place = part.translated(now.mapTo(inner, QPoint(0, 0)))
    for edge in (place.bottomLeft(), place.topLeft()):
        around.ensureVisible(edge.x(), edge.y(), 0, Space.S)
