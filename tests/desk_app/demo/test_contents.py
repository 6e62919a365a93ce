"""The demo register shows every verdict and every refusal that the rules know."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

import pytest

from desk_app.demo.contents import DemoRegister, demo_cards, demo_offers, load_demo
from sync.messages import EnrolmentRequest
from sync.rules.cases import Case
from sync.rules.codes import Refusal, VerdictCode
from sync.rules.entitlement import Verdict, judge
from sync.rules.offers import LimitPeriod, OfferKind, OfferStatus
from sync.rules.policy import Policy
from sync.rules.tickets import Tickets
from sync.rules.visits import PastVisit
from sync.server.services.central_register import CentralRegister
from sync.server.services.desk_session import DeskSession

NOW = datetime(2026, 12, 31, 22, 30, tzinfo=UTC)  # past midnight in Helsinki, at New Year
ZONE = Policy().zone
TODAY = NOW.astimezone(ZONE).date()


@pytest.fixture
def central(database_url: str) -> Iterator[CentralRegister]:
    central = CentralRegister.open(database_url, clock=lambda: NOW)
    yield central
    central.close()


@pytest.fixture
def demo(central: CentralRegister) -> DemoRegister:
    return load_demo(central)


def verdict(demo: DemoRegister, card: str, offer: str = "museum", past: int = 0) -> Verdict:
    found = demo_offers(demo.venue, TODAY, ZONE)[offer]
    return judge(
        Case(
            card=demo_cards(TODAY).get(card),
            offer=found,
            venue_area=demo.venue.area,
            moment=datetime.combine(TODAY, time(12), ZONE),
            past_visits=[PastVisit(found.id, found.kind, TODAY, Tickets(holder=1))] * past,
        )
    )


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ("valid", VerdictCode.VALID),
        ("family", VerdictCode.VALID),
        ("community", VerdictCode.VALID),
        ("digits_only", VerdictCode.VALID),
        ("local_here", VerdictCode.VALID),
        ("last_day", VerdictCode.VALID),
        ("first_day", VerdictCode.VALID),
        ("suspended", VerdictCode.SUSPENDED),
        ("revoked", VerdictCode.REVOKED),
        ("expired", VerdictCode.EXPIRED),
        ("not_yet_valid", VerdictCode.NOT_YET_VALID),
        ("local_elsewhere", VerdictCode.AREA_NOT_ALLOWED),
        ("unknown", VerdictCode.UNKNOWN),
    ],
)
def test_a_demo_card_shows_its_verdict(
    demo: DemoRegister, card: str, expected: VerdictCode
) -> None:
    assert card in demo.cards
    assert verdict(demo, card).verdict is expected


@pytest.mark.parametrize(
    ("offer", "expected"),
    [("sold_out", Refusal.SOLD_OUT), ("cancelled", Refusal.OFFER_CANCELLED)],
)
def test_a_demo_offer_shows_its_refusal(demo: DemoRegister, offer: str, expected: Refusal) -> None:
    assert verdict(demo, "valid", offer).refusals == (expected,)


def test_the_course_is_dear_and_used_up_for_one_card(
    central: CentralRegister, demo: DemoRegister
) -> None:
    visits = list(central.visits())
    assert {visit.card_number for visit in visits} == {demo.cards["limit_reached"]}
    assert {visit.offer_id for visit in visits} == {demo.offers["course"]}
    assert verdict(demo, "limit_reached", "course", past=len(visits)).refusals == (
        Refusal.LIMIT_REACHED,
    )
    assert verdict(demo, "valid", "course").pays_cents == 1500


def test_there_is_an_offer_of_every_kind_and_state(demo: DemoRegister) -> None:
    offers = demo_offers(demo.venue, TODAY, ZONE).values()
    assert {offer.kind for offer in offers} == set(OfferKind)
    assert {offer.status for offer in offers} == set(OfferStatus)
    assert LimitPeriod.DAYS in {offer.card_limit.period for offer in offers if offer.card_limit}
    assert all(offer.name.sv and offer.name.en for offer in offers)


def test_the_code_enrols_a_desk_that_sees_the_offers(
    central: CentralRegister, demo: DemoRegister
) -> None:
    request = EnrolmentRequest(
        activation_code=demo.activation_code, desk_name="Lippuluukku", app_version="1.0.0"
    )
    desk = DeskSession(central, central.enrol(request, caller="here").token)
    assert desk.me().venue == demo.venue
    assert {offer.id for offer in desk.offers(None).offers} == set(demo.offers.values())


def test_the_demo_can_be_loaded_again(central: CentralRegister, demo: DemoRegister) -> None:
    before = list(central.visits())
    again = load_demo(central)
    assert (again.cards, again.offers) == (demo.cards, demo.offers)
    assert list(central.visits()) == before
