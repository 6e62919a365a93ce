"""What stands in the store's folder under a name of the store's, and is something else."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from desk_app.services.errors import StoreError
from desk_app.store.operation_log.reading import read_log
from desk_app.store.operation_log.segments import log_folder, segments
from desk_app.store.schema.tables import operation_log
from tests.endurance.steps import make_store, start_store, try_record, visits_in
from tests.helpers.samples import a_visit

VISITS = 5
Expect = Callable[[str], None]


@pytest.fixture
def path(tmp_path: Path, key: str) -> Path:
    return make_store(tmp_path / "home" / "desk.db", key, VISITS)


@pytest.mark.parametrize("name", ["desk.db", "desk.db-wal", "desk-operations", "backups"])
def test_what_is_of_the_wrong_kind_is_moved_aside_and_nothing_is_lost(
    path: Path, key: str, name: str, expected_log: Callable[[str], None]
) -> None:
    expected_log("is of the wrong kind, and was moved")
    there = path.with_name(name)
    if there.is_dir():
        shutil.rmtree(there)
        there.write_bytes(b"kept")
    else:
        there.unlink(missing_ok=True)
        there.mkdir()
        (there / "inside").write_bytes(b"kept")
    opened = start_store(path, key)
    if opened.recovery is not None:
        expected_log("recovery: ")
    recorded = try_record(opened, a_visit(), StoreError)
    count, behind = len(visits_in(opened)), opened.log.behind
    opened.database.close()
    [aside] = path.parent.glob(f"set-aside/*/{name}")
    kept = aside / "inside" if aside.is_dir() else aside
    assert recorded
    assert (count, behind) == (VISITS + 1, False)
    assert kept.read_bytes() == b"kept"


@pytest.mark.parametrize("name", ["000000-20260101.oplog", "000009-20260101.oplog"])
@pytest.mark.parametrize(("there", "here"), [(6, 3), (3, 6), (4, 4)])
def test_a_file_of_the_log_of_a_copy_that_went_on_by_itself_is_taken_in_and_told_once(
    path: Path, key: str, tmp_path: Path, name: str, there: int, here: int, expected_log: Expect
) -> None:
    expected_log("recovery: ")
    copy = tmp_path / "copy" / path.name
    shutil.copytree(path.parent, copy.parent)
    for each, count in ((copy, there), (path, here)):
        opened = start_store(each, key)
        assert all(try_record(opened, a_visit(), StoreError) for _ in range(count))
        opened.database.close()
    [segment] = segments(log_folder(copy))
    shutil.copy(segment.path, log_folder(path) / name)
    opened = start_store(path, key)
    found = visits_in(opened)
    opened.database.close()
    again = start_store(path, key)
    again.database.close()
    assert len(found) == len(set(found)) == VISITS + there + here
    assert opened.recovery is not None
    assert (opened.recovery.taken_in, opened.recovery.log_renewed) == (there, False)
    assert again.recovery is None


def test_a_folder_with_the_name_of_a_file_of_the_log_keeps_no_record_from_it(
    path: Path, key: str, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    [segment] = segments(log_folder(path))
    segment.path.unlink()
    segment.path.with_name(f"{segment.path.name[:6]}-{datetime.now(UTC):%Y%m%d}.oplog").mkdir()
    opened = start_store(path, key)
    behind = opened.log.behind
    opened.database.close()
    [again] = segments(log_folder(path))
    assert not behind
    assert again.number == segment.number + 1


def test_files_of_the_log_are_counted_on_beyond_six_digits(path: Path, key: str) -> None:
    [segment] = segments(log_folder(path))
    segment.path.rename(segment.path.with_name("999999-20260101.oplog"))
    opened = start_store(path, key)
    assert all(try_record(opened, a_visit(), StoreError) for _ in range(2))
    behind = opened.log.behind
    opened.database.close()
    assert not behind
    assert [file.number for file in segments(log_folder(path))] == [999_999, 1_000_000]
    assert len(read_log(log_folder(path), key).operations) == VISITS + 2


def test_a_database_that_was_made_of_the_log_does_not_go_through_it_at_every_start(
    path: Path, key: str, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path.unlink()
    shutil.rmtree(path.parent / "backups")
    opened = start_store(path, key)
    with opened.database.read() as connection:
        number = connection.execute(sa.select(operation_log.c.number)).scalar_one()
    opened.database.close()
    assert number == read_log(log_folder(path), key).last == VISITS
