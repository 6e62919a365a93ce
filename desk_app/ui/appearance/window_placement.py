"""Places a window on a screen, never larger than its free area."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

_ROOMY = QSize(1280, 800)
"""On a smaller screen the window takes all of it."""
_TITLE_BAR = 40
"""Pixels for the frame that the system draws around the window, about."""


def fills_screen(free: QRect) -> bool:
    """Whether the screen is so small that a window takes all that is free."""
    return free.width() < _ROOMY.width() or free.height() < _ROOMY.height()


def within(free: QRect, wanted: QRect) -> QRect:
    """The free part of the ``wanted`` place, moved so that it is wholly visible."""
    room = free.adjusted(0, _TITLE_BAR, 0, 0)
    size = wanted.size().boundedTo(room.size())
    left = max(room.left(), min(wanted.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(wanted.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def show_within_screen(window: QWidget) -> None:
    """Show a window for the first time."""
    free = window.screen().availableGeometry()
    if not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(within(free, window.geometry()))
        if fills_screen(free):
            window.showMaximized()
            return
    window.show()
