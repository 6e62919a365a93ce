"""The window and its lock, joined: when it locks, what covers it, and who opens it."""

from PySide6.QtWidgets import QApplication

from desk_app.ui.fittings import Fittings
from desk_app.ui.idle import Idle
from desk_app.ui.lock import Lock
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.settings.settings_page import SettingsPage
from desk_app.ui.widgets.lock_screen import LockScreen


def guard(app: QApplication, window: MainWindow, fittings: Fittings) -> Lock:
    """Lock the window when it has been left alone; it begins locked where there is a PIN."""
    lock = Lock(fittings.counter.locking, fittings.tasks, fittings.preferences)
    idle = Idle(fittings.preferences)
    screen = LockScreen(fittings.icons, fittings.language, window)
    screen.hide()

    def show() -> None:
        if lock.locked:
            window.cover(screen)
        else:
            window.uncover(screen)
            idle.touched()

    for part in (lock, idle):
        part.setParent(window)
    for page in window.pages():
        if isinstance(page, SettingsPage):
            page.lock_now.connect(lock.lock)
    lock.changed.connect(show)
    lock.refused.connect(screen.show_refused)
    screen.tried.connect(lock.unlock)
    idle.long.connect(lock.lock)
    app.installEventFilter(idle)
    window.closed.connect(lambda: app.removeEventFilter(idle))
    show()
    return lock
