from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.register.offers import StoredOffers
from desk_app.store.visits.journal import StoredJournal
from sync.rules.offers import CardLimit, LimitPeriod, OfferName, Quota
from tests.helpers.samples import MOMENT, an_offer, an_own_offer


@pytest.fixture
def offers(database: Database) -> StoredOffers:
    return StoredOffers(database)


def test_an_offer_is_kept_word_for_word(offers: StoredOffers) -> None:
    full = replace(
        an_offer(),
        name=OfferName("Näytelmä", "Pjäs", "Play"),
        place="Suuri sali",
        starts_at=MOMENT,
        ends_at=MOMENT + timedelta(hours=2),
        quota=Quota(40, 12),
        card_limit=CardLimit(2, LimitPeriod.DAYS, 30),
        value_cents=4000,
        ceiling_cents=2500,
        minors_allowed=False,
    )
    bare = an_offer()
    offers.apply([full, bare], [], cursor="1", complete_at=MOMENT)
    assert (offers.get(full.id), offers.get(bare.id)) == (full, bare)


def test_the_feed_goes_on_where_it_was(offers: StoredOffers) -> None:
    assert offers.cursor() is None
    offers.apply([], [], cursor="one", complete_at=None)
    offers.apply([], [], cursor="two", complete_at=MOMENT)
    assert offers.cursor() == "two"


def test_offers_stand_by_time_then_name_and_those_without_a_date_last(
    offers: StoredOffers,
) -> None:
    pool, museum = an_offer(name="Uimahalli"), an_offer(name="Museo")
    late = replace(an_offer(name="Aamu"), starts_at=MOMENT + timedelta(hours=1))
    early = replace(an_offer(name="Ilta"), starts_at=MOMENT)
    offers.apply([pool, late, museum, early], [], cursor="1", complete_at=None)
    assert offers.all() == [early, late, museum, pool]


def test_an_offer_that_appears_again_takes_the_place_of_the_old_one(offers: StoredOffers) -> None:
    offer = replace(an_offer(), quota=Quota(10, 1), place="Sali")
    offers.apply([offer], [], cursor="1", complete_at=None)
    changed = replace(offer, quota=None, place=None)
    offers.apply([changed], [], cursor="2", complete_at=None)
    assert offers.all() == [changed]


def test_a_removed_offer_is_hidden_but_can_still_be_named(offers: StoredOffers) -> None:
    offer = an_offer()
    offers.apply([offer], [], cursor="1", complete_at=None)
    offers.apply([], [offer.id, uuid4()], cursor="2", complete_at=None)
    assert (offers.all(), offers.get(offer.id)) == ([], offer)


def test_a_removed_offer_can_come_back(offers: StoredOffers) -> None:
    offer = an_offer()
    offers.apply([], [offer.id], cursor="1", complete_at=None)
    offers.apply([offer], [], cursor="2", complete_at=None)
    assert offers.all() == [offer]


def test_an_unknown_offer_is_none(offers: StoredOffers) -> None:
    assert offers.get(UUID(int=404)) is None


def test_an_own_offer_is_the_register_s_once_the_feed_brings_it(
    database: Database, offers: StoredOffers
) -> None:
    own = an_own_offer()
    StoredJournal(database).add_offer(own)
    received = replace(own.offer, quota=Quota(20, 3))
    offers.apply([received], [], cursor="1", complete_at=MOMENT)
    assert offers.all() == [received]
