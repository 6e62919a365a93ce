"""Protocols of what the sync worker needs of the desk's store.

Every method is one transaction: when it returns, its result is on the disk. Any of them may raise
the store's own error (a full disk, a damaged file), which the engine passes on untouched.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import Protocol
from uuid import UUID

from sync.messages import Detail, Peer
from sync.rules.cards import Card, OddCard
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.register_keys import KeyChange
from sync.rules.register_sum import RegisterSum
from sync.rules.venues import Venue
from sync.rules.visits import Operation, VenueVisit

SENT_AGAIN_FROM = timedelta(days=30)
"""The span for which a desk sends again what a register has lost (contract 1.4a)."""


class NotInRegister(Enum):
    """The register was asked, and does not know the card."""

    YET = "yet"


class OperationState(StrEnum):
    """The state of an operation on its way out, stored so that a crash keeps it."""

    PENDING = "pending"  # on the disk, to be sent
    SENDING = "sending"  # in a request right now; after a crash it is pending again
    ACCEPTED = "accepted"  # the register has it
    REJECTED = "rejected"  # the register has rejected it: it needs a person's attention
    WITHDRAWN = "withdrawn"  # a person withdrew it before or after a rejection


UNSENT = (OperationState.PENDING, OperationState.SENDING)
GIVEN = (*UNSENT, OperationState.ACCEPTED)
"""A visit in one of these states counts: its tickets were handed out, unless it was voided."""
NOT_GIVEN = tuple(state for state in OperationState if state not in GIVEN)
UNSETTLED = (*UNSENT, OperationState.REJECTED)
"""Something is still to come of these: from the register, or from a person."""
TRANSITIONS: Mapping[OperationState, frozenset[OperationState]] = {
    OperationState.PENDING: frozenset({OperationState.SENDING, OperationState.WITHDRAWN}),
    OperationState.SENDING: frozenset(
        {OperationState.PENDING, OperationState.ACCEPTED, OperationState.REJECTED}
        | {OperationState.WITHDRAWN}  # by staff: what the register says of it then comes to nothing
    ),
    OperationState.REJECTED: frozenset(
        {OperationState.PENDING, OperationState.WITHDRAWN, OperationState.ACCEPTED}
    ),  # accepted where the feed shows that the register has it after all
    OperationState.ACCEPTED: frozenset({OperationState.PENDING}),  # the register has lost it
    OperationState.WITHDRAWN: frozenset(
        {OperationState.PENDING, OperationState.ACCEPTED}
    ),  # a void that takes effect; what had been under way, and arrived
}
"""The allowed changes of an operation's state."""
BY_WORD: Mapping[OperationState, frozenset[OperationState]] = {
    OperationState.PENDING: frozenset(
        {OperationState.ACCEPTED, OperationState.REJECTED, OperationState.WITHDRAWN}
    ),
    OperationState.SENDING: frozenset(),  # the register itself is about to say
    OperationState.ACCEPTED: frozenset(),
    OperationState.REJECTED: frozenset({OperationState.ACCEPTED, OperationState.WITHDRAWN}),
    OperationState.WITHDRAWN: frozenset({OperationState.ACCEPTED}),
}
"""The changes that the word of another desk may make: what was accepted once stays so."""


@dataclass(frozen=True, slots=True)
class SendResult:
    """The register's result for an operation: accepted, rejected, or pending (try again).

    ``code`` and ``detail`` are the register's own, where it gave them. A ``duplicate`` was accepted
    before.
    """

    id: UUID
    state: OperationState
    code: str | None = None
    detail: str | Detail | None = None
    duplicate: bool = False


class Outbox(Protocol):
    """Operations on their way out, in the order in which they were recorded.

    Only those of the venue and register that the desk is enrolled with now; others are held back.
    """

    def claim(self, most: int, *, at_least: int = 0, patient: bool = True) -> Sequence[Operation]:
        """Claim the next pending operations, at most ``most``; they are ``sending`` from now on.

        Those that failed together before come last, in batches of half as many, or of ``at_least``
        so many; one that failed alone comes alone, and while ``patient`` only after its wait. One
        that cannot be read is set aside, and shown.
        """
        ...

    def record_results(self, results: Sequence[SendResult]) -> None:
        """Record the results of operations that were claimed."""
        ...

    def failed_together(self, ids: Sequence[UUID]) -> None:
        """A batch failed: its operations are pending again, and come in smaller batches."""
        ...

    def failed_alone(
        self,
        operation_id: UUID,
        code: str,
        *,
        counts: bool,
        is_answer: bool = True,
        is_there: bool = True,
    ) -> bool:
        """An operation sent alone failed with this code, and is pending again.

        Where it ``counts``, others were taken meanwhile, so that the fault is its own, from now on:
        it waits longer each time, and is shown after some tries. What is no answer of the register
        (``is_answer``) counts from the second time on; where the register is gone since then (not
        ``is_there``), only after some minutes of that: it comes behind the others until then.
        Whether the fault is its own.
        """
        ...

    def has_fresh(self) -> bool:
        """Whether something waits that was never held."""
        ...

    def send_again(self, since: datetime) -> Collection[UUID]:
        """Queue again what was accepted since then; returns which operations.

        For a register that has lost them. What this desk has only heard of stays as it is.
        """
        ...

    def is_forgotten(self, since: datetime, read_at: datetime) -> bool:
        """Whether the register lacks what it accepted since then.

        The feeds, of which the reading to the end began at ``read_at``, do not tell of it, and it
        was no duplicate when it was sent again.
        """
        ...

    def confirm(self, since: datetime, read_at: datetime) -> Collection[UUID]:
        """Queue again what was accepted and no feed tells of; returns which.

        No more, once it was a duplicate: then it was there when the feeds were read, at
        ``read_at``, and from then on their cursors tell of its loss. Otherwise the register had
        lost it.
        """
        ...

    def card_came(self) -> int:
        """Queue visits that were rejected for an unknown card which the register now has.

        Each once. How many.
        """
        ...

    def release(self) -> int:
        """Make every ``sending`` operation pending again; returns how many."""
        ...

    def pending(self) -> int:
        """The number of operations that still have to be sent, those in a request included."""
        ...


@dataclass(frozen=True, slots=True)
class Loading:
    """The state of a fresh load: pages up to the cursor ``after`` are in.

    ``revision`` is where ``changes`` have to be followed from; ``pages_done`` says that the last
    page is in.
    """

    revision: int
    after: str | None
    pages_done: bool


@dataclass(frozen=True, slots=True)
class RegisterStatus:
    """The register in use. ``verified_at`` is when it last agreed with the central one (UTC)."""

    revision: int
    sum: RegisterSum
    verified_at: datetime


@dataclass(frozen=True, slots=True)
class RegisterProof:
    """The register's signature over a state of its own with the time (contract 1.4).

    With it that state can be handed on to another desk. Both are as they came: ``signed_at`` in
    RFC 3339, and the signature in base64.
    """

    signed_at: str
    signature: str


class RegisterCache(Protocol):
    """The register in use, and beside it one that is being loaded."""

    def status(self) -> RegisterStatus | None:
        """The register in use; ``None`` where none was ever loaded, or it was dropped."""
        ...

    def confirm(self, verified_at: datetime, *, proof: RegisterProof | None = None) -> None:
        """Note that the register in use agrees with the central one at this moment.

        Without a new ``proof`` the one that is kept stays: it is of the same state.
        """
        ...

    def apply(
        self,
        changes: Mapping[str, Card | OddCard | None],
        *,
        revision: int,
        expected: RegisterSum,
        verified_at: datetime,
        proof: RegisterProof | None = None,
    ) -> None:
        """Change the register in use: number to card, or to ``None`` for one that left.

        Raises :class:`sync.errors.RegisterMismatchError`, and changes nothing, when the sum
        afterwards is not the ``expected`` one.
        """
        ...

    def loading(self) -> Loading | None:
        """The fresh load under way, if there is one."""
        ...

    def begin_load(self, revision: int) -> None:
        """Start a fresh load, dropping one that was under way. The register in use stays."""
        ...

    def add_page(self, cards: Sequence[Card | OddCard], *, after: str | None, last: bool) -> None:
        """Add a page to the load under way, and remember where it goes on."""
        ...

    def apply_to_load(self, changes: Mapping[str, Card | OddCard | None], *, revision: int) -> None:
        """Change the load under way, and remember its new revision."""
        ...

    def adopt(
        self,
        *,
        revision: int,
        expected: RegisterSum,
        verified_at: datetime,
        proof: RegisterProof | None = None,
    ) -> None:
        """Put the load in use in place of the old register.

        Raises :class:`sync.errors.RegisterMismatchError`, drops the load and keeps the old
        register in use, when the load's sum is not the ``expected`` one.
        """
        ...

    def drop(self) -> None:
        """Delete every card at once: the desk may no longer hold them."""
        ...


class OfferCache(Protocol):
    """The venue's offers, as last received."""

    def cursor(self) -> str | None:
        """The feed's cursor."""
        ...

    def begin_anew(self) -> None:
        """Read the feed from the start. Known data stays in use until that is complete."""
        ...

    def apply(
        self,
        offers: Sequence[Offer],
        removed: Sequence[UUID],
        *,
        cursor: str,
        complete_at: datetime | None,
    ) -> None:
        """Take in a page and its cursor.

        ``complete_at`` is set on the last page: the time at which the pull began. Quotas are
        known up to then, so visits settled later are counted on top of them.
        """
        ...


class ActivityCache(Protocol):
    """The visits of all the venue's desks, as last received."""

    def cursor(self) -> str | None:
        """The feed's cursor."""
        ...

    def begin_anew(self) -> None:
        """Read the feed from the start. Known data stays in use until that is complete."""
        ...

    def apply(self, visits: Sequence[VenueVisit], *, cursor: str, complete: bool) -> None:
        """Take in a page and its cursor; ``complete`` says that it is the last one for now."""
        ...


class RegisterTime(Protocol):
    """Decides what the desk makes of the time in the register's answers."""

    def seconds_to_second_answer(self) -> float:
        """Seconds until a second answer tells whether a surprising time is right; 0 if none is."""
        ...

    def give_up(self) -> None:
        """Give up: the register answers, and no two of its answers agree on the time."""
        ...

    def before_sending(self) -> bool:
        """Correct the dates of unsent operations; returns whether they may be sent now."""
        ...


class DeskBook(Protocol):
    """This desk's enrolment."""

    def update(
        self,
        *,
        venue: Venue,
        policy: Policy,
        venues: Sequence[Venue] = (),
        unread_policy: Collection[str] = (),
    ) -> bool:
        """Save the register's venue and policy; ``venues`` for a desk of several.

        Fields of the policy that are ``unread`` stay as they were. Returns whether the venues are
        others than before.
        """
        ...

    def peers(self, peers: Sequence[Peer]) -> None:
        """Save the venue's other desks, in the place of those that were known."""
        ...

    def refused(self, code: str) -> None:
        """Note until a new enrolment that the register no longer knows the desk."""
        ...

    def keys(self, *, trusted: bytes, changes: Sequence[KeyChange]) -> None:
        """Save the register's trusted key, and the changes that led to it."""
        ...


class SyncMetadata(Protocol):
    """What this desk remembers of its exchanges with the register, from cycle to cycle."""

    def nonce(self) -> str | None:
        """The nonce from the last status report that the register answered."""
        ...

    def forked_at(self) -> datetime | None:
        """When the register last said that the data is in use twice, or restored from a copy."""
        ...

    def taken_in(self) -> int:
        """How many own visits were taken in of which the register has not been told so."""
        ...

    def save_answer(self, nonce: str, *, forked_at: datetime | None, taken_in: int = 0) -> None:
        """Save the answer to a status report, which told of so many visits that were taken in."""
        ...

    def token_known(self) -> None:
        """Note that the register knows this desk's token."""
        ...

    def token_doubted(self) -> bool:
        """Note that the register does not know the token; whether it has said so on two days."""
        ...

    def may_send_again(self) -> bool:
        """Whether operations were not sent again within the last day."""
        ...

    def sent_again(self, count: int) -> None:
        """Note that so many operations are sent again, since the register had lost them."""
        ...
