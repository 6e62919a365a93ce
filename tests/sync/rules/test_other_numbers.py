"""Numbers of other things are no card's, by any reader; a card's number stays one."""

import pytest

from sync.rules.card_numbers import CardNumber
from sync.rules.payloads import CardRead, Foreign, ForeignRead, parse_payload
from sync.rules.scan_text import Symbology


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("-12345678", Foreign.PRODUCT),  # a medicine (PZN)
        ("-1234562", Foreign.PRODUCT),  # an older one
        ("*-12345678*", Foreign.PRODUCT),
        ("]A0-12345678", Foreign.PRODUCT),
        ("131052-308T", Foreign.PERSON),  # a personal identity code
        ("131052A308T", Foreign.PERSON),
        ("290252-308N", Foreign.PERSON),  # in a leap year
        ("*131052-308t*", Foreign.PERSON),
        ("RR123456785FI", Foreign.PRODUCT),  # the post
        ("RR 123 456 785 FI", Foreign.PRODUCT),
        ("LX194127725FI", Foreign.PRODUCT),  # its check digit stands for 11
        ("LX425986850FI", Foreign.PRODUCT),  # and here for 10
        ("LX229736389FI", Foreign.PRODUCT),
        ("LX857618631FI", Foreign.PRODUCT),
        ("1Z999AA10123456784", Foreign.PRODUCT),  # a courier
        ("00340123450000000000", Foreign.PRODUCT),  # a parcel
        ("978-951-0-18435-6", Foreign.PRODUCT),  # a book
        ("9789510184356", Foreign.PRODUCT),
        ("0-306-40615-2", Foreign.PRODUCT),
        ("0-8044-2957-X", Foreign.PRODUCT),
        ("951-0-18435-7", Foreign.PRODUCT),
        ("1M8GDM9AXKP042788", Foreign.PRODUCT),  # a car
        ("WVWZZZ1JZ3W386752", Foreign.PRODUCT),
        ("STN6J4H3XXES52452", Foreign.PRODUCT),
        ("K1KTJ7RG29LRL7976", Foreign.PRODUCT),
        ("XFUDM5EU9FTFR2528", Foreign.PRODUCT),
        ("]C101234567890128", Foreign.PRODUCT),  # GS1-128
    ],
)
@pytest.mark.parametrize("kind", [None, Symbology.CODE_39])
def test_a_number_of_something_else_is_no_card(
    text: str, what: Foreign, kind: Symbology | None
) -> None:
    assert parse_payload(text, kind) == ForeignRead(what)


@pytest.mark.parametrize(
    "text",
    [
        "AB-12345",
        "1234-5678",
        "12345678",
        "131052-308U",  # a wrong check character
        "131052-308S",
        "320152-308T",  # no day
        "131352-3087",  # no month
        "300252-308A",
        "RR123456786FI",
        "LX194127720FI",
        "LX425986855FI",
        "0-306-40615-3",
        "0-8044-2958-X",
        "9-7697-461-5",  # too short for a book
        "9789517",
        "97895101843511",  # and too long
        "951-0-184357-1",
        "9789510184357",
        "1M8GDM9A1KP042788",
        "WVWZZA1JZ3W386752",
        "STN6J4H3ZXES52452",
        "0012345670",  # too short for a parcel
        "00000000000000000000",
    ],
)
def test_what_fails_its_check_may_be_a_card(text: str) -> None:
    number = CardNumber(text.replace("-", ""))
    assert parse_payload(text, Symbology.CODE_39) == CardRead(number)


@pytest.mark.parametrize("digits", ["6410405060457", "012345678905", "10614141000415"])
def test_the_number_of_an_article_in_code_128_is_a_products(digits: str) -> None:
    assert parse_payload(digits, Symbology.CODE_128) == ForeignRead(Foreign.PRODUCT)
    assert parse_payload(digits) == CardRead(CardNumber(digits))


def test_more_digits_than_a_parcel_has_are_no_parcel() -> None:
    assert parse_payload("003401234500000000002") == ForeignRead(Foreign.TICKET)
