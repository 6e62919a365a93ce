"""Paper forms keyed in afterwards: judged as they are keyed, kept, and recorded once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from desk_app.services.errors import DayToComeError, RefusedError, RowGoneError, StoreFullError
from desk_app.services.keying import Keying, RowState
from desk_app.services.paper import PaperRow
from sync.rules.codes import Refusal, VerdictCode
from sync.rules.policy import Policy
from sync.rules.tickets import KIND
from sync.rules.visits import Entry, Tickets
from tests.helpers.booth import NOW, POOL, SOLD_OUT, TONIGHT, Booth

YESTERDAY = date(2026, 10, 16)
GALA = replace(TONIGHT, id=uuid4(), starts_at=NOW - timedelta(days=1), quota=None)


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    desk = Booth(tmp_path)
    desk.enrol()
    desk.load_register()
    desk.load_offers([TONIGHT, POOL, SOLD_OUT, GALA])
    yield desk
    desk.close()


@pytest.fixture
def keying(booth: Booth) -> Keying:
    return booth.counter.keying


def a_row(keying: Keying, number: str = "KAIKU0001", **keyed: Any) -> PaperRow:  # noqa: ANN401 - a row's own fields
    counts = {name: keyed.pop(name) for name in tuple(keyed) if name in KIND}
    return replace(keying.blank(GALA.id, YESTERDAY), number=number, counts=counts, **keyed)


def test_a_row_is_judged_by_the_day_of_its_form(booth: Booth, keying: Keying) -> None:
    row = a_row(keying, "KAIKU0003", day=date(2026, 3, 9))  # its last valid day
    assert keying.keep(row).state is RowState.READY
    later = keying.keep(replace(row, day=date(2026, 3, 10)))
    assert (later.state, later.reasons) == (RowState.REFUSED, (Refusal.CARD_EXPIRED,))
    assert booth.visits() == []


def test_the_plain_case_is_one_ticket_for_whoever_carries_the_card(keying: Keying) -> None:
    assert keying.judge(a_row(keying)).tickets == Tickets(holder=1)
    assert keying.judge(a_row(keying, "KAIKU0004")).tickets == Tickets(worker=1)


def test_an_event_was_at_its_hour_and_an_open_house_at_noon(booth: Booth, keying: Keying) -> None:
    keying.keep(event := a_row(keying))
    keying.keep(pool := a_row(keying, "KAIKU0002", offer_id=POOL.id))
    at_event = keying.record(event.id).visit
    at_pool = keying.record(pool.id).visit
    assert at_event.recorded_at == GALA.starts_at
    assert at_pool.recorded_at == datetime(2026, 10, 16, 9, tzinfo=UTC)  # noon in Helsinki
    assert at_event.local_date == at_pool.local_date == YESTERDAY
    assert at_event.entry is Entry.PAPER
    assert len(booth.visits()) == 2


def test_todays_form_is_recorded_now(keying: Keying) -> None:
    keying.keep(row := a_row(keying, offer_id=POOL.id, day=NOW.date()))
    assert keying.record(row.id).visit.recorded_at == NOW


def test_a_day_to_come_is_refused(keying: Keying) -> None:
    with pytest.raises(DayToComeError):
        keying.judge(a_row(keying, day=NOW.date() + timedelta(days=1)))


def test_rows_come_back_after_a_restart_in_the_order_of_keying(tmp_path: Path) -> None:
    # The same file is opened again: nothing is closed in order first.
    booth = Booth(tmp_path)
    booth.enrol()
    booth.load_offers([GALA])
    keying = booth.counter.keying
    rows = [a_row(keying, "KAIKU000"), a_row(keying, "", children=2), a_row(keying, "X")]
    for row in rows:
        keying.keep(row)
    again = Booth(tmp_path, key=booth.key)
    assert [row for row, _ in again.counter.keying.rows()] == rows
    again.close()
    booth.close()


def test_a_recorded_row_leaves_with_its_visit_under_the_same_id(
    booth: Booth, keying: Keying
) -> None:
    keying.keep(row := a_row(keying))
    keying.record(row.id)
    assert keying.rows() == []
    assert [entry.visit.id for entry in booth.visits()] == [row.id]
    with pytest.raises(RowGoneError):
        keying.record(row.id)


def test_a_row_stays_when_its_visit_cannot_be_written(booth: Booth, keying: Keying) -> None:
    keying.keep(row := a_row(keying))
    booth.journal.fault = StoreFullError(path="desk.db")
    with pytest.raises(StoreFullError):
        keying.record(row.id)
    assert [kept for kept, _ in keying.rows()] == [row]
    assert booth.visits() == []


def test_a_row_that_the_rules_refuse_stays(booth: Booth, keying: Keying) -> None:
    keying.keep(row := a_row(keying, offer_id=SOLD_OUT.id))
    with pytest.raises(RefusedError):
        keying.record(row.id)
    assert [kept for kept, _ in keying.rows()] == [row]
    assert booth.visits() == []


def test_a_row_brought_back_beside_its_visit_is_not_recorded_again(keying: Keying) -> None:
    keying.keep(row := a_row(keying))
    keying.record(row.id)
    keying.keep(row)  # as a rescue from an older copy would
    assert keying.rows() == []


def test_a_card_recorded_for_the_same_offer_and_day_is_told_but_not_refused(
    booth: Booth, keying: Keying
) -> None:
    keying.keep(first := a_row(keying))
    keying.record(first.id)
    second = a_row(keying, "kaiku 0001")
    assert keying.keep(second).state is RowState.TWICE
    keying.record(second.id)
    assert len(booth.visits()) == 2


def test_a_card_keyed_on_two_rows_is_told(keying: Keying) -> None:
    keying.keep(a_row(keying))
    assert keying.keep(a_row(keying, "kaiku-0001")).state is RowState.TWICE
    other_day = a_row(keying, day=YESTERDAY - timedelta(days=1))
    assert keying.keep(other_day).state is RowState.READY


def test_a_card_that_the_register_lacks_needs_the_printed_day(booth: Booth, keying: Keying) -> None:
    row = a_row(keying, "NEWCARD1")
    assert keying.keep(row).state is RowState.UNSEEN
    row = replace(row, printed=YESTERDAY, counts={"children": 1})
    assert keying.keep(row).state is RowState.READY
    visit = keying.record(row.id).visit
    assert (visit.provisional, visit.printed_valid_until) == (True, YESTERDAY)
    assert visit.verdict is VerdictCode.UNKNOWN
    assert len(booth.visits()) == 1


def test_a_printed_day_before_the_visit_is_refused(keying: Keying) -> None:
    row = a_row(keying, "NEWCARD1", printed=YESTERDAY - timedelta(days=1))
    assert keying.keep(row).reasons == (Refusal.CARD_EXPIRED,)


def test_the_register_prevails_over_the_printed_day(keying: Keying) -> None:
    judged = keying.keep(a_row(keying, printed=date(2020, 1, 1)))
    assert judged.state is RowState.READY


def test_where_unseen_cards_may_not_be_recorded_a_printed_day_changes_nothing(
    booth: Booth, keying: Keying
) -> None:
    booth.enrol(Policy(provisional_allowed=False))
    for printed in (None, YESTERDAY):
        assert keying.keep(a_row(keying, "NEWCARD1", printed=printed)).reasons == (
            Refusal.CARD_UNKNOWN,
        )


def test_more_children_than_the_card_has_are_refused(keying: Keying) -> None:
    judged = keying.keep(a_row(keying, children=3))
    assert (judged.state, judged.reasons) == (RowState.REFUSED, (Refusal.MINORS_EXCEEDED,))


def test_two_holders_are_a_slip_of_the_hand(keying: Keying) -> None:
    assert keying.keep(a_row(keying, holder=2)).reasons == (Refusal.MALFORMED,)


def test_a_row_that_is_put_away_is_gone(keying: Keying) -> None:
    keying.keep(row := a_row(keying))
    keying.drop(row.id)
    assert keying.rows() == []
