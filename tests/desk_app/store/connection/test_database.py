import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from traceback import format_exception
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.services.errors import (
    StoreDamagedError,
    StoreFullError,
    StoreKeyError,
    StoreLockedError,
    StoreReadOnlyError,
)
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import visits
from desk_app.store.visits.journal import StoredJournal
from tests.helpers.samples import a_visit
from tests.helpers.store import KEY, OTHER_KEY, bare, pragma

LONGEST = 60.0
"""Seconds: what takes longer never comes."""


class RefusedToDayError(Exception):
    """No fault of the file's."""


def wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + LONGEST
    while not true():
        assert time.monotonic() < until
        threading.Event().wait(0.005)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def rows_in(database: Database) -> int:
    with database.read() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(visits)).scalar_one()


def record_the_same_twice(journal: StoredJournal) -> None:
    visit = a_visit()
    journal.record(visit)
    journal.record(visit)


def filled(path: Path, count: int = 300) -> None:
    database = Database.open(path, KEY)
    for _ in range(count):
        StoredJournal(database).record(a_visit())
    database.close()


def test_the_folder_and_the_files_are_for_this_user_alone(
    path: Path, journal: StoredJournal
) -> None:
    journal.record(a_visit())
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


def test_no_card_number_stands_in_any_of_the_files(path: Path, journal: StoredJournal) -> None:
    journal.record(a_visit(number="CANARY0123456789"))
    found = bytes_of(path.parent)
    assert {"desk.db", "desk.db-wal"} <= found.keys()
    assert [name for name, content in found.items() if b"CANARY" in content] == []


def test_no_card_number_stands_in_the_closed_file(path: Path) -> None:
    database = Database.open(path, KEY)
    StoredJournal(database).record(a_visit(number="CANARY0123456789"))
    database.close()
    assert b"CANARY" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite format 3")


def test_no_error_of_the_database_has_a_card_number_in_its_text(database: Database) -> None:
    odd = sa.insert(visits).values(id=uuid4(), card_number="CANARY0123456789")
    with pytest.raises(sa.exc.SQLAlchemyError) as refused, database.write() as connection:
        connection.execute(odd)
    assert "CANARY" not in "".join(format_exception(refused.value))


def test_a_database_emptied_under_the_program_is_damage(database: Database) -> None:
    with database.bare() as connection:
        connection.execute("DROP TABLE visits")
    with pytest.raises(StoreDamagedError):
        rows_in(database)


def test_every_connection_is_as_durable_as_it_must_be(database: Database) -> None:
    with database.read() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 1,  # NORMAL: each commit is synced beside the operation log
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_a_wrong_key_is_said_and_the_file_left_as_it_is(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    filled(path)
    before = bytes_of(path.parent)
    changed_at = path.stat().st_mtime_ns
    with pytest.raises(StoreKeyError) as caught:
        Database.open(path, OTHER_KEY)
    assert caught.value.facts["path"] == str(path)
    assert OTHER_KEY not in str(caught.value)
    assert bytes_of(path.parent) == before
    assert path.stat().st_mtime_ns == changed_at
    assert capfd.readouterr() == ("", "")  # the cipher does not speak for itself


def test_a_wrong_key_beside_an_open_desk_does_it_no_harm(path: Path, database: Database) -> None:
    StoredJournal(database).record(a_visit())
    with pytest.raises(StoreKeyError):
        Database.open(path, OTHER_KEY)
    StoredJournal(database).record(a_visit())
    assert rows_in(database) == 2


def test_a_plain_database_in_its_place_is_neither_used_nor_changed(path: Path) -> None:
    path.parent.mkdir()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE cards (number TEXT)")
    plain.close()
    before = bytes_of(path.parent)
    with pytest.raises(StoreKeyError):
        Database.open(path, KEY)
    assert bytes_of(path.parent) == before


def test_a_file_that_was_cut_off_is_damaged_and_left_as_it_is(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    before = bytes_of(path.parent)
    with pytest.raises(StoreDamagedError):
        Database.open(path, KEY)
    assert bytes_of(path.parent) == before


def test_flipped_bytes_are_noticed_where_they_are_read(path: Path) -> None:
    filled(path)
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 4, len(content), 4096):  # a byte of every later page
        content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreDamagedError):
        filled(path, count=1)


def test_a_file_where_the_folder_should_be_is_said(path: Path) -> None:
    path.parent.write_text("in the way")
    with pytest.raises(StoreReadOnlyError) as caught:
        Database.open(path, KEY)
    assert caught.value.facts["path"] == str(path)
    assert path.parent.read_text() == "in the way"


def test_a_folder_where_the_file_should_be_is_said(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreReadOnlyError):
        Database.open(path, KEY)


def test_a_full_disk_records_nothing_and_the_next_one_works_once_there_is_room(
    database: Database, journal: StoredJournal
) -> None:
    pragma(database, "max_page_count = 1")  # no page more than there are
    recorded = 0
    with pytest.raises(StoreFullError) as caught:
        for _ in range(5000):
            journal.record(a_visit())
            recorded += 1
    assert "path" in caught.value.facts
    assert rows_in(database) == journal.count().pending == recorded
    pragma(database, "max_page_count = 1000000")
    journal.record(a_visit())
    assert rows_in(database) == journal.count().pending == recorded + 1


def test_a_file_held_by_another_program_is_said_and_works_when_it_lets_go(
    path: Path, database: Database, journal: StoredJournal
) -> None:
    other = bare(path)
    other.execute("BEGIN IMMEDIATE")
    pragma(database, "busy_timeout = 20")
    with pytest.raises(StoreLockedError):
        journal.record(a_visit())
    other.execute("ROLLBACK")
    other.close()
    journal.record(a_visit())
    assert rows_in(database) == 1


def test_a_fresh_file_that_another_program_is_making_is_waited_for(path: Path) -> None:
    path.parent.mkdir()
    other = bare(path)
    other.execute("BEGIN IMMEDIATE")  # not yet a write-ahead log: SQLite does not wait here
    opened: list[Database] = []
    waiting = threading.Thread(target=lambda: opened.append(Database.open(path, KEY)))
    waiting.start()
    waiting.join(0.3)
    assert (waiting.is_alive(), opened) == (True, [])
    other.execute("ROLLBACK")
    other.close()
    waiting.join(LONGEST)
    assert rows_in(opened[0]) == 0
    opened[0].close()


def test_what_is_read_does_not_wait_for_another_one_that_writes(
    path: Path, database: Database
) -> None:
    other = bare(path)
    other.execute("BEGIN IMMEDIATE")
    pragma(database, "busy_timeout = 20")
    assert rows_in(database) == 0
    other.close()


def test_an_error_in_a_block_undoes_all_of_it(database: Database, journal: StoredJournal) -> None:
    with pytest.raises(sqlcipher.IntegrityError), database.write():
        record_the_same_twice(journal)
    assert rows_in(database) == 0


def test_a_block_within_a_block_sees_what_is_not_yet_committed(
    database: Database, journal: StoredJournal
) -> None:
    with database.write():
        visit = a_visit()
        journal.record(visit)
        assert journal.entry(visit.id) is not None
        assert journal.count().pending == 1


def test_nobody_else_writes_from_the_beginning_of_a_block(path: Path, database: Database) -> None:
    other = bare(path)
    other.execute("PRAGMA busy_timeout = 0")
    with database.write(), pytest.raises(sqlcipher.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_another_thread_sees_nothing_of_it_before_the_commit(
    database: Database, journal: StoredJournal
) -> None:
    seen: list[int] = []
    with database.write():
        journal.record(a_visit())
        other = threading.Thread(target=lambda: seen.append(rows_in(database)))
        other.start()
        other.join()
    assert (seen, rows_in(database)) == ([0], 1)


def test_several_threads_write_at_the_same_time(database: Database) -> None:
    errors: list[BaseException] = []

    def record_some() -> None:
        try:
            for _ in range(25):
                StoredJournal(database).record(a_visit())
        except BaseException as error:  # noqa: BLE001 - brought to the test's own thread
            errors.append(error)

    threads = [threading.Thread(target=record_some) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert rows_in(database) == 100


def test_a_broken_constraint_is_a_bug_and_no_fault_of_the_world(journal: StoredJournal) -> None:
    with pytest.raises(sqlcipher.IntegrityError):
        record_the_same_twice(journal)


def test_the_thread_that_came_first_writes_first(database: Database) -> None:
    """A load, piece after piece, lets a visit in between two of them."""
    first_holds, go_on = threading.Event(), threading.Event()
    order: list[str] = []

    def load() -> None:
        for piece in ("first piece", "second piece"):
            with database.write():
                order.append(piece)
                first_holds.set()
                assert go_on.wait(LONGEST)

    def record() -> None:
        with database.write():
            order.append("visit")

    loading = threading.Thread(target=load)
    loading.start()
    assert first_holds.wait(LONGEST)
    recording = threading.Thread(target=record)
    recording.start()
    wait_until(lambda: database._turn.waited_for)
    go_on.set()
    loading.join(LONGEST)
    recording.join(LONGEST)
    assert order == ["first piece", "visit", "second piece"]


def test_a_line_that_met_a_fault_is_not_used_again(
    database: Database, journal: StoredJournal
) -> None:
    pragma(database, "query_only = ON")
    with pytest.raises(StoreReadOnlyError):
        journal.record(a_visit())
    journal.record(a_visit())
    assert rows_in(database) == 1


def test_a_line_that_met_a_refusal_is_kept(database: Database) -> None:
    with database.read() as connection:
        before = connection.connection.driver_connection
    with pytest.raises(RefusedToDayError), database.write():
        raise RefusedToDayError
    with database.read() as connection:
        assert connection.connection.driver_connection is before


def test_a_closed_store_lets_go_of_what_was_under_way(path: Path) -> None:
    database = Database.open(path, KEY)
    with database.read():
        database.close()
    assert [file.name for file in path.parent.iterdir()] == ["desk.db"]
