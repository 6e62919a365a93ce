"""The current settings, and saving them to the disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.config.settings import Settings
from desk_app.ui.background.tasks import Tasks


class Preferences(QObject):
    """The settings that staff chose; every change is saved at once, off the GUI thread."""

    changed = Signal()
    """A setting was changed; the new value holds from now on."""
    not_saved = Signal(object)
    """A change holds until the window closes, but could not be saved; carries the exception."""

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        tasks: Tasks,
        locked: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self._locked = locked
        self.settings = settings
        self._save = save
        self._tasks = tasks

    @property
    def any_locked(self) -> bool:
        """Whether the admin of this machine has settled anything."""
        return bool(self._locked)

    def is_locked(self, name: str) -> bool:
        """Whether the admin of this machine has settled a setting."""
        return name in self._locked

    def change(self, **values: object) -> None:
        """Change settings by name; one that is locked stays as it is."""
        free = {name: value for name, value in values.items() if name not in self._locked}
        new = self.settings.model_copy(update=free)
        if new == self.settings:
            return
        self.settings = new
        self.changed.emit()
        self._tasks.run(lambda: self._save(new), lambda _: None, self.not_saved.emit)
