"""Small numbers in published tables: 1 to 4 are shown as "<5", and are not to be found by sums.

A table has any number of dimensions, each with its totals. A small number is safe where there is
another table that looks the same and in which it differs: each small number is hidden with so many
others that all of them could grow or shrink by one together, and nothing that is shown would change
(:mod:`sync.server.console.cell_suppression`).
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

from sync.server.console.cell_suppression import SMALLEST, CellSuppression, TableSuppression

if TYPE_CHECKING:
    import numpy as np

Key = tuple[str, ...]
TOTAL = ""
"""In the place of a name: the sum over all of them."""


class Suppressed(StrEnum):
    """What stands in the place of a number that is not published."""

    SMALL = "<5"  # it is 1 to 4
    HIDDEN = "*"  # with it a small one could be found


Shown = int | Suppressed


def with_totals(parts: Mapping[Key, int], names: Sequence[Sequence[str]]) -> dict[Key, int]:
    """Every cell and every total over one or more dimensions."""
    return dict(zip(_keys(names), _summed(parts, names).ravel().tolist(), strict=True))


def published(parts: Mapping[Key, int], names: Sequence[Sequence[str]]) -> dict[Key, Shown]:
    """What may be shown of a table and its totals."""
    table = _summed(parts, names)
    values = table.ravel().tolist()
    shown: list[Shown] = values
    if any(map(_is_small, values)):
        shown = shown_of(TableSuppression(values, table.shape))
    return dict(zip(_keys(names), shown, strict=True))


def shown_of(moves: CellSuppression) -> list[Shown]:
    """What may be shown of the cells that some moves change."""
    small = {place for place, value in enumerate(moves.values) if _is_small(value)}
    shown: list[Shown] = list(moves.values)
    moves.hide(small)
    for place in moves.hidden:
        is_marked = place in small and place not in moves.unmarked
        shown[place] = Suppressed.SMALL if is_marked else Suppressed.HIDDEN
    return shown


def _is_small(value: int) -> bool:
    return 0 < value < SMALLEST


def _keys(names: Sequence[Sequence[str]]) -> Iterator[Key]:
    return product(*([*each, TOTAL] for each in names))


def _summed(parts: Mapping[Key, int], names: Sequence[Sequence[str]]) -> "np.ndarray":
    """The table with its totals: they come last in each dimension."""
    import numpy as np  # noqa: PLC0415 - tables are made in a process beside

    place_of = [{name: place for place, name in enumerate(each)} for each in names]
    table = np.zeros([len(each) + 1 for each in names], dtype=np.int64)
    for key, value in parts.items():
        table[tuple(places[name] for places, name in zip(place_of, key, strict=True))] += value
    for axis in range(len(names)):
        np.moveaxis(table, axis, 0)[-1] = table.sum(axis=axis)
    return table
