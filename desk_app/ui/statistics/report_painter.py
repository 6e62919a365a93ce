"""Paints a report on A4 pages. It needs no window, so that a worker can do it."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize, QPainter, QPdfWriter, QPen

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
_FIRST = 0.4
"""The share of a table's width that its first column has."""


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
    painter = QPainter(writer)
    painter.scale(_DOTS / _UNITS, _DOTS / _UNITS)
    pages = _Pages(writer, painter, report)
    pages.head()
    for part in report.parts:
        pages.part(part)
    pages.foot()
    painter.end()
    return bytes(content.data().data())


class _Pages:
    """A painter's position, which moves down the page and on to the next."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, report: StatisticsReport) -> None:
        self._writer = writer
        self._painter = painter
        self._report = report
        self._width = writer.width() * _UNITS / _DOTS
        self._height = writer.height() * _UNITS / _DOTS
        self._y = 0.0
        self._number = 1

    def head(self) -> None:
        """Title, what it is about, what it comes to, and how sure that is."""
        self._say(self._report.title, "number", bold=True)
        for line in self._report.about:
            self._say(line, "body", muted=True)
        self._y += Space.L
        self._sums()
        self._y += Space.M
        for note in self._report.notes:
            self._say(note, "small")
        self._y += Space.L

    def part(self, part: ReportPart) -> None:
        """A chart and its table; the chart is never torn apart."""
        font = _font("small")
        height = chart_height(part.chart, font)
        self._room(height + 5 * _line(_font("heading")))
        self._say(part.chart.title, "heading", bold=True)
        self._y += Space.S
        place = QRectF(0, self._y, self._width, height)
        draw_chart(self._painter, place, part.chart, ink(_PAPER, font))
        self._y += height + Space.S
        self._table(part)
        self._y += Space.XL

    def foot(self) -> None:
        """Paint the footer: author, time and page number."""
        font = _font("small")
        below = QRectF(0, self._height - _line(font), self._width, _line(font))
        self._write(below, self._report.made, font, muted=True)
        page = self._report.page.format(number=self._number)
        self._write(below, page, font, Qt.AlignmentFlag.AlignRight, muted=True)

    def _sums(self) -> None:
        large, small = _font("headline", bold=True), _font("small")
        wide = self._width / len(self._report.sums)
        for n, (name, number) in enumerate(self._report.sums):
            place = QRectF(n * wide, self._y, wide, _line(large))
            self._write(place, number, large)
            below = QRectF(place.left(), place.bottom(), wide, _line(small))
            self._write(below, name, small, muted=True)
        self._y += _line(large) + _line(small)

    def _table(self, part: ReportPart) -> None:
        self._row(part.titles, muted=True)
        for row in part.rows:
            if self._room(_row_height()):
                self._row(part.titles, muted=True)
            self._row(row)

    def _row(self, cells: Sequence[str], *, muted: bool = False) -> None:
        first, *others = map(plain, cells)
        font = _font("small")
        names = self._width * _FIRST
        wide = (self._width - names) / len(others)
        height = _row_height()
        right = Qt.TextElideMode.ElideRight
        name = QFontMetricsF(font).elidedText(first, right, names)
        self._write(QRectF(0, self._y, names, height), name, font, muted=muted)
        for n, cell in enumerate(others):
            place = QRectF(names + n * wide, self._y, wide, height)
            self._write(place, cell, font, Qt.AlignmentFlag.AlignRight, muted=muted)
        self._y += height
        self._painter.setPen(QPen(QColor(_PAPER.line), 0.75))
        self._painter.drawLine(0, round(self._y), round(self._width), round(self._y))

    def _say(self, text: str, kind: str, *, bold: bool = False, muted: bool = False) -> None:
        font = _font(kind, bold=bold)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        place = QRectF(0, self._y, self._width, self._height)
        needed = QFontMetricsF(font).boundingRect(place, wrapped, text).height()
        place.setHeight(needed)
        self._write(place, text, font, muted=muted, wrap=True)
        self._y += needed + Space.XS

    def _room(self, height: float) -> bool:
        """Make sure that there is room for so much; whether that took a new page."""
        if self._y + height <= self._height - 2 * _line(_font("small")):
            return False
        self.foot()
        self._writer.newPage()
        self._number += 1
        self._y = 0.0
        return True

    def _write(
        self,
        place: QRectF,
        text: str,
        font: QFont,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        muted: bool = False,
        wrap: bool = False,
    ) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(_PAPER.muted if muted else _PAPER.text))
        flags = side | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(
            place, int(flags | Qt.TextFlag.TextWordWrap if wrap else flags), plain(text)
        )


def _font(kind: str, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(TYPE[kind])
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    # Inter has dashes of its own between digits, which nobody could copy out of the file.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _line(font: QFont) -> float:
    return QFontMetricsF(font).height()


def _row_height() -> float:
    return _line(_font("small")) + Space.S
