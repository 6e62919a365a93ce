"""A clock that cannot be believed neither stops the sale nor dates visits wrongly in silence."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.services.timekeeping import Timekeeping
from desk_app.store.clock import StoredClock
from desk_app.store.database import Database
from desk_app.store.desk import StoredDesk
from desk_app.store.journal import StoredJournal
from desk_app.store.outbox import StoredOutbox
from sync.rules.policy import Policy
from sync.rules.visits import Visit
from tests.helpers.clocks import SettableClock
from tests.helpers.desks import a_record
from tests.helpers.samples import a_visit

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
POLICY = Policy()


@dataclass
class Desk:
    """A desk's clock and journal on a real file; ``restart`` is a new start of the program."""

    database: Database
    clock: SettableClock

    def __post_init__(self) -> None:
        self.journal = StoredJournal(self.database)
        self.outbox = StoredOutbox(self.database, self.clock)
        self.restart()

    def restart(self) -> None:
        self.keeping = Timekeeping(
            self.clock, StoredClock(self.database), StoredDesk(self.database)
        )

    def record(self) -> Visit:
        """A visit dated as recording dates it."""
        moment = self.keeping.moment(POLICY)
        visit = a_visit(at=moment.utc)
        self.journal.record(visit, moment.reading)
        self.keeping.witnessed(moment)
        return visit

    def kept(self, visit: Visit) -> Visit:
        entry = self.journal.entry(visit.id)
        assert entry is not None
        assert isinstance(entry.visit, Visit)
        return entry.visit


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    database = Database.open(tmp_path / "desk.db", "ab" * 32)
    StoredDesk(database).enrol(a_record())
    return Desk(database, SettableClock(NOON))


def test_a_clock_is_trusted_until_something_speaks_against_it(desk: Desk) -> None:
    assert desk.keeping.moment(POLICY).trusted


def test_a_clock_before_this_program_was_written_is_not_trusted(desk: Desk) -> None:
    desk.clock.set_wrong(datetime(1970, 1, 1, tzinfo=UTC))

    moment = desk.keeping.moment(POLICY)

    assert not moment.trusted
    assert moment.at.year >= 2026


def test_a_clock_behind_the_last_record_is_not_trusted_and_time_stands_still(desk: Desk) -> None:
    desk.record()
    desk.clock.set_wrong(NOON - timedelta(days=200))
    desk.restart()

    moment = desk.keeping.moment(POLICY)

    assert not moment.trusted
    assert moment.utc == NOON


def test_a_winter_without_power_is_no_reason_for_doubt(desk: Desk) -> None:
    desk.record()
    desk.clock.tick(days=200)
    desk.restart()

    assert desk.keeping.moment(POLICY).trusted


def test_a_clock_that_jumps_while_the_program_runs_is_noticed(desk: Desk) -> None:
    desk.keeping.moment(POLICY)
    desk.clock.set_wrong(NOON + timedelta(hours=1))

    assert not desk.keeping.moment(POLICY).trusted


def test_time_that_passes_by_the_clock_is_no_jump(desk: Desk) -> None:
    desk.keeping.moment(POLICY)
    desk.clock.tick(hours=9)

    assert desk.keeping.moment(POLICY).trusted


def test_the_register_makes_a_jumped_clock_trusted_again(desk: Desk) -> None:
    desk.keeping.moment(POLICY)
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.keeping.heard(NOON)

    moment = desk.keeping.moment(POLICY)

    assert moment.trusted
    assert moment.utc == NOON


def test_a_seconds_difference_is_left_alone(desk: Desk) -> None:
    desk.keeping.heard(NOON + timedelta(seconds=20))

    assert desk.keeping.moment(POLICY).utc == NOON


def test_a_measured_offset_is_doubted_after_a_restart_until_it_is_heard_again(desk: Desk) -> None:
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.keeping.heard(NOON)
    desk.restart()

    assert not desk.keeping.moment(POLICY).trusted


def test_visits_of_a_clock_in_1970_are_set_right_when_the_register_tells_the_time(
    desk: Desk,
) -> None:
    desk.record()
    desk.clock.set_wrong(datetime(1970, 1, 1, tzinfo=UTC))
    desk.restart()
    visit = desk.record()
    desk.clock.tick(hours=2)
    desk.keeping.heard(NOON + timedelta(days=40, hours=2))

    kept = desk.kept(visit)

    assert kept.recorded_at == NOON + timedelta(days=40)
    assert kept.local_date == date(2027, 1, 3)
    assert not kept.clock_trusted


def test_visits_of_a_clock_an_hour_off_are_set_right_too(desk: Desk) -> None:
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    visit = desk.record()
    desk.clock.tick(minutes=10)
    desk.keeping.heard(NOON + timedelta(minutes=10))

    assert desk.kept(visit).recorded_at == NOON
    assert not desk.kept(visit).clock_trusted


def test_a_visit_that_was_sent_once_keeps_its_date_for_ever(desk: Desk) -> None:
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    visit = desk.record()
    desk.outbox.take(1)
    desk.outbox.release()
    desk.keeping.heard(NOON)

    assert desk.kept(visit) == visit


def test_visits_before_a_jump_are_left_as_they_were_dated(desk: Desk) -> None:
    before = desk.record()
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.keeping.heard(NOON)

    assert desk.kept(before) == before


def test_a_visit_that_staff_dated_themselves_is_never_set_right(desk: Desk) -> None:
    paper = a_visit(at=NOON - timedelta(days=3))
    desk.journal.record(paper)
    desk.clock.set_wrong(NOON + timedelta(hours=1))
    desk.keeping.heard(NOON)

    assert desk.kept(paper) == paper
