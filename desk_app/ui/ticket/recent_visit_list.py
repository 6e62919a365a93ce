"""The latest visits of this window, and the state of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import StrEnum
from uuid import UUID

from desk_app.messages import Messages
from sync.rules.card_numbers import mask
from sync.rules.visits import Visit

MOST = 8
"""Ours: further back, the page of visits has them all."""


class RecentVisitState(StrEnum):
    """The state of a visit."""

    RECORDED = "recorded"
    UNDOING = "undoing"
    UNDONE = "undone"
    PUTTING_BACK = "putting_back"


@dataclass(frozen=True, slots=True)
class RecentVisit:
    """A visit; ``at`` is when it, or its void, was recorded.

    One that was put back is another visit, in the place of the ``first``.
    """

    visit: Visit
    at: datetime
    state: RecentVisitState = RecentVisitState.RECORDED
    error: Exception | None = None
    first: UUID | None = None

    @property
    def key(self) -> UUID:
        """The key by which its place is known."""
        return self.first or self.visit.id


@dataclass(frozen=True, slots=True)
class RecentVisitList:
    """The newest first. A failed void, or one that can be undone, is never pushed out."""

    visits: tuple[RecentVisit, ...] = ()

    def __iter__(self) -> Iterator[RecentVisit]:
        return iter(self.visits)

    @property
    def latest(self) -> RecentVisit | None:
        """The one recorded last."""
        return self.visits[0] if self.visits else None

    def find(self, visit_id: UUID) -> RecentVisit | None:
        """One of them."""
        return next((last for last in self.visits if last.visit.id == visit_id), None)

    def with_visit(self, visit: Visit) -> "RecentVisitList":
        """One more."""
        older = tuple(
            last
            for place, last in enumerate(self.visits)
            if place < MOST - 1 or last.error or last.state is not RecentVisitState.RECORDED
        )
        return RecentVisitList((RecentVisit(visit, visit.recorded_at), *older))

    def with_older(self, older: Iterable[RecentVisit]) -> "RecentVisitList":
        """Add today's visits from before the window was opened, behind the others."""
        new = [last for last in older if self.find(last.visit.id) is None]
        return RecentVisitList((*self.visits, *new))

    def with_change(self, changed: RecentVisit) -> "RecentVisitList":
        """One of them is no longer what it was."""
        return replace(
            self,
            visits=tuple(changed if last.key == changed.key else last for last in self.visits),
        )

    def was_undone(self, card_number: str) -> bool:
        """Whether the last visit of a card was undone: somebody wants it otherwise."""
        of_card = (last for last in self.visits if last.visit.card_number == card_number)
        newest = next(of_card, None)
        return newest is not None and newest.state is not RecentVisitState.RECORDED


def visit_text(visit: Visit, words: Messages, zone: tzinfo) -> str:
    """A visit in a line: when, what, and the end of the card's number."""
    at = words.clock(visit.recorded_at.astimezone(zone))
    return f"{at} · {words.tickets(visit.tickets)} · {mask(visit.card_number)}"
