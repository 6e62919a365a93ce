"""Another API of the register needs another client, and nothing else.

The one here is invented: a line asks, lines of fields answer. It knows neither JSON nor HTTP.
"""

from collections.abc import Callable, Iterable
from dataclasses import astuple
from datetime import date
from uuid import UUID

from sync.central_api import CentralApi
from sync.errors import CardUnknownError, NotSupportedError
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
    StandingAnswer,
    StandingReport,
)
from sync.ports import OperationState
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.offers import Offer, OfferKind, OfferName, OfferStatus, Sector
from sync.rules.policy import Policy
from sync.rules.tickets import Tickets
from sync.rules.venues import Venue
from sync.rules.visits import Operation, VenueVisit, Visit, VisitState
from tests.helpers.memory_central import MemoryCentral
from tests.helpers.memory_desk import MemoryDesk
from tests.helpers.samples import VENUE, a_card, a_visit, an_offer
from tests.sync.engines import cycle

Ask = Callable[[str], list[list[str]]]
"""Sends a line; gives the fields of each line of the answer."""


class LineClient:
    """A :class:`CentralApi` over the invented API."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def me(self) -> Me:
        desk_id, name, revision, venue_id, venue, area = self._ask("me")[0]
        return Me(
            desk_id=UUID(desk_id),
            desk_name=name,
            register_revision=int(revision),
            venue=Venue(venue_id, venue, area),
            policy=Policy(),
        )

    def standing(self, report: StandingReport) -> StandingAnswer:
        del report
        raise NotSupportedError("this register asks for no report")

    def new_token(self) -> NewToken:
        raise NotSupportedError("this register has no tokens")

    def cards(self, after: str | None, limit: int = 0) -> CardsPage:
        (revision, following), *cards = self._ask(f"cards {after or ''} {limit}")
        return CardsPage(revision=int(revision), cards=[*map(_card, cards)], next=following or None)

    def changes(self, after: int, limit: int = 0) -> ChangesPage:
        (revision, more, count, checksum, signature), *lines = self._ask(f"changes {after} {limit}")
        return ChangesPage(
            revision=int(revision),
            changes=[
                Put(card=_card(line)) if len(line) > 1 else Drop(number=line[0]) for line in lines
            ],
            more=more == "more",
            count=int(count),
            checksum=checksum,
            signature=signature,
        )

    def card(self, number: str) -> CardAnswer:
        found = self._ask(f"card {number}")
        if not found:
            raise CardUnknownError("no such card")
        return CardAnswer(card=_card(found[0]), revision=0)

    def offers(self, after: str | None, limit: int = 0) -> OfferFeedPage:
        (cursor, more), *lines = self._ask(f"offers {after or 0} {limit}")
        offers = [
            Offer(
                id=UUID(id_),
                kind=OfferKind.EVENT,
                sector=Sector.CULTURE,
                name=OfferName(name),
                status=OfferStatus.ON_SALE,
                minors_allowed=True,
            )
            for id_, name in lines
        ]
        return OfferFeedPage(cursor=cursor, offers=offers, removed=[], more=more == "more")

    def submit(self, operations: list[Operation]) -> list[OperationResult]:
        sent = [each for each in operations if isinstance(each, Visit)]
        fields = [f"{each.id};{each.card_number};{each.offer_id}" for each in sent]
        return [
            OperationResult(id=UUID(id_), outcome=Outcome(outcome))
            for id_, outcome in self._ask("visits " + " ".join(fields))
        ]

    def activity(self, after: str | None, limit: int = 0) -> ActivityPage:
        (cursor, more), *lines = self._ask(f"activity {after or 0} {limit}")
        visits = [
            VenueVisit(
                id=UUID(id_),
                desk_id=UUID(int=1),
                desk_name="Luukku 2",
                card_number=number,
                offer_id=UUID(offer_id),
                tickets=Tickets(holder=1),
                local_date=date(2026, 11, 24),
                state=VisitState.ACCEPTED,
            )
            for id_, number, offer_id in lines
        ]
        return ActivityPage(cursor=cursor, visits=visits, more=more == "more")


def _card(fields: list[str]) -> Card:
    number, kind, status, start, end, minors, area, local_only = fields
    return Card(
        number=number,
        kind=CardKind(kind),
        status=CardStatus(status),
        valid_from=date.fromisoformat(start),
        valid_until=date.fromisoformat(end),
        minors=int(minors),
        area=area,
        local_only=local_only == "True",
    )


class LineRegister:
    """The other end of the invented API, over a register in memory."""

    def __init__(self, central: MemoryCentral) -> None:
        self._central = central
        self.visits: list[str] = []

    def __call__(self, line: str) -> list[list[str]]:
        call, *rest = line.split(" ")
        answer: Iterable[Iterable[object]] = getattr(self, f"_{call}")(*rest)
        return [[str(each) for each in fields] for fields in answer]

    def _me(self) -> list[tuple[object, ...]]:
        revision = len(self._central.history)
        return [(UUID(int=1), "Luukku 1", revision, VENUE.id, VENUE.name, VENUE.area)]

    def _cards(self, after: str, _limit: str) -> list[tuple[object, ...]]:
        page = self._central.cards(after or None)
        cards = [astuple(card) for card in page.cards if isinstance(card, Card)]
        return [(page.revision, page.next or ""), *cards]

    def _changes(self, after: str, _limit: str) -> list[tuple[object, ...]]:
        page = self._central.changes(int(after))
        head = ("more" if page.more else "end", page.count, page.checksum, page.signature)
        lines = [
            astuple(change.card) if isinstance(change, Put) else (change.number,)
            for change in page.changes
        ]
        return [(page.revision, *head), *lines]

    def _card(self, number: str) -> list[tuple[object, ...]]:
        return [astuple(self._central.at(len(self._central.history))[number])]

    def _offers(self, after: str, _limit: str) -> list[tuple[object, ...]]:
        page = self._central.offers(after)
        lines = [(offer.id, offer.name.fi) for offer in page.offers]
        return [(page.cursor, "more" if page.more else "end"), *lines]

    def _visits(self, *visits: str) -> list[tuple[object, ...]]:
        self.visits += visits
        return [(visit.split(";")[0], "accepted") for visit in visits]

    def _activity(self, after: str, _limit: str) -> list[tuple[object, ...]]:
        news = self.visits[int(after) :]
        return [(len(self.visits), "end"), *(tuple(visit.split(";")) for visit in news)]


def test_a_client_for_another_api_is_all_that_a_desk_needs_for_it() -> None:
    central, desk, offer = MemoryCentral(), MemoryDesk(), an_offer()
    central.put(a_card("CARD1"), a_card("CARD2"), a_card("CARD3"))
    central.drop("CARD2")
    central.offer_log.append(offer)
    visit = a_visit(offer.id, number="CARD1")
    desk.outbox.add(visit)
    api: CentralApi = LineClient(LineRegister(central))

    report = cycle(desk, central, api=api)

    assert (report.faults, report.accepted) == ((), 1)
    assert desk.outbox.states() == [OperationState.ACCEPTED]
    assert desk.register.cards == {"CARD1": a_card("CARD1"), "CARD3": a_card("CARD3")}
    assert desk.offers.offers[offer.id].name == offer.name
    assert desk.activity.visits[visit.id].card_number == "CARD1"
    assert desk.book.venue == VENUE
