"""What is committed is on the disk when the block is left; where it cannot be, that is said."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.services.errors import StoreError
from desk_app.store.connection.database import Database, damage_note
from desk_app.store.operation_log.reading import read_log
from desk_app.store.operation_log.segments import log_folder
from desk_app.store.register.desk import StoredDesk
from desk_app.store.visits.journal import StoredJournal
from tests.endurance.steps import held_after_start, start_store
from tests.helpers.desks import a_record
from tests.helpers.samples import a_visit
from tests.helpers.store import KEY


def put_a_folder_in_the_way(path: Path) -> None:
    """SQLite goes on with the file that it has open; nobody else finds that one by its name."""
    wal = path.with_name(f"{path.name}-wal")
    wal.rename(wal.with_name("gone"))
    wal.mkdir()


def test_a_visit_that_only_the_log_could_bring_to_the_disk_is_recorded_and_kept(
    path: Path, expected_log: Callable[[str], None]
) -> None:
    expected_log("the database could not be synced")
    expected_log("desk.db-wal is of the wrong kind")
    opened = start_store(path, KEY)
    put_a_folder_in_the_way(path)
    visit = a_visit()
    StoredJournal(opened.database).record(visit)
    assert visit.id in read_log(log_folder(path), KEY).operations
    assert damage_note(path).exists()  # so the next start looks at every page
    opened.database.close()
    in_database, in_log = held_after_start(path, KEY)
    assert set(in_database) == in_log == {visit.id}


def test_what_nothing_could_bring_to_the_disk_is_refused(path: Path) -> None:
    database = Database.open(path, KEY)
    put_a_folder_in_the_way(path)
    with pytest.raises(StoreError):
        StoredDesk(database).enrol(a_record())
    database.close()


@pytest.mark.skipif(os.name != "posix", reason="SQLite does not follow links elsewhere")
def test_a_database_that_a_link_leads_to_is_synced_where_it_lies(
    path: Path, tmp_path: Path
) -> None:
    real = tmp_path / "elsewhere.db"
    path.parent.mkdir()
    path.symlink_to(real)
    database = Database.open(path, KEY)
    put_a_folder_in_the_way(real)
    with pytest.raises(StoreError):
        StoredDesk(database).enrol(a_record())
    database.close()


def test_a_write_ahead_log_that_somebody_removed_keeps_no_visit_from_being_recorded(
    path: Path,
) -> None:
    opened = start_store(path, KEY)
    path.with_name(f"{path.name}-wal").unlink()
    visit = a_visit()
    StoredJournal(opened.database).record(visit)
    opened.database.close()
    assert held_after_start(path, KEY) == ([visit.id], {visit.id})
