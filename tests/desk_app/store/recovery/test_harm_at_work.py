"""Files that come to harm under the running program: the next start has all it acknowledged."""

import random
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.services.errors import StoreError
from desk_app.store.opening import Opened, compare
from desk_app.store.operation_log.segments import log_folder, segments
from tests.endurance.steps import held_after_start, start_store, try_record
from tests.helpers.damage import HARM_TO_OPEN, Harm
from tests.helpers.samples import a_visit
from tests.helpers.store import RECORDED_BY_EACH, answer_of, at_moment, program

pytestmark = pytest.mark.slow
BEFORE, AFTER = 25, 12


def record(opened: Opened, count: int) -> set[UUID]:
    """What of so many visits was acknowledged."""
    asked = [a_visit() for _ in range(count)]
    return {visit.id for visit in asked if try_record(opened, visit, StoreError)}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("harm", HARM_TO_OPEN.values(), ids=HARM_TO_OPEN)
def test_whatever_happens_to_the_database_under_the_program_the_next_start_has_all(
    tmp_path: Path,
    key: str,
    harm: Harm,
    seed: int,
    allowed_log: Callable[[str], None],
) -> None:
    allowed_log("recovery: ")
    path = tmp_path / "home" / "desk.db"
    opened = start_store(path, key)
    known = record(opened, BEFORE)
    harm(path, random.Random(seed))
    known |= record(opened, AFTER)
    opened.database.close()
    in_database, in_log = held_after_start(path, key)
    assert known <= set(in_database) == in_log
    assert len(in_database) == len(set(in_database))


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("harm", ["deleted", "emptied", "noise", "already exists", "folder gone"])
def test_whatever_happens_to_the_log_under_the_program_it_goes_on_and_is_completed(
    tmp_path: Path, key: str, harm: str, seed: int, allowed_log: Callable[[str], None]
) -> None:
    allowed_log("recovery: ")
    path = tmp_path / "home" / "desk.db"
    opened = start_store(path, key)
    known = record(opened, BEFORE)
    [segment] = segments(log_folder(path))
    chance = random.Random(seed)
    match harm:
        case "deleted":
            segment.path.unlink()
        case "emptied":
            segment.path.write_bytes(b"")
        case "noise":
            with segment.path.open("r+b") as file:
                file.seek(chance.randrange(8) * 4096)
                file.write(chance.randbytes(4096))
        case "already exists":
            segment.path.unlink()
            segment.path.write_bytes(chance.randbytes(65536))
        case _:
            shutil.rmtree(log_folder(path))
    known |= record(opened, AFTER)
    assert len(known) == BEFORE + AFTER
    compare(path, opened.database, opened.log, at_moment)  # as every hour
    opened.database.close()
    for left in path.parent.glob("desk.db*"):
        left.unlink()
    in_database, in_log = held_after_start(path, key)
    assert known == set(in_database) == in_log


@pytest.mark.parametrize("before", [0, 3], ids=["at once", "after some records"])
@pytest.mark.parametrize("harm", ["deleted", "emptied", "folder gone"])
def test_a_log_that_was_lost_under_the_program_is_told_at_the_next_start(
    tmp_path: Path, key: str, harm: str, before: int, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    path = tmp_path / "home" / "desk.db"
    opened = start_store(path, key)
    record(opened, 5)
    opened.database.close()
    opened = start_store(path, key)
    record(opened, before)
    [segment] = segments(log_folder(path))
    match harm:
        case "deleted":
            segment.path.unlink()
        case "emptied":
            segment.path.write_bytes(b"")
        case _:
            shutil.rmtree(log_folder(path))
    record(opened, 2)
    opened.database.close()
    again = start_store(path, key)
    again.database.close()
    assert again.recovery is not None
    assert (again.recovery.log_renewed, again.recovery.lost) == (True, 0)


def test_an_older_database_put_back_beside_the_newer_write_ahead_log_loses_nothing(
    tmp_path: Path, key: str, allowed_log: Callable[[str], None]
) -> None:
    allowed_log("recovery: ")
    path = tmp_path / "home" / "desk.db"
    opened = start_store(path, key)
    known = record(opened, BEFORE)
    opened.database.close()
    yesterday = path.read_bytes()
    opened = start_store(path, key)
    known |= record(opened, 4 * BEFORE)
    opened.database.close()
    opened = start_store(path, key)
    known |= record(opened, AFTER)
    shutil.copytree(path.parent, tmp_path / "killed")
    opened.database.close()
    killed = tmp_path / "killed" / "desk.db"
    killed.write_bytes(yesterday)
    in_database, in_log = held_after_start(killed, key)
    assert known == set(in_database) == in_log


def test_two_threads_and_two_programs_record_at_once_and_both_hold_it_all(
    tmp_path: Path, key: str
) -> None:
    path = tmp_path / "home" / "desk.db"
    opened = start_store(path, key)
    known: set[UUID] = set()

    def hand_out() -> None:
        known.update(record(opened, RECORDED_BY_EACH))

    threads = [threading.Thread(target=hand_out) for _ in range(2)]
    programs = [program("record-logged", path, key) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for running in programs:
        known.update(map(UUID, answer_of(running)))
    opened.database.close()
    assert len(known) == 4 * RECORDED_BY_EACH
    in_database, in_log = held_after_start(path, key)
    assert known == set(in_database) == in_log
