"""How many cards there are, without the window; and until when the desk is good."""

from datetime import UTC, datetime, timedelta

import pytest

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.register_words import RegisterWords

AT = datetime(2026, 10, 17, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("fi", "1\u00a0234\u00a0567 kort"),
        ("sv", "1\u00a0234\u00a0567 kort"),
        ("en", "1,234,567 cards"),
    ],
)
def test_a_command_tells_how_many_cards_a_file_has(language: str, counted: str) -> None:
    words = RegisterWords(Messages(catalogue(language), language))

    assert counted in words.carried_out(1_234_567, AT)
    assert counted in words.carried_in(1_234_567, AT)
    assert " 7 " in f" {words.carried_in(7, AT)} "


@pytest.mark.parametrize(
    ("ahead", "at_length", "in_short"),
    [
        (timedelta(days=1), "offline until 17.10.2026.", "until 17.10.2026"),
        (timedelta(hours=3), "offline until 15:00 today.", "until 15:00 today"),
        (timedelta(), "offline until 12:00 today.", "until 12:00 today"),
        (timedelta(hours=-1), "too old to check cards", ""),
        (timedelta(days=-9), "too old to check cards", ""),
    ],
)
def test_until_when_a_desk_is_good_is_told_by_the_day_and_on_the_last_one_by_the_time(
    ahead: timedelta, at_length: str, in_short: str
) -> None:
    words = RegisterWords(Messages(catalogue("en"), "en"))

    assert at_length in words.good_until(AT + ahead, AT)
    assert words.good_until_in_short(AT + ahead, AT).endswith(in_short)
