from dataclasses import replace

import pytest

from sync.rules.cards import Card
from tests.sync.rules.decisions import card

ANNA = card("anna")


@pytest.mark.parametrize("number", ["anna2025", "ANNA 2025", "A1", "ÄNNA2025", ""])
def test_a_card_carries_a_number_in_its_normal_form(number: str) -> None:
    with pytest.raises(ValueError, match="number"):
        replace(ANNA, number=number)


@pytest.mark.parametrize("minors", [0, 1, 999])
def test_a_card_may_have_no_minors_and_very_many(minors: int) -> None:
    assert replace(ANNA, minors=minors).minors == minors


@pytest.mark.parametrize("minors", [-1, 1000])
def test_a_card_has_neither_fewer_than_no_minors_nor_absurdly_many(minors: int) -> None:
    with pytest.raises(ValueError, match="minors must be 0 to 999"):
        replace(ANNA, minors=minors)


def test_cards_of_the_same_facts_are_one_card() -> None:
    same = Card(
        number=ANNA.number,
        kind=ANNA.kind,
        status=ANNA.status,
        valid_from=ANNA.valid_from,
        valid_until=ANNA.valid_until,
        minors=ANNA.minors,
        area=ANNA.area,
        local_only=ANNA.local_only,
    )
    assert {same, ANNA} == {ANNA}
