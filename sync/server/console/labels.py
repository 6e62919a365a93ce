"""Labels for cards as a PDF: the number as text, as a QR code and in Code 39, to stick on.

Eight on a sheet of A4, each of the size of a card.
"""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.graphics.barcode.code39 import Standard39
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from sync.server.console import print_fonts
from sync.server.console.qr_codes import qr_modules

_WIDTH, _HEIGHT = 85 * mm, 55 * mm
_COLUMNS, _ROWS = 2, 4
_LEFT, _TOP = 20 * mm, 28 * mm
_QR_SIDE = 24 * mm
_LARGEST = 14
"""Of the number, in points."""
_BAR = 0.33 * mm
_BAR_HEIGHT = 11 * mm


def labels_pdf(numbers: Sequence[tuple[str, str]], title: str) -> bytes:
    """A PDF with a label for each number; with it a line of words, such as its last day."""
    print_fonts.load()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.setTitle(title)
    for place, (number, words) in enumerate(numbers):
        on_page = place % (_COLUMNS * _ROWS)
        if place and not on_page:
            canvas.showPage()
        row, column = divmod(on_page, _COLUMNS)
        left = _LEFT + column * _WIDTH
        bottom = A4[1] - _TOP - (row + 1) * _HEIGHT
        _label(canvas, left, bottom, number, words)
    canvas.save()
    return out.getvalue()


def _label(canvas: Canvas, left: float, bottom: float, number: str, words: str) -> None:
    canvas.setLineWidth(0.2)
    canvas.setDash(1, 3)
    canvas.rect(left, bottom, _WIDTH, _HEIGHT)
    canvas.setDash()
    canvas.setFont(print_fonts.BOLD, _size_of(number))
    canvas.drawString(left + 5 * mm, bottom + _HEIGHT - 12 * mm, number)
    canvas.setFont(print_fonts.NORMAL, 9)
    canvas.drawString(left + 5 * mm, bottom + _HEIGHT - 18 * mm, words)
    modules = qr_modules(number)
    side = _QR_SIDE / len(modules)
    x, y = left + _WIDTH - _QR_SIDE - 6 * mm, bottom + _HEIGHT - 6 * mm
    for row, line in enumerate(modules):
        for column, is_dark in enumerate(line):
            if is_dark:
                canvas.rect(x + column * side, y - (row + 1) * side, side, side, stroke=0, fill=1)
    bars = Standard39(
        number, barWidth=_bar_width(number), ratio=2.5, barHeight=_BAR_HEIGHT, checksum=0, quiet=0
    )
    bars.drawOn(canvas, left + (_WIDTH - bars.width) / 2, bottom + 5 * mm)


def _size_of(number: str) -> float:
    """As large as there is room for beside the QR code, and the white around it."""
    room = _WIDTH - _QR_SIDE - 16 * mm
    return float(min(_LARGEST, _LARGEST * room / stringWidth(number, print_fonts.BOLD, _LARGEST)))


def _bar_width(number: str) -> Any:  # noqa: ANN401  a unit of the library's
    """As wide as there is room for: a long number's bars are thinner, and still printable."""
    narrow = (len(number) + 2) * (6 + 3 * 2.5 + 1)
    return min(_BAR, (_WIDTH - 10 * mm) / narrow)
