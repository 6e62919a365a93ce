"""Paints the paper form: on paper, into a PDF, or as a preview, always the same.

It may be called off the GUI thread: it paints on the given device, and on no widget.
"""

from PySide6.QtCore import QIODevice, QMarginsF, QRectF, QSaveFile, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from desk_app.services.errors import FileUnwritableError, PrinterError
from desk_app.ui.appearance.theme import FAMILIES
from desk_app.ui.paper_forms.form_layout import (
    HEAD,
    HEIGHT,
    MARGIN,
    NUMBERING,
    ROW,
    WIDTH,
    PaperForm,
)
from desk_app.ui.widgets.plain_text import plain, unbroken

_INK, _FAINT = QColor("#000000"), QColor("#8a8a8a")
_UNIT = 0.1
"""Millimetres: fonts are sized in whole units, so that a unit has to be small."""
_TITLE, _BODY, _SMALL = 5.2, 3.5, 3.0
"""Heights of type in millimetres."""
_FACT_LINE = 8.0
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
LAYOUT = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
)


def write_pdf(sheet: PaperForm, path: str) -> None:
    """Write a PDF, whole or not at all. Raises ``FileUnwritableError``."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise FileUnwritableError(path=path)
    writer = QPdfWriter(file)
    writer.setTitle(sheet.title)
    print_form(sheet, writer)
    del writer
    if not file.commit():
        raise FileUnwritableError(path=path)


def print_form(sheet: PaperForm, device: QPagedPaintDevice) -> None:
    """Every page of it on a printer or into a PDF. Raises ``PrinterError``."""
    device.setPageLayout(LAYOUT)
    painter = QPainter()
    if not painter.begin(device):
        raise PrinterError
    for page in range(sheet.pages):
        if page:
            device.newPage()
        paint_page(painter, sheet, page, painter.viewport().toRectF())
    painter.end()


def paint_page(painter: QPainter, sheet: PaperForm, page: int, onto: QRectF) -> None:
    """One page, filling ``onto``."""
    painter.save()
    painter.translate(onto.topLeft())
    painter.scale(onto.width() / WIDTH * _UNIT, onto.height() / HEIGHT * _UNIT)
    _FormPage(painter, sheet, page).draw()
    painter.restore()


class _FormPage:
    """One page under the painter; every measure is in millimetres."""

    def __init__(self, painter: QPainter, sheet: PaperForm, page: int) -> None:
        self._painter = painter
        self._sheet = sheet
        self._page = page

    def draw(self) -> None:
        """Draw the form from top to bottom."""
        y = self._draw_top(MARGIN)
        y = self._draw_steps(y)
        self._draw_table(y)

    def _draw_top(self, y: float) -> float:
        sheet, inner = self._sheet, WIDTH - 2 * MARGIN
        title = sheet.title
        if sheet.pages > 1:
            title = f"{title}  {self._page + 1}/{sheet.pages}"
        self._text(MARGIN, y, inner, 8, title, _TITLE, bold=True)
        y += 10
        shares = (0.32, 0.48, 0.20)
        x = MARGIN
        for (name, known), share in zip(sheet.facts, shares, strict=True):
            width = inner * share - 4
            self._text(x, y, width, 4, name, _SMALL)
            self._text(x, y + 3.6, width, 6, known, _BODY + 0.7, bold=True)
            self._line(x, y + 9.4, x + width, y + 9.4)
            x += inner * share
        return y + _FACT_LINE + 4

    def _draw_steps(self, y: float) -> float:
        for number, step in enumerate(self._sheet.steps, start=1):
            self._text(MARGIN, y, WIDTH - 2 * MARGIN, 4.4, f"{number}. {step}", _BODY)
            y += 4.5
        return y + 2

    def _draw_table(self, top: float) -> None:
        sheet = self._sheet
        bottom = top + HEAD + sheet.rows * ROW
        lines = [MARGIN, MARGIN + NUMBERING]
        for column in sheet.columns:
            self._text(
                lines[-1] + 1, top + 1, column.width - 2, HEAD - 2, column.title, _SMALL, bold=True
            )
            lines.append(lines[-1] + column.width)
        for x in lines:
            self._line(x, top, x, bottom)
        for row in range(sheet.rows + 1):
            y = top + HEAD + row * ROW
            self._line(MARGIN, y, lines[-1], y)
            if row < sheet.rows:
                number = str(self._page * sheet.rows + row + 1)
                self._text(MARGIN + 1, y + 2.4, NUMBERING - 2, 5, number, _SMALL, faint=True)
        self._line(MARGIN, top, lines[-1], top)

    def _text(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        faint: bool = False,
    ) -> None:
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(round(size / _UNIT))
        font.setBold(bold)
        font.setFeature(QFont.Tag("calt"), 0)  # a raised colon is lost where text is copied
        self._painter.setFont(font)
        self._painter.setPen(_FAINT if faint else _INK)
        place = QRectF(x / _UNIT, y / _UNIT, width / _UNIT, height / _UNIT)
        self._painter.drawText(place, _WRAPPED, unbroken(plain(text)))

    def _line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self._painter.setPen(QPen(_INK, 2))
        ends = (round(each / _UNIT) for each in (x1, y1, x2, y2))
        self._painter.drawLine(*ends)
