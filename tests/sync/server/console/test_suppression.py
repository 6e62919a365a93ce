"""Small numbers are not shown, and not to be found by adding and subtracting what is."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sync.server.console.suppression import TOTAL, Key, Shown, Suppressed, published, with_totals
from tests.sync.server.console.differencing import found_by_bounds, found_by_subtraction

NAMES = (("a", "b", "c"), ("x", "y"), ("1", "2", "3"))
Table = dict[Key, int]
NUMBERS = st.one_of(st.integers(0, 9), st.integers(0, 60))


def tables(dimensions: int) -> st.SearchStrategy[Table]:
    names = NAMES[:dimensions]
    keys = list(product(*names))
    return st.lists(NUMBERS, min_size=len(keys), max_size=len(keys)).map(
        lambda values: dict(zip(keys, values, strict=True))
    )


def small_ones(table: Table, dimensions: int) -> set[Key]:
    cells = with_totals(table, NAMES[:dimensions])
    return {key for key, value in cells.items() if 0 < value < 5}


@pytest.mark.parametrize("dimensions", [1, 2, 3])
@given(data=st.data())
def test_no_small_number_is_shown_or_found(dimensions: int, data: st.DataObject) -> None:
    table = data.draw(tables(dimensions))
    shown = published(table, NAMES[:dimensions])
    small = small_ones(table, dimensions)
    assert {key for key in small if not isinstance(shown[key], Suppressed)} == set()
    assert small & found_by_subtraction(shown).keys() == set()
    assert small & found_by_bounds(shown) == set()


@given(table=tables(2))
@example(table=dict.fromkeys(product(*NAMES[:2]), 0))
def test_what_is_shown_is_true(table: Table) -> None:
    cells = with_totals(table, NAMES[:2])
    for key, value in published(table, NAMES[:2]).items():
        if not isinstance(value, Suppressed):
            assert value == cells[key]
        elif value is Suppressed.SMALL:
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
    assert shown["a", "x"] is Suppressed.SMALL
    assert sum(value is Suppressed.HIDDEN for value in shown.values()) == 3


@given(values=st.lists(st.integers(0, 7), min_size=4, max_size=4))
@example(values=[1, 1, 1, 1])
@example(values=[1, 0, 0, 3])
@example(values=[4, 0, 0, 1])
def test_every_small_number_has_another_that_looks_the_same(values: list[int]) -> None:
    names = [("a", "b"), ("x", "y")]
    keys = list(product(*names))
    table = dict(zip(keys, values, strict=True))
    shown = published(table, names)
    ranges = [
        range(1, 5)
        if value is Suppressed.SMALL
        else range(1, 10)
        if value is Suppressed.HIDDEN
        else [value]
        for value in map(shown.__getitem__, keys)
    ]
    possible: dict[Key, set[int]] = {key: set() for key in shown}
    for others in product(*ranges):
        cells = with_totals(dict(zip(keys, others, strict=True)), names)
        if all(looks_like(shown[key], value) for key, value in cells.items()):
            for key, value in cells.items():
                possible[key].add(value)
    small = {key for key, value in with_totals(table, names).items() if 0 < value < 5}
    assert [key for key in small if len(possible[key]) < 2] == []


def looks_like(shown: Shown, value: int) -> bool:
    if shown is Suppressed.SMALL:
        return 0 < value < 5
    return value > 0 if shown is Suppressed.HIDDEN else value == shown


def test_the_total_of_all_is_shown_if_it_can_be() -> None:
    table: Table = dict.fromkeys(product(*NAMES), 0)
    table["a", "x", "1"], table["b", "y", "1"] = 2, 10
    shown = published(table, NAMES)
    assert (shown[TOTAL, TOTAL, TOTAL], shown["a", "x", "1"]) == (12, Suppressed.SMALL)


def test_the_attack_finds_a_number_that_is_hidden_alone() -> None:
    shown: dict[Key, Shown] = {("a",): Suppressed.SMALL, ("b",): 9, ("c",): 9, (TOTAL,): 21}
    assert found_by_subtraction(shown) == {("a",): Fraction(3)}
    assert found_by_bounds(shown) == {("a",)}
