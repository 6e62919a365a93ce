from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from sync.rules.offers import CardLimit, LimitPeriod
from sync.rules.periods import first_day_counted, local_day, school_year, visits_within
from sync.rules.policy import Policy

HELSINKI = Policy().zone
DAY = date(2025, 6, 14)
FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2025, 12, 31, 21, 59, 59, tzinfo=UTC), date(2025, 12, 31)),
        (datetime(2025, 12, 31, 22, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2025, 6, 14, 20, 59, 59, tzinfo=UTC), date(2025, 6, 14)),
        (datetime(2025, 6, 14, 21, tzinfo=UTC), date(2025, 6, 15)),
    ],
)
def test_a_day_ends_at_midnight_in_the_policys_zone(moment: datetime, day: date) -> None:
    assert local_day(moment, HELSINKI) == day


@pytest.mark.parametrize("moment", [FIRST, LAST])
@pytest.mark.parametrize("hours", [-12, 14])
def test_a_moment_at_the_end_of_all_days_still_has_one(moment: datetime, hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    assert abs(local_day(moment, zone) - moment.date()) <= timedelta(days=1)


def test_for_ever_is_the_last_day_of_all() -> None:
    for_ever = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert local_day(for_ever, HELSINKI) == date.max


def test_a_moment_without_a_zone_has_no_day() -> None:
    naive = datetime(2025, 6, 14, 12)  # noqa: DTZ001  a time without a zone is what is tried here
    with pytest.raises(ValueError, match="a moment must name its time zone"):
        local_day(naive, HELSINKI)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 7, 31), 2024),
        (date(2025, 8, 1), 2025),
        (date(2025, 12, 31), 2025),
        (date(2026, 1, 1), 2025),
    ],
)
def test_a_school_year_runs_from_august_to_july(day: date, year: int) -> None:
    assert school_year(day) == year


@pytest.mark.parametrize("period", LimitPeriod)
def test_without_earlier_visits_every_period_is_empty(period: LimitPeriod) -> None:
    assert visits_within(CardLimit(1, period, 30), DAY, []) == 0


@pytest.mark.parametrize("period", LimitPeriod)
def test_every_visit_of_the_day_shares_its_period(period: LimitPeriod) -> None:
    assert visits_within(CardLimit(1, period, 30), DAY, [DAY, DAY, DAY]) == 3


def test_a_span_of_one_day_is_the_day() -> None:
    around = [DAY - timedelta(days=1), DAY, DAY + timedelta(days=1)]
    assert visits_within(CardLimit(1, LimitPeriod.DAYS, 1), DAY, around) == 1


def test_of_several_spans_around_a_day_the_fullest_counts() -> None:
    days = [date(2025, 6, day) for day in (5, 10, 17, 18, 19, 24)]
    assert visits_within(CardLimit(1, LimitPeriod.DAYS, 10), DAY, days) == 4  # from 10 to 19 June


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_span_of_ten_years_is_counted_at_the_end_of_all_days(day: date) -> None:
    assert visits_within(CardLimit(1, LimitPeriod.DAYS, 3660), day, [day]) == 1


@pytest.mark.parametrize(
    ("period", "first"),
    [
        (LimitPeriod.OFFER, date.min),
        (LimitPeriod.DAY, date(2025, 6, 14)),
        (LimitPeriod.CALENDAR_YEAR, date(2025, 1, 1)),
        (LimitPeriod.SCHOOL_YEAR, date(2024, 8, 1)),
        (LimitPeriod.DAYS, date(2025, 5, 16)),  # the 30th day back, the day itself included
    ],
)
def test_no_visit_is_remembered_for_longer_than_its_limit_counts_it(
    period: LimitPeriod, first: date
) -> None:
    assert first_day_counted(CardLimit(1, period, 30), date(2025, 6, 14)) == first
