"""Detects that nobody has used the window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from desk_app.ui.background.preferences import Preferences

_MINUTE_MS = 60_000
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
"""Events that only a person causes."""


class IdleTimer(QObject):
    """An event filter of the application; emits ``long`` when the chosen time has passed."""

    long = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.long)
        preferences.changed.connect(self.touched)
        self.touched()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Restart the wait on any action of a person."""
        del watched
        if event.type() in TOUCHES:
            self.touched()
        return False

    def touched(self) -> None:
        """Restart the wait: somebody is there, or a card was read."""
        self._timer.start(self._preferences.settings.lock_after_minutes * _MINUTE_MS)
