"""``payloads.csv`` is a table: a row is a test. What is read is a card, an enrolment or foreign."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.rules.card_numbers import LONGEST, SHORTEST, CardNumber
from sync.rules.enrolment_link import EnrolmentLink, MalformedLinkError
from sync.rules.other_numbers import other_number
from sync.rules.payloads import (
    CardRead,
    EnrolmentRead,
    Foreign,
    ForeignRead,
    Reading,
    card_number,
    parse_payload,
    plausibility,
)
from sync.rules.scan_text import Symbology

with (Path(__file__).parent / "payloads.csv").open(encoding="ascii", newline="") as _table:
    ROWS = list(csv.DictReader(_table, delimiter=";", strict=True))

NUMBERS = st.text("ABCXYZ0189", min_size=SHORTEST, max_size=LONGEST).filter(
    lambda text: other_number(text, Symbology.CODE_128) is None
)
KINDS = st.sampled_from([None, *Symbology])


def _reading(payload: str) -> Reading:
    what, _, rest = payload.partition(" ")
    if what == "card":
        return CardRead(CardNumber(rest))
    if what == "enrolment":
        return EnrolmentRead(EnrolmentLink(*rest.split()))
    return ForeignRead(Foreign(what))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["sentence"]) for row in ROWS])
def test_what_was_read_is_understood(row: dict[str, str]) -> None:
    payload = row["payload"].encode("ascii").decode("unicode_escape")
    symbology = Symbology(row["symbology"]) if row["symbology"] else None

    assert parse_payload(payload, symbology) == _reading(row["read"])


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")), KINDS)
def test_whatever_is_read_is_understood_and_a_card_has_a_number_by_the_rule(
    payload: str, symbology: Symbology | None
) -> None:
    reading = parse_payload(payload, symbology)

    if isinstance(reading, CardRead):
        assert reading.number.isascii()
        assert reading.number.isalnum()
        assert SHORTEST <= len(reading.number) <= LONGEST


@given(NUMBERS, st.sampled_from([kind for kind in Symbology if kind is not Symbology.EAN_13]))
def test_a_number_is_the_same_card_in_every_kind_of_code(number: str, kind: Symbology) -> None:
    assert card_number(number, kind) == card_number(f" {number.lower()}\r\n") == number


@given(NUMBERS, st.sampled_from(["card", "kortti", "n"]))
def test_a_number_is_found_in_an_address(number: str, name: str) -> None:
    assert card_number(f"https://kortti.example/oma?x=1&{name}={number}") == number


@pytest.mark.parametrize("beginning", ["https://kortti.example/?card=AB12345&", "kaikuluukku:", ""])
def test_a_payload_longer_than_any_code_is_no_card(beginning: str) -> None:
    assert parse_payload(beginning + "A" * 10_000) == ForeignRead(Foreign.OTHER)


def test_a_payload_may_be_as_long_as_the_longest_code() -> None:
    longest = "https://kortti.example/?card=AB12345#".ljust(8_000, "a")

    assert card_number(longest) == "AB12345"
    assert parse_payload(f"{longest}a") == ForeignRead(Foreign.OTHER)


def test_an_address_with_very_many_values_is_an_address() -> None:
    address = "https://kortti.example/?" + "&".join("card=AB12345" for _ in range(200))

    assert parse_payload(address) == ForeignRead(Foreign.WEB_ADDRESS)


def test_an_address_may_have_a_hundred_values() -> None:
    address = f"https://kortti.example/?card=AB12345{'&x=1' * 99}"

    assert card_number(address) == "AB12345"
    assert parse_payload(f"{address}&x=1") == ForeignRead(Foreign.WEB_ADDRESS)


def test_a_parser_of_another_payload_can_be_plugged_in() -> None:
    def mobile_card(text: str, _: Symbology | None) -> Reading | None:
        return CardRead(CardNumber(text[7:])) if text.startswith("mobile:") else None

    assert parse_payload("mobile:AB12345", None, [mobile_card]) == CardRead(CardNumber("AB12345"))
    assert parse_payload("AB12345", None, [mobile_card]) == ForeignRead(Foreign.OTHER)


@given(
    st.sampled_from(
        ["https://kanta.example", "http://127.0.0.1:8700/", "https://k.example/a?b=c&d"]
    ),
    st.from_regex(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", fullmatch=True),
)
def test_an_enrolment_code_says_again_what_was_put_in(api_url: str, code: str) -> None:
    link = EnrolmentLink(api_url, code)

    assert parse_payload(link.text(), Symbology.QR_CODE) == EnrolmentRead(link)


def test_an_enrolment_code_may_say_twenty_things_and_a_register_of_500_characters() -> None:
    address = "https://kanta.example/".ljust(500, "a")
    payload = f"{EnrolmentLink(address, 'ABCD').text()}{'&x=1' * 18}"

    assert parse_payload(payload) == EnrolmentRead(EnrolmentLink(address, "ABCD"))
    assert parse_payload(f"{payload}&x=1") == ForeignRead(Foreign.OTHER)
    with pytest.raises(MalformedLinkError):
        EnrolmentLink(f"{address}a", "ABCD")


@pytest.mark.parametrize("scheme", ["https", "kaiku", "mailto", ""])
def test_an_enrolment_code_has_a_scheme_of_its_own(scheme: str) -> None:
    payload = EnrolmentLink("https://kanta.example", "ABCD").text()

    reading = parse_payload(payload.replace("kaikuluukku", scheme))

    assert not isinstance(reading, EnrolmentRead)


def test_an_enrolment_code_says_everything_once() -> None:
    payload = EnrolmentLink("https://kanta.example", "ABCD").text()

    assert parse_payload(f"{payload}&{payload.partition('?')[2]}") == ForeignRead(Foreign.OTHER)


def test_what_is_told_by_more_than_its_looks_goes_before() -> None:
    kinds = [Foreign.OTHER, Foreign.TICKET, Foreign.WEB_ADDRESS]
    senses = [plausibility(ForeignRead(kind)) for kind in kinds]
    senses += [
        plausibility(CardRead(CardNumber("AB12345"))),
        plausibility(ForeignRead(Foreign.PRODUCT)),
    ]

    assert senses == sorted(set(senses))
    assert plausibility(ForeignRead(Foreign.PERSON)) == plausibility(ForeignRead(Foreign.PRODUCT))
    assert plausibility(ForeignRead(Foreign.SEVERAL_CARDS)) == plausibility(
        ForeignRead(Foreign.WEB_ADDRESS)
    )


def test_an_enrolment_code_keeps_its_secret_out_of_logs() -> None:
    assert "ABCD" not in repr(EnrolmentRead(EnrolmentLink("https://kanta.example", "ABCD-EFGH")))
    with pytest.raises(MalformedLinkError) as refused:
        EnrolmentLink("https://kanta.example", "ABCD EFGH")
    assert "ABCD" not in str(refused.value)


@pytest.mark.parametrize("address", ["https://" + "a" * 600, "https://ä.example", "https:///", ""])
def test_an_enrolment_code_needs_the_address_of_a_register(address: str) -> None:
    with pytest.raises(MalformedLinkError):
        EnrolmentLink(address, "ABCD")


def test_a_reading_of_lines_has_to_be_seen_twice() -> None:
    proven = {kind for kind in Symbology if kind.corrects_errors}

    assert proven == {Symbology.QR_CODE, Symbology.DATA_MATRIX, Symbology.AZTEC}
