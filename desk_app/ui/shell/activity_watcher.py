"""Detects staff activity, so that the sync worker runs more often meanwhile."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from desk_app.ui.shell.idle_timer import TOUCHES

_NOT_AGAIN_FOR_MS = 10_000
"""A mouse moves often; so often it is worth telling."""


class ActivityWatcher(QObject):
    """An event filter of the application; emits ``seen`` while a person is active."""

    seen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=_NOT_AGAIN_FOR_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of it, some seconds apart."""
        del watched
        if event.type() in TOUCHES and not self._pause.isActive():
            self._pause.start()
            self.seen.emit()
        return False
