"""Cards that two desks admitted without knowing of each other: both desks say so, once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.services.inbox_items import LIMIT_PASSED, USED_TWICE, Resolution
from sync.rules.offers import CardLimit, LimitPeriod
from sync.rules.visits import VoidReason
from sync.server.keys.signing import Signer, new_key
from tests.helpers.desk_fixture import ALONE, FAMILY, POOL, TOMORROW
from tests.helpers.neighbour_desks import NeighbourStore, meet
from tests.helpers.samples import as_in_feed

LIMITED = replace(POOL, id=UUID(int=31), card_limit=CardLimit(2, LimitPeriod.CALENDAR_YEAR))
OFFERS = (POOL, TOMORROW, LIMITED)
CARD = FAMILY.number


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[NeighbourStore]]:
    signer = Signer(new_key())
    made = [NeighbourStore(tmp_path, number, signer, OFFERS) for number in (1, 2, 3)]
    yield made
    for desk in made:
        desk.close()


def codes(desk: NeighbourStore) -> list[str]:
    return [item.code for item in desk.inbox()]


def test_both_desks_say_that_a_card_was_used_at_both(desks: list[NeighbourStore]) -> None:
    here, there, beside = desks
    ours, theirs = here.hand_out(CARD, POOL), there.hand_out(CARD, POOL)

    meet(here, there, beside)

    (item,), (their_item,) = here.inbox(), there.inbox()
    assert (item.code, item.id, item.visit) == (USED_TWICE, ours.id, ours)
    assert [each.desk_name for each in item.also] == ["Luukku 2"]
    assert item.also[0].at == theirs.recorded_at
    assert their_item.id == theirs.id
    assert beside.inbox() == []
    assert here.fixture.journal.count().attention == 1
    assert here.fixture.journal.count().used_twice == 1


def test_a_desk_between_carries_the_word(desks: list[NeighbourStore]) -> None:
    here, there, between = desks
    here.hand_out(CARD, POOL)
    there.hand_out(CARD, POOL)

    for _ in range(3):
        meet(here, between)
        meet(between, there)

    assert codes(here) == codes(there) == [USED_TWICE]


def test_a_visit_that_the_other_desk_knew_of_is_nobodys_news(desks: list[NeighbourStore]) -> None:
    here, there, _ = desks
    here.hand_out(CARD, POOL)
    meet(here, there)
    there.hand_out(CARD, POOL)

    meet(here, there)

    assert here.inbox() == there.inbox() == []


def test_other_cards_and_other_days_are_no_matter(desks: list[NeighbourStore]) -> None:
    here, there, _ = desks
    here.hand_out(CARD, POOL)
    there.hand_out(ALONE.number, POOL)
    for desk in desks:
        desk.fixture.clock.at = desk.fixture.clock.at.replace(day=18)
    there.hand_out(CARD, POOL)

    meet(here, there)

    assert here.inbox() == there.inbox() == []


def test_tickets_to_one_event_are_told_from_whichever_day(desks: list[NeighbourStore]) -> None:
    here, there, _ = desks
    here.hand_out(CARD, TOMORROW)
    there.fixture.clock.at = there.fixture.clock.at.replace(day=18)
    there.hand_out(CARD, TOMORROW)

    meet(here, there)

    assert codes(here) == codes(there) == [USED_TWICE]


def test_a_limit_that_was_passed_is_told_by_both(desks: list[NeighbourStore]) -> None:
    here, there, _ = desks
    here.hand_out(CARD, LIMITED)
    meet(here, there)
    for desk in (here, there):
        desk.fixture.clock.at = desk.fixture.clock.at.replace(day=18)
    ours = here.hand_out(CARD, LIMITED)
    there.fixture.clock.at = there.fixture.clock.at.replace(day=19)
    theirs = there.hand_out(CARD, LIMITED)

    meet(here, there)

    assert [(item.code, item.id) for item in here.inbox()] == [(LIMIT_PASSED, ours.id)]
    assert [(item.code, item.id) for item in there.inbox()] == [(LIMIT_PASSED, theirs.id)]


def test_what_was_seen_is_gone_for_good(desks: list[NeighbourStore]) -> None:
    here, there, beside = desks
    ours = here.hand_out(CARD, POOL)
    there.hand_out(CARD, POOL)
    meet(here, there)
    (item,) = here.inbox()
    assert item.resolutions == (Resolution.SEEN, Resolution.WITHDRAW)

    here.fixture.services.rejections.see(ours.id)
    meet(here, there, beside)

    assert here.inbox() == []
    assert here.fixture.journal.count().attention == 0
    assert codes(there) == [USED_TWICE]


def test_where_one_visit_is_withdrawn_nobody_is_asked_any_more(desks: list[NeighbourStore]) -> None:
    here, there, _ = desks
    ours = here.hand_out(CARD, POOL)
    there.hand_out(CARD, POOL)
    meet(here, there)

    here.fixture.services.rejections.withdraw(ours.id)
    meet(here, there)

    assert here.inbox() == there.inbox() == []
    entry = here.fixture.journal.entry(ours.id)
    assert entry is not None
    assert entry.voided


def test_a_visit_that_the_register_refused_is_told_as_that_alone(
    desks: list[NeighbourStore],
) -> None:
    here, there, _ = desks
    ours = here.hand_out(CARD, POOL)
    there.hand_out(CARD, POOL)
    meet(here, there)

    here.fixture.refuse(ours.id, "limit_reached")

    assert codes(here) == ["limit_reached"]


def test_a_visit_that_was_taken_back_before_is_no_matter(desks: list[NeighbourStore]) -> None:
    here, there, _ = desks
    ours = here.hand_out(CARD, POOL)
    here.fixture.services.voiding.void(ours.id, VoidReason.MISTAKE)
    there.hand_out(CARD, POOL)

    meet(here, there)

    assert here.inbox() == there.inbox() == []


def test_it_does_not_matter_that_the_register_told_of_the_visit_first(
    desks: list[NeighbourStore],
) -> None:
    here, there, _ = desks
    here.hand_out(CARD, POOL)
    theirs = there.hand_out(CARD, POOL)
    here.fixture.receive(as_in_feed(theirs))

    meet(here, there)

    assert codes(here) == codes(there) == [USED_TWICE]


def test_a_refusal_stands_in_the_inbox_of_the_desk_that_recorded_it(
    desks: list[NeighbourStore],
) -> None:
    here, there, beside = desks
    ours = here.hand_out(CARD, POOL)
    meet(*desks)

    there.fixture.refuse(ours.id)
    meet(*desks)

    assert codes(here) == ["card_unknown"]
    assert there.inbox() == beside.inbox() == []
    assert there.fixture.journal.count().attention == 0
    assert [item.waits for item in here.inbox()] == [True]  # until the register itself refuses it
