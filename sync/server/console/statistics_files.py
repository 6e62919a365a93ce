"""Statistics as a page shows them, and as files; both are made in a process beside."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sync.rules.languages import Language
from sync.server.console import console_texts
from sync.server.console.result_cache import ResultCache
from sync.server.console.statistics_tables import StatisticsTables, YearNumbers, tables_of
from sync.server.console.suppression import TOTAL, Key, Shown
from sync.server.console.table_downloads import csv_in_parts, workbook

_files = ResultCache[tuple[str, ...], tuple[YearNumbers, ...], bytes]()


def page_of(counted: YearNumbers, area: str) -> tuple[StatisticsTables, str]:
    """What the page of an area, or of all, shows; and the area as the tables write it."""
    tables = tables_of(counted)
    area = tables.name_of(area)

    def is_shown(key: Key) -> bool:
        return key[0] == area or (area == TOTAL and key[-1] == TOTAL)

    def some(cells: Mapping[Key, Shown]) -> Mapping[Key, Shown]:
        return {key: value for key, value in cells.items() if is_shown(key)}

    uses = {group: some(cells) for group, cells in tables.uses.items()}
    return replace(tables, uses=uses), area


def csv_of(counted: YearNumbers, area: str, head: tuple[str, ...]) -> bytes:
    """Everything of an area, or of all, as text."""
    name = "csv", area, *head
    return _cached(name, (counted,), lambda: b"".join(csv_in_parts(head, _lines(counted, area))))


def workbook_of(counted: YearNumbers, area: str, head: tuple[str, ...]) -> bytes:
    """The same as a workbook."""
    name = "xlsx", area, *head
    return _cached(name, (counted,), lambda: workbook(head, _lines(counted, area)))


def _cached(
    name: tuple[str, ...], numbers: tuple[YearNumbers, ...], make: Callable[[], bytes]
) -> bytes:
    """A file for as long as its numbers are the same; a venue's own is made anew."""
    if numbers[0].is_own:
        return make()
    return _files.of((str(numbers[0].year), *name), numbers, lambda _: make())


def _lines(counted: YearNumbers, area: str) -> Iterator[list[str | int]]:
    tables = tables_of(counted)
    for line in tables.lines(tables.name_of(area)):
        yield [cell if isinstance(cell, int) else str(cell) for cell in line]


def yearly_of(
    years: Sequence[YearNumbers], area: str, place: str, today: date, language: Language
) -> bytes:
    """The first of some years on a page to print, beside the others."""
    from sync.server.console.yearly_report import yearly_pdf  # noqa: PLC0415 - it loads long

    words = console_texts.Texts()

    def text(key: str, **values: object) -> str:
        return words.text(language, key, **values).unescape()

    def make() -> bytes:
        tables = [tables_of(each) for each in years]
        return yearly_pdf(tables, tables[0].name_of(area), place, today, text)

    name = "pdf", area, place, today.isoformat(), language
    return _cached(name, tuple(years), make)
