from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from sync.rules.codes import VerdictCode
from sync.rules.visits import (
    LAST_REVISION,
    EntryMethod,
    Note,
    OwnOffer,
    Tickets,
    Visit,
    Void,
    VoidReason,
)
from tests.sync.rules.decisions import offer

NOON = datetime(2025, 6, 14, 9, tzinfo=UTC)
NAIVE = datetime(2025, 6, 14, 9)  # noqa: DTZ001  a time without a zone is what is tried here
VISIT = Visit(
    id=UUID(int=1),
    recorded_at=NOON,
    local_date=date(2025, 6, 14),
    card_number="AB12345",
    offer_id=UUID(int=2),
    tickets=Tickets(holder=1),
    entry=EntryMethod.TYPED,
    register_revision=7,
    verdict=VerdictCode.VALID,
    provisional=False,
    clock_trusted=True,
)
VOID = Void(id=UUID(int=3), visit_id=VISIT.id, reason=VoidReason.MISTAKE, recorded_at=NOON)
OWN_OFFER = OwnOffer(id=UUID(int=4), recorded_at=NOON, offer=offer("museum"))
KINDS = ["holder", "children", "grandchildren", "assistants", "worker", "community_minors"]


def test_tickets_are_added_up_by_what_each_sum_is_for() -> None:
    tickets = Tickets(
        holder=1, children=10, grandchildren=100, assistants=200, worker=1, community_minors=400
    )
    assert (tickets.own_minors, tickets.counted, tickets.total) == (110, 512, 712)


def test_tickets_of_one_number_are_added_up_too() -> None:
    tickets = Tickets(1, 1, 1, 1, 1, 1)
    assert (tickets.own_minors, tickets.counted, tickets.total) == (2, 5, 6)


def test_nothing_handed_out_is_no_ticket() -> None:
    assert (Tickets().own_minors, Tickets().counted, Tickets().total) == (0, 0, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_ticket_is_counted_below_naught(kind: str) -> None:
    with pytest.raises(ValueError, match="tickets are counted from 0 to 999"):
        Tickets(**{kind: -1})


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_ticket_is_counted_beyond_reason(kind: str) -> None:
    with pytest.raises(ValueError, match="tickets are counted from 0 to 999"):
        Tickets(**{kind: 1000})


@pytest.mark.parametrize("kind", ["children", "grandchildren", "assistants", "community_minors"])
def test_a_great_many_tickets_are_still_tickets(kind: str) -> None:
    assert Tickets(**{kind: 999}).total == 999


@pytest.mark.parametrize("kind", ["holder", "worker"])
def test_a_card_has_one_holder_and_one_worker_at_a_time(kind: str) -> None:
    assert Tickets(**{kind: 1}).total == 1
    with pytest.raises(ValueError, match="one holder and one worker"):
        Tickets(**{kind: 2})


@pytest.mark.parametrize("number", ["ab12345", "AB 12345", "A1"])
def test_a_visit_carries_the_number_in_its_normal_form(number: str) -> None:
    with pytest.raises(ValueError, match="number"):
        replace(VISIT, card_number=number)


@pytest.mark.parametrize("revision", [0, LAST_REVISION])
def test_a_visit_may_be_judged_by_the_first_and_the_last_revision(revision: int) -> None:
    assert replace(VISIT, register_revision=revision).register_revision == revision


def test_the_last_revision_is_what_a_signed_column_of_64_bits_holds() -> None:
    assert LAST_REVISION == 0x7FFF_FFFF_FFFF_FFFF


@pytest.mark.parametrize("revision", [-1, LAST_REVISION + 1])
def test_a_visit_names_a_revision_that_can_be(revision: int) -> None:
    with pytest.raises(ValueError, match="register revisions count from 0"):
        replace(VISIT, register_revision=revision)


@pytest.mark.parametrize("operation", [VISIT, VOID, OWN_OFFER], ids=["visit", "void", "offer"])
def test_what_is_recorded_names_the_time_zone_of_its_time(
    operation: Visit | Void | OwnOffer,
) -> None:
    with pytest.raises(ValueError, match="recorded_at must name its time zone"):
        replace(operation, recorded_at=NAIVE)


@pytest.mark.parametrize("operation", [VISIT, VOID], ids=["visit", "void"])
@pytest.mark.parametrize("operator", [None, "M", "x" * 100])
def test_an_operators_mark_may_be_left_out_and_short(
    operation: Visit | Void, operator: str | None
) -> None:
    assert replace(operation, operator=operator).operator == operator


@pytest.mark.parametrize("operation", [VISIT, VOID], ids=["visit", "void"])
@pytest.mark.parametrize("operator", ["", "x" * 101, "M\n"])
def test_an_operators_mark_is_neither_empty_nor_long_nor_of_two_lines(
    operation: Visit | Void, operator: str
) -> None:
    with pytest.raises(ValueError, match="the operator's mark"):
        replace(operation, operator=operator)


def test_each_operation_says_what_it_is() -> None:
    assert [each.kind for each in (VISIT, VOID, OWN_OFFER)] == ["visit", "void", "offer"]


@pytest.mark.parametrize("value_cents", [None, 0, 1, 1_000_000_000])
def test_a_fee_is_counted_in_cents_from_nothing(value_cents: int | None) -> None:
    assert replace(VISIT, value_cents=value_cents).value_cents == value_cents


@pytest.mark.parametrize("value_cents", [-1, 1_000_000_001])
def test_a_fee_is_neither_below_nothing_nor_absurd(value_cents: int) -> None:
    with pytest.raises(ValueError, match="money is counted in cents, from 0"):
        replace(VISIT, value_cents=value_cents)


NOTE = Note(id=VISIT.id, about=VISIT.id, recorded_at=VISIT.recorded_at, text="x", code="too_old")


def test_a_note_has_500_characters_and_its_code_50() -> None:
    assert len(replace(NOTE, text="x" * 500, code="x" * 50).text) == 500
    with pytest.raises(ValueError, match="a note must have 1 to 500 characters"):
        replace(NOTE, text="x" * 501)
    with pytest.raises(ValueError, match="a code must have 1 to 50 characters"):
        replace(NOTE, code="x" * 51)


@pytest.mark.parametrize("revision", [-1, 2**63])
def test_a_revision_is_one_that_every_database_holds(revision: int) -> None:
    assert replace(VISIT, register_revision=2**63 - 1).register_revision == 2**63 - 1
    with pytest.raises(ValueError, match="register revisions count from 0"):
        replace(VISIT, register_revision=revision)
