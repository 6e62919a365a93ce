"""Revisions, pages, sums and signatures of the register."""

from base64 import b64decode
from dataclasses import replace
from random import Random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.errors import CardUnknownError, RevisionGoneError
from sync.messages import ChangesPage, Put
from sync.rules.cards import Card
from sync.rules.register_sum import RegisterSum, signed_text
from tests.helpers.samples import a_card
from tests.sync.server.register_fixture import RegisterFixture


def sum_of(cards: list[Card]) -> RegisterSum:
    total = RegisterSum()
    for card in cards:
        total = total.plus(card)
    return total


def check_signature(fixture: RegisterFixture, page: ChangesPage) -> None:
    key = Ed25519PublicKey.from_public_bytes(fixture.central.keys.public)
    stated = RegisterSum.from_hex(page.count, page.checksum)
    key.verify(b64decode(page.signature), signed_text(page.revision, stated))


def follow(fixture: RegisterFixture, limit: int) -> dict[str, Card]:
    """The register as a desk builds it from pages of changes, checked at every page."""
    cards: dict[str, Card] = {}
    revision, more = 0, True
    while more:
        page = fixture.desk.changes(revision, limit)
        for change in page.changes:
            if isinstance(change, Put):
                assert isinstance(change.card, Card)
                cards[change.card.number] = change.card
            else:
                del cards[change.number]
        check_signature(fixture, page)
        held = sum_of(list(cards.values()))
        assert (page.count, page.checksum) == (held.count, held.checksum)
        revision, more = page.revision, page.more
    assert revision == fixture.desk.me().register_revision
    return cards


def every_card(fixture: RegisterFixture, limit: int) -> list[Card]:
    cards: list[Card] = []
    after: str | None = None
    while True:
        page = fixture.desk.cards(after, limit)
        cards += [card for card in page.cards if isinstance(card, Card)]
        if page.next is None:
            return cards
        assert len(page.cards) == limit
        after = page.next


@pytest.mark.parametrize("limit", [1, 2, 7, 10_000])
def test_any_page_of_changes_carries_the_sums_of_the_revision_it_reaches(
    fixture: RegisterFixture, limit: int
) -> None:
    dice = Random(limit)
    numbers = [f"CARD{place}" for place in range(10)]
    for _ in range(4):
        fixture.central.change_cards(
            a_card(dice.choice(numbers), minors=dice.randrange(3)) for _ in range(8)
        )
        fixture.central.change_cards(dice.sample(numbers, 3))
    cards = follow(fixture, limit)
    assert sorted(cards.values(), key=lambda card: card.number) == every_card(fixture, limit)


def test_a_change_that_changes_nothing_makes_no_revision(fixture: RegisterFixture) -> None:
    before = fixture.desk.me().register_revision
    tally = fixture.central.change_cards([fixture.card, "NOBODY1"])
    assert (tally.same, fixture.desk.me().register_revision) == (2, before)


def test_cards_are_ordered_by_code_points(fixture: RegisterFixture) -> None:
    fixture.central.change_cards(a_card(number) for number in ("B000", "9999", "A0000", "AAAA"))
    numbers = [card.number for card in fixture.desk.cards(None).cards]
    assert numbers == ["9999", "A0000", "AAAA", "AB12345", "B000"]


def test_a_full_last_page_has_no_next(fixture: RegisterFixture) -> None:
    assert fixture.desk.cards(None, 1).next is None


def test_nothing_new_is_said_with_the_sums_of_that_revision(fixture: RegisterFixture) -> None:
    first = fixture.desk.changes(0)
    again = fixture.desk.changes(first.revision)
    assert (again.changes, again.more) == ([], False)
    assert (again.revision, again.checksum) == (first.revision, first.checksum)


def test_a_revision_that_never_was_is_gone(fixture: RegisterFixture) -> None:
    with pytest.raises(RevisionGoneError):
        fixture.desk.changes(fixture.desk.me().register_revision + 1)


def test_a_card_is_found_however_its_number_is_spaced(fixture: RegisterFixture) -> None:
    assert fixture.desk.card("ab-12 345").card == fixture.card


@pytest.mark.parametrize("number", ["AB99999", "?", "A" * 10_000, "AB\x00345"])
def test_a_card_that_is_not_there_is_unknown(fixture: RegisterFixture, number: str) -> None:
    with pytest.raises(CardUnknownError):
        fixture.desk.card(number)


def test_a_dropped_card_is_unknown_and_can_come_back(fixture: RegisterFixture) -> None:
    fixture.central.change_cards([fixture.card.number])
    with pytest.raises(CardUnknownError):
        fixture.desk.card(fixture.card.number)
    changed = replace(fixture.card, minors=1)
    fixture.central.change_cards([changed])
    assert fixture.desk.card(fixture.card.number).card == changed


def test_nothing_new_is_told_until_there_is_news(fixture: RegisterFixture) -> None:
    reached = fixture.desk.me().register_revision
    before = [fixture.desk.changes(reached), fixture.desk.changes(reached)]
    fixture.central.change_cards([a_card("NEWS0001")])
    (put,) = fixture.desk.changes(reached).changes
    assert [page.changes for page in before] == [[], []]
    assert isinstance(put, Put)
    assert put.card.number == "NEWS0001"
    after = fixture.desk.changes(reached + 1)
    assert (after.changes, after.revision) == ([], reached + 1)
    assert after.checksum != before[-1].checksum
