from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.services.checking import Checked
from desk_app.services.errors import RefusedError, StoreFullError
from desk_app.services.recording import Recorded
from desk_app.services.timekeeping import Moment
from desk_app.ui.models.sale import Act, Question, Sale, Stage
from desk_app.ui.models.tickets import ROWS
from sync.rules.card_numbers import CardNumber
from sync.rules.cards import Card
from sync.rules.cases import Case
from sync.rules.codes import Refusal, VerdictCode
from sync.rules.entitlement import judge, judge_provisionally
from sync.rules.offers import Offer, Quota
from sync.rules.policy import Policy
from sync.rules.tickets import KIND, TicketKind, Tickets
from sync.rules.visits import Entry, Visit
from tests.helpers.booth import COMMUNITY, EXPIRED, FAMILY, NOW, TONIGHT, VENUE

PRINTED = date(2027, 3, 9)


def checked(
    card: Card | None = FAMILY, offer: Offer = TONIGHT, *, printed: date | None = None
) -> Checked:
    moment = Moment(NOW.astimezone(Policy().zone))
    case = Case(card=card, offer=offer, venue_area=VENUE.area, moment=moment.at)
    verdict = judge(case) if printed is None else judge_provisionally(case, printed)
    return Checked(CardNumber("KAIKU0001"), offer, moment, 1, verdict, case)


def with_verdict(answer: Checked) -> Sale:
    sale = Sale()
    sale.may_record_unseen = True
    sale.type("kaiku0001")
    sale.answer(sale.ask(TONIGHT.id), answer)
    return sale


def recorded() -> Recorded:
    visit = Visit(
        id=uuid4(),
        recorded_at=NOW,
        local_date=NOW.date(),
        card_number="KAIKU0001",
        offer_id=TONIGHT.id,
        tickets=Tickets(holder=1),
        entry=Entry.TYPED,
        register_revision=1,
        verdict=VerdictCode.VALID,
        provisional=False,
        clock_trusted=True,
    )
    return Recorded(visit, checked().verdict)


def test_nothing_typed_leaves_enter_nothing_to_do() -> None:
    assert Sale().act is Act.NOTHING


def test_a_number_makes_enter_check() -> None:
    sale = Sale()
    sale.type("k")
    assert sale.act is Act.CHECK


def test_a_valid_card_begins_with_one_ticket_for_its_holder() -> None:
    sale = with_verdict(checked())
    assert (sale.stage, sale.tickets, sale.act) == (Stage.VERDICT, Tickets(holder=1), Act.RECORD)


def test_a_community_card_begins_with_one_ticket_for_the_worker() -> None:
    assert with_verdict(checked(COMMUNITY)).tickets == Tickets(worker=1)


def test_an_answer_to_an_older_question_is_dropped() -> None:
    sale = Sale()
    sale.type("first")
    old = sale.ask(TONIGHT.id)
    sale.type("second")
    sale.ask(TONIGHT.id)
    sale.answer(old, checked())
    assert (sale.stage, sale.checked) == (Stage.CHECKING, None)


def test_an_answer_after_the_number_changed_is_dropped() -> None:
    sale = Sale()
    sale.type("first")
    question = sale.ask(TONIGHT.id)
    sale.type("firstt")
    sale.answer(question, checked())
    assert sale.stage is Stage.IDLE


def test_a_fault_keeps_the_number_so_that_enter_asks_again() -> None:
    sale = Sale()
    sale.type("kaiku0001")
    sale.fail(sale.ask(TONIGHT.id), StoreFullError(path="x"))
    assert (sale.text, sale.act) == ("kaiku0001", Act.CHECK)


def test_a_fault_at_recording_keeps_number_and_tickets() -> None:
    sale = with_verdict(checked())
    sale.step(KIND["children"], 1)
    sale.record()
    sale.was_not_recorded(StoreFullError(path="x"))
    assert (sale.text, sale.tickets) == ("kaiku0001", Tickets(holder=1, children=1))
    assert sale.act is Act.RECORD


def test_a_refusal_at_recording_is_the_new_verdict() -> None:
    sale = with_verdict(checked())
    sale.record()
    late = replace(checked().verdict, refusals=(Refusal.QUOTA_EXCEEDED,))
    sale.was_not_recorded(RefusedError(late, late.refusals))
    assert sale.checked is not None
    assert sale.checked.verdict.refusals == (Refusal.QUOTA_EXCEEDED,)
    assert sale.record() is None


def test_a_visit_is_asked_for_once() -> None:
    sale = with_verdict(checked())
    first, second = sale.record(), sale.record()
    assert first is not None
    assert second is None


def test_nothing_changes_the_number_while_it_is_being_recorded() -> None:
    sale = with_verdict(checked())
    sale.record()
    sale.type("other")
    sale.clear()
    assert (sale.stage, sale.text) == (Stage.RECORDING, "kaiku0001")


def test_the_number_goes_out_of_sight_once_it_is_recorded() -> None:
    sale = with_verdict(checked())
    sale.record()
    sale.was_recorded(recorded())
    assert (sale.stage, sale.text, sale.act) == (Stage.DONE, "", Act.NOTHING)


def test_children_and_grandchildren_share_one_ceiling() -> None:
    sale = with_verdict(checked())
    for row in (KIND["children"], KIND["grandchildren"], KIND["children"], KIND["grandchildren"]):
        sale.step(row, 1)
    assert sale.tickets == Tickets(holder=1, children=1, grandchildren=1)


def test_a_step_that_the_rules_object_to_is_not_taken() -> None:
    sale = with_verdict(checked())
    sale.step(KIND["holder"], -1)
    sale.step(KIND["children"], 1)  # children come with the holder only
    assert sale.tickets == Tickets()


def test_tickets_that_are_none_cannot_be_recorded() -> None:
    sale = with_verdict(checked())
    sale.step(KIND["holder"], -1)
    assert (sale.act, sale.record()) == (Act.NOTHING, None)


def test_the_last_tickets_of_a_quota_are_the_ceiling() -> None:
    nearly_gone = replace(TONIGHT, quota=Quota(40, 38))
    sale = with_verdict(checked(offer=nearly_gone))
    for _ in range(3):
        sale.step(KIND["children"], 1)
    assert sale.tickets == Tickets(holder=1, children=1)


def test_a_refused_card_has_no_steppers() -> None:
    sale = with_verdict(checked(EXPIRED))
    assert (sale.rows, sale.record()) == ((), None)


def test_an_unknown_card_goes_on_by_its_printed_day() -> None:
    sale = with_verdict(checked(None))
    assert sale.act is Act.PROVISIONAL
    sale.begin_provisional()
    sale.answer(sale.ask(TONIGHT.id, PRINTED), checked(None, printed=PRINTED))
    asked = sale.record()
    assert asked is not None
    assert (asked.provisional, asked.printed_valid_until) == (True, PRINTED)


def test_an_unknown_card_stays_refused_where_the_policy_says_so() -> None:
    sale = with_verdict(checked(None))
    sale.may_record_unseen = False
    assert sale.act is Act.CHECK


def test_going_over_to_a_community_takes_the_persons_tickets_back() -> None:
    sale = with_verdict(checked(None))
    sale.begin_provisional()
    sale.answer(sale.ask(TONIGHT.id, PRINTED), checked(None, printed=PRINTED))
    sale.step(KIND["children"], 1)
    sale.step(KIND["worker"], 1)
    assert sale.tickets == Tickets(worker=1)


@pytest.mark.parametrize("card", [FAMILY, COMMUNITY])
@given(steps=st.lists(st.tuples(st.sampled_from(ROWS), st.sampled_from([1, -1])), max_size=40))
def test_no_steps_lead_past_what_the_rules_allow(
    card: Card, steps: list[tuple[TicketKind, int]]
) -> None:
    sale = with_verdict(checked(card))
    for row, by in steps:
        sale.step(row, by)
        assert set(sale.objections) <= {Refusal.MALFORMED, Refusal.MINORS_NOT_ALLOWED}
        assert all(sale.tickets.of(row) <= sale.most(row) for row in sale.rows)


def looking() -> tuple[Sale, Question]:
    sale = Sale()
    sale.may_record_unseen = True
    sale.type("kaiku0001")
    question = sale.ask(TONIGHT.id)
    sale.answer(question, checked(None))
    assert sale.look(question)
    return sale, question


def test_what_a_second_look_found_takes_the_place_of_the_verdict() -> None:
    sale, question = looking()
    sale.looked(question, checked(FAMILY))
    assert (sale.act, sale.looking, sale.tickets) == (Act.RECORD, False, Tickets(holder=1))


def test_a_second_look_in_vain_leaves_the_verdict() -> None:
    sale, question = looking()
    sale.looked(question, None)
    assert (sale.act, sale.looking) == (Act.PROVISIONAL, False)


def test_a_second_look_at_the_card_before_changes_nothing() -> None:
    sale, question = looking()
    sale.type("kaiku0002")
    sale.answer(sale.ask(TONIGHT.id), checked(COMMUNITY))
    sale.looked(question, checked(FAMILY))
    assert sale.tickets == Tickets(worker=1)


def test_a_second_look_does_not_disturb_who_types_the_printed_day() -> None:
    sale, question = looking()
    sale.begin_provisional()
    sale.looked(question, checked(FAMILY))
    assert sale.stage is Stage.PROVISIONAL


def test_a_second_look_that_meets_a_fault_shows_it_and_enter_asks_again() -> None:
    sale, question = looking()
    sale.look_failed(question, StoreFullError(path="x"))
    assert isinstance(sale.trouble, StoreFullError)
    assert sale.act is Act.CHECK
