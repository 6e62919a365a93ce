"""Cards as the fields of their lines: there and back, whatever a table made of them."""

import pytest

from sync.rules.card_fields import card_of, fields_of
from sync.rules.cards import OddCard
from tests.sync.rules.decisions import card

ANNA = ("ANNA2025", "personal", "active", "2025-03-10", "2026-03-09", 2, "Espoo", 0)


def test_a_card_is_written_as_the_fields_of_its_line() -> None:
    assert fields_of(card("anna")) == ANNA


@pytest.mark.parametrize("name", ["anna", "local", "community"])
def test_a_card_is_read_from_its_own_fields(name: str) -> None:
    assert card_of(fields_of(card(name))) == card(name)


@pytest.mark.parametrize(
    ("place", "odd"),
    [
        (1, "robot"),
        (2, "sleeping"),
        (3, "20250310"),
        (4, "2026-13-09"),
        (4, 2026),
        (5, "two"),
        (7, 2),
    ],
)
def test_fields_that_are_no_cards_make_an_odd_card_with_all_of_them(
    place: int, odd: str | int
) -> None:
    fields = (*ANNA[:place], odd, *ANNA[place + 1 :])

    assert card_of(fields) == OddCard("ANNA2025", tuple(map(str, fields[1:])))


def test_an_odd_card_keeps_its_fields_as_they_came() -> None:
    odd = OddCard("ANNA2025", ("robot", "active", "", "", "x", "Espoo", "maybe"))

    assert fields_of(odd) == ("ANNA2025", "robot", "active", "", "", "x", "Espoo", "maybe")
