"""Connects the lock to the window: when it locks, its lock screen, and unlocking."""

from PySide6.QtCore import QCoreApplication, QObject

from desk_app.ui.context.page_context import PageContext
from desk_app.ui.input.input_filter import InputFilter
from desk_app.ui.shell.idle_timer import IdleTimer
from desk_app.ui.shell.lock_screen import LockScreen
from desk_app.ui.shell.main_window import MainWindow


class WindowLock(QObject):
    """Locks the window at the start where there is a PIN, when left alone, and when asked to."""

    def __init__(self, inputs: InputFilter, window: MainWindow, context: PageContext) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._lock = lock = context.lock
        self._idle = idle = IdleTimer(context.preferences, context.clock, lambda: lock.locked)
        self._screen: LockScreen | None = None
        for part in (lock, idle):
            part.setParent(window)
        window.lock_wanted.connect(lock.lock_now)
        lock.changed.connect(self._show)
        lock.pin_missing.connect(self._show_missing_pin)
        idle.long.connect(lock.lock)
        inputs.add(idle)
        self._show()

    @property
    def screen(self) -> LockScreen:
        """The lock screen, which is built once a PIN is set."""
        if self._screen is None:
            self._screen = LockScreen(self._context.icons, self._context.language, self._window)
            self._window.prepare(self._screen)
            self._lock.refused.connect(self._screen.show_refused)
            self._screen.tried.connect(self._lock.unlock)
        return self._screen

    def _show(self) -> None:
        self._window.show_lock_button(shown=self._lock.pin_set)
        if self._lock.locked:
            self._window.cover(self.screen)
            return
        if self._lock.pin_set or self._screen is not None:  # built now, it comes at once later
            self._window.uncover(self.screen)
        self._idle.touched()

    def _show_missing_pin(self) -> None:
        text = QCoreApplication.translate(
            "Lock", "To lock the window, first set a PIN in the settings, under Lock."
        )
        self._context.notifier.notify("warning", text)
