"""What is known of cards' holders goes when it is no longer needed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from sync.rules.cards import Card
from sync.server.console.hourly_work import DETAILS_DAYS, forget_details
from sync.server.console.store.registered_cards import Details
from sync.server.console.store.registered_cards import add as add_registered
from sync.server.store.console_tables import registered_cards
from tests.helpers.samples import a_card
from tests.sync.server.register_fixture import TODAY, RegisterFixture

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite", "postgresql"])


def details(fixture: RegisterFixture) -> list[tuple[object, ...]]:
    """What is known of holders, as the database has it."""
    known = registered_cards.c
    names = known.birth_year, known.postcode, known.birth_decade, known.postcode_area
    with fixture.central.database.reading() as connection:
        return [tuple(row) for row in connection.execute(select(*names))]


def register(fixture: RegisterFixture, card: Card, *, is_there: bool = True) -> None:
    if is_there:
        fixture.central.change_cards([card])
    with fixture.central.database.writing() as connection:
        add_registered(connection, card, None, Details(1971, "02600"), fixture.now)


def test_a_holders_birth_year_and_postcode_go_a_year_after_the_cards_last_day(
    fixture: RegisterFixture,
) -> None:
    register(fixture, replace(a_card("LAST1234"), valid_until=TODAY))
    register(fixture, replace(a_card("LATER123"), valid_until=TODAY + timedelta(days=9)))
    fixture.pass_days(DETAILS_DAYS)
    assert forget_details(fixture.central) == 0
    fixture.pass_days(1)
    assert forget_details(fixture.central) == 1
    coarse, whole = (None, None, 1970, "02"), (1971, "02600", None, None)
    assert sorted(details(fixture), key=str) == sorted([coarse, whole], key=str)


def test_the_details_of_a_card_that_left_the_register_go_too(fixture: RegisterFixture) -> None:
    register(fixture, a_card("GONE1234"), is_there=False)
    fixture.pass_days(2 * DETAILS_DAYS)
    assert forget_details(fixture.central) == 0
    fixture.pass_days(1)
    assert forget_details(fixture.central) == 1
