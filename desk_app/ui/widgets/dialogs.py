"""Dialogs: asked beside the window, and closed when something comes in front of it.

For files it is Qt's own on every system: it closes at once, with whatever it has asked itself. The
system's would have to be asked to, which the one of Linux's desktops (the XDG portal's) never does.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QToolTip, QWidget
from shiboken6 import Shiboken

_IS_WINDOWS = sys.platform == "win32"


def ask_where(
    parent: QWidget, title: str, name: str, filters: Sequence[str], then: Callable[[Path], object]
) -> None:
    """Ask where to save a file, the documents first; ``then`` is called with what was chosen.

    ``name`` is proposed, and its ending added to a name without one.
    """
    dialog = _file_dialog(parent, title, filters, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.show()


def ask_which(
    parent: QWidget, title: str, filters: Sequence[str], then: Callable[[Path], object]
) -> None:
    """Ask for a file that is there; ``then`` is called with what was chosen."""
    dialog = _file_dialog(parent, title, filters, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.show()


def _file_dialog(
    parent: QWidget, title: str, filters: Sequence[str], then: Callable[[Path], object]
) -> QFileDialog:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, folder)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(filters)
    for part, words in (  # Qt's own Finnish leaves these in English
        (QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("FileDialog", "Folder:")),
        (QFileDialog.DialogLabel.FileType, QCoreApplication.translate("FileDialog", "File type:")),
    ):
        dialog.setLabelText(part, words)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.setModal(False)
    return dialog


def close_dialogs(window: QWidget) -> None:
    """Close whatever else of this program is open: dialogs, menus, hints; printing's own too.

    Nothing is decided by it: a dialog is left as by Escape.
    """
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    QToolTip.hideText()
    others = [each for each in QApplication.topLevelWidgets() if each is not window]
    shown = [each for each in others if each.isVisible() and not _is_windows_own(each)]
    for other in reversed(shown):
        if Shiboken.isValid(other):  # one may have been another's
            other.reject() if isinstance(other, QDialog) else other.close()
    if _IS_WINDOWS:
        _close_windows_own(window)
    if shown:
        window.activateWindow()


def _is_windows_own(widget: QWidget) -> bool:
    """Windows' print dialog: Qt waits for it, and cannot hide it (``QPrintDialog::setVisible``)."""
    return _IS_WINDOWS and widget.inherits("QPrintDialog")


def _close_windows_own(window: QWidget) -> None:
    """Send what stands before the window the message that its cross in the corner sends."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows' own
        from ctypes import wintypes  # noqa: PLC0415 - Windows' own

        user32, close = ctypes.windll.user32, 0x0010
        user32.GetLastActivePopup.argtypes = (wintypes.HWND,)
        user32.GetLastActivePopup.restype = wintypes.HWND
        user32.PostMessageW.argtypes = (
            *(wintypes.HWND, wintypes.UINT),
            *(wintypes.WPARAM, wintypes.LPARAM),
        )
        own = int(window.winId())
        front = user32.GetLastActivePopup(own)
        if front not in (None, own):
            user32.PostMessageW(front, close, 0, 0)
