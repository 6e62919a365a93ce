# ruff: noqa: RUF001 - the keys of every layout are here
"""What scanners really send, as the computer shows it, and what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.keyboard_layouts import KEYS
from desk_app.devices.scan_normalisation import normalise_scan
from desk_app.services.scans import Keyboard, Mismatch
from sync.rules.card_numbers import CardNumber
from sync.rules.enrolment_link import EnrolmentLink
from sync.rules.payloads import CardRead, EnrolmentRead, Foreign, ForeignRead, Reading
from tests.desk_app.devices.test_keyboard_layouts import under_caps_lock

CARD = CardRead(CardNumber("KAIKU0001"))
LINK = EnrolmentLink("https://register.example/api", "ABCD-EFGH-JKLM")
TO_FINNISH = str.maketrans(KEYS[Keyboard.US], KEYS[Keyboard.FINNISH])


@pytest.mark.parametrize(
    "typed",
    [
        "KAIKU0001",
        "kaiku0001",
        "KAIKU-0001",
        "KAIKU+0001",  # a US scanner at a Finnish computer
        "*KAIKU0001*",
        "(KAIKU0001(",  # the same, asterisks and all
        "+K+A+I+K+U0001",  # lower case in Code 39's pairs
        "`K`A`I`K`U0001",
        "KÀ`I`K`U0001",  # a dead key has made a letter of the first pair but one
        "]C0KAIKU0001",
        "]Q3KAIKU0001",
        "¨Q3KAIKU0001",
        "Ä0KAIKU0001",  # ]A0, the identifier of Code 39, through a dead key
        "]A0*KAIKU0001*",
        "https://kaiku.example/kortti/KAIKU0001",
        "httpsÖ--kaiku.example-kortti-KAIKU0001",
        "HTTPSö--KAIKU.EXAMPLE-KORTTI-kaiku0001",  # with Caps Lock
        "httpsÖ--kaiku.example-_card´KAIKU0001/x´1",
        "HTTPS/Z/O/OKAIKU.EXAMPLE/OKAIKU0001",  # an address in Code 39's pairs
        "KQIKUààà&",  # a French computer
        "ЛФШЛГ0001",  # a Russian one
        "ΚΑΙΚΘ0001",  # a Greek one
        "\x02KAIKU0001\x03",
        "~KAIKU0001",
        "KAIKU0001*",
        "]A0*KAIKU0001",
        "KAIKU0001$M",
    ],
)
def test_a_card_is_read_whatever_the_scanner_adds_or_the_keyboard_changes(typed: str) -> None:
    assert normalise_scan(typed).reading == CARD


@pytest.mark.parametrize("computer", list(Keyboard))
def test_an_enrolment_code_is_read_at_any_computer(computer: Keyboard) -> None:
    typed = LINK.text().translate(str.maketrans(KEYS[Keyboard.US], KEYS[computer]))
    assert normalise_scan(typed).reading == EnrolmentRead(LINK)
    assert normalise_scan(under_caps_lock(typed)).reading == EnrolmentRead(LINK)


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("https://lippu.example/tilaus", ForeignRead(Foreign.WEB_ADDRESS)),
        ("httpsÖ--lippu.example-tilaus", ForeignRead(Foreign.WEB_ADDRESS)),
        ("]E06414893012318", ForeignRead(Foreign.PRODUCT)),
        ("¨E06414893012318", ForeignRead(Foreign.PRODUCT)),
        ("Hyvää päivää, mitä kuuluu?", ForeignRead(Foreign.OTHER)),
    ],
)
def test_what_is_no_card_is_told(typed: str, reading: Reading) -> None:
    assert normalise_scan(typed).reading == reading


@pytest.mark.parametrize("typed", ["/KAIKU0001!", "KAIKU0001", "]C0/KAIKU0001!"])
def test_a_prefix_and_a_suffix_of_the_scanner_are_taken_off(typed: str) -> None:
    assert normalise_scan(typed, prefix="/", suffix="!").reading == CARD


def test_a_prefix_is_the_scanners_own_whatever_the_keyboard_makes_of_it() -> None:
    assert normalise_scan("-KAIKU0001", prefix="/").reading == CARD
    assert normalise_scan("ID_KAIKU0001", prefix="ID?").reading == CARD


def test_a_prefix_of_letters_is_not_guessed() -> None:
    assert normalise_scan("C0KAIKU0001").reading == CardRead(CardNumber("C0KAIKU0001"))
    assert normalise_scan("C0KAIKU0001", prefix="C0").reading == CARD


def test_the_number_with_its_prefix_is_told_beside_where_it_is_one_too() -> None:
    assert normalise_scan("C0KAIKU0001", prefix="C0").whole == CardNumber("C0KAIKU0001")
    assert normalise_scan("/KAIKU0001", prefix="/").whole is None
    assert normalise_scan("KAIKU0001", prefix="C0").whole is None


def test_what_was_mended_is_told() -> None:
    assert normalise_scan("KAIKU0001").corrected_layout is None
    assert normalise_scan("KAIKU+0001").corrected_layout == Mismatch(Keyboard.US, Keyboard.FINNISH)


@given(st.from_regex(r"[A-Z0-9]{4,20}", fullmatch=True))
def test_a_text_that_is_a_card_number_is_never_changed(number: str) -> None:
    normalised = normalise_scan(number)
    assert (normalised.reading, normalised.text, normalised.corrected_layout) == (
        CardRead(CardNumber(number)),
        number,
        None,
    )


@given(st.from_regex(r"[A-Z0-9]{2,10}-[A-Z0-9]{2,10}", fullmatch=True))
def test_a_hyphen_is_found_again_under_a_finnish_keyboard(number: str) -> None:
    normalised = normalise_scan(number.translate(TO_FINNISH))
    assert normalised.reading == CardRead(CardNumber(number.replace("-", "")))


@given(st.text(max_size=60))
def test_whatever_is_typed_gets_an_answer(text: str) -> None:
    assert isinstance(normalise_scan(text).reading, CardRead | EnrolmentRead | ForeignRead)
