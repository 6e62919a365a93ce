"""Connections to the database: opened with the key, durable, and kept open."""

import threading
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.store.connection.cipher import key_and_salt

_BUSY_TIMEOUT_MS = 5_000
"""The longest wait for another program's transaction; both are short."""
_STATEMENTS_KEPT = 500
"""Compiled statements for each connection. The driver would keep 128, which lists of every length
fill within a cycle or two; from then on each statement of a check was compiled anew every time."""
_PAUSE = 0.01
"""Seconds before SQLite is asked again where it does not wait by itself."""


class RawConnection:
    """A connection that is kept open: the driver's, and SQLAlchemy's over it."""

    __slots__ = ("connection", "driver")

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.driver: Any = connection.connection.driver_connection

    def close(self) -> None:
        """Close it; an open transaction is rolled back."""
        self.connection.close()


class FairLock:
    """A fair lock: one writer at a time in this program, in order of arrival.

    SQLite alone lets in the thread that asks at the right moment: a load, piece after piece, would
    keep a visit waiting until its patience is over.
    """

    def __init__(self) -> None:
        self._next = threading.Lock()
        self._held = threading.Lock()

    def __enter__(self) -> None:
        with self._next:
            self._held.acquire()

    def __exit__(self, *_: object) -> None:
        self._held.release()

    @property
    def waited_for(self) -> bool:
        """Whether a writer waits."""
        return self._next.locked()


def has_content(path: Path) -> bool:
    """Whether there is anything in the file, which may not be there at all."""
    return path.exists() and path.stat().st_size > 0


def connect(key: str, path: Path, *, syncs_commits: bool = True) -> Any:  # noqa: ANN401 - the driver ships no types
    """A connection of the driver's own.

    One that does not sync its commits keeps the file whole all the same, but a power cut may take
    back what was committed last, until the write-ahead log is synced (``CommitSync``).
    """
    connection = sqlcipher.connect(
        str(path),
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS_KEPT,
    )
    try:
        for pragma in (
            "cipher_log_level = NONE",  # it would write to standard error by itself
            f"key = \"x'{key if has_content(path) else key_and_salt(key)}'\"",
            f"busy_timeout = {_BUSY_TIMEOUT_MS}",
            f"synchronous = {'FULL' if syncs_commits else 'NORMAL'}",
            "foreign_keys = ON",
            "secure_delete = ON",  # what is deleted is overwritten, not only let go
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
