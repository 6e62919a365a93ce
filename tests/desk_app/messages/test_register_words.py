"""How many cards there are, without the window: with the thousands apart, as in it."""

from datetime import UTC, datetime

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
