"""Prints the list for a time without a network, to tick on paper."""

from collections.abc import Sequence

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter

from desk_app.ui.widgets.plain_text import plain

_TICKED, _OPEN = "\u2611", "\u2610"


def checklist_text(title: str, lines: Sequence[tuple[bool, str]]) -> str:
    """The list as text: a title, and a box before each line."""
    boxes = (f"{_TICKED if ticked else _OPEN}  {text}" for ticked, text in lines)
    return "\n\n".join((title, *map(plain, boxes)))


def print_checklist(printer: QPrinter, title: str, lines: Sequence[tuple[bool, str]]) -> None:
    """Print it."""
    document = QTextDocument()
    document.setPlainText(checklist_text(title, lines))
    document.print_(printer)
