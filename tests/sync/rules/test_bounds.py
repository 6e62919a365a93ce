from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from sync.rules.bounds import (
    RELEASED,
    check_end,
    check_instant,
    day_meant,
    day_refusal,
    is_believable,
    is_meant,
)
from sync.rules.codes import Refusal

TODAY = date(2026, 11, 29)
TEN_YEARS_LATER = datetime(2036, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "refusal"),
    [
        (1, None),
        (0, None),
        (-400, None),
        (2, Refusal.MALFORMED),
        (6, Refusal.MALFORMED),
        (-401, Refusal.TOO_OLD),
    ],
)
def test_a_day_is_at_most_one_ahead_and_400_back(days: int, refusal: Refusal | None) -> None:
    assert day_refusal(TODAY + timedelta(days=days), TODAY) is refusal


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        (date(1999, 12, 31), False),
        (date(2000, 1, 1), True),
        (date(2199, 12, 31), True),
        (date(2200, 1, 1), False),
    ],
)
def test_a_year_that_can_be_meant_is_of_two_centuries(day: date, *, meant: bool) -> None:
    assert is_meant(day) is meant


@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_day_is_too_absurd_to_be_judged(day: date) -> None:
    assert day_refusal(day, TODAY) is not None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (date(2027, 11, 20), date(2026, 11, 20)),
        (date(2026, 12, 20), date(2025, 12, 20)),
        (date(2025, 3, 1), date(2026, 3, 1)),
        (date(2027, 11, 30), date(2025, 11, 30)),  # not tomorrow
        (date(1926, 11, 29), date(2026, 11, 29)),
        (date(2024, 2, 29), None),
    ],
)
def test_a_day_out_of_bounds_probably_means_the_latest_one_like_it(
    typed: date, meant: date | None
) -> None:
    assert day_meant(typed, TODAY) == meant


def test_a_leap_day_may_mean_the_one_of_last_year() -> None:
    assert day_meant(date(2028, 2, 29), date(2025, 3, 10)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("at", "believable"),
    [
        (datetime(2026, 1, 1, tzinfo=UTC), True),
        (RELEASED, True),
        (TEN_YEARS_LATER, True),
        (RELEASED - timedelta(seconds=1), False),
        (TEN_YEARS_LATER + timedelta(seconds=1), False),
        (datetime(100, 1, 1, tzinfo=UTC), False),
        (datetime.max.replace(tzinfo=UTC), False),
    ],
)
def test_a_clock_is_believed_within_ten_years_of_the_release(
    at: datetime, *, believable: bool
) -> None:
    assert is_believable(at) is believable


@pytest.mark.parametrize(
    "at",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-12))),
        datetime(2026, 11, 29),  # noqa: DTZ001 - it names no zone: that is what is refused
    ],
)
def test_an_instant_of_an_absurd_year_or_of_no_zone_is_refused(at: datetime) -> None:
    with pytest.raises(ValueError, match="instant"):
        check_instant(at, "an instant")


def test_for_ever_may_be_an_end_if_it_is_a_moment_everywhere() -> None:
    for_ever = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    check_end(for_ever, "an end")
    for absurd in (1, 1999, 2200, 9998):
        with pytest.raises(ValueError, match="an end"):
            check_end(for_ever.replace(year=absurd), "an end")
    with pytest.raises(ValueError, match="an end"):
        check_end(for_ever.replace(tzinfo=timezone(timedelta(hours=-12))), "an end")
