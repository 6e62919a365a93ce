"""The windows of tests: what may come in front of them, and putting them away.

One that only closes lives on, and is dressed anew in every later test.
"""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.first_run.overlay import FirstRunOverlay
from desk_app.ui.install_first_run import FirstRunController


def first_run(window: QWidget) -> FirstRunOverlay:
    """The window's first run; it is built now, if nobody needed it yet."""
    controller = window.findChild(FirstRunController)
    assert controller is not None
    return controller.overlay


def put_away(window: QWidget) -> None:
    """Close a window, and let go of it and all that is in it."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
