"""A new file in the place of a damaged one, which is kept beside it."""

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from desk_app.files.whole import sync_folder
from desk_app.services.rescued import Rescued
from desk_app.store.backups import Copy
from desk_app.store.database import Database, damage_note, folder_errors_in_words
from desk_app.store.rescue.finds import Finds, cipher_of
from desk_app.store.rescue.layouts import Row
from desk_app.store.rescue.wal import is_log_broken
from desk_app.store.tables import offers, operations, own_offers, paper_rows, visits, voids
from desk_app.store.wholeness import copy_is_whole
from sync.ports import OperationState

_LOG_FILES = ("-wal", "-shm")
_QUEUE = {table.name for table in (operations, visits, voids, own_offers, paper_rows)}
_TAKEN_IN = "taken-in"
"""Stands beside a file that was set aside, once all that can be read of it is in the new one."""


def half_mended(path: Path) -> Path:
    """Where the new file is made, before it takes the damaged one's place."""
    return path.with_name(f"{path.name}.rescued")


def rescue(path: Path, key: str, copies: Sequence[Copy], now: datetime) -> Rescued:
    """Save what can be read of the file and of its copies into a new one, and set it aside.

    Cut off at any moment, it is done afresh at the next start, and finds what it found before.
    Raises ``StoreError``; then the damaged file is where it was.
    """
    finds = Finds()
    with folder_errors_in_words(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        finds.add_file(path, key)
        finds.add_file(half_mended(path), key)
        knows_all = finds.highest > 0 and not is_log_broken(path, cipher_of(path, key))
        for copy in copies:
            finds.add_file(copy.path, key)
        relied_on = (copy.highest for copy in copies if copy_is_whole(copy.path, key))
        finds.accounted = max(relied_on, default=0)
        finds.highest = max([finds.highest, *(copy.highest for copy in copies)])
        lost = finds.complete()
    fresh = half_mended(path)
    with folder_errors_in_words(fresh):
        again = fresh.with_name(f"{fresh.name}.again")
        _remove(again)
    database = Database.open(again, key)
    try:
        with database.bare() as connection:
            for table, rows in finds.rows.items():  # what a fresh file has by itself gives way
                if rows:
                    connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        _write(database, finds)
    finally:
        database.close()
    with folder_errors_in_words(path):
        _remove_logs(fresh)
        again.replace(fresh)
        sync_folder(path.parent)
        aside = _copy_aside(path, now)
        _remove_logs(path)  # SQLite would take them for the new file's
        fresh.replace(path)
        damage_note(path).unlink(missing_ok=True)
        sync_folder(path.parent)
    queue = finds.rows[operations.name].values()
    unsent = sum(row["state"] == OperationState.PENDING for row in queue)
    return Rescued(len(finds.rows["visits"]), unsent, lost, knows_all, aside)


def set_aside(path: Path, copies: Sequence[Copy], now: datetime) -> Path:
    """Move a file that no key opens out of the way, with its copies; where it lies now.

    Raises ``StoreError``.
    """
    with folder_errors_in_words(path):
        aside = _new_folder(path, now)
        for copy in copies:
            copy.path.replace(aside / copy.path.name)
        for suffix in (*_LOG_FILES, ""):
            file = path.with_name(path.name + suffix)
            if file.exists():
                file.replace(aside / file.name)
        sync_folder(aside)
        sync_folder(path.parent)
    return aside


def to_take_in(path: Path) -> Sequence[Path]:
    """The files that were set aside and are not taken in yet."""
    with folder_errors_in_words(path):
        asides = sorted(path.parent.glob("set-aside/*"))
        return [aside / path.name for aside in asides if not (aside / _TAKEN_IN).exists()]


def take_in(old: Path, key: str, database: Database) -> int:
    """Queue what a file that was set aside has not sent yet; how many operations."""
    finds = Finds()
    with folder_errors_in_words(old):
        for source in (old, *sorted(old.parent.glob("journal-*.db"), reverse=True)):
            finds.add_file(source, key)
        finds.complete()
    queue = finds.rows[operations.name]
    for identity, row in list(queue.items()):
        if row["state"] in {OperationState.ACCEPTED, OperationState.WITHDRAWN}:
            for table in _QUEUE:
                finds.rows[table].pop(identity, None)
        else:
            row["seq"] = None
    for table in finds.rows.keys() - _QUEUE:
        finds.rows[table].clear()
    finds.highest = 0
    taken = _write(database, finds)
    with folder_errors_in_words(old):
        (old.parent / _TAKEN_IN).touch(mode=0o600)
    return taken


def _write(database: Database, finds: Finds) -> int:
    """Put the rows in, in one transaction; how many operations were not there before."""
    queue = finds.rows[operations.name].values()
    for row in queue:
        if row["state"] == OperationState.SENDING:
            row["state"] = OperationState.PENDING.value
    with database.bare() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")  # a void may have lost its visit
        connection.execute("BEGIN IMMEDIATE")
        before = _count(connection)
        for table, rows in finds.rows.items():
            for row in sorted(rows.values(), key=_place):
                _put(connection, table, row)
        for row in finds.rows[own_offers.name].values():
            shared = {column.name: row[column.name] for column in offers.c if column.name in row}
            _put(connection, offers.name, shared | {"id": row["offer_id"], "own": 1, "removed": 0})
        # Of two voids of one visit only one is kept, and so is its place in the queue.
        connection.execute(_DROP_SECOND_VOIDS)
        connection.execute(_START_COUNTING)
        connection.execute(_COUNT_ON, (finds.highest,))
        after = _count(connection)
        connection.execute("COMMIT")
    return after - before


_DROP_SECOND_VOIDS = (
    "DELETE FROM operations WHERE kind = 'void' AND id NOT IN (SELECT id FROM voids)"
)
_START_COUNTING = (
    "INSERT INTO sqlite_sequence SELECT 'operations', 0 "
    "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'operations')"
)
_COUNT_ON = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'operations'"


def _count(connection: Any) -> int:  # noqa: ANN401 - the driver ships no types
    return int(connection.execute("SELECT count(*) FROM operations").fetchone()[0])


def _place(row: Row) -> tuple[bool, int]:
    """Those that lost their place in the queue come last, and get a new one."""
    seq = row.get("seq")
    return (False, seq) if isinstance(seq, int) else (True, 0)


def _put(connection: Any, table: str, row: Row) -> None:  # noqa: ANN401 - the driver ships no types
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" for _ in row)
    connection.execute(
        f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})",  # noqa: S608 - our own names
        tuple(row.values()),
    )


def _copy_aside(path: Path, now: datetime) -> Path:
    """The damaged files under a second name: until the new one is in place, both are there."""
    aside = _new_folder(path, now)
    for suffix in ("", *_LOG_FILES):
        file = path.with_name(path.name + suffix)
        if file.exists():
            try:
                (aside / file.name).hardlink_to(file)
            except OSError:  # some file systems have one name for a file only
                shutil.copy2(file, aside / file.name)
    (aside / _TAKEN_IN).touch(mode=0o600)
    sync_folder(aside)
    return aside


def _new_folder(path: Path, now: datetime) -> Path:
    above = path.parent / "set-aside"
    above.mkdir(mode=0o700, exist_ok=True)
    stamp = f"{now:%Y%m%dT%H%M%SZ}"
    taken = sum(1 for _ in above.glob(f"{stamp}*"))
    aside = above / (f"{stamp}-{taken + 1}" if taken else stamp)
    aside.mkdir(mode=0o700)
    return aside


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _remove_logs(path)


def _remove_logs(path: Path) -> None:
    for suffix in _LOG_FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
