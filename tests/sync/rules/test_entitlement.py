"""What the decision table does not reach."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from sync.rules.cases import Case
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.entitlement import (
    NOTHING,
    PROVISIONAL_VERDICTS,
    judge,
    judge_provisionally,
    malformed_number,
    missing_companion,
    objections,
    up_to,
)
from sync.rules.offers import Quota
from sync.rules.policy import RegisterAge
from sync.rules.tickets import Tickets
from sync.rules.visits import PastVisit
from tests.sync.rules.decisions import POLICY, card, offer

CASE = Case(
    card=card("anna"),
    offer=offer("museum"),
    venue_area="Espoo",
    moment=datetime(2025, 6, 14, 12, tzinfo=POLICY.zone),
)
NAIVE = datetime(2025, 6, 14, 12)  # noqa: DTZ001  a time without a zone is what is tried here


def test_text_that_cannot_be_a_number_gives_nothing() -> None:
    verdict = malformed_number()
    assert (verdict.verdict, verdict.card, verdict.allowed, verdict.pays_cents) == (
        VerdictCode.MALFORMED_NUMBER,
        None,
        NOTHING,
        0,
    )
    assert (verdict.refusals, verdict.notices) == ((Refusal.MALFORMED,), ())


def test_text_that_cannot_be_a_number_objects_to_every_ticket() -> None:
    assert objections(CASE, malformed_number(), Tickets(holder=1)) == (Refusal.MALFORMED,)


def test_nothing_is_no_ticket_of_any_kind() -> None:
    assert set(NOTHING.values()) == {0}


def test_a_ceiling_that_no_kind_of_ticket_has_is_refused() -> None:
    with pytest.raises(ValueError, match="a ceiling that no kind of ticket has"):
        up_to(holder=1, ushers=1)


def test_a_case_of_the_card_and_the_offer_alone_is_a_quiet_day() -> None:
    full_but_for_one = replace(offer("untouched"), quota=Quota(2, 1))
    case = Case(
        card=CASE.card, offer=full_but_for_one, venue_area=CASE.venue_area, moment=CASE.moment
    )
    assert case.left == 1
    assert judge(case).verdict is VerdictCode.VALID
    assert judge(case).notices == (Notice.QUOTA_LOW,)


def test_a_verdict_without_refusals_admits() -> None:
    assert judge(CASE).admits


def test_a_verdict_with_a_refusal_does_not_admit() -> None:
    assert not judge(replace(CASE, card=None)).admits


def test_only_cards_that_nobody_could_look_up_are_recorded_provisionally() -> None:
    assert {VerdictCode.UNKNOWN, VerdictCode.REGISTER_TOO_OLD} == PROVISIONAL_VERDICTS


def test_a_clock_that_is_not_trusted_is_said_and_refuses_nobody() -> None:
    verdict = judge(replace(CASE, clock_trusted=False))
    assert (verdict.notices, verdict.refusals) == ((Notice.CLOCK_UNTRUSTED,), ())


def test_a_clock_that_is_not_trusted_is_said_of_a_refused_card_too() -> None:
    verdict = judge(replace(CASE, card=None, clock_trusted=False))
    assert Notice.CLOCK_UNTRUSTED in verdict.notices


def test_a_refused_provisional_card_keeps_what_staff_should_know() -> None:
    case = replace(CASE, card=None, clock_trusted=False)
    verdict = judge_provisionally(case, case.day - timedelta(days=1))
    assert (verdict.refusals, verdict.notices, verdict.allowed, verdict.pays_cents) == (
        (Refusal.CARD_EXPIRED,),
        (Notice.CLOCK_UNTRUSTED,),
        NOTHING,
        0,
    )


@pytest.mark.parametrize("name", ["museum", "concert"])
def test_a_case_whose_moment_names_no_zone_is_not_judged(name: str) -> None:
    case = replace(CASE, offer=offer(name), moment=NAIVE)
    with pytest.raises(ValueError, match="a case's moment must name its time zone"):
        judge(case)


def test_a_case_counts_its_day_and_the_offers_in_the_zone_of_its_moment() -> None:
    in_helsinki = datetime(2025, 6, 14, 23, tzinfo=UTC).astimezone(POLICY.zone)
    assert replace(CASE, moment=in_helsinki).day == date(2025, 6, 15)
    assert replace(CASE, moment=in_helsinki).zone is POLICY.zone


def test_staff_are_told_everything_at_once_and_in_one_order() -> None:
    concert = offer("concert")
    verdict = judge(
        replace(
            CASE,
            offer=replace(
                concert,
                quota=offer("four_left").quota,
                value_cents=3000,
                ceiling_cents=2500,
            ),
            register=RegisterAge.STALE,
            past_visits=[PastVisit(concert.id, concert.kind, date(2025, 6, 15), Tickets(1))],
            clock_trusted=False,
            moment=CASE.moment + timedelta(days=1),
            card=replace(card("anna"), valid_until=date(2025, 6, 15)),
        )
    )
    assert verdict.notices == (
        Notice.REGISTER_STALE,
        Notice.USED_TODAY,
        Notice.HAS_TICKETS,
        Notice.QUOTA_LOW,
        Notice.HOLDER_PAYS,
        Notice.CLOCK_UNTRUSTED,
        Notice.OFFER_OVER,
        Notice.LAST_DAY,
    )


def test_the_visits_behind_a_notice_are_told_the_oldest_first() -> None:
    concert, museum = offer("concert"), offer("museum")
    today, before = CASE.day, date(2025, 6, 1)
    at_noon = PastVisit(
        museum.id, museum.kind, today, Tickets(1), at=CASE.moment, desk_name="Luukku 2"
    )
    at_dawn = replace(at_noon, at=CASE.moment - timedelta(hours=6))
    ordered = PastVisit(concert.id, concert.kind, before, Tickets(1, 2))
    long_ago = PastVisit(museum.id, museum.kind, before, Tickets(1))
    case = replace(CASE, offer=concert, past_visits=[at_noon, long_ago, at_dawn, ordered])
    assert judge(case).earlier == (ordered, at_dawn, at_noon)


def test_a_visit_of_a_later_day_is_behind_no_notice() -> None:
    museum = offer("museum")
    later = PastVisit(museum.id, museum.kind, CASE.day + timedelta(days=1), Tickets(1))
    assert judge(replace(CASE, offer=museum, past_visits=[later])).earlier == ()


@pytest.mark.parametrize(
    ("tickets", "missing"),
    [
        (Tickets(children=1), "holder"),
        (Tickets(grandchildren=1), "holder"),
        (Tickets(community_minors=1), "worker"),
        (Tickets(holder=1, children=1), None),
        (Tickets(worker=1, community_minors=1), None),
        (Tickets(assistants=1), None),
    ],
)
def test_who_is_missing_can_be_said(tickets: Tickets, missing: str | None) -> None:
    found = missing_companion(CASE, tickets)
    assert (found.name if found else None) == missing
