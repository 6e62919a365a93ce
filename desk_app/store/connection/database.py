"""The database: opened with its key, transactions, and errors mapped to the desk's own.

SQLCipher through ``sqlcipher3``, chosen over ``apsw-sqlite3mc``. Looked up in November 2026: both
had a release the month before (0.6.4 and 3.54.0.0), and wheels for Linux, Windows and macOS that
bring the cipher along, for Python 3.11 as for 3.14. apsw follows SQLite's releases more closely, 27
of its own so far against 18. But sqlcipher3 speaks the standard library's DB-API, so SQLAlchemy's
own SQLite dialect drives it unchanged, where apsw would need a dialect of our own.
"""

import errno
import logging
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol, Self

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.services.errors import (
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreKeyError,
    StoreLockedError,
    StoreReadOnlyError,
)
from desk_app.store.connection.changes import pop_changes
from desk_app.store.connection.commit_sync import CommitSync
from desk_app.store.connection.connections import FairLock, RawConnection, connect
from desk_app.store.schema.migrations import STEPS, Step, migrate

_log = logging.getLogger(__name__)

_LEAST_ROOM = 64 * 1024
"""Bytes; SQLite's index of its log alone takes half of that."""

_TABLE_GONE = "no such table"
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
"""The environment's faults. Others, a broken constraint or a wrong statement, are bugs."""


class CommitListener(Protocol):
    """Handles every committed transaction."""

    def prepare_append(
        self, connection: sa.Connection
    ) -> AbstractContextManager[Callable[[], bool]]:
        """Entered before the commit, which an error prevents; its value is called after it.

        That returns whether all that was committed is on the disk elsewhere by then.
        """
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


class Database:
    """The open store, safe to use from several threads and beside other programs.

    Connections are kept: opening one and learning the schema costs more than most queries. One that
    met a fault is closed, since a file that can be written again can be so only by those who open
    it anew.
    """

    def __init__(self, path: Path, key: str) -> None:
        self._path = path
        self._here = threading.local()
        self._opened = False
        self._turn = FairLock()
        self._idle: list[RawConnection] = []  # append and pop are whole by themselves
        self._closed = False
        self._listener: CommitListener | None = None
        self._read_only_at: Path | None = None
        self._on_close: Callable[[], None] = _nothing
        self._connect = partial(connect, key)
        self._sync = CommitSync(path)
        self._engine = sa.create_engine(
            "sqlite+pysqlite://",
            module=sqlcipher,
            creator=partial(self._connect, path, syncs_commits=False),
            poolclass=sa.NullPool,
            pool_reset_on_return=None,  # every line is given back with nothing under way
            hide_parameters=True,  # no card number in an error's text
        )

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
            # Readers neither wait for a writer nor keep one waiting.
            if not database._is_of(len(steps)):
                with database.write() as connection:
                    migrate(connection, path, database._copy, steps)
        except BaseException:
            database.close()
            raise
        database._opened = True
        return database

    def _is_of(self, version: int) -> bool:
        with self.read() as connection:
            found: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        return found == version

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be recorded."""
        return self._read_only_at is not None

    @property
    def is_waited_for(self) -> bool:
        """Whether another thread waits for its turn to write."""
        return self._turn.waited_for

    def forbid_writing(self, path: Path) -> None:
        """Refuse every transaction from now on: the file at this path cannot be written."""
        self._read_only_at = path

    def on_close(self, action: Callable[[], None]) -> None:
        """Register an action for when the file is closed."""
        self._on_close = action

    def follow(self, listener: CommitListener) -> None:
        """Add a follower of every transaction from now on; it is closed with the file."""
        self._listener = listener

    def close(self) -> None:
        """Close the file. Other threads' work is closed when it is done."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
        if self._listener is not None:
            self._listener.close()
        self._on_close()

    def rows(self, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
        """The rows of a single statement in plain SQL, as stored.

        For what is asked at every card: nothing stands between the question and the driver's
        prepared statement. A single statement is a consistent view by itself, and needs no
        transaction around it; inside a ``write`` of this thread it has that one's view.
        """
        line: RawConnection | None = getattr(self._here, "line", None)
        if line is not None:
            return self._asked(line, statement, parameters)
        with self._errors_in_words():
            line = self._check_out()
        try:
            found = self._asked(line, statement, parameters)
        except BaseException:
            line.close()
            raise
        self._check_in(line)
        return found

    def _asked(
        self, line: RawConnection, statement: str, parameters: tuple[object, ...]
    ) -> list[tuple[Any, ...]]:
        try:
            found: list[tuple[Any, ...]] = line.driver.execute(statement, parameters).fetchall()
        except sqlcipher.Error as error:
            raise self._in_words(error) from error
        return found

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A consistent view; inside a ``write`` of this thread, that transaction's own view."""
        outer: RawConnection | None = getattr(self._here, "line", None)
        if outer is not None:
            yield outer.connection
            return
        with self._errors_in_words(), self._line() as line, line.connection.begin():
            line.driver.execute("BEGIN")
            yield line.connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that is on the disk when the block is left, or nowhere after an error.

        No other program or thread writes meanwhile. A block within a block joins the outer one.
        """
        outer: RawConnection | None = getattr(self._here, "line", None)
        if outer is not None:
            yield outer.connection
            return
        if self._read_only_at is not None:
            raise StoreReadOnlyError(path=str(self._read_only_at))
        with self._errors_in_words(), self._turn, self._line() as line, ExitStack() as held:
            pop_changes(line.connection)  # of a transaction that was given up
            after: Callable[[], bool] = _nothing_kept
            with line.connection.begin():
                # The lock is taken at once: a read that turned into a write could meet another
                # one's changes.
                line.driver.execute("BEGIN IMMEDIATE")
                self._here.line = line
                try:
                    yield line.connection
                    if self._listener is not None:
                        after = held.enter_context(self._listener.prepare_append(line.connection))
                finally:
                    self._here.line = None
            self._make_durable(after)

    def _make_durable(self, after: Callable[[], bool]) -> None:
        """Bring what was committed to the disk, and at once what is kept of it elsewhere."""
        syncing = self._sync.start()
        kept = after()
        try:
            syncing.result()
        except OSError as refused:
            note_damage(self._path)
            if not kept:
                raise StoreError(path=str(self._path)) from refused
            _log.error("the database could not be synced: %s", refused.strerror)

    @contextmanager
    def _line(self) -> Iterator[RawConnection]:
        line = self._check_out()
        try:
            yield line
        except (sa.exc.DBAPIError, sqlcipher.Error, StoreError) as error:
            if isinstance(self._in_words(error), StoreFullError | StoreLockedError):
                self._check_in(line)  # it did as it should; a new one might find no room
            else:
                line.close()
            raise
        except BaseException:
            self._check_in(line)
            raise
        self._check_in(line)

    def _check_out(self) -> RawConnection:
        try:
            return self._idle.pop()
        except IndexError:
            return RawConnection(self._engine.connect())

    def _check_in(self, line: RawConnection) -> None:
        if self._closed:
            line.close()
        else:
            self._idle.append(line)

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """A connection of the driver's own, for what concerns the file as a whole."""
        with self._errors_in_words(), closing(self._connect(self._path)) as connection:
            yield connection

    def _copy(self, to: Path) -> None:
        """Copy what is committed into a file of its own, under the same key.

        SQLite's own copying keeps its locks, which reading the file by hand would break.
        """
        with folder_errors_in_words(to):
            to.touch(mode=0o600)
        with self.bare() as source, closing(self._connect(to)) as target:
            source.backup(target)

    @contextmanager
    def _errors_in_words(self) -> Iterator[None]:
        try:
            yield
        except (sa.exc.DBAPIError, sqlcipher.Error) as error:
            mapped = self._in_words(error)
            if mapped is error:
                raise
            raise mapped from error

    def _in_words(self, error: Exception) -> Exception:
        """The desk's error for a fault of the driver; the error itself where it is a bug."""
        if isinstance(error, StoreError):
            return error
        cause = getattr(error, "orig", error)
        name = str(getattr(cause, "sqlite_errorname", ""))
        primary = "_".join(name.split("_")[:2])  # SQLITE_IOERR_WRITE is a kind of SQLITE_IOERR
        if self._opened and _TABLE_GONE in str(cause):
            primary = "SQLITE_CORRUPT"  # the file was emptied under the program
        if primary not in _ERRORS:
            return error
        kind = _ERRORS[primary]
        if self._opened and kind is StoreDamagedError:
            note_damage(self._path)
        if kind is StoreError and _is_full(self._path):  # SQLite says so only of some writes
            kind = StoreFullError
        return kind(path=str(self._path), sqlite=name)


def _nothing() -> None:
    """Does nothing."""


def _nothing_kept() -> bool:
    """Nothing is kept elsewhere."""
    return False


def plain_sql(statement: sa.sql.ClauseElement) -> str:
    """A statement as :meth:`Database.rows` takes it, its parameters as question marks.

    Values of its own would be lost on the way; they have to be literal columns.
    """
    compiled = statement.compile(dialect=sqlite.dialect())
    if any(value is not None for value in compiled.params.values()):
        raise ValueError("a statement in plain SQL carries no values")
    return str(compiled)


def _is_full(path: Path) -> bool:
    """Whether there is too little room beside the file even to open it."""
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False  # nothing can be said of a disk that is gone


def damage_note(path: Path) -> Path:
    """A note beside a file in which damage was met at work, so that the next start repairs it."""
    return path.with_name(f"{path.name}.damaged")


def note_damage(path: Path) -> None:
    """Write the note, if the disk permits; the error itself is raised all the same."""
    try:
        damage_note(path).touch(mode=0o600)
    except OSError as refused:
        _log.warning("the damage could not be recorded: %s", refused.strerror)


def make_folder(path: Path) -> None:
    """Create the folder of the file, for this user alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def folder_errors_in_words(path: Path) -> Iterator[None]:
    """Convert system errors about the folder into the desk's."""
    try:
        yield
    except OSError as refused:
        full = refused.errno in {errno.ENOSPC, errno.EDQUOT}
        raise (StoreFullError if full else StoreReadOnlyError)(path=str(path)) from refused
