"""Small numbers in published tables: 1 to 4 are shown as "<5", and are not to be found by sums.

A table has any number of dimensions, each with its totals. A small cell is safe where there is
another table with the same published cells, in which the small one differs: so with it cells are
hidden at the corners of a box through the table, to which one can be added and taken in turn, and
no published sum changes. Where there is no such box, all but the zeros are hidden.

What was shown by fives before (:mod:`sync.server.console.rounding`) is known too: no corner leaves
its five.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product

Key = tuple[str, ...]
_Corner = tuple[Key, int]
TOTAL = ""
"""In the place of a name: the sum over all of them."""
SMALLEST = 5
_MOST_PARTNERS = 12
"""Of one dimension: the largest ones are tried, so that a nation's table takes no minutes."""


class Kept(StrEnum):
    """What stands in the place of a number that is not published."""

    SMALL = "<5"  # it is 1 to 4
    HIDDEN = "*"  # it is none of these: with it a small one could be found


Shown = int | Kept


def with_totals(parts: Mapping[Key, int], names: Sequence[Sequence[str]]) -> dict[Key, int]:
    """Every cell and every total over one or more dimensions."""
    cells = dict.fromkeys(product(*([*each, TOTAL] for each in names)), 0)
    for key, value in parts.items():
        for places in product(*((name, TOTAL) for name in key)):
            cells[places] += value
    return cells


def published(parts: Mapping[Key, int], names: Sequence[Sequence[str]]) -> dict[Key, Shown]:
    """What may be shown of a table and its totals."""
    cells = with_totals(parts, names)
    small = [key for key, value in cells.items() if 0 < value < SMALLEST]
    hidden = set(small)
    partners = [_largest(cells, place, each) for place, each in enumerate(names)]
    movable = _Movable(cells)
    for key in small:
        box = _cheapest_box(key, cells, hidden, partners, movable)
        if box is None:
            return {key: Kept.HIDDEN if value else 0 for key, value in cells.items()}
        hidden |= box
    shown: dict[Key, Shown] = dict(cells)
    for key in hidden:
        shown[key] = Kept.SMALL if cells[key] < SMALLEST else Kept.HIDDEN
    return shown


def _largest(cells: Mapping[Key, int], place: int, names: Sequence[str]) -> list[str]:
    """The names of a dimension with the largest totals, and the total itself."""
    rest = len(next(iter(cells))) - place - 1

    def total(name: str) -> int:
        return cells[(*[TOTAL] * place, name, *[TOTAL] * rest)]

    return [*sorted(names, key=total, reverse=True)[:_MOST_PARTNERS], TOTAL]


class _Movable:
    """Which cells can grow by one (1), or shrink (-1), and still be shown as they are, and were."""

    def __init__(self, cells: Mapping[Key, int]) -> None:
        self._by_step = {
            step: {key for key, value in cells.items() if _stays(key, value, value + step)}
            for step in (1, -1)
        }

    def all(self, corners: Iterable[_Corner], step: int) -> bool:
        """Whether all corners of a box can move together."""
        return all(corner in self._by_step[sign * step] for corner, sign in corners)


def _stays(key: Key, before: int, after: int) -> bool:
    had_fives = TOTAL not in {key[0], *key[2:]}
    if not before or not after or (had_fives and before // SMALLEST != after // SMALLEST):
        return False
    return (0 < before < SMALLEST) == (0 < after < SMALLEST)


def _cheapest_box(
    key: Key,
    cells: Mapping[Key, int],
    hidden: set[Key],
    partners: Sequence[Sequence[str]],
    movable: _Movable,
) -> set[Key] | None:
    """The corners of a box around a small cell of which fewest are still to be hidden."""
    best: tuple[int, int] | None = None
    found: set[Key] | None = None
    steps = [step for step in (1, -1) if movable.all([(key, 1)], step)]
    for corners in _boxes([(key, 1)], partners, movable, steps):
        new = {corner for corner, _ in corners} - hidden
        cost = len(new), sum(cells[each] for each in new)
        if best is None or cost < best:
            best, found = cost, new
        if not new:
            break
    return found


def _boxes(
    corners: list[_Corner],
    partners: Sequence[Sequence[str]],
    movable: _Movable,
    steps: Sequence[int],
    place: int = 0,
) -> Iterator[list[_Corner]]:
    """Boxes that can move by one of the steps, dimension by dimension.

    Each corner is told with whether it grows (1) or shrinks (-1) when the small cell grows: two
    parts of a sum change against each other, a part and its total change alike.
    """
    if place == len(partners):
        yield corners
        return
    name = corners[0][0][place]
    for other in partners[place]:
        if other == name:
            continue
        turn = 1 if TOTAL in {name, other} else -1
        turned = [
            ((*corner[:place], other, *corner[place + 1 :]), sign * turn)
            for corner, sign in corners
        ]
        possible = [step for step in steps if movable.all(turned, step)]
        if possible:
            yield from _boxes([*corners, *turned], partners, movable, possible, place + 1)
