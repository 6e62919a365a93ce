"""Paints charts, on the screen and on paper alike.

Parts of a bar differ by pattern: the first is full, the second hatched. Every bar has its number
where there is room, so that nothing has to be measured by eye.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desk_app.ui.appearance.theme import Colours
from desk_app.ui.statistics.breakdown import Bar, Chart
from desk_app.ui.widgets.plain_text import plain

_PLOT = 8.5
"""The height of upright bars, in lines of text."""
_BAR = 0.7
"""The thickness of a lying bar, in lines; and of an upright one, of the room that it has."""
_BROADEST = 2.4
"""The most that an upright bar is broad, in lines."""
_GAP = 0.9
"""The air between two lying bars, in lines."""
_TICKS = 4
_BETWEEN = 0.5
"""The air between two names of bars, in lines."""
_MOST_LEFT_OUT = 3
"""Every third short name at least; with fewer, whole names say more."""
_TICK = 0.25
"""The length of the mark of a bar without a name, in lines."""
_HATCH = 0.35
"""The distance of the strokes of a hatched part, in lines."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart, out of a theme, and its type."""

    text: QColor
    muted: QColor
    line: QColor
    track: QColor
    bar: QColor
    font: QFont


def ink(colours: Colours, font: QFont) -> Ink:
    """A theme's colours for a chart."""
    return Ink(
        text=QColor(colours.text),
        muted=QColor(colours.muted),
        line=QColor(colours.line),
        track=QColor(colours.sunken),
        bar=QColor(colours.accent),
        font=font,
    )


def chart_height(chart: Chart, font: QFont) -> float:
    """The chart's height, in the unit of the font's own measures."""
    line = QFontMetricsF(font).height()
    legend = 1.6 * line if len(chart.parts) > 1 else 0.0
    if chart.upright:
        grouped = 1.0 if any(bar.group for bar in chart.bars) else 0.0
        return legend + (_PLOT + 2.6 + grouped) * line
    return legend + len(chart.bars) * (1 + _BAR + _GAP) * line


def draw_chart(
    painter: QPainter, place: QRectF, chart: Chart, ink: Ink, current: int | None = None
) -> None:
    """Draw it at the top of ``place``; ``current`` is the bar that has the keyboard."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(ink.font)
    drawing = _Drawing(painter, ink)
    below = drawing.legend(place, chart.parts) if len(chart.parts) > 1 else place
    most = max((bar.total for bar in chart.bars), default=0)
    if chart.upright:
        drawing.upright(below, chart.bars, max(most, 1), current)
    else:
        drawing.lying(below, chart.bars, max(most, 1), current)
    painter.restore()


def axis_step(most: int) -> int:
    """The distance of the lines across: 1, 2 or 5 and noughts, for a few lines at most."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if step * _TICKS >= most:
                return step
        size *= 10


class _Drawing:
    """One chart being drawn."""

    def __init__(self, painter: QPainter, ink: Ink) -> None:
        self._painter = painter
        self._ink = ink
        self._metrics = QFontMetricsF(ink.font, painter.device())
        self._line = self._metrics.height()

    def legend(self, place: QRectF, names: tuple[str, ...]) -> QRectF:
        """Paint the legend of the patterns; returns the room that is left."""
        x, side = place.left(), 0.8 * self._line
        for part, name in enumerate(names):
            swatch = QRectF(x, place.top() + 0.1 * self._line, side, side)
            self._fill(swatch, part)
            width = self._metrics.horizontalAdvance(name) + 1
            self._text(
                QRectF(swatch.right() + 0.4 * self._line, place.top(), width, self._line), name
            )
            x = swatch.right() + width + 1.6 * self._line
        return place.adjusted(0, 1.6 * self._line, 0, 0)

    def lying(self, place: QRectF, bars: tuple[Bar, ...], most: int, current: int | None) -> None:
        """A name with its number on each line, and the bar below."""
        for row, bar in enumerate(bars):
            top = place.top() + row * (1 + _BAR + _GAP) * self._line
            number = str(bar.total)
            wide = self._metrics.horizontalAdvance(number) + self._line
            named = QRectF(place.left(), top, place.width() - wide, self._line)
            right = Qt.TextElideMode.ElideRight
            self._text(named, self._metrics.elidedText(plain(bar.name), right, named.width()))
            self._text(
                QRectF(place.left(), top, place.width(), self._line),
                number,
                Qt.AlignmentFlag.AlignRight,
            )
            track = QRectF(place.left(), top + 1.15 * self._line, place.width(), _BAR * self._line)
            self._painter.fillRect(track, self._ink.track)
            x = track.left()
            for part, count in enumerate(bar.parts):
                width = track.width() * count / most
                self._fill(QRectF(x, track.top(), width, track.height()), part)
                x += width
            if row == current:
                self._mark(QRectF(place.left(), top, place.width(), track.bottom() - top))

    def upright(self, place: QRectF, bars: tuple[Bar, ...], most: int, current: int | None) -> None:
        """Bars along the time, over lines that say how high they are."""
        step = axis_step(most)
        top = step * ceil(most / step)
        axis = self._metrics.horizontalAdvance(str(top)) + 0.6 * self._line
        plot = QRectF(
            place.left() + axis,
            place.top() + 1.2 * self._line,
            place.width() - axis,
            _PLOT * self._line,
        )
        self._across(plot, axis, step, top)
        room = plot.width() / max(len(bars), 1)
        broad = min(_BAR * room, _BROADEST * self._line)
        below = plot.bottom() + 0.3 * self._line
        self._axis(QRectF(plot.left(), below, plot.width(), self._line), bars, room)
        for n, bar in enumerate(bars):
            centre = plot.left() + (n + 0.5) * room
            foot = plot.bottom()
            for part, count in enumerate(bar.parts):
                height = plot.height() * count / top
                self._fill(QRectF(centre - broad / 2, foot - height, broad, height), part)
                foot -= height
            number = str(bar.total)
            fits = self._metrics.horizontalAdvance(number) <= room
            if bar.total and (fits or n == current):
                self._centred(centre, foot - 1.05 * self._line, number)
            if n == current:
                self._mark(QRectF(centre - room / 2, plot.top(), room, plot.height()))

    def _axis(self, place: QRectF, bars: tuple[Bar, ...], room: float) -> None:
        """Every name where there is room; else the short ones and the groups; else some names.

        Names that would crowd are left out, as many between two as it takes.
        """
        air = _BETWEEN * self._line
        if self._widest(bar.name for bar in bars) + self._line <= room:
            self._names(place, [bar.name for bar in bars], room, self._line)
        elif all(bar.short for bar in bars) and self._widest(bar.short for bar in bars) + air < (
            _MOST_LEFT_OUT * room
        ):
            self._names(place, [bar.short for bar in bars], room, air)
            self._groups(place.translated(0, self._line), bars, room)
        else:
            self._names(place, [bar.name for bar in bars], room, self._line)

    def _names(self, place: QRectF, names: list[str], room: float, air: float) -> None:
        every = max(1, ceil((self._widest(names) + air) / room))
        for n, name in enumerate(names):
            x = place.left() + (n + 0.5) * room
            if n % every == 0:
                self._centred(x, place.top(), name, muted=True)
            elif every > 1:  # its place is marked all the same
                self._painter.setPen(QPen(self._ink.muted, 1))
                top = place.top() - _GAP / 3 * self._line
                self._painter.drawLine(QPointF(x, top), QPointF(x, top + _TICK * self._line))

    def _groups(self, place: QRectF, bars: tuple[Bar, ...], room: float) -> None:
        """Each group's name below its first bar, where its bars are as broad together."""
        n = 0
        for name, some in groupby(bars, key=lambda bar: bar.group):
            count = len(list(some))
            if self._metrics.horizontalAdvance(name) <= count * room:
                left = QRectF(place.left() + n * room, place.top(), count * room, self._line)
                self._text(left, name, muted=True)
            n += count

    def _widest(self, texts: Iterable[str]) -> float:
        return max(map(self._metrics.horizontalAdvance, texts), default=0.0)

    def _across(self, plot: QRectF, axis: float, step: int, top: int) -> None:
        for value in range(0, top + 1, step):
            y = plot.bottom() - plot.height() * value / top
            self._painter.setPen(QPen(self._ink.line if value else self._ink.muted, 1))
            self._painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            label = QRectF(
                plot.left() - axis, y - self._line / 2, axis - 0.4 * self._line, self._line
            )
            self._text(label, str(value), Qt.AlignmentFlag.AlignRight, muted=True)

    def _fill(self, area: QRectF, part: int) -> None:
        """Full for the first part, hatched for the second."""
        if area.isEmpty():
            return
        if part == 0:
            self._painter.fillRect(area, self._ink.bar)
            return
        self._painter.save()
        self._painter.setPen(QPen(self._ink.bar, max(1.0, self._line / 14)))
        self._painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        self._painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        x = area.left() - area.height()
        while x < area.right():
            self._painter.drawLine(
                QPointF(x, area.bottom()), QPointF(x + area.height(), area.top())
            )
            x += _HATCH * self._line
        self._painter.restore()

    def _mark(self, area: QRectF) -> None:
        self._painter.setPen(QPen(self._ink.text, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(area.adjusted(1, -2, -1, 3), 4, 4)

    def _centred(self, x: float, y: float, text: str, *, muted: bool = False) -> None:
        width = self._metrics.horizontalAdvance(text) + 2
        place = QRectF(x - width / 2, y, width, self._line)
        self._text(place, text, Qt.AlignmentFlag.AlignHCenter, muted=muted)

    def _text(
        self,
        place: QRectF,
        text: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        muted: bool = False,
    ) -> None:
        self._painter.setPen(self._ink.muted if muted else self._ink.text)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        self._painter.drawText(place, int(flags), text)
