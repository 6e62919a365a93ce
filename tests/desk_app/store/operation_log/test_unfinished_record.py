"""A record torn at the end of the log: one that nobody was told of is no loss, others are told."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.services.errors import StoreError
from desk_app.store.operation_log.format import SECTOR
from desk_app.store.operation_log.reading import read_log
from desk_app.store.operation_log.segments import log_folder, segments
from desk_app.store.visits.journal import StoredJournal
from tests.endurance.steps import next_start, start_store, try_record
from tests.helpers.samples import a_visit

BEFORE = 3
Expect = Callable[[str], None]


class Cut:
    """A store whose last visit is in none of its files but the log, and there in part.

    ``whole`` is the log's newest file with all of it, which
    lies there from ``start`` to ``end``.
    """

    def __init__(self, folder: Path, key: str) -> None:
        home = folder / "home" / "desk.db"
        opened = start_store(home, key)
        for _ in range(BEFORE):
            StoredJournal(opened.database).record(a_visit())
        self.path = folder / "cut" / home.name
        shutil.copytree(home.parent, self.path.parent)
        self.log = segments(log_folder(self.path))[-1].path
        self.start = len(self.log.read_bytes().rstrip(b"\0"))
        StoredJournal(opened.database).record(a_visit())
        self.whole = segments(log_folder(home))[-1].path.read_bytes()
        self.end = len(self.whole.rstrip(b"\0"))
        opened.database.close()

    def tear(self, at: int) -> None:
        self.log.write_bytes(self.whole[:at].ljust(len(self.whole), b"\0"))


@pytest.fixture
def cut(tmp_path: Path, key: str) -> Cut:
    return Cut(tmp_path, key)


@pytest.mark.parametrize("part", [0.05, 0.5, 0.95])
def test_what_nobody_was_told_of_is_no_loss_and_is_not_kept(
    cut: Cut, key: str, part: float
) -> None:
    cut.tear(cut.start + int((cut.end - cut.start) * part))

    assert next_start(cut.path, key) == (None, BEFORE)
    log = read_log(log_folder(cut.path), key)
    assert not any(content.torn for content in log.files.values())


def test_a_piece_from_the_middle_that_came_first_is_not_kept_either(cut: Cut, key: str) -> None:
    sector = (cut.start // SECTOR + 1) * SECTOR
    torn = bytearray(cut.log.read_bytes())
    torn[sector : sector + SECTOR] = cut.whole[cut.start : cut.start + SECTOR]
    cut.log.write_bytes(torn)

    assert next_start(cut.path, key) == (None, BEFORE)
    log = read_log(log_folder(cut.path), key)
    assert not any(content.torn for content in log.files.values())


def test_a_file_that_was_cut_off_had_the_record_once(
    cut: Cut, key: str, expected_log: Expect
) -> None:
    expected_log("all known False")
    cut.log.write_bytes(cut.whole[: (cut.start + cut.end) // 2])
    recovery, _ = next_start(cut.path, key)
    assert recovery is not None
    assert not recovery.knows_all


def test_a_whole_record_that_was_harmed_had_been_there(
    cut: Cut, key: str, expected_log: Expect
) -> None:
    expected_log("all known False")
    harmed = bytearray(cut.whole)
    harmed[(cut.start + cut.end) // 2] ^= 1
    cut.log.write_bytes(harmed)
    recovery, _ = next_start(cut.path, key)
    assert recovery is not None
    assert not recovery.knows_all


def test_behind_a_database_that_went_back_further_a_torn_record_may_be_a_loss(
    cut: Cut, key: str, expected_log: Expect
) -> None:
    expected_log("all known False")
    for suffix in ("-wal", "-shm"):  # with all that was recorded since the file was begun
        cut.path.with_name(f"{cut.path.name}{suffix}").unlink()
    cut.tear((cut.start + cut.end) // 2)
    recovery, count = next_start(cut.path, key)
    assert count == BEFORE
    assert recovery is not None
    assert not recovery.knows_all


def test_a_counted_record_that_the_log_has_lost_is_told_at_the_next_start_not_at_a_later_one(
    tmp_path: Path, key: str, expected_log: Expect
) -> None:
    expected_log("log renewed True, lost 0, all known True")
    path = tmp_path / "home" / "desk.db"
    opened = start_store(path, key)
    assert all(try_record(opened, a_visit(), StoreError) for _ in range(BEFORE))
    log = segments(log_folder(path))[-1].path
    before = log.read_bytes()
    assert try_record(opened, a_visit(), StoreError)
    opened.database.close()
    log.write_bytes(before)

    recovery, count = next_start(path, key)

    assert count == BEFORE + 1
    assert recovery is not None
    assert recovery.log_renewed
