"""The table of the kinds of ticket, and the sums that are made from it."""

import pytest

from sync.rules.cards import CardKind
from sync.rules.tickets import KIND, KINDS, TicketGroup, Tickets, of_card


def test_every_kind_comes_with_one_that_there_is() -> None:
    assert {kind.comes_with for kind in KINDS} - {None} <= KIND.keys()


def test_who_presents_a_card_comes_with_nobody() -> None:
    assert [kind.name for kind in KINDS if kind.presents_card] == ["holder", "worker"]
    assert {kind.comes_with for kind in KINDS if kind.presents_card} == {None}


@pytest.mark.parametrize(
    ("card", "names"),
    [
        (CardKind.PERSONAL, ["holder", "children", "grandchildren"]),
        (CardKind.COMMUNITY, ["worker", "community_minors"]),
    ],
)
def test_each_kind_of_card_has_tickets_of_its_own(card: CardKind, names: list[str]) -> None:
    assert [kind.name for kind in of_card(card)] == names


def test_statistics_tell_adults_minors_and_assistants_apart() -> None:
    tickets = Tickets(
        holder=1, children=10, grandchildren=100, assistants=200, worker=1, community_minors=400
    )
    assert (tickets.adults, tickets.minors, tickets.presented) == (2, 510, 2)
    assert {kind.name for kind in KINDS if kind.group is TicketGroup.ASSISTANTS} == {"assistants"}


@pytest.mark.parametrize("name", ["holder", "worker"])
def test_one_card_has_one_who_presents_it(name: str) -> None:
    with pytest.raises(ValueError, match="a card has one holder and one worker at a time"):
        Tickets(**{name: 2})


def test_tickets_are_told_by_kind_in_the_order_of_the_table() -> None:
    counts = Tickets(holder=1, assistants=2).counts()
    assert list(counts) == [kind.name for kind in KINDS]
    assert (counts["holder"], counts["children"], counts["assistants"]) == (1, 0, 2)
