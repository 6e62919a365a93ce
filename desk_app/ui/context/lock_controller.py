"""Locks and unlocks the window: verifies the PIN off the GUI thread."""

from PySide6.QtCore import QObject, Signal

from desk_app.services.lock import LockService
from desk_app.ui.background.tasks import Tasks


class LockController(QObject):
    """The lock's state is ``locked``: where a PIN is set the window always begins locked."""

    changed = Signal()
    """The window was locked or unlocked, or a PIN was set or removed."""
    refused = Signal(object)
    """The window stays locked; carries the exception."""
    pin_missing = Signal()
    """Somebody wants to lock, but no PIN is set."""

    def __init__(self, lock: LockService, tasks: Tasks, *, pin_set: bool) -> None:
        super().__init__()
        self._locking = lock
        self._tasks = tasks
        self.pin_set = pin_set
        self.locked = pin_set

    def lock(self) -> None:
        """Lock, where a PIN is set."""
        if self.pin_set and not self.locked:
            self.locked = True
            self.changed.emit()

    def lock_now(self) -> None:
        """Lock on request; a failure is reported."""
        if not self.pin_set:
            self.pin_missing.emit()
        self.lock()

    def unlock(self, pin: str) -> None:
        """Try this PIN."""
        self._tasks.run(lambda: self._try(pin), self._unlocked, self.refused.emit)

    def note_pin(self, *, is_set: bool) -> None:
        """Note that a PIN was set or removed."""
        self.pin_set = is_set
        self.locked = self.locked and is_set
        self.changed.emit()

    def _try(self, pin: str) -> bool:
        self._locking.unlock(pin)
        return self._locking.has_pin()  # an administrator may have removed it meanwhile

    def _unlocked(self, has_pin: bool) -> None:  # noqa: FBT001 - an answer
        self.pin_set = has_pin
        self.locked = False
        self.changed.emit()
