"""The way into the cupboard: the key, a look for damage, a rescue where there is some."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from desk_app.services.errors import StoreDamagedError, StoreKeyError, StoreLockedError
from desk_app.services.ports import Secrets
from desk_app.services.rescued import Rescued
from desk_app.store.backups import Backups
from desk_app.store.database import Database, damage_note, folder_errors_in_words, make_folder
from desk_app.store.keys import database_key, keep_key, known_key, make_key
from desk_app.store.rescue.mending import rescue, set_aside, take_in, to_take_in
from desk_app.store.rescue.signs import (
    is_damaged_inside,
    is_damaged_on_sight,
    is_open_elsewhere,
    key_fits,
)

_LONGEST_WAIT = 120.0
"""Seconds to wait for another program that is opening the file, and may have to mend it first."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The cupboard, and what was done to open it.

    ``taken_in`` is how many unsent operations came from files that were set aside before.
    """

    database: Database
    key: str
    rescued: Rescued | None = None
    taken_in: int = 0


def open_cupboard(
    path: Path, secrets: Secrets, now: datetime, mending: Callable[[], None] = lambda: None
) -> Opened:
    """Open the file, made where there is none, mended where it is damaged.

    ``mending`` is called before a rescue begins.
    Raises ``SecretsUnavailableError`` or a ``StoreError``; then no file was changed.
    """
    with _one_at_a_time(path):
        key = database_key(secrets, path)
        with folder_errors_in_words(path):
            if is_open_elsewhere(path):
                return Opened(Database.open(path, key), key)
        database = _open_whole(path, key)
        rescued = None
        if database is None:
            mending()
            rescued = rescue(path, key, Backups(path).copies(), now)
            database = Database.open(path, key)
        try:
            return Opened(database, key, rescued, _take_in(path, secrets, database))
        except BaseException:
            database.close()
            raise


def start_afresh(path: Path, secrets: Secrets, now: datetime) -> Path:
    """Set aside a file whose key is wrong or lost, and make a new key; where the file lies now.

    Its unsent visits are taken in by the next start that finds its key. Raises as
    :func:`open_cupboard`.
    """
    with _one_at_a_time(path):
        with folder_errors_in_words(path):
            if is_open_elsewhere(path):
                raise StoreLockedError(path=str(path))
        aside = set_aside(path, Backups(path).copies(), now)
        make_key(secrets)
        return aside


def restore_key(path: Path, secrets: Secrets, key: str) -> None:
    """Put back a lost key of the file, or of one that was set aside; the next start finds it.

    Raises ``StoreKeyError`` for a key that nothing here was written with, and as
    :func:`open_cupboard`; then nothing was changed.
    """
    with _one_at_a_time(path):
        files = [(path, Backups(path).copies()), *((old, ()) for old in to_take_in(path))]
        with folder_errors_in_words(path):
            if not any(key_fits(file, key, copies) for file, copies in files):
                raise StoreKeyError(path=str(path))
        keep_key(secrets, key)


def _open_whole(path: Path, key: str) -> Database | None:
    """The file, or ``None`` where it is damaged. Raises ``StoreKeyError`` for a wrong key."""
    copies = Backups(path).copies()
    with folder_errors_in_words(path):
        damaged = is_damaged_on_sight(path, key, copies)
    database = None if damaged else _open_if_readable(path, key)
    if database is None:
        with folder_errors_in_words(path):
            if key_fits(path, key, copies):
                return None
        # The header of a damaged file looks no different from a wrong key; by now it is known
        # that nothing here was written with this key.
        raise StoreKeyError(path=str(path))
    if is_damaged_inside(database, path, copies):
        database.close()
        return None
    with folder_errors_in_words(path):
        damage_note(path).unlink(missing_ok=True)
    return database


def _open_if_readable(path: Path, key: str) -> Database | None:
    try:
        return Database.open(path, key)
    except (StoreDamagedError, StoreKeyError):
        return None


def _take_in(path: Path, secrets: Secrets, database: Database) -> int:
    taken = 0
    for old in to_take_in(path):
        key = known_key(secrets, old)
        if key is not None:
            taken += take_in(old, key, database)
    return taken


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Of two programs that start together, one looks the file over, and the other waits."""
    with folder_errors_in_words(path):
        make_folder(path)
        lock = FileLock(path.with_name(f"{path.name}.opening"), mode=0o600)
        try:
            lock.acquire(timeout=_LONGEST_WAIT)
        except Timeout as held:
            raise StoreLockedError(path=str(path)) from held
    try:
        yield
    finally:
        lock.release()
