"""Checks before opening whether a database file is usable."""

import sys
from collections.abc import Sequence
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.services.errors import StoreDamagedError
from desk_app.store.connection.cipher import SALT_SIZE, salt_of
from desk_app.store.connection.connections import has_content
from desk_app.store.connection.database import Database, damage_note
from desk_app.store.operation_log.last_record import LastRecordFile
from desk_app.store.operation_log.reading import read_log
from desk_app.store.operation_log.segments import log_folder, segments
from desk_app.store.recovery.backups import Copy, highest_place
from desk_app.store.recovery.integrity import can_record, indexes_agree, is_whole

_SHARED_FIRST = 0x40000002
_SHARED_SIZE = 510
"""The bytes that SQLite locks for as long as it has a file with a log open (its os.h)."""


def is_open_elsewhere(path: Path) -> bool:
    """Whether another program has the file open: then it has looked, and must be left in peace.

    Not to be asked while this program has it open: that would let go of SQLite's own locks.
    Raises ``OSError``.
    """
    if not path.is_file():
        return False
    if sys.platform == "win32":  # an open file can be given no name there, not even its own
        try:
            path.replace(path)
        except PermissionError:
            return True
        return False
    import fcntl  # noqa: PLC0415 - there is none on Windows

    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        except BlockingIOError:
            return True
    return False


def is_gone(path: Path, key: str, copies: Sequence[Copy]) -> bool:
    """Whether there is no file, though there was one. Raises ``OSError``."""
    if has_content(path):
        return False
    log_path = path.with_name(f"{path.name}-wal")
    return has_content(log_path) or is_sealed_here(path, copies) or _is_counted(path, key)


def is_sealed_here(path: Path, copies: Sequence[Copy]) -> bool:
    """Whether copies or operation log hold anything that needs a key. Raises ``OSError``."""
    return bool(copies) or any(
        any(segment.path.read_bytes()) for segment in segments(log_folder(path))
    )


def was_not_closed(path: Path) -> bool:
    """Whether the last program that had the file open did not come to close it."""
    return has_content(path.with_name(f"{path.name}-wal"))


def is_damaged_inside(database: Database, path: Path, *, left_open: bool) -> bool:
    """Whether what recording needs is not whole, or anything where damage was noted before.

    A file that was left open may have been given the write-ahead log of another one: then every
    page is whole, but they do not belong together.
    """
    noted = damage_note(path).exists()
    try:
        with database.read() as connection:
            driver = connection.connection.driver_connection
            whole = is_whole(driver) if noted else can_record(driver)
            return not whole or (left_open and not indexes_agree(driver))
    except StoreDamagedError:
        return True


def key_fits(path: Path, key: str, copies: Sequence[Copy]) -> bool:
    """Whether anything here was written with this key, be it damaged otherwise."""
    if has_content(path):
        with path.open("rb") as file:
            if file.read(SALT_SIZE) == salt_of(key):
                return True
    if any(_opens(file, key) for file in (path, *(copy.path for copy in copies))):
        return True
    return _is_counted(path, key) or bool(read_log(log_folder(path), key).records)


def highest_in(database: Database) -> int:
    """The last place that the open file's journal has given. Raises ``StoreError``."""
    with database.read() as connection:
        return highest_place(connection.connection.driver_connection)


def _is_counted(path: Path, key: str) -> bool:
    return LastRecordFile(path, key).read() is not None


def _opens(path: Path, key: str) -> bool:
    """Whether the file's first page can be read; nothing is written, nor asked of its logs."""
    if not has_content(path):
        return False
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlcipher.connect(uri, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlcipher.DatabaseError:
        return False
    finally:
        connection.close()
    return True
