"""Online lookup: made when it helps, kept beside the register, and used for the visit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk_app.services.online_lookup import OnlineLookup
from desk_app.services.ports import LookedUpCard
from desk_app.services.recording import VisitRequest
from sync.rules.codes import VerdictCode
from sync.rules.register_sum import RegisterSum
from tests.helpers.desk_fixture import ALONE, CARDS, FAMILY, NOW, POOL, DeskFixture

NEW = replace(FAMILY, number="KAIKU9001")


@pytest.fixture
def desk_fixture(desk_fixture: DeskFixture) -> DeskFixture:
    desk_fixture.query_card.answers = True
    desk_fixture.query_card.cards[NEW.number] = LookedUpCard(NEW, revision=7)
    return desk_fixture


@pytest.fixture
def online_lookup(desk_fixture: DeskFixture) -> OnlineLookup:
    return desk_fixture.services.online_lookup


def test_a_card_that_the_desk_lacks_is_judged_by_the_central_register(
    online_lookup: OnlineLookup,
) -> None:
    assert online_lookup.check("kaiku-9001", POOL.id).verdict.verdict is VerdictCode.VALID


def test_a_card_that_the_desk_has_is_not_asked_for(
    desk_fixture: DeskFixture, online_lookup: OnlineLookup
) -> None:
    online_lookup.check(ALONE.number, POOL.id)
    assert desk_fixture.query_card.asked == []


@pytest.mark.parametrize("text", ["??", "KAIKU9999"])
def test_what_nobody_knows_stays_as_it_was(online_lookup: OnlineLookup, text: str) -> None:
    assert online_lookup.check(text, POOL.id).verdict.verdict in {
        VerdictCode.UNKNOWN,
        VerdictCode.MALFORMED_NUMBER,
    }


def test_the_visit_names_the_revision_at_which_the_card_was_seen(
    desk_fixture: DeskFixture, online_lookup: OnlineLookup
) -> None:
    online_lookup.check(NEW.number, POOL.id)
    visit = desk_fixture.services.recording.record(
        VisitRequest(number=NEW.number, offer_id=POOL.id)
    ).visit
    assert (visit.register_revision, visit.verdict, visit.provisional) == (
        7,
        VerdictCode.VALID,
        False,
    )


def test_the_registers_sum_knows_nothing_of_it(
    desk_fixture: DeskFixture, online_lookup: OnlineLookup
) -> None:
    before = desk_fixture.register.status()
    online_lookup.check(NEW.number, POOL.id)
    assert desk_fixture.register.status() == before
    assert desk_fixture.register.find(NEW.number) is None


def test_a_register_too_old_to_speak_is_helped_by_an_online_lookup(
    desk_fixture: DeskFixture, online_lookup: OnlineLookup
) -> None:
    desk_fixture.clock.at = NOW + timedelta(days=40)
    desk_fixture.query_card.cards[ALONE.number] = LookedUpCard(ALONE, revision=7)
    assert online_lookup.check(ALONE.number, POOL.id).verdict.verdict is VerdictCode.VALID


def test_another_card_than_the_one_asked_for_is_not_believed(
    desk_fixture: DeskFixture, online_lookup: OnlineLookup
) -> None:
    desk_fixture.query_card.cards["KAIKU9999"] = LookedUpCard(NEW, revision=7)
    assert online_lookup.check("KAIKU9999", POOL.id).verdict.verdict is VerdictCode.UNKNOWN


def test_a_newer_register_has_the_last_word(
    desk_fixture: DeskFixture, online_lookup: OnlineLookup
) -> None:
    online_lookup.check(NEW.number, POOL.id)
    total = RegisterSum()
    for card in CARDS:
        total = total.plus(card)
    desk_fixture.register.begin_load(8)
    desk_fixture.register.add_page(CARDS, after=None, last=True)
    desk_fixture.register.adopt(revision=8, expected=total, verified_at=desk_fixture.clock.at)
    del desk_fixture.query_card.cards[NEW.number]
    assert online_lookup.check(NEW.number, POOL.id).verdict.verdict is VerdictCode.UNKNOWN


def test_a_dropped_register_takes_what_was_seen_along(
    desk_fixture: DeskFixture, online_lookup: OnlineLookup
) -> None:
    online_lookup.check(NEW.number, POOL.id)
    desk_fixture.register.drop()
    desk_fixture.load_register()
    checked = desk_fixture.services.checking.check(NEW.number, POOL.id)
    assert checked.verdict.verdict is VerdictCode.UNKNOWN
