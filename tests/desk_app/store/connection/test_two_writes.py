"""Between the database's commit and the log's: killed at every point, and full at each."""

import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.services.errors import StoreError
from desk_app.store.operation_log.segments import log_folder
from desk_app.store.visits.journal import StoredJournal
from tests.endurance.steps import (
    held_after_start,
    killed_at_steps,
    start_store,
    try_record,
    visits_in,
)
from tests.helpers.disks import SmallDisk
from tests.helpers.samples import a_visit

STRIDE = 13
"""Of so many steps the suite takes one; ``make kills`` takes them all."""
_BLOCK = 4096


def check_agreement(path: Path, key: str, known: set[UUID]) -> None:
    """After a start, database and log hold the same, and all that was acknowledged, each once."""
    in_database, in_log = held_after_start(path, key)
    assert len(in_database) == len(set(in_database))
    assert known <= set(in_database) == in_log


@dataclass(frozen=True)
class Killed:
    """A desk's folder as a program left it that was killed, and what was acknowledged till then."""

    folder: Path
    key: str
    known: set[UUID]

    def copied(self, to: Path) -> Path:
        shutil.copytree(self.folder, to)
        return to / "desk.db"


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Killed]:
    """One after the other, each over what the one before had left."""
    folder, key = tmp_path_factory.mktemp("killed"), secrets.token_hex(32)
    path = folder / "home" / "desk.db"
    start_store(path, key).database.close()
    left = []
    for step, known in killed_at_steps(path, key, STRIDE):
        left.append(Killed(folder / f"step-{step}", key, set(known)))
        shutil.copytree(path.parent, left[-1].folder)
    return left


@pytest.mark.slow
def test_killed_at_any_step_nothing_acknowledged_is_lost_from_either(
    tmp_path: Path, killed: Sequence[Killed]
) -> None:
    for number, left in enumerate(killed):
        check_agreement(left.copied(tmp_path / f"{number}"), left.key, left.known)
    assert len(killed) >= 5


@pytest.mark.slow
@pytest.mark.parametrize("gone", ["database", "log"])
def test_killed_at_any_step_either_alone_has_all_that_was_acknowledged(
    tmp_path: Path, killed: Sequence[Killed], gone: str, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    for number, left in enumerate(killed[::2]):
        path = left.copied(tmp_path / f"{number}")
        if gone == "log":
            shutil.rmtree(log_folder(path))
        else:
            for file in path.parent.glob("desk.db*"):
                file.unlink()
        check_agreement(path, left.key, left.known)


def test_a_disk_that_is_full_at_any_block_refuses_or_keeps_both(disk: SmallDisk, key: str) -> None:
    path = disk.folder / "home" / "desk.db"
    start_store(path, key).database.close()
    known: set[UUID] = set()
    refused = 0
    for room in range(24):
        opened = start_store(path, key)
        disk.fill()
        ballast = disk.folder / "ballast"
        if ballast.exists():
            with ballast.open("r+b") as file:
                file.truncate(max(0, ballast.stat().st_size - room * _BLOCK))
        for _ in range(12):
            visit = a_visit()
            if try_record(opened, visit, StoreError):
                known.add(visit.id)
            else:
                refused += 1
        disk.make_room()
        opened.database.close()
        check_agreement(path, key, known)
    assert refused
    assert known


def test_what_could_not_be_appended_is_said_and_appended_with_the_next(
    tmp_path: Path, key: str, expected_log: Callable[[str], None]
) -> None:
    expected_log("operation log cannot be written")
    path = tmp_path / "home" / "desk.db"
    opened = start_store(path, key)
    results: list[bool] = []
    opened.log.fault = lambda: results.append(opened.log.behind)
    journal = StoredJournal(opened.database)
    folder = log_folder(path)
    folder.mkdir(exist_ok=True)
    folder.rename(folder.with_name("away"))
    folder.touch()  # a file where the folder was
    visit, later = a_visit(), a_visit()
    journal.record(visit)
    assert results == [True]
    assert visit.id in visits_in(opened)
    folder.unlink()
    folder.with_name("away").rename(folder)
    journal.record(later)
    assert not opened.log.behind
    opened.database.close()
    assert held_after_start(path, key)[1] == {visit.id, later.id}
