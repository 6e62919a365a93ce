"""Loads the program's font, with every letter of Finnish, Swedish and the Sámi languages."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase

from desk_app.services.errors import DeskError

_LOADED = "fonts"
"""The application's property that names the files whose fonts it has."""


class FontMissingError(DeskError):
    """A font is not where it belongs, or cannot be read: the installation is broken."""

    code = "font_missing"


def load_fonts(folder: Path) -> None:
    """Register the fonts of a folder with Qt, each once: with a further one, Qt draws all anew.

    Raises ``FontMissingError``.
    """
    files = sorted(folder.glob("*.otf"))
    if not files:
        raise FontMissingError(path=str(folder))
    app = QCoreApplication.instance()
    loaded: list[str] = app.property(_LOADED) or [] if app is not None else []
    for file in files:
        if str(file) in loaded:
            continue
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontMissingError(path=str(file))
        loaded.append(str(file))
    if app is not None:
        app.setProperty(_LOADED, loaded)
