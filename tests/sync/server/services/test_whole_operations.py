"""What was accepted is known again out of the database, with all that was in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

from sync.rules.offers import CardLimit, LimitPeriod, OfferName, Quota
from sync.rules.visits import Note, Operation, OwnOffer
from tests.helpers.samples import MOMENT, a_void, an_offer
from tests.sync.server.register_fixture import TODAY, RegisterFixture

INSTANT = timedelta(microseconds=1)
OFFER = replace(
    an_offer(),
    name=OfferName("Näytelmä", "Pjäs", "Play"),
    place="Lava",
    starts_at=datetime(2026, 12, 24, 18, tzinfo=timezone(timedelta(hours=2))),
    ends_at=datetime(9999, 12, 31, tzinfo=UTC),
    quota=Quota(9, 0),
    card_limit=CardLimit(3, LimitPeriod.MONTHS, months=2),
    course_limit=CardLimit(2, LimitPeriod.DAYS, days=30),
    value_cents=4000,
    ceiling_cents=2500,
    value_asked=True,
)


def one_of_each(fixture: RegisterFixture) -> list[Operation]:
    """Operations in which nothing is left out."""
    visit = replace(
        fixture.visit(holder=1, children=2, assistants=1),
        recorded_at=MOMENT + INSTANT,
        printed_valid_until=TODAY,
        operator="AK",
        replaces=uuid4(),
        value_cents=1250,
    )
    void = replace(a_void(uuid4()), operator="AK")
    own = OwnOffer(id=uuid4(), recorded_at=MOMENT, offer=OFFER, revises=True, withdrawn=False)
    note = Note(
        id=uuid4(), recorded_at=MOMENT, about=uuid4(), code="x", text="Kiitos", operator="AK"
    )
    return [visit, void, own, note]


def test_an_operation_that_comes_again_in_another_batch_is_a_duplicate(
    fixture: RegisterFixture,
) -> None:
    operations = one_of_each(fixture)
    assert fixture.send(*operations) == ["accepted"] * 4
    assert fixture.send(*operations) == ["duplicate"] * 4


def test_one_that_differs_by_an_instant_is_a_conflict(fixture: RegisterFixture) -> None:
    operations = one_of_each(fixture)
    fixture.send(*operations)
    others = [replace(each, recorded_at=each.recorded_at + INSTANT) for each in operations]
    assert fixture.send(*others) == ["rejected id_conflict"] * 4
