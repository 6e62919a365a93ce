"""The demo register's data: venues, offers and cards of every kind, and every refusal.

Venues and cards are invented; the days are counted from today in the policy's time zone, so that
the demo is as fresh next year as now. Loading it again resets everything but visits.

The card numbers have a system: ``KAIKU0n`` is valid with n children, ``1n`` is refused by the
register, ``2n`` is a pilot's local card, ``3n`` has used up a limit, ``4n`` is at the edge of its
days, and ``99`` is not registered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from sync.messages import EnrolmentRequest
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.codes import VerdictCode
from sync.rules.offers import (
    CardLimit,
    LimitPeriod,
    Offer,
    OfferKind,
    OfferName,
    OfferStatus,
    Quota,
    Sector,
)
from sync.rules.periods import local_day
from sync.rules.venues import Venue
from sync.rules.visits import EntryMethod, Tickets, Visit
from sync.server.services.central_register import CentralRegister
from sync.server.services.desk_session import DeskSession

HOUSE = Venue("kuusi", "Monitoimitalo Kuusi", "Kuusilampi")
THEATRE = Venue("kesateatteri", "Lammenrannan kesäteatteri", "Kuusilampi")
LIGHTHOUSE = Venue("majakka", "Kulttuuritalo Majakka", "Majakkasaari")  # a pilot area
VENUES = (HOUSE, THEATRE, LIGHTHOUSE)
COURSES_A_YEAR = 2
UNKNOWN_NUMBER = "KAIKU99"
"""Well-formed, and on no card."""
_NAMES = uuid5(NAMESPACE_URL, "kaikuluukku:demo")


@dataclass(frozen=True, slots=True)
class DemoRegister:
    """What was loaded. ``venue`` has every kind of offer; ``activation_code`` enrols a desk there.

    ``cards`` and ``offers`` (those of ``venue``) go by short keys.
    """

    venues: tuple[Venue, ...]
    venue: Venue
    activation_code: str
    cards: Mapping[str, str]
    offers: Mapping[str, UUID]


def load_demo(central: CentralRegister) -> DemoRegister:
    """Fill a register with the demo, and make an activation code for its main venue."""
    zone = central.policy.zone
    today = local_day(central.now(), zone)
    cards = demo_cards(today)
    central.put_venues(VENUES)
    central.change_cards(cards.values())
    offers = {venue.id: demo_offers(venue, today, zone) for venue in VENUES}
    for venue_id, by_key in offers.items():
        central.put_offers(venue_id, by_key.values())
    _use_up_courses(central, cards["limit_reached"], offers[HOUSE.id]["course"], today)
    return DemoRegister(
        venues=VENUES,
        venue=HOUSE,
        activation_code=central.make_activation(HOUSE.id),
        cards={key: card.number for key, card in cards.items()} | {"unknown": UNKNOWN_NUMBER},
        offers={key: offer.id for key, offer in offers[HOUSE.id].items()},
    )


def demo_cards(today: date) -> dict[str, Card]:
    """The demo's cards by key. "Unknown" is the one that is not among them."""
    plain = Card(
        number="KAIKU00",
        kind=CardKind.PERSONAL,
        status=CardStatus.ACTIVE,
        valid_from=today - timedelta(days=90),
        valid_until=today + timedelta(days=274),
        minors=0,
        area=HOUSE.area,
        local_only=False,
    )
    one_day = timedelta(days=1)
    return {
        "valid": plain,
        "one_child": replace(plain, number="KAIKU01", minors=1),
        "family": replace(plain, number="KAIKU03", minors=3),
        "other_area": replace(plain, number="KAIKU05", minors=5, area="Pohjoisranta"),
        "community": replace(plain, number="YHTEISO1", kind=CardKind.COMMUNITY),
        "digits_only": replace(plain, number="20260001", minors=2),
        "suspended": replace(plain, number="KAIKU10", status=CardStatus.SUSPENDED),
        "revoked": replace(plain, number="KAIKU11", status=CardStatus.REVOKED),
        "expired": replace(plain, number="KAIKU12", valid_until=today - one_day),
        "not_yet_valid": replace(plain, number="KAIKU13", valid_from=today + one_day),
        "local_here": replace(plain, number="KAIKU20", minors=1, local_only=True),
        "local_elsewhere": replace(plain, number="KAIKU21", area=LIGHTHOUSE.area, local_only=True),
        "limit_reached": replace(plain, number="KAIKU30", minors=1),
        "last_day": replace(plain, number="KAIKU40", minors=2, valid_until=today),
        "first_day": replace(plain, number="KAIKU41", valid_from=today),
    }


def demo_offers(venue: Venue, today: date, zone: ZoneInfo) -> dict[str, Offer]:
    """The venue's offers by key."""

    def at(days: int, hour: int, minute: int = 0) -> datetime:
        day = today + timedelta(days=days)
        return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)

    def event(key: str, starts_at: datetime, name: OfferName, place: str) -> Offer:
        return Offer(
            id=_id(f"{venue.id}/{key}"),
            kind=OfferKind.EVENT,
            sector=Sector.CULTURE,
            name=name,
            place=place,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            status=OfferStatus.ON_SALE,
            minors_allowed=True,
        )

    def standing(key: str, sector: Sector, name: OfferName) -> Offer:
        return Offer(
            id=_id(f"{venue.id}/{key}"),
            kind=OfferKind.STANDING,
            sector=sector,
            name=name,
            status=OfferStatus.ON_SALE,
            minors_allowed=True,
        )

    if venue == THEATRE:
        name = OfferName("Lammen väki", "Folket vid tjärnen", "The People of the Pond")
        return {"play": event("play", at(1, 18), name, "Lampilava")}
    if venue == LIGHTHOUSE:
        name = OfferName("Majakan näyttely", "Fyrens utställning", "The Lighthouse Exhibition")
        return {"exhibition": standing("exhibition", Sector.CULTURE, name)}
    return {
        "family_show": event(
            "family_show",
            at(0, 18),
            OfferName(
                "Talven taikaa, koko perheen näytelmä",
                "Vintermagi, en pjäs för hela familjen",
                "Winter Magic, a play for the whole family",
            ),
            "Suuri näyttämö",
        ),
        "concert": event(
            "concert",
            at(1, 19),
            OfferName("Pohjolan säveliä", "Toner från Norden", "Sounds of the North"),
            "Konserttisali",
        ),
        "quota_low": replace(
            event(
                "quota_low",
                at(1, 14),
                OfferName("Kamarimusiikkia", "Kammarmusik", "Chamber Music"),
                "Pieni sali",
            ),
            quota=Quota(total=20, used=17),
        ),
        "sold_out": replace(
            event(
                "sold_out",
                at(0, 20),
                OfferName("Stand up -ilta", "Ståuppkväll", "Stand-up Night"),
                "Kellari",
            ),
            status=OfferStatus.SOLD_OUT,
        ),
        "cancelled": replace(
            event(
                "cancelled",
                at(1, 17),
                OfferName("Pihakonsertti", "Konsert på gården", "Courtyard Concert"),
                "Piha",
            ),
            status=OfferStatus.CANCELLED,
        ),
        "no_minors": replace(
            event(
                "no_minors",
                at(0, 21),
                OfferName(
                    "Myöhäisillan improvisaatio (K-18)",
                    "Improvisation sent på kvällen (från 18 år)",
                    "Late-night Improvisation (18 and over)",
                ),
                "Kellari",
            ),
            minors_allowed=False,
        ),
        "science": replace(
            event(
                "science",
                at(1, 20, 30),
                OfferName(
                    "Tähtitornin yleisöilta",
                    "Öppen kväll i observatoriet",
                    "Open Evening at the Observatory",
                ),
                "Tähtitorni",
            ),
            sector=Sector.SCIENCE,
        ),
        "museum": standing(
            "museum",
            Sector.CULTURE,
            OfferName("Museo ja näyttelyt", "Museet och utställningarna", "Museum and Exhibitions"),
        ),
        "swimming": standing(
            "swimming",
            Sector.SPORT,
            OfferName("Uimahalli, kertakäynti", "Simhallen, engångsbesök", "Swimming Hall, Visit"),
        ),
        "gym": replace(
            standing(
                "gym",
                Sector.SPORT,
                OfferName(
                    "Kuntosali, kolmen kuukauden kortti",
                    "Gymmet, tremånaderskort",
                    "Gym, Three-month Pass",
                ),
            ),
            card_limit=CardLimit(1, LimitPeriod.DAYS, days=90),
            minors_allowed=False,
        ),
        "course": replace(
            event(
                "course",
                at(7, 17, 30),
                OfferName("Keramiikan alkeet", "Keramik för nybörjare", "Pottery for Beginners"),
                "Savipaja",
            ),
            kind=OfferKind.COURSE,
            sector=Sector.EDUCATION,
            ends_at=at(70, 20),
            card_limit=CardLimit(COURSES_A_YEAR, LimitPeriod.CALENDAR_YEAR),
            value_cents=4_000,
            ceiling_cents=2_500,
            minors_allowed=False,
        ),
    }


def _use_up_courses(central: CentralRegister, card: Card, course: Offer, today: date) -> None:
    """Have another desk of the venue record as many course places as the card may have."""
    request = EnrolmentRequest(
        activation_code=central.make_activation(HOUSE.id),
        desk_name="Kurssitoimisto",
        app_version="demo",
    )
    session = DeskSession(central, central.enrol(request, caller="demo").token)
    places = [
        Visit(
            id=_id(f"visit/{card.number}/{today.year}/{place}"),
            recorded_at=central.now(),
            local_date=today,
            card_number=card.number,
            offer_id=course.id,
            tickets=Tickets(holder=1),
            entry=EntryMethod.TYPED,
            register_revision=session.me().register_revision,
            verdict=VerdictCode.VALID,
            provisional=False,
            clock_trusted=True,
        )
        for place in range(COURSES_A_YEAR)
    ]
    session.submit(places)


def _id(key: str) -> UUID:
    return uuid5(_NAMES, key)
