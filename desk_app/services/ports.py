"""Protocols of what the services need: the store, the secrets, the clock.

Every method of the store is one transaction: when it returns, what it says is on the disk.
Inside a :data:`Transaction` they are all one.
Faults of the world are raised as :mod:`desk_app.services.errors` names them.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from desk_app.services.clock_state import ClockReading
from desk_app.services.inbox_items import RejectedItem, ResolutionRecord
from sync.ports import NotInRegister, OperationState, RegisterStatus
from sync.rules.cards import Card
from sync.rules.codes import VerdictCode
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.register_keys import KeyChange, family
from sync.rules.venues import Venue
from sync.rules.visits import EntryMethod, Note, OwnOffer, PastVisit, Tickets, Visit, Void

Transaction = Callable[[], AbstractContextManager[object]]
"""Makes all store calls of this thread one transaction: all of it is written, or none.

Nobody else writes meanwhile, so what was read stays true until the end.
"""


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """The current moment, in UTC, as far as it is known."""
        ...

    def steady(self) -> float:
        """Seconds of a monotonic clock that counts sleep, whatever the clock is set to."""
        ...


class MachineClock(Clock, Protocol):
    """The machine's own clock, which may be wrong and may be set."""

    def boot(self) -> str | None:
        """A name of this start of the machine; ``None`` where the system tells none."""
        ...


class Ids(Protocol):
    """Generates the ids of operations."""

    def new(self) -> UUID:
        """A UUID of version 7 (contract 1.6)."""
        ...


class Secrets(Protocol):
    """The operating system's keyring, or the file that the admin chose in its place."""

    def get(self, name: str) -> str | None:
        """A secret. Raises ``SecretsUnavailableError``."""
        ...

    def set(self, name: str, value: str) -> None:
        """Store a secret. Raises ``SecretsUnavailableError``."""
        ...

    def delete(self, name: str) -> None:
        """Delete a secret, if it exists. Raises ``SecretsUnavailableError``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRecord:
    """This desk's enrolment. ``refused`` is the register's code once it no longer knows the desk.

    The token is not here: it is a secret. ``register_key`` is a raw Ed25519 public key, by which
    recorded work is known to be this register's. ``trusted_key`` is the one that is believed now,
    where the register has changed it since; ``key_changes`` tell how.
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
    venues: tuple[Venue, ...] = ()
    trusted_key: bytes | None = None
    key_changes: tuple[KeyChange, ...] = ()

    @property
    def signed_by(self) -> bytes:
        """The key by which the register is trusted."""
        return self.trusted_key or self.register_key

    def is_same_register(self, key: bytes) -> bool:
        """Whether a key is, or was, this register's."""
        return key in family(self.register_key, self.key_changes)

    def venue_of(self, offer: Offer) -> Venue:
        """The venue of an offer: a ticket agent's desk records for several venues."""
        return next((each for each in self.venues if each.id == offer.venue_id), self.venue)


class Desk(Protocol):
    """Reads and writes this desk's enrolment."""

    def record(self) -> DeskRecord | None:
        """The enrolment; ``None`` before the first."""
        ...

    def enrol(self, record: DeskRecord) -> None:
        """Replace an earlier enrolment. The journal is left as it is."""
        ...


class Register(Protocol):
    """The cached register."""

    def status(self) -> RegisterStatus | None:
        """The register in use, and its age; ``None`` where there is none."""
        ...

    def find(self, number: str) -> Card | None:
        """The card, by its normalised number."""
        ...


@dataclass(frozen=True, slots=True)
class LookedUpCard:
    """A card as the central register had it when it was looked up, at ``revision``."""

    card: Card
    revision: int


class CardQuery(Protocol):
    """A short question to the central register, before a card is called unknown."""

    def __call__(self, number: str) -> LookedUpCard | NotInRegister | None:
        """The card, or that the register has none; ``None`` when it did not answer in time."""
        ...


class LookedUpCards(Protocol):
    """Cards found by online lookup: not in the register, whose sum they must not change."""

    def find(self, number: str) -> tuple[LookedUpCard, datetime] | None:
        """The card found, and when (UTC); ``None`` once the register in use is newer."""
        ...

    def save(self, seen: LookedUpCard, at: datetime) -> None:
        """Keep the card until the register in use has caught up."""
        ...


class Offers(Protocol):
    """The venue's offers."""

    def all(self) -> Sequence[Offer]:
        """Every offer, those without a date last, then by time and name."""
        ...

    def get(self, offer_id: UUID) -> Offer | None:
        """One offer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymisedVisit:
    """The rest of a visit whose card number was removed; ``keeping`` gives the day."""

    id: UUID
    recorded_at: datetime
    local_date: date
    offer_id: UUID
    tickets: Tickets
    entry: EntryMethod
    register_revision: int
    verdict: VerdictCode
    provisional: bool
    clock_trusted: bool
    replaces: UUID | None = None
    card_number: None = None
    operator: None = None
    printed_valid_until: None = None


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A visit and its state. ``voided`` is this desk's own void, sent or not.

    ``first_dated_at`` is when a wrong clock had it, where the visit was dated afresh.
    """

    visit: Visit | AnonymisedVisit
    state: OperationState
    voided: bool
    first_dated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QueueCount:
    """The number of operations that wait, need attention here, and have arrived.

    Of those that wait, so many are ``held``: they are of another enrolment, and cannot be sent now.
    Of those that need attention, so many are cards used at two desks, unknown to each other.
    """

    pending: int
    attention: int
    sent: int
    held: int = 0
    used_twice: int = 0

    @property
    def sendable(self) -> int:
        """The number of operations that are sent as soon as there is a connection."""
        return self.pending - self.held


class Journal(Protocol):
    """Every visit ever recorded here, and the operations that tell the register of it.

    A visit and its outgoing operation are one transaction (``architecture``, law 1).
    """

    def record(self, visit: Visit, reading: ClockReading | None = None) -> None:
        """Record a visit and queue it; ``reading`` is the clock's, if the clock dated it."""
        ...

    def void(self, void: Void) -> None:
        """Mark a visit voided and queue the void.

        Of a visit that the register refused it has nothing to take back: that one is withdrawn,
        and the void stays here.
        Raises :class:`desk_app.services.errors.VisitNotFoundError` or ``AlreadyVoidedError``.
        """
        ...

    def add_offer(self, own: OwnOffer) -> None:
        """Save an offer that the venue added itself, and queue it, in one transaction."""
        ...

    def entry(self, visit_id: UUID) -> JournalEntry | None:
        """One visit of this desk."""
        ...

    def reading(self, visit_id: UUID) -> ClockReading | None:
        """The clock's reading by which a visit is dated; ``None`` where staff named the moment."""
        ...

    def latest(self, most: int) -> Sequence[JournalEntry]:
        """The latest visits, the newest first."""
        ...

    def between(self, first: date | None, last: date | None) -> Sequence[JournalEntry]:
        """Visits by their local day, both bounds included, the oldest first."""
        ...

    def past_visits(self, number: str) -> Sequence[PastVisit]:
        """This card's visits to the venue that count: this desk's, and the known ones of others.

        Voided, rejected and withdrawn ones are left out; one that is known twice counts once. Of
        this desk's own it says when, of the others' by which desk.
        """
        ...

    def own_offers(self) -> Mapping[UUID, OperationState]:
        """The offers that the venue added itself, and the sending state of each."""
        ...

    def queued_tickets(self, offer_id: UUID) -> int:
        """Tickets that the offer's ``quota.used`` does not include yet; may be below 0 by voids."""
        ...

    def count(self) -> QueueCount:
        """The counts of the queue."""
        ...


class Inbox(Protocol):
    """The operations that the register rejected, until a person has resolved them."""

    def items(self) -> Sequence[RejectedItem]:
        """All items in journal order, those escalated to Kaikukeskus included."""
        ...

    def item(self, operation_id: UUID) -> RejectedItem | None:
        """One item; ``None`` for an operation that is not, or no longer, rejected."""
        ...

    def accepted(self, operation_ids: Collection[UUID]) -> set[UUID]:
        """Which of these operations the register has accepted."""
        ...

    def record_resolution(self, operation_id: UUID, resolution_record: ResolutionRecord) -> None:
        """Record a resolution, and change the operation's state, in one transaction.

        Again: it waits to be sent. Note: it stays refused. A visit is corrected or withdrawn by
        voiding it, which settles it too (:meth:`Journal.void`).
        """
        ...

    def enqueue_note(self, note: Note) -> None:
        """Queue a note to Kaikukeskus about an operation."""
        ...
