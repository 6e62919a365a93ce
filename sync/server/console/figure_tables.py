"""The figures that the console publishes, with small numbers suppressed in all of them together.

Adults, minors and assistants are tables of their own by area, sector and month, and their sums over
each other are nowhere. All that is shown of one of them is a part of one table, so that no two
pages together tell what one does not. A year that still grows is counted by fives, so that no two
days together tell it either; a closed one is exact, but for what is suppressed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from threading import Lock

from sync.rules.offers import Sector
from sync.rules.tickets import TicketGroup
from sync.rules.venues import area_key
from sync.server.console.context import Console
from sync.server.console.rounding import in_fives
from sync.server.console.suppression import TOTAL, Key, Shown, published, with_totals
from sync.server.store import cards, figures, venues, visit_sums
from sync.server.store.figures import CARD_STATES, Uses

MONTHS = tuple(f"{month:02d}" for month in range(1, 13))
UNKNOWN_SECTOR = "?"
"""Of visits to an offer that is lost."""
_KEPT_SECONDS = 60.0
"""How long sums are shown again without adding up: hiding small numbers takes its time."""
_MOST_KEPT = 20


class Counting(StrEnum):
    """How exact the numbers of tickets are."""

    FIVES = "fives"  # the year still grows
    CLOSED = "closed"  # as they were when the year was closed, without what is suppressed
    EXACT = "exact"  # a venue's own


@dataclass(frozen=True, slots=True, eq=False)
class FigureTables:
    """What may be shown of a year; empty names in the keys are totals. Equal is the same alone."""

    year: int
    counting: Counting
    areas: tuple[str, ...]
    sectors: tuple[str, ...]
    months: tuple[str, ...]
    """Those that have begun."""
    uses: Mapping[TicketGroup, Mapping[Key, Shown]]
    """By area, sector and month."""
    cards: Mapping[str, Mapping[Key, Shown]]
    """By how they are now: each by area, and in all. By fives, as cards come and go every day."""
    issued: Mapping[Key, Shown]
    """Cards that began to be valid in the year, by area and month."""

    def name_of(self, area: str) -> str:
        """An area as the tables write it."""
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


class Figures:
    """Adds up, and keeps what came out for a minute. Safe to use from many threads."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._kept: dict[tuple[int, str | None], tuple[float, FigureTables]] = {}
        self._lock = Lock()

    def of_year(self, year: int, venue_id: str | None = None) -> FigureTables:
        """The figures of a year, of everywhere or of one venue.

        A venue's own are exact: it has recorded each of them, and sees each of its visits.
        """
        now = self._console.now().timestamp()
        with self._lock:
            kept = self._kept.get((year, venue_id))
        if kept is not None and 0 <= now - kept[0] < _KEPT_SECONDS:
            return kept[1]
        made = self._of_all(year) if venue_id is None else self._of_venue(year, venue_id)
        with self._lock:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[year, venue_id] = now, made
        return made

    def _of_venue(self, year: int, venue_id: str) -> FigureTables:
        visit_sums.bring_up_to_date(self._console.database)
        with self._console.database.reading() as connection:
            found = figures.uses(connection, year, venue_id)
        areas, sectors = tuple(sorted({each.area for each in found})), _sectors(found)
        names = areas, sectors, MONTHS
        cells: dict[TicketGroup, Mapping[Key, Shown]] = {
            group: {**with_totals(_parts(found, group), names)} for group in TicketGroup
        }
        return FigureTables(year, Counting.EXACT, areas, sectors, MONTHS, cells, {}, {})

    def _of_all(self, year: int) -> FigureTables:
        today = self._console.today()
        found, is_closed = self._counted(year, today)
        with self._console.database.reading() as connection:
            states = figures.card_states(connection, today)
            begun = figures.cards_begun(connection, year)
            areas_of_venues = [each.area for each in venues.all_of(connection)]
        names = _names([*areas_of_venues, *states, *(each.area for each in found)])
        found = [replace(each, area=names[area_key(each.area)]) for each in found]
        areas, sectors = tuple(sorted(set(names.values()))), _sectors(found)
        months = MONTHS if year < today.year else MONTHS[: today.month]
        show = _published_once if is_closed else in_fives
        cells = (areas, sectors, months)
        return FigureTables(
            year,
            Counting.CLOSED if is_closed else Counting.FIVES,
            areas,
            sectors,
            months,
            {group: show(_parts(found, group), cells) for group in TicketGroup},
            {state: in_fives(_by_area(states, state, names), (areas,)) for state in CARD_STATES},
            in_fives(_folded(begun, names), (areas, months)),
        )

    def _counted(self, year: int, today: date) -> tuple[list[Uses], bool]:
        """What was accepted in a year, and whether it is closed; the first who asks closes it."""
        database = self._console.database
        is_over = today >= first_closed_day(year)
        if is_over:
            with database.reading() as connection:
                kept = figures.closed(connection, year)
            if kept is not None:
                return kept, True
        visit_sums.bring_up_to_date(database)
        with database.reading() as connection:
            counted = figures.uses(connection, year)
        if not is_over:
            return counted, False
        with database.writing() as connection:
            cards.head(connection, lock=True)  # so that two who ask at once agree
            kept = figures.closed(connection, year)
            if kept is None:
                kept = counted
                figures.close(connection, year, kept, self._console.now())
        return kept, True


def _published_once(
    parts: Mapping[Key, int], names: tuple[tuple[str, ...], ...]
) -> Mapping[Key, Shown]:
    """What may be shown of the same numbers is the same: those of closed years do not change."""
    return _published(frozenset(parts.items()), names)


@lru_cache(maxsize=33)  # three groups of as many years as can be chosen
def _published(
    parts: frozenset[tuple[Key, int]], names: tuple[tuple[str, ...], ...]
) -> Mapping[Key, Shown]:
    return published(dict(parts), names)


def first_closed_day(year: int) -> date:
    """From when a year's figures change no more. Ours: a month for what desks send late."""
    return date(year + 1, 2, 1)


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
    parts = Counter[Key]()
    for each in found:
        parts[each.area, each.sector or UNKNOWN_SECTOR, each.month] += each.counts[group]
    return parts


def _by_area(
    states: Mapping[str, Mapping[str, int]], state: str, names: Mapping[str, str]
) -> dict[Key, int]:
    return _folded({(area,): counts[state] for area, counts in states.items()}, names)


def _folded(parts: Mapping[tuple[str, ...], int], names: Mapping[str, str]) -> dict[Key, int]:
    """The same with one name for each area."""
    found = Counter[Key]()
    for (area, *rest), count in parts.items():
        found[names[area_key(area)], *rest] += count
    return found


def years(today: date, first: int = 2015) -> list[int]:
    """The years that there can be figures of, this one first."""
    return list(range(today.year, max(first, today.year - 10) - 1, -1))
