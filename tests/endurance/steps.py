"""Programs that end at one chosen step between two writes, and disks that are full at one.

A step is a line of the store's own code: a program counts the lines that it comes by while it
records, and kills itself at the chosen one. So every point is tried, not only those that luck hits.
"""

import os
import secrets
import signal
import sys
from collections.abc import Iterator, Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any
from uuid import UUID

from desk_app import store
from desk_app.services.errors import StoreError
from desk_app.services.recovery import Recovery
from desk_app.store.opening import Opened, open_store
from desk_app.store.operation_log.reading import read_log
from desk_app.store.operation_log.segments import log_folder
from desk_app.store.recovery.backups import Backups
from desk_app.store.visits.journal import StoredJournal
from sync.rules.visits import Visit
from tests.helpers.samples import MOMENT, a_visit
from tests.helpers.store import at_moment

_STORE = str(Path(store.__file__).parent)
"""All of it, whatever its folders are called."""
_LONGEST = 60


class KeptKey:
    """Secrets that hold one key, without a keyring's time."""

    def __init__(self, key: str) -> None:
        self._kept = {"database-key": key}

    def get(self, name: str) -> str | None:
        return self._kept.get(name)

    def set(self, name: str, value: str) -> None:
        self._kept[name] = value

    def delete(self, name: str) -> None:
        self._kept.pop(name, None)


def start_store(path: Path, key: str) -> Opened:
    """Open a store as every start does."""
    return open_store(path, KeptKey(key), at_moment)


def record_until(step: int, path: Path, key: str, line: Connection) -> None:
    """Record two visits, one after the other; end in the middle of the second, at a step of it."""
    opened = start_store(path, key)
    journal = StoredJournal(opened.database)
    first, second = a_visit(), a_visit()
    journal.record(first)
    line.send(first.id)
    passed = 0

    def count(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401 - as sys wants it
        nonlocal passed
        if not frame.f_code.co_filename.startswith(_STORE):
            return None
        if event == "line":
            passed += 1
            if passed == step:
                os.kill(os.getpid(), signal.SIGKILL)
        return count

    sys.settrace(count)
    try:
        journal.record(second)
    finally:
        sys.settrace(None)
    line.send(second.id)
    line.send(None)
    os._exit(0)  # nothing is closed, as after a kill


def acknowledged(step: int, path: Path, key: str) -> tuple[list[UUID], bool]:
    """What a program said that was to end at a step, and whether there was such a step."""
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    life = context.Process(target=record_until, args=(step, path, key, theirs), daemon=True)
    life.start()
    theirs.close()
    printed: list[UUID] = []
    ended = False
    while True:
        try:
            word = ours.recv()
        except EOFError:
            break
        if word is None:
            ended = True
        else:
            printed.append(word)
    life.join(_LONGEST)
    return printed, not ended


def visits_in(opened: Opened) -> list[UUID]:
    """Every visit of the store's journal."""
    return [entry.visit.id for entry in StoredJournal(opened.database).latest(10_000_000)]


def try_record(opened: Opened, visit: Visit, refusal: type[Exception]) -> bool:
    """Whether a visit is acknowledged; a refusal is none."""
    try:
        StoredJournal(opened.database).record(visit)
    except refusal:
        return False
    return True


def held_after_start(path: Path, key: str) -> tuple[list[UUID], set[UUID]]:
    """The visits in the database and in the log, once a start has compared them."""
    opened = start_store(path, key)
    found = visits_in(opened)
    opened.database.close()
    return found, set(read_log(log_folder(path), key).operations)


def killed_at_steps(path: Path, key: str, stride: int = 1) -> Iterator[tuple[int, set[UUID]]]:
    """A program is killed at one step after the other; the step, and what was acknowledged so far.

    The last one comes to its end.
    """
    known: set[UUID] = set()
    step, there = 1, True
    while there:
        printed, there = acknowledged(step, path, key)
        known |= set(printed)
        yield step, known
        step += stride


def make_store(path: Path, key: str, count: int) -> Path:
    """A store that holds so many visits, in the log, in the database and in a copy; it is closed.

    All of it is in the database's own file.
    """
    opened = start_store(path, key)
    assert all(try_record(opened, a_visit(), StoreError) for _ in range(count))
    Backups(path).make(opened.database, key, MOMENT)
    opened.database.close()
    return path


def kill_at_every_step(folder: Path) -> Mapping[str, int]:
    """All of them, one after the other: how many there were, and what came of it."""
    path, key = folder / "steps" / "desk.db", secrets.token_hex(32)
    start_store(path, key).database.close()
    known: set[UUID] = set()
    lost = doubled = steps = 0
    for _, known in killed_at_steps(path, key):
        steps += 1
        in_database, in_log = held_after_start(path, key)
        lost = len(known - set(in_database)) + len(set(in_database) ^ in_log)
        doubled = len(in_database) - len(set(in_database))
    return {"steps": steps, "acknowledged": len(known), "lost": lost, "doubled": doubled}


def next_start(path: Path, key: str) -> tuple[Recovery | None, int]:
    """What a start tells, and how many visits there are; the one after it tells nothing."""
    opened = start_store(path, key)
    count = len(visits_in(opened))
    assert try_record(opened, a_visit(), StoreError)
    opened.database.close()
    again = start_store(path, key)
    again.database.close()
    assert again.recovery is None
    return opened.recovery, count
