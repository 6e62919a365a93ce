"""The second look: asked when it helps, kept beside the register, and good for the visit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.services.looking import Looking
from desk_app.services.ports import SeenCard
from desk_app.services.recording import VisitAsked
from sync.rules.codes import VerdictCode
from sync.rules.register_sum import RegisterSum
from tests.helpers.booth import ALONE, CARDS, FAMILY, NOW, POOL, Booth

NEW = replace(FAMILY, number="KAIKU9001")


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    booth = Booth(tmp_path)
    booth.enrol()
    booth.load_register()
    booth.load_offers()
    booth.second_look.answers = True
    booth.second_look.cards[NEW.number] = SeenCard(NEW, revision=7)
    yield booth
    booth.close()


@pytest.fixture
def looking(booth: Booth) -> Looking:
    return booth.counter.looking


def test_a_card_that_the_desk_lacks_is_judged_by_the_central_register(looking: Looking) -> None:
    assert looking.check("kaiku-9001", POOL.id).verdict.verdict is VerdictCode.VALID


def test_a_card_that_the_desk_has_is_not_asked_for(booth: Booth, looking: Looking) -> None:
    looking.check(ALONE.number, POOL.id)
    assert booth.second_look.asked == []


@pytest.mark.parametrize("text", ["??", "KAIKU9999"])
def test_what_nobody_knows_stays_as_it_was(looking: Looking, text: str) -> None:
    assert looking.check(text, POOL.id).verdict.verdict in {
        VerdictCode.UNKNOWN,
        VerdictCode.MALFORMED_NUMBER,
    }


def test_the_visit_names_the_revision_at_which_the_card_was_seen(
    booth: Booth, looking: Looking
) -> None:
    looking.check(NEW.number, POOL.id)
    visit = booth.counter.recording.record(VisitAsked(number=NEW.number, offer_id=POOL.id)).visit
    assert (visit.register_revision, visit.verdict, visit.provisional) == (
        7,
        VerdictCode.VALID,
        False,
    )


def test_the_registers_sum_knows_nothing_of_it(booth: Booth, looking: Looking) -> None:
    before = booth.register.status()
    looking.check(NEW.number, POOL.id)
    assert booth.register.status() == before
    assert booth.register.find(NEW.number) is None


def test_a_register_too_old_to_speak_is_helped_by_a_second_look(
    booth: Booth, looking: Looking
) -> None:
    booth.clock.at = NOW + timedelta(days=40)
    booth.second_look.cards[ALONE.number] = SeenCard(ALONE, revision=7)
    assert looking.check(ALONE.number, POOL.id).verdict.verdict is VerdictCode.VALID


def test_another_card_than_the_one_asked_for_is_not_believed(
    booth: Booth, looking: Looking
) -> None:
    booth.second_look.cards["KAIKU9999"] = SeenCard(NEW, revision=7)
    assert looking.check("KAIKU9999", POOL.id).verdict.verdict is VerdictCode.UNKNOWN


def test_a_newer_register_has_the_last_word(booth: Booth, looking: Looking) -> None:
    looking.check(NEW.number, POOL.id)
    total = RegisterSum()
    for card in CARDS:
        total = total.plus(card)
    booth.register.begin_load(8)
    booth.register.add_page(CARDS, after=None, last=True)
    booth.register.adopt(revision=8, expected=total, verified_at=booth.clock.at)
    del booth.second_look.cards[NEW.number]
    assert looking.check(NEW.number, POOL.id).verdict.verdict is VerdictCode.UNKNOWN


def test_a_dropped_register_takes_what_was_seen_along(booth: Booth, looking: Looking) -> None:
    looking.check(NEW.number, POOL.id)
    booth.register.drop()
    booth.load_register()
    checked = booth.counter.checking.check(NEW.number, POOL.id)
    assert checked.verdict.verdict is VerdictCode.UNKNOWN
