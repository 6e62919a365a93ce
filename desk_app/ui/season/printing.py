"""Prints the list for a time without a network, to tick on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from desk_app.services.errors import PrinterError
from desk_app.ui.appearance.theme import FAMILIES
from desk_app.ui.widgets.plain_text import plain

_TICKED, _OPEN = "\u2611", "\u2610"
_POINTS = 12


def checklist_text(title: str, lines: Sequence[tuple[bool, str]]) -> str:
    """The list as text: a title, and a box before each line."""
    boxes = (f"{_TICKED if ticked else _OPEN}  {text}" for ticked, text in lines)
    return "\n\n".join((title, *map(plain, boxes)))


def print_checklist(printer: QPrinter, title: str, lines: Sequence[tuple[bool, str]]) -> None:
    """Print it, in any thread. Raises ``PrinterError``.

    The font is told in points: the window's own is in pixels, and of a printer's there are a dozen
    in one of a screen's.
    """
    font = QFont([*FAMILIES])
    font.setPointSize(_POINTS)
    page = printer.pageRect(QPrinter.Unit.DevicePixel)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterError
    document = QTextDocument()
    document.documentLayout().setPaintDevice(printer)
    document.setDefaultFont(font)
    document.setPlainText(checklist_text(title, lines))
    document.setPageSize(page.size())
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        top = number * page.height()
        painter.save()
        painter.translate(0, -top)
        document.drawContents(painter, QRectF(0, top, page.width(), page.height()))
        painter.restore()
    painter.end()
