"""Offers at hand: only ever what the locked venue's offers are."""

from dataclasses import replace

from sync.rules.offers import OfferStatus
from sync.server.offers import StoredOffer
from sync.server.shelf import Shelf
from tests.helpers.samples import an_offer
from tests.sync.server.houses import House, with_quota

OFFER = an_offer()
STORED = {OFFER.id: StoredOffer(OFFER, used=3)}


def test_what_was_left_at_a_position_is_there_at_that_position_only() -> None:
    shelf = Shelf()
    shelf.put("v1", 7, STORED)
    assert shelf.take("v1", 7) == STORED
    assert shelf.take("v2", 7) == {}
    assert shelf.take("v1", 8) == {}


def test_working_on_what_was_taken_changes_nothing_on_the_shelf() -> None:
    shelf = Shelf()
    quota = with_quota(10)
    shelf.put("v1", 7, {quota.id: StoredOffer(quota, used=3)})
    shelf.take("v1", 7)[quota.id].count(5)
    assert shelf.take("v1", 7)[quota.id].used == 3


def test_a_later_position_is_not_overwritten_by_an_earlier_one() -> None:
    shelf = Shelf()
    shelf.put("v1", 8, STORED)
    shelf.put("v1", 7, {})
    assert shelf.take("v1", 8) == STORED


def test_an_older_backup_makes_the_shelf_forget_everything() -> None:
    shelf = Shelf()
    shelf.put("v1", 7, STORED)
    shelf.put("v2", 7, STORED)
    assert shelf.take("v1", 5) == {}
    assert shelf.take("v2", 7) == {}


def test_what_admins_change_between_two_visits_is_judged_by(house: House) -> None:
    offer = house.with_offer(with_quota(1))
    assert house.send(house.visit(offer), house.visit(offer)) == [
        "accepted",
        "rejected quota_exceeded",
    ]
    more = house.with_offer(replace(offer, quota=with_quota(2).quota))
    assert house.send(house.visit(more)) == ["accepted"]
    gone = house.with_offer(replace(offer, status=OfferStatus.CANCELLED))
    assert house.send(house.visit(gone)) == ["rejected offer_cancelled"]
