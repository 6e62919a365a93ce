"""A day without its year is the next such day."""

from datetime import date

import pytest

from desk_app.ui.widgets.day_without_year import coming_day

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29.11.", date(2026, 11, 29)),
        ("30.11", date(2026, 11, 30)),
        ("28.11.", date(2027, 11, 28)),
        ("29.2.", date(2028, 2, 29)),
        ("31.2.", None),
        ("9.3.2027", None),
        ("tomorrow", None),
    ],
)
def test_a_day_without_a_year_is_the_next_such_day(text: str, day: date | None) -> None:
    assert coming_day(text, TODAY) == day
