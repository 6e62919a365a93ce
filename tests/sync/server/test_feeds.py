"""The feeds of offers and of activity: what changes comes again."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from sync.server.store import offers, operations
from tests.helpers.samples import VENUE, a_void, an_offer, an_own_offer
from tests.sync.server.houses import ELSEWHERE, TODAY, House, with_quota


def test_a_feed_with_nothing_new_keeps_its_cursor(house: House) -> None:
    page = house.desk.offers(None)
    again = house.desk.offers(page.cursor)
    assert (again.offers, again.removed, again.more) == ([], [], False)
    assert again.cursor == page.cursor


def test_a_used_quota_brings_the_offer_again(house: House) -> None:
    offer = house.with_offer(with_quota(10))
    cursor = house.desk.offers(None).cursor
    house.send(house.visit(offer))
    page = house.desk.offers(cursor)
    assert [(found.id, found.quota and found.quota.used) for found in page.offers] == [
        (offer.id, 1)
    ]


def test_a_visit_without_a_quota_leaves_the_offers_alone(house: House) -> None:
    cursor = house.desk.offers(None).cursor
    house.send(house.visit())
    assert house.desk.offers(cursor).offers == []


def test_tickets_given_before_a_quota_was_set_count_in_it(house: House) -> None:
    house.send(house.visit())
    limited = house.with_offer(replace(house.offer, quota=with_quota(10).quota))
    assert house.used(limited) == 1


def test_an_offer_that_is_imported_again_keeps_its_count(house: House) -> None:
    offer = house.with_offer(with_quota(10, used=3))
    house.send(house.visit(offer))
    cursor = house.desk.offers(None).cursor
    house.with_offer(offer)
    assert house.desk.offers(cursor).offers == []
    assert house.used(offer) == 4


def test_a_removed_offer_is_named_and_may_come_back(house: House) -> None:
    cursor = house.desk.offers(None).cursor
    house.authority.drop_offers(VENUE.id, [house.offer.id])
    gone = house.desk.offers(cursor)
    assert (gone.offers, gone.removed) == ([], [house.offer.id])
    house.with_offer(house.offer)
    assert house.desk.offers(gone.cursor).offers == [house.offer]


def test_an_own_offer_reaches_the_other_desks(house: House) -> None:
    own = an_own_offer()
    house.send(own)
    other = house.new_desk(name="Lippuluukku 2")
    assert own.offer in other.offers(None).offers


def test_times_travel_in_utc(house: House) -> None:
    helsinki = timezone(timedelta(hours=2))
    starts_at = datetime(2026, 11, 24, 18, tzinfo=helsinki)
    offer = house.with_offer(replace(an_offer(), starts_at=starts_at))
    found = next(found for found in house.desk.offers(None).offers if found.id == offer.id)
    assert found.starts_at == starts_at
    assert found.starts_at.utcoffset() == timedelta(0)


def test_offers_come_in_pages(house: House) -> None:
    house.authority.put_offers(VENUE.id, [an_offer() for _ in range(4)])
    seen = []
    after, more = 0, True
    with house.authority.database.reading() as connection:
        while more:
            found, after, more = offers.feed(connection, VENUE.id, after, limit=2)
            seen += [stored.given.id for stored in found]
    assert len(set(seen)) == len(seen) == 5


def test_activity_tells_of_all_desks_of_the_venue(house: House) -> None:
    visit = house.visit()
    house.send(visit)
    page = house.new_desk(name="Lippuluukku 2").activity(None)
    assert [(found.id, found.desk_name, str(found.state)) for found in page.visits] == [
        (visit.id, "Lippuluukku 1", "accepted")
    ]
    assert house.new_desk(ELSEWHERE).activity(None).visits == []


def test_a_visit_whose_state_changes_appears_again(house: House) -> None:
    visit = house.visit()
    house.send(visit)
    cursor = house.desk.activity(None).cursor
    house.send(a_void(visit.id))
    page = house.desk.activity(cursor)
    assert [(found.id, str(found.state)) for found in page.visits] == [(visit.id, "voided")]


def test_activity_comes_in_pages(house: House) -> None:
    visits = [house.visit() for _ in range(5)]
    house.send(*visits)
    seen = []
    after, more = 0, True
    with house.authority.database.reading() as connection:
        while more:
            found, after, more = operations.feed(connection, VENUE.id, after, TODAY, limit=2)
            seen += [visit.id for visit in found]
    assert seen == [visit.id for visit in visits]
