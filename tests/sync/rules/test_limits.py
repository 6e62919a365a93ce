"""Which earlier visits the limits of the venue's offers can still count."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sync.rules.limits import limits_in_force
from sync.rules.offers import CardLimit, LimitPeriod, Offer, OfferKind
from sync.rules.policy import Policy
from tests.helpers.samples import an_offer

HELSINKI = Policy().zone
TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 10, tzinfo=UTC)
DAILY = CardLimit(1, LimitPeriod.DAY)
YEARLY = CardLimit(2, LimitPeriod.CALENDAR_YEAR)


def course() -> Offer:
    return replace(an_offer(), kind=OfferKind.COURSE)


def counts(offer: Offer, day: date, *offers: Offer) -> bool:
    limits = limits_in_force(offers or [offer], TODAY, HELSINKI)
    return limits.count(offer.id, offer.kind, day)


def test_a_limit_of_a_day_counts_the_day_alone() -> None:
    pool = replace(an_offer(), card_limit=DAILY)
    assert counts(pool, TODAY)
    assert not counts(pool, TODAY - timedelta(days=1))


def test_an_offer_without_a_limit_counts_nothing() -> None:
    assert not counts(an_offer(), TODAY)


def test_an_offer_that_is_over_counts_nothing() -> None:
    over = replace(course(), card_limit=YEARLY, ends_at=NOON - timedelta(days=1))
    assert not counts(over, TODAY)
    limited = replace(course(), course_limit=YEARLY)
    assert counts(limited, TODAY, over, limited)


def test_an_offer_that_ended_today_counts_until_midnight() -> None:
    ended = replace(an_offer(), card_limit=YEARLY, ends_at=NOON)
    assert counts(ended, TODAY)


def test_every_visit_counts_of_what_is_still_to_come() -> None:
    show = replace(an_offer(), kind=OfferKind.EVENT, starts_at=NOON + timedelta(days=3))
    assert counts(show, date(2026, 1, 1))


def test_a_limit_of_all_courses_counts_visits_to_any_of_them() -> None:
    limits_all, other = replace(course(), course_limit=YEARLY), course()
    assert counts(other, TODAY, limits_all, other)
    assert not counts(replace(other, kind=OfferKind.STANDING), TODAY, limits_all, other)


def test_a_courses_limit_by_time_counts_visits_to_any_course() -> None:
    limited, other = replace(course(), card_limit=YEARLY), course()
    assert counts(other, TODAY, limited, other) == limited.limits_courses
