"""A clock that cannot be believed neither stops the work nor dates visits wrongly in silence."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.services.timekeeping import best_guess
from desk_app.store.register.clock import StoredClock
from tests.helpers.clock_desks import NOON, POLICY, ClockDesk, a_desk
from tests.helpers.log_watch import LogWatch
from tests.helpers.samples import a_visit


@pytest.fixture
def desk(tmp_path: Path, log_watch: LogWatch) -> ClockDesk:
    log_watch.allow(r"^desk_app\.services\.timekeeping: ")  # jumps are what this file is about
    return a_desk(tmp_path)


def test_a_clock_is_trusted_until_something_speaks_against_it(desk: ClockDesk) -> None:
    assert desk.keeping.moment(POLICY).trusted


def test_a_clock_before_this_program_was_written_is_not_trusted(desk: ClockDesk) -> None:
    desk.clock.set_wrong(datetime(1970, 1, 1, tzinfo=UTC))

    moment = desk.keeping.moment(POLICY)

    assert not moment.trusted
    assert moment.at.year >= 2026


def test_a_clock_behind_the_last_record_is_not_trusted_and_time_stands_still(
    desk: ClockDesk,
) -> None:
    desk.record()
    desk.clock.set_wrong(NOON - timedelta(days=200))
    desk.restart()

    moment = desk.keeping.moment(POLICY)

    assert not moment.trusted
    assert moment.utc == NOON


def test_a_winter_without_power_is_no_reason_for_doubt(desk: ClockDesk) -> None:
    desk.record()
    desk.clock.tick(days=200)
    desk.restart()

    assert desk.keeping.moment(POLICY).trusted


def test_a_clock_that_jumps_while_the_program_runs_is_noticed(desk: ClockDesk) -> None:
    desk.keeping.moment(POLICY)
    desk.clock.set_wrong(NOON + timedelta(hours=1))

    assert not desk.keeping.moment(POLICY).trusted


def test_time_that_passes_by_the_clock_is_no_jump(desk: ClockDesk) -> None:
    desk.keeping.moment(POLICY)
    desk.clock.tick(hours=9)

    assert desk.keeping.moment(POLICY).trusted


def test_a_guess_goes_by_what_is_known_and_notes_nothing(desk: ClockDesk) -> None:
    book = StoredClock(desk.database)
    assert best_guess(desk.clock, book) == NOON
    assert book.state("") is None
    desk.clock.started = "a start"
    desk.restart()
    desk.receive_time(NOON + timedelta(days=9))
    desk.clock.tick(hours=1)
    assert best_guess(desk.clock, book) == desk.keeping.now() > NOON + timedelta(days=9)
    received = desk.keeping.now()
    desk.reboot()
    desk.clock.set_wrong(datetime(1970, 1, 1, tzinfo=UTC))
    assert received - timedelta(hours=2) < best_guess(desk.clock, book) <= received


def test_the_register_makes_a_jumped_clock_trusted_again(desk: ClockDesk) -> None:
    desk.keeping.moment(POLICY)
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.keeping.receive_time(NOON)

    moment = desk.keeping.moment(POLICY)

    assert moment.trusted
    assert moment.utc == NOON


def test_a_seconds_difference_is_left_alone(desk: ClockDesk) -> None:
    desk.keeping.receive_time(NOON + timedelta(seconds=20))

    assert desk.keeping.moment(POLICY).utc == NOON


@pytest.mark.parametrize(
    "absurd",
    [
        datetime(100, 1, 1, tzinfo=UTC),
        datetime(2025, 12, 31, tzinfo=UTC),
        datetime(2036, 2, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    ],
)
def test_a_time_out_of_bounds_is_not_believed(desk: ClockDesk, absurd: datetime) -> None:
    desk.receive_time(absurd)

    assert desk.keeping.moment(POLICY).utc == NOON


def test_a_large_jump_is_not_believed_before_a_second_answer_agrees(desk: ClockDesk) -> None:
    desk.keeping.receive_time(NOON + timedelta(days=40))

    assert desk.keeping.moment(POLICY).utc == NOON
    assert not desk.keeping.before_sending()

    desk.clock.tick(seconds=3)
    desk.keeping.receive_time(NOON + timedelta(days=40, seconds=3))

    assert desk.keeping.moment(POLICY).utc == NOON + timedelta(days=40, seconds=3)
    assert desk.keeping.before_sending()


def test_a_time_that_stands_still_is_not_believed_and_holds_nothing_up(
    desk: ClockDesk, expected_log: Callable[[str], None]
) -> None:
    expected_log("do not agree on the time")
    for _ in range(3):
        desk.keeping.receive_time(NOON + timedelta(days=40))  # a proxy's old answer
        desk.clock.tick(seconds=3)
    assert not desk.keeping.before_sending()
    desk.keeping.give_up()

    assert desk.keeping.moment(POLICY).utc == NOON + timedelta(seconds=9)
    assert desk.keeping.before_sending()


def test_after_a_strangers_answer_the_registers_next_two_are_believed(
    desk: ClockDesk, expected_log: Callable[[str], None]
) -> None:
    expected_log("do not agree on the time")
    desk.keeping.receive_time(NOON - timedelta(days=40))
    desk.clock.tick(minutes=5)
    desk.receive_time(NOON + timedelta(days=3))

    assert desk.keeping.moment(POLICY).utc.date() == (NOON + timedelta(days=3)).date()


def test_a_measured_offset_is_doubted_after_a_restart_until_it_is_heard_again(
    desk: ClockDesk,
) -> None:
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.keeping.receive_time(NOON)
    desk.restart()

    assert not desk.keeping.moment(POLICY).trusted


def test_what_was_heard_holds_over_a_restart_of_the_program_alone(desk: ClockDesk) -> None:
    desk.clock.started = "today"
    desk.restart()
    desk.clock.set_wrong(NOON - timedelta(days=365))
    desk.receive_time(NOON)
    desk.clock.tick(hours=5)
    desk.restart()

    moment = desk.keeping.moment(POLICY)

    assert moment.trusted
    assert abs(moment.utc - (NOON + timedelta(hours=5))) < timedelta(minutes=1)


def test_a_clock_that_is_set_after_the_register_was_heard_changes_no_time_but_is_doubted(
    desk: ClockDesk,
) -> None:
    desk.receive_time(NOON)
    desk.clock.set_wrong(datetime(1970, 1, 1, tzinfo=UTC))

    moment = desk.keeping.moment(POLICY)

    assert not moment.trusted
    assert moment.utc == NOON


def test_how_far_the_clock_is_off_is_known_once_the_register_was_heard(desk: ClockDesk) -> None:
    desk.clock.set_wrong(NOON + timedelta(days=3))
    assert desk.keeping.off_by() is None

    desk.receive_time(NOON)

    off_by = desk.keeping.off_by()
    assert off_by is not None
    assert abs(off_by - timedelta(days=3)) < timedelta(seconds=5)


def test_a_clock_as_far_ahead_as_before_the_restart_is_not_believed(desk: ClockDesk) -> None:
    desk.clock.set_wrong(NOON + timedelta(days=3650))
    desk.receive_time(NOON)
    desk.clock.tick(hours=1)
    desk.reboot()

    moment = desk.keeping.moment(POLICY)

    assert not moment.trusted
    assert abs(moment.utc - NOON) < timedelta(minutes=1)


def test_visits_of_a_clock_in_1970_are_set_right_when_the_register_tells_the_time(
    desk: ClockDesk,
) -> None:
    desk.record()
    desk.clock.set_wrong(datetime(1970, 1, 1, tzinfo=UTC))
    desk.restart()
    visit = desk.record()
    desk.clock.tick(hours=2)
    desk.receive_time(NOON + timedelta(days=40, hours=2))

    kept = desk.kept(visit)

    assert abs(kept.recorded_at - (NOON + timedelta(days=40))) < timedelta(seconds=1)
    assert kept.local_date == date(2027, 1, 3)
    assert not kept.clock_trusted


def test_all_visits_of_a_clock_an_hour_off_are_set_right(desk: ClockDesk) -> None:
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    first = desk.record()
    desk.clock.tick(minutes=10)
    second = desk.record()
    desk.clock.tick(minutes=10)
    desk.keeping.receive_time(NOON + timedelta(minutes=20))

    assert desk.kept(first).recorded_at == NOON
    assert desk.kept(second).recorded_at == NOON + timedelta(minutes=10)
    assert not desk.kept(first).clock_trusted


@pytest.mark.parametrize("wrong", [datetime(2020, 1, 1, tzinfo=UTC), NOON - timedelta(days=50)])
def test_an_offset_of_one_run_never_moves_another_runs_visits(
    desk: ClockDesk, wrong: datetime
) -> None:
    desk.receive_time(NOON)
    desk.clock.set_wrong(wrong)
    desk.reboot()
    visit = desk.record()
    desk.clock.set_wrong(NOON + timedelta(days=2))
    desk.reboot()
    desk.receive_time(NOON + timedelta(days=2))

    assert desk.kept(visit).local_date == NOON.date()
    assert not desk.kept(visit).clock_trusted


def test_visits_of_a_clock_ahead_are_brought_back_to_the_registers_day(desk: ClockDesk) -> None:
    desk.clock.set_wrong(NOON + timedelta(days=3))
    visit = desk.record()
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.reboot()
    desk.receive_time(NOON + timedelta(hours=1))

    assert desk.kept(visit).recorded_at == NOON + timedelta(hours=1, seconds=3)
    assert not desk.kept(visit).clock_trusted


def test_a_clock_put_right_while_the_program_runs_moves_the_evenings_visits_along(
    desk: ClockDesk,
) -> None:
    desk.clock.set_wrong(NOON - timedelta(days=200))
    visit = desk.record()
    desk.clock.tick(hours=3)
    desk.clock.set_wrong(NOON + timedelta(hours=3))
    desk.keeping.moment(POLICY)

    assert desk.kept(visit).recorded_at == NOON
    assert desk.keeping.redated[0].id == visit.id


def test_no_visit_is_dated_before_the_floor_that_it_was_given(desk: ClockDesk) -> None:
    desk.receive_time(NOON)
    desk.clock.set_wrong(NOON - timedelta(days=60))
    desk.reboot()
    visit = desk.record()
    desk.clock.tick(days=60)  # the machine's clocks say so, and that is wrong
    desk.receive_time(NOON + timedelta(hours=1))

    assert desk.kept(visit).recorded_at == NOON


def test_a_visit_of_a_run_that_nobody_vouched_for_is_marked_before_it_is_sent(
    desk: ClockDesk,
) -> None:
    desk.clock.set_wrong(ahead := NOON + timedelta(days=3))
    visit = desk.record()
    desk.clock.tick(days=30)
    desk.reboot()
    desk.clock.set_wrong(NOON + timedelta(days=30))

    desk.receive_time(NOON + timedelta(days=30))

    kept = desk.kept(visit)
    assert (kept.recorded_at, kept.clock_trusted) == (ahead, False)


def test_a_guessed_day_is_never_too_old_for_the_register(desk: ClockDesk) -> None:
    desk.clock.set_wrong(datetime(2020, 1, 1, tzinfo=UTC))
    visit = desk.record()
    desk.clock.tick(days=500)
    desk.reboot()
    desk.clock.set_wrong(today := NOON + timedelta(days=500))

    desk.receive_time(today)

    kept = desk.kept(visit)
    assert (today.date() - kept.local_date, kept.clock_trusted) == (timedelta(days=399), False)


def test_visits_before_a_jump_are_left_as_they_were_dated(desk: ClockDesk) -> None:
    before = desk.record()
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.keeping.receive_time(NOON)

    assert desk.kept(before) == before


def test_a_visit_that_staff_dated_themselves_is_never_set_right(desk: ClockDesk) -> None:
    paper = a_visit(at=NOON - timedelta(days=3))
    desk.journal.record(paper)
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.keeping.receive_time(NOON)

    assert desk.kept(paper) == paper


def test_a_day_that_staff_named_by_a_clock_ahead_is_brought_back_too(desk: ClockDesk) -> None:
    paper = a_visit(at=NOON + timedelta(days=6))
    desk.journal.record(paper)
    desk.receive_time(NOON)

    assert desk.kept(paper).local_date == NOON.date()


@pytest.mark.parametrize("stored", ["100-01-01T00:00:00.000000Z", "9999-12-31T23:59:59.999999Z"])
def test_an_absurd_time_in_the_store_makes_no_start_fail(desk: ClockDesk, stored: str) -> None:
    desk.record()
    with desk.database.write() as connection:
        connection.exec_driver_sql("UPDATE clock SET trusted_at = ?", (stored,))
        connection.exec_driver_sql("DELETE FROM clock_runs")
    desk.restart()

    assert desk.keeping.moment(POLICY).utc == NOON
    desk.receive_time(NOON)
    assert desk.keeping.moment(POLICY).trusted
