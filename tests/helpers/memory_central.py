"""The register (``sync.central_api.CentralApi``) over plain memory, with faults to order."""

import base64
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.errors import CardUnknownError, RequestRefusedError, RevisionGoneError
from sync.messages import (
    ActivityPage,
    CardAnswer,
    CardsPage,
    ChangesPage,
    Drop,
    Me,
    NewToken,
    OfferFeedPage,
    OperationResult,
    Outcome,
    Put,
    SignedKeyChange,
    StandingAnswer,
    StandingReport,
)
from sync.rules.cards import Card, OddCard
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.register_keys import key_change_text
from sync.rules.register_sum import signed_text
from sync.rules.visits import Operation, VenueVisit, Visit
from tests.helpers.memory_desk import sum_of
from tests.helpers.samples import VENUE

_T = TypeVar("_T")


class MemoryCentral:
    """``before`` and ``after`` are told of each call by its name, and may raise or change things.

    ``refuse`` names operations for which a whole batch is refused; ``reject`` those that are
    rejected one by one; visits to ``unknown_offers`` are to be tried again.
    """

    def __init__(self, *, page: int = 2) -> None:
        self._page = page
        self._key = Ed25519PrivateKey.generate()
        self.first_key = self.key
        self.key_changes: list[SignedKeyChange] = []
        self.renew_token = False
        self.tokens_given = 0
        self.history: list[tuple[str, Card | None]] = []
        self.forgotten = 0
        self.offer_log: list[Offer | UUID] = []
        self.activity_log: list[VenueVisit] = []
        self.received: list[Operation] = []
        self.refuse: set[UUID] = set()
        self.reject: set[UUID] = set()
        self.unknown_offers: set[UUID] = set()
        self.reports: list[StandingReport] = []
        self.calls: list[str] = []
        self.batches: list[list[UUID]] = []
        self.before: Callable[[str], None] = lambda _: None
        self.after: Callable[[str], None] = lambda _: None

    @property
    def key(self) -> bytes:
        return self._key.public_key().public_bytes_raw()

    def announce_key(self, by: Ed25519PrivateKey | None = None) -> Ed25519PrivateKey:
        """Vouch for another key, which does not sign yet."""
        following = Ed25519PrivateKey.generate()
        raw = following.public_key().public_bytes_raw()
        self.key_changes.append(
            SignedKeyChange(
                before=_in_base64(self.key),
                key=_in_base64(raw),
                signature=_in_base64((by or self._key).sign(key_change_text(raw))),
            )
        )
        return following

    def use_key(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    def put(self, *cards: Card) -> None:
        self.history += [(card.number, card) for card in cards]

    def drop(self, number: str) -> None:
        self.history.append((number, None))

    def at(self, revision: int) -> dict[str, Card]:
        cards: dict[str, Card] = {}
        for number, card in self.history[:revision]:
            cards.pop(number, None)
            if card is not None:
                cards[number] = card
        return cards

    def me(self) -> Me:
        self._begin("me")
        answer = Me(
            desk_id=uuid4(),
            desk_name="Lippuluukku 1",
            venue=VENUE,
            policy=Policy(),
            register_revision=len(self.history),
            key_changes=self.key_changes,
            renew_token=self.renew_token,
        )
        return self._end("me", answer)

    def new_token(self) -> NewToken:
        self._begin("new_token")
        self.tokens_given += 1
        return self._end("new_token", NewToken(token=f"token-{self.tokens_given}"))

    def standing(self, report: StandingReport) -> StandingAnswer:
        self._begin("standing")
        self.reports.append(report)
        return self._end("standing", StandingAnswer(nonce=str(len(self.reports)), forked=False))

    def cards(self, after: str | None, limit: int = 0) -> CardsPage:
        del limit
        self._begin("cards")
        beyond = sorted(n for n in self.at(len(self.history)) if after is None or n > after)
        cards: list[Card | OddCard] = [
            self.at(len(self.history))[number] for number in beyond[: self._page]
        ]
        cut = len(beyond) > self._page
        page = CardsPage(
            revision=len(self.history), cards=cards, next=cards[-1].number if cut else None
        )
        return self._end("cards", page)

    def changes(self, after: int, limit: int = 0) -> ChangesPage:
        del limit
        self._begin("changes")
        if after < self.forgotten:
            raise RevisionGoneError("gone")
        revision = min(after + self._page, len(self.history))
        total = sum_of(self.at(revision))
        page = ChangesPage(
            revision=revision,
            changes=[
                Drop(number=number) if card is None else Put(card=card)
                for number, card in self.history[after:revision]
            ],
            more=revision < len(self.history),
            count=total.count,
            checksum=total.checksum,
            signature=_in_base64(self._key.sign(signed_text(revision, total))),
        )
        return self._end("changes", page)

    def card(self, number: str) -> CardAnswer:
        self._begin("card")
        card = self.at(len(self.history)).get(number)
        if card is None:
            raise CardUnknownError("unknown")
        return self._end("card", CardAnswer(card=card, revision=len(self.history)))

    def offers(self, after: str | None, limit: int = 0) -> OfferFeedPage:
        del limit
        self._begin("offers")
        news, cursor, more = self._feed(self.offer_log, after)
        page = OfferFeedPage(
            cursor=cursor,
            offers=[each for each in news if isinstance(each, Offer)],
            removed=[each for each in news if isinstance(each, UUID)],
            more=more,
        )
        return self._end("offers", page)

    def submit(self, operations: list[Operation]) -> list[OperationResult]:
        self._begin("submit")
        self.batches.append([operation.id for operation in operations])
        if any(operation.id in self.refuse for operation in operations):
            raise RequestRefusedError("refused", code="malformed")
        return self._end("submit", [self._judge(operation) for operation in operations])

    def activity(self, after: str | None, limit: int = 0) -> ActivityPage:
        del limit
        self._begin("activity")
        visits, cursor, more = self._feed(self.activity_log, after)
        return self._end("activity", ActivityPage(cursor=cursor, visits=visits, more=more))

    def _judge(self, operation: Operation) -> OperationResult:
        if operation.id in self.reject:
            return OperationResult(
                id=operation.id, outcome=Outcome.REJECTED, code="card_expired", detail="expired"
            )
        if operation in self.received:
            return OperationResult(id=operation.id, outcome=Outcome.DUPLICATE)
        if isinstance(operation, Visit) and operation.offer_id in self.unknown_offers:
            return OperationResult(id=operation.id, outcome=Outcome.RETRY, code="offer_unknown")
        if operation.kind == "offer":
            self.unknown_offers.discard(operation.offer.id)
        self.received.append(operation)
        return OperationResult(id=operation.id, outcome=Outcome.ACCEPTED)

    def _feed(self, log: Iterable[_T], after: str | None) -> tuple[list[_T], str, bool]:
        begin = int(after or 0)
        news = list(islice(log, begin, None))
        page = news[: self._page]
        return page, str(begin + len(page)), len(news) > len(page)

    def _begin(self, name: str) -> None:
        self.calls.append(name)
        self.before(name)

    def _end(self, name: str, answer: _T) -> _T:
        self.after(name)
        return answer


def _in_base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
