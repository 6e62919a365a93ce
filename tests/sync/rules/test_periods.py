from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from sync.rules.offers import CardLimit, LimitPeriod
from sync.rules.periods import (
    first_day_counted,
    last_valid_day,
    local_day,
    months_after,
    school_year,
    term_of,
    visits_within,
)
from sync.rules.policy import Policy, Term

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
    assert visits_within(CardLimit(1, period, days=30, months=3), DAY, []) == 0


@pytest.mark.parametrize("period", LimitPeriod)
def test_every_visit_of_the_day_shares_its_period(period: LimitPeriod) -> None:
    assert visits_within(CardLimit(1, period, days=30, months=3), DAY, [DAY, DAY, DAY]) == 3


def test_a_span_of_one_day_is_the_day() -> None:
    around = [DAY - timedelta(days=1), DAY, DAY + timedelta(days=1)]
    assert visits_within(CardLimit(1, LimitPeriod.DAYS, 1), DAY, around) == 1


@pytest.mark.parametrize("period", [LimitPeriod.DAY, LimitPeriod.TERM, LimitPeriod.CALENDAR_YEAR])
def test_a_span_that_a_limit_has_beside_another_period_counts_for_nothing(
    period: LimitPeriod,
) -> None:
    in_spring = [date(2024, 12, 31), DAY - timedelta(days=1), DAY]
    plain = visits_within(CardLimit(1, period), DAY, in_spring)
    first = first_day_counted(CardLimit(1, period), DAY)

    for beside in (CardLimit(1, period, days=400), CardLimit(1, period, months=12)):
        assert visits_within(beside, DAY, in_spring) == plain
        assert first_day_counted(beside, DAY) == first


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
        (LimitPeriod.MONTHS, date(2025, 3, 14)),
        (LimitPeriod.TERM, date(2024, 8, 1)),  # no dates are known: the school year
    ],
)
def test_no_visit_is_remembered_for_longer_than_its_limit_counts_it(
    period: LimitPeriod, first: date
) -> None:
    assert first_day_counted(CardLimit(1, period, days=30, months=3), date(2025, 6, 14)) == first


AUTUMN = Term(date(2025, 8, 11), date(2025, 12, 12))
SPRING = Term(date(2026, 1, 12), date(2026, 5, 29))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2025, 8, 11), AUTUMN.starts, AUTUMN.ends),
        (date(2025, 12, 12), AUTUMN.starts, AUTUMN.ends),
        (date(2026, 1, 12), SPRING.starts, SPRING.ends),
        (date(2025, 12, 13), date(2025, 12, 13), date(2026, 1, 11)),
        (date(2026, 1, 11), date(2025, 12, 13), date(2026, 1, 11)),
        (date(2025, 8, 10), date.min, date(2025, 8, 10)),
        (date(2026, 5, 30), date(2026, 5, 30), date.max),
    ],
)
def test_a_day_is_in_a_term_or_between_two(day: date, first: date, last: date) -> None:
    assert term_of(day, [AUTUMN, SPRING]) == (first, last)
    assert term_of(day, [SPRING, AUTUMN]) == (first, last)


def test_without_dates_a_term_is_the_school_year() -> None:
    assert term_of(date(2026, 1, 1), []) == (date(2025, 8, 1), date(2026, 7, 31))


def test_a_term_may_be_one_day_and_ends_no_earlier() -> None:
    assert Term(DAY, DAY).ends == DAY
    with pytest.raises(ValueError, match="a term ends after it has begun"):
        Term(DAY, DAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2025, 10, 15), 3, date(2026, 1, 15)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(9999, 12, 31), 1, date.max),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
        (date(1, 1, 1), -1, date.min),
        (date(1, 2, 1), -1, date.min),
        (date(1, 6, 15), -1, date(1, 5, 15)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2025, 3, 10), date(2026, 3, 9)),
        (date(2027, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2029, 2, 27)),
        (date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_card_is_valid_for_twelve_months_the_day_of_receipt_included(
    received: date, last: date
) -> None:
    assert last_valid_day(received) == last
