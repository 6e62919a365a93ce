"""Shows statistics by day, offer or sector: a chart, and the same numbers as a table."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.services.statistics import Statistics
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Colours, Space
from desk_app.ui.statistics.breakdown import BreakdownRow, chart, groupings, lines, titles
from desk_app.ui.statistics.chart_view import ChartView
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.chosen_periods import Span
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.statistics_words import (
    CHOICES,
    MEASURES,
    Grouping,
    Measure,
    StatisticsWords,
)
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.table import Table
from desk_app.ui.widgets.table_rows import Column, Rows
from desk_app.ui.widgets.translated import Translated
from desk_app.ui.widgets.two_columns import Columns

_NARROW_EMS = 82
"""So many letters M of width are enough for a chart with a table beside it."""
_TABLES_SHARE = 0.6
"""At most, of the width: the chart has the rest."""


class BreakdownView(Translated, QWidget):
    """Shows the breakdown, with the choices of grouping and measure."""

    def __init__(
        self, icons: Icons, colours: Callable[[], Colours], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown: tuple[Statistics, StatisticsWords, Span] | None = None
        self.by = Choice(icons)
        self.measure = Choice(icons)
        self._title = label("heading", wrap=True)
        self.chart = ChartView(colours)
        self._rows: Rows[BreakdownRow] = Rows(self)
        self.table = Table(self._rows, icons)
        self.table.select_many()
        self.table.show_whole()
        self.copy = Button("", icons, "copy")
        self._columns = Columns(narrow_ems=_NARROW_EMS)
        drawn = QFrame()
        drawn.setObjectName("card")
        inside = QVBoxLayout(drawn)
        inside.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        inside.setSpacing(Space.S)
        inside.addWidget(self._title)
        inside.addWidget(self.chart, 1)
        self._columns.add(drawn)
        self._columns.add(self.table, right=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(in_a_row(self.by, self.measure, self.copy, gap=Space.L))
        column.addWidget(self._columns)
        self.by.chosen.connect(lambda _: self._show())
        self.measure.chosen.connect(lambda _: self._show())
        self.copy.clicked.connect(lambda: self.table.copy(whole=True))
        self._retranslate()

    def add_below_chart(self, widget: QWidget) -> None:
        """Add a widget below the chart: nothing is to stand below the table, which can be long."""
        self._columns.add(widget)

    def show_statistics(self, statistics: Statistics, words: StatisticsWords, days: Span) -> None:
        """Show others, of these days; what is told apart stays."""
        self._shown = (statistics, words, days)
        self.by.set_options({by.value: words.text(CHOICES[by]) for by in groupings(statistics)})
        self.measure.set_options({each.value: words.text(name) for each, name in MEASURES.items()})
        if not self.by.chosen_keys():
            self.by.show_chosen(Grouping.DAY.value)
            self.measure.show_chosen(Measure.TICKETS.value)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width for table and chart."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """The table has the width that its columns need, and the chart what is left."""
        wanted = min(self.table.wanted_width, round(_TABLES_SHARE * self.width()))
        self.table.setMinimumWidth(wanted)

    def _retranslate(self) -> None:
        self.copy.set_texts(self.tr("Copy the table"))

    def _show(self) -> None:
        if self._shown is None:
            return
        statistics, words, days = self._shown
        by, measure = Grouping(self.by.chosen_keys()[0]), Measure(self.measure.chosen_keys()[0])
        drawn = chart(statistics, by, measure, words, days)
        self._title.setText(drawn.title)
        self.chart.show_chart(drawn)
        first, *others = titles(by, words)
        self._rows.show_columns(
            [
                Column(first, lambda line: line.name, wide=True),
                *(_number(title, place) for place, title in enumerate(others)),
            ]
        )
        self._rows.show_rows(lines(statistics, by, words))
        self.table.set_texts(words.text(CHOICES[by]))
        self._share_width()


def _number(title: str, place: int) -> Column[BreakdownRow]:
    return Column(title, lambda line: str(line.numbers[place]), number=True)
