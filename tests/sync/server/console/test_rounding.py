"""Figures that grow do not tell, looked at twice, how many came in between."""

from collections.abc import Iterator
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from sync.server.console.rounding import in_fives
from sync.server.console.suppression import TOTAL, Kept, Key, Shown

Parts = tuple[int, ...]
ONE_AREA = [("Espoo",), ("a", "b", "c"), ("1",)]
PARTS = st.tuples(*[st.integers(0, 12)] * 3)
GROWTH = st.tuples(*[st.integers(0, 4)] * 3)


def shown(parts: Parts) -> dict[Key, Shown]:
    names = ONE_AREA[1]
    cells: dict[Key, int] = {
        ("Espoo", name, "1"): count for name, count in zip(names, parts, strict=True)
    }
    return in_fives(cells, ONE_AREA)


def possible(parts: Parts) -> Iterator[Parts]:
    """All tables that look like this one."""
    seen = shown(parts)
    ranges = [range(part - part % 5, part - part % 5 + 5) for part in parts]
    return (other for other in product(*ranges) if shown(other) == seen)


@given(parts=PARTS)
@example(parts=(4, 4, 4))
@example(parts=(0, 0, 0))
def test_no_number_follows_from_the_others(parts: Parts) -> None:
    found = [set(each) for each in zip(*possible(parts), strict=True)]
    assert [each for each in found if len(each) == 1] == []


@given(before=PARTS, growth=GROWTH)
@example(before=(4, 4, 4), growth=(1, 0, 0))
@example(before=(0, 0, 0), growth=(4, 4, 4))
def test_a_growth_of_one_to_four_does_not_follow_from_two_looks(
    before: Parts, growth: Parts
) -> None:
    after = tuple(a + b for a, b in zip(before, growth, strict=True))
    then, now = list(possible(before)), list(possible(after))
    grown = [
        tuple(b - a for a, b in zip(one, other, strict=True))
        for one in then
        for other in now
        if all(b >= a for a, b in zip(one, other, strict=True))
    ]
    for place, real in enumerate(growth):
        possible_ones = {each[place] for each in grown}
        assert not 0 < real < 5 or len(possible_ones) > 1


@given(
    before=st.lists(st.integers(0, 12), min_size=12, max_size=12),
    growth=st.lists(st.integers(0, 9), min_size=12, max_size=12),
)
def test_no_shown_number_ever_grows_by_one_to_four(before: list[int], growth: list[int]) -> None:
    names = [("Espoo", "Turku"), ("a", "b", "c"), ("1", "2")]
    keys = list(product(*names))
    after = [a + b for a, b in zip(before, growth, strict=True)]
    one = in_fives(dict(zip(keys, before, strict=True)), names)
    other = in_fives(dict(zip(keys, after, strict=True)), names)

    def number(value: Shown) -> int:
        return value if isinstance(value, int) else 0

    assert {(number(other[key]) - number(one[key])) % 5 for key in one} == {0}


def test_sums_of_sums_hide_what_is_below_five_and_say_no_less_than_five() -> None:
    cells = in_fives({("Espoo", "a", "1"): 3}, ONE_AREA)
    assert cells["Espoo", "a", "1"] is Kept.SMALL
    assert cells["Espoo", TOTAL, "1"] is Kept.SMALL
    assert cells[TOTAL, "a", "1"] is Kept.HIDDEN


def test_sectors_that_are_small_alone_are_counted_together() -> None:
    cells = in_fives({("Espoo", name, "1"): 4 for name in "abc"}, ONE_AREA)
    assert cells["Espoo", TOTAL, "1"] == cells[TOTAL, TOTAL, TOTAL] == 10
