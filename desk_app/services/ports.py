"""What the deeds need of the world: the cupboard, the secrets, the clock. Protocols only.

Every method of the cupboard is one transaction: when it returns, what it says is on the disk.
Inside a :data:`Transaction` they are all one.
Faults of the world are raised as :mod:`desk_app.services.errors` names them.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol
from uuid import UUID

from sync.ports import OperationState, RegisterStatus
from sync.rules.cards import Card
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from sync.rules.visits import OwnOffer, PastVisit, Visit, Void

Transaction = Callable[[], AbstractContextManager[object]]
"""Makes all that this thread does with the cupboard one: all of it is written, or none.

Nobody else writes meanwhile, so what was read stays true until the end.
"""


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """This moment, in UTC, as far as the machine knows."""
        ...

    def steady(self) -> float:
        """Seconds since some moment, whatever the clock is set to; sleep counts."""
        ...


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the machine's clock said, and in which run: between two jumps of the clock."""

    system_at: datetime
    run: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """What is known of the machine's clock.

    ``trusted_at`` is the latest time known to be true, ``last_seen`` the clock's own latest time
    in this ``run``. ``offset`` is to be added to the clock's time, as the register's answers
    showed. A ``doubtful`` run began with a jump, and nobody has vouched for it yet.
    """

    trusted_at: datetime
    last_seen: datetime
    run: int
    offset: timedelta
    doubtful: bool


class ClockBook(Protocol):
    """Where the state of the clock is kept over restarts."""

    def state(self) -> ClockState | None:
        """What is known; ``None`` at the very first."""
        ...

    def keep(self, state: ClockState, *, redate_in: tzinfo | None = None) -> None:
        """Keep it.

        With ``redate_in``, visits of this run that were never sent are dated afresh: by what the
        clock said then, plus the offset, and by the calendar of that time zone. They are marked
        as not trusted.
        """
        ...


class Ids(Protocol):
    """Where operations get their names."""

    def new(self) -> UUID:
        """A UUID of version 7 (contract 1.6)."""
        ...


class Secrets(Protocol):
    """The operating system's keyring, or the file that the admin chose in its place."""

    def get(self, name: str) -> str | None:
        """A secret. Raises ``SecretsUnavailableError``."""
        ...

    def set(self, name: str, value: str) -> None:
        """Keep a secret. Raises ``SecretsUnavailableError``."""
        ...

    def delete(self, name: str) -> None:
        """Forget a secret; no matter if there was none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRecord:
    """This desk's enrolment. ``refused`` is the register's code once it no longer knows the desk.

    The token is not here: it is a secret. ``register_key`` is a raw Ed25519 public key.
    """

    api_url: str
    ca_file: str | None
    desk_id: UUID
    desk_name: str
    venue: Venue
    register_key: bytes
    policy: Policy
    enrolled_at: datetime
    refused: str | None = None


class Desk(Protocol):
    """Who this desk is."""

    def record(self) -> DeskRecord | None:
        """The enrolment; ``None`` before the first."""
        ...

    def enrol(self, record: DeskRecord) -> None:
        """Take the place of an earlier enrolment. The journal is left as it is."""
        ...


class Register(Protocol):
    """The cached register."""

    def status(self) -> RegisterStatus | None:
        """Which register is in use, and since when; ``None`` where there is none."""
        ...

    def find(self, number: str) -> Card | None:
        """The card, by its normalised number."""
        ...


class Offers(Protocol):
    """The venue's offers."""

    def all(self) -> Sequence[Offer]:
        """Every offer, those without a date last, then by time and name."""
        ...

    def get(self, offer_id: UUID) -> Offer | None:
        """One offer."""
        ...


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A visit and what has become of it. ``voided`` is this desk's own word, sent or not."""

    visit: Visit
    state: OperationState
    voided: bool


@dataclass(frozen=True, slots=True)
class Attention:
    """An operation that the register refused; ``visit`` is the visit it is or speaks of."""

    id: UUID
    code: str
    detail: str | None
    visit: Visit | None


@dataclass(frozen=True, slots=True)
class QueueCount:
    """How many operations wait, need a person, and have arrived."""

    pending: int
    attention: int
    sent: int


class Journal(Protocol):
    """Every visit ever recorded here, and the operations that tell the register of it.

    A visit and its outgoing operation are one transaction (``architecture``, law 1).
    """

    def record(self, visit: Visit, reading: ClockReading | None = None) -> None:
        """Write down a visit and queue it; ``reading`` is what it was dated by, if by the clock."""
        ...

    def void(self, void: Void) -> None:
        """Mark a visit voided and queue the void.

        Raises :class:`desk_app.services.errors.VisitNotFoundError` or ``AlreadyVoidedError``.
        """
        ...

    def add_offer(self, own: OwnOffer) -> None:
        """Keep an offer that the venue added itself, and queue it, in one transaction."""
        ...

    def entry(self, visit_id: UUID) -> JournalEntry | None:
        """One visit of this desk."""
        ...

    def latest(self, most: int) -> Sequence[JournalEntry]:
        """The visits recorded last, the newest first."""
        ...

    def between(self, first: date | None, last: date | None) -> Sequence[JournalEntry]:
        """Visits by their local day, both bounds included, the oldest first."""
        ...

    def past_visits(self, number: str) -> Sequence[PastVisit]:
        """This card's visits to the venue that count: this desk's and, as heard of, the others'.

        Voided, rejected and withdrawn ones are left out; one that is known twice counts once.
        """
        ...

    def queued_tickets(self, offer_id: UUID) -> int:
        """Tickets that the offer's ``quota.used`` does not know of yet; may be below 0 by voids."""
        ...

    def count(self) -> QueueCount:
        """The queue in numbers."""
        ...

    def attention(self) -> Sequence[Attention]:
        """What the register refused and nobody has settled yet."""
        ...
