"""What a neighbour may have computed is bounded: much at once, and little for long."""

from contextlib import suppress

import pytest

from sync.lan.rate_limit import AT_ONCE, PART, RateLimit


class Clocks:
    """The time, and what was computed in it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.computed = 0.0
        self.limit = RateLimit(steady=lambda: self.now, computing=lambda: self.computed)

    def compute(self, seconds: float) -> None:
        with self.limit.spent():
            self.computed += seconds


def test_what_a_cut_left_over_is_told_without_a_rest() -> None:
    clocks = Clocks()

    clocks.compute(AT_ONCE)

    assert clocks.limit.rest() == 0


def test_who_goes_on_gets_a_part_of_the_time() -> None:
    clocks = Clocks()
    clocks.compute(AT_ONCE)

    clocks.compute(1.0)

    assert clocks.limit.rest() == pytest.approx(1.0 / PART)


def test_after_its_rest_a_neighbour_is_heard_again() -> None:
    clocks = Clocks()
    clocks.compute(AT_ONCE + 1.0)

    clocks.now += clocks.limit.rest()

    assert clocks.limit.rest() == pytest.approx(0)


def test_what_failed_was_computed_too() -> None:
    clocks = Clocks()

    with suppress(ZeroDivisionError), clocks.limit.spent():
        clocks.computed += AT_ONCE + PART
        clocks.computed /= 0

    assert clocks.limit.rest() == pytest.approx(1.0)


def test_a_quiet_time_saves_nothing_up() -> None:
    clocks = Clocks()
    clocks.now = 1e6

    clocks.compute(AT_ONCE + PART)

    assert clocks.limit.rest() == pytest.approx(1.0)
