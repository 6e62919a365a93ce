"""The steppers' arithmetic: which kinds of ticket a card may get, and how many of each."""

from collections.abc import Callable, Collection
from dataclasses import replace
from enum import StrEnum

from sync.rules.codes import Refusal
from sync.rules.entitlement import Allowed
from sync.rules.visits import MOST_TICKETS, Tickets

Objections = Callable[[Tickets], Collection[Refusal]]
"""What stands against some tickets; it has the last word on every step."""


class Row(StrEnum):
    """A kind of ticket; the value is its field in :class:`Tickets`."""

    HOLDER = "holder"
    CHILDREN = "children"
    GRANDCHILDREN = "grandchildren"
    WORKER = "worker"
    COMMUNITY_MINORS = "community_minors"
    ASSISTANTS = "assistants"


_PERSONAL = (Row.HOLDER, Row.CHILDREN, Row.GRANDCHILDREN)
_COMMUNITY = (Row.WORKER, Row.COMMUNITY_MINORS)


def count(tickets: Tickets, row: Row) -> int:
    """How many tickets of a kind."""
    counted: int = getattr(tickets, row.value)
    return counted


def rows(allowed: Allowed) -> tuple[Row, ...]:
    """The kinds of which at least one ticket may be given."""
    return tuple(row for row in Row if ceiling(row, allowed, Tickets()))


def plain(allowed: Allowed) -> Tickets:
    """The plain case: one ticket for whoever carries the card."""
    return Tickets(holder=1) if allowed.holder else Tickets(worker=min(1, allowed.worker))


def ceiling(row: Row, allowed: Allowed, tickets: Tickets) -> int:
    """The most of a kind, given the others: children and grandchildren share one number."""
    minors = allowed.children_and_grandchildren
    most = {
        Row.HOLDER: allowed.holder,
        Row.CHILDREN: minors - tickets.grandchildren,
        Row.GRANDCHILDREN: minors - tickets.children,
        Row.WORKER: allowed.worker,
        Row.COMMUNITY_MINORS: allowed.community_minors,
        Row.ASSISTANTS: allowed.assistants,
    }[row]
    return MOST_TICKETS if most is None else max(0, most)


def stepped(
    row: Row, by: int, allowed: Allowed, tickets: Tickets, objections: Objections
) -> Tickets:
    """The tickets after a step, or the same ones where the step may not be taken.

    A step up that raises an objection which was not there before is not taken.
    """
    wanted = count(tickets, row) + by
    if not 0 <= wanted <= ceiling(row, allowed, tickets):
        return tickets
    new = replace(_of_one_card(row, by, tickets), **{row.value: wanted})
    if by > 0 and set(objections(new)) - set(objections(tickets)):
        return tickets
    return new


def _of_one_card(row: Row, by: int, tickets: Tickets) -> Tickets:
    """One visit is one card's: going over to the other kind of card takes its tickets back."""
    if by > 0 and row in _COMMUNITY:
        return replace(tickets, **{other.value: 0 for other in _PERSONAL})
    if by > 0 and row in _PERSONAL:
        return replace(tickets, **{other.value: 0 for other in _COMMUNITY})
    return tickets
