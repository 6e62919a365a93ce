"""The desk's doors (``sync.ports``) over plain memory, as strict as the Protocols' words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sync.errors import RegisterMismatchError
from sync.ports import TRANSITIONS, Fate, Loading, OperationState, RegisterStatus
from sync.rules.cards import Card, OddCard
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.register_sum import RegisterSum
from sync.rules.venues import Venue
from sync.rules.visits import Operation, VenueVisit


@dataclass
class Queued:
    operation: Operation
    state: OperationState = OperationState.PENDING
    code: str | None = None


class MemoryOutbox:
    def __init__(self, operations: Sequence[Operation] = ()) -> None:
        self.queue = {operation.id: Queued(operation) for operation in operations}

    def add(self, operation: Operation) -> None:
        self.queue[operation.id] = Queued(operation)

    def states(self) -> list[OperationState]:
        return [queued.state for queued in self.queue.values()]

    def code(self, operation_id: UUID) -> str | None:
        return self.queue[operation_id].code

    def take(self, most: int) -> Sequence[Operation]:
        waiting = [each for each in self.queue.values() if each.state is OperationState.PENDING]
        for each in waiting[:most]:
            self._move(each, OperationState.SENDING)
        return [each.operation for each in waiting[:most]]

    def settle(self, fates: Sequence[Fate]) -> None:
        for fate in fates:
            self._move(self.queue[fate.id], fate.state)
            self.queue[fate.id].code = fate.code

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
        self._status: RegisterStatus | None = None
        self._load: dict[str, Card | OddCard] = {}
        self._loading: Loading | None = None

    def status(self) -> RegisterStatus | None:
        return self._status

    def confirm(self, verified_at: datetime) -> None:
        assert self._status is not None
        self._status = RegisterStatus(self._status.revision, self._status.sum, verified_at)

    def apply(
        self,
        changes: Mapping[str, Card | OddCard | None],
        *,
        revision: int,
        expected: RegisterSum,
        verified_at: datetime,
    ) -> None:
        assert self._status is not None
        changed = _changed(self.cards, changes)
        if sum_of(changed) != expected:
            raise RegisterMismatchError
        self.cards = changed
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

    def adopt(self, *, revision: int, expected: RegisterSum, verified_at: datetime) -> None:
        assert self._loading is not None
        load, self._load, self._loading = self._load, {}, None
        if sum_of(load) != expected:
            raise RegisterMismatchError
        self.cards = load
        self._status = RegisterStatus(revision, expected, verified_at)

    def drop(self) -> None:
        self.cards, self._load, self._loading, self._status = {}, {}, None, None


class MemoryOffers:
    def __init__(self) -> None:
        self.offers: dict[UUID, Offer] = {}
        self.complete_at: datetime | None = None
        self._cursor: str | None = None

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


class MemoryActivity:
    def __init__(self) -> None:
        self.visits: dict[UUID, VenueVisit] = {}
        self._cursor: str | None = None

    def cursor(self) -> str | None:
        return self._cursor

    def apply(self, visits: Sequence[VenueVisit], *, cursor: str) -> None:
        self.visits |= {visit.id: visit for visit in visits}
        self._cursor = cursor


class MemoryDeskBook:
    def __init__(self) -> None:
        self.venue: Venue | None = None
        self.policy: Policy | None = None
        self.venues: tuple[Venue, ...] = ()
        self.refused_code: str | None = None

    def update(self, *, venue: Venue, policy: Policy, venues: Sequence[Venue] = ()) -> None:
        self.venue, self.policy, self.venues = venue, policy, tuple(venues)

    def refused(self, code: str) -> None:
        self.refused_code = code


@dataclass
class MemoryDesk:
    """All the doors together."""

    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    register: MemoryRegister = field(default_factory=MemoryRegister)
    offers: MemoryOffers = field(default_factory=MemoryOffers)
    activity: MemoryActivity = field(default_factory=MemoryActivity)
    book: MemoryDeskBook = field(default_factory=MemoryDeskBook)


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
