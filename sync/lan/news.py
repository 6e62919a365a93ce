"""The messages between neighbours, as plain values; :mod:`sync.lan.wire` has them in JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from uuid import UUID

from sync.ports import OperationState
from sync.rules.visits import Operation, VenueVisit

MOST_ENTRIES = 300
MOST_NEWS = 1 << 18
"""Entries and bytes of a page: to read one may not take the window's time."""
MOST_OFFERS = 1_000
"""Offers of which one page tells what is left: of more, the pages tell in turn."""
MOST_CURSOR = 100
LONGEST_NAME = 100
LONGEST_CODE = 100
LONGEST_DETAIL = 4_000
MOST_KEY_CHANGES = 20
MOST_UNAWARE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsOperation:
    """An operation that some desk of the venue recorded, and how far it has come.

    ``desk_name`` is the desk that recorded it. ``state`` is ``pending`` until the register, or the
    desk itself, has the last word; ``code`` and ``detail`` are the register's. ``unaware`` are
    visits of the same card that were not known to that desk when it recorded this one.
    """

    desk_name: str
    operation: Operation
    state: OperationState = OperationState.PENDING
    code: str | None = None
    detail: str | None = None
    unaware: Sequence[UUID] = ()

    @property
    def id(self) -> UUID:
        """The operation's."""
        return self.operation.id


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsBrief:
    """An operation without its content, for neighbours that mostly have it already.

    One that has it takes in its state and what was not known, one that lacks it asks for the whole;
    so do both for a rejection, of which the register's words are sent with the whole alone.
    """

    id: UUID
    state: OperationState = OperationState.PENDING
    unaware: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterVersion:
    """The register that a neighbour can hand on, as the register itself signed it (contract 1.4).

    ``signature`` is over the rest, so that a desk can verify it as the register's own before the
    cards come. ``key_changes`` are the (before, key, signature) in base64 that lead to its key.
    """

    revision: int
    count: int
    checksum: str
    signed_at: str
    signature: str
    key_changes: Sequence[tuple[str, str, str]] = ()


class NewerPart(Enum):
    """The part of a neighbour's register that is newer than this desk's."""

    NOTHING = auto()  # it is older, the same, or not the register's
    SIGNATURE = auto()  # the cards are the same: the register has confirmed them since
    CARDS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A page of a neighbour's news.

    ``cursor`` is handed back for the next one; it means something to that neighbour alone.
    ``briefs`` are of what it heard from others, and of what it told before.
    ``left`` is how many tickets it has left of its share, by offer, and ``moved`` how many it has
    ever moved to the desk that asks; of ``MOST_OFFERS`` and more, other pages tell others.
    """

    cursor: str
    more: bool = False
    operations: Sequence[NewsOperation] = ()
    visits: Sequence[VenueVisit] = ()
    briefs: Sequence[NewsBrief] = ()
    left: Mapping[UUID, int] = field(default_factory=dict)
    moved: Mapping[UUID, int] = field(default_factory=dict)
    register: RegisterVersion | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """What a neighbour's news brought.

    ``new`` is how much was not known here; of news that were merged together, one has it all.
    ``weight`` is how many entries that neighbour added or changed, a long one counted as several.
    """

    new: int = 0
    weight: int = 0


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

    ``file`` tells one file from the next, ``size`` is that of the whole one in bytes, and
    ``signed_at`` is when the register signed what is in it.
    """

    data: bytes
    file: str
    size: int
    passphrase: str
    signed_at: str
