"""The lock on a file that is kept open: one at a time, whichever way each locks."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from desk_app.store.connection.open_file_lock import OpenFileLock

SOON, LONG = 0.05, 60.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.lock"


@pytest.fixture
def lock(path: Path) -> Iterator[OpenFileLock]:
    lock = OpenFileLock(path, SOON)
    yield lock
    lock.close()


def test_another_programs_file_lock_keeps_it_out_and_the_other_way_round(
    path: Path, lock: OpenFileLock
) -> None:
    other = FileLock(path, timeout=SOON)
    with other, pytest.raises(Timeout), lock.held():
        pass
    with lock.held(), pytest.raises(Timeout):
        other.acquire()
    with lock.held():
        pass


def test_another_thread_waits_until_it_is_given_back(path: Path) -> None:
    lock, order = OpenFileLock(path, LONG), list[str]()
    inside, go_on = threading.Event(), threading.Event()

    def first() -> None:
        with lock.held():
            inside.set()
            go_on.wait(LONG)
            order.append("first")

    def second() -> None:
        with lock.held():
            order.append("second")

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    assert inside.wait(LONG)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(LONG)
    lock.close()
    assert order == ["first", "second"]


def test_where_its_file_was_exchanged_the_one_that_others_find_is_locked(
    path: Path, lock: OpenFileLock
) -> None:
    with lock.held():
        pass
    path.unlink()
    path.touch()
    with lock.held(), pytest.raises(Timeout):
        FileLock(path, timeout=SOON).acquire()


def test_an_error_within_gives_it_back(path: Path, lock: OpenFileLock) -> None:
    with pytest.raises(ValueError, match="within"), lock.held():
        raise ValueError("within")
    with FileLock(path, timeout=SOON):
        pass
