"""What becomes of operations: idempotent, commuting, each for itself, judged by the rules."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, permutations
from uuid import uuid4

import pytest

from sync.rules.cards import CardKind, CardStatus
from sync.rules.offers import LimitPeriod, OfferKind, OfferName, OfferStatus, Quota
from sync.rules.visits import Operation
from tests.helpers.samples import VENUE, a_card, a_void, an_offer, an_own_offer
from tests.sync.server.houses import (
    ELSEWHERE,
    TODAY,
    House,
    a_course,
    with_limit,
    with_quota,
)

SECOND = timedelta(seconds=1)
NEW = uuid4()


def test_the_same_again_is_a_duplicate_and_counts_once(house: House) -> None:
    offer = house.with_offer(with_quota(10))
    visit = house.visit(offer, holder=1, children=1)
    assert house.send(visit, visit) == ["accepted", "duplicate"]
    assert house.send(visit) == ["duplicate"]
    assert house.used(offer) == 2


def test_another_desk_of_the_venue_may_send_it_again(house: House) -> None:
    visit = house.visit()
    house.send(visit)
    assert house.send(visit, desk=house.new_desk(name="Lippuluukku 2")) == ["duplicate"]


def test_the_same_id_with_other_content_is_a_conflict(house: House) -> None:
    visit = house.visit()
    house.send(visit)
    assert house.send(replace(visit, operator="AK")) == ["rejected id_conflict"]
    assert house.send(replace(a_void(visit.id), id=visit.id)) == ["rejected id_conflict"]


def test_a_void_takes_a_visit_back(house: House) -> None:
    offer = house.with_offer(with_quota(10))
    visit = house.visit(offer)
    assert house.send(visit, a_void(visit.id)) == ["accepted", "accepted"]
    assert house.states() == {visit.id: "voided"}
    assert house.used(offer) == 0


def test_a_void_may_come_before_its_visit(house: House) -> None:
    offer = house.with_offer(with_quota(10))
    visit = house.visit(offer)
    assert house.send(a_void(visit.id)) == ["accepted"]
    assert house.send(visit) == ["accepted"]
    assert house.states() == {visit.id: "voided"}
    assert house.used(offer) == 0


def test_a_second_void_of_a_visit_changes_nothing(house: House) -> None:
    offer = house.with_offer(with_quota(10))
    visit, other = house.visit(offer), house.visit(offer)
    house.send(visit, other, a_void(visit.id))
    assert house.send(a_void(visit.id)) == ["accepted"]
    assert house.used(offer) == 1


def test_what_is_no_visit_cannot_be_taken_back_or_replaced(house: House) -> None:
    own = an_own_offer()
    assert house.send(own) == ["accepted"]
    assert house.send(a_void(own.id), replace(house.visit(), replaces=own.id)) == [
        "accepted",
        "accepted",
    ]
    assert list(house.states().values()) == ["accepted"]


def test_a_visit_may_come_before_its_offer(house: House) -> None:
    own = an_own_offer()
    visit = house.visit(own.offer)
    assert house.send(visit) == ["retry offer_unknown"]
    assert house.send(own) == ["accepted"]
    assert house.send(visit, own) == ["accepted", "duplicate"]


def test_an_offers_id_belongs_to_one_offer(house: House) -> None:
    other = an_own_offer(replace(house.offer, minors_allowed=False))
    assert house.send(other) == ["rejected id_conflict"]
    assert house.send(an_own_offer(house.offer)) == ["accepted"]


def test_what_the_venue_changed_of_its_own_offer_stands_in_any_order(house: House) -> None:
    first = an_own_offer(with_quota(10))
    visit = house.visit(first.offer, holder=1)
    fuller = replace(first.offer, name=OfferName("Toinen nimi"), quota=Quota(3, 1))
    second = replace(an_own_offer(fuller), recorded_at=first.recorded_at + SECOND, revises=True)
    gone = replace(
        an_own_offer(fuller),
        recorded_at=first.recorded_at + 2 * SECOND,
        revises=True,
        withdrawn=True,
    )
    assert house.send(first, visit, second) == ["accepted"] * 3
    assert house.used(first.offer) == 1
    assert house.feed_of(first.offer) == replace(fuller, quota=Quota(3, 1))
    other = [replace(each, id=uuid4(), offer=replace(each.offer, id=NEW)) for each in (gone, first)]
    assert house.send(*other) == ["accepted"] * 2
    assert house.feed_of(other[0].offer) is None
    assert house.send(gone, second) == ["accepted", "duplicate"]
    assert house.feed_of(first.offer) is None
    assert house.send(house.visit(first.offer, holder=1)) == ["accepted"]  # it was given before


def test_an_offer_of_the_register_is_not_changed_by_a_venue(house: House) -> None:
    other = replace(an_own_offer(replace(house.offer, minors_allowed=False)), revises=True)
    assert house.send(other) == ["rejected id_conflict"]


def test_minors_of_one_event_are_counted_over_its_visits(house: House) -> None:
    offer = house.with_offer(replace(an_offer(), kind=OfferKind.EVENT))
    assert house.send(house.visit(offer, holder=1, children=2)) == ["accepted"]
    assert house.send(house.visit(offer, holder=1, children=1)) == ["rejected minors_exceeded"]


def test_an_assistant_follows_where_the_limit_is_reached(house: House) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.OFFER))
    assert house.send(house.visit(offer, holder=1)) == ["accepted"]
    assert house.send(house.visit(offer, holder=0, assistants=1)) == ["accepted"]
    assert house.send(house.visit(offer, holder=1)) == ["rejected limit_reached"]


def test_operations_commute(house: House) -> None:
    """Whatever the order, sent until nothing asks to be sent again, the end is the same."""
    for order in islice(permutations(range(5)), 0, None, 7):  # enough of the orders, and quick
        own = an_own_offer(with_quota(10))
        before = house.states()
        kept, taken_back = house.visit(own.offer), house.visit(own.offer, holder=1, children=2)
        void = a_void(taken_back.id)
        operations: list[Operation] = [own, kept, taken_back, void, a_void(uuid4())]
        for _ in range(2):
            for index in order:
                house.send(operations[index])
        after = before | {kept.id: "accepted", taken_back.id: "voided"}
        assert house.states() == after, order
        assert house.used(own.offer) == 1, order


def test_a_bad_operation_takes_no_other_down(house: House) -> None:
    unknown = replace(house.visit(), card_number="NOBODY1")
    assert house.send(house.visit(), unknown, house.visit()) == [
        "accepted",
        "rejected card_unknown",
        "accepted",
    ]


def test_a_quota_is_never_passed_within_one_batch(house: House) -> None:
    offer = house.with_offer(with_quota(3, used=1))
    told = house.send(*[house.visit(offer) for _ in range(3)])
    assert told == ["accepted", "accepted", "rejected quota_exceeded"]
    assert house.used(offer) == 3


def test_assistants_do_not_count_against_a_quota(house: House) -> None:
    offer = house.with_offer(with_quota(1))
    assert house.send(house.visit(offer, holder=1, assistants=2)) == ["accepted"]
    assert house.used(offer) == 1


def test_a_void_gives_its_tickets_back(house: House) -> None:
    offer = house.with_offer(with_quota(1))
    first, second = house.visit(offer), house.visit(offer)
    assert house.send(first, second) == ["accepted", "rejected quota_exceeded"]
    assert house.send(a_void(first.id), second) == ["accepted", "accepted"]


def test_a_correction_does_not_stand_in_its_own_way(house: House) -> None:
    offer = house.with_offer(replace(with_limit(1, LimitPeriod.DAY), quota=with_quota(2).quota))
    first = house.visit(offer)
    corrected = replace(house.visit(offer, holder=1, children=1), replaces=first.id)
    assert house.send(first, corrected, a_void(first.id)) == ["accepted"] * 3
    assert house.used(offer) == 2
    assert house.states() == {first.id: "voided", corrected.id: "accepted"}


def test_a_limit_holds_across_desks_and_batches(house: House) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.DAY))
    assert house.send(house.visit(offer)) == ["accepted"]
    other = house.new_desk(name="Lippuluukku 2")
    assert house.send(house.visit(offer), desk=other) == ["rejected limit_reached"]
    tomorrow = house.visit(offer, day=TODAY + timedelta(days=1))
    assert house.send(tomorrow, desk=other) == ["accepted"]


def test_a_voided_visit_does_not_count_towards_a_limit(house: House) -> None:
    offer = house.with_offer(with_limit(1, LimitPeriod.OFFER))
    first = house.visit(offer)
    assert house.send(first, a_void(first.id), house.visit(offer)) == ["accepted"] * 3


def test_any_course_of_the_venue_counts_towards_the_limit_of_courses(house: House) -> None:
    courses = [house.with_offer(a_course()) for _ in range(3)]
    told = house.send(*[house.visit(course) for course in courses])
    assert told == ["accepted", "accepted", "rejected limit_reached"]


def test_a_limit_of_an_offer_in_the_same_batch_holds(house: House) -> None:
    own = an_own_offer(with_limit(1, LimitPeriod.OFFER))
    told = house.send(own, house.visit(own.offer), house.visit(own.offer))
    assert told == ["accepted", "accepted", "rejected limit_reached"]


def test_what_the_desk_rightly_admitted_is_not_refused_later(house: House) -> None:
    visit = replace(house.visit(), register_revision=house.desk.me().register_revision)
    house.authority.change_cards([replace(house.card, status=CardStatus.REVOKED)])
    assert house.send(visit) == ["accepted"]


def test_a_register_that_was_superseded_too_long_ago_does_not_count(house: House) -> None:
    revision = house.desk.me().register_revision
    house.authority.change_cards([replace(house.card, status=CardStatus.REVOKED)])
    house.pass_days(31)
    late = replace(
        house.visit(),
        register_revision=revision,
        recorded_at=house.now,
        local_date=house.now.date(),
    )
    assert house.send(late) == ["rejected card_revoked"]


def test_the_age_ends_when_the_visit_was_recorded(house: House) -> None:
    visit = replace(house.visit(), register_revision=house.desk.me().register_revision)
    house.authority.change_cards([house.card.number])
    house.pass_days(300)
    assert house.send(visit) == ["accepted"]


def test_a_revision_that_the_register_never_reached_is_judged_by_today(house: House) -> None:
    assert house.send(replace(house.visit(), register_revision=10**15)) == ["accepted"]


def test_a_card_that_came_after_the_desks_revision_is_judged_by_today(house: House) -> None:
    visit = replace(
        house.visit(),
        card_number="NEW1234",
        register_revision=house.desk.me().register_revision,
    )
    assert house.send(visit) == ["rejected card_unknown"]
    house.authority.change_cards([a_card("NEW1234")])
    assert house.send(visit) == ["accepted"]


def test_a_provisional_visit_is_judged_by_todays_card(house: House) -> None:
    visit = replace(
        house.visit(),
        provisional=True,
        printed_valid_until=TODAY,
        register_revision=house.desk.me().register_revision,
    )
    house.authority.change_cards([replace(house.card, valid_until=TODAY - timedelta(days=1))])
    assert house.send(visit) == ["rejected card_expired"]


def test_a_provisional_visit_of_an_unknown_card_waits_for_the_card(house: House) -> None:
    visit = replace(house.visit(), card_number="NEW1234", provisional=True, register_revision=0)
    assert house.send(visit) == ["rejected card_unknown"]
    house.authority.change_cards([a_card("NEW1234")])
    assert house.send(visit) == ["accepted"]


def test_what_was_given_before_the_last_ticket_went_is_right(house: House) -> None:
    sold_out = house.with_offer(replace(an_offer(), status=OfferStatus.SOLD_OUT))
    assert house.send(house.visit(sold_out)) == ["accepted"]


def test_a_removed_offer_is_judged_as_if_it_stood(house: House) -> None:
    house.authority.drop_offers(VENUE.id, [house.offer.id])
    assert house.send(house.visit()) == ["accepted"]


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
    house: House, day: date, outcome: str
) -> None:
    assert house.send(house.visit(day=day)) == [outcome]


def test_a_visit_without_tickets_is_malformed(house: House) -> None:
    assert house.send(house.visit(holder=0)) == ["rejected malformed"]


def test_every_refusal_of_the_rules_has_its_code_on_the_wire(house: House) -> None:
    house.authority.change_cards(
        [
            replace(a_card("SUSPEND1"), status=CardStatus.SUSPENDED),
            replace(a_card("REVOKED1"), status=CardStatus.REVOKED),
            replace(a_card("EXPIRED1"), valid_until=TODAY - timedelta(days=1)),
            replace(a_card("EARLY001"), valid_from=TODAY + timedelta(days=1)),
            replace(a_card("LOCAL001"), area="Turku", local_only=True),
            replace(a_card("GROUP001"), kind=CardKind.COMMUNITY),
        ]
    )
    cancelled = house.with_offer(replace(an_offer(), status=OfferStatus.CANCELLED))
    adults = house.with_offer(replace(an_offer(), minors_allowed=False))
    revision = house.desk.me().register_revision
    visits = {
        "card_suspended": replace(house.visit(), card_number="SUSPEND1"),
        "card_revoked": replace(house.visit(), card_number="REVOKED1"),
        "card_expired": replace(house.visit(), card_number="EXPIRED1"),
        "card_not_yet_valid": replace(house.visit(), card_number="EARLY001"),
        "area_not_allowed": replace(house.visit(), card_number="LOCAL001"),
        "wrong_card_kind": replace(house.visit(), card_number="GROUP001"),
        "offer_cancelled": house.visit(cancelled),
        "minors_not_allowed": house.visit(adults, holder=1, children=1),
        "minors_exceeded": house.visit(holder=1, children=2, grandchildren=1),
    }
    told = house.send(*[replace(visit, register_revision=revision) for visit in visits.values()])
    assert told == [f"rejected {code}" for code in visits]


def test_a_rejected_operation_is_judged_afresh(house: House) -> None:
    refused = replace(house.visit(), card_number="LATE1234")
    assert house.send(refused, refused) == ["rejected card_unknown"] * 2
    house.authority.change_cards([a_card("LATE1234")])
    assert house.send(refused, refused) == ["accepted", "duplicate"]


def test_a_desk_cannot_void_another_venues_visit(house: House) -> None:
    visit = house.visit()
    house.send(visit)
    stranger = house.new_desk(ELSEWHERE)
    assert house.send(a_void(visit.id), desk=stranger) == ["accepted"]
    assert house.states() == {visit.id: "accepted"}


def test_a_desk_knows_no_other_venues_offers(house: House) -> None:
    stranger = house.new_desk(ELSEWHERE)
    assert house.send(house.visit(), desk=stranger) == ["retry offer_unknown"]
    assert stranger.offers(None).offers == []


def test_another_venue_learns_nothing_from_an_id(house: House) -> None:
    own = an_own_offer()
    house.send(own)
    assert house.send(own, desk=house.new_desk(ELSEWHERE)) == ["accepted"]


def test_every_operation_is_on_record_with_what_was_told(house: House) -> None:
    good, bad = house.visit(), replace(house.visit(), card_number="NOBODY1")
    for operation in (good, bad, good):
        house.send(operation)
        house.pass_days(1)
    assert house.audit() == [
        (good.id, "accepted", None),
        (bad.id, "rejected", "card_unknown"),
        (good.id, "duplicate", None),
    ]


def test_an_empty_batch_is_nothing(house: House) -> None:
    assert house.send() == []
