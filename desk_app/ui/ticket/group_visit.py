"""A group's visit: several cards to one offer, and the sum of their tickets."""

from dataclasses import dataclass, replace
from uuid import UUID

from sync.rules.visits import Tickets, Visit


@dataclass(frozen=True, slots=True)
class GroupVisit:
    """The visits of a family, or of a community's worker and clients, in the order of their cards.

    It grows until staff say that it is ``complete``.
    """

    visits: tuple[Visit, ...] = ()
    complete: bool = False

    @property
    def cards(self) -> int:
        """The number of cards."""
        return len(self.visits)

    @property
    def tickets(self) -> tuple[Tickets, ...]:
        """The tickets of each card."""
        return tuple(visit.tickets for visit in self.visits)

    @property
    def heads(self) -> int:
        """The number of people who enter, assistants included."""
        return sum(tickets.total for tickets in self.tickets)

    def fits(self, offer_id: UUID) -> bool:
        """Whether tickets to an offer can be its own: a group goes to one offer."""
        return all(visit.offer_id == offer_id for visit in self.visits)

    def with_visit(self, visit: Visit) -> "GroupVisit":
        """One card more."""
        return replace(self, visits=(*self.visits, visit))

    def without(self, visit_id: UUID) -> "GroupVisit":
        """One card less: its visit was taken back."""
        return replace(self, visits=tuple(visit for visit in self.visits if visit.id != visit_id))
