"""Statistics by day, offer, sector or venue, as table rows and as chart bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.messages.sentences import sentences
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.reporting import Sum
from desk_app.services.statistics import Statistics
from desk_app.ui.widgets.chosen_periods import Span
from desk_app.ui.widgets.statistics_words import (
    HEADINGS,
    NAMES,
    SUMS,
    Grouping,
    Measure,
    StatisticsWords,
)

_MOST_DAYS = 62
"""Beyond two months a chart has a column for each month."""
_MOST_MONTHS = 36
"""Beyond three years, for each year."""
_MOST_BARS = 10
"""The rest are one bar together; the table has them all."""
_MOST_IN_TEXT = 12
"""Bars that are read out one by one."""

_REST = QT_TRANSLATE_NOOP("Figures", "All others")
_MOST = QT_TRANSLATE_NOOP(
    "Figures", "Highest: {bar}. The table next to the chart has all the numbers."
)


@dataclass(frozen=True, slots=True)
class BreakdownRow:
    """One line of a table.

    A day has a ``short`` name within its month, and its month as the ``group``: a chart says every
    day so where the names have no room.
    """

    name: str
    sum: Sum
    short: str = ""
    group: str = ""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of a sum in the order of the table's columns."""
        return numbers(self.sum)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar. ``parts`` are its segments from the bottom; ``said`` describes it in words."""

    name: str
    parts: tuple[int, ...]
    text: str
    short: str = ""
    group: str = ""

    @property
    def total(self) -> int:
        """The length of the whole bar."""
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. ``upright`` bars stand side by side along the time; others lie below each other."""

    title: str
    parts: tuple[str, ...]
    bars: tuple[Bar, ...]
    upright: bool
    text: str
    """The whole chart in words, for who does not see it."""


def numbers(summed: Sum) -> tuple[int, ...]:
    """A sum as a line of numbers, in the order of their names, ``SUMS``."""
    return summed.visits, summed.tickets, summed.adults, summed.minors, summed.assistants


def groupings(statistics: Statistics) -> tuple[Grouping, ...]:
    """The groupings of these statistics: by venue where there are several."""
    return tuple(by for by in Grouping if by is not Grouping.VENUE or len(statistics.venues) > 1)


def titles(by: Grouping, words: StatisticsWords) -> tuple[str, ...]:
    """The titles of the table's columns."""
    return words.text(NAMES[by]), *(words.text(name) for name in SUMS)


def lines(statistics: Statistics, by: Grouping, words: StatisticsWords) -> list[BreakdownRow]:
    """Every line of the table."""
    match by:
        case Grouping.DAY:
            return [
                BreakdownRow(words.words.date(day), each) for day, each in statistics.days.items()
            ]
        case Grouping.OFFER:
            names = statistics.names
            return [
                BreakdownRow(words.offer(names[of]), each) for of, each in statistics.offers.items()
            ]
        case Grouping.SECTOR:
            return [
                BreakdownRow(words.sector(sector), each)
                for sector, each in statistics.sectors.items()
            ]
        case Grouping.VENUE:
            return [BreakdownRow(venue, each) for venue, each in statistics.venues.items()]


def chart(
    statistics: Statistics,
    by: Grouping,
    measure: Measure,
    words: StatisticsWords,
    days: Span = (None, None),
) -> Chart:
    """The bars, few enough to be looked at; along the time every day of ``days`` has its place."""
    if by is Grouping.DAY:
        shown = _along_time(statistics.days, days, words)
    else:
        shown = _few(lines(statistics, by, words), words)
    tickets = measure is Measure.TICKETS
    bars = tuple(
        Bar(
            line.name,
            (line.sum.adults, line.sum.minors) if tickets else (line.sum.visits,),
            _line_text(line, words),
            line.short,
            line.group,
        )
        for line in shown
    )
    return Chart(
        title=words.text(HEADINGS[measure, by]),
        parts=(words.text("Adults"), words.text("Minors")) if tickets else (words.text("Visits"),),
        bars=bars,
        upright=by is Grouping.DAY,
        text=_bars_text(bars, words),
    )


def _along_time(
    days: Mapping[date, Sum], asked: Span, words: StatisticsWords
) -> list[BreakdownRow]:
    """A line for each day, month or year from the first to the last, the empty ones too."""
    if not days:
        return []
    first = min(asked[0] or date.max, *days)
    last = max(asked[1] or date.min, *days)
    length = (last - first).days + 1
    if length <= _MOST_DAYS:
        every = (first + timedelta(days=n) for n in range(length))
        return [
            BreakdownRow(words.short_day(day), days.get(day, Sum()), str(day.day), _month(day))
            for day in every
        ]
    name = _month if length <= _MOST_MONTHS * 31 else _year
    sums = {name(first + timedelta(days=n)): Sum() for n in range(length)}
    for day, summed in days.items():
        sums[name(day)] += summed
    return [BreakdownRow(at, summed) for at, summed in sums.items()]


def _month(day: date) -> str:
    return f"{day.month}/{day.year}"


def _year(day: date) -> str:
    return str(day.year)


def _few(all_lines: Sequence[BreakdownRow], words: StatisticsWords) -> list[BreakdownRow]:
    if len(all_lines) <= _MOST_BARS:
        return list(all_lines)
    shown, rest = all_lines[: _MOST_BARS - 1], all_lines[_MOST_BARS - 1 :]
    return [*shown, BreakdownRow(words.text(_REST), sum((line.sum for line in rest), Sum()))]


def _line_text(line: BreakdownRow, words: StatisticsWords) -> str:
    sums = zip(SUMS, line.numbers, strict=True)
    return f"{line.name}: " + ", ".join(f"{words.text(name)} {number}" for name, number in sums)


def _bars_text(bars: Sequence[Bar], words: StatisticsWords) -> str:
    if len(bars) <= _MOST_IN_TEXT:
        return sentences(*(bar.text for bar in bars))
    return words.text(_MOST).format(bar=max(bars, key=lambda bar: bar.total).text)
