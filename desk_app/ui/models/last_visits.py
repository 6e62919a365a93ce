"""The visits recorded last at this window, and what has become of each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sync.rules.visits import Visit

MOST = 8
"""Ours: further back, the page of visits has them all."""


class LastState(StrEnum):
    """What has become of a visit."""

    RECORDED = "recorded"
    UNDOING = "undoing"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Last:
    """A visit; ``at`` is when it, or its undoing, was recorded."""

    visit: Visit
    at: datetime
    state: LastState = LastState.RECORDED
    trouble: Exception | None = None


@dataclass(frozen=True, slots=True)
class LastVisits:
    """The newest first. What could not be taken back is never pushed out unsaid."""

    lasts: tuple[Last, ...] = ()

    def __iter__(self) -> Iterator[Last]:
        return iter(self.lasts)

    @property
    def latest(self) -> Last | None:
        """The one recorded last."""
        return self.lasts[0] if self.lasts else None

    def find(self, visit_id: UUID) -> Last | None:
        """One of them."""
        return next((last for last in self.lasts if last.visit.id == visit_id), None)

    def with_visit(self, visit: Visit) -> "LastVisits":
        """One more."""
        older = tuple(
            last for place, last in enumerate(self.lasts) if place < MOST - 1 or last.trouble
        )
        return LastVisits((Last(visit, visit.recorded_at), *older))

    def with_change(self, changed: Last) -> "LastVisits":
        """One of them is no longer what it was."""
        return replace(
            self,
            lasts=tuple(
                changed if last.visit.id == changed.visit.id else last for last in self.lasts
            ),
        )

    def was_taken_back(self, card_number: str) -> bool:
        """Whether the last visit of a card was undone: somebody wants it otherwise."""
        of_card = (last for last in self.lasts if last.visit.card_number == card_number)
        newest = next(of_card, None)
        return newest is not None and newest.state is not LastState.RECORDED
