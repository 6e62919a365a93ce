"""The application's event filter: hands what a person or a scanner does to those who watch it.

Qt asks a filter of the application about every event of every widget, some thousand times for each
card. So there is one, which lets all but keys, the mouse and the like pass at once.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent

_KINDS = frozenset({QInputMethodEvent, QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent})
"""Of these classes they are: to ask an event for its type costs several times as much."""
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class InputFilter(QObject):
    """Asks its event filters in turn, the latest first; each of them may keep the event."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watching: list[QObject] = []

    def add(self, watching: QObject) -> None:
        """Ask this one too."""
        self._watching.insert(0, watching)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where somebody keeps the event."""
        if type(event) not in _KINDS or event.type() not in _INPUT:
            return False
        return any(each.eventFilter(watched, event) for each in self._watching)
