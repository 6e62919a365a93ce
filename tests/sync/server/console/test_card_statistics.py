"""The cards by area: no small number follows from how they are now and when they began together."""

from collections import Counter
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from sync.server.console.card_statistics import CardStatistics, published_cards
from sync.server.console.suppression import TOTAL, Key, Shown, Suppressed
from tests.sync.server.console.differencing import Sums, found_by_bounds, found_by_subtraction

AREAS, STATES = ("a", "b", "c"), ("in_use", "expired", "revoked")
MONTHS = (("2025", "05"), ("2025", "11"), ("2026", "05"))
KINDS = list(product(AREAS, STATES, MONTHS))
Cards = dict[tuple[str, str, tuple[str, str]], int]
CARDS = st.lists(
    st.one_of(st.integers(0, 2), st.integers(0, 40)), min_size=len(KINDS), max_size=len(KINDS)
).map(lambda counts: dict(zip(KINDS, counts, strict=True)))


def exact(cards: Cards) -> Counter[Key]:
    """Every number of both tables, with their totals."""
    found = Counter[Key]()
    for (area, state, (year, month)), count in cards.items():
        for each in (area, TOTAL):
            found[each, state] += count
            found[each, year, month] += count
            found[each, year, TOTAL] += count
    return found


def shown_by(cards: Cards) -> CardStatistics:
    parts = {key: count for key, count in exact(cards).items() if key[0] and key[-1] and count}
    now: dict[Key, int] = {key: count for key, count in parts.items() if len(key) == 2}
    begun: dict[Key, int] = {key: count for key, count in parts.items() if len(key) == 3}
    return published_cards(now, begun, STATES)


def cells(statistics: CardStatistics) -> dict[Key, Shown]:
    """Both tables, and the sum of each area, which stands in neither."""
    sums: dict[Key, Shown] = {(area,): Suppressed.HIDDEN for area, _ in statistics.now}
    return {**statistics.now, **statistics.begun, **sums}


def known(shown: dict[Key, Shown]) -> Sums:
    """What a reader can reckon with."""
    found: list[tuple[Key, list[Key]]] = [
        ((TOTAL, *own), [key for key in shown if key[0] and key[1:] == own])
        for own in {key[1:] for key in shown}
    ]
    for area in {key[0] for key in shown}:
        mine = [key for key in shown if key[0] == area]
        years: list[Key] = [key for key in mine if len(key) == 3 and key[2] == TOTAL]
        states: list[Key] = [key for key in mine if len(key) == 2]
        found.append(((area,), states))
        found.append(((area,), years))
        found += [
            (year, [key for key in mine if len(key) == 3 and key[1] == year[1] and key[2]])
            for year in years
        ]
    return found


ONE_REVOKED_OF_A_PILOT: Cards = dict.fromkeys(KINDS, 0) | {
    ("a", "in_use", MONTHS[2]): 50,
    ("a", "revoked", MONTHS[2]): 2,
    ("b", "in_use", MONTHS[2]): 40,
    ("b", "revoked", MONTHS[2]): 10,
}


@given(cards=CARDS)
@example(cards=ONE_REVOKED_OF_A_PILOT)
@example(cards=dict.fromkeys(KINDS, 0) | {KINDS[0]: 1})
@example(cards=dict.fromkeys(KINDS, 1))
def test_no_small_number_of_cards_is_shown_or_found(cards: Cards) -> None:
    shown = cells(shown_by(cards))
    numbers = exact(cards)
    small = {key for key, count in numbers.items() if 0 < count < 5}
    assert {key for key in small if not isinstance(shown[key], Suppressed)} == set()
    assert small & found_by_subtraction(shown, known(shown)).keys() == set()
    assert small & found_by_bounds(shown, known(shown)) == set()
    for key, value in shown.items():
        assert len(key) == 1 or isinstance(value, Suppressed) or value == numbers[key]
