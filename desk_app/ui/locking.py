"""The window and its lock, joined: when it locks, what covers it, and who opens it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desk_app.ui.fittings import Fittings
from desk_app.ui.idle import Idle
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.settings.settings_page import SettingsPage
from desk_app.ui.widgets.lock_screen import LockScreen


def install_lock(app: QApplication, window: MainWindow, fittings: Fittings) -> None:
    """Lock the window at the start where there is a PIN, when left alone, and when asked to."""
    lock = fittings.lock
    idle = Idle(fittings.preferences)
    screen = LockScreen(fittings.icons, fittings.language, window)
    window.prepare(screen)

    def show() -> None:
        window.show_lock_button(shown=lock.pin_set)
        if lock.locked:
            window.cover(screen)
        else:
            window.uncover(screen)
            idle.touched()

    def say_pin_is_missing() -> None:
        said = QCoreApplication.translate(
            "Lock", "There is no PIN to lock with. Set one in the settings, under Lock."
        )
        fittings.herald.tell("look", said)

    for part in (lock, idle):
        part.setParent(window)
    for page in window.pages():
        if isinstance(page, SettingsPage):
            page.lock_now.connect(lock.lock_now)
    window.lock_wanted.connect(lock.lock_now)
    lock.changed.connect(show)
    lock.pin_missing.connect(say_pin_is_missing)
    lock.refused.connect(screen.show_refused)
    screen.tried.connect(lock.unlock)
    idle.long.connect(lock.lock)
    app.installEventFilter(idle)
    window.closed.connect(lambda: app.removeEventFilter(idle))
    show()
