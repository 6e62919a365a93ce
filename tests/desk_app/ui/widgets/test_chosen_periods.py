"""The times that figures can be asked for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.ui.widgets.chosen_periods import Period, span

days = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        (Period.THIS_MONTH, date(2028, 2, 10), date(2028, 2, 1), date(2028, 2, 29)),
        (Period.THIS_MONTH, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
        (Period.LAST_MONTH, date(2027, 1, 5), date(2026, 12, 1), date(2026, 12, 31)),
        (Period.THIS_YEAR, date(2026, 6, 1), date(2026, 1, 1), date(2026, 12, 31)),
        (Period.SCHOOL_YEAR, date(2026, 7, 31), date(2025, 8, 1), date(2026, 7, 31)),
        (Period.SCHOOL_YEAR, date(2026, 8, 1), date(2026, 8, 1), date(2027, 7, 31)),
        (Period.ALL, date(2026, 8, 1), None, None),
    ],
)
def test_a_period_has_its_first_and_its_last_day(
    period: Period, today: date, first: date | None, last: date | None
) -> None:
    assert span(period, today) == (first, last)


@given(days, st.sampled_from([Period.THIS_MONTH, Period.THIS_YEAR, Period.SCHOOL_YEAR]))
def test_today_lies_in_every_period_that_is_going_on(today: date, period: Period) -> None:
    first, last = span(period, today)
    assert first is not None
    assert last is not None
    assert first <= today <= last


@given(days)
def test_last_month_ends_where_this_month_begins(today: date) -> None:
    _, last = span(Period.LAST_MONTH, today)
    first, _ = span(Period.THIS_MONTH, today)
    assert last is not None
    assert last + timedelta(days=1) == first
