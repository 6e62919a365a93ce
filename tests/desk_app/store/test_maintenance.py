"""The desk's own care in the background, hour by hour as the test lets them pass."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.store.connection.database import Database, damage_note
from desk_app.store.maintenance import Maintenance
from desk_app.store.recovery.backups import INTERVAL, Backups
from desk_app.store.visits.journal import StoredJournal
from tests.helpers.samples import MOMENT, a_visit
from tests.helpers.store import KEY, bare

LONGEST = 60

_MANY_CARDS = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
    INSERT INTO cards_a
    SELECT 'CARD' || i, 'personal', 'active', '2026-01-01', '2027-01-01', 0, 'Espoo', 0 FROM n
"""


class Hours(threading.Event):
    """What the maintenance waits on: an hour is over when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.now = MOMENT
        self._arrived = threading.Semaphore(0)
        self._over = threading.Semaphore(0)

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout == INTERVAL.total_seconds()
        self._arrived.release()
        assert self._over.acquire(timeout=LONGEST)
        return self.is_set()

    def set(self) -> None:
        super().set()
        self._over.release()

    def until_it_waits(self) -> None:
        assert self._arrived.acquire(timeout=LONGEST)

    def pass_one(self) -> None:
        self.now += INTERVAL
        self._over.release()
        self.until_it_waits()


class Hesitation(threading.Event):
    """Holds the look at the file up, once it has begun, until the program ends."""

    def __init__(self) -> None:
        super().__init__()
        self.online_lookup = threading.Event()
        self.asked = 0

    def is_set(self) -> bool:
        self.asked += 1
        self.online_lookup.set()
        return self.wait(LONGEST)


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def maintenance(database: Database, path: Path, hours: Hours) -> Iterator[Maintenance]:
    made = Maintenance(database, path, KEY, lambda: hours.now, hours)
    yield made
    if not hours.is_set():
        made.close()


@pytest.fixture
def damaged(database: Database, path: Path) -> Callable[[], None]:
    """Turns a bit over where no start looks: among the register's cards."""

    def damage() -> None:
        with database.write() as connection:
            connection.exec_driver_sql(_MANY_CARDS)
        connection = bare(path)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        content = bytearray(path.read_bytes())
        content[len(content) // 4] ^= 1
        path.write_bytes(content)

    return damage


def nobody() -> None:
    raise AssertionError("nothing was damaged")


def test_a_copy_is_made_at_the_start_and_after_every_hour(
    maintenance: Maintenance, hours: Hours, path: Path
) -> None:
    maintenance.start(nobody)
    hours.until_it_waits()
    hours.pass_one()
    hours.pass_one()
    made_at = [copy.made_at for copy in Backups(path).copies()]
    assert made_at == [MOMENT + timedelta(hours=hour) for hour in (2, 1, 0)]


def test_no_copy_is_made_at_a_start_within_the_hour(
    maintenance: Maintenance, hours: Hours, database: Database, path: Path
) -> None:
    Backups(path).make(database, KEY, MOMENT - timedelta(minutes=20))
    maintenance.start(nobody)
    hours.until_it_waits()
    assert len(Backups(path).copies()) == 1


def test_the_end_of_a_session_makes_a_copy_of_what_was_recorded_in_it(
    maintenance: Maintenance, hours: Hours, journal: StoredJournal, path: Path
) -> None:
    maintenance.start(nobody)
    hours.until_it_waits()
    journal.record(a_visit())
    hours.now += timedelta(minutes=5)
    maintenance.close()
    newest = Backups(path).copies()[0]
    assert (newest.highest, newest.made_at) == (1, MOMENT + timedelta(minutes=5))


def test_a_command_makes_a_copy_when_the_last_one_is_an_hour_old(
    database: Database, path: Path, hours: Hours
) -> None:
    for minutes in (0, 59, 60):
        hours.now = MOMENT + timedelta(minutes=minutes)
        Maintenance(database, path, KEY, lambda: hours.now).close()
    made_at = [copy.made_at for copy in Backups(path).copies()]
    assert made_at == [MOMENT + timedelta(hours=1), MOMENT]


def test_damage_where_no_start_looks_is_told_and_noted_for_the_next_start(
    maintenance: Maintenance,
    hours: Hours,
    path: Path,
    damaged: Callable[[], None],
    expected_log: Callable[[str], None],
) -> None:
    expected_log("the data is damaged; the next start repairs it")
    damaged()
    reported = threading.Event()
    maintenance.start(reported.set)
    hours.until_it_waits()
    assert reported.is_set()
    assert damage_note(path).exists()


def test_a_copy_is_made_of_damaged_data_too(
    maintenance: Maintenance,
    hours: Hours,
    journal: StoredJournal,
    path: Path,
    damaged: Callable[[], None],
    expected_log: Callable[[str], None],
) -> None:
    expected_log("the data is damaged")
    journal.record(a_visit())
    damaged()
    maintenance.start(lambda: None)
    hours.until_it_waits()
    assert [copy.highest for copy in Backups(path).copies()] == [1]


def test_the_end_of_the_program_cuts_the_look_short(database: Database, path: Path) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(_MANY_CARDS)
    hesitation = Hesitation()
    maintenance = Maintenance(database, path, KEY, lambda: MOMENT, hesitation)
    maintenance.start(nobody)
    assert hesitation.online_lookup.wait(LONGEST)
    maintenance.close()
    assert hesitation.asked == 2  # by the look, and before the hourly copy that is no longer made
    assert len(Backups(path).copies()) == 1
