"""A number that the register does not have, and the card that was meant."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk_app.services.checking import CheckService, Doubt
from desk_app.services.ports import LookedUpCard
from sync.rules.codes import VerdictCode
from tests.helpers.desk_fixture import FAMILY, POOL, DeskFixture

SHORT, KAIKU = replace(FAMILY, number="B504"), replace(FAMILY, number="KAIKU03")


@pytest.fixture
def desk_fixture(desk_fixture: DeskFixture) -> DeskFixture:
    desk_fixture.query_card.answers = True
    for card in (SHORT, KAIKU):
        desk_fixture.query_card.cards[card.number] = LookedUpCard(card, revision=7)
        desk_fixture.services.online_lookup.check(
            card.number, POOL.id
        )  # from now on the desk knows it
    return desk_fixture


@pytest.fixture
def checking(desk_fixture: DeskFixture) -> CheckService:
    return desk_fixture.services.checking


def test_a_check_character_is_left_out_where_only_the_shorter_number_is_known(
    checking: CheckService,
) -> None:
    checked = checking.check("B504K", POOL.id)
    assert (checked.number, checked.verdict.verdict) == (SHORT.number, VerdictCode.VALID)
    assert checked.doubt is Doubt.CHECK_CHARACTER


@pytest.mark.parametrize("text", ["B504L", "B505K"])
def test_a_last_character_that_checks_nothing_stays(checking: CheckService, text: str) -> None:
    checked = checking.check(text, POOL.id)
    assert (checked.number, checked.verdict.verdict) == (text, VerdictCode.UNKNOWN)
    assert checked.doubt is None


def test_letters_that_another_layout_exchanges_are_told_and_not_taken(
    checking: CheckService,
) -> None:
    checked = checking.check("KQIKU03", POOL.id)
    assert (checked.number, checked.verdict.verdict) == ("KQIKU03", VerdictCode.UNKNOWN)
    assert checked.doubt is Doubt.KEYBOARD


@pytest.mark.parametrize(
    "text", ["*KAIKU03*", "]A0KAIKU03", "\ufeffKAIKU03", "+K+A+I+K+U03", "KAIKU\u221203"]
)
def test_a_typed_number_is_checked_as_a_scanned_one_is(checking: CheckService, text: str) -> None:
    checked = checking.check(text, POOL.id)
    assert (checked.number, checked.doubt) == (KAIKU.number, None)


@pytest.mark.parametrize("text", ["ЛФШЛГ03", "лфшлг", "ΚΑΙΚΘ03", 'kqiku"&', "KQIKUà"])  # noqa: RUF001 - Cyrillic and Greek are the point
def test_a_number_typed_on_another_keyboard_is_told(checking: CheckService, text: str) -> None:
    checked = checking.check(text, POOL.id)
    assert checked.verdict.verdict is VerdictCode.MALFORMED_NUMBER
    assert checked.doubt is Doubt.KEYBOARD


def test_letters_that_layouts_exchange_are_told_where_nothing_is_known(
    checking: CheckService,
) -> None:
    assert checking.check("KQTTI01", POOL.id).doubt is Doubt.KEYBOARD


@pytest.mark.parametrize("text", ["!?", "KATTI01", "ÄÖÅ12", "AB_123", "Kaiku & co"])
def test_other_slips_are_not_put_down_to_the_keyboard(checking: CheckService, text: str) -> None:
    assert checking.check(text, POOL.id).doubt is None


def test_an_online_lookup_does_not_make_the_check_character_forgotten(
    desk_fixture: DeskFixture,
) -> None:
    desk_fixture.clock.at += timedelta(
        days=40
    )  # the register is too old, so that the card is asked for again
    checked = desk_fixture.services.online_lookup.check("B504K", POOL.id)
    assert (checked.number, checked.doubt) == (SHORT.number, Doubt.CHECK_CHARACTER)
