"""Finds hidden numbers of a published table by adding and subtracting."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from sync.server.console.suppression import TOTAL, Key, Shown, Suppressed

Published = Mapping[Key, Shown]
Sums = Sequence[tuple[Key, list[Key]]]
"""Totals with their parts."""
_ROUNDS = 60
"""In which bounds may come closer: some do so by one each time, and from a million."""


def sums(shown: Published) -> Iterator[tuple[Key, list[Key]]]:
    """Every total with its parts, in every dimension: what a reader can reckon with."""
    names = [sorted({*each} - {TOTAL}) for each in zip(*shown, strict=True)]
    for key in shown:
        for place, name in enumerate(key):
            if name == TOTAL:
                yield key, [(*key[:place], each, *key[place + 1 :]) for each in names[place]]


def found_by_subtraction(shown: Published, known: Sums = ()) -> dict[Key, Fraction]:
    """Every hidden number that follows from the published ones, whatever is added to what.

    ``known`` is what is summed, where it is not every dimension of one table.
    """
    unknown = [key for key, value in shown.items() if isinstance(value, Suppressed)]
    place_of = {key: place for place, key in enumerate(unknown)}
    rows = []
    for total, parts in known or sums(shown):
        row = [Fraction(0)] * (len(unknown) + 1)
        for key, sign in [(total, -1), *((part, 1) for part in parts)]:
            value = shown[key]
            if isinstance(value, Suppressed):
                row[place_of[key]] += sign
            else:
                row[-1] -= sign * value
        rows.append(row)
    return {unknown[place]: value for place, value in solved(rows, len(unknown))}


def solved(rows: list[list[Fraction]], unknowns: int) -> Iterator[tuple[int, Fraction]]:
    """The unknowns that have one value, by Gauss and Jordan."""
    done = 0
    for column in range(unknowns):
        pivot = next((row for row in rows[done:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        pivot = [value / pivot[column] for value in pivot]
        rows = [
            [v - row[column] * p for v, p in zip(row, pivot, strict=True)] if row[column] else row
            for row in rows
        ]
        rows.insert(done, pivot)
        done += 1
    for row in rows[:done]:
        named = [place for place, value in enumerate(row[:-1]) if value]
        if len(named) == 1:
            yield named[0], row[-1]


def found_by_bounds(shown: Published, known: Sums = ()) -> set[Key]:
    """Every hidden number that is left with one value once all sums bound all others."""
    low = {k: 1 if isinstance(v, Suppressed) else v for k, v in shown.items()}
    high = {
        k: 4 if v is Suppressed.SMALL else 10**6 if v is Suppressed.HIDDEN else v
        for k, v in shown.items()
    }
    lines = known or list(sums(shown))
    for _ in range(_ROUNDS):
        before = dict(low), dict(high)
        for total, parts in lines:
            low[total] = max(low[total], sum(low[part] for part in parts))
            high[total] = min(high[total], sum(high[part] for part in parts))
            for part in parts:
                others = [each for each in parts if each != part]
                low[part] = max(low[part], low[total] - sum(high[each] for each in others))
                high[part] = min(high[part], high[total] - sum(low[each] for each in others))
        if before == (low, high):
            break
    return {
        key
        for key, value in shown.items()
        if isinstance(value, Suppressed) and low[key] == high[key]
    }
