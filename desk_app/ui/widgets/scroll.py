"""A column that scrolls when there is no room for all of it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.focus_scrolling import bring_into_sight


class _Column(QScrollArea):
    """What has the keyboard stays in sight when the room for the column becomes less."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Once what is in it has found its place."""
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            QTimer.singleShot(0, focus, lambda: bring_into_sight(focus))


def scrolled(inner: QWidget) -> QScrollArea:
    """A frame around ``inner`` that scrolls down, never sideways, and follows the keyboard."""
    scroll = _Column()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inner)
    return scroll


def scrolled_above(form: QWidget, acts: QWidget) -> QWidget:
    """A form that scrolls, above buttons that stay in sight."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    column.addWidget(scrolled(form), 1)
    column.addWidget(acts)
    return both
