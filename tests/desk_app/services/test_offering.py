"""Offers of the venue's own: whole, changed, and withdrawn."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
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
from desk_app.services.offering import OfferAsked, Offering
from desk_app.services.recording import VisitAsked
from desk_app.store.outbox import StoredOutbox
from sync.rules.codes import Notice, Refusal
from sync.rules.offers import CardLimit, LimitPeriod, OfferKind, OfferStatus, Sector
from sync.rules.visits import OwnOffer
from tests.helpers.booth import POOL, Booth

WHOLE = OfferAsked(
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
def booth(tmp_path: Path) -> Iterator[Booth]:
    booth = Booth(tmp_path)
    booth.enrol()
    booth.load_register()
    booth.load_offers()
    yield booth
    booth.close()


@pytest.fixture
def offering(booth: Booth) -> Offering:
    return booth.counter.offering


def sent(booth: Booth) -> list[OwnOffer]:
    waiting = StoredOutbox(booth.database, booth.clock).take(10)
    return [each for each in waiting if isinstance(each, OwnOffer)]


def test_an_offer_of_ones_own_has_all_that_an_offer_has(booth: Booth, offering: Offering) -> None:
    offer = offering.add(WHOLE)
    kept = booth.counter.offers.get(offer.id)
    assert kept == offer
    assert OfferAsked.of(offer) == OfferAsked.of(kept)
    assert offer.starts_at == datetime(2026, 11, 2, 18, tzinfo=ZoneInfo("Europe/Helsinki"))
    assert (offer.pays_cents, offer.quota and offer.quota.total) == (3500, 6)
    assert [each.offer for each in sent(booth)] == [offer]


def test_a_quota_of_ones_own_runs_out(booth: Booth, offering: Offering) -> None:
    offer = offering.add(OfferAsked(name_fi="Konsertti", tickets=1))
    booth.counter.recording.record(VisitAsked(number="KAIKU0001", offer_id=offer.id))
    with pytest.raises(RefusedError) as refused:
        booth.counter.recording.record(VisitAsked(number="KAIKU0002", offer_id=offer.id))
    assert refused.value.reasons == (Refusal.QUOTA_EXCEEDED,)


def test_a_limit_of_ones_own_holds(booth: Booth, offering: Offering) -> None:
    offer = offering.add(
        OfferAsked(
            name_fi="Kuntosali",
            kind=OfferKind.STANDING,
            card_limit=CardLimit(1, LimitPeriod.MONTHS, months=3),
        )
    )
    booth.counter.recording.record(VisitAsked(number="KAIKU0001", offer_id=offer.id))
    with pytest.raises(RefusedError) as refused:
        booth.counter.recording.record(VisitAsked(number="KAIKU0001", offer_id=offer.id))
    assert refused.value.reasons == (Refusal.LIMIT_REACHED,)


@pytest.mark.parametrize("status", [OfferStatus.CANCELLED, OfferStatus.SOLD_OUT])
def test_an_offer_of_ones_own_is_cancelled_or_sold_out_by_a_change(
    booth: Booth, offering: Offering, status: OfferStatus
) -> None:
    offer = offering.add(OfferAsked(name_fi="Konsertti", tickets=9))
    booth.counter.recording.record(VisitAsked(number="KAIKU0001", offer_id=offer.id))
    asked = OfferAsked.of(offer)
    changed = offering.revise(
        offer.id, OfferAsked(name_fi="Uusi nimi", tickets=asked.tickets, status=status)
    )
    assert (changed.id, changed.status, changed.name.fi) == (offer.id, status, "Uusi nimi")
    assert booth.counter.offers.get(offer.id) == changed
    with pytest.raises(RefusedError):
        booth.counter.recording.record(VisitAsked(number="KAIKU0002", offer_id=offer.id))
    (shelved,) = [each for each in offering.shelf() if each.offer.id == offer.id]
    assert (shelved.left, shelved.own) == (8, True)
    assert [(each.revises, each.offer.name.fi) for each in sent(booth)] == [
        (None, "Konsertti"),
        (True, "Uusi nimi"),
    ]


def test_a_withdrawn_offer_is_off_the_list_and_its_visits_stay(
    booth: Booth, offering: Offering
) -> None:
    offer = offering.add(OfferAsked(name_fi="Konsertti"))
    visit = booth.counter.recording.record(VisitAsked(number="KAIKU0001", offer_id=offer.id)).visit
    offering.withdraw(offer.id)
    assert offer.id not in {each.id for each in booth.counter.offers.all()}
    assert booth.counter.offers.get(offer.id) == offer
    assert [entry.visit.id for entry in booth.visits()] == [visit.id]
    assert [each.withdrawn for each in sent(booth)] == [None, True]


def test_an_offer_of_the_register_is_not_changed_here(offering: Offering) -> None:
    with pytest.raises(OfferNotOwnError):
        offering.revise(POOL.id, OfferAsked(name_fi="Oma nimi"))
    with pytest.raises(OfferNotOwnError):
        offering.withdraw(POOL.id)


def test_an_offer_that_is_not_there_is_not_changed(offering: Offering) -> None:
    with pytest.raises(OfferNotFoundError):
        offering.withdraw(uuid4())


def test_a_change_that_makes_no_sense_leaves_the_offer_as_it_was(
    booth: Booth, offering: Offering
) -> None:
    offer = offering.add(OfferAsked(name_fi="Konsertti"))
    with pytest.raises(OfferMalformedError):
        offering.revise(offer.id, OfferAsked(name_fi=""))
    assert booth.counter.offers.get(offer.id) == offer


def test_the_fee_is_asked_for_where_the_offer_says_so(booth: Booth, offering: Offering) -> None:
    offer = offering.add(
        OfferAsked(name_fi="Kurssi", kind=OfferKind.COURSE, value_asked=True, ceiling_cents=2500)
    )
    checking = booth.counter.checking
    assert Notice.VALUE_ASKED in checking.check("KAIKU0001", offer.id).verdict.notices
    told = checking.check("KAIKU0001", offer.id, value_cents=4000).verdict
    assert (told.notices, told.pays_cents) == ((Notice.HOLDER_PAYS,), 1500)
    asked = VisitAsked(number="KAIKU0001", offer_id=offer.id)
    with pytest.raises(ValueMissingError):
        booth.counter.recording.record(asked)
    recorded = booth.counter.recording.record(replace(asked, value_cents=4000))
    assert recorded.visit.value_cents == 4000
    assert booth.visits()[0].visit == recorded.visit
