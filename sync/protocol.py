"""Desk API, version 1.1: the messages of :mod:`sync.messages` in JSON, and its own small bodies.

Unknown fields are ignored, wrong types are refused. A page of which only single elements cannot be
read is parsed by :mod:`sync.pages`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
)

from sync.messages import (
    MOST_COUNTED,
    MOST_LAN_KEY,
    MOST_LISTED,
    MOST_NONCE,
    PREFIX,
    EnrolmentRequest,
    ShareRequest,
    StandingReport,
)
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from sync.rules.visits import LAST_REVISION, Note, Operation, OwnOffer, Visit, Void

BASE_PATH = "/desk/v1"
MOST_OPERATIONS_BYTES = 1 << 20
_PLAIN = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]*$"
"""No control characters, no separators of lines, and nothing that turns the direction."""


class Message(BaseModel):
    """The base class of what only this API has."""

    # Input is kept out of error texts: it may be a card number or a token.
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, hide_input_in_errors=True)


def _whole(number: object) -> object:
    """Accept 3.0 as a whole number: JSON has one kind of numbers."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _in_utc(at: datetime) -> datetime:
    try:
        return at.astimezone(UTC)
    except OverflowError as beyond:
        raise ValueError("a time lies beyond all years") from beyond


def _written(at: object) -> object:
    """Refuse a number in the place of a time."""
    if not isinstance(at, str):
        raise ValueError("a time is written as a text")  # noqa: TRY004 - as pydantic wants it
    return at


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A time that can be written in UTC. The hours at both ends of all years cannot in every zone."""
_Written = Annotated[Moment, BeforeValidator(_written)]
_Count = Annotated[int, Field(strict=True, ge=0, le=MOST_COUNTED), BeforeValidator(_whole)]
Revision = Annotated[int, Field(ge=0, le=LAST_REVISION)]
"""A register revision: 0 is the empty register."""
_Prefix = Annotated[str, Field(pattern=f"^{PREFIX}$", min_length=16, max_length=16)]
_Version = Annotated[str, Field(min_length=1, max_length=50, pattern=_PLAIN)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentBody(EnrolmentRequest):
    """A desk asks to be enrolled with a code that works once."""

    activation_code: Annotated[str, Field(min_length=1, max_length=100)]
    desk_name: Annotated[str, Field(min_length=1, max_length=100, pattern=_PLAIN)]
    app_version: _Version


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingBody(StandingReport):
    """The desk's status report."""

    app_version: _Version
    pending: _Count
    attention: _Count
    oldest_pending_at: _Written | None = None
    register_revision: _Count
    register_verified_at: _Written | None = None
    clock_ahead_ms: Annotated[
        int | None, Field(strict=True, ge=-MOST_COUNTED, le=MOST_COUNTED), BeforeValidator(_whole)
    ] = None
    lan_key: Annotated[str | None, Field(min_length=1, max_length=MOST_LAN_KEY)] = None
    nonce: Annotated[str | None, Field(min_length=1, max_length=MOST_NONCE)] = None
    waiting: Annotated[list[_Prefix] | None, Field(max_length=MOST_LISTED)] = None
    taken_in: _Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBody(ShareRequest):
    """A desk asks for a share of a quota."""

    granted: _Count
    turn: Annotated[int, Field(strict=True, ge=1, le=MOST_COUNTED), BeforeValidator(_whole)]


class TokenRequest(Message):
    """A desk asks for a new token; its credentials say the rest."""


class CardLookup(Message):
    """Asks for one card. Its number is in the body: proxies write URLs into their logs."""

    number: Annotated[str, Field(min_length=1, max_length=100, repr=False)]


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
_ENROLMENT: TypeAdapter[EnrolmentRequest] = TypeAdapter(EnrolmentRequest)
_SHARE: TypeAdapter[ShareRequest] = TypeAdapter(ShareRequest)
_STANDING: TypeAdapter[StandingReport] = TypeAdapter(StandingReport)

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "visit": VISIT,
    "void": VOID,
    "offer": OWN_OFFER,
    "note": NOTE,
}


def write_enrolment(request: EnrolmentRequest) -> bytes:
    """A desk's wish to be enrolled as JSON."""
    return _ENROLMENT.dump_json(request)


def write_share(request: ShareRequest) -> bytes:
    """A desk's wish for a share as JSON."""
    return _SHARE.dump_json(request)


def write_standing(report: StandingReport) -> bytes:
    """A status report as JSON; what is not set is left out."""
    return _STANDING.dump_json(report, exclude_none=True)


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
