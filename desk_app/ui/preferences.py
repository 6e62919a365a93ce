"""The settings in force, and their way to the disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.settings import Settings
from desk_app.ui.tasks import Tasks


class Preferences(QObject):
    """What staff chose; every change is kept at once, off the GUI thread."""

    changed = Signal()
    """Something was chosen anew; it holds from now on."""
    not_saved = Signal(object)
    """A change holds until the window closes, but could not be kept; bears the exception."""

    def __init__(self, settings: Settings, save: Callable[[Settings], None], tasks: Tasks) -> None:
        super().__init__()
        self.settings = settings
        self._save = save
        self._tasks = tasks

    def change(self, **values: object) -> None:
        """Change settings by name."""
        new = self.settings.model_copy(update=values)
        if new == self.settings:
            return
        self.settings = new
        self.changed.emit()
        self._tasks.run(lambda: self._save(new), lambda _: None, self.not_saved.emit)
