"""Times of key presses, and quiet periods, also for a program that stalled.

A stalled program receives many keys at once. The window system tells when each was pressed; that
none came meanwhile is known only after the program has listened for a while.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

_BELIEVED_MS = 5_000.0
"""The window system's clock may say so much more than ours between two keys: we were that late."""
_STILL_MS = 50.0
"""A clock that gives two keys the same millisecond, so long apart, does not run."""


class KeyTimes:
    """Times of keys in milliseconds; only differences between them have a meaning."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last_at = clock()
        self._stamp = 0
        self._at = self._last_at

    def of(self, event: QKeyEvent | None) -> float:
        """When the key was pressed; an event without a time (``None``) counts as now."""
        seen, stamp = self._clock(), event.timestamp() if event is not None else 0
        passed = seen - self._last_at
        stamped = stamp - self._stamp
        stands_still = stamped == 0 and passed > _STILL_MS
        if stamp and self._stamp and 0 <= stamped <= passed + _BELIEVED_MS and not stands_still:
            passed = stamped
        self._last_at, self._stamp = seen, stamp
        self._at += passed
        return self._at


class QuietTimer(QObject):
    """Waits until no key came for long enough; a stall of the program counts as a moment."""

    over = Signal()

    TICK_MS = 15
    _LATE_MS = 3 * TICK_MS
    """After a tick as late as this there may be keys that the program has not come to yet."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._needed = self._silent_ms = 0.0
        self._waited_again = False
        self._since = QElapsedTimer()
        self._ticks = QTimer(self, interval=self.TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)

    def wait(self, ms: float) -> None:
        """A key came: wait for so long from now on."""
        self._needed, self._silent_ms, self._waited_again = ms, 0.0, False
        self._since.start()
        self._ticks.start()

    def stop(self) -> None:
        """Cancel the wait."""
        self._ticks.stop()

    @property
    def silent_ms(self) -> float:
        """Milliseconds that have passed without a key."""
        return self._silent_ms

    def _tick(self) -> None:
        self._silent_ms += self.TICK_MS
        if self._since.restart() > self._LATE_MS and not self._waited_again:
            self._waited_again = True
            self._silent_ms = min(self._silent_ms, self._needed - self._LATE_MS)
        if self._silent_ms >= self._needed:
            self.stop()
            # Events that are queued already are handled first.
            QTimer.singleShot(0, self, self._is_over)

    def _is_over(self) -> None:
        if not self._ticks.isActive():  # else a key came after all
            self.over.emit()
