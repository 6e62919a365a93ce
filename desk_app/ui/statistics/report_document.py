"""Lays a report out on A4 pages. It needs no window, so that a worker can do it."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desk_app.ui.appearance.theme import FAMILIES, THEMES, TYPE, Space
from desk_app.ui.statistics.chart_painter import chart_height, draw_chart, ink
from desk_app.ui.statistics.report import ReportPart, StatisticsReport
from desk_app.ui.widgets.plain_text import plain

_DOTS = 1200
"""Dots to an inch, so that nothing is rounded to be seen."""
_UNITS = 96
"""Our own units to an inch, which the theme's sizes are meant for."""
_MARGIN = 16.0
"""Millimetres around the page."""
_PAPER = THEMES["light"]
_FIRST = 40.0
"""The per cent of a table's width that its first column has."""
_CHART = int(QTextFormat.ObjectTypes.UserObject)
_PART = int(QTextFormat.Property.UserProperty)
"""Which part's chart stands in the place of a letter."""


def draw_report(report: StatisticsReport) -> bytes:
    """The report as a PDF file, its text as text."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setTitle(report.title)
    writer.setCreator("Kaikuluukku")
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
    width, height = (side * _UNITS / _DOTS for side in (writer.width(), writer.height()))
    foot = QFontMetricsF(_font("small")).height()
    body = QSizeF(width, height - 2 * foot)
    document = _document(report, body)
    painter = QPainter(writer)
    painter.scale(_DOTS / _UNITS, _DOTS / _UNITS)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * body.height())
        document.drawContents(painter, QRectF(0, page * body.height(), width, body.height()))
        painter.restore()
        painter.setFont(_font("small"))
        painter.setPen(QColor(_PAPER.muted))
        below = QRectF(0, height - foot, width, foot)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, plain(report.made))
        number = report.page.format(number=page + 1)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, plain(number))
    painter.end()
    return bytes(content.data().data())


class _Charts(QPyTextObject):
    """Draws a part's heading and chart in the place of one letter: they are never torn apart."""

    def __init__(self, parts: Sequence[ReportPart], page: QSizeF, document: QTextDocument) -> None:
        super().__init__(document)
        self._parts = parts
        self._page = page

    def intrinsicSize(self, document: QTextDocument, place: int, form: QTextFormat) -> QSizeF:
        """The size of the chart: the page's width, and no higher than the page."""
        del document, place
        chart = self._parts[form.intProperty(_PART)].chart
        height = _heading_height() + chart_height(chart, _font("small"))
        return QSizeF(self._page.width(), min(height, self._page.height()))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        place: int,
        form: QTextFormat,
    ) -> None:
        """Paint the heading, and the chart below it."""
        del document, place
        chart = self._parts[form.intProperty(_PART)].chart
        painter.setFont(_font("heading", bold=True))
        painter.setPen(QColor(_PAPER.text))
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignLeft, plain(chart.title))
        below = QRectF(rect).adjusted(0, _heading_height(), 0, 0)
        draw_chart(painter, below, chart, ink(_PAPER, _font("small")))


def _document(report: StatisticsReport, page: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setUseDesignMetrics(True)  # the printer's dots, not the screen's
    document.setDocumentMargin(0)
    document.setPageSize(page)
    document.documentLayout().registerHandler(_CHART, _Charts(report.parts, page, document))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once, and not at every cell
    _add_paragraph(cursor, report.title, _letters("number", bold=True))
    for line in report.about:
        _add_paragraph(cursor, line, _letters("body", muted=True))
    _add_sums(cursor, report.sums)
    for note in report.notes:
        _add_paragraph(cursor, note, _letters("small"))
    for number, part in enumerate(report.parts):
        chart = QTextCharFormat()
        chart.setObjectType(_CHART)
        chart.setProperty(_PART, number)
        _add_paragraph(cursor, "\N{OBJECT REPLACEMENT CHARACTER}", chart, above=Space.XL)
        _add_table(cursor, part)
    cursor.endEditBlock()
    return document


def _add_paragraph(
    cursor: QTextCursor, text: str, letters: QTextCharFormat, *, above: float = Space.XS
) -> None:
    """A paragraph of its own, behind what is there."""
    block = QTextBlockFormat()
    block.setTopMargin(above)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(block, letters)
    cursor.insertText(plain(text), letters)


def _add_sums(cursor: QTextCursor, sums: Sequence[tuple[str, str]]) -> None:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setTopMargin(Space.L)
    form.setBottomMargin(Space.M)
    form.setColumnWidthConstraints([_per_cent(100 / len(sums))] * len(sums))
    cursor.movePosition(QTextCursor.MoveOperation.End)
    table = cursor.insertTable(2, len(sums), form)
    for n, (name, number) in enumerate(sums):
        _fill(table.cellAt(0, n).firstCursorPosition(), number, _letters("headline", bold=True))
        _fill(table.cellAt(1, n).firstCursorPosition(), name, _letters("small", muted=True))


def _add_table(cursor: QTextCursor, part: ReportPart) -> None:
    """The numbers of a chart, below its titles, which stand on every page."""
    others = len(part.titles) - 1
    form = QTextTableFormat()
    form.setBorder(0)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    form.setBorderCollapse(True)
    form.setHeaderRowCount(1)
    form.setTopMargin(Space.S)
    form.setColumnWidthConstraints(
        [_per_cent(_FIRST), *[_per_cent((100 - _FIRST) / others)] * others]
    )
    cursor.movePosition(QTextCursor.MoveOperation.End)
    table = cursor.insertTable(1 + len(part.rows), 1 + others, form)
    cell_form = QTextTableCellFormat()
    cell_form.setBottomBorder(0.75)
    cell_form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    cell_form.setBottomBorderBrush(QColor(_PAPER.line))
    cell_form.setBottomPadding(Space.XS)
    cell_form.setTopPadding(Space.XS)
    for row, cells in enumerate([part.titles, *part.rows]):
        letters = _letters("small", muted=row == 0)
        for column, text in enumerate(cells):
            cell = table.cellAt(row, column)
            cell.setFormat(cell_form)
            _fill(cell.firstCursorPosition(), text, letters, right=column > 0)


def _fill(cursor: QTextCursor, text: str, letters: QTextCharFormat, *, right: bool = False) -> None:
    block = QTextBlockFormat()
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    block.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    cursor.setBlockFormat(block)
    cursor.insertText(plain(text), letters)


def _per_cent(share: float) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, share)


def _letters(kind: str, *, bold: bool = False, muted: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(_font(kind, bold=bold))
    letters.setForeground(QColor(_PAPER.muted if muted else _PAPER.text))
    return letters


def _font(kind: str, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(TYPE[kind])
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    # Inter has dashes of its own between digits, which nobody could copy out of the file.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _heading_height() -> float:
    return QFontMetricsF(_font("heading", bold=True)).height() + Space.S
