"""Paper forms keyed in afterwards: judged as they are keyed, kept, and recorded once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from desk_app.services.errors import DayToComeError, RefusedError, RowGoneError, StoreFullError
from desk_app.services.paper_entry import PaperEntry, PaperRowState
from desk_app.services.paper_rows import PaperRow
from sync.rules.codes import Refusal, VerdictCode
from sync.rules.policy import Policy
from sync.rules.tickets import KIND
from sync.rules.visits import EntryMethod, Tickets
from tests.helpers.desk_fixture import NOW, POOL, SOLD_OUT, TONIGHT, DeskFixture

YESTERDAY = date(2026, 10, 16)
GALA = replace(TONIGHT, id=uuid4(), starts_at=NOW - timedelta(days=1), quota=None)


@pytest.fixture
def desk_fixture(tmp_path: Path) -> Iterator[DeskFixture]:
    desk = DeskFixture(tmp_path)
    desk.enrol()
    desk.load_register()
    desk.load_offers([TONIGHT, POOL, SOLD_OUT, GALA])
    yield desk
    desk.close()


@pytest.fixture
def paper_entry(desk_fixture: DeskFixture) -> PaperEntry:
    return desk_fixture.services.paper_entry


def a_row(paper_entry: PaperEntry, number: str = "KAIKU0001", **keyed: Any) -> PaperRow:  # noqa: ANN401 - a row's own fields
    counts = {name: keyed.pop(name) for name in tuple(keyed) if name in KIND}
    return replace(paper_entry.blank(GALA.id, YESTERDAY), number=number, counts=counts, **keyed)


def test_a_row_is_judged_by_the_day_of_its_form(
    desk_fixture: DeskFixture, paper_entry: PaperEntry
) -> None:
    row = a_row(paper_entry, "KAIKU0003", day=date(2026, 3, 9))  # its last valid day
    assert paper_entry.save(row).state is PaperRowState.READY
    later = paper_entry.save(replace(row, day=date(2026, 3, 10)))
    assert (later.state, later.reasons) == (PaperRowState.REFUSED, (Refusal.CARD_EXPIRED,))
    assert desk_fixture.visits() == []


def test_the_plain_case_is_one_ticket_for_the_card_s_presenter(paper_entry: PaperEntry) -> None:
    assert paper_entry.judge(a_row(paper_entry)).tickets == Tickets(holder=1)
    assert paper_entry.judge(a_row(paper_entry, "KAIKU0004")).tickets == Tickets(worker=1)


def test_an_event_was_at_its_hour_and_an_open_house_at_noon(
    desk_fixture: DeskFixture, paper_entry: PaperEntry
) -> None:
    paper_entry.save(event := a_row(paper_entry))
    paper_entry.save(pool := a_row(paper_entry, "KAIKU0002", offer_id=POOL.id))
    at_event = paper_entry.record(event.id).visit
    at_pool = paper_entry.record(pool.id).visit
    assert at_event.recorded_at == GALA.starts_at
    assert at_pool.recorded_at == datetime(2026, 10, 16, 9, tzinfo=UTC)  # noon in Helsinki
    assert at_event.local_date == at_pool.local_date == YESTERDAY
    assert at_event.entry is EntryMethod.PAPER
    assert len(desk_fixture.visits()) == 2


def test_todays_form_is_recorded_now(paper_entry: PaperEntry) -> None:
    paper_entry.save(row := a_row(paper_entry, offer_id=POOL.id, day=NOW.date()))
    assert paper_entry.record(row.id).visit.recorded_at == NOW


def test_a_day_to_come_is_refused(paper_entry: PaperEntry) -> None:
    with pytest.raises(DayToComeError):
        paper_entry.judge(a_row(paper_entry, day=NOW.date() + timedelta(days=1)))


def test_rows_come_back_after_a_restart_in_the_order_of_entry(tmp_path: Path) -> None:
    # The same file is opened again: nothing is closed in order first.
    desk_fixture = DeskFixture(tmp_path)
    desk_fixture.enrol()
    desk_fixture.load_offers([GALA])
    paper_entry = desk_fixture.services.paper_entry
    rows = [
        a_row(paper_entry, "KAIKU000"),
        a_row(paper_entry, "", children=2),
        a_row(paper_entry, "X"),
    ]
    for row in rows:
        paper_entry.save(row)
    again = DeskFixture(tmp_path, key=desk_fixture.key)
    assert [row for row, _ in again.services.paper_entry.rows()] == rows
    again.close()
    desk_fixture.close()


def test_a_recorded_row_leaves_with_its_visit_under_the_same_id(
    desk_fixture: DeskFixture, paper_entry: PaperEntry
) -> None:
    paper_entry.save(row := a_row(paper_entry))
    paper_entry.record(row.id)
    assert paper_entry.rows() == []
    assert [entry.visit.id for entry in desk_fixture.visits()] == [row.id]
    with pytest.raises(RowGoneError):
        paper_entry.record(row.id)


def test_a_row_stays_when_its_visit_cannot_be_written(
    desk_fixture: DeskFixture, paper_entry: PaperEntry
) -> None:
    paper_entry.save(row := a_row(paper_entry))
    desk_fixture.journal.fault = StoreFullError(path="desk.db")
    with pytest.raises(StoreFullError):
        paper_entry.record(row.id)
    assert [kept for kept, _ in paper_entry.rows()] == [row]
    assert desk_fixture.visits() == []


def test_a_row_that_the_rules_refuse_stays(
    desk_fixture: DeskFixture, paper_entry: PaperEntry
) -> None:
    paper_entry.save(row := a_row(paper_entry, offer_id=SOLD_OUT.id))
    with pytest.raises(RefusedError):
        paper_entry.record(row.id)
    assert [kept for kept, _ in paper_entry.rows()] == [row]
    assert desk_fixture.visits() == []


def test_a_row_brought_back_beside_its_visit_is_not_recorded_again(paper_entry: PaperEntry) -> None:
    paper_entry.save(row := a_row(paper_entry))
    paper_entry.record(row.id)
    paper_entry.save(row)  # as a rescue from an older copy would
    assert paper_entry.rows() == []


def test_a_card_recorded_for_the_same_offer_and_day_is_told_but_not_refused(
    desk_fixture: DeskFixture, paper_entry: PaperEntry
) -> None:
    paper_entry.save(first := a_row(paper_entry))
    paper_entry.record(first.id)
    second = a_row(paper_entry, "kaiku 0001")
    assert paper_entry.save(second).state is PaperRowState.TWICE
    paper_entry.record(second.id)
    assert len(desk_fixture.visits()) == 2


def test_a_card_keyed_on_two_rows_is_told(paper_entry: PaperEntry) -> None:
    paper_entry.save(a_row(paper_entry))
    assert paper_entry.save(a_row(paper_entry, "kaiku-0001")).state is PaperRowState.TWICE
    other_day = a_row(paper_entry, day=YESTERDAY - timedelta(days=1))
    assert paper_entry.save(other_day).state is PaperRowState.READY


def test_a_card_that_the_register_lacks_needs_the_printed_day(
    desk_fixture: DeskFixture, paper_entry: PaperEntry
) -> None:
    row = a_row(paper_entry, "NEWCARD1")
    assert paper_entry.save(row).state is PaperRowState.UNSEEN
    row = replace(row, printed=YESTERDAY, counts={"children": 1})
    assert paper_entry.save(row).state is PaperRowState.READY
    visit = paper_entry.record(row.id).visit
    assert (visit.provisional, visit.printed_valid_until) == (True, YESTERDAY)
    assert visit.verdict is VerdictCode.UNKNOWN
    assert len(desk_fixture.visits()) == 1


def test_a_printed_day_before_the_visit_is_refused(paper_entry: PaperEntry) -> None:
    row = a_row(paper_entry, "NEWCARD1", printed=YESTERDAY - timedelta(days=1))
    assert paper_entry.save(row).reasons == (Refusal.CARD_EXPIRED,)


def test_the_register_prevails_over_the_printed_day(paper_entry: PaperEntry) -> None:
    judged = paper_entry.save(a_row(paper_entry, printed=date(2020, 1, 1)))
    assert judged.state is PaperRowState.READY


def test_where_unseen_cards_may_not_be_recorded_a_printed_day_changes_nothing(
    desk_fixture: DeskFixture, paper_entry: PaperEntry
) -> None:
    desk_fixture.enrol(Policy(provisional_allowed=False))
    for printed in (None, YESTERDAY):
        assert paper_entry.save(a_row(paper_entry, "NEWCARD1", printed=printed)).reasons == (
            Refusal.CARD_UNKNOWN,
        )


def test_more_children_than_the_card_has_are_refused(paper_entry: PaperEntry) -> None:
    judged = paper_entry.save(a_row(paper_entry, children=3))
    assert (judged.state, judged.reasons) == (PaperRowState.REFUSED, (Refusal.MINORS_EXCEEDED,))


def test_two_holders_are_a_slip_of_the_hand(paper_entry: PaperEntry) -> None:
    assert paper_entry.save(a_row(paper_entry, holder=2)).reasons == (Refusal.MALFORMED,)


def test_a_row_that_is_put_away_is_gone(paper_entry: PaperEntry) -> None:
    paper_entry.save(row := a_row(paper_entry))
    paper_entry.drop(row.id)
    assert paper_entry.rows() == []
