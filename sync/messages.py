"""The messages between desk and register, as plain values.

They know neither JSON nor HTTP: a client (:mod:`sync.client`) turns them into what its API sends,
and what that answers into them. The scheme's own values (cards, offers, visits) are those of
:mod:`sync.rules`. The bounds raise ``ValueError``, whatever API a message came from.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from sync.rules.cards import Card, OddCard
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from sync.rules.visits import LAST_REVISION, VenueVisit

MOST_CARDS_A_PAGE = 10_000
MOST_A_FEED_PAGE = 1_000
MOST_OPERATIONS = 500
MOST_CURSOR = 2_000
"""Characters: at a ticket agent's desk a cursor names a place in the feed of each venue."""
MOST_NONCE = 200
MOST_LAN_KEY = 400
"""Characters: a certificate with an Ed25519 key has some 350 in base64."""
MOST_TOKEN = 1_000
MOST_VENUE_ID = 200
"""Ours: characters. What was recorded belongs to a venue, so there is none without an id."""
MOST_LISTED = 500
"""Ours: of how many operations a status report lists that they wait."""
PREFIX = "[0-9a-f]{16}"
"""The first digits of an operation's id; they begin with the time of recording."""
MOST_COUNTED = 10**12
"""Ours: a bound for counts and milliseconds that every column holds."""


class _OnlyCard:
    """Has an odd card neither parsed nor written: a parser that finds one puts it there itself."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, handler: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - as pydantic asks for it, by this name
        return handler(Card)


RegisterCard = Annotated[Card | OddCard, _OnlyCard]
"""A card of the register, or the data needed to count one that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentRequest:
    """A desk asks to be enrolled with a code that works once."""

    activation_code: str
    desk_name: str
    app_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedKeyChange:
    """A change of the register's key: ``before`` has signed ``key``, all three in base64."""

    before: str
    key: str
    signature: str

    def __post_init__(self) -> None:
        _check_length(self.before, "a key", 0, 100)
        _check_length(self.key, "a key", 0, 100)
        _check_length(self.signature, "a key's signature", 0, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """The answer to an enrolment. ``register_key`` is a raw Ed25519 public key in base64.

    ``venues`` are all venues of a desk that records for several; ``key_changes`` come in their
    order, the first one first.
    """

    desk_id: UUID
    token: str = field(repr=False)
    venue: Venue
    register_key: str
    policy: Policy
    venues: list[Venue] = field(default_factory=list)
    key_changes: list[SignedKeyChange] = field(default_factory=list)

    def __post_init__(self) -> None:
        _check_length(self.token, "a token", 1, MOST_TOKEN)
        _check_length(self.venue.id, "a venue's id", 1, MOST_VENUE_ID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The register is up. Both fields are required: any program may answer with an empty object."""

    status: Literal["ok"]
    api: Literal["desk/v1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another enrolled desk of the venue. ``lan_key`` is its certificate (DER) in base64."""

    desk_id: UUID
    desk_name: str
    lan_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """This desk, as the register knows it. It asks for a new token where the old one is old."""

    desk_id: UUID
    desk_name: str
    venue: Venue
    policy: Policy
    register_revision: int
    venues: list[Venue] = field(default_factory=list)
    peers: list[Peer] = field(default_factory=list)
    key_changes: list[SignedKeyChange] = field(default_factory=list)
    renew_token: bool = False

    def __post_init__(self) -> None:
        _check_revision(self.register_revision)
        _check_length(self.venue.id, "a venue's id", 1, MOST_VENUE_ID)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartlyReadMe(Me):
    """The same, where the desk cannot read some fields of the policy: they stay as they were."""

    unread_policy: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token in place of the one that asked for it, which holds until the new one is used."""

    token: str = field(repr=False)

    def __post_init__(self) -> None:
        _check_length(self.token, "a token", 1, MOST_TOKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingReport:
    """The desk's status report (contract 1.3a). ``nonce`` is from the last answer that it kept.

    ``clock_ahead_ms`` is by how much its machine's clock is ahead; it may be negative. ``waiting``
    are the first digits of the ids of what is not settled (contract 3.16). ``taken_in`` are the
    visits of its own that it has learnt of from the feed since the last report (contract 3.17).
    """

    app_version: str
    pending: int
    attention: int
    oldest_pending_at: datetime | None = None
    register_revision: int
    register_verified_at: datetime | None = None
    clock_ahead_ms: int | None = None
    lan_key: str | None = None
    nonce: str | None = None
    waiting: Sequence[str] | None = None
    taken_in: int | None = None


@dataclass(frozen=True, kw_only=True)
class StandingAnswer:
    """``forked`` says that the desk's data is in use twice, or that an old copy was put back.

    ``nonce`` is to be returned with the next report. ``forked_at`` is when a fork was noticed last,
    while the register shows the desk as forked. ``waited`` is what the desk listed as waiting
    before, and neither lists now nor has sent; ``arrived`` is what of its list was accepted.
    """

    nonce: str
    forked: bool
    forked_at: datetime | None = None
    waited: Sequence[str] = ()
    arrived: Sequence[str] = ()

    has_end_of_fork: ClassVar = True
    """Whether a desk without ``forked_at`` is no longer shown as forked."""

    def __post_init__(self) -> None:
        _check_length(self.nonce, "a nonce", 1, MOST_NONCE)


@dataclass(frozen=True, kw_only=True)
class UndatedStandingAnswer(StandingAnswer):
    """The answer of a register that does not say when a fork ends (contract 3.10)."""

    has_end_of_fork: ClassVar = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRequest:
    """A desk wants its share of a quota to be so large (contract 3.15).

    ``turn`` counts the desk's requests, so that one that was overtaken changes nothing.
    """

    granted: int
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAnswer:
    """How large the share is, and the turn of the request that made it so."""

    granted: int
    turn: int

    def __post_init__(self) -> None:
        if not 0 <= self.granted <= MOST_COUNTED or not 0 <= self.turn <= MOST_COUNTED:
            raise ValueError("tickets and turns count from 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsPage:
    """A page of the register by card number; ``next`` is handed back for the next one."""

    revision: int
    cards: list[RegisterCard]
    next: str | None = None

    def __post_init__(self) -> None:
        _check_revision(self.revision)
        _check_cursor(self.next)


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A card came or changed."""

    op: Literal["put"] = "put"
    card: RegisterCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A card left the register."""

    op: Literal["drop"] = "drop"
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """What changed since a revision; the sums speak of the whole register at ``revision``.

    ``signed_at`` is the time that ``signature_at`` covers, word for word; a register of version
    1.0 has neither.
    """

    revision: int
    changes: list[Put | Drop]
    more: bool
    count: int
    checksum: str
    signature: str
    signed_at: str | None = None
    signature_at: str | None = None

    def __post_init__(self) -> None:
        _check_revision(self.revision)
        if self.count < 0:
            raise ValueError("a register counts its cards from 0")
        if len(self.checksum) != 64 or set(self.checksum) - set("0123456789abcdef"):
            raise ValueError("a checksum has 64 digits, 0 to 9 and a to f")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAnswer:
    """One card, looked up while online."""

    card: RegisterCard
    revision: int

    def __post_init__(self) -> None:
        _check_revision(self.revision)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferFeedPage:
    """Offers that came or changed since a cursor, and the ids of those that went."""

    cursor: str
    offers: list[Offer]
    removed: list[UUID]
    more: bool

    def __post_init__(self) -> None:
        _check_cursor(self.cursor)


class Outcome(StrEnum):
    """The outcome of one operation."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"  # already there, word for word: as good as accepted
    REJECTED = "rejected"
    RETRY = "retry"  # not yet: it speaks of something that has not arrived


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Explanations for people by language, where the register gives them."""

    fi: str | None = None
    sv: str | None = None
    en: str | None = None

    def in_language(self, language: str) -> str | None:
        """The text in ``fi``, ``sv`` or ``en``; in another of them where that one is missing."""
        found = {"fi": self.fi, "sv": self.sv, "en": self.en}
        return found.get(language) or self.fi or self.sv or self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationResult:
    """The register's answer to one operation."""

    id: UUID
    outcome: Outcome
    code: str | None = None
    detail: str | Detail | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationsAnswer:
    """One result for each operation, in order."""

    results: list[OperationResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityPage:
    """The venue's visits that came or changed since a cursor."""

    cursor: str
    visits: list[VenueVisit]
    more: bool

    def __post_init__(self) -> None:
        _check_cursor(self.cursor)


def _check_revision(revision: int) -> None:
    """Check a register revision: 0 is the empty register."""
    if not 0 <= revision <= LAST_REVISION:
        raise ValueError("register revisions count from 0")


def _check_cursor(cursor: str | None) -> None:
    """Check a position in a feed; its meaning is the register's own."""
    _check_length(cursor or "", "a cursor", 0, MOST_CURSOR)


def _check_length(text: str, what: str, least: int, most: int) -> None:
    if not least <= len(text) <= most:
        raise ValueError(f"{what} has {least} to {most} characters")
