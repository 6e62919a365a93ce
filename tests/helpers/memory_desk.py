"""The desk's doors (``sync.ports``) over plain memory, as strict as the Protocols' words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sync.errors import RegisterMismatchError
from sync.messages import Peer
from sync.ports import (
    TRANSITIONS,
    Loading,
    OperationState,
    RegisterProof,
    RegisterStatus,
    SendResult,
)
from sync.rules.cards import Card, OddCard
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.register_keys import KeyChange
from sync.rules.register_sum import RegisterSum
from sync.rules.venues import Venue
from sync.rules.visits import Operation, VenueVisit


@dataclass
class Queued:
    operation: Operation
    state: OperationState = OperationState.PENDING
    code: str | None = None
    failed_with: int | None = None
    tries: int = 0
    hindered: bool = False


class MemoryOutbox:
    def __init__(self, operations: Sequence[Operation] = ()) -> None:
        self.queue = {operation.id: Queued(operation) for operation in operations}

    def add(self, operation: Operation) -> None:
        self.queue[operation.id] = Queued(operation)

    def states(self) -> list[OperationState]:
        return [queued.state for queued in self.queue.values()]

    def code(self, operation_id: UUID) -> str | None:
        return self.queue[operation_id].code

    def claim(self, most: int, *, at_least: int = 0, patient: bool = True) -> Sequence[Operation]:
        waiting = [each for each in self.queue.values() if each.state is OperationState.PENDING]
        fresh = [each for each in waiting if each.failed_with is None]
        failed = [each for each in waiting if each.failed_with is not None and not each.tries]
        alone = [] if patient else [each for each in waiting if each.tries]
        failed.sort(key=lambda each: -(each.failed_with or 0))
        if fresh:
            taken = fresh[:most]
        elif failed:
            taken = failed[: max((failed[0].failed_with or 0) // 2, min(at_least, most), 1)]
        else:
            taken = alone[:1]
        for each in taken:
            self._move(each, OperationState.SENDING)
        return [each.operation for each in taken]

    def record_results(self, results: Sequence[SendResult]) -> None:
        for result in results:
            queued = self.queue[result.id]
            self._move(queued, result.state)
            queued.code = result.code
            queued.hindered = result.state is OperationState.PENDING
            queued.failed_with, queued.tries = None, 0

    def failed_together(self, ids: Sequence[UUID]) -> None:
        for operation_id in ids:
            queued = self.queue[operation_id]
            self._move(queued, OperationState.PENDING)
            queued.failed_with = min(queued.failed_with or len(ids), len(ids))

    def failed_alone(
        self,
        operation_id: UUID,
        code: str,
        *,
        counts: bool,
        is_answer: bool = True,
        is_there: bool = True,
    ) -> bool:
        queued = self.queue[operation_id]
        self._move(queued, OperationState.PENDING)
        if not is_there:
            queued.failed_with = 1
            self.queue[operation_id] = self.queue.pop(operation_id)  # behind the others
            return False
        is_own = (counts and (is_answer or queued.hindered)) or queued.tries > 0
        queued.tries += is_own
        queued.code, queued.failed_with, queued.hindered = code, 1, True
        return is_own

    def has_fresh(self) -> bool:
        return any(
            each.state is OperationState.PENDING and each.failed_with is None and not each.hindered
            for each in self.queue.values()
        )

    def send_again(self, since: datetime) -> Collection[UUID]:
        del since
        lost = [each for each in self.queue.values() if each.state is OperationState.ACCEPTED]
        for each in lost:
            self._move(each, OperationState.PENDING)
        return [each.operation.id for each in lost]

    def confirm(self, since: datetime, read_at: datetime) -> Collection[UUID]:
        del since, read_at
        return []

    def is_forgotten(self, since: datetime, read_at: datetime) -> bool:
        del since, read_at
        return False

    def card_came(self) -> int:
        return 0

    def release(self) -> int:
        sending = [each for each in self.queue.values() if each.state is OperationState.SENDING]
        for each in sending:
            self._move(each, OperationState.PENDING)
        return len(sending)

    def pending(self) -> int:
        unsent = {OperationState.PENDING, OperationState.SENDING}
        return sum(each.state in unsent for each in self.queue.values())

    def _move(self, queued: Queued, to: OperationState) -> None:
        if to not in TRANSITIONS[queued.state]:
            raise AssertionError(f"{queued.state} cannot become {to}")
        queued.state = to


class MemoryRegister:
    def __init__(self) -> None:
        self.cards: dict[str, Card | OddCard] = {}
        self.proof: RegisterProof | None = None
        self._status: RegisterStatus | None = None
        self._load: dict[str, Card | OddCard] = {}
        self._loading: Loading | None = None

    def status(self) -> RegisterStatus | None:
        return self._status

    def confirm(self, verified_at: datetime, *, proof: RegisterProof | None = None) -> None:
        assert self._status is not None
        self.proof = proof or self.proof
        self._status = RegisterStatus(self._status.revision, self._status.sum, verified_at)

    def apply(
        self,
        changes: Mapping[str, Card | OddCard | None],
        *,
        revision: int,
        expected: RegisterSum,
        verified_at: datetime,
        proof: RegisterProof | None = None,
    ) -> None:
        assert self._status is not None
        changed = _changed(self.cards, changes)
        if sum_of(changed) != expected:
            raise RegisterMismatchError
        self.cards, self.proof = changed, proof
        self._status = RegisterStatus(revision, expected, verified_at)

    def loading(self) -> Loading | None:
        return self._loading

    def begin_load(self, revision: int) -> None:
        self._load, self._loading = {}, Loading(revision, None, pages_done=False)

    def add_page(self, cards: Sequence[Card | OddCard], *, after: str | None, last: bool) -> None:
        assert self._loading is not None
        self._load |= {card.number: card for card in cards}
        self._loading = Loading(self._loading.revision, after, last)

    def apply_to_load(self, changes: Mapping[str, Card | OddCard | None], *, revision: int) -> None:
        assert self._loading is not None
        self._load = _changed(self._load, changes)
        self._loading = Loading(revision, self._loading.after, self._loading.pages_done)

    def adopt(
        self,
        *,
        revision: int,
        expected: RegisterSum,
        verified_at: datetime,
        proof: RegisterProof | None = None,
    ) -> None:
        assert self._loading is not None
        load, self._load, self._loading = self._load, {}, None
        if sum_of(load) != expected:
            raise RegisterMismatchError
        self.cards, self.proof = load, proof
        self._status = RegisterStatus(revision, expected, verified_at)

    def drop(self) -> None:
        self.cards, self._load, self._loading, self._status = {}, {}, None, None


class MemoryOffers:
    def __init__(self) -> None:
        self.offers: dict[UUID, Offer] = {}
        self.complete_at: datetime | None = None
        self._cursor: str | None = None
        self._listed: set[UUID] | None = None

    def cursor(self) -> str | None:
        return self._cursor

    def apply(
        self,
        offers: Sequence[Offer],
        removed: Sequence[UUID],
        *,
        cursor: str,
        complete_at: datetime | None,
    ) -> None:
        self.offers |= {offer.id: offer for offer in offers}
        for gone in removed:
            self.offers.pop(gone, None)
        self._cursor = cursor
        self.complete_at = complete_at or self.complete_at
        if self._listed is not None:
            self._listed |= {offer.id for offer in offers}
            if complete_at is not None:
                self.offers = {key: self.offers[key] for key in self.offers if key in self._listed}
                self._listed = None

    def begin_anew(self) -> None:
        self._cursor, self._listed = None, set()


class MemoryActivity:
    def __init__(self) -> None:
        self.visits: dict[UUID, VenueVisit] = {}
        self._cursor: str | None = None
        self._listed: set[UUID] | None = None

    def cursor(self) -> str | None:
        return self._cursor

    def begin_anew(self) -> None:
        self._cursor, self._listed = None, set()

    def apply(self, visits: Sequence[VenueVisit], *, cursor: str, complete: bool) -> None:
        self.visits |= {visit.id: visit for visit in visits}
        self._cursor = cursor
        if self._listed is not None:
            self._listed |= {visit.id for visit in visits}
            if complete:
                self.visits = {key: self.visits[key] for key in self.visits if key in self._listed}
                self._listed = None


class MemoryDeskBook:
    def __init__(self) -> None:
        self.venue: Venue | None = None
        self.policy: Policy | None = None
        self.venues: tuple[Venue, ...] = ()
        self.refused_code: str | None = None
        self.trusted_key: bytes | None = None
        self.key_changes: tuple[KeyChange, ...] = ()
        self.known_peers: tuple[Peer, ...] = ()

    def peers(self, peers: Sequence[Peer]) -> None:
        self.known_peers = tuple(peers)

    def update(
        self,
        *,
        venue: Venue,
        policy: Policy,
        venues: Sequence[Venue] = (),
        unread_policy: Collection[str] = (),
    ) -> bool:
        changed = self.venues != tuple(venues)
        if self.policy is not None:
            policy = replace(policy, **{each: getattr(self.policy, each) for each in unread_policy})
        self.venue, self.policy, self.venues = venue, policy, tuple(venues)
        return changed

    def refused(self, code: str) -> None:
        self.refused_code = code

    def keys(self, *, trusted: bytes, changes: Sequence[KeyChange]) -> None:
        self.trusted_key, self.key_changes = trusted, tuple(changes)


class MemorySyncMetadata:
    def __init__(self) -> None:
        self.last_nonce: str | None = None
        self.forked: datetime | None = None
        self.doubts = 0
        self.resent: list[int] = []

    def nonce(self) -> str | None:
        return self.last_nonce

    def forked_at(self) -> datetime | None:
        return self.forked

    def taken_in(self) -> int:
        return 0

    def save_answer(self, nonce: str, *, forked_at: datetime | None, taken_in: int = 0) -> None:
        del taken_in
        self.last_nonce, self.forked = nonce, forked_at

    def token_known(self) -> None:
        self.doubts = 0

    def token_doubted(self) -> bool:
        self.doubts += 1
        return self.doubts > 1

    def may_send_again(self) -> bool:
        return not self.resent

    def sent_again(self, count: int) -> None:
        self.resent.append(count)


@dataclass
class MemoryDesk:
    """All the doors together."""

    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    register: MemoryRegister = field(default_factory=MemoryRegister)
    offers: MemoryOffers = field(default_factory=MemoryOffers)
    activity: MemoryActivity = field(default_factory=MemoryActivity)
    book: MemoryDeskBook = field(default_factory=MemoryDeskBook)
    sync_metadata: MemorySyncMetadata = field(default_factory=MemorySyncMetadata)
    tokens: list[str] = field(default_factory=list)


def sum_of(cards: Mapping[str, Card | OddCard]) -> RegisterSum:
    total = RegisterSum()
    for card in cards.values():
        total = total.plus(card)
    return total


def _changed(
    cards: Mapping[str, Card | OddCard], changes: Mapping[str, Card | OddCard | None]
) -> dict[str, Card | OddCard]:
    changed = dict(cards)
    for number, card in changes.items():
        changed.pop(number, None)
        if card is not None:
            changed[number] = card
    return changed
