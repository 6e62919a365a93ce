"""Putting windows away: one that only closes lives on, and is dressed anew in every later test."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def put_away(window: QWidget) -> None:
    """Close a window, and let go of it and all that is in it."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
