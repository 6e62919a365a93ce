"""What leaves a desk, sent or by file, is never dated after the register's time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.store.visits.transfers import StoredTransfers
from sync.rules.visits import EntryMethod, Visit
from tests.helpers.clock_desks import NOON, ClockDesk, a_desk
from tests.helpers.log_watch import LogWatch
from tests.helpers.samples import a_visit


@pytest.fixture
def desk(tmp_path: Path, log_watch: LogWatch) -> ClockDesk:
    log_watch.allow(r"^desk_app\.services\.timekeeping: ")  # jumps are what this file is about
    return a_desk(tmp_path)


def test_a_visit_that_was_sent_once_keeps_a_possible_date_for_ever(desk: ClockDesk) -> None:
    desk.clock.set_wrong(NOON - timedelta(hours=1))
    visit = desk.record()
    desk.outbox.claim(1)
    desk.outbox.release()
    desk.receive_time(NOON)

    assert desk.kept(visit) == visit


@pytest.mark.parametrize("ahead", [timedelta(hours=3), timedelta(days=1), timedelta(days=3)])
def test_a_visit_of_the_future_is_brought_back_though_it_was_sent_or_carried_out(
    desk: ClockDesk, ahead: timedelta
) -> None:
    desk.clock.set_wrong(NOON + ahead)
    sent, carried = desk.record(), desk.record()
    desk.outbox.claim(1)
    desk.outbox.release()
    assert [each.id for each in StoredTransfers(desk.database).unsent()] == [sent.id, carried.id]
    desk.reboot()
    desk.clock.set_wrong(NOON)
    desk.receive_time(NOON)

    for visit in (desk.kept(sent), desk.kept(carried)):
        assert NOON <= visit.recorded_at <= desk.clock.now()
        assert not visit.clock_trusted


def test_a_visit_of_a_run_that_nobody_vouched_for_is_marked_before_it_is_carried_out(
    desk: ClockDesk,
) -> None:
    visit = desk.record()
    assert visit.clock_trusted
    desk.keeping.date_outgoing()

    assert not desk.kept(visit).clock_trusted


def test_what_is_carried_out_after_the_register_was_heard_stays_as_it_is(desk: ClockDesk) -> None:
    desk.receive_time(NOON)
    visit = desk.record()
    desk.keeping.date_outgoing()

    assert desk.kept(visit) == visit


@pytest.mark.parametrize(
    ("entry", "ahead", "brought_back"),
    [
        (EntryMethod.SCANNER, timedelta(hours=3), True),
        (EntryMethod.SCANNER, timedelta(days=1), True),
        (EntryMethod.SCANNER, -timedelta(days=1), False),
        (EntryMethod.PAPER, timedelta(hours=3), False),  # a form tells the day alone
        (EntryMethod.PAPER, timedelta(days=1), True),
    ],
)
def test_a_visit_of_another_desk_is_brought_back_by_the_desk_that_sends_it(
    desk: ClockDesk,
    entry: EntryMethod,
    ahead: timedelta,
    brought_back: bool,  # noqa: FBT001 - the answer
) -> None:
    desk.receive_time(NOON)
    visit = replace(a_visit(at=NOON + ahead), entry=entry)
    StoredTransfers(desk.database).merge([visit], "Luukku 2")
    desk.keeping.before_sending()

    (kept,) = desk.outbox.claim(1)
    assert isinstance(kept, Visit)
    assert kept == visit or brought_back
    assert (kept.local_date, kept.clock_trusted) == (
        min(visit.local_date, NOON.date()),
        not brought_back,
    )


def test_without_the_registers_time_no_other_desks_visit_is_dated(desk: ClockDesk) -> None:
    visit = a_visit(at=NOON + timedelta(days=1))
    StoredTransfers(desk.database).merge([visit], "Luukku 2")
    desk.keeping.date_outgoing()

    assert desk.outbox.claim(1) == [visit]


def test_a_guessed_day_of_another_desk_is_never_too_old_for_the_register(desk: ClockDesk) -> None:
    visit = replace(a_visit(at=NOON - timedelta(days=500)), clock_trusted=False)
    StoredTransfers(desk.database).merge([visit], "Luukku 2")
    desk.receive_time(NOON)

    (kept,) = desk.outbox.claim(1)
    assert isinstance(kept, Visit)
    assert NOON.date() - kept.local_date == timedelta(days=399)


def test_a_day_that_staff_named_for_tomorrow_is_brought_back_to_today(desk: ClockDesk) -> None:
    paper = a_visit(at=NOON + timedelta(days=1))
    desk.journal.record(paper)
    desk.receive_time(NOON)

    assert desk.kept(paper).local_date == NOON.date()


def test_a_carried_visit_of_a_day_long_past_gets_its_true_day_once_the_time_is_heard(
    desk: ClockDesk,
) -> None:
    desk.clock.set_wrong(datetime(2020, 1, 1, tzinfo=UTC))
    visit = desk.record()
    desk.keeping.date_outgoing()
    assert StoredTransfers(desk.database).unsent()
    desk.clock.tick(hours=2)
    desk.receive_time(NOON + timedelta(days=500))

    kept = desk.kept(visit)
    assert (kept.local_date, kept.clock_trusted) == ((NOON + timedelta(days=500)).date(), False)
