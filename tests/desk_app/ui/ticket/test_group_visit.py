"""A group is counted card after card, until it is complete."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from desk_app.ui.ticket.group_visit import GroupVisit
from sync.rules.visits import Tickets
from tests.helpers.samples import MOMENT, a_visit

SHOW = UUID(int=1)
WORKER = replace(a_visit(SHOW), tickets=Tickets(worker=1, community_minors=4))
CLIENT = replace(a_visit(SHOW, at=MOMENT + timedelta(minutes=1)), tickets=Tickets(holder=1))


def test_a_worker_and_a_client_are_counted_together() -> None:
    group = GroupVisit().with_visit(WORKER).with_visit(CLIENT)

    assert (group.cards, group.heads) == (2, 6)


def test_a_group_goes_to_one_offer() -> None:
    group = GroupVisit().with_visit(WORKER)

    assert (group.fits(SHOW), group.fits(uuid4())) == (True, False)


def test_a_visit_that_is_taken_back_is_counted_no_more() -> None:
    group = GroupVisit().with_visit(WORKER).with_visit(CLIENT).without(CLIENT.id)

    assert (group.cards, group.heads) == (1, 5)


def test_an_assistant_is_a_head_too() -> None:
    visit = replace(CLIENT, tickets=Tickets(holder=1, assistants=1))

    assert GroupVisit().with_visit(visit).heads == 2
