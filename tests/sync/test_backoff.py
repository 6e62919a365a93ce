from hypothesis import given
from hypothesis import strategies as st

from sync.backoff import Backoff


def after(failures: int, backoff: Backoff | None = None) -> Backoff:
    backoff = backoff or Backoff(first=2.0, ceiling=60.0)
    for _ in range(failures):
        backoff = backoff.failed()
    return backoff


def test_the_longest_wait_doubles_with_each_failure_up_to_the_ceiling() -> None:
    longest = [after(n).delay(chance=lambda: 1.0) for n in range(1, 8)]
    assert longest == [2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]


def test_chance_decides_over_the_whole_span() -> None:
    assert after(3).delay(chance=lambda: 0.0) == 0.0
    assert after(3).delay(chance=lambda: 0.5) == 4.0


def test_a_success_begins_anew() -> None:
    assert after(5).succeeded() == Backoff(first=2.0, ceiling=60.0)


def test_weeks_of_failures_stay_at_the_ceiling() -> None:
    assert Backoff(failures=100_000).delay(chance=lambda: 1.0) == Backoff().ceiling


@given(
    failures=st.integers(0, 10_000),
    retry_after=st.floats(0.0, 3600.0),
    chance=st.floats(0.0, 1.0),
)
def test_it_never_comes_back_sooner_than_the_register_asked(
    failures: int, retry_after: float, chance: float
) -> None:
    backoff = Backoff(failures=failures)
    delay = backoff.delay(retry_after=retry_after, chance=lambda: chance)
    assert retry_after <= delay <= retry_after + backoff.ceiling
