"""Visits: the tickets given on one card at one time, and their voids."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from sync.rules.bounds import check_instant
from sync.rules.card_numbers import is_normal
from sync.rules.codes import VerdictCode
from sync.rules.offers import MOST, Offer, OfferKind
from sync.rules.texts import check_text
from sync.rules.tickets import Tickets as Tickets  # noqa: PLC0414 - part of a visit, too

LAST_REVISION = 2**63 - 1
"""The greatest revision that every database can hold."""
LONGEST_OPERATOR = 100
"""Ours: characters of the operator's own mark."""
LONGEST_NOTE = 500
"""Characters of a note to Kaikukeskus (contract 1.6)."""
LONGEST_CODE = 50
"""Ours: characters of a code."""


class EntryMethod(StrEnum):
    """The way in which the card number was entered."""

    CAMERA = "camera"
    SCANNER = "scanner"
    TYPED = "typed"
    PAPER = "paper"  # entered afterwards from a paper form


class VoidReason(StrEnum):
    """The reason why a recorded visit is voided."""

    MISTAKE = "mistake"
    NOT_USED = "not_used"
    CORRECTED = "corrected"  # another visit replaces it


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit as it was recorded at the desk; never changed afterwards (contract 1.6).

    ``verdict`` is what the desk saw at ``register_revision``. ``recorded_at`` is UTC;
    ``local_date`` is the day in the policy's time zone, by which every rule counts.
    ``value_cents`` is the fee as it was told at the counter, where the offer asks for it.
    """

    id: UUID
    recorded_at: datetime
    local_date: date
    card_number: str
    offer_id: UUID
    tickets: Tickets
    entry: EntryMethod
    register_revision: int
    verdict: VerdictCode
    provisional: bool
    printed_valid_until: date | None = None
    clock_trusted: bool
    operator: str | None = None
    replaces: UUID | None = None
    value_cents: int | None = None
    kind: Literal["visit"] = "visit"

    def __post_init__(self) -> None:
        if not is_normal(self.card_number):
            raise ValueError("the card's number is not in its normal form")
        if not 0 <= self.register_revision <= LAST_REVISION:
            raise ValueError("register revisions count from 0")
        if self.value_cents is not None and not 0 <= self.value_cents <= MOST:
            raise ValueError("money is counted in cents, from 0")
        check_stamp(self.recorded_at, self.operator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Void:
    """Voids a visit; the visit itself stays on record."""

    id: UUID
    visit_id: UUID
    reason: VoidReason
    recorded_at: datetime
    operator: str | None = None
    kind: Literal["void"] = "void"

    def __post_init__(self) -> None:
        check_stamp(self.recorded_at, self.operator)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOffer:
    """An offer that the venue added itself, in its latest version.

    One that ``revises`` replaces the earlier version of the offer; where it is ``withdrawn``,
    nothing is given to it any more. Of several that the register receives in any order, the one
    recorded last is current.
    """

    id: UUID
    recorded_at: datetime
    offer: Offer
    revises: bool | None = None
    withdrawn: bool | None = None
    kind: Literal["offer"] = "offer"

    def __post_init__(self) -> None:
        check_stamp(self.recorded_at, None)
        self.offer.check_times()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of the venue to Kaikukeskus about a rejected operation (contract 1.6).

    ``about`` is the operation's id, ``code`` why it was rejected. No names, no card number.
    """

    id: UUID
    recorded_at: datetime
    about: UUID
    code: str | None = None
    text: str
    operator: str | None = None
    kind: Literal["note"] = "note"

    def __post_init__(self) -> None:
        check_text(self.text, "a note", longest=LONGEST_NOTE)
        check_text(self.code, "a code", longest=LONGEST_CODE)
        check_stamp(self.recorded_at, self.operator)


Operation = Visit | Void | OwnOffer | Note
"""An operation that a desk sends to the register; ``id`` is the idempotency key."""


class VisitState(StrEnum):
    """The state of a visit in the register."""

    ACCEPTED = "accepted"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueVisit:
    """A visit that some desk of the venue has had accepted (contract 1.7).

    The register keeps the card's number for ``retention_days``; then it is ``None``.
    """

    id: UUID
    desk_id: UUID
    desk_name: str
    card_number: str | None
    offer_id: UUID
    tickets: Tickets
    local_date: date
    state: VisitState


@dataclass(frozen=True, slots=True)
class PastVisit:
    """An earlier visit of the same card to the same venue; voided ones are none.

    ``at`` is when it was recorded, where that is known here, and ``desk_name`` by which desk.
    ``venue_id`` is that of the offer, at a desk that records for several venues.
    """

    offer_id: UUID
    offer_kind: OfferKind
    local_date: date
    tickets: Tickets
    at: datetime | None = None
    desk_name: str | None = None
    venue_id: str | None = None

    @property
    def counted(self) -> int:
        """Tickets that count in a limit; a visit of assistants alone has none."""
        return self.tickets.counted


def check_stamp(recorded_at: datetime, operator: str | None) -> None:
    """Raise ``ValueError`` unless the time can be one and the operator's mark is short."""
    check_instant(recorded_at, "recorded_at")
    check_text(operator, "the operator's mark", longest=LONGEST_OPERATOR)
