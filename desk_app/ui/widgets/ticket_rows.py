"""The steppers' arithmetic: the kinds of ticket that a card may get, and how many of each."""

from collections.abc import Callable, Collection
from dataclasses import replace

from desk_app.messages.tickets import KINDS_IN_ORDER
from sync.rules.codes import Refusal
from sync.rules.entitlement import Allowed
from sync.rules.tickets import KINDS, PRESENTING, TicketKind, Tickets

Objections = Callable[[Tickets], Collection[Refusal]]
"""The objections to some tickets; they decide on every step."""

ROWS = KINDS_IN_ORDER
"""Every kind of ticket, in the order in which it is said."""


def rows(allowed: Allowed) -> tuple[TicketKind, ...]:
    """The kinds of which at least one ticket may be given."""
    return tuple(row for row in ROWS if ceiling(row, allowed, Tickets()))


def plain(allowed: Allowed) -> Tickets:
    """The plain case: one ticket for the person who presents the card."""
    presenting = next((kind for kind in PRESENTING if allowed[kind.ceiling_name]), None)
    return Tickets() if presenting is None else Tickets(**{presenting.name: 1})


def ceiling(row: TicketKind, allowed: Allowed, tickets: Tickets) -> int:
    """The most of a kind, given the others: children and grandchildren share one number."""
    most = allowed[row.ceiling_name]
    if most is None:
        return row.most
    shared = sum(
        tickets.of(kind)
        for kind in KINDS
        if kind is not row and kind.ceiling_name == row.ceiling_name
    )
    return min(row.most, max(0, most - shared))


def stepped(
    row: TicketKind, by: int, allowed: Allowed, tickets: Tickets, objections: Objections
) -> Tickets:
    """The tickets after a step, or the same ones where the step may not be taken.

    A step up that raises an objection which was not there before is not taken.
    """
    wanted = tickets.of(row) + by
    if not 0 <= wanted <= ceiling(row, allowed, tickets):
        return tickets
    new = replace(_of_one_card(row, by, tickets), **{row.name: wanted})
    if by > 0 and set(objections(new)) - set(objections(tickets)):
        return tickets
    return new


def _of_one_card(row: TicketKind, by: int, tickets: Tickets) -> Tickets:
    """One visit is one card's: going over to the other kind of card takes its tickets back."""
    if by <= 0 or row.card is None:
        return tickets
    others = (kind for kind in KINDS if kind.card not in (None, row.card))
    return replace(tickets, **{other.name: 0 for other in others})
