"""Desk API, version 1: every message between desk and register, and the calls as a Protocol.

The scheme's own values (cards, offers, visits) travel as :mod:`sync.rules` defines them; here are
the envelopes around them. Unknown fields are ignored, wrong types are refused
(``pydantic.ValidationError``, which :mod:`sync.client` turns into a broken answer).

:class:`CentralApi` is spoken by :class:`sync.client.HttpCentral` at the desk and answered by
:class:`sync.server.authority.DeskSession` at the register.
"""

from enum import StrEnum
from typing import Annotated, Any, Literal, Protocol
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter

from sync.rules.cards import Card
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from sync.rules.visits import LAST_REVISION, Operation, OwnOffer, VenueVisit, Visit, Void

BASE_PATH = "/desk/v1"
MOST_CARDS_A_PAGE = 10_000
MOST_OPERATIONS = 500
MOST_OPERATIONS_BYTES = 1 << 20

Revision = Annotated[int, Field(ge=0, le=LAST_REVISION)]
"""A register revision: 0 is the empty register."""
Cursor = Annotated[str, Field(max_length=200)]
"""Where a feed goes on; its meaning is the register's own."""


class Message(BaseModel):
    """Anything that crosses the wire."""

    # Input is kept out of error texts: it may be a card number or a token.
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, hide_input_in_errors=True)


_PLAIN: dict[str, JsonValue] = {"pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"}
"""No control characters; :func:`sync.rules.texts.check_text` says so in words."""


class EnrolmentRequest(Message):
    """A desk asks to be enrolled with a code that works once."""

    activation_code: Annotated[str, Field(min_length=1, max_length=100)]
    desk_name: Annotated[str, Field(min_length=1, max_length=100, json_schema_extra=_PLAIN)]
    app_version: Annotated[str, Field(min_length=1, max_length=50, json_schema_extra=_PLAIN)]


class Enrolment(Message):
    """What an enrolled desk needs. ``register_key`` is a raw Ed25519 public key in base64."""

    desk_id: UUID
    token: Annotated[str, Field(min_length=1, max_length=1000, repr=False)]
    venue: Venue
    register_key: str
    policy: Policy


class Health(Message):
    """The register is up."""

    status: Literal["ok"] = "ok"
    api: Literal["desk/v1"] = "desk/v1"


class Me(Message):
    """This desk, as the register knows it."""

    desk_id: UUID
    desk_name: str
    venue: Venue
    policy: Policy
    register_revision: Revision


class CardsPage(Message):
    """A page of the register by card number; ``next`` is the last number of a full page."""

    revision: Revision
    cards: list[Card]
    next: str | None = None


class Put(Message):
    """A card came or changed."""

    op: Literal["put"] = "put"
    card: Card


class Drop(Message):
    """A card left the register."""

    op: Literal["drop"] = "drop"
    number: str


class ChangesPage(Message):
    """What changed since a revision; the sums speak of the whole register at ``revision``."""

    revision: Revision
    changes: list[Annotated[Put | Drop, Field(discriminator="op")]]
    more: bool
    count: Annotated[int, Field(ge=0)]
    checksum: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    signature: str


class CardAnswer(Message):
    """One card, looked up while online."""

    card: Card
    revision: Revision


class OffersPage(Message):
    """Offers that came or changed since a cursor, and the ids of those that went."""

    cursor: Cursor
    offers: list[Offer]
    removed: list[UUID]
    more: bool


class Outcome(StrEnum):
    """What became of one operation."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"  # already there, word for word: as good as accepted
    REJECTED = "rejected"
    RETRY = "retry"  # not yet: it speaks of something that has not arrived


class OperationResult(Message):
    """The register's answer to one operation."""

    id: UUID
    outcome: Outcome
    code: str | None = None
    detail: str | None = None


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
OFFER: TypeAdapter[Offer] = TypeAdapter(Offer)
POLICY: TypeAdapter[Policy] = TypeAdapter(Policy)
VENUE: TypeAdapter[Venue] = TypeAdapter(Venue)

_ADAPTERS: dict[str, TypeAdapter[Any]] = {"visit": VISIT, "void": VOID, "offer": OWN_OFFER}


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


class CentralApi(Protocol):
    """The register's calls for one enrolled desk.

    Every call may raise :class:`sync.errors.CentralFaultError` in one of its forms.
    """

    def me(self) -> Me:
        """Who this desk is to the register, and the policy it works under."""
        ...

    def cards(self, after: str | None, limit: int = MOST_CARDS_A_PAGE) -> CardsPage:
        """A page of cards with numbers beyond ``after`` (code points)."""
        ...

    def changes(self, after: int, limit: int = MOST_CARDS_A_PAGE) -> ChangesPage:
        """What changed since revision ``after``. Raises ``RevisionGoneError``."""
        ...

    def card(self, number: str) -> CardAnswer:
        """One card. Raises ``CardUnknownError``."""
        ...

    def offers(self, after: str | None) -> OffersPage:
        """Offers since a cursor."""
        ...

    def submit(self, operations: list[Operation]) -> list[OperationResult]:
        """Tell the register what happened; at most 500 at a time. One result each, in order.

        Raises ``RequestRefusedError`` when the batch as a whole is refused.
        """
        ...

    def activity(self, after: str | None) -> ActivityPage:
        """What the venue's desks have had accepted since a cursor."""
        ...
