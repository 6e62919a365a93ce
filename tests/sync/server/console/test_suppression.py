"""Small numbers are not shown, and not to be found by adding and subtracting what is."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sync.server.console.rounding import in_fives
from sync.server.console.suppression import TOTAL, Kept, Key, Shown, published, with_totals

NAMES = (("a", "b", "c"), ("x", "y"), ("1", "2", "3"))
Table = dict[Key, int]
NUMBERS = st.one_of(st.integers(0, 9), st.integers(0, 60))


def tables(dimensions: int) -> st.SearchStrategy[Table]:
    names = NAMES[:dimensions]
    keys = list(product(*names))
    return st.lists(NUMBERS, min_size=len(keys), max_size=len(keys)).map(
        lambda values: dict(zip(keys, values, strict=True))
    )


def sums(shown: dict[Key, Shown], dimensions: int) -> Iterator[tuple[Key, list[Key]]]:
    """Every total with its parts, in every dimension: what a reader can reckon with."""
    for key in shown:
        for place in range(dimensions):
            if key[place] == TOTAL:
                yield key, [(*key[:place], name, *key[place + 1 :]) for name in NAMES[place]]


def found_by_subtraction(shown: dict[Key, Shown], dimensions: int) -> dict[Key, Fraction]:
    """Every hidden number that follows from the published ones, whatever is added to what."""
    unknown = [key for key, value in shown.items() if isinstance(value, Kept)]
    place_of = {key: place for place, key in enumerate(unknown)}
    rows = []
    for total, parts in sums(shown, dimensions):
        row = [Fraction(0)] * (len(unknown) + 1)
        for key, sign in [(total, -1), *((part, 1) for part in parts)]:
            value = shown[key]
            if isinstance(value, Kept):
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


def found_by_bounds(
    shown: dict[Key, Shown], dimensions: int, grown: dict[Key, Shown] | None = None
) -> set[Key]:
    """Every small number that is left with one value once all sums bound all others.

    ``grown`` is what was shown by fives while the table still grew.
    """
    low = {k: 1 if v is Kept.SMALL else 0 if v is Kept.HIDDEN else v for k, v in shown.items()}
    high = {k: 4 if v is Kept.SMALL else 10**6 if v is Kept.HIDDEN else v for k, v in shown.items()}
    for key, (least, most) in bounds_of_fives(grown or {}, dimensions).items():
        low[key], high[key] = max(low[key], least), min(high[key], most)
    lines = list(sums(shown, dimensions))
    while True:
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
    return {key for key, value in shown.items() if value is Kept.SMALL and low[key] == high[key]}


def bounds_of_fives(shown: dict[Key, Shown], dimensions: int) -> dict[Key, tuple[int, int]]:
    """What a table that is counted by fives tells of each of its cells."""
    found = {}
    for key, value in shown.items():
        if TOTAL in {key[0], *key[2:]}:
            continue  # a sum of what is shown
        least = most = value if isinstance(value, int) else 0
        if dimensions > 1 and key[1] == TOTAL:
            parts = [shown[key[0], name, *key[2:]] for name in NAMES[1]]
            most = sum((part if isinstance(part, int) else 0) + 4 for part in parts)
            if least + 5 < most:
                most = least + 4
        else:
            most += 4
        found[key] = least, most
    return found


def small_ones(table: Table, dimensions: int) -> set[Key]:
    cells = with_totals(table, NAMES[:dimensions])
    return {key for key, value in cells.items() if 0 < value < 5}


@pytest.mark.parametrize("dimensions", [1, 2, 3])
@given(data=st.data())
def test_no_small_number_is_shown_or_found(dimensions: int, data: st.DataObject) -> None:
    table = data.draw(tables(dimensions))
    shown = published(table, NAMES[:dimensions])
    small = small_ones(table, dimensions)
    assert {key for key in small if not isinstance(shown[key], Kept)} == set()
    assert small & found_by_subtraction(shown, dimensions).keys() == set()
    assert small & found_by_bounds(shown, dimensions) == set()


@pytest.mark.parametrize("dimensions", [1, 2, 3])
@given(data=st.data())
def test_no_small_number_is_found_by_watching_the_table_grow(
    dimensions: int, data: st.DataObject
) -> None:
    table = data.draw(tables(dimensions))
    shown = published(table, NAMES[:dimensions])
    grown = in_fives(table, NAMES[:dimensions])
    small = small_ones(table, dimensions)
    assert small & found_by_bounds(shown, dimensions, grown) == set()


@given(table=tables(2))
@example(table=dict.fromkeys(product(*NAMES[:2]), 0))
def test_what_is_shown_is_true(table: Table) -> None:
    cells = with_totals(table, NAMES[:2])
    for key, value in published(table, NAMES[:2]).items():
        if not isinstance(value, Kept):
            assert value == cells[key]
        elif value is Kept.SMALL:
            assert 0 < cells[key] < 5
        else:
            assert cells[key] > 0


def test_a_table_without_small_numbers_is_shown_whole() -> None:
    table: Table = dict.fromkeys(product(*NAMES[:2]), 7)
    assert published(table, NAMES[:2]) == with_totals(table, NAMES[:2])


def test_one_small_number_hides_a_few_others_and_no_more() -> None:
    table: Table = dict(dict.fromkeys(product(*NAMES[:2]), 40))
    table["a", "x"] = 3
    shown = published(table, NAMES[:2])
    assert shown["a", "x"] is Kept.SMALL
    assert sum(value is Kept.HIDDEN for value in shown.values()) == 3


def test_the_attack_finds_a_number_that_is_hidden_alone() -> None:
    shown: dict[Key, Shown] = {("a",): Kept.SMALL, ("b",): 9, ("c",): 9, (TOTAL,): 21}
    assert found_by_subtraction(shown, 1) == {("a",): Fraction(3)}
    assert found_by_bounds(shown, 1) == {("a",)}
