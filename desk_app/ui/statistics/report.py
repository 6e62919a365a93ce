"""The content of the statistics report for the culture office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.statistics import Statistics
from desk_app.ui.statistics.breakdown import Chart, chart, groupings, lines, numbers, titles
from desk_app.ui.widgets.chosen_periods import Span
from desk_app.ui.widgets.statistics_words import SUMS, Measure, StatisticsWords

_TITLE = QT_TRANSLATE_NOOP("Figures", "Kaikukortti visits")
_MADE = QT_TRANSLATE_NOOP("Figures", "Created with Kaikuluukku on {day}")
_PAGE = QT_TRANSLATE_NOOP("Figures", "Page {number}")


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A chart, and the same numbers as a table."""

    chart: Chart
    titles: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class StatisticsReport:
    """A report. ``about`` are lines below the title; ``page`` has a place for the ``{number}``."""

    title: str
    about: tuple[str, ...]
    sums: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    parts: tuple[ReportPart, ...]
    made: str
    page: str


def sums(statistics: Statistics, words: StatisticsWords) -> tuple[tuple[str, str], ...]:
    """The sums by name."""
    pairs = zip(SUMS, numbers(statistics.total), strict=True)
    return tuple((words.text(name), str(number)) for name, number in pairs)


def report(
    statistics: Statistics, days: Span, today: date, words: StatisticsWords, *, all_desks: bool
) -> StatisticsReport:
    """A report of these statistics, in the language of the words."""
    return StatisticsReport(
        title=words.text(_TITLE),
        about=(
            statistics.venue.name,
            words.desks(statistics, all_desks=all_desks),
            words.span(days),
        ),
        sums=sums(statistics, words),
        notes=tuple(words.certainty(statistics)),
        parts=tuple(
            ReportPart(
                chart(statistics, by, Measure.TICKETS, words, days),
                titles(by, words),
                [
                    (line.name, *(str(number) for number in line.numbers))
                    for line in lines(statistics, by, words)
                ],
            )
            for by in groupings(statistics)
        ),
        made=words.text(_MADE).format(day=words.words.date(today)),
        page=words.text(_PAGE),
    )
