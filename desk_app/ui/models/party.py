"""A group at the counter: card after card to the same offer, and how many they are so far."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from sync.rules.visits import Visit

_STILL_THE_SAME = timedelta(minutes=5)
"""Ours: after so long without a card, the next one is somebody else's."""


@dataclass(frozen=True, slots=True)
class Party:
    """The visits recorded in a row, and the tickets that they got together."""

    visits: tuple[Visit, ...] = ()

    @property
    def cards(self) -> int:
        """How many cards there were."""
        return len(self.visits)

    @property
    def tickets(self) -> int:
        """How many tickets they got, assistants' included: so many heads go in."""
        return sum(visit.tickets.total for visit in self.visits)

    def with_visit(self, visit: Visit) -> "Party":
        """One card more; a new party where the offer is another one, or time has passed."""
        last = self.visits[-1] if self.visits else None
        goes_on = (
            last is not None
            and last.offer_id == visit.offer_id
            and visit.recorded_at - last.recorded_at <= _STILL_THE_SAME
        )
        return replace(self, visits=(*self.visits, visit) if goes_on else (visit,))

    def without(self, visit_id: UUID) -> "Party":
        """One card less: its visit was taken back."""
        return replace(self, visits=tuple(visit for visit in self.visits if visit.id != visit_id))
