"""What stands around a number is taken off, by any reader."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sync.rules.card_numbers import CardNumber
from sync.rules.other_numbers import other_number
from sync.rules.payloads import CardRead, Foreign, ForeignRead, parse_payload
from sync.rules.scan_text import (
    CHECK_CHARACTERS,
    STEPS,
    Symbology,
    fold,
    full_ascii,
    keyed_on_another_layout,
    without_check_character,
)

CARD = CardRead(CardNumber("AB12345"))


@pytest.mark.parametrize("symbology", [None, Symbology.CODE_39, Symbology.CODE_128])
@pytest.mark.parametrize(
    "text",
    [
        "AB12345",
        "*AB12345*",
        "*AB12345",
        "AB12345*",
        "~AB12345",
        "AB12345~",
        "\x02AB12345\x03",
        "\x02AB12345\x03\r\n",
        "]A0AB12345",
        "]Q1AB12345",
        "]A0*AB12345*",
        "\x02]C0AB12345\x03",
        "AB\u00ad12345",
        "\ufeffAB12345",
        "AB\u200b12345",
        "AB\u221212345",
        "\uff21\uff22\uff11\uff12\uff13\uff14\uff15",
        "AB12345\x1d",
    ],
)
def test_a_number_is_read_whatever_stands_around_it(text: str, symbology: Symbology | None) -> None:
    assert parse_payload(text, symbology) == CARD


def test_every_control_character_of_ascii_is_taken_off_and_no_other() -> None:
    for code in (*range(0x20), 0x7F):
        assert parse_payload(f"{chr(code)}AB12345{chr(code)}") == CARD
    for code in (0x21, 0x26, 0x80):
        assert parse_payload(f"{chr(code)}AB12345") == ForeignRead(Foreign.OTHER)


def test_full_width_characters_are_those_of_their_block() -> None:
    narrow = "".join(map(chr, range(0x21, 0x7F)))
    wide = "".join(map(chr, range(0xFF01, 0xFF5F)))
    assert fold(wide) == narrow
    assert fold("\uff00\uff5f") == "\uff00\uff5f"


@pytest.mark.parametrize("symbology", [None, Symbology.CODE_39])
@pytest.mark.parametrize("text", ["+A+B12345", "]A4+A+B12345", "AB12345$M", "*+A+B12345*"])
def test_pairs_are_read_where_code_39_may_have_written_them(
    text: str, symbology: Symbology | None
) -> None:
    assert parse_payload(text, symbology) == CARD


def test_pairs_are_left_alone_in_a_code_that_has_small_letters() -> None:
    assert parse_payload("+A+B12345", Symbology.QR_CODE) == ForeignRead(Foreign.OTHER)


@pytest.mark.parametrize("text", ["AB12345\nAB12346", "AB123\x1d45", "+358401234567", "#12345"])
def test_what_is_no_number_does_not_become_one(text: str) -> None:
    assert parse_payload(text, Symbology.QR_CODE) == ForeignRead(Foreign.OTHER)


def test_the_identifier_tells_a_product_from_a_card() -> None:
    assert parse_payload("]E06414893012318") == ForeignRead(Foreign.PRODUCT)


def test_every_step_says_where_it_comes_from() -> None:
    assert all(step.name and step.source for step in STEPS)


@given(st.text("ABCXYZ0189", min_size=4, max_size=20))
def test_a_number_as_it_is_printed_is_never_changed(number: str) -> None:
    assume(other_number(number, None) is None)
    assert parse_payload(number) == CardRead(CardNumber(number))


@pytest.mark.parametrize(
    ("number", "rest"),
    [
        ("B504K", "B504"),
        ("B504L", None),
        ("CODE39W", "CODE39"),
        ("K", None),
        ("0", None),
        ("Ä0", None),
        ("", None),
    ],
)
def test_a_check_character_is_that_of_the_rest(number: str, rest: str | None) -> None:
    assert without_check_character(number) == rest


@given(st.text(CHECK_CHARACTERS, min_size=1, max_size=20))
def test_one_character_of_43_checks_a_number(number: str) -> None:
    found = [each for each in CHECK_CHARACTERS if without_check_character(number + each) == number]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        ("KQIKU03", ["KAIKU03"]),
        ("ZY12", ["WY12", "YZ12"]),
        ("AW7", ["QZ7"]),
        ("KIKU03", []),
        ("1234", []),
    ],
)
def test_letters_that_layouts_exchange_are_put_back(number: str, meant: list[str]) -> None:
    assert keyed_on_another_layout(number) == meant


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ("+A+Z", "az"),
        ("/A/B/L/O/Z", '!",/:'),
        ("%F%G%H%I%J", ";<=>?"),
        ("%K%L%M%N%O", "[\\]^_"),
        ("%P%Q%R%S%V%W", "{|}~@`"),
        ("$I$J$M", "\t\n\r"),
        ("10%", "10%"),
    ],
)
def test_the_pairs_of_code_39_are_those_of_the_standard(pairs: str, text: str) -> None:
    assert full_ascii(pairs) == text
