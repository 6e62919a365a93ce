"""The messages between neighbours, as plain values; :mod:`sync.lan.wire` has them in JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sync.ports import OperationState
from sync.rules.visits import Operation, VenueVisit

MOST_ENTRIES = 100
"""Entries of a page: what a desk writes in one go while its own visits wait."""
MOST_CURSOR = 100
LONGEST_NAME = 100
LONGEST_CODE = 100
LONGEST_DETAIL = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOperation:
    """An operation that some desk of the house recorded, and how far it has come.

    ``desk_name`` is the desk that recorded it. ``state`` is ``pending`` until the register, or the
    desk itself, has the last word; ``code`` and ``detail`` are the register's.
    """

    desk_name: str
    operation: Operation
    state: OperationState = OperationState.PENDING
    code: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRegister:
    """The register that a neighbour can hand on: when it was signed, as the register wrote it."""

    revision: int
    signed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A page of a neighbour's news.

    ``cursor`` is handed back for the next one; it means something to that neighbour alone, and only
    while its program runs. ``left`` is how many tickets it has left of its share, by offer, and
    ``moved`` how many it has ever moved to the desk that asks.
    """

    cursor: str
    more: bool = False
    operations: Sequence[ToldOperation] = ()
    visits: Sequence[VenueVisit] = ()
    left: Mapping[UUID, int] = field(default_factory=dict)
    moved: Mapping[UUID, int] = field(default_factory=dict)
    register: ToldRegister | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketsAsked:
    """A desk asks a neighbour for tickets of an offer.

    ``needed`` of those ``wanted`` are asked for at its counter now. ``received`` is all that it
    ever got from that neighbour, so that an answer that was lost is given again.
    """

    offer_id: UUID
    wanted: int
    needed: int
    received: int


@dataclass(frozen=True, slots=True, repr=False)
class RegisterPiece:
    """A piece of a sealed file with the register (docs/register-file.md).

    ``file`` tells one file from the next, and ``size`` is that of the whole one in bytes.
    """

    data: bytes
    file: str
    size: int
    passphrase: str
