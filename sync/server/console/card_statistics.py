"""The statistics of the cards by area that may be shown: how they are now, and when they began."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sync.server.console.card_suppression import CardColumn, CardSuppression
from sync.server.console.suppression import TOTAL, Key, Shown, shown_of

_NOW, _BEGUN = range(2)


@dataclass(frozen=True, slots=True)
class CardStatistics:
    """The two tables of cards, with small numbers suppressed in both together."""

    now: Mapping[Key, Shown]
    """By area and state."""
    begun: Mapping[Key, Shown]
    """By area, year and month."""


def published_cards(
    now: Mapping[Key, int], begun: Mapping[Key, int], states: Sequence[str]
) -> CardStatistics:
    """What is not in them is nought.

    Those that begin later are in the first table alone: they are a month that is not shown.
    """
    import numpy as np  # noqa: PLC0415 - see suppression

    areas = sorted({area for area, _ in now} | {area for area, _, _ in begun})
    months = sorted({(year, month) for _, year, month in begun})
    years = sorted({year for year, _ in months})
    columns = [CardColumn(_NOW) for _ in states]
    columns += [CardColumn(_BEGUN, years.index(year)) for year, _ in months]
    columns += [CardColumn(_BEGUN, is_shown=False)]
    parts = np.zeros((len(areas), len(columns)), dtype=np.int64)
    row_of = {area: row for row, area in enumerate(areas)}
    for (area, state), count in now.items():
        parts[row_of[area], states.index(state)] = count
    column_of = {month: len(states) + place for place, month in enumerate(months)}
    for (area, year, month), count in begun.items():
        parts[row_of[area], column_of[year, month]] = count
    ends = len(states)
    later = parts[:, :ends].sum(axis=1) - parts[:, ends:].sum(axis=1)
    parts[:, -1] = np.maximum(later, 0)
    shown = shown_of(CardSuppression(parts, columns))
    names: list[Key | None] = [(state,) for state in states]
    names += [*months, None, *((year, TOTAL) for year in years)]
    cells: dict[Key, Shown] = {}
    for place, value in enumerate(shown):
        row, column = divmod(place, len(names))
        if (name := names[column]) is not None:
            cells[areas[row] if row < len(areas) else TOTAL, *name] = value
    return CardStatistics(
        {key: value for key, value in cells.items() if len(key) == 2},
        {key: value for key, value in cells.items() if len(key) == 3},
    )
