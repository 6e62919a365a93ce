"""Access to parts of the window that the demo cannot reach from outside."""

from desk_app.ui.background.preferences import Preferences
from desk_app.ui.shell.main_window import MainWindow


def preferences_of(window: MainWindow) -> Preferences:
    """The preferences of a window that has been assembled."""
    preferences = window.findChild(Preferences)
    if preferences is None:
        raise RuntimeError("the window has no preferences")
    return preferences
