"""The statistics page: sums, charts, and export."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.services.errors import ExportStoppedError
from desk_app.ui.appearance.theme import Colours, Space, Theme, chosen
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.statistics.breakdown_view import BreakdownView
from desk_app.ui.statistics.controller import StatisticsController
from desk_app.ui.statistics.entry import StatisticsEntry
from desk_app.ui.statistics.report import report, sums
from desk_app.ui.statistics.report_document import draw_report
from desk_app.ui.statistics.sums import Sums
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.chosen_periods import Period, Span
from desk_app.ui.widgets.confirm import ConfirmButton
from desk_app.ui.widgets.dialogs import ask_where
from desk_app.ui.widgets.empty_state import EmptyState
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.picker import Picker
from desk_app.ui.widgets.progress import Progress
from desk_app.ui.widgets.scroll import scrolled
from desk_app.ui.widgets.section import Section
from desk_app.ui.widgets.span_field import SpanField
from desk_app.ui.widgets.statistics_words import PERIODS, StatisticsWords
from desk_app.ui.widgets.translated import Translated

_HERE, _EVERYWHERE = "desk", "venue"
_ORDER = (0, 2, 3, 1, 4)
"""The sums as they are shown: the visits; adults and minors, which are all tickets; assistants."""
_SIGNS = ("", "", "+", "=", "")
_FILTERS = {
    "pdf": "PDF (*.pdf)",
    "xlsx": "Excel (*.xlsx)",
    "csv": "CSV (*.csv)",
}


class StatisticsPage(Translated, StatisticsEntry, WindowPage):
    """The choice of visits above; below, their sums, chart and table, and the files."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        icons = context.icons
        self._context = context
        self._file = ""
        self.controller = StatisticsController(context)
        self.controller.setParent(self)
        self._header = PageHeader()
        self._files = {form: Button("", icons, "export") for form in _FILTERS}
        self.periods = Picker(icons)
        self.own = SpanField()
        self.desks = Choice(icons)
        self.progress = Progress()
        self.progress.hide()
        self._sums = Sums(_SIGNS)
        self.breakdown = BreakdownView(icons, self._colours)
        self.empty = EmptyState(icons, "statistics")
        self._cards = Section(icons, "card")
        self._with_cards = ConfirmButton("", icons, "export")
        self._cards.add(self._with_cards)
        self.breakdown.add_below_chart(self._cards)
        bar = in_a_row(self.periods, self.desks, in_a_row(*self._files.values()), gap=Space.L)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        for part in (
            self._header,
            self.progress,
            bar,
            self.own,
            self._sums,
            self.breakdown,
            self.empty,
        ):
            column.addWidget(part)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        around.addWidget(scrolled(inner))
        self._connect()
        self._retranslate()

    def shown(self) -> None:
        """More may have been recorded."""
        self.controller.read()

    def set_default_focus(self) -> None:
        """Focus the choice of the time."""
        self.periods.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        controller = self.controller
        self.periods.picked.connect(self.choose_period)
        self.own.typed.connect(self._choose_own)
        self.desks.chosen.connect(lambda key: controller.choose(all_desks=key == _EVERYWHERE))
        self.empty.acted.connect(lambda: self.choose_period(Period.ALL.value))
        for form, button in self._files.items():
            button.clicked.connect(lambda _=False, form=form: self._ask_where([form]))
        self._with_cards.confirmed.connect(
            lambda: self._ask_where(["xlsx", "csv"], with_cards=True)
        )
        controller.changed.connect(self._show)
        controller.came_along.connect(self._come_along)
        controller.written.connect(self._notify_written)
        self.progress.cancelled.connect(controller.stop)
        controller.not_written.connect(self._notify_not_written)
        self._context.bridge.data_changed.connect(self._refresh)

    def _refresh(self) -> None:
        if self.isVisible():
            self.controller.read()

    def choose_period(self, key: str) -> None:
        """Show the statistics of another time."""
        self.controller.choose(period=Period(key))
        self.periods.show_picked(key)
        self.own.setVisible(self.controller.period is Period.OWN)

    def _choose_own(self, days: Span) -> None:
        self.controller.choose(own=days)

    # Display

    def _words(self) -> StatisticsWords:
        return StatisticsWords(self._context.language.words)

    def _colours(self) -> Colours:
        return Theme(chosen(self._context.preferences.settings.theme)).colours

    def _retranslate(self) -> None:
        words = self._words()
        self.periods.set_options(
            [(period.value, words.text(name)) for period, name in PERIODS.items()]
        )
        self.periods.setMinimumContentsLength(
            max(len(words.text(name)) for name in PERIODS.values())
        )
        self.periods.setAccessibleName(self.tr("Period"))
        self.periods.show_picked(self.controller.period.value)
        self.own.setVisible(self.controller.period is Period.OWN)
        self.desks.set_options(
            {_HERE: self.tr("This desk"), _EVERYWHERE: self.tr("All desks of the venue")}
        )
        self.desks.show_chosen(_EVERYWHERE if self.controller.all_desks else _HERE)
        self._files["pdf"].set_texts(self.tr("Save PDF"), self.tr("Save a report as PDF"))
        self._files["xlsx"].set_texts(self.tr("Save Excel"), self.tr("Save the visits for Excel"))
        self._files["csv"].set_texts(self.tr("Save CSV"), self.tr("Save the visits as CSV"))
        self._cards.set_texts(
            self.tr("Visits with card numbers"),
            self.tr(
                "The files above contain no card numbers. Save card numbers only if the culture "
                "office asks for them, and keep the file safe: card numbers show where people go."
            ),
        )
        self._with_cards.set_texts(
            self.tr("Save with card numbers"),
            self.tr("Save card numbers in a file?"),
            self.tr("Save the numbers"),
            self.tr("Do not save them"),
        )
        self._show()

    def _show(self) -> None:
        words, statistics = self._words(), self.controller.statistics
        self._header.set_texts(self.tr("Statistics"), words.span(self.controller.span()))
        some = statistics is not None and statistics.total.visits > 0
        for part in (self._sums, self.breakdown, self._cards):
            part.setVisible(some)
        for button in self._files.values():
            button.setEnabled(some and not self.controller.writing)
        self.empty.setVisible(not some)
        self._show_empty()
        if statistics is not None and some:
            counted = [sums(statistics, words)[place] for place in _ORDER]
            apart = self.tr("Assistants, counted separately")
            counted[-1] = (apart, counted[-1][1])
            self._sums.show_sums(counted, words.certainty(statistics))
            self.breakdown.show_statistics(statistics, words, self.controller.span())

    def _show_empty(self) -> None:
        self.empty.show_loading(
            loading=self.controller.statistics is None and self.controller.error is None
        )
        if self.controller.error is not None:
            self.empty.set_texts(
                *self._context.language.words.error_headline(self.controller.error)
            )
            return
        refused = (
            self._words().certainty(self.controller.statistics)
            if self.controller.statistics
            else []
        )
        self.empty.set_texts(
            self.tr("No visits in this period"),
            " ".join([self.tr("Visits appear here as soon as you record tickets."), *refused]),
            "" if self.controller.period is Period.ALL else self.tr("Show all visits"),
        )

    # Files

    def _ask_where(self, forms: list[str], *, with_cards: bool = False) -> None:
        """Let a file be named; the window goes on meanwhile."""
        name = "-".join(["kaikukortti", *(str(day) for day in self.controller.span() if day)])
        ask_where(
            self,
            self.tr("Save as"),
            f"{name}.{forms[0]}",
            [_FILTERS[form] for form in forms],
            lambda path: self.write(path, forms, with_cards=with_cards),
        )

    def write(self, path: Path, forms: list[str], *, with_cards: bool = False) -> None:
        """Write a file of one of these forms, as its name says, or else of the first."""
        statistics = self.controller.statistics
        form = path.suffix.removeprefix(".").lower()
        form = form if form in forms else forms[0]
        if form == "pdf" and statistics is not None:
            made = report(
                statistics,
                self.controller.span(),
                self.controller.today(),
                self._words(),
                all_desks=self.controller.all_desks,
            )
            self.controller.report(path, lambda: draw_report(made))
        else:
            self.controller.export(path, form, with_cards=with_cards)
        self._context.notifier.clear()
        self._file = path.name
        self._come_along(None)
        self.progress.show()
        self._show()

    def _come_along(self, part: float | None) -> None:
        what = self.tr("Saving {file}…").format(file=self._file)
        self.progress.show_progress(what, part, time.monotonic())

    def _notify_written(self, path: Path, count: int) -> None:
        self.progress.hide()
        texts = [self.tr("Saved: {file}").format(file=path.name)]
        if count >= 0:
            texts.append(self._context.language.words.exported(count))
        self._context.notifier.notify("success", ". ".join(texts))
        self._show()

    def _notify_not_written(self, error: Exception) -> None:
        self.progress.hide()
        text = " ".join(self._context.language.words.error(error))
        stopped = isinstance(error, ExportStoppedError)
        self._context.notifier.notify("info" if stopped else "error", text)
        self._show()
