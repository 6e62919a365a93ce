"""Checks for a new version in the background, once a day."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desk_app.services.updates import UpdateCheck
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.context.app_status import AppStatus

LookForUpdate = Callable[[], UpdateCheck]

_FIRST_MS = 60_000
"""The start belongs to the queue that waits at the counter."""
_EVERY_MS = 24 * 3600 * 1000


class UpdateNotice(QObject):
    """Shows a new version in the status strip and on the settings page, and nowhere else."""

    def __init__(self, look: LookForUpdate, tasks: Tasks, app_status: AppStatus) -> None:
        super().__init__(app_status)
        self._look = look
        self._tasks = tasks
        self._app_status = app_status
        self._timer = QTimer(self, interval=_FIRST_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    def stop(self) -> None:
        """Stop: the window is closing."""
        self._timer.stop()

    def check(self) -> None:
        """Look now, and again in a day."""
        self._timer.setInterval(_EVERY_MS)
        self._tasks.run_outside(self._look, self._app_status.show_update, lambda _: None)
