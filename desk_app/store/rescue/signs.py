"""The signs by which damage is noticed, from what takes no time to what is looked for at leisure.

SQLCipher checks every page that it reads, so what is left to find are pages that nobody reads,
and visits that SQLite passes over without a word: those of a log that is torn, or gone.
"""

import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from desk_app.services.errors import StoreDamagedError
from desk_app.store.backups import Copy, highest_place
from desk_app.store.cipher import PAGE_SIZE, SALT_SIZE, salt_of
from desk_app.store.database import Database, damage_note
from desk_app.store.lines import has_content
from desk_app.store.rescue.finds import cipher_of
from desk_app.store.rescue.mending import half_mended
from desk_app.store.rescue.wal import Wal, is_log_broken
from desk_app.store.wholeness import is_whole, journal_is_whole

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


def is_damaged_on_sight(path: Path, key: str, copies: Sequence[Copy]) -> bool:
    """Whether the files tell of damage that SQLite would pass over. Raises ``OSError``."""
    log_path = path.with_name(f"{path.name}-wal")
    if half_mended(path).exists():
        return True
    if not has_content(path) and (copies or has_content(log_path)):
        return True
    return is_log_broken(path, cipher_of(path, key))


def is_damaged_inside(database: Database, path: Path, copies: Sequence[Copy]) -> bool:
    """Whether the open file lacks anything of its journal, or is noted to be damaged anywhere."""
    noted = damage_note(path).exists()
    try:
        with database.bare() as connection:
            highest = highest_place(connection)
            if any(copy.highest > highest for copy in copies):
                return True  # a log that was thrown away took visits along
            return not (is_whole(connection) if noted else journal_is_whole(connection))
    except StoreDamagedError:
        return True


def key_fits(path: Path, key: str, copies: Sequence[Copy]) -> bool:
    """Whether anything here was written with this key, be it damaged otherwise."""
    for file_path in chain([path], (copy.path for copy in copies)):
        if not has_content(file_path):
            continue
        cipher = cipher_of(file_path, key)
        with file_path.open("rb") as file:
            if file.read(SALT_SIZE) == salt_of(key):
                return True
            file.seek(0)
            number = 1
            while page := file.read(PAGE_SIZE):
                if cipher.is_whole(number, page):
                    return True
                number += 1
    log = Wal.read(path.with_name(f"{path.name}-wal"))
    return log is not None and bool(log.pages(cipher_of(path, key)))
