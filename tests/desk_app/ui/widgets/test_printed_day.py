from datetime import date

import pytest

from desk_app.ui.widgets.printed_day import printed_day


@pytest.mark.parametrize(
    "typed",
    ["9.3.2027", "09.03.2027", "9.3.27", " 9.3.2027 ", "9/3/2027", "090327", "09032027"],
)
def test_a_day_is_read_as_it_is_printed(typed: str) -> None:
    assert printed_day(typed) == date(2027, 3, 9)


def test_a_day_may_be_written_year_first() -> None:
    assert printed_day("2027-03-09") == date(2027, 3, 9)


@pytest.mark.parametrize("typed", ["", "9.3.", "31.2.2027", "0.0.2027", "tomorrow", "9.3.202"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert printed_day(typed) is None
