"""What becomes of operations: idempotent, commuting, each for itself, judged by the rules."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, permutations
from uuid import uuid4

import pytest

from sync.rules.cards import CardKind, CardStatus
from sync.rules.offers import LimitPeriod, OfferKind, OfferName, OfferStatus, Quota
from sync.rules.visits import Operation
from tests.helpers.samples import a_card, a_void, an_offer, an_own_offer
from tests.sync.server.register_fixture import (
    ELSEWHERE,
    TODAY,
    RegisterFixture,
    a_course,
    with_limit,
    with_quota,
)

SECOND = timedelta(seconds=1)
NEW = uuid4()


def test_the_same_again_is_a_duplicate_and_counts_once(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(10))
    visit = fixture.visit(offer, holder=1, children=1)
    assert fixture.send(visit, visit) == ["accepted", "duplicate"]
    assert fixture.send(visit) == ["duplicate"]
    assert fixture.used(offer) == 2


def test_another_desk_of_the_venue_may_send_it_again(fixture: RegisterFixture) -> None:
    visit = fixture.visit()
    fixture.send(visit)
    assert fixture.send(visit, desk=fixture.new_desk(name="Lippuluukku 2")) == ["duplicate"]


def test_the_same_id_with_other_content_is_a_conflict(fixture: RegisterFixture) -> None:
    visit = fixture.visit()
    fixture.send(visit)
    assert fixture.send(replace(visit, operator="AK")) == ["rejected id_conflict"]
    assert fixture.send(replace(a_void(visit.id), id=visit.id)) == ["rejected id_conflict"]


def test_a_void_takes_a_visit_back(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(10))
    visit = fixture.visit(offer)
    assert fixture.send(visit, a_void(visit.id)) == ["accepted", "accepted"]
    assert fixture.states() == {visit.id: "voided"}
    assert fixture.used(offer) == 0


def test_a_void_may_come_before_its_visit(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(10))
    visit = fixture.visit(offer)
    assert fixture.send(a_void(visit.id)) == ["accepted"]
    assert fixture.send(visit) == ["accepted"]
    assert fixture.states() == {visit.id: "voided"}
    assert fixture.used(offer) == 0


def test_a_second_void_of_a_visit_changes_nothing(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(10))
    visit, other = fixture.visit(offer), fixture.visit(offer)
    fixture.send(visit, other, a_void(visit.id))
    assert fixture.send(a_void(visit.id)) == ["accepted"]
    assert fixture.used(offer) == 1


def test_what_is_no_visit_cannot_be_taken_back_or_replaced(fixture: RegisterFixture) -> None:
    own = an_own_offer()
    assert fixture.send(own) == ["accepted"]
    assert fixture.send(a_void(own.id), replace(fixture.visit(), replaces=own.id)) == [
        "accepted",
        "accepted",
    ]
    assert list(fixture.states().values()) == ["accepted"]


def test_a_visit_may_come_before_its_offer(fixture: RegisterFixture) -> None:
    own = an_own_offer()
    visit = fixture.visit(own.offer)
    assert fixture.send(visit) == ["retry offer_unknown"]
    assert fixture.send(own) == ["accepted"]
    assert fixture.send(visit, own) == ["accepted", "duplicate"]


def test_an_offers_id_belongs_to_one_offer(fixture: RegisterFixture) -> None:
    other = an_own_offer(replace(fixture.offer, minors_allowed=False))
    assert fixture.send(other) == ["rejected id_conflict"]
    assert fixture.send(an_own_offer(fixture.offer)) == ["accepted"]


def test_what_the_venue_changed_of_its_own_offer_stands_in_any_order(
    fixture: RegisterFixture,
) -> None:
    first = an_own_offer(with_quota(10))
    visit = fixture.visit(first.offer, holder=1)
    fuller = replace(first.offer, name=OfferName("Toinen nimi"), quota=Quota(3, 1))
    second = replace(an_own_offer(fuller), recorded_at=first.recorded_at + SECOND, revises=True)
    gone = replace(
        an_own_offer(fuller),
        recorded_at=first.recorded_at + 2 * SECOND,
        revises=True,
        withdrawn=True,
    )
    assert fixture.send(first, visit, second) == ["accepted"] * 3
    assert fixture.used(first.offer) == 1
    assert fixture.feed_of(first.offer) == replace(fuller, quota=Quota(3, 1))
    other = [replace(each, id=uuid4(), offer=replace(each.offer, id=NEW)) for each in (gone, first)]
    assert fixture.send(*other) == ["accepted"] * 2
    assert fixture.feed_of(other[0].offer) is None
    assert fixture.send(gone, second) == ["accepted", "duplicate"]
    assert fixture.feed_of(first.offer) is None
    assert fixture.send(fixture.visit(first.offer, holder=1)) == ["accepted"]  # it was given before


def test_an_offer_of_the_register_is_not_changed_by_a_venue(fixture: RegisterFixture) -> None:
    other = replace(an_own_offer(replace(fixture.offer, minors_allowed=False)), revises=True)
    assert fixture.send(other) == ["rejected id_conflict"]


def test_minors_of_one_event_are_counted_over_its_visits(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(replace(an_offer(), kind=OfferKind.EVENT))
    assert fixture.send(fixture.visit(offer, holder=1, children=2)) == ["accepted"]
    assert fixture.send(fixture.visit(offer, holder=1, children=1)) == ["rejected minors_exceeded"]


def test_an_assistant_follows_where_the_limit_is_reached(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.OFFER))
    assert fixture.send(fixture.visit(offer, holder=1)) == ["accepted"]
    assert fixture.send(fixture.visit(offer, holder=0, assistants=1)) == ["accepted"]
    assert fixture.send(fixture.visit(offer, holder=1)) == ["rejected limit_reached"]


def test_operations_commute(fixture: RegisterFixture) -> None:
    """Whatever the order, sent until nothing asks to be sent again, the end is the same."""
    for order in islice(permutations(range(5)), 0, None, 7):  # enough of the orders, and quick
        own = an_own_offer(with_quota(10))
        before = fixture.states()
        kept, taken_back = fixture.visit(own.offer), fixture.visit(own.offer, holder=1, children=2)
        void = a_void(taken_back.id)
        operations: list[Operation] = [own, kept, taken_back, void, a_void(uuid4())]
        for _ in range(2):
            for index in order:
                fixture.send(operations[index])
        after = before | {kept.id: "accepted", taken_back.id: "voided"}
        assert fixture.states() == after, order
        assert fixture.used(own.offer) == 1, order


def test_a_bad_operation_takes_no_other_down(fixture: RegisterFixture) -> None:
    unknown = replace(fixture.visit(), card_number="NOBODY1")
    assert fixture.send(fixture.visit(), unknown, fixture.visit()) == [
        "accepted",
        "rejected card_unknown",
        "accepted",
    ]


def test_a_quota_is_never_passed_within_one_batch(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(3, used=1))
    results = fixture.send(*[fixture.visit(offer) for _ in range(3)])
    assert results == ["accepted", "accepted", "rejected quota_exceeded"]
    assert fixture.used(offer) == 3


def test_assistants_do_not_count_against_a_quota(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(1))
    assert fixture.send(fixture.visit(offer, holder=1, assistants=2)) == ["accepted"]
    assert fixture.used(offer) == 1


def test_a_void_gives_its_tickets_back(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_quota(1))
    first, second = fixture.visit(offer), fixture.visit(offer)
    assert fixture.send(first, second) == ["accepted", "rejected quota_exceeded"]
    assert fixture.send(a_void(first.id), second) == ["accepted", "accepted"]


def test_a_correction_does_not_stand_in_its_own_way(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(replace(with_limit(1, LimitPeriod.DAY), quota=with_quota(2).quota))
    first = fixture.visit(offer)
    corrected = replace(fixture.visit(offer, holder=1, children=1), replaces=first.id)
    assert fixture.send(first, corrected, a_void(first.id)) == ["accepted"] * 3
    assert fixture.used(offer) == 2
    assert fixture.states() == {first.id: "voided", corrected.id: "accepted"}


def test_a_limit_holds_across_desks_and_batches(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.DAY))
    assert fixture.send(fixture.visit(offer)) == ["accepted"]
    other = fixture.new_desk(name="Lippuluukku 2")
    assert fixture.send(fixture.visit(offer), desk=other) == ["rejected limit_reached"]
    tomorrow = fixture.visit(offer, day=TODAY + timedelta(days=1))
    assert fixture.send(tomorrow, desk=other) == ["accepted"]


def test_a_voided_visit_does_not_count_towards_a_limit(fixture: RegisterFixture) -> None:
    offer = fixture.with_offer(with_limit(1, LimitPeriod.OFFER))
    first = fixture.visit(offer)
    assert fixture.send(first, a_void(first.id), fixture.visit(offer)) == ["accepted"] * 3


def test_any_course_of_the_venue_counts_towards_the_limit_of_courses(
    fixture: RegisterFixture,
) -> None:
    courses = [fixture.with_offer(a_course()) for _ in range(3)]
    results = fixture.send(*[fixture.visit(course) for course in courses])
    assert results == ["accepted", "accepted", "rejected limit_reached"]


def test_a_limit_of_an_offer_in_the_same_batch_holds(fixture: RegisterFixture) -> None:
    own = an_own_offer(with_limit(1, LimitPeriod.OFFER))
    results = fixture.send(own, fixture.visit(own.offer), fixture.visit(own.offer))
    assert results == ["accepted", "accepted", "rejected limit_reached"]


def test_what_the_desk_rightly_admitted_is_not_refused_later(fixture: RegisterFixture) -> None:
    visit = replace(fixture.visit(), register_revision=fixture.desk.me().register_revision)
    fixture.central.change_cards([replace(fixture.card, status=CardStatus.REVOKED)])
    assert fixture.send(visit) == ["accepted"]


def test_a_register_that_was_superseded_too_long_ago_does_not_count(
    fixture: RegisterFixture,
) -> None:
    revision = fixture.desk.me().register_revision
    fixture.central.change_cards([replace(fixture.card, status=CardStatus.REVOKED)])
    fixture.pass_days(31)
    late = replace(
        fixture.visit(),
        register_revision=revision,
        recorded_at=fixture.now,
        local_date=fixture.now.date(),
    )
    assert fixture.send(late) == ["rejected card_revoked"]


def test_the_age_ends_when_the_visit_was_recorded(fixture: RegisterFixture) -> None:
    visit = replace(fixture.visit(), register_revision=fixture.desk.me().register_revision)
    fixture.central.change_cards([fixture.card.number])
    fixture.pass_days(300)
    assert fixture.send(visit) == ["accepted"]


def test_a_revision_that_the_register_never_reached_is_judged_by_today(
    fixture: RegisterFixture,
) -> None:
    assert fixture.send(replace(fixture.visit(), register_revision=10**15)) == ["accepted"]


def test_a_card_that_came_after_the_desks_revision_is_judged_by_today(
    fixture: RegisterFixture,
) -> None:
    visit = replace(
        fixture.visit(),
        card_number="NEW1234",
        register_revision=fixture.desk.me().register_revision,
    )
    assert fixture.send(visit) == ["rejected card_unknown"]
    fixture.central.change_cards([a_card("NEW1234")])
    assert fixture.send(visit) == ["accepted"]


def test_a_provisional_visit_is_judged_by_todays_card(fixture: RegisterFixture) -> None:
    visit = replace(
        fixture.visit(),
        provisional=True,
        printed_valid_until=TODAY,
        register_revision=fixture.desk.me().register_revision,
    )
    fixture.central.change_cards([replace(fixture.card, valid_until=TODAY - timedelta(days=1))])
    assert fixture.send(visit) == ["rejected card_expired"]


def test_a_provisional_visit_of_an_unknown_card_waits_for_the_card(
    fixture: RegisterFixture,
) -> None:
    visit = replace(fixture.visit(), card_number="NEW1234", provisional=True, register_revision=0)
    assert fixture.send(visit) == ["rejected card_unknown"]
    fixture.central.change_cards([a_card("NEW1234")])
    assert fixture.send(visit) == ["accepted"]


def test_what_was_given_before_the_last_ticket_went_is_right(fixture: RegisterFixture) -> None:
    sold_out = fixture.with_offer(replace(an_offer(), status=OfferStatus.SOLD_OUT))
    assert fixture.send(fixture.visit(sold_out)) == ["accepted"]


def test_a_removed_offer_is_judged_as_if_it_stood(fixture: RegisterFixture) -> None:
    fixture.without_offer(fixture.offer)
    assert fixture.send(fixture.visit()) == ["accepted"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (TODAY + timedelta(days=1), "accepted"),
        (TODAY + timedelta(days=2), "rejected malformed"),
        (TODAY - timedelta(days=400), "rejected card_not_yet_valid"),
        (TODAY - timedelta(days=401), "rejected too_old"),
        (date(1, 1, 1), "rejected too_old"),
        (date(9999, 12, 31), "rejected malformed"),
    ],
)
def test_a_visits_day_lies_neither_too_far_back_nor_ahead(
    fixture: RegisterFixture, day: date, outcome: str
) -> None:
    assert fixture.send(fixture.visit(day=day)) == [outcome]


def test_a_visit_without_tickets_is_malformed(fixture: RegisterFixture) -> None:
    assert fixture.send(fixture.visit(holder=0)) == ["rejected malformed"]


def test_every_refusal_of_the_rules_has_its_code_on_the_wire(fixture: RegisterFixture) -> None:
    fixture.central.change_cards(
        [
            replace(a_card("SUSPEND1"), status=CardStatus.SUSPENDED),
            replace(a_card("REVOKED1"), status=CardStatus.REVOKED),
            replace(a_card("EXPIRED1"), valid_until=TODAY - timedelta(days=1)),
            replace(a_card("EARLY001"), valid_from=TODAY + timedelta(days=1)),
            replace(a_card("LOCAL001"), area="Turku", local_only=True),
            replace(a_card("GROUP001"), kind=CardKind.COMMUNITY),
        ]
    )
    cancelled = fixture.with_offer(replace(an_offer(), status=OfferStatus.CANCELLED))
    adults = fixture.with_offer(replace(an_offer(), minors_allowed=False))
    revision = fixture.desk.me().register_revision
    visits = {
        "card_suspended": replace(fixture.visit(), card_number="SUSPEND1"),
        "card_revoked": replace(fixture.visit(), card_number="REVOKED1"),
        "card_expired": replace(fixture.visit(), card_number="EXPIRED1"),
        "card_not_yet_valid": replace(fixture.visit(), card_number="EARLY001"),
        "area_not_allowed": replace(fixture.visit(), card_number="LOCAL001"),
        "wrong_card_kind": replace(fixture.visit(), card_number="GROUP001"),
        "offer_cancelled": fixture.visit(cancelled),
        "minors_not_allowed": fixture.visit(adults, holder=1, children=1),
        "minors_exceeded": fixture.visit(holder=1, children=2, grandchildren=1),
    }
    results = fixture.send(
        *[replace(visit, register_revision=revision) for visit in visits.values()]
    )
    assert results == [f"rejected {code}" for code in visits]


def test_a_rejected_operation_is_judged_afresh(fixture: RegisterFixture) -> None:
    refused = replace(fixture.visit(), card_number="LATE1234")
    assert fixture.send(refused, refused) == ["rejected card_unknown"] * 2
    fixture.central.change_cards([a_card("LATE1234")])
    assert fixture.send(refused, refused) == ["accepted", "duplicate"]


def test_a_desk_cannot_void_another_venues_visit(fixture: RegisterFixture) -> None:
    visit = fixture.visit()
    fixture.send(visit)
    stranger = fixture.new_desk(ELSEWHERE)
    assert fixture.send(a_void(visit.id), desk=stranger) == ["accepted"]
    assert fixture.states() == {visit.id: "accepted"}


def test_a_desk_knows_no_other_venues_offers(fixture: RegisterFixture) -> None:
    stranger = fixture.new_desk(ELSEWHERE)
    assert fixture.send(fixture.visit(), desk=stranger) == ["retry offer_unknown"]
    assert stranger.offers(None).offers == []


def test_another_venue_learns_nothing_from_an_id(fixture: RegisterFixture) -> None:
    own = an_own_offer()
    fixture.send(own)
    assert fixture.send(own, desk=fixture.new_desk(ELSEWHERE)) == ["accepted"]


def test_every_operation_is_on_record_with_what_was_told(fixture: RegisterFixture) -> None:
    good, bad = fixture.visit(), replace(fixture.visit(), card_number="NOBODY1")
    for operation in (good, bad, good):
        fixture.send(operation)
        fixture.pass_days(1)
    assert fixture.audit() == [
        (good.id, "accepted", None),
        (bad.id, "rejected", "card_unknown"),
        (good.id, "duplicate", None),
    ]


def test_an_empty_batch_is_nothing(fixture: RegisterFixture) -> None:
    assert fixture.send() == []
