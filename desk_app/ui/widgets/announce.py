"""Announces new content to a screen reader."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.widgets.plain_text import plain


def announce(widget: QWidget, text: str) -> bool:
    """Have a text read out; false, and silence, where the widget is beneath a lock or the like."""
    if widget.isEnabled():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, plain(text)))
    return widget.isEnabled()
