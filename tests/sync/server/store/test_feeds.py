"""The feeds of offers and of activity: what changes comes again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TypeVar

from sync.messages import ActivityPage, OfferFeedPage
from tests.helpers.samples import VENUE, a_void, an_offer, an_own_offer
from tests.sync.server.register_fixture import ELSEWHERE, RegisterFixture, with_quota


def test_a_feed_with_nothing_new_keeps_its_cursor(fixture: RegisterFixture) -> None:
    page = fixture.desk.offers(None)
    again = fixture.desk.offers(page.cursor)
    assert (again.offers, again.removed, again.more) == ([], [], False)
    assert again.cursor == page.cursor


def test_a_used_quota_brings_the_offer_again(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(10))
    cursor = fixture.desk.offers(None).cursor
    fixture.send(fixture.visit(offer))
    page = fixture.desk.offers(cursor)
    assert [(found.id, found.quota and found.quota.used) for found in page.offers] == [
        (offer.id, 1)
    ]


def test_a_visit_without_a_quota_leaves_the_offers_alone(fixture: RegisterFixture) -> None:
    cursor = fixture.desk.offers(None).cursor
    fixture.send(fixture.visit())
    assert fixture.desk.offers(cursor).offers == []


def test_tickets_given_before_a_quota_was_set_count_in_it(fixture: RegisterFixture) -> None:
    fixture.send(fixture.visit())
    limited = fixture.with_offer(replace(fixture.offer, quota=with_quota(10).quota))
    assert fixture.used(limited) == 1


def test_an_offer_that_is_imported_again_keeps_its_count(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(10, used=3))
    fixture.send(fixture.visit(offer))
    cursor = fixture.desk.offers(None).cursor
    fixture.with_offer(offer)
    assert fixture.desk.offers(cursor).offers == []
    assert fixture.used(offer) == 4


def test_a_removed_offer_is_named_and_may_come_back(fixture: RegisterFixture) -> None:
    cursor = fixture.desk.offers(None).cursor
    fixture.without_offer(fixture.offer)
    gone = fixture.desk.offers(cursor)
    assert (gone.offers, gone.removed) == ([], [fixture.offer.id])
    fixture.with_offer(fixture.offer)
    assert fixture.desk.offers(gone.cursor).offers == [fixture.offer]


def test_an_own_offer_reaches_the_other_desks(fixture: RegisterFixture) -> None:
    own = an_own_offer()
    fixture.send(own)
    other = fixture.new_desk(name="Lippuluukku 2")
    assert own.offer in other.offers(None).offers


def test_times_travel_in_utc(fixture: RegisterFixture) -> None:
    helsinki = timezone(timedelta(hours=2))
    starts_at = datetime(2026, 11, 24, 18, tzinfo=helsinki)
    offer = fixture.with_offer(replace(an_offer(), starts_at=starts_at))
    found = next(found for found in fixture.desk.offers(None).offers if found.id == offer.id)
    assert found.starts_at == starts_at
    assert found.starts_at.utcoffset() == timedelta(0)


Page = TypeVar("Page", OfferFeedPage, ActivityPage)


def pages(read: Callable[[str | None], Page]) -> list[Page]:
    """All pages of a feed, from its beginning on."""
    found = [read(None)]
    while found[-1].more:
        found.append(read(found[-1].cursor))
    return found


def test_offers_come_in_pages(fixture: RegisterFixture) -> None:
    fixture.central.put_offers(VENUE.id, [an_offer() for _ in range(4)])
    found = [page.offers for page in pages(lambda after: fixture.desk.offers(after, 2))]
    seen = [offer.id for offers in found for offer in offers]
    assert max(map(len, found)) == 2
    assert len(set(seen)) == len(seen) == 5


def test_activity_tells_of_all_desks_of_the_venue(fixture: RegisterFixture) -> None:
    visit = fixture.visit()
    fixture.send(visit)
    page = fixture.new_desk(name="Lippuluukku 2").activity(None)
    assert [(found.id, found.desk_name, str(found.state)) for found in page.visits] == [
        (visit.id, "Lippuluukku 1", "accepted")
    ]
    assert fixture.new_desk(ELSEWHERE).activity(None).visits == []


def test_a_visit_whose_state_changes_appears_again(fixture: RegisterFixture) -> None:
    visit = fixture.visit()
    fixture.send(visit)
    cursor = fixture.desk.activity(None).cursor
    fixture.send(a_void(visit.id))
    page = fixture.desk.activity(cursor)
    assert [(found.id, str(found.state)) for found in page.visits] == [(visit.id, "voided")]


def test_activity_comes_in_pages(fixture: RegisterFixture) -> None:
    visits = [fixture.visit() for _ in range(5)]
    fixture.send(*visits)
    found = [page.visits for page in pages(lambda after: fixture.desk.activity(after, 2))]
    assert max(map(len, found)) == 2
    assert [each.id for some in found for each in some] == [visit.id for visit in visits]
