"""Connects the lock to the window: when it locks, its lock screen, and unlocking."""

from PySide6.QtCore import QCoreApplication

from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.input.input_filter import InputFilter
from desk_app.ui.settings.page import SettingsPage
from desk_app.ui.shell.idle_timer import IdleTimer
from desk_app.ui.shell.lock_screen import LockScreen
from desk_app.ui.shell.main_window import MainWindow


def install_lock(inputs: InputFilter, window: MainWindow, context: PageContext) -> None:
    """Lock the window at the start where there is a PIN, when left alone, and when asked to."""
    lock = context.lock
    idle = IdleTimer(context.preferences, context.clock, lambda: lock.locked)
    screen = LockScreen(context.icons, context.language, window)
    window.prepare(screen)

    def show() -> None:
        window.show_lock_button(shown=lock.pin_set)
        if lock.locked:
            window.cover(screen)
        else:
            window.uncover(screen)
            idle.touched()

    def connect_settings(page: WindowPage) -> None:
        if isinstance(page, SettingsPage):
            page.lock_now.connect(lock.lock_now)

    def show_missing_pin() -> None:
        text = QCoreApplication.translate(
            "Lock", "To lock the window, first set a PIN in the settings, under Lock."
        )
        context.notifier.notify("warning", text)

    for part in (lock, idle):
        part.setParent(window)
    window.page_built.connect(connect_settings)
    window.lock_wanted.connect(lock.lock_now)
    lock.changed.connect(show)
    lock.pin_missing.connect(show_missing_pin)
    lock.refused.connect(screen.show_refused)
    screen.tried.connect(lock.unlock)
    idle.long.connect(lock.lock)
    inputs.add(idle)
    show()
