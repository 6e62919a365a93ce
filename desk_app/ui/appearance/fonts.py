"""Loads the program's font, with every letter of Finnish, Swedish and the Sámi languages."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from desk_app.services.errors import DeskError


class FontMissingError(DeskError):
    """A font is not where it belongs, or cannot be read: the installation is broken."""

    code = "font_missing"


def load_fonts(folder: Path) -> None:
    """Register the fonts of a folder with Qt; a second call does no harm.

    Raises ``FontMissingError``.
    """
    files = sorted(folder.glob("*.otf"))
    if not files:
        raise FontMissingError(path=str(folder))
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontMissingError(path=str(file))
