"""Any card, offer, visit and case that the rules can meet, for hypothesis."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.cases import Case
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
from sync.rules.policy import RegisterAge
from sync.rules.visits import PastVisit, Tickets
from tests.sync.rules.decisions import POLICY

AREAS = st.sampled_from(["Espoo", "ESPOO", "Savonlinna"])
DAYS = st.dates(date(2024, 6, 1), date(2026, 6, 1))
MOMENTS = st.builds(datetime.combine, DAYS, st.times(), st.just(POLICY.zone))
OFFER_IDS = st.sampled_from([UUID(int=1), UUID(int=2), UUID(int=3)])
NUMBERS = st.text("ABCXYZ0189", min_size=4, max_size=20)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    first = draw(DAYS)
    return Card(
        number=draw(NUMBERS),
        kind=draw(st.sampled_from(CardKind)),
        status=draw(st.sampled_from(CardStatus)),
        valid_from=first,
        valid_until=first + timedelta(days=draw(st.integers(0, 800))),
        minors=draw(st.integers(0, 5)),
        area=draw(AREAS),
        local_only=draw(st.booleans()),
    )


@st.composite
def limits(draw: st.DrawFn) -> CardLimit:
    period = draw(st.sampled_from(LimitPeriod))
    days = draw(st.integers(1, 90)) if period is LimitPeriod.DAYS else None
    months = draw(st.integers(1, 13)) if period is LimitPeriod.MONTHS else None
    return CardLimit(draw(st.integers(0, 3)), period, days, months)


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    cents = st.none() | st.integers(0, 5000)
    return Offer(
        id=draw(OFFER_IDS),
        kind=draw(st.sampled_from(OfferKind)),
        sector=Sector.CULTURE,
        name=OfferName("Mikä vain"),
        starts_at=draw(st.none() | MOMENTS),
        ends_at=draw(st.none() | MOMENTS),
        status=draw(st.sampled_from(OfferStatus)),
        quota=draw(st.none() | st.builds(Quota, st.integers(0, 12), st.integers(0, 12))),
        card_limit=draw(st.none() | limits()),
        course_limit=draw(st.none() | limits()),
        value_asked=draw(st.sampled_from([None, True])),
        value_cents=draw(cents),
        ceiling_cents=draw(cents),
        minors_allowed=draw(st.booleans()),
    )


FAMILIES = st.builds(
    Tickets,
    holder=st.just(1),
    children=st.integers(0, 3),
    grandchildren=st.integers(0, 2),
    assistants=st.integers(0, 2),
)
GROUPS = st.builds(
    Tickets,
    assistants=st.integers(0, 2),
    worker=st.integers(0, 1),
    community_minors=st.integers(0, 12),
)
ANYBODY = st.builds(
    Tickets,
    holder=st.integers(0, 1),
    children=st.integers(0, 4),
    grandchildren=st.integers(0, 3),
    assistants=st.integers(0, 3),
    worker=st.integers(0, 1),
    community_minors=st.integers(0, 12),
)
TICKETS = FAMILIES | GROUPS | ANYBODY
PAST_VISITS = st.builds(PastVisit, OFFER_IDS, st.sampled_from(OfferKind), DAYS, TICKETS)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Three in four are without what most often refuses, and so show more of the other rules."""
    card, offer = draw(st.none() | cards() | cards()), draw(offers())
    moment, register = draw(MOMENTS), draw(st.sampled_from(RegisterAge))
    if draw(st.integers(0, 3)):
        card = replace(draw(cards()), status=CardStatus.ACTIVE, local_only=False)
        roomy = st.builds(Quota, st.integers(6, 12), st.integers(0, 5))
        offer = replace(offer, status=OfferStatus.ON_SALE, quota=draw(st.none() | roomy))
        days = draw(st.integers(0, (card.valid_until - card.valid_from).days))
        day = card.valid_from + timedelta(days=days)
        moment = datetime.combine(day, moment.timetz())
        register = draw(st.sampled_from([RegisterAge.FRESH, RegisterAge.STALE]))
    return Case(
        card=card,
        offer=offer,
        venue_area=draw(AREAS),
        venue_local_only=draw(st.booleans()),
        moment=moment,
        register=register,
        past_visits=draw(st.lists(PAST_VISITS, max_size=5)),
        queued=draw(st.integers(-5, 5)),
        clock_trusted=draw(st.booleans()),
        value_cents=draw(st.none() | st.integers(0, 5000)),
    )
