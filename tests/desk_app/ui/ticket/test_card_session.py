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
from desk_app.ui.ticket.card_session import CardSession, EnterAction, Question
from desk_app.ui.ticket.stages import Stage
from desk_app.ui.widgets.ticket_rows import ROWS
from sync.rules.card_numbers import CardNumber
from sync.rules.cards import Card
from sync.rules.cases import Case
from sync.rules.codes import Refusal, VerdictCode
from sync.rules.entitlement import judge, judge_provisionally
from sync.rules.offers import Offer, Quota
from sync.rules.policy import Policy
from sync.rules.tickets import KIND, TicketKind, Tickets
from sync.rules.visits import EntryMethod, Visit
from tests.helpers.desk_fixture import COMMUNITY, EXPIRED, FAMILY, NOW, TONIGHT, VENUE

PRINTED = date(2027, 3, 9)


def checked(
    card: Card | None = FAMILY, offer: Offer = TONIGHT, *, printed: date | None = None
) -> Checked:
    moment = Moment(NOW.astimezone(Policy().zone))
    case = Case(card=card, offer=offer, venue_area=VENUE.area, moment=moment.at)
    verdict = judge(case) if printed is None else judge_provisionally(case, printed)
    return Checked(CardNumber("KAIKU0001"), offer, moment, 1, verdict, case)


def with_verdict(answer: Checked) -> CardSession:
    session = CardSession()
    session.may_record_unseen = True
    session.type("kaiku0001")
    session.answer(session.ask(TONIGHT.id), answer)
    return session


def recorded() -> Recorded:
    visit = Visit(
        id=uuid4(),
        recorded_at=NOW,
        local_date=NOW.date(),
        card_number="KAIKU0001",
        offer_id=TONIGHT.id,
        tickets=Tickets(holder=1),
        entry=EntryMethod.TYPED,
        register_revision=1,
        verdict=VerdictCode.VALID,
        provisional=False,
        clock_trusted=True,
    )
    return Recorded(visit, checked().verdict)


def test_nothing_typed_leaves_enter_nothing_to_do() -> None:
    assert CardSession().action is EnterAction.NOTHING


def test_a_number_makes_enter_check() -> None:
    session = CardSession()
    session.type("k")
    assert session.action is EnterAction.CHECK


def test_a_valid_card_begins_with_one_ticket_for_its_holder() -> None:
    session = with_verdict(checked())
    assert (session.stage, session.tickets, session.action) == (
        Stage.VERDICT,
        Tickets(holder=1),
        EnterAction.RECORD,
    )


def test_a_community_card_begins_with_one_ticket_for_the_worker() -> None:
    assert with_verdict(checked(COMMUNITY)).tickets == Tickets(worker=1)


def test_an_answer_to_an_older_question_is_dropped() -> None:
    session = CardSession()
    session.type("first")
    old = session.ask(TONIGHT.id)
    session.type("second")
    session.ask(TONIGHT.id)
    session.answer(old, checked())
    assert (session.stage, session.checked) == (Stage.CHECKING, None)


def test_an_answer_after_the_number_changed_is_dropped() -> None:
    session = CardSession()
    session.type("first")
    question = session.ask(TONIGHT.id)
    session.type("firstt")
    session.answer(question, checked())
    assert session.stage is Stage.IDLE


def test_a_fault_keeps_the_number_so_that_enter_asks_again() -> None:
    session = CardSession()
    session.type("kaiku0001")
    session.fail(session.ask(TONIGHT.id), StoreFullError(path="x"))
    assert (session.text, session.action) == ("kaiku0001", EnterAction.CHECK)


def test_a_fault_at_recording_keeps_number_and_tickets() -> None:
    session = with_verdict(checked())
    session.step(KIND["children"], 1)
    session.record()
    session.was_not_recorded(StoreFullError(path="x"))
    assert (session.text, session.tickets) == ("kaiku0001", Tickets(holder=1, children=1))
    assert session.action is EnterAction.RECORD


def test_a_refusal_at_recording_is_the_new_verdict() -> None:
    session = with_verdict(checked())
    session.record()
    late = replace(checked().verdict, refusals=(Refusal.QUOTA_EXCEEDED,))
    session.was_not_recorded(RefusedError(late, late.refusals))
    assert session.checked is not None
    assert session.checked.verdict.refusals == (Refusal.QUOTA_EXCEEDED,)
    assert session.record() is None


def test_a_refusal_at_recording_leaves_the_keys_no_kind_that_the_card_cannot_get() -> None:
    session = with_verdict(checked())
    session.record()
    late = checked(EXPIRED).verdict
    session.was_not_recorded(RefusedError(late, late.refusals))
    assert (session.rows, session.row) == ((), None)
    session.step(KIND["holder"], 1)
    session.give(KIND["children"], 2)
    assert session.tickets == Tickets(holder=1)


def test_a_visit_is_asked_for_once() -> None:
    session = with_verdict(checked())
    first, second = session.record(), session.record()
    assert first is not None
    assert second is None


def test_nothing_changes_the_number_while_it_is_being_recorded() -> None:
    session = with_verdict(checked())
    session.record()
    session.type("other")
    session.clear()
    assert (session.stage, session.text) == (Stage.RECORDING, "kaiku0001")


def test_the_number_goes_out_of_sight_once_it_is_recorded() -> None:
    session = with_verdict(checked())
    session.record()
    session.was_recorded(recorded())
    assert (session.stage, session.text, session.action) == (Stage.DONE, "", EnterAction.NOTHING)


def test_children_and_grandchildren_share_one_ceiling() -> None:
    session = with_verdict(checked())
    for row in (KIND["children"], KIND["grandchildren"], KIND["children"], KIND["grandchildren"]):
        session.step(row, 1)
    assert session.tickets == Tickets(holder=1, children=1, grandchildren=1)


def test_a_step_that_the_rules_object_to_is_not_taken() -> None:
    session = with_verdict(checked())
    session.step(KIND["holder"], -1)
    session.step(KIND["children"], 1)  # children come with the holder only
    assert session.tickets == Tickets()


def test_tickets_that_are_none_cannot_be_recorded() -> None:
    session = with_verdict(checked())
    session.step(KIND["holder"], -1)
    assert (session.action, session.record()) == (EnterAction.NOTHING, None)


def test_the_last_tickets_of_a_quota_are_the_ceiling() -> None:
    nearly_gone = replace(TONIGHT, quota=Quota(40, 38))
    session = with_verdict(checked(offer=nearly_gone))
    for _ in range(3):
        session.step(KIND["children"], 1)
    assert session.tickets == Tickets(holder=1, children=1)


def test_a_refused_card_has_no_kind_to_choose() -> None:
    session = with_verdict(checked(EXPIRED))
    assert (session.rows, session.record()) == ((), None)


def test_an_unknown_card_goes_on_by_its_printed_day() -> None:
    session = with_verdict(checked(None))
    assert session.action is EnterAction.PROVISIONAL
    session.begin_provisional()
    session.answer(session.ask(TONIGHT.id, PRINTED), checked(None, printed=PRINTED))
    asked = session.record()
    assert asked is not None
    assert (asked.provisional, asked.printed_valid_until) == (True, PRINTED)


def test_an_unknown_card_stays_refused_where_the_policy_says_so() -> None:
    session = with_verdict(checked(None))
    session.may_record_unseen = False
    assert session.action is EnterAction.CHECK


def test_going_over_to_a_community_takes_the_persons_tickets_back() -> None:
    session = with_verdict(checked(None))
    session.begin_provisional()
    session.answer(session.ask(TONIGHT.id, PRINTED), checked(None, printed=PRINTED))
    session.step(KIND["children"], 1)
    session.step(KIND["worker"], 1)
    assert session.tickets == Tickets(worker=1)


STEPS = st.tuples(st.just("step"), st.sampled_from(ROWS), st.sampled_from([1, -1]))
GIFTS = st.tuples(st.just("give"), st.sampled_from(ROWS), st.integers(-1, 30))


@pytest.mark.parametrize("card", [FAMILY, COMMUNITY])
@given(acts=st.lists(STEPS | GIFTS, max_size=40))
def test_no_steps_lead_past_what_the_rules_allow(
    card: Card, acts: list[tuple[str, TicketKind, int]]
) -> None:
    session = with_verdict(checked(card))
    for action, row, number in acts:
        if action == "step":
            session.step(row, number)
        else:
            session.give(row, number)
        assert session.row in session.rows
        assert all(session.tickets.of(row) == 0 for row in ROWS if row not in session.rows)
        assert set(session.objections) <= {Refusal.MALFORMED, Refusal.MINORS_NOT_ALLOWED}
        assert all(session.tickets.of(row) <= session.most(row) for row in session.rows)


def online_lookup() -> tuple[CardSession, Question]:
    session = CardSession()
    session.may_record_unseen = True
    session.type("kaiku0001")
    question = session.ask(TONIGHT.id)
    session.answer(question, checked(None))
    assert session.start_lookup(question)
    return session, question


def test_what_an_online_lookup_found_takes_the_place_of_the_verdict() -> None:
    session, question = online_lookup()
    session.looked(question, checked(FAMILY))
    assert (session.action, session.online_lookup, session.tickets) == (
        EnterAction.RECORD,
        False,
        Tickets(holder=1),
    )


def test_an_online_lookup_in_vain_leaves_the_verdict() -> None:
    session, question = online_lookup()
    session.looked(question, None)
    assert (session.action, session.online_lookup) == (EnterAction.PROVISIONAL, False)


def test_an_online_lookup_at_the_card_before_changes_nothing() -> None:
    session, question = online_lookup()
    session.type("kaiku0002")
    session.answer(session.ask(TONIGHT.id), checked(COMMUNITY))
    session.looked(question, checked(FAMILY))
    assert session.tickets == Tickets(worker=1)


def test_an_online_lookup_does_not_disturb_who_types_the_printed_day() -> None:
    session, question = online_lookup()
    session.begin_provisional()
    session.looked(question, checked(FAMILY))
    assert session.stage is Stage.PROVISIONAL


def test_an_online_lookup_that_meets_a_fault_shows_it_and_enter_asks_again() -> None:
    session, question = online_lookup()
    session.look_failed(question, StoreFullError(path="x"))
    assert isinstance(session.error, StoreFullError)
    assert session.action is EnterAction.CHECK
