"""Backups of the journal, for a desk whose file is damaged.

A backup holds what only this desk knows, under the same key; the register's cards, a hundred times
as much, are fetched again. A newer one holds all that an older one does, except card numbers that
were anonymised meanwhile; so that they do not live on, a backup that has them is deleted once a
newer one was read back. What was recorded since a backup is in the operation log.

A backup is made row by row within one read transaction, for which recording never waits, rather
than page by page as SQLite's own copying does: that would copy damage and the whole register.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.files.atomic_write import sync_folder
from desk_app.services.errors import StoreDamagedError, StoreLockedError
from desk_app.store.connection.cipher import key_and_salt
from desk_app.store.connection.database import Database, folder_errors_in_words
from desk_app.store.operation_log.segments import erase
from desk_app.store.recovery.integrity import copy_is_whole
from desk_app.store.schema.tables import JOURNAL

INTERVAL = timedelta(hours=1)
HOURS_KEPT = 24
DAYS_KEPT = 7
"""Hours and days are counted that have a copy: a winter in a drawer alone throws nothing out."""

OUTLIVED = timedelta(days=7)
"""Ours: an older copy goes, the last of its day or not, once a newer one was read back whole."""

_LONGEST_TURN = 10.0
"""Seconds to wait for a window's copy at a command's end, or the other way round."""

_NAME = re.compile(r"journal-(\d{12})-(\d{8}T\d{6}Z)\.db")
_OF_OLD_VERSION = re.compile(r".*\.v\d+")
_TIME = "%Y%m%dT%H%M%SZ"
_HALF_MADE = ".part"


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """A complete backup. ``highest`` is the journal's last place in it."""

    highest: int
    made_at: datetime
    path: Path


class Backups:
    """The backups beside a store's file."""

    def __init__(self, database_path: Path) -> None:
        self.folder = database_path.parent / "backups"
        self._path = database_path
        self._lock = database_path.with_name(f"{database_path.name}.copying")

    def copies(self) -> Sequence[Copy]:
        """The copies, the newest first. Raises ``StoreError``."""
        return copies_in(self.folder)

    def is_due(self, now: datetime) -> bool:
        """Whether the newest copy is older than an hour, or from the future of a wrong clock."""
        return not any(abs(now - copy.made_at) < INTERVAL for copy in self.copies()[:1])

    def make(self, database: Database, key: str, now: datetime) -> Copy:
        """Make a backup, and delete old ones that newer ones replace.

        Raises ``StoreError``; then there is no new copy, and no half of one.
        """
        with folder_errors_in_words(self.folder):
            self.folder.mkdir(mode=0o700, exist_ok=True)
        try:
            with FileLock(self._lock, timeout=_LONGEST_TURN, mode=0o600):
                return self._make(database, key, now)
        except Timeout as held:
            raise StoreLockedError(path=str(self.folder)) from held

    def renew(self, database: Database, key: str, now: datetime) -> None:
        """Delete backups with data that the database has anonymised, once a new one is whole.

        Raises ``StoreError``; then they are all still there.
        """
        paths = [copy.path for copy in self.copies()] + sorted(self._of_old_versions())
        holding = [path for path in paths if _holds_forgotten(database, path, key)]
        if not holding:
            return
        made = self.make(database, key, now)
        if not copy_is_whole(made.path, key):
            raise StoreDamagedError(path=str(made.path))
        with folder_errors_in_words(self.folder):
            for path in holding:
                if path != made.path and path.exists():
                    erase(path)

    def _make(self, database: Database, key: str, now: datetime) -> Copy:
        """One program at a time: what another one has half made looks like a crash's."""
        with folder_errors_in_words(self.folder):
            for left in self.folder.glob(f"*{_HALF_MADE}*"):
                left.unlink()
            half = self.folder / f"copy{_HALF_MADE}"
            half.touch(mode=0o600)
        try:
            highest = _fill(database, half, key)
            with folder_errors_in_words(half):
                copy = Copy(highest, now, self.folder / f"journal-{highest:012}-{now:{_TIME}}.db")
                half.replace(copy.path)
                sync_folder(self.folder)
        except BaseException:
            half.unlink(missing_ok=True)
            raise
        self._rotate(copy, key)
        return copy

    def _rotate(self, made: Copy, key: str) -> None:
        copies = self.copies()
        kept: set[Path] = set()
        for period, most in (("%Y%m%d%H", HOURS_KEPT), ("%Y%m%d", DAYS_KEPT)):
            newest = {f"{copy.made_at:{period}}": copy.path for copy in reversed(copies)}
            kept |= set(list(reversed(newest.values()))[:most])
        expired_files = {
            copy.path
            for copy in copies
            if copy.highest <= made.highest and made.made_at - copy.made_at > OUTLIVED
        }
        expired_files |= self._of_old_versions(made)
        going = {copy.path for copy in copies} - kept
        if expired_files - going and copy_is_whole(made.path, key):
            going |= expired_files
        with folder_errors_in_words(self.folder):
            for path in going:
                erase(path)

    def _of_old_versions(self, outlived_by: Copy | None = None) -> set[Path]:
        """Copies made beside the file when a newer version of the program migrated it.

        With a newer copy, what that one has outlived. Files carry the system's time, which may be
        wrong: one is compared with another's alone.
        """
        with folder_errors_in_words(self._path):
            before = math.inf
            if outlived_by is not None:
                before = outlived_by.path.stat().st_mtime - OUTLIVED.total_seconds()
            return {
                path
                for path in self._path.parent.glob(f"{self._path.name}.v*")
                if _OF_OLD_VERSION.fullmatch(path.name) and path.stat().st_mtime < before
            }


def copies_in(folder: Path) -> Sequence[Copy]:
    """The copies in a folder, the newest first. Raises ``StoreError``."""
    with folder_errors_in_words(folder):
        found = list(folder.iterdir()) if folder.is_dir() else []
    named = ((path, _NAME.fullmatch(path.name)) for path in found)
    return sorted(
        (
            Copy(int(name[1]), datetime.strptime(name[2], _TIME).replace(tzinfo=UTC), path)
            for path, name in named
            if name
        ),
        reverse=True,
    )


def highest_place(connection: Any) -> int:  # noqa: ANN401 - the driver ships no types
    """The last place that the journal has ever given to an operation."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'operations'").fetchone()
    return int(row[0]) if row else 0


def _holds_forgotten(database: Database, path: Path, key: str) -> bool:
    """Whether a copy has a card number that the database has no more, or cannot be read."""
    with database.bare() as connection:
        try:
            connection.execute(f"ATTACH ? AS copy KEY \"x'{key}'\"", (str(path),))
            if connection.execute(_HOLDS_FORGOTTEN).fetchone():
                return True
            has_rows = connection.execute(_HAS_PAPER_ROWS).fetchone()
            return bool(has_rows and connection.execute(_HOLDS_GONE_ROWS).fetchone())
        except sqlcipher.DatabaseError:
            return True


_HOLDS_FORGOTTEN = """
    SELECT 1 FROM copy.visits AS kept JOIN main.visits AS visits ON visits.id = kept.id
    WHERE kept.card_number IS NOT NULL AND visits.card_number IS NULL LIMIT 1
"""
_HAS_PAPER_ROWS = "SELECT 1 FROM copy.sqlite_master WHERE name = 'paper_rows'"
_HOLDS_GONE_ROWS = """
    SELECT 1 FROM copy.paper_rows AS kept WHERE kept.number <> ''
    AND kept.id NOT IN (SELECT id FROM main.paper_rows)
    AND kept.id NOT IN (SELECT id FROM main.visits WHERE card_number IS NOT NULL) LIMIT 1
"""


def _fill(database: Database, target: Path, key: str) -> int:
    """Write the journal of this moment; returns its last place."""
    with database.bare() as connection:
        connection.execute(f"ATTACH ? AS copy KEY \"x'{key_and_salt(key)}'\"", (str(target),))
        connection.execute("BEGIN")
        for name in (*(table.name for table in JOURNAL), "sqlite_sequence"):
            copied = name.removeprefix("sqlite_")
            made_of = f"SELECT * FROM main.{name}"  # noqa: S608 - our own names
            connection.execute(f"CREATE TABLE copy.{copied} AS {made_of}")
        version = int(connection.execute("PRAGMA main.user_version").fetchone()[0])
        connection.execute(f"PRAGMA copy.user_version = {version}")
        highest = highest_place(connection)
        connection.execute("COMMIT")
    return highest
