"""Figures that still grow, by whole fives: no two looks at them tell of one visit.

What has been counted in a cell shows once there are five more of it. Sums over areas and months are
sums of what is shown, and tell nothing of their own. A sum over sectors has fives of its own: with
it every sector keeps more than one possible number (:func:`_most_above`).
"""

from collections.abc import Mapping, Sequence
from itertools import product

from sync.server.console.suppression import SMALLEST, TOTAL, Kept, Key, Shown, with_totals


def in_fives(parts: Mapping[Key, int], names: Sequence[Sequence[str]]) -> dict[Key, Shown]:
    """What may be shown of a table that grows; its second dimension has sums of their own."""
    fives = {key: _fives(parts.get(key, 0)) for key in product(*names)}
    cells = with_totals(fives, names)
    if len(names) > 1:
        cells |= _sums(parts, fives, names)
    return {key: _shown(key, value) for key, value in cells.items()}


def _sums(
    parts: Mapping[Key, int], fives: Mapping[Key, int], names: Sequence[Sequence[str]]
) -> dict[Key, int]:
    """The totals over the second dimension."""
    others = [names[0], *names[2:]]
    own = {}
    for area, *rest in product(*others):
        keys = [(area, name, *rest) for name in names[1]]
        counted = _fives(sum(parts.get(key, 0) for key in keys))
        most = sum(fives[key] for key in keys) + _most_above(len(keys))
        own[area, *rest] = min(counted, most)
    totals = with_totals(own, others)
    return {(key[0], TOTAL, *key[1:]): value for key, value in totals.items()}


def _most_above(cells: int) -> int:
    """How far a sum may lie above its parts' fives: less than if each part lacked four."""
    return _fives(cells * (SMALLEST - 1) - 1)


def _fives(count: int) -> int:
    return count - count % SMALLEST


def _shown(key: Key, value: int) -> Shown:
    if value:
        return value
    is_sum_of_sums = TOTAL in {key[0], *key[2:]}
    return Kept.HIDDEN if is_sum_of_sums else Kept.SMALL
