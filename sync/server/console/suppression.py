"""Small numbers in published tables: 1 to 4 are shown as "<5", and are not to be found by sums.

A table has any number of dimensions, each with its totals. A small cell is safe where there is
another table with the same published cells, in which the small one differs: so with it cells are
hidden at the corners of a box through the table, to which one can be added and taken in turn, and
no published sum changes. Where there is no such box, all but the zeros are hidden.

What was shown by fives before (:mod:`sync.server.console.rounding`) is known too: no corner leaves
its five.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product
from math import prod

Key = tuple[str, ...]
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
    for key in small:
        box = _cheapest_box(key, cells, hidden, partners)
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


def _cheapest_box(
    key: Key, cells: Mapping[Key, int], hidden: set[Key], partners: Sequence[Sequence[str]]
) -> set[Key] | None:
    """The corners of a box around a small cell of which fewest are still to be hidden."""
    best: tuple[int, int] | None = None
    found: set[Key] | None = None
    choices = (
        [each for each in theirs if each != name]
        for theirs, name in zip(partners, key, strict=True)
    )
    for other in product(*choices):
        corners = dict(_corners(key, other))
        if not any(_can_move(corners, cells, step) for step in (1, -1)):
            continue
        new = corners.keys() - hidden
        cost = len(new), sum(cells[each] for each in new)
        if best is None or cost < best:
            best, found = cost, set(new)
        if not new:
            break
    return found


def _corners(key: Key, other: Key) -> Iterator[tuple[Key, int]]:
    """Every corner, and whether it grows (1) or shrinks (-1) when the small cell grows.

    Two parts of a sum change against each other; a part and its total change alike.
    """
    for turned in product((False, True), repeat=len(key)):
        corner = tuple(b if turn else a for a, b, turn in zip(key, other, turned, strict=True))
        signs = (
            -1 if turn and TOTAL not in {a, b} else 1
            for a, b, turn in zip(key, other, turned, strict=True)
        )
        yield corner, prod(signs)


def _can_move(corners: Mapping[Key, int], cells: Mapping[Key, int], step: int) -> bool:
    """Whether every corner stays what it is shown as, and was: small or not, and in its five."""
    for corner, sign in corners.items():
        before, after = cells[corner], cells[corner] + sign * step
        had_fives = TOTAL not in {corner[0], *corner[2:]}
        is_other_five = had_fives and before // SMALLEST != after // SMALLEST
        is_small = 0 < before < SMALLEST
        if not before or is_small != (0 < after < SMALLEST) or not after or is_other_five:
            return False
    return True
