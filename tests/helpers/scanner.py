"""A scanner at a window in this process, whose keys come at its own pace.

Keys that ``QTest`` sends have no time: the window takes the time at which it comes to them, and on
a busy machine that may be a hand's.
"""

import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_APART_MS = 8


def scan_into(widget: QWidget, number: str) -> None:
    """Send a number of letters and digits, and Enter, as the window system tells them."""
    keys = [(Qt.Key(ord(each)), each) for each in number]
    began = round(time.monotonic() * 1000)
    for place, (key, text) in enumerate([*keys, (Qt.Key.Key_Return, "\r")]):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(began + place * _APART_MS)
            QApplication.sendEvent(widget, event)
