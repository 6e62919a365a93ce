"""What a scanner adds, told from one scan."""

import pytest

from desk_app.devices.scan_normalisation import normalise_scan
from desk_app.services.scanner_setup import added
from desk_app.services.scans import Ending
from sync.rules.card_numbers import CardNumber
from sync.rules.payloads import CardRead

KNOWN = {"AB12345", "KAIKU0001"}


@pytest.mark.parametrize(
    ("text", "prefix", "suffix"),
    [
        ("AB12345", "", ""),
        ("bAB12345", "b", ""),  # a maker's letter for the kind of code
        ("S01#AB-12345;", "S01#", ";"),
        ("#KAIKU-0001", "#", ""),
        ("KAIKU000199", "", "99"),
        ("*AB12345*", "", ""),  # taken off anyway
        ("]A0AB12345", "", ""),
        ("§+AB12345", "§+", ""),
    ],
)
def test_what_stands_around_a_card_of_the_register_is_told(
    text: str, prefix: str, suffix: str
) -> None:
    found = added(text, Ending.ENTER, KNOWN.__contains__)
    assert found is not None
    assert (found.prefix, found.suffix, found.by_register) == (prefix, suffix, True)
    number = "KAIKU0001" if "KAIKU" in text else "AB12345"
    read = normalise_scan(text, prefix=prefix, suffix=suffix).reading
    assert read == CardRead(CardNumber(number))


def test_a_card_that_nobody_knows_is_the_one_row_that_can_be_a_number() -> None:
    found = added("#ZZ98765;", Ending.TAB, KNOWN.__contains__)
    assert found is not None
    assert (found.prefix, found.suffix, found.ending) == ("#", ";", Ending.TAB)
    assert not found.by_register


@pytest.mark.parametrize(
    "text", ["SITE1#ZZ98765", "#WELCOME#", "!?", "x" * 300, "(" * 21 + "AB12345"]
)
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert added(text, Ending.ENTER, KNOWN.__contains__) is None


def test_no_number_is_kept_in_what_was_found() -> None:
    assert "AB12345" not in repr(added("#AB12345", Ending.ENTER, KNOWN.__contains__))


def test_a_prefix_as_this_computer_shows_it_is_taken_off_where_the_layout_is_mended() -> None:
    read = normalise_scan("§httpsÖ--kaiku.example-kortti-KAIKU0001", prefix="§").reading
    assert read == CardRead(CardNumber("KAIKU0001"))
