"""The file itself: opened with its key, read and written in transactions, its errors in words.

SQLCipher through ``sqlcipher3``, chosen over ``apsw-sqlite3mc``: both are maintained, and have
wheels for Linux, Windows and macOS that bring the cipher along, from Python 3.11 to 3.14. This one
speaks the standard library's DB-API, so SQLAlchemy's own SQLite dialect drives it unchanged; apsw
would need a dialect of our own. SQLCipher's page format is documented too, which a rescue needs.
"""

import errno
import logging
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.services.errors import (
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreKeyError,
    StoreLockedError,
    StoreReadOnlyError,
)
from desk_app.store.cipher import key_and_salt
from desk_app.store.migrations import STEPS, Step, migrate

_log = logging.getLogger(__name__)

_BUSY_TIMEOUT_MS = 5_000
"""How long a program waits for another one's transaction; both are short."""
_PAUSE = 0.01
"""Seconds before SQLite is asked again what it does not wait for by itself."""

_WRITE = "BEGIN IMMEDIATE"
"""The lock is taken at once: a read that turned into a write could meet another one's changes."""

_ERRORS: dict[str, type[StoreError]] = {
    "SQLITE_FULL": StoreFullError,
    "SQLITE_READONLY": StoreReadOnlyError,
    "SQLITE_CANTOPEN": StoreReadOnlyError,
    "SQLITE_PERM": StoreReadOnlyError,
    "SQLITE_BUSY": StoreLockedError,
    "SQLITE_LOCKED": StoreLockedError,
    "SQLITE_CORRUPT": StoreDamagedError,
    "SQLITE_NOTADB": StoreKeyError,  # a damaged header looks no different
    "SQLITE_IOERR": StoreError,
    "SQLITE_NOMEM": StoreError,
    "SQLITE_PROTOCOL": StoreLockedError,
    "SQLITE_NOLFS": StoreError,
    "SQLITE_AUTH": StoreError,
}
"""The world's faults. What is not here, a broken constraint or a wrong statement, is a bug."""


class Database:
    """The open cupboard, safe to use from several threads and beside other programs."""

    def __init__(self, path: Path, key: str) -> None:
        self._path = path
        self._key = key
        self._here = threading.local()
        self._opened = False
        self._engine = sa.create_engine(
            "sqlite+pysqlite://",
            module=sqlcipher,
            creator=lambda: _connect(path, key),
            poolclass=sa.QueuePool,
        )
        sa.event.listen(self._engine, "begin", _begin)

    @classmethod
    def open(cls, path: Path, key: str, steps: Sequence[Step] = STEPS) -> Self:
        """Open the file, or make it where there is none, and bring it to this version's schema.

        ``key`` is 32 bytes as 64 hex digits. Raises a ``StoreError``; a file that is there is
        then left as it was.
        """
        with folder_errors_in_words(path):
            make_folder(path)
            if not path.exists():
                path.touch(mode=0o600)  # before the driver makes it readable for others
        database = cls(path, key)
        try:
            with database.write() as connection:
                migrate(connection, path, database._copy, steps)
        except BaseException:
            database.close()
            raise
        database._opened = True
        return database

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def row(
        self, statement: sa.Executable, parameters: Mapping[str, object] | None = None
    ) -> sa.Row[Any] | None:
        """The one row that a statement finds.

        A single statement is a consistent view by itself: it needs no transaction around it.
        """
        with self._transaction(None) as connection:
            return connection.execute(statement, parameters).one_or_none()

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A consistent view; inside a ``write`` of this thread, that transaction's own view."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that is on the disk when the block is left, or nowhere after an error.

        No other program or thread writes meanwhile. A block within a block joins the outer one.
        """
        with self._transaction(_WRITE) as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str | None) -> Iterator[sa.Connection]:
        """A connection, after the statement that begins its transaction, if it is to have one."""
        outer: sa.Connection | None = getattr(self._here, "connection", None)
        if outer is not None:
            yield outer
            return
        with (
            self._errors_in_words(),
            self._engine.connect().execution_options(begin=begin) as connection,
        ):
            if begin != _WRITE:  # nothing to commit, and nothing that a later write could join
                yield connection
                return
            with connection.begin():
                self._here.connection = connection
                try:
                    yield connection
                finally:
                    self._here.connection = None

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """A connection of the driver's own, for what concerns the file as a whole."""
        with self._errors_in_words(), closing(_connect(self._path, self._key)) as connection:
            yield connection

    def _copy(self, to: Path) -> None:
        """Copy what is committed into a file of its own, under the same key.

        SQLite's own copying keeps its locks, which reading the file by hand would break.
        """
        with folder_errors_in_words(to):
            to.touch(mode=0o600)
        with self.bare() as source, closing(_connect(to, self._key)) as target:
            source.backup(target)

    @contextmanager
    def _errors_in_words(self) -> Iterator[None]:
        try:
            yield
        except (sa.exc.DBAPIError, sqlcipher.Error) as error:
            cause = getattr(error, "orig", error)
            name = str(getattr(cause, "sqlite_errorname", ""))
            primary = "_".join(name.split("_")[:2])  # SQLITE_IOERR_WRITE is a kind of SQLITE_IOERR
            if primary not in _ERRORS:
                raise
            if self._opened and _ERRORS[primary] is StoreDamagedError:
                note_damage(self._path)
            raise _ERRORS[primary](path=str(self._path), sqlite=name) from error


def has_content(path: Path) -> bool:
    """Whether there is anything in the file, which may not be there at all."""
    return path.exists() and path.stat().st_size > 0


def damage_note(path: Path) -> Path:
    """Stands beside a file in which damage was met at work, so that the next start mends it."""
    return path.with_name(f"{path.name}.damaged")


def note_damage(path: Path) -> None:
    """Leave the note, if the disk lets us; the error itself is raised all the same."""
    try:
        damage_note(path).touch(mode=0o600)
    except OSError as refused:
        _log.warning("the damage could not be noted: %s", refused.strerror)


def make_folder(path: Path) -> None:
    """Make the folder that the file lies in, for this user alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def folder_errors_in_words(path: Path) -> Iterator[None]:
    """Turn what the system says of the folder, before there is a database, into words."""
    try:
        yield
    except OSError as refused:
        full = refused.errno in {errno.ENOSPC, errno.EDQUOT}
        raise (StoreFullError if full else StoreReadOnlyError)(path=str(path)) from refused


def _connect(path: Path, key: str) -> Any:  # noqa: ANN401 - the driver ships no types
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        for pragma in (
            "cipher_log_level = NONE",  # it would write to standard error by itself
            f"key = \"x'{key if has_content(path) else key_and_salt(key)}'\"",
            f"busy_timeout = {_BUSY_TIMEOUT_MS}",
            "synchronous = FULL",  # NORMAL lost acknowledged visits in simulated power cuts
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        _keep_a_write_ahead_log(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _keep_a_write_ahead_log(connection: Any) -> None:  # noqa: ANN401 - the driver ships no types
    """Switch a fresh file over. Of two programs at it together, SQLite sends one away at once."""
    until = time.monotonic() + _BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlcipher.OperationalError as busy:
            if busy.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _begin(connection: sa.Connection) -> None:
    begin = connection.get_execution_options().get("begin")
    if begin is not None:
        connection.exec_driver_sql(begin)
