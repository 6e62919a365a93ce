"""``card_numbers.csv`` is a table: a row is a test. An empty number is no number."""

import csv
from pathlib import Path

import pytest

from sync.rules.card_numbers import (
    MalformedNumberError,
    end_of,
    look_alikes,
    mask,
    normalise,
    numbers_in,
)

with (Path(__file__).parent / "card_numbers.csv").open(encoding="ascii", newline="") as _table:
    ROWS = list(csv.DictReader(_table, delimiter=";", strict=True))


def _typed(row: dict[str, str]) -> str:
    return row["typed"].encode("ascii").decode("unicode_escape")


WELL_FORMED = [pytest.param(_typed(r), r["number"], id=r["sentence"]) for r in ROWS if r["number"]]
MALFORMED = [pytest.param(_typed(r), id=r["sentence"]) for r in ROWS if not r["number"]]


@pytest.mark.parametrize(("typed", "number"), WELL_FORMED)
def test_what_is_typed_becomes_the_number(typed: str, number: str) -> None:
    assert normalise(typed) == number


@pytest.mark.parametrize("typed", MALFORMED)
def test_what_cannot_be_a_number_is_malformed(typed: str) -> None:
    with pytest.raises(MalformedNumberError):
        normalise(typed)


@pytest.mark.parametrize("character", ["A", "1", " ", "-", "\n", "\0"])
def test_ten_thousand_characters_are_malformed(character: str) -> None:
    with pytest.raises(MalformedNumberError):
        normalise(character * 10_000)


def test_a_number_spaced_over_two_hundred_characters_is_still_read() -> None:
    assert normalise("AB12345".ljust(200)) == "AB12345"


def test_a_number_spaced_over_more_than_two_hundred_characters_is_malformed() -> None:
    with pytest.raises(MalformedNumberError):
        normalise("AB12345".ljust(201))


def test_the_error_says_what_a_number_is_and_not_what_was_typed() -> None:
    with pytest.raises(MalformedNumberError) as refused:
        normalise("*AB12345*")
    assert str(refused.value) == "a card number has 4 to 20 letters A-Z or digits"


@pytest.mark.parametrize(
    ("number", "masked"),
    [("AB12345", "…45"), ("A123", "…23"), ("123", "…23"), ("12", "…"), ("1", "…"), ("", "…")],
)
def test_a_masked_number_shows_two_characters_at_most(number: str, masked: str) -> None:
    assert mask(number) == masked


@pytest.mark.parametrize(
    ("number", "shown"),
    [("KAIKU0001", "…0001"), ("ABC123", "…123"), ("AB12", "…12"), ("AB12345678", "…5678")],
)
def test_a_screen_shows_the_end_of_a_number_and_never_more_than_half(
    number: str, shown: str
) -> None:
    assert end_of(number) == shown


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kortti AB12345 oli uusi.", "AB12345"),
        ("kortti ab 12345, uusi", "AB12345"),
        ("AB-12\u00a0345", "AB12345"),
        ("(AB12345)", "AB12345"),
        ("kortti:AB12345/AB12346", "AB12346"),
        ("\uff21\uff2212345", "AB12345"),
        ("AB\u200b12345", "AB12345"),
        ("B 504", "B504"),
    ],
)
def test_a_number_is_found_in_a_text_however_it_stands_there(text: str, number: str) -> None:
    assert number in numbers_in(text)


def test_what_is_too_short_or_too_long_is_no_number_in_a_text() -> None:
    assert numbers_in("a bb ccc") == {"ABBCCC", "BBCCC"}
    assert numbers_in("X" * 21) == set()
    assert numbers_in("") == set()


def test_look_alikes_are_one_character_off_or_have_two_swapped() -> None:
    found = look_alikes("AB12")
    assert {"AC12", "AB13", "BA12", "AB21", "A1B2"} <= found
    assert found & {"AB12", "1B12", "A112", "AB1", "AB123"} == set()
    assert len(found) == 2 * 25 + 2 * 9 + 3 + len({"A812", "ABI2", "ABL2", "AB1Z"})


@pytest.mark.parametrize(("digit", "letter"), [*zip("011258", "OILZSB", strict=True)])
def test_a_digit_is_taken_for_the_letter_that_looks_like_it(digit: str, letter: str) -> None:
    assert f"XY{letter}7" in look_alikes(f"XY{digit}7")
    assert f"XY{digit}7" in look_alikes(f"XY{letter}7")
