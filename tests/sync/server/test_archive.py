"""What is kept of cards' histories says the same as the register does."""

from random import Random

import pytest
from sqlalchemy import delete

from sync.rules.cards import Card
from sync.server import registry, tables
from sync.server.archive import Archive
from tests.helpers.samples import a_card
from tests.sync.server.houses import House

NUMBERS = [f"CARD{place}" for place in range(8)]


def told(house: House, archive: Archive, numbers: list[str]) -> dict[str, list[Card | None]]:
    """Each card at every revision there has been, and today."""
    with house.authority.database.reading() as connection:
        reached = registry.head(connection).revision
        history = archive.consult(connection, numbers, reached)
    return {
        number: [history.at(number, revision) for revision in range(reached + 1)]
        + [history.today(number)]
        for number in numbers
    }


@pytest.mark.parametrize(("most_kept", "most_news"), [(100, 100), (3, 100), (100, 2)])
def test_what_is_kept_says_what_the_register_says(
    house: House, most_kept: int, most_news: int
) -> None:
    dice = Random(most_kept * most_news)
    archive = Archive(most_kept=most_kept, most_news=most_news)
    for _ in range(12):
        house.authority.change_cards(
            number if dice.random() < 0.3 else a_card(number, minors=dice.randrange(9))
            for number in dice.choices(NUMBERS, k=dice.randrange(4))
        )
        asked = dice.sample(NUMBERS, 3)
        assert told(house, archive, asked) == told(house, Archive(), asked)


def test_a_card_is_read_once(house: House) -> None:
    archive = Archive()
    before = told(house, archive, [house.card.number])
    with house.authority.database.writing() as connection:
        connection.execute(delete(tables.card_versions))
    assert told(house, archive, [house.card.number]) == before


def test_a_register_out_of_an_older_backup_is_read_anew(house: House) -> None:
    archive = Archive()
    house.authority.change_cards([a_card(house.card.number, minors=7)])
    told(house, archive, [house.card.number])
    with house.authority.database.writing() as connection:
        versions = tables.card_versions
        connection.execute(delete(versions).where(versions.c.revision > 1))
        connection.execute(tables.register.update().values(revision=1))
    assert told(house, archive, [house.card.number])[house.card.number][-1] == house.card


def test_what_another_transaction_read_at_an_older_revision_is_not_kept(house: House) -> None:
    archive = Archive()
    told(house, archive, [house.card.number])
    with house.authority.database.reading() as connection:
        older = registry.head(connection).revision
        house.authority.change_cards([a_card(house.card.number, minors=7)])
        told(house, archive, [house.card.number])
        archive.consult(connection, ["CARD1"], older)
    house.authority.change_cards([a_card("CARD1")])
    asked = ["CARD1", house.card.number]
    assert told(house, archive, asked) == told(house, Archive(), asked)
