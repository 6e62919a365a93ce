"""Cards, offers and operations to work with, each with what matters to a test given by name."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.codes import VerdictCode
from sync.rules.offers import Offer, OfferKind, OfferName, OfferStatus, Sector
from sync.rules.venues import Venue
from sync.rules.visits import (
    EntryMethod,
    OwnOffer,
    Tickets,
    VenueVisit,
    Visit,
    VisitState,
    Void,
    VoidReason,
)

MOMENT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
VENUE = Venue("teatteri", "Kaupunginteatteri", "Espoo")


def a_card(number: str = "AB12345", *, minors: int = 0) -> Card:
    return Card(
        number,
        CardKind.PERSONAL,
        CardStatus.ACTIVE,
        date(2026, 1, 1),
        date(2030, 12, 31),
        minors,
        "Espoo",
        local_only=False,
    )


def an_offer(offer_id: UUID | None = None, *, name: str = "Näytelmä") -> Offer:
    return Offer(
        id=offer_id or uuid4(),
        kind=OfferKind.STANDING,
        sector=Sector.CULTURE,
        name=OfferName(name),
        status=OfferStatus.ON_SALE,
        minors_allowed=True,
    )


def a_visit(
    offer_id: UUID | None = None, *, number: str = "AB12345", at: datetime = MOMENT
) -> Visit:
    return Visit(
        id=uuid4(),
        recorded_at=at,
        local_date=at.date(),
        card_number=number,
        offer_id=offer_id or uuid4(),
        tickets=Tickets(holder=1),
        entry=EntryMethod.TYPED,
        register_revision=1,
        verdict=VerdictCode.VALID,
        provisional=False,
        clock_trusted=True,
    )


def as_in_feed(
    visit: Visit,
    state: VisitState = VisitState.ACCEPTED,
    *,
    desk_id: UUID | None = None,
    desk_name: str = "Luukku 2",
) -> VenueVisit:
    """A visit as the register tells the venue's desks of it."""
    return VenueVisit(
        id=visit.id,
        desk_id=desk_id or UUID(int=102),
        desk_name=desk_name,
        card_number=visit.card_number,
        offer_id=visit.offer_id,
        tickets=visit.tickets,
        local_date=visit.local_date,
        state=state,
    )


def a_void(visit_id: UUID) -> Void:
    return Void(id=uuid4(), visit_id=visit_id, reason=VoidReason.MISTAKE, recorded_at=MOMENT)


def an_own_offer(offer: Offer | None = None) -> OwnOffer:
    return OwnOffer(id=uuid4(), recorded_at=MOMENT, offer=offer or an_offer())
