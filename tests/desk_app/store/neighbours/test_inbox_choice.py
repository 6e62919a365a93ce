"""A refusal of another desk's work is asked about there, or here while that desk is away."""

from datetime import timedelta

from desk_app.store.neighbours.inbox_choice import choose_inbox
from tests.helpers.desk_fixture import FAMILY, POOL
from tests.helpers.neighbour_desks import NeighbourStore, meet


def choose(desk: NeighbourStore, *in_reach: str, minutes: int) -> bool:
    later = desk.fixture.clock.now() + timedelta(minutes=minutes)
    return choose_inbox(desk.fixture.database, in_reach, later)


def test_staff_are_asked_here_while_the_other_desk_is_away(desks: list[NeighbourStore]) -> None:
    here, there = desks
    visit = here.hand_out(FAMILY.number, POOL)
    meet(here, there)
    there.fixture.refuse(visit.id)

    assert not choose(there, minutes=1)
    assert there.inbox() == []
    assert choose(there, minutes=3)
    (item,) = there.inbox()
    assert item.carried_from == here.name

    assert choose(there, here.name, minutes=4)
    assert there.inbox() == []


def test_a_desks_own_refusals_are_its_own(desks: list[NeighbourStore]) -> None:
    here, there = desks
    visit = here.hand_out(FAMILY.number, POOL)
    here.fixture.refuse(visit.id)

    assert not choose(here, there.name, minutes=9)
    assert [item.id for item in here.inbox()] == [visit.id]
