"""The state of the neighbours, for staff: the other desks of the venue, on the local network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class NeighbourState(StrEnum):
    """How the neighbours stand as a whole."""

    OFF = "off"
    NOT_ENROLLED = "not_enrolled"  # nobody can be known before
    NO_PORT = "no_port"  # this computer does not let the desk listen
    ALONE = "alone"  # the register has made no other desk known
    SEARCHING = "searching"  # none of those that are known is in reach
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class NeighbourDesk:
    """Another desk; ``address`` is where it is while it is in reach.

    One that was in reach since this program was opened, and is not any more, ``is_missing``. One
    that has sent more records than a desk can have ``is_flooding``: the rest comes slowly. Where
    two computers have one desk's key, it ``is_double``.
    """

    desk_id: UUID
    desk_name: str
    in_reach: bool
    address: str | None = None
    is_missing: bool = False
    is_flooding: bool = False
    is_double: bool = False


@dataclass(frozen=True, slots=True)
class NeighboursStatus:
    """``port`` is where this desk listens.

    ``copying`` names the desk whose register is being copied, and how much of it is here, up to 1.
    """

    state: NeighbourState = NeighbourState.OFF
    port: int | None = None
    desks: Sequence[NeighbourDesk] = ()
    copying: tuple[str, float] | None = None

    @property
    def missing(self) -> Sequence[NeighbourDesk]:
        """The neighbours that are in reach no more."""
        return [desk for desk in self.desks if desk.is_missing]


@dataclass(frozen=True, slots=True)
class TicketsLeft:
    """What is left of a quota: ``here`` at this desk, ``in_reach`` with the neighbours'."""

    here: int
    in_reach: int


class NeighboursView(Protocol):
    """What the window is told; nothing in it waits for a neighbour."""

    def status(self) -> NeighboursStatus:
        """The status of the neighbours as a whole."""
        ...

    def tickets(self, offer_id: UUID) -> TicketsLeft | None:
        """What is left of an offer's quota; ``None`` where it is not held in shares."""
        ...

    def need(self, offer_id: UUID, tickets: int) -> None:
        """Ask those who have some for so many tickets, for somebody who waits at the counter."""
        ...


@dataclass(frozen=True, slots=True)
class NoNeighbours:
    """The neighbours of a desk on its own."""

    left: Mapping[UUID, TicketsLeft] = field(default_factory=dict)

    def status(self) -> NeighboursStatus:
        """The status that they are off."""
        return NeighboursStatus()

    def tickets(self, offer_id: UUID) -> TicketsLeft | None:
        """No shares."""
        return self.left.get(offer_id)

    def need(self, offer_id: UUID, tickets: int) -> None:
        """Do nothing: there is nobody to ask."""
