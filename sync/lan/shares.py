"""A desk's share of an offer's quota: the tickets that it may hand out on its own.

Where desks cannot see each other, two of them must not hand out the same last ticket. So each holds
a share. The register grants it; while the register is out of reach, desks move tickets to each
other, and a ticket that moves leaves one share for good before it is in the other. The sum of all
shares therefore never exceeds the quota, whatever message is lost or repeated.

This is the bounded counter of Balegas et al. (2015): what has moved between two desks is one number
that only grows, so that an answer that was lost can be asked for again without harm.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID


@dataclass(frozen=True, slots=True)
class QuotaShare:
    """One desk's share of one offer's quota, in tickets.

    ``granted`` is what the register has set aside for the desk; ``moved_out`` and ``moved_in`` are
    all that was ever moved to, and from, each other desk.
    """

    granted: int = 0
    moved_out: Mapping[UUID, int] = field(default_factory=dict)
    moved_in: Mapping[UUID, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The tickets that the desk may have handed out in all."""
        return self.granted + sum(self.moved_in.values()) - sum(self.moved_out.values())

    def left(self, given: int) -> int:
        """The tickets left, where ``given`` were handed out. Below 0 where it was too many."""
        return self.size - given

    def move(self, *, to: UUID, wanted: int, received: int, spare: int) -> "QuotaShare":
        """The share after a request of another desk for ``wanted`` tickets.

        ``received`` is all that the other desk knows to have got from this one: what was moved and
        did not arrive counts towards what is wanted. At most ``spare`` tickets leave.
        """
        moved = self.moved_out.get(to, 0)
        under_way = max(0, moved - received)
        leaving = max(0, min(wanted - under_way, spare))
        return replace(self, moved_out={**self.moved_out, to: moved + leaving})

    def receive(self, *, of: UUID, moved: int) -> "QuotaShare":
        """The share after another desk said how much it has moved here in all."""
        return replace(self, moved_in={**self.moved_in, of: max(moved, self.moved_in.get(of, 0))})


def grantable(*, total: int, used: int, used_by_sharers: int, granted: int) -> int:
    """The tickets that the register can still grant to desks.

    ``used`` counts the tickets of the offer that were accepted, ``used_by_sharers`` those of desks
    that hold shares, which lie within what was ``granted`` to them together.
    """
    return max(0, total - (used - used_by_sharers) - max(granted, used_by_sharers))


LOW = 5
"""Ours: with fewer tickets left, a desk asks those who have more."""


def missing_of(here: int, elsewhere: Collection[int]) -> int:
    """How many tickets a desk asks for, so that those who run short come to have as many.

    No more than half the difference, so that tickets never wander to and fro.
    """
    most = max(elsewhere, default=0)
    return max(0, (most - here) // 2) if here < LOW else 0


def spare(left: int, needed: int) -> int:
    """The tickets that a desk gives away: half of its own, or all that somebody waits for."""
    return max(0, min(left, max(needed, left // 2)))


def asked_of_each(*, missing: int, left: Mapping[UUID, int]) -> dict[UUID, int]:
    """How many tickets to ask each neighbour for: first of the one that has the most left."""
    asked = {}
    for desk in sorted(left, key=lambda desk: (-left[desk], desk)):
        if missing > 0 and left[desk] > 0:
            asked[desk] = min(missing, left[desk])
            missing -= asked[desk]
    return asked
