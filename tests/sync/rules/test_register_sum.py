"""The sum of contract 1.4, against lines and hashes that are written out here by hand."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from sync.rules.register_sum import (
    RegisterSum,
    card_line,
    parse_signed_at,
    signed_text,
    signed_text_at,
)
from tests.sync.rules.decisions import card

ANNA = card("anna")
LOCAL = card("local")
COMMUNITY = card("community")
LINES = {
    ANNA: "ANNA2025|personal|active|2025-03-10|2026-03-09|2|Espoo|0",
    LOCAL: "LOCAL2025|personal|active|2025-03-10|2026-03-09|1|Savonlinna|1",
    COMMUNITY: "COMMUNITY2025|community|active|2025-03-10|2026-03-09|0|Espoo|0",
}


def _hash(line: str) -> int:
    return int(sha256(line.encode("utf-8")).hexdigest(), 16)


def _sum(*lines: str) -> str:
    return f"{sum(map(_hash, lines)) % 2**256:x}".zfill(64)


def test_a_cards_line_has_eight_fields_between_bars() -> None:
    assert {each: card_line(each) for each in LINES} == LINES


def test_the_sum_of_no_cards_is_naught() -> None:
    assert (RegisterSum().count, RegisterSum().checksum) == (0, "0" * 64)


def test_the_sum_of_one_card_is_the_hash_of_its_line() -> None:
    register = RegisterSum().plus(ANNA)
    expected = sha256(LINES[ANNA].encode()).hexdigest()
    assert (register.count, register.checksum) == (1, expected)


def test_hashes_are_added_modulo_two_to_the_256() -> None:
    register = RegisterSum()
    for each in LINES:
        register = register.plus(each)
    assert sum(map(_hash, LINES.values())) >= 2**256  # so the modulus has been at work
    assert (register.count, register.checksum) == (3, _sum(*LINES.values()))


def test_a_card_taken_away_leaves_the_sum_of_the_others() -> None:
    register = RegisterSum().plus(ANNA).plus(LOCAL).minus(ANNA)
    assert (register.count, register.checksum) == (1, _sum(LINES[LOCAL]))


def test_taking_away_goes_below_naught_and_comes_back() -> None:
    below = RegisterSum().minus(ANNA)
    assert (below.count, int(below.checksum, 16)) == (-1, 2**256 - _hash(LINES[ANNA]))
    assert below.plus(ANNA) == RegisterSum()


def test_letters_beyond_ascii_are_hashed_as_utf_8() -> None:
    line = "KAIKU1|personal|active|2025-03-10|2026-03-09|2|Närpiö|0"
    aboard = type(ANNA)(
        number="KAIKU1",
        kind=ANNA.kind,
        status=ANNA.status,
        valid_from=ANNA.valid_from,
        valid_until=ANNA.valid_until,
        minors=2,
        area="Närpiö",
        local_only=False,
    )
    assert RegisterSum().plus(aboard).checksum == _sum(line)


def test_a_sum_comes_back_from_the_form_in_which_it_travels() -> None:
    register = RegisterSum().plus(ANNA).plus(LOCAL)
    assert RegisterSum.from_hex(2, register.checksum) == register
    assert RegisterSum.from_hex(2, register.checksum.upper()) == register


@pytest.mark.parametrize(
    "checksum",
    [
        "",
        "a" * 63,
        "a" * 65,
        "g" * 64,
        "0x" + "a" * 62,
        "a_" * 31 + "aa",
        "+" + "a" * 63,
        "a" * 63 + "\n",
        "a" * 64 + "\n",
        "\uff11" * 64,
    ],
)
def test_a_checksum_has_64_hex_digits_and_nothing_else(checksum: str) -> None:
    with pytest.raises(ValueError, match="a checksum has 64 hex digits"):
        RegisterSum.from_hex(1, checksum)


def test_what_is_signed_names_revision_count_and_sum() -> None:
    register = RegisterSum().plus(ANNA)
    expected = "kaikukanta-register\n17\n1\n" + sha256(LINES[ANNA].encode()).hexdigest()
    assert signed_text(17, register) == expected.encode("ascii")


def test_a_sum_over_lines_is_that_of_their_cards_one_by_one() -> None:
    assert RegisterSum.of([LINES[ANNA], LINES[LOCAL], LINES[ANNA]]) == (
        RegisterSum().plus(ANNA).plus(LOCAL).plus(ANNA)
    )


def test_two_sums_together_are_over_the_cards_of_both() -> None:
    both = RegisterSum().plus(ANNA).plus(LOCAL)
    assert RegisterSum().plus(ANNA) + RegisterSum().plus(LOCAL) == both
    assert both - RegisterSum().plus(ANNA) == RegisterSum().plus(LOCAL)


def test_sums_go_round_at_their_end_and_at_their_beginning() -> None:
    highest = RegisterSum(1, 2**256 - 1)
    assert highest + RegisterSum(3, 2) == RegisterSum(4, 1)
    assert RegisterSum(4, 1) - RegisterSum(3, 2) == RegisterSum(1, 2**256 - 1)
    of_many = RegisterSum.of(LINES.values())
    assert of_many.total < 2**256


def test_the_time_is_signed_below_what_is_signed_without_it() -> None:
    with_time = signed_text_at(7, RegisterSum(), "2026-11-29T12:00:00Z")
    assert with_time == signed_text(7, RegisterSum()) + b"\n2026-11-29T12:00:00Z"


def test_a_signed_time_is_read_as_utc() -> None:
    assert parse_signed_at("2026-11-29T12:00:00Z") == datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-11-29T12:00:00", "2026-11-29T12:00:00+02:00", "today", ""])
def test_a_signed_time_that_is_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="in UTC"):
        parse_signed_at(text)
