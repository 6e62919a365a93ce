"""The statistics that the console publishes, with small numbers suppressed in all of them together.

Adults, minors and assistants are tables of their own by area, sector and month, and their sums over
each other are nowhere. All that is shown of one of them is a part of one table, so that no two
pages of one moment together tell what one does not. The cards of all years are one table in that
sense (:mod:`sync.server.console.card_statistics`). What is shown as a number is exact.

A running server adds them up once a minute at most, however many ask: desks come first. Beyond
that minute, only what follows from the same numbers is kept, so that a register that is put back
from a backup finds its own statistics here, or none. A venue's own are always added up anew.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from threading import Lock
from time import monotonic
from typing import NamedTuple

from sync.rules.offers import Sector
from sync.rules.tickets import TicketGroup
from sync.rules.venues import area_key
from sync.server.console.card_statistics import CardStatistics, published_cards
from sync.server.console.context import Console
from sync.server.console.result_cache import ResultCache
from sync.server.console.store import statistics
from sync.server.console.store.statistics import CARD_STATES, Uses
from sync.server.console.suppression import TOTAL, Key, Shown, published, with_totals
from sync.server.store import cards, venues

MONTHS = tuple(f"{month:02d}" for month in range(1, 13))
UNKNOWN_SECTOR = "?"
"""Of visits to an offer that is lost."""
_Counts = tuple[tuple[Key, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class StatisticsTables:
    """What may be shown of a year; empty names in the keys are totals. Equal is the same alone."""

    year: int
    is_own: bool
    """Whether it is a venue's own, without anything suppressed."""
    is_growing: bool
    """Whether the year is not over."""
    areas: tuple[str, ...]
    sectors: tuple[str, ...]
    months: tuple[str, ...]
    """Those that have begun."""
    uses: Mapping[TicketGroup, Mapping[Key, Shown]]
    """By area, sector and month."""
    cards: Mapping[str, Mapping[Key, Shown]]
    """By how they are now: each by area, and in all."""
    issued: Mapping[Key, Shown]
    """Cards that began to be valid in the year, by area and month."""

    def about(self) -> Iterator[str]:
        """The texts that say how the numbers are to be read."""
        if self.is_own:
            yield "statistics.own"
            return
        yield from ("statistics.exact", "statistics.hidden")
        if self.is_growing:
            yield "statistics.growing"

    def name_of(self, area: str) -> str:
        """An area as the tables write it."""
        if area == TOTAL:
            return TOTAL
        return next((each for each in self.areas if area_key(each) == area_key(area)), area)

    def lines(self, area: str) -> Iterator[tuple[str, str, str, str, Shown]]:
        """Everything of an area, or of all, as lines of a table for export."""
        for group, cells in self.uses.items():
            for key, value in cells.items():
                if area in {TOTAL, key[0]}:
                    yield group.value, key[0], key[1], key[2], value
        for state, by_area in self.cards.items():
            for (name,), value in by_area.items():
                if area in {TOTAL, name}:
                    yield f"cards_{state}", name, TOTAL, TOTAL, value
        for (name, month), value in self.issued.items():
            if area in {TOTAL, name}:
                yield "cards_issued", name, TOTAL, month, value


class CardCounts(NamedTuple):
    """The cards that are in the register."""

    now: _Counts = ()
    """By area and how they are, of :data:`CARD_STATES`."""
    begun: _Counts = ()
    """By area, and the year and month in which they began to be valid."""


class YearNumbers(NamedTuple):
    """The numbers that the tables of a year are made of."""

    year: int
    is_growing: bool
    months: tuple[str, ...]
    areas: frozenset[str]
    """Of venues, as they are written there."""
    uses: tuple[Uses, ...]
    cards: CardCounts = CardCounts()
    is_own: bool = False
    """Whether a venue alone is to see them, and exactly."""


class StatisticsCounter:
    """Counts the statistics of a year. Safe to use from many threads."""

    def __init__(self, console: Console, *, good_for: float = 0) -> None:
        """``good_for`` is for how many seconds what was counted is shown to all who ask."""
        self._console = console
        self._good_for = good_for
        self._years: dict[int, tuple[float, YearNumbers]] = {}
        self._counting = Lock()
        self._cards: tuple[tuple[cards.Head, date], CardCounts] | None = None
        self._lock = Lock()

    def of_year(self, year: int, venue_id: str | None = None) -> YearNumbers:
        """What there was in a year, everywhere or at one venue."""
        if venue_id is not None or not self._good_for:
            return self._counted(year, venue_id)
        with self._counting:  # those who ask meanwhile get the same
            counted_at, kept = self._years.get(year, (-inf, None))
            if kept is None or monotonic() - counted_at >= self._good_for:
                counted_at, kept = monotonic(), self._counted(year)
                self._years[year] = counted_at, kept
            return kept

    def _counted(self, year: int, venue_id: str | None = None) -> YearNumbers:
        today = self._console.today()
        is_growing = year >= today.year
        with self._console.database.reading() as connection:
            found = tuple(sorted(statistics.uses(connection, year, venue_id)))
            areas = frozenset(each.area for each in venues.all_of(connection))
        if venue_id is not None:
            own = frozenset(each.area for each in found)
            return YearNumbers(year, is_growing, MONTHS, own, found, is_own=True)
        last = max([today.month, *(int(each.month) for each in found)]) if is_growing else 12
        by_cards = self._counted_cards(today)
        return YearNumbers(year, is_growing, MONTHS[:last], areas, found, by_cards)

    def _counted_cards(self, today: date) -> CardCounts:
        """Cards by area, counted once for each register of cards, which its checksum names."""
        with self._console.database.reading() as connection:
            key = cards.head(connection), today
            with self._lock:
                kept = self._cards
            if kept is not None and kept[0] == key:
                return kept[1]
            states = statistics.card_states(connection, today)
            begun = statistics.cards_begun(connection, today)
            is_same = cards.head(connection) == key[0]
        counted = CardCounts(
            tuple(
                ((area, state), count)
                for area, counts in sorted(states.items())
                for state, count in counts.items()
            ),
            tuple(sorted(begun.items())),
        )
        if is_same:
            with self._lock:
                self._cards = key, counted
        return counted


_tables = ResultCache[int, YearNumbers, StatisticsTables]()
_cards = ResultCache[str, CardCounts, CardStatistics]()


def tables_of(counted: YearNumbers) -> StatisticsTables:
    """What may be shown. A venue's own are exact: it has recorded, and sees, each of its visits."""
    if counted.is_own:
        return _made(counted)
    return _tables.of(counted.year, counted, _made)


def _made(counted: YearNumbers) -> StatisticsTables:
    of_cards = [key[0] for key, _ in (*counted.cards.now, *counted.cards.begun)]
    names = _names([*counted.areas, *of_cards, *(each.area for each in counted.uses)])
    found = [each._replace(area=names[area_key(each.area)]) for each in counted.uses]
    areas, sectors = tuple(sorted(set(names.values()))), _sectors(found)
    cells = areas, sectors, counted.months
    show = with_totals if counted.is_own else published
    return StatisticsTables(
        counted.year,
        counted.is_own,
        counted.is_growing,
        areas,
        sectors,
        counted.months,
        {group: {**show(_parts(found, group), cells)} for group in TicketGroup},
        {} if counted.is_own else _now(counted, areas),
        {} if counted.is_own else _issued(counted, areas),
    )


def _now(counted: YearNumbers, areas: Iterable[str]) -> dict[str, dict[Key, Shown]]:
    shown = _cards.of("all", counted.cards, _card_statistics).now
    return {
        state: {(area,): shown.get((area_key(area), state), 0) for area in (*areas, TOTAL)}
        for state in CARD_STATES
    }


def _issued(counted: YearNumbers, areas: Iterable[str]) -> dict[Key, Shown]:
    shown, year = _cards.of("all", counted.cards, _card_statistics).begun, str(counted.year)
    return {
        (area, month): shown.get((area_key(area), year, month), 0)
        for area in (*areas, TOTAL)
        for month in (*counted.months, TOTAL)
    }


def _card_statistics(counts: CardCounts) -> CardStatistics:
    """An area is one however it is written."""
    now, begun = Counter[Key](), Counter[Key]()
    for (area, *rest), count in counts.now:
        now[area_key(area), *rest] += count
    for (area, *rest), count in counts.begun:
        begun[area_key(area), *rest] += count
    return published_cards(now, begun, CARD_STATES)


def _names(written: Iterable[str]) -> dict[str, str]:
    """How each area is shown, however it is written: best with a capital letter first."""
    ways: dict[str, set[str]] = {}
    for area in written:
        ways.setdefault(area_key(area), set()).add(area)
    return {
        key: min(each, key=lambda name: (name.isupper() or name.islower(), name))
        for key, each in ways.items()
    }


def _sectors(found: Iterable[Uses]) -> tuple[str, ...]:
    is_any_lost = any(not each.sector for each in found)
    return tuple(map(str, Sector)) + ((UNKNOWN_SECTOR,) if is_any_lost else ())


def _parts(found: Iterable[Uses], group: TicketGroup) -> dict[Key, int]:
    place, parts = list(TicketGroup).index(group), Counter[Key]()
    for each in found:
        parts[each.area, each.sector or UNKNOWN_SECTOR, each.month] += each.counts[place]
    return parts


def years(today: date, first: int = 2015) -> list[int]:
    """The years that there can be statistics of, this one first."""
    return list(range(today.year, max(first, today.year - 10) - 1, -1))
