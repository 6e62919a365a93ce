"""Desk API, version 1.1: every message between desk and register.

The scheme's own values (cards, offers, visits) travel as :mod:`sync.rules` defines them; here are
the envelopes around them. Unknown fields are ignored, wrong types are refused
(``pydantic.ValidationError``, which :mod:`sync.client` turns into a broken answer). A page of which
only single elements cannot be read is read by :mod:`sync.pages`.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    TypeAdapter,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    field_validator,
    model_validator,
)
from pydantic_core import CoreSchema

from sync.rules.bounds import check_instant
from sync.rules.cards import Card, OddCard
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from sync.rules.visits import LAST_REVISION, Note, Operation, OwnOffer, VenueVisit, Visit, Void

BASE_PATH = "/desk/v1"
MOST_CARDS_A_PAGE = 10_000
MOST_A_FEED_PAGE = 1_000
MOST_OPERATIONS = 500
MOST_OPERATIONS_BYTES = 1 << 20


def _in_utc(at: datetime) -> datetime:
    try:
        return at.astimezone(UTC)
    except OverflowError as beyond:
        raise ValueError("a time lies beyond all years") from beyond


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A time that can be written in UTC. The hours at both ends of all years cannot in every zone."""

Revision = Annotated[int, Field(ge=0, le=LAST_REVISION)]
"""A register revision: 0 is the empty register."""
MOST_CURSOR = 2_000
"""Characters: at a ticket agent's desk a cursor names a place in the feed of each venue."""
Cursor = Annotated[str, Field(max_length=MOST_CURSOR)]
"""A position in a feed; its meaning is the register's own."""
Nonce = Annotated[str, Field(min_length=1, max_length=200)]
"""A value that the register gives at each status report, to be returned with the next one."""
MOST_COUNTED = 10**12
"""Ours: a bound for counts and milliseconds that every column holds."""


class Message(BaseModel):
    """The base class of all that crosses the wire."""

    # Input is kept out of error texts: it may be a card number or a token.
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, hide_input_in_errors=True)


_PLAIN = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]*$"
"""No control characters, no separators of lines, and nothing that turns the direction."""


class _OnlyCard:
    """What the schema says of a card: an odd one is never written, and never read as such."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler(Card)


RegisterCard = Annotated[Card | OddCard, _OnlyCard]
"""A card in a message. :mod:`sync.pages` puts an odd one there, where a page has one."""


class EnrolmentRequest(Message):
    """A desk asks to be enrolled with a code that works once."""

    activation_code: Annotated[str, Field(min_length=1, max_length=100)]
    desk_name: Annotated[str, Field(min_length=1, max_length=100, pattern=_PLAIN)]
    app_version: Annotated[str, Field(min_length=1, max_length=50, pattern=_PLAIN)]


class ToldKeyChange(Message):
    """A change of the register's key: ``before`` has signed ``key``, all three in base64."""

    before: Annotated[str, Field(max_length=100)]
    key: Annotated[str, Field(max_length=100)]
    signature: Annotated[str, Field(max_length=200)]


class Enrolment(Message):
    """The answer to an enrolment. ``register_key`` is a raw Ed25519 public key in base64."""

    desk_id: UUID
    token: Annotated[str, Field(min_length=1, max_length=1000, repr=False)]
    venue: Venue
    register_key: str
    policy: Policy
    venues: list[Venue] = []
    """For a desk that records for several venues: all of them."""
    key_changes: list[ToldKeyChange] = []
    """The changes of the register's key, the first one first."""


class Health(Message):
    """The register is up. Both fields are required: any program may answer with an empty object."""

    status: Literal["ok"]
    api: Literal["desk/v1"]


class Peer(Message):
    """Another enrolled desk of the venue. ``lan_key`` is a public key in base64."""

    desk_id: UUID
    desk_name: str
    lan_key: str


class Me(Message):
    """This desk, as the register knows it. It asks for a new token where the old one is old."""

    desk_id: UUID
    desk_name: str
    venue: Venue
    policy: Policy
    register_revision: Revision
    venues: list[Venue] = []
    peers: list[Peer] = []
    key_changes: list[ToldKeyChange] = []
    renew_token: bool = False


class TokenRequest(Message):
    """A desk asks for a new token; its credentials say the rest."""


class NewToken(Message):
    """A token in place of the one that asked for it, which holds until the new one is used."""

    token: Annotated[str, Field(min_length=1, max_length=1000, repr=False)]


class StandingReport(Message):
    """The desk's status report (contract 1.3a). ``nonce`` is from the last answer that it kept.

    ``clock_ahead_ms`` is by how much its machine's clock is ahead; it may be negative.
    """

    app_version: Annotated[str, Field(min_length=1, max_length=50, pattern=_PLAIN)]
    pending: Annotated[int, Field(ge=0, le=MOST_COUNTED)]
    attention: Annotated[int, Field(ge=0, le=MOST_COUNTED)]
    oldest_pending_at: Moment | None = None
    register_revision: Revision
    register_verified_at: Moment | None = None
    clock_ahead_ms: Annotated[int, Field(ge=-MOST_COUNTED, le=MOST_COUNTED)] | None = None
    lan_key: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    nonce: Nonce | None = None

    @field_validator("pending", "attention", "register_revision", "clock_ahead_ms", mode="before")
    @classmethod
    def _whole(cls, number: object) -> object:
        """Accept 3.0 as a whole number: JSON has one kind of numbers."""
        return int(number) if isinstance(number, float) and number.is_integer() else number


_MOMENT: TypeAdapter[datetime] = TypeAdapter(Moment)


class StandingAnswer(Message):
    """``forked`` says that the desk's data is in use twice, or that an old copy was put back.

    ``forked_at`` is when that was noticed last, while the register shows the desk so; registers
    that do not say when it ends leave it out (contract 3.10).
    """

    nonce: Nonce
    forked: bool
    forked_at: Moment | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_an_absurd_time(cls, told: object) -> object:
        """A time that nobody can mean is as good as none; the nonce beside it still counts."""
        if isinstance(told, dict) and told.get("forked_at") is not None:
            others = {name: value for name, value in told.items() if name != "forked_at"}
            try:
                at = _MOMENT.validate_python(told["forked_at"])
                check_instant(at, "a time")
            except ValueError:
                return others
            return others | {"forked_at": at}
        return told

    @property
    def says_when_it_ends(self) -> bool:
        """Whether a desk without ``forked_at`` is no longer shown as forked."""
        return "forked_at" in self.model_fields_set


class CardsPage(Message):
    """A page of the register by card number; ``next`` is handed back for the next one."""

    revision: Revision
    cards: list[RegisterCard]
    next: Cursor | None = None


class Put(Message):
    """A card came or changed."""

    op: Literal["put"] = "put"
    card: RegisterCard


class Drop(Message):
    """A card left the register."""

    op: Literal["drop"] = "drop"
    number: str


class ChangesPage(Message):
    """What changed since a revision; the sums speak of the whole register at ``revision``.

    ``signed_at`` is the time that ``signature_at`` covers, word for word; a register of version
    1.0 has neither.
    """

    revision: Revision
    changes: list[Annotated[Put | Drop, Field(discriminator="op")]]
    more: bool
    count: Annotated[int, Field(ge=0)]
    checksum: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    signature: str
    signed_at: str | None = None
    signature_at: str | None = None


class CardLookup(Message):
    """Asks for one card. Its number is in the body: proxies write URLs into their logs."""

    number: Annotated[str, Field(min_length=1, max_length=100, repr=False)]


class CardAnswer(Message):
    """One card, looked up while online."""

    card: RegisterCard
    revision: Revision


class OffersPage(Message):
    """Offers that came or changed since a cursor, and the ids of those that went."""

    cursor: Cursor
    offers: list[Offer]
    removed: list[UUID]
    more: bool


class Outcome(StrEnum):
    """The outcome of one operation."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"  # already there, word for word: as good as accepted
    REJECTED = "rejected"
    RETRY = "retry"  # not yet: it speaks of something that has not arrived


class Detail(Message):
    """Explanations for people by language, where the register gives them."""

    fi: str | None = None
    sv: str | None = None
    en: str | None = None

    def in_language(self, language: str) -> str | None:
        """The text in ``fi``, ``sv`` or ``en``; in another of them where that one is missing."""
        found = {"fi": self.fi, "sv": self.sv, "en": self.en}
        return found.get(language) or self.fi or self.sv or self.en


def _if_readable(value: object, read: ValidatorFunctionWrapHandler) -> object:
    """Texts of an unknown shape are ignored: what they explain still counts."""
    try:
        return read(value)
    except ValidationError:
        return None


class OperationResult(Message):
    """The register's answer to one operation."""

    id: UUID
    outcome: Outcome
    code: str | None = None
    detail: Annotated[str | Detail | None, WrapValidator(_if_readable)] = None


class OperationsAnswer(Message):
    """One result for each operation, in order."""

    results: list[OperationResult]


class ActivityPage(Message):
    """The venue's visits that came or changed since a cursor."""

    cursor: Cursor
    visits: list[VenueVisit]
    more: bool


class Problem(BaseModel):
    """An error as RFC 9457 has it, with the contract's stable ``code``."""

    model_config = ConfigDict(extra="ignore")

    type: str = "about:blank"
    title: str = ""
    status: int = 0
    detail: str = ""
    code: str = ""


VISIT: TypeAdapter[Visit] = TypeAdapter(Visit)
VOID: TypeAdapter[Void] = TypeAdapter(Void)
OWN_OFFER: TypeAdapter[OwnOffer] = TypeAdapter(OwnOffer)
NOTE: TypeAdapter[Note] = TypeAdapter(Note)
OFFER: TypeAdapter[Offer] = TypeAdapter(Offer)
POLICY: TypeAdapter[Policy] = TypeAdapter(Policy)
VENUE: TypeAdapter[Venue] = TypeAdapter(Venue)

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "visit": VISIT,
    "void": VOID,
    "offer": OWN_OFFER,
    "note": NOTE,
}


def dump_operation(operation: Operation) -> dict[str, Any]:
    """An operation in its wire form; what is not set is left out."""
    wire: dict[str, Any] = _ADAPTERS[operation.kind].dump_python(
        operation, mode="json", exclude_none=True
    )
    return wire


def write_operation(operation: Operation) -> bytes:
    """An operation as JSON; what is not set is left out."""
    return _ADAPTERS[operation.kind].dump_json(operation, exclude_none=True)


def load_operation(kind: str, body: bytes | str) -> Operation:
    """An operation out of its JSON.

    Raises ``pydantic.ValidationError`` for a wrong shape, ``KeyError`` for an unknown kind.
    """
    operation: Operation = _ADAPTERS[kind].validate_json(body, strict=True)
    return operation


def dump_offer(offer: Offer) -> dict[str, Any]:
    """An offer in its wire form; what is not set is left out."""
    wire: dict[str, Any] = OFFER.dump_python(offer, mode="json", exclude_none=True)
    return wire


def dump_policy(policy: Policy) -> dict[str, Any]:
    """A policy in its wire form."""
    wire: dict[str, Any] = POLICY.dump_python(policy, mode="json")
    return wire


def dump_venue(venue: Venue) -> dict[str, Any]:
    """A venue in its wire form."""
    wire: dict[str, Any] = VENUE.dump_python(venue, mode="json")
    return wire
