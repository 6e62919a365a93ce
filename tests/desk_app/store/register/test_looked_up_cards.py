from dataclasses import replace

import pytest

from desk_app.services.ports import LookedUpCard
from desk_app.store.connection.database import Database
from desk_app.store.register.looked_up_cards import StoredLookedUpCards
from desk_app.store.register.register import StoredRegister
from sync.rules.register_sum import RegisterSum
from tests.helpers.samples import MOMENT, a_card


@pytest.fixture
def looked_up_cards(database: Database) -> StoredLookedUpCards:
    return StoredLookedUpCards(database)


def move_register(database: Database, revision: int) -> None:
    register = StoredRegister(database)
    register.begin_load(revision)
    register.adopt(revision=revision, expected=RegisterSum(), verified_at=MOMENT)


def test_what_was_seen_is_found_word_for_word(looked_up_cards: StoredLookedUpCards) -> None:
    seen = LookedUpCard(a_card(minors=3), revision=4)
    looked_up_cards.save(seen, MOMENT)
    assert looked_up_cards.find("AB12345") == (seen, MOMENT)


def test_what_is_seen_again_takes_the_place_of_what_was(
    looked_up_cards: StoredLookedUpCards,
) -> None:
    looked_up_cards.save(LookedUpCard(a_card(), revision=4), MOMENT)
    newer = LookedUpCard(replace(a_card(), minors=2), revision=5)
    looked_up_cards.save(newer, MOMENT)
    assert looked_up_cards.find("AB12345") == (newer, MOMENT)


def test_what_the_register_has_overtaken_is_not_found_and_goes(
    database: Database, looked_up_cards: StoredLookedUpCards
) -> None:
    looked_up_cards.save(LookedUpCard(a_card(), revision=4), MOMENT)
    looked_up_cards.save(LookedUpCard(a_card("AB12346"), revision=6), MOMENT)
    move_register(database, 5)
    assert looked_up_cards.find("AB12345") is None
    with database.read() as connection:
        kept = connection.exec_driver_sql("SELECT number FROM seen_cards").scalars().all()
    assert kept == ["AB12346"]


def test_a_delta_overtakes_what_was_seen_too(
    database: Database, looked_up_cards: StoredLookedUpCards
) -> None:
    move_register(database, 3)
    looked_up_cards.save(LookedUpCard(a_card(), revision=4), MOMENT)
    StoredRegister(database).apply(
        {"AB12345": a_card()}, revision=4, expected=RegisterSum().plus(a_card()), verified_at=MOMENT
    )
    assert looked_up_cards.find("AB12345") is None


def test_what_was_seen_before_the_register_caught_up_and_kept_after_is_not_used(
    database: Database, looked_up_cards: StoredLookedUpCards
) -> None:
    move_register(database, 5)
    looked_up_cards.save(LookedUpCard(a_card(), revision=4), MOMENT)
    assert looked_up_cards.find("AB12345") is None
