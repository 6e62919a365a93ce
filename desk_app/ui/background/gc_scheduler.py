"""Runs Python's garbage collector on the GUI thread only, and in small steps.

By itself it runs on whatever thread has just made an object. A full collection there holds up every
thread, the window's too, for a tenth of a second and more while a register is loaded; and it may
take apart objects of Qt on a thread that is not theirs.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class GcScheduler(QObject):
    """Schedules collections until :meth:`stop`. Objects that exist at first are frozen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._tidy)
        self._timer.start()

    def stop(self) -> None:
        """Restore Python's own collection."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _tidy(self) -> None:
        """Collect the oldest generation that is due; the younger ones are part of it."""
        due = [
            generation
            for generation, (count, most) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > most
        ]
        if due:
            gc.collect(max(due))
