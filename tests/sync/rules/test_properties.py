"""What holds for every card, offer, day and set of tickets, and not for the table's alone."""

from dataclasses import astuple, replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from sync.rules.card_numbers import MalformedNumberError, mask, normalise
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.cases import Case
from sync.rules.codes import Notice, Refusal, VerdictCode
from sync.rules.entitlement import (
    PROVISIONAL_VERDICTS,
    Allowed,
    Verdict,
    judge,
    judge_provisionally,
    objections,
)
from sync.rules.offers import CardLimit, LimitPeriod, Quota
from sync.rules.periods import first_day_counted, months_after, visits_within
from sync.rules.policy import RegisterAge
from sync.rules.register_sum import RegisterSum
from sync.rules.tickets import COUNTED, KIND, MOST_TICKETS, PRESENTING, Tickets
from sync.rules.visits import PastVisit
from tests.sync.rules.strategies import (
    DAYS,
    NUMBERS,
    PAST_VISITS,
    TICKETS,
    cards,
    cases,
    limits,
)

PRINTED = st.none() | DAYS


def _verdict(case: Case, printed: date | None) -> Verdict:
    return judge(case) if printed is None else judge_provisionally(case, printed)


def _within(asked: int, ceiling: int | None) -> bool:
    return ceiling is None or asked <= ceiling


def _within_every_ceiling(tickets: Tickets, allowed: Allowed) -> bool:
    return (
        _within(tickets.holder, allowed["holder"])
        and _within(tickets.own_minors, allowed["children_and_grandchildren"])
        and _within(tickets.assistants, allowed["assistants"])
        and _within(tickets.worker, allowed["worker"])
        and _within(tickets.community_minors, allowed["community_minors"])
    )


def _some(ceiling: int | None) -> int:
    return MOST_TICKETS if ceiling is None else ceiling


def _one_cards_visit(case: Case, tickets: Tickets) -> bool:
    """Somebody comes, no minors without the holder or the worker, and one kind of card's."""
    personal = tickets.holder + tickets.own_minors
    community = tickets.worker + tickets.community_minors
    together = [tickets, *(past.tickets for past in case.same_occasion)]
    return (
        tickets.total > 0
        and not (personal and community)
        and (any(each.holder for each in together) or tickets.own_minors == 0)
        and (any(each.worker for each in together) or tickets.community_minors == 0)
    )


@given(cases(), PRINTED, TICKETS)
def test_tickets_are_given_if_and_only_if_ceilings_quota_and_rules_allow_them(
    case: Case, printed: date | None, tickets: Tickets
) -> None:
    verdict = _verdict(case, printed)
    allowed = (
        (verdict.admits or tickets.counted == 0)
        and _within_every_ceiling(tickets, verdict.allowed)
        and _one_cards_visit(case, tickets)
        and (case.left is None or tickets.counted <= case.left)
    )
    assert (objections(case, verdict, tickets) == ()) is allowed


@given(cases(), PRINTED)
def test_each_ceiling_can_be_reached(case: Case, printed: date | None) -> None:
    verdict = _verdict(case, printed)
    assume(verdict.admits)
    at_most = verdict.allowed
    goes = {kind.name: int(not case.has_already(kind)) for kind in PRESENTING}
    full = {
        "children": Tickets(
            holder=goes["holder"], children=at_most["children_and_grandchildren"] or 0
        ),
        "community_minors": Tickets(
            worker=goes["worker"], community_minors=_some(at_most["community_minors"])
        ),
        "holder": Tickets(holder=1),
        "worker": Tickets(worker=1),
        "assistants": Tickets(assistants=MOST_TICKETS),
    }
    reached = [each for name, each in full.items() if at_most[KIND[name].ceiling_name] != 0]
    assert [objections(case, verdict, each) for each in reached] == [()] * len(reached)


@given(cases(), PRINTED)
def test_a_refusal_leaves_nothing_and_without_one_somebody_enters(
    case: Case, printed: date | None
) -> None:
    verdict = _verdict(case, printed)
    counted = {kind.ceiling_name for kind in COUNTED}
    nothing = all(verdict.allowed[name] == 0 for name in counted)
    assert bool(verdict.refusals) is nothing
    assert verdict.admits is bool(verdict.allowed["holder"] or verdict.allowed["worker"])


@given(cases(), PRINTED)
def test_the_holder_pays_if_and_only_if_admitted_to_what_costs_beyond_the_ceiling(
    case: Case, printed: date | None
) -> None:
    verdict = _verdict(case, printed)
    assert verdict.pays_cents == (case.pays_cents if verdict.admits else 0)


@given(cases(), PRINTED, TICKETS)
def test_a_refusal_objects_to_every_set_of_tickets(
    case: Case, printed: date | None, tickets: Tickets
) -> None:
    verdict = _verdict(case, printed)
    assume(verdict.refusals)
    outside = tickets.total > 0 and tickets.counted == 0 and verdict.allowed["assistants"] is None
    assert objections(case, verdict, tickets) == (() if outside else verdict.refusals)


@given(cases(), PRINTED, TICKETS)
def test_no_reason_is_given_twice(case: Case, printed: date | None, tickets: Tickets) -> None:
    verdict = _verdict(case, printed)
    against = objections(case, verdict, tickets)
    assert len(set(against)) == len(against)
    assert len(set(verdict.notices)) == len(verdict.notices)


@given(cases(), PAST_VISITS, PRINTED, TICKETS)
def test_one_more_earlier_visit_never_allows_more(
    case: Case, more: PastVisit, printed: date | None, tickets: Tickets
) -> None:
    """Save that who comes with somebody may come after them."""
    assume(tickets.presented)
    fuller = replace(case, past_visits=[*case.past_visits, more])
    before, after = _verdict(case, printed), _verdict(fuller, printed)
    assert set(before.refusals) <= set(after.refusals)
    if not objections(fuller, after, tickets):
        assert objections(case, before, tickets) == ()


@given(cases(), PRINTED, TICKETS, st.data())
def test_voiding_an_earlier_visit_never_forbids(
    case: Case, printed: date | None, tickets: Tickets, data: st.DataObject
) -> None:
    assume(case.past_visits)
    voided = data.draw(st.integers(0, len(case.past_visits) - 1))
    rest = [past for at, past in enumerate(case.past_visits) if at != voided]
    without = replace(case, past_visits=rest)
    assume(tickets.presented)
    if not objections(case, _verdict(case, printed), tickets):
        assert objections(without, _verdict(without, printed), tickets) == ()


@given(cases(), PRINTED, TICKETS, st.integers(1, 5))
def test_more_queued_tickets_never_allow_more(
    case: Case, printed: date | None, tickets: Tickets, more: int
) -> None:
    fuller = replace(case, queued=case.queued + more)
    if not objections(fuller, _verdict(fuller, printed), tickets):
        assert objections(case, _verdict(case, printed), tickets) == ()


@given(cases(), PRINTED)
def test_the_order_of_earlier_visits_decides_nothing(case: Case, printed: date | None) -> None:
    turned = replace(case, past_visits=case.past_visits[::-1])
    assert _verdict(turned, printed) == _verdict(case, printed)


@given(cases())
def test_an_unknown_card_is_unknown_and_never_expired(case: Case) -> None:
    verdict = judge(replace(case, card=None))
    assert verdict.verdict in PROVISIONAL_VERDICTS
    assert verdict.card is None
    assert not {Refusal.CARD_EXPIRED, Refusal.CARD_NOT_YET_VALID} & set(verdict.refusals)


@given(cases(), DAYS)
def test_a_printed_day_never_changes_what_the_register_says(case: Case, printed: date) -> None:
    by_register = judge(case)
    assert judge_provisionally(case, printed).verdict == by_register.verdict
    if by_register.verdict not in PROVISIONAL_VERDICTS:
        assert judge_provisionally(case, printed) == by_register


@given(cases())
def test_a_register_that_is_too_old_tells_no_two_cards_apart_but_the_revoked(case: Case) -> None:
    too_old = replace(case, register=RegisterAge.TOO_OLD)
    if case.card is not None and case.card.status is CardStatus.REVOKED:
        assert judge(too_old).verdict is VerdictCode.REVOKED
    else:
        assert judge(too_old).verdict is VerdictCode.REGISTER_TOO_OLD
        assert judge(too_old) == judge(replace(too_old, card=None))


@given(cases(), DAYS)
def test_the_kind_of_a_card_stays_whatever_the_registers_age(case: Case, printed: date) -> None:
    assume(case.card is not None and case.card.status is not CardStatus.REVOKED)
    too_old = replace(case, register=RegisterAge.TOO_OLD)
    allowed = judge_provisionally(too_old, printed).allowed
    other = "worker" if case.kinds == {CardKind.PERSONAL} else "holder"
    assert allowed[other] == 0


@given(cases(), PRINTED)
def test_earlier_visits_are_told_if_and_only_if_a_notice_speaks_of_them(
    case: Case, printed: date | None
) -> None:
    verdict = _verdict(case, printed)
    speaking = {Notice.USED_TODAY, Notice.HAS_TICKETS} & set(verdict.notices)
    assert bool(verdict.earlier) is bool(speaking)


@given(cases(), PRINTED, st.lists(TICKETS, max_size=12))
def test_a_quota_is_never_exceeded_by_what_was_not_objected_to(
    case: Case, printed: date | None, asked: list[Tickets]
) -> None:
    quota = Quota(total=10, used=4)
    given_out = 0
    for tickets in asked:
        now = replace(case, offer=replace(case.offer, quota=quota), queued=given_out)
        if not objections(now, _verdict(now, printed), tickets):
            given_out += tickets.counted
    assert quota.used + given_out <= quota.total


@given(limits(), DAYS, st.lists(DAYS, max_size=15))
def test_a_limit_is_never_passed_by_visits_that_it_let_in(
    limit: CardLimit, last: date, asked: list[date]
) -> None:
    """Whatever the order in which the visits are keyed in."""
    check_pin: list[date] = []
    for day in [*asked, last]:
        if visits_within(limit, day, check_pin) < limit.count:
            check_pin.append(day)
    assert all(visits_within(limit, day, check_pin) <= limit.count for day in check_pin)


@given(DAYS, st.lists(st.integers(-40, 40), max_size=10), st.integers(1, 30))
def test_a_rolling_limit_counts_the_fullest_of_all_spans_that_hold_the_day(
    day: date, offsets: list[int], days: int
) -> None:
    spans = [range(first, first + days) for first in range(1 - days, 1)]
    fullest = max(sum(offset in span for offset in offsets) for span in spans)
    earlier = [day + timedelta(days=offset) for offset in offsets]
    assert visits_within(_rolling(days), day, earlier) == fullest


@given(limits(), DAYS, st.integers(0, 800), st.lists(st.integers(-800, 400), max_size=15))
def test_what_lies_before_the_first_day_counted_can_be_forgotten(
    limit: CardLimit, since: date, ahead: int, offsets: list[int]
) -> None:
    """No visit on that day or later is counted differently for it."""
    day = since + timedelta(days=ahead)
    earlier = [since + timedelta(days=offset) for offset in offsets]
    kept = [past for past in earlier if past >= first_day_counted(limit, since)]
    assert visits_within(limit, day, kept) == visits_within(limit, day, earlier)


def _rolling(days: int) -> CardLimit:
    return CardLimit(1, LimitPeriod.DAYS, days)


@given(DAYS, st.lists(st.integers(-400, 400), max_size=10), st.integers(1, 12))
def test_a_limit_over_months_counts_the_fullest_of_all_spans_that_hold_the_day(
    day: date, offsets: list[int], months: int
) -> None:
    earlier = [day + timedelta(days=offset) for offset in offsets]
    firsts = [day - timedelta(days=back) for back in range(370)]
    spans = [(first, months_after(first, months)) for first in firsts]
    fullest = max(sum(first <= past < end for past in earlier) for first, end in spans if day < end)
    assert visits_within(CardLimit(1, LimitPeriod.MONTHS, months=months), day, earlier) == fullest


@given(cases(), PRINTED, TICKETS, st.integers(1, 50))
def test_assistants_change_nothing_for_those_they_come_with(
    case: Case, printed: date | None, tickets: Tickets, assistants: int
) -> None:
    alone = replace(tickets, assistants=0)
    assume(alone.total)
    verdict = _verdict(case, printed)
    together = replace(tickets, assistants=assistants)
    assert objections(case, verdict, together) == objections(case, verdict, alone)


@given(NUMBERS | st.text(max_size=30))
def test_normalising_twice_is_normalising_once(typed: str) -> None:
    try:
        number = normalise(typed)
    except MalformedNumberError:
        return
    assert normalise(number) == number


@given(NUMBERS, st.data())
def test_spaces_hyphens_and_small_letters_never_make_another_number(
    number: str, data: st.DataObject
) -> None:
    between = st.sampled_from(["", "", " ", "-", "\u2013", "\u00a0"])
    typed = "".join(character + data.draw(between) for character in number)
    assert normalise(typed.lower()) == number


@given(st.text(max_size=30))
def test_a_mask_shows_the_last_two_characters_at_most(number: str) -> None:
    assert len(mask(number)) <= 3
    assert mask(number)[1:] in number[-2:]


UNIQUE_CARDS = st.lists(cards(), max_size=6, unique_by=lambda card: card.number)


def _sum(register: list[Card]) -> RegisterSum:
    total = RegisterSum()
    for card in register:
        total = total.plus(card)
    return total


@given(UNIQUE_CARDS, st.data())
def test_equal_sets_of_cards_have_equal_sums_in_any_order(
    register: list[Card], data: st.DataObject
) -> None:
    assert _sum(data.draw(st.permutations(register))) == _sum(register)


@given(UNIQUE_CARDS, cards())
def test_a_card_added_and_taken_away_leaves_the_sum_as_it_was(
    register: list[Card], card: Card
) -> None:
    before = _sum(register)
    assert before.plus(card).minus(card) == before
    assert before.minus(card).plus(card) == before


@given(UNIQUE_CARDS, UNIQUE_CARDS)
def test_different_sets_of_cards_have_different_sums(first: list[Card], other: list[Card]) -> None:
    assert (_sum(first) == _sum(other)) is (set(first) == set(other))


@given(UNIQUE_CARDS)
def test_a_sum_survives_the_way_over_the_wire(register: list[Card]) -> None:
    total = _sum(register)
    assert RegisterSum.from_hex(total.count, total.checksum) == total


@given(TICKETS)
def test_every_ticket_is_counted_once(tickets: Tickets) -> None:
    assert tickets.total == sum(astuple(tickets))
    assert tickets.total - tickets.counted == tickets.assistants
