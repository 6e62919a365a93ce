"""Locking the window and unlocking it: what the lock screen asks goes to the secrets and back."""

from PySide6.QtCore import QObject, Signal

from desk_app.services.locking import Locking
from desk_app.ui.preferences import Preferences
from desk_app.ui.tasks import Tasks


class Lock(QObject):
    """``locked`` is how it stands; the window begins locked where a PIN was set."""

    changed = Signal()
    refused = Signal(object)
    """The window stays locked; bears the exception."""

    def __init__(self, locking: Locking, tasks: Tasks, preferences: Preferences) -> None:
        super().__init__()
        self._locking = locking
        self._tasks = tasks
        self._preferences = preferences
        self.locked = self.wanted
        if self.locked:  # unless the PIN was forgotten on purpose, while the window was closed
            tasks.run(locking.has_pin, self._looked, self.refused.emit)

    @property
    def wanted(self) -> bool:
        """Whether the window locks at all."""
        return self._preferences.settings.lock_after_minutes > 0

    def lock(self) -> None:
        """Lock, where a PIN was set."""
        if self.wanted and not self.locked:
            self.locked = True
            self.changed.emit()

    def unlock(self, pin: str) -> None:
        """Try this PIN."""
        self._tasks.run(lambda: self._locking.unlock(pin), self._unlocked, self.refused.emit)

    def _looked(self, has_pin: bool) -> None:  # noqa: FBT001 - an answer
        if not has_pin:
            self._preferences.change(lock_after_minutes=0)
            self._unlocked(None)

    def _unlocked(self, _: None) -> None:
        self.locked = False
        self.changed.emit()
