"""The number of the last record, beside database and log: it tells what both have lost."""

import secrets
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.opening import open_logged
from desk_app.store.operation_log.last_record import LastRecord, LastRecordFile, last_record_path
from desk_app.store.operation_log.reading import ReadLog
from desk_app.store.operation_log.segments import log_folder, segments
from desk_app.store.schema import migrations
from desk_app.store.visits.journal import StoredJournal
from tests.endurance.steps import next_start, start_store
from tests.helpers.samples import MOMENT, a_visit

BEFORE, LOST = 4, 3
Expect = Callable[[str], None]
Harm = Callable[[Path], object]


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def zeroed(file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


HARMS: Mapping[str, Harm] = {"removed": Path.unlink, "emptied": emptied, "zeroed": zeroed}


@pytest.fixture
def killed(tmp_path: Path, key: str) -> Path:
    """A store as a killed program left it: what it recorded last is in files of its own."""
    path = tmp_path / "home" / "desk.db"
    opened = start_store(path, key)
    for _ in range(BEFORE):
        StoredJournal(opened.database).record(a_visit())
    opened.database.close()
    opened = start_store(path, key)
    opened.log.begin_file()
    for _ in range(LOST):
        StoredJournal(opened.database).record(a_visit())
    killed = tmp_path / "killed" / path.name
    shutil.copytree(path.parent, killed.parent)
    opened.database.close()
    return killed


def newest(path: Path) -> Path:
    return segments(log_folder(path))[-1].path


@pytest.mark.parametrize("of_log", HARMS)
@pytest.mark.parametrize("of_database", HARMS)
def test_what_was_only_in_the_newest_files_of_both_is_counted_and_dated(
    killed: Path, key: str, of_log: str, of_database: str, expected_log: Expect
) -> None:
    expected_log(f"lost {LOST}")
    HARMS[of_database](killed.with_name("desk.db-wal"))
    HARMS[of_log](newest(killed))
    recovery, count = next_start(killed, key)
    assert count == BEFORE
    assert recovery is not None
    assert (recovery.lost, recovery.knows_all) == (LOST, True)
    assert recovery.lost_since is not None
    assert recovery.lost_until is not None
    a_while = timedelta(minutes=10)
    assert (
        datetime.now(UTC) - a_while < recovery.lost_since <= recovery.lost_until < datetime.now(UTC)
    )


@pytest.mark.parametrize("harm", HARMS)
def test_where_nothing_else_is_left_the_number_alone_tells_of_the_loss(
    killed: Path, key: str, harm: str, expected_log: Expect
) -> None:
    expected_log(f"lost {BEFORE + LOST}")
    for file in (*killed.parent.glob("desk.db*"), *log_folder(killed).iterdir()):
        HARMS[harm](file)
    recovery, count = next_start(killed, key)
    assert count == 0
    assert recovery is not None
    assert recovery.lost == BEFORE + LOST


@pytest.mark.parametrize("harm", HARMS)
def test_without_the_number_nobody_is_told_that_all_is_there(
    killed: Path, key: str, harm: str, expected_log: Expect
) -> None:
    expected_log("all known False")
    HARMS[harm](last_record_path(killed))
    recovery, count = next_start(killed, key)
    assert count == BEFORE + LOST
    assert recovery is not None
    assert (recovery.lost, recovery.knows_all) == (0, False)


@pytest.mark.parametrize("other", ["desk.db", "desk.db-wal", "operation log"])
def test_with_the_number_and_one_other_file_gone_all_is_there(
    killed: Path, key: str, other: str, expected_log: Expect
) -> None:
    expected_log("all known False")
    last_record_path(killed).unlink()
    (newest(killed) if other == "operation log" else killed.with_name(other)).unlink()
    recovery, count = next_start(killed, key)
    assert count == BEFORE + LOST
    assert recovery is not None
    assert recovery.lost == 0


def test_an_older_number_is_no_loss_and_is_brought_up_to_date(killed: Path, key: str) -> None:
    LastRecordFile(killed, key).write(LastRecord(BEFORE, MOMENT))
    recovery, count = next_start(killed, key)
    assert (recovery, count) == (None, BEFORE + LOST)
    assert LastRecordFile(killed, key).read() is not None


def test_a_program_that_knows_of_fewer_records_does_not_lower_the_number(
    killed: Path, key: str, expected_log: Expect
) -> None:
    expected_log(f"lost {LOST}")
    database, _ = open_logged(killed, key)  # as beside another program, with no look at the files
    LastRecordFile(killed, key).write(LastRecord(BEFORE + 2 * LOST, MOMENT))
    StoredJournal(database).record(a_visit())
    database.close()
    recovery, _ = next_start(killed, key)
    assert recovery is not None
    assert recovery.lost == LOST


def test_a_file_of_an_earlier_version_has_no_number_and_nothing_is_said(
    tmp_path: Path, key: str
) -> None:
    path = tmp_path / "home" / "desk.db"
    Database.open(path, key, migrations.STEPS[:23]).close()
    recovery, _ = next_start(path, key)
    assert recovery is None
    assert LastRecordFile(path, key).read() is not None


def test_another_desks_number_is_none(killed: Path, key: str) -> None:
    LastRecordFile(killed, secrets.token_hex(32)).write(LastRecord(99, MOMENT))
    assert LastRecordFile(killed, key).read() is None


def test_what_is_lost_was_written_between_the_records_around_it() -> None:
    at = [MOMENT + timedelta(hours=hour) for hour in range(10)]
    found = ReadLog({}, cut=False, counted=LastRecord(9, at[9]))
    assert found.around([5, 6], LastRecord(4, at[4])) == (at[4], at[9])
    assert found.around([], LastRecord(4, at[4])) == (at[9], None)
    assert found.around([1, 9], LastRecord(4, at[4])) == (None, at[9])


def test_times_of_a_clock_that_was_put_back_are_not_told_the_wrong_way_round() -> None:
    found = ReadLog({}, cut=False, counted=LastRecord(9, MOMENT))
    later = LastRecord(4, MOMENT + timedelta(days=1))
    assert found.around([5], later) == (None, MOMENT)
