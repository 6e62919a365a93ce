"""Rebuilds a damaged database from the newest source whose journal can be read.

What that lacks comes from the operation log afterwards. The register and the offers are fetched
again.
"""

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.files.atomic_write import sync_folder
from desk_app.services.errors import StoreDamagedError, StoreKeyError, StoreTooNewError
from desk_app.store.connection.database import Database, damage_note, folder_errors_in_words
from desk_app.store.operation_log.segments import erase
from desk_app.store.recovery.backups import Copy, highest_place
from desk_app.store.recovery.scratch import scratch_folder
from desk_app.store.recovery.setting_aside import keep_aside, remove_write_ahead_log
from desk_app.store.schema.migrations import STEPS
from desk_app.store.schema.tables import JOURNAL

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The damaged file lies ``aside`` now; ``None`` where there was none.

    A file made ``of_damaged`` one may know of more records than it has: pages of another time, or
    none, were in the place of some. The damaged one knew of so many ``records`` of the log, as far
    as it can be read.
    """

    aside: Path | None = None
    of_damaged: bool = False
    records: int = 0


def rebuild(
    path: Path, key: str, copies: Sequence[Copy], now: Callable[[Database], datetime]
) -> Rebuilt:
    """Make a new file of the newest source, and replace the damaged one.

    Cut off at any moment, it is done afresh at the next start. Raises ``StoreError``; then the
    damaged file is where it was.
    """
    fresh = path.with_name(f"{path.name}.rebuilt")
    made = rebuild_from_newest(fresh, path, key, copies)
    with closing(Database.open(fresh, key)) as database:
        at = now(database)
    with folder_errors_in_words(path):
        left = any(path.with_name(f"{path.name}{suffix}").exists() for suffix in ("", "-wal"))
        aside = keep_aside(path, at) if left else None
        remove_write_ahead_log(path)  # SQLite would take it for the new file's
        fresh.replace(path)
        damage_note(path).unlink(missing_ok=True)
        sync_folder(path.parent)
    return replace(made, aside=aside)


def rebuild_from_newest(fresh: Path, path: Path, key: str, copies: Sequence[Copy]) -> Rebuilt:
    """Make a file of the source that knows most: a file that is damaged elsewhere, or a copy.

    Where none can be read, the new file is empty. Raises ``StoreError``.
    """
    with scratch_folder(path.parent) as scratch:
        damaged = scratch / path.name
        with folder_errors_in_words(path):
            for suffix in ("", "-wal"):  # read in a copy, since SQLite would write into it
                source = path.with_name(path.name + suffix)
                if source.exists():
                    shutil.copyfile(source, damaged.with_name(damaged.name + suffix))
        sources = [(copy.highest, copy.path) for copy in copies]
        known, records = _known(damaged, key)
        if known is not None:
            sources.append((known, damaged))
        for _, source in sorted(sources, key=lambda each: each[0], reverse=True):
            if _make(fresh, source, key):
                return Rebuilt(None, source == damaged, records)
        _begin(fresh, key, len(STEPS)).close()
    return Rebuilt(records=records)


def _make(fresh: Path, source: Path, key: str) -> bool:
    """Whether the whole journal of a source could be copied into the fresh file."""
    try:
        with _opened(source, key) as old:
            version = int(old.execute("PRAGMA user_version").fetchone()[0])
            if version > len(STEPS):
                raise StoreTooNewError(path=str(source))
            # Copies of older versions of the program do not say of which version they are.
            database = _begin(fresh, key, version or len(STEPS))
            try:
                with database.bare() as connection:
                    _fill(connection, old)
            finally:
                database.close()
        Database.open(fresh, key).close()  # brings it to this version
    except (sqlcipher.DatabaseError, StoreDamagedError, StoreKeyError) as damaged:
        _log.info("%s cannot be read completely: %s", source.name, type(damaged).__name__)
        return False
    finally:
        with folder_errors_in_words(fresh):
            for left in fresh.parent.glob(f"{fresh.name}.v*"):
                left.unlink()
    return True


def _begin(fresh: Path, key: str, version: int) -> Database:
    with folder_errors_in_words(fresh):
        if fresh.exists():  # a program ended in the middle of it
            erase(fresh)
        remove_write_ahead_log(fresh)
    return Database.open(fresh, key, STEPS[:version])


def _fill(connection: Any, old: Any) -> None:  # noqa: ANN401 - the driver ships no types
    """Copy the journal, row by row, in one transaction."""
    connection.execute("PRAGMA foreign_keys = OFF")  # an older loss may have left a void alone
    connection.execute("BEGIN IMMEDIATE")
    for table in JOURNAL:
        _copy_rows(connection, old, table.name, table.name)
    counts = "sqlite_sequence" if _columns(old, "sqlite_sequence") else "sequence"
    _copy_rows(connection, old, counts, "sqlite_sequence")
    _put_own_offers(connection)
    connection.execute("UPDATE operations SET state = 'pending' WHERE state = 'sending'")
    connection.execute("COMMIT")


def _put_own_offers(connection: Any) -> None:  # noqa: ANN401 - the driver ships no types
    """Offer what the venue added itself, as it was told last, by the columns of this version."""
    own, there = _columns(connection, "own_offers"), _columns(connection, "offers")
    names = ", ".join(name for name in own if name in there and name != "id")
    removed = "coalesce(withdrawn, 0)" if "withdrawn" in own else "0"
    connection.execute(
        f"INSERT OR REPLACE INTO offers (id, own, removed, {names}) "  # noqa: S608 - our own names
        f"SELECT offer_id, 1, {removed}, {names} FROM own_offers ORDER BY rowid"
    )


def _copy_rows(connection: Any, old: Any, source: str, target: str) -> None:  # noqa: ANN401 - the same
    """Copy the columns that both have; what a fresh file has by itself gives way."""
    there = _columns(old, source)
    shared = ", ".join(f'"{name}"' for name in _columns(connection, target) if name in there)
    if not shared:
        return
    rows = old.execute(f"SELECT {shared} FROM {source} NOT INDEXED")  # noqa: S608 - our own names
    places = ", ".join("?" for _ in rows.description)
    connection.execute(f"DELETE FROM {target}")  # noqa: S608 - the same
    connection.executemany(
        f"INSERT INTO {target} ({shared}) VALUES ({places})",  # noqa: S608 - the same
        rows,
    )


def _columns(connection: Any, table: str) -> list[str]:  # noqa: ANN401 - the driver ships no types
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _known(path: Path, key: str) -> tuple[int | None, int]:
    """The last place in the journal of a file, and how many records of the log it knew of.

    ``None`` and 0 where even that cannot be read.
    """
    if not path.exists():
        return None, 0
    highest: int | None = None
    records = 0
    with _opened(path, key) as connection:
        with suppress(sqlcipher.DatabaseError):
            highest = highest_place(connection)
        with suppress(sqlcipher.DatabaseError):
            row = connection.execute("SELECT number FROM operation_log").fetchone()
            records = int(row[0]) if row else 0
    return highest, records


@contextmanager
def _opened(path: Path, key: str) -> Iterator[Any]:
    connection = sqlcipher.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        yield connection
    finally:
        connection.close()
