"""Limits over months, fees, notes and odd cards: what they take, and what they refuse."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from sync.rules.cards import OddCard
from sync.rules.offers import CardLimit, LimitPeriod
from sync.rules.register_sum import RegisterSum, card_line, signed_text, signed_text_at
from sync.rules.scan_text import keyed_without_latin, may_be_on_another_layout
from sync.rules.visits import LONGEST_NOTE, Note
from tests.sync.rules.test_visits import VISIT

NOTE = Note(
    id=UUID(int=1),
    recorded_at=datetime(2026, 11, 29, 12, tzinfo=UTC),
    about=UUID(int=2),
    text="Kortti oli uusi.",
)


@pytest.mark.parametrize("months", [0, -1, 10_000])
def test_a_limit_runs_over_a_sensible_number_of_months(months: int) -> None:
    with pytest.raises(ValueError, match="months"):
        CardLimit(1, LimitPeriod.MONTHS, months=months)


def test_a_limit_over_months_says_how_many() -> None:
    with pytest.raises(ValueError, match="says how many"):
        CardLimit(1, LimitPeriod.MONTHS)


def test_a_fee_is_never_negative() -> None:
    with pytest.raises(ValueError, match="cents"):
        replace(VISIT, value_cents=-1)


def test_a_note_is_a_text_of_bounded_length() -> None:
    assert replace(NOTE, text="x" * LONGEST_NOTE).text == "x" * LONGEST_NOTE
    with pytest.raises(ValueError, match="note"):
        replace(NOTE, text="x" * (LONGEST_NOTE + 1))


def test_an_odd_cards_line_is_what_came() -> None:
    assert card_line(OddCard("AB12345", ("golden", "active"))) == "AB12345|golden|active"


def test_the_time_stands_on_a_line_of_its_own_in_what_is_signed() -> None:
    at = "2026-11-29T12:00:00Z"
    signed = signed_text_at(7, RegisterSum(), at)
    assert signed == signed_text(7, RegisterSum()) + f"\n{at}".encode()


@pytest.mark.parametrize(("number", "recognised"), [("KQIKU03", True), ("KAIKU03", False)])
def test_letters_that_layouts_exchange_are_told(number: str, recognised: bool) -> None:  # noqa: FBT001 - a table of what is told
    assert may_be_on_another_layout(number) is recognised


@pytest.mark.parametrize("text", ["\u041b\u0424", "\u039a\u0391", 'kqiku"&'])
def test_keys_of_another_script_or_row_are_told(text: str) -> None:
    assert keyed_without_latin(text)


def test_plain_letters_and_digits_are_none_of_them() -> None:
    assert not keyed_without_latin("KAIKU03")
