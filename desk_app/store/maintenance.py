"""Background maintenance of an open store: integrity checks and backups."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.services.errors import StoreDamagedError, StoreError, StoreKeyError
from desk_app.services.recovery import Recovery
from desk_app.store.connection.database import Database, note_damage
from desk_app.store.opening import compare
from desk_app.store.operation_log.commits import OperationLog
from desk_app.store.recovery.backups import INTERVAL, Backups
from desk_app.store.recovery.integrity import is_whole

_log = logging.getLogger(__name__)

_STEPS = 10_000
"""Of SQLite's, between two looks at whether the program ends: some thousand a second."""


class Maintenance:
    """Runs on a thread of its own; nothing at the window waits for it.

    ``stopping`` is what it waits on between two copies.
    """

    def __init__(
        self,
        database: Database,
        path: Path,
        key: str,
        now: Callable[[], datetime],
        stopping: threading.Event | None = None,
        log: OperationLog | None = None,
    ) -> None:
        self._database = database
        self._path = path
        self._key = key
        self._now = now
        self._backups = Backups(path)
        self._log = log
        self._thread: threading.Thread | None = None
        self._stopping = stopping or threading.Event()

    def start(
        self,
        on_damage: Callable[[], None],
        on_recovery: Callable[[Recovery], None] = lambda _: None,
    ) -> None:
        """Check the whole file once, then back it up and check the operation log every hour.

        Both are called from the thread: where the file is not whole, and where the log was not.
        """
        self._thread = threading.Thread(
            target=self._run, args=(on_damage, on_recovery), name="maintenance", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop, and make the last backup: after every session of a window, else once an hour."""
        worked = self._thread is not None
        if self._thread is not None:
            self._stopping.set()
            self._thread.join()
        self._copy(always=worked)

    def _run(self, on_damage: Callable[[], None], on_recovery: Callable[[Recovery], None]) -> None:
        if self._is_damaged():
            note_damage(self._path)
            _log.warning("the data is damaged; the next start repairs it")
            on_damage()
        while not self._stopping.is_set():
            self._copy(always=False)
            self._stopping.wait(INTERVAL.total_seconds())
            self._compare(on_recovery)

    def _is_damaged(self) -> bool:
        """Whether anything is; not known, and so ``False``, where the program ends meanwhile.

        Only a start can mend it, when nobody else has the file open.
        """
        try:
            with self._database.bare() as connection:
                connection.set_progress_handler(self._stopping.is_set, _STEPS)
                return not is_whole(connection)
        except (StoreDamagedError, StoreKeyError):  # the key was right when the file was opened
            return True
        except StoreError as unreadable:
            _log.warning("the data could not be checked: %s", unreadable.code)
        except sqlcipher.OperationalError as interrupted:
            if interrupted.sqlite_errorname != "SQLITE_INTERRUPT":
                raise
        return False

    def _compare(self, on_recovery: Callable[[Recovery], None]) -> None:
        """Compare database and log, so that each repairs damage of the other at run time."""
        if self._log is None or self._stopping.is_set():
            return
        try:
            recovery = compare(self._path, self._database, self._log, lambda _: self._now())
        except StoreError as refused:
            _log.warning("the operation log could not be compared: %s", refused.code)
        else:
            if recovery is not None:
                on_recovery(recovery)

    def _copy(self, *, always: bool) -> None:
        try:
            now = self._now()
            if always or self._backups.is_due(now):
                self._backups.make(self._database, self._key, now)
        except StoreError as refused:
            _log.warning("no backup of the journal could be made: %s", refused.code)
