"""An offer that gets a quota later: what was given before counts, though nobody counted it then."""

from dataclasses import replace
from datetime import timedelta

from sync.rules.offers import Quota
from tests.helpers.samples import a_void, an_offer, an_own_offer
from tests.sync.server.register_fixture import RegisterFixture

SECOND = timedelta(seconds=1)


def test_a_quota_that_comes_later_counts_what_was_given_before(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(an_offer())
    first, void = fixture.visit(offer, holder=1, children=1), fixture.visit(offer)
    assert fixture.send(first, void, a_void(void.id)) == ["accepted"] * 3
    fixture.with_offer(replace(offer, quota=Quota(3, 0)))
    assert fixture.used(offer) == 2
    assert fixture.send(fixture.visit(offer), fixture.visit(offer)) == [
        "accepted",
        "rejected quota_exceeded",
    ]
    fixture.with_offer(offer)
    assert fixture.send(fixture.visit(offer), a_void(first.id)) == ["accepted"] * 2
    fixture.with_offer(replace(offer, quota=Quota(3, 1)))
    assert fixture.used(offer) == 3


def test_a_quota_that_a_venue_adds_counts_what_was_given_before_and_with_it(
    fixture: RegisterFixture,
) -> None:
    own = an_own_offer()
    assert fixture.send(own, fixture.visit(own.offer)) == ["accepted"] * 2
    limited = replace(own.offer, quota=Quota(3, 0))
    revised = replace(
        an_own_offer(limited), recorded_at=own.recorded_at + SECOND, revises=True, withdrawn=False
    )
    results = fixture.send(
        fixture.visit(own.offer), revised, fixture.visit(own.offer), fixture.visit(own.offer)
    )
    assert results == ["accepted", "accepted", "accepted", "rejected quota_exceeded"]
    assert fixture.used(own.offer) == 3
