"""A ticket agent's desk records for several venues: whose the offer is, decides."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.recording import VisitRequest
from desk_app.ui.widgets.offer_words import about
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.offers import CardLimit, LimitPeriod, OfferKind
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from tests.helpers.desk_fixture import FAMILY, NOW, POOL, VENUE, DeskFixture

COLLEGE = Venue("opisto", "Rannan opisto", "Savonlinna", local_only=True)
HERE = replace(POOL, venue_id=VENUE.id)
LIMIT = CardLimit(1, LimitPeriod.CALENDAR_YEAR)
POTTERY = replace(
    POOL,
    id=UUID(int=77),
    kind=OfferKind.COURSE,
    card_limit=LIMIT,
    venue_id=VENUE.id,
    minors_allowed=False,
)
CHOIR = replace(POTTERY, id=UUID(int=78), venue_id=COLLEGE.id)
LOCAL = replace(FAMILY, number="KAIKU0077", area="savonlinna", local_only=True)


@pytest.fixture
def desk_fixture(tmp_path: Path) -> Iterator[DeskFixture]:
    desk_fixture = DeskFixture(tmp_path)
    desk_fixture.enrol(venues=[VENUE, COLLEGE])
    desk_fixture.load_register([FAMILY, LOCAL])
    desk_fixture.load_offers([HERE, POTTERY, CHOIR])
    yield desk_fixture
    desk_fixture.close()


def test_the_area_is_that_of_the_offers_venue(desk_fixture: DeskFixture) -> None:
    check = desk_fixture.services.checking.check
    codes = {
        (card.number, offer.id): check(card.number, offer.id).verdict.verdict
        for card in (FAMILY, LOCAL)
        for offer in (POTTERY, CHOIR)
    }
    assert codes == {
        (FAMILY.number, POTTERY.id): VerdictCode.VALID,
        (FAMILY.number, CHOIR.id): VerdictCode.AREA_NOT_ALLOWED,
        (LOCAL.number, POTTERY.id): VerdictCode.AREA_NOT_ALLOWED,
        (LOCAL.number, CHOIR.id): VerdictCode.VALID,
    }


def test_courses_and_visits_are_counted_by_venue(desk_fixture: DeskFixture) -> None:
    desk_fixture.desk.update(
        venue=VENUE, policy=Policy(), venues=[VENUE, replace(COLLEGE, local_only=False)]
    )
    record, check = desk_fixture.services.recording.record, desk_fixture.services.checking.check
    record(VisitRequest(number=FAMILY.number, offer_id=POTTERY.id))
    there = check(FAMILY.number, CHOIR.id).verdict
    here = check(FAMILY.number, HERE.id).verdict
    assert (there.refusals, there.notices, there.earlier) == ((), (), ())
    assert Notice.USED_TODAY in here.notices
    again = check(FAMILY.number, POTTERY.id).verdict
    assert again.refusals == (Refusal.LIMIT_REACHED,)
    record(VisitRequest(number=FAMILY.number, offer_id=CHOIR.id))
    statistics = desk_fixture.services.statistics.compute()
    assert {venue: each.visits for venue, each in statistics.venues.items()} == {
        VENUE.name: 1,
        COLLEGE.name: 1,
    }
    assert [row.venue for row in desk_fixture.services.reporting.rows()] == [
        VENUE.name,
        COLLEGE.name,
    ]


def test_offers_are_told_apart_by_venue() -> None:
    words = Messages(catalogue("en"), "en").under(Policy(), [VENUE, COLLEGE])
    zone = Policy().zone
    assert about(CHOIR, words, NOW, zone).startswith("Rannan opisto")
    assert "Rannan" not in about(CHOIR, Messages(catalogue("en"), "en"), NOW, zone)


def test_the_venues_outlive_a_restart(desk_fixture: DeskFixture) -> None:
    record = desk_fixture.desk.record()
    assert record is not None
    assert record.venues == (VENUE, COLLEGE)
    text = Messages(catalogue("en"), "en").enrolled(record)
    assert text == f"This desk is enrolled for {VENUE.name}, {COLLEGE.name}."
    assert record.venue_of(replace(POOL, venue_id=None)) == VENUE
