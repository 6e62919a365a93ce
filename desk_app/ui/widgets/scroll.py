"""A column that scrolls when there is no room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space


def scrolled(inner: QWidget) -> QScrollArea:
    """A frame around ``inner`` that scrolls down, never sideways, and follows the keyboard."""
    scroll = QScrollArea()
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
