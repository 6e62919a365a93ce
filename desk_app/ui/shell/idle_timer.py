"""Detects that nobody has used the window for a while."""

from collections.abc import Callable

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
    """An event filter of the application; emits ``long`` when the chosen time has passed.

    ``clock`` gives milliseconds, those included for which the machine slept: a timer does not count
    them, so that opening the lid hours later locks the window too.
    """

    long = Signal()

    def __init__(
        self,
        preferences: Preferences,
        clock: Callable[[], float],
        is_locked: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._is_locked = is_locked
        self._preferences = preferences
        self._clock = clock
        self._touched_at = clock()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.long)
        preferences.changed.connect(self.touched)
        self.touched()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Restart the wait on any action of a person; one that makes it lock does nothing else."""
        del watched
        if event.type() not in TOUCHES:
            return False
        was_locked = self._is_locked()
        if self._clock() - self._touched_at > self._longest_ms:
            self.long.emit()
        self.touched()
        return self._is_locked() and not was_locked

    def touched(self) -> None:
        """Restart the wait: somebody is there, or a card was read."""
        self._touched_at = self._clock()
        self._timer.start(self._longest_ms)

    @property
    def _longest_ms(self) -> int:
        return self._preferences.settings.lock_after_minutes * _MINUTE_MS
