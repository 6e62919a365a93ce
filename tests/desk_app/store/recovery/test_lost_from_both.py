"""Database and operation log harmed together: what is in neither is told, once."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.recovery_words import RecoveryWords
from desk_app.services.errors import StoreError
from desk_app.services.recovery import Recovery
from desk_app.store.opening import Opened, compare
from desk_app.store.operation_log.format import MARKER
from desk_app.store.operation_log.last_record import last_record_path
from desk_app.store.operation_log.segments import log_folder, segments
from tests.endurance.steps import make_store, start_store, try_record, visits_in
from tests.helpers.samples import a_visit
from tests.helpers.store import at_moment, bare

BEFORE, LOST, AFTER = 5, 3, 2
_PAGE = 4096
Expect = Callable[[str], None]


@pytest.fixture
def path(tmp_path: Path, key: str) -> Path:
    return make_store(tmp_path / "home" / "desk.db", key, BEFORE)


def record(opened: Opened, count: int) -> None:
    assert all(try_record(opened, a_visit(), StoreError) for _ in range(count))


def put_back_at_work(path: Path) -> None:
    """Take the write-ahead log from under the program, and have it look at the file afresh."""
    with path.with_name("desk.db-wal").open("r+b") as log:
        log.truncate(0)
    index = path.with_name("desk.db-shm")
    with index.open("r+b") as file:
        file.write(bytes(index.stat().st_size))


def frames_from(path: Path, count: int) -> tuple[Path, int]:
    """The newest file of the log, and where the last records of it begin."""
    newest = segments(log_folder(path))[-1].path
    content = newest.read_bytes()
    at = len(content)
    for _ in range(count):
        at = content.rindex(MARKER, 0, at)
    return newest, at


def next_start(path: Path, key: str) -> tuple[Recovery | None, int]:
    """What a start tells, and how many visits there are; the one after it tells nothing."""
    opened = start_store(path, key)
    count = len(visits_in(opened))
    record(opened, 1)
    opened.database.close()
    again = start_store(path, key)
    again.database.close()
    assert again.recovery is None
    return opened.recovery, count


@pytest.mark.parametrize(
    ("after", "compared"),
    [(AFTER, "at the next start"), (AFTER, "within the hour"), (0, "within the hour")],
)
def test_what_both_lost_under_the_program_is_counted(
    path: Path, key: str, after: int, compared: str, expected_log: Expect
) -> None:
    expected_log(f"lost {LOST}")
    opened = start_store(path, key)
    record(opened, LOST)
    put_back_at_work(path)
    segments(log_folder(path))[-1].path.unlink()
    record(opened, after)
    if compared == "within the hour":
        recovery = compare(path, opened.database, opened.log, at_moment)
        opened.database.close()
        again, count = next_start(path, key)
        assert again is None
    else:
        opened.database.close()
        recovery, count = next_start(path, key)
    assert count == BEFORE + after
    assert recovery is not None
    assert recovery.lost == LOST
    words = RecoveryWords(Messages(catalogue("en"), "en"))
    assert re.search(
        "3 records made between .* and .* could not be recovered", words.facts(recovery)
    )


def test_a_database_that_went_back_under_the_program_is_completed_from_the_log(
    path: Path, key: str, expected_log: Expect
) -> None:
    expected_log(f"taken in {LOST}")
    opened = start_store(path, key)
    record(opened, LOST)
    put_back_at_work(path)
    record(opened, AFTER)
    opened.database.close()
    recovery, count = next_start(path, key)
    assert count == BEFORE + LOST + AFTER
    assert recovery is not None
    assert recovery.is_complete


def test_a_record_torn_off_the_log_that_the_database_never_knew_is_told(
    path: Path, key: str, tmp_path: Path, expected_log: Expect
) -> None:
    expected_log("all known False")
    opened = start_store(path, key)
    record(opened, 1 + LOST)
    killed = tmp_path / "killed" / path.name
    shutil.copytree(path.parent, killed.parent)
    opened.database.close()
    for suffix in ("-wal", "-shm"):
        killed.with_name(killed.name + suffix).unlink()
    newest, at = frames_from(killed, LOST + 1)
    newest.write_bytes(newest.read_bytes()[: at + len(MARKER)])
    recovery, count = next_start(killed, key)
    assert count == BEFORE
    assert recovery is not None
    assert not recovery.knows_all


def test_a_log_cut_off_where_nothing_stood_yet_is_no_loss(path: Path, key: str) -> None:
    opened = start_store(path, key)
    record(opened, 1)
    opened.database.close()
    newest = segments(log_folder(path))[-1].path
    newest.write_bytes(newest.read_bytes()[:-_PAGE])
    recovery, count = next_start(path, key)
    assert (recovery, count) == (None, BEFORE + 1)


def test_how_far_a_damaged_database_knew_the_log_is_not_forgotten_for_a_copy(
    path: Path, key: str, expected_log: Expect
) -> None:
    expected_log(f"lost {LOST}")
    opened = start_store(path, key)
    opened.log.begin_file()
    record(opened, LOST)
    opened.database.close()
    segments(log_folder(path))[-1].path.unlink()
    flip_first_page_of(path, key, "visits")
    recovery, count = next_start(path, key)
    assert count == BEFORE
    assert recovery is not None
    assert (recovery.rebuilt, recovery.lost) == (True, LOST)


@pytest.mark.parametrize("left", [0, 65536], ids=["emptied", "zeros"])
def test_with_the_newest_file_of_the_log_empty_a_copy_is_not_said_to_be_all(
    path: Path, key: str, left: int, expected_log: Expect
) -> None:
    expected_log("all known False")
    opened = start_store(path, key)
    opened.log.begin_file()
    record(opened, LOST)
    opened.database.close()
    segments(log_folder(path))[-1].path.write_bytes(bytes(left))
    last_record_path(path).unlink()
    path.unlink()
    recovery, count = next_start(path, key)
    assert count == BEFORE
    assert recovery is not None
    assert not recovery.knows_all


def test_a_database_that_was_made_of_a_damaged_file_is_not_taken_at_its_word(
    path: Path, key: str, expected_log: Expect
) -> None:
    expected_log(f"lost {LOST}")
    opened = start_store(path, key)
    record(opened, LOST)
    opened.database.close()
    connection = bare(path, key)  # as where pages of another time stand in the place of some
    newest = "SELECT id FROM operations ORDER BY seq DESC LIMIT ?"
    ids = connection.execute(newest, (LOST,)).fetchall()
    connection.executemany("DELETE FROM visits WHERE id = ?", ids)
    connection.executemany("DELETE FROM operations WHERE id = ?", ids)
    connection.close()
    flip_first_page_of(path, key, "offers")
    newest_file, at = frames_from(path, LOST)
    content = newest_file.read_bytes()
    newest_file.write_bytes(content[:at] + bytes(len(content) - at))
    recovery, count = next_start(path, key)
    assert count == BEFORE
    assert recovery is not None
    assert (recovery.rebuilt, recovery.lost, recovery.knows_all) == (True, LOST, False)


def flip_first_page_of(path: Path, key: str, table: str) -> None:
    """Damage a table, so that it cannot be read."""
    connection = bare(path, key)
    asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    (root,) = connection.execute(asked, (table,)).fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * _PAGE + 100] ^= 1
    path.write_bytes(content)
