"""Offers of the venue's own: whole, changed, and withdrawn."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from desk_app.services.errors import (
    OfferMalformedError,
    OfferNotFoundError,
    OfferNotOwnError,
    RefusedError,
    ValueMissingError,
)
from desk_app.services.offer_creation import OfferCreation, OfferRequest
from desk_app.services.recording import VisitRequest
from desk_app.store.visits.outbox import StoredOutbox
from sync.rules.codes import Notice, Refusal
from sync.rules.offers import CardLimit, LimitPeriod, OfferKind, OfferStatus, Sector
from sync.rules.visits import OwnOffer
from tests.helpers.desk_fixture import POOL, DeskFixture

WHOLE = OfferRequest(
    name_fi="Keramiikka",
    name_sv="Keramik",
    name_en="Pottery",
    kind=OfferKind.COURSE,
    sector=Sector.EDUCATION,
    place="Opisto",
    starts_at=datetime(2026, 11, 2, 18),  # noqa: DTZ001  by the policy's clock
    ends_at=datetime(2026, 12, 14, 20),  # noqa: DTZ001  by the policy's clock
    tickets=6,
    card_limit=CardLimit(1, LimitPeriod.OFFER),
    course_limit=CardLimit(2, LimitPeriod.CALENDAR_YEAR),
    value_cents=6000,
    ceiling_cents=2500,
    minors_allowed=False,
)


@pytest.fixture
def offer_creation(desk_fixture: DeskFixture) -> OfferCreation:
    return desk_fixture.services.offer_creation


def sent(desk_fixture: DeskFixture) -> list[OwnOffer]:
    waiting = StoredOutbox(desk_fixture.database, desk_fixture.clock).claim(10)
    return [each for each in waiting if isinstance(each, OwnOffer)]


def test_an_offer_of_ones_own_has_all_that_an_offer_has(
    desk_fixture: DeskFixture, offer_creation: OfferCreation
) -> None:
    offer = offer_creation.add(WHOLE)
    kept = desk_fixture.services.offers.get(offer.id)
    assert kept == offer
    assert OfferRequest.of(offer) == OfferRequest.of(kept)
    assert offer.starts_at == datetime(2026, 11, 2, 18, tzinfo=ZoneInfo("Europe/Helsinki"))
    assert (offer.pays_cents, offer.quota and offer.quota.total) == (3500, 6)
    assert [each.offer for each in sent(desk_fixture)] == [offer]


def test_a_quota_of_ones_own_runs_out(
    desk_fixture: DeskFixture, offer_creation: OfferCreation
) -> None:
    offer = offer_creation.add(OfferRequest(name_fi="Konsertti", tickets=1))
    desk_fixture.services.recording.record(VisitRequest(number="KAIKU0001", offer_id=offer.id))
    with pytest.raises(RefusedError) as refused:
        desk_fixture.services.recording.record(VisitRequest(number="KAIKU0002", offer_id=offer.id))
    assert refused.value.reasons == (Refusal.QUOTA_EXCEEDED,)


def test_a_limit_of_ones_own_holds(
    desk_fixture: DeskFixture, offer_creation: OfferCreation
) -> None:
    offer = offer_creation.add(
        OfferRequest(
            name_fi="Kuntosali",
            kind=OfferKind.STANDING,
            card_limit=CardLimit(1, LimitPeriod.MONTHS, months=3),
        )
    )
    desk_fixture.services.recording.record(VisitRequest(number="KAIKU0001", offer_id=offer.id))
    with pytest.raises(RefusedError) as refused:
        desk_fixture.services.recording.record(VisitRequest(number="KAIKU0001", offer_id=offer.id))
    assert refused.value.reasons == (Refusal.LIMIT_REACHED,)


@pytest.mark.parametrize("status", [OfferStatus.CANCELLED, OfferStatus.SOLD_OUT])
def test_an_offer_of_ones_own_is_cancelled_or_sold_out_by_a_change(
    desk_fixture: DeskFixture, offer_creation: OfferCreation, status: OfferStatus
) -> None:
    offer = offer_creation.add(OfferRequest(name_fi="Konsertti", tickets=9))
    desk_fixture.services.recording.record(VisitRequest(number="KAIKU0001", offer_id=offer.id))
    asked = OfferRequest.of(offer)
    changed = offer_creation.revise(
        offer.id, OfferRequest(name_fi="Uusi nimi", tickets=asked.tickets, status=status)
    )
    assert (changed.id, changed.status, changed.name.fi) == (offer.id, status, "Uusi nimi")
    assert desk_fixture.services.offers.get(offer.id) == changed
    with pytest.raises(RefusedError):
        desk_fixture.services.recording.record(VisitRequest(number="KAIKU0002", offer_id=offer.id))
    (listed,) = [each for each in offer_creation.listed() if each.offer.id == offer.id]
    assert (listed.left, listed.own) == (8, True)
    assert [(each.revises, each.offer.name.fi) for each in sent(desk_fixture)] == [
        (None, "Konsertti"),
        (True, "Uusi nimi"),
    ]


def test_a_withdrawn_offer_is_off_the_list_and_its_visits_stay(
    desk_fixture: DeskFixture, offer_creation: OfferCreation
) -> None:
    offer = offer_creation.add(OfferRequest(name_fi="Konsertti"))
    visit = desk_fixture.services.recording.record(
        VisitRequest(number="KAIKU0001", offer_id=offer.id)
    ).visit
    offer_creation.withdraw(offer.id)
    assert offer.id not in {each.id for each in desk_fixture.services.offers.all()}
    assert desk_fixture.services.offers.get(offer.id) == offer
    assert [entry.visit.id for entry in desk_fixture.visits()] == [visit.id]
    assert [each.withdrawn for each in sent(desk_fixture)] == [None, True]


def test_an_offer_of_the_register_is_not_changed_here(offer_creation: OfferCreation) -> None:
    with pytest.raises(OfferNotOwnError):
        offer_creation.revise(POOL.id, OfferRequest(name_fi="Oma nimi"))
    with pytest.raises(OfferNotOwnError):
        offer_creation.withdraw(POOL.id)


def test_an_offer_that_is_not_there_is_not_changed(offer_creation: OfferCreation) -> None:
    with pytest.raises(OfferNotFoundError):
        offer_creation.withdraw(uuid4())


def test_a_change_that_makes_no_sense_leaves_the_offer_as_it_was(
    desk_fixture: DeskFixture, offer_creation: OfferCreation
) -> None:
    offer = offer_creation.add(OfferRequest(name_fi="Konsertti"))
    with pytest.raises(OfferMalformedError):
        offer_creation.revise(offer.id, OfferRequest(name_fi=""))
    assert desk_fixture.services.offers.get(offer.id) == offer


def test_the_fee_is_asked_for_where_the_offer_says_so(
    desk_fixture: DeskFixture, offer_creation: OfferCreation
) -> None:
    offer = offer_creation.add(
        OfferRequest(name_fi="Kurssi", kind=OfferKind.COURSE, value_asked=True, ceiling_cents=2500)
    )
    checking = desk_fixture.services.checking
    assert Notice.VALUE_ASKED in checking.check("KAIKU0001", offer.id).verdict.notices
    verdict = checking.check("KAIKU0001", offer.id, value_cents=4000).verdict
    assert (verdict.notices, verdict.pays_cents) == ((Notice.HOLDER_PAYS,), 1500)
    asked = VisitRequest(number="KAIKU0001", offer_id=offer.id)
    with pytest.raises(ValueMissingError):
        desk_fixture.services.recording.record(asked)
    recorded = desk_fixture.services.recording.record(replace(asked, value_cents=4000))
    assert recorded.visit.value_cents == 4000
    assert desk_fixture.visits()[0].visit == recorded.visit
