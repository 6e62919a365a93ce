"""The figures that the console publishes, with small numbers suppressed in all of them together.

Adults, minors and assistants are tables of their own by area, sector and month, and their sums over
each other are nowhere. All that is shown of one of them is a part of one table, so that no two
pages together tell what one does not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock

from sync.rules.offers import Sector
from sync.rules.tickets import TicketGroup
from sync.server.console.context import Console
from sync.server.console.suppression import TOTAL, Key, Shown, published, with_totals
from sync.server.store import figures
from sync.server.store.figures import CARD_STATES, Uses

MONTHS = tuple(f"{month:02d}" for month in range(1, 13))
_KEPT_SECONDS = 60.0
"""How long sums are shown again without adding up: a million visits take a second."""
_MOST_KEPT = 20


@dataclass(frozen=True, slots=True)
class FigureTables:
    """What may be shown of a year; keys are area, sector and month, empty ones the totals."""

    year: int
    areas: tuple[str, ...]
    sectors: tuple[str, ...]
    uses: Mapping[TicketGroup, Mapping[Key, Shown]]
    cards: Mapping[str, Mapping[Key, Shown]]
    """By how they are: each by area, and in all."""

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
        made = self._made(year, venue_id)
        with self._lock:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[year, venue_id] = now, made
        return made

    def _made(self, year: int, venue_id: str | None) -> FigureTables:
        with self._console.database.reading() as connection:
            found = figures.uses(connection, year, venue_id)
            cards: dict[str, dict[str, int]] = {}
            if venue_id is None:
                cards = figures.cards_by_area(connection, year, self._console.today())
        areas = tuple(sorted({each.area for each in found} | cards.keys()))
        sectors = tuple(map(str, Sector)) + (("?",) if any(not u.sector for u in found) else ())
        exact = venue_id is not None
        return FigureTables(
            year,
            areas,
            sectors,
            {
                g: _shown(_parts(found, g), (areas, sectors, MONTHS), exact=exact)
                for g in TicketGroup
            },
            {
                state: _shown(
                    {(area,): cards[area][state] for area in cards}, (areas,), exact=exact
                )
                for state in CARD_STATES
                if cards
            },
        )


def _parts(found: list[Uses], group: TicketGroup) -> dict[Key, int]:
    parts: dict[Key, int] = {}
    for each in found:
        key = each.area, each.sector or "?", each.month
        parts[key] = parts.get(key, 0) + each.counts[group]
    return parts


def _shown(
    parts: dict[Key, int], names: tuple[tuple[str, ...], ...], *, exact: bool
) -> dict[Key, Shown]:
    return {**with_totals(parts, names)} if exact else published(parts, names)


def years(today: date, first: int = 2015) -> list[int]:
    """The years that there can be figures of, this one first."""
    return list(range(today.year, max(first, today.year - 10) - 1, -1))
