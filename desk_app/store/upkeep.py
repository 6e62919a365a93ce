"""What an open desk does for its own safety in the background: look itself over, make copies."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.services.errors import StoreError
from desk_app.store.backups import INTERVAL, Backups
from desk_app.store.database import Database, note_damage
from desk_app.store.wholeness import is_whole

_log = logging.getLogger(__name__)


class Upkeep:
    """Runs on a thread of its own; nothing at the window waits for it."""

    def __init__(
        self, database: Database, path: Path, key: str, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._path = path
        self._key = key
        self._now = now
        self._backups = Backups(path)
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._hold = threading.Lock()
        self._looking: Any = None

    def start(self) -> None:
        """Look the whole file over once, then make a copy every hour."""
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop, and make the last copy: after every session of a window, else once an hour."""
        worked = self._thread is not None
        if self._thread is not None:
            self._stopping.set()
            with self._hold:
                if self._looking is not None:
                    self._looking.interrupt()
            self._thread.join()
        self._copy(always=worked)

    def _run(self) -> None:
        try:
            self._look_over()
        except StoreError as unreadable:
            _log.warning("the data could not be looked over: %s", unreadable.code)
        while not self._stopping.is_set():
            self._copy(always=False)
            self._stopping.wait(INTERVAL.total_seconds())

    def _look_over(self) -> None:
        """Damage that is found is mended by the next start, when nobody else has the file open."""
        with self._database.bare() as connection:
            try:
                with self._hold:
                    self._looking = connection
                whole = is_whole(connection)
            except sqlcipher.OperationalError as interrupted:
                if interrupted.sqlite_errorname != "SQLITE_INTERRUPT":
                    raise
                return
            finally:
                with self._hold:
                    self._looking = None
        if not whole:  # a page that cannot be read at all is noted where it is met
            note_damage(self._path)
            _log.warning("the data is damaged; the next start mends it")

    def _copy(self, *, always: bool) -> None:
        now = self._now()
        try:
            if always or self._backups.is_due(now):
                self._backups.make(self._database, self._key, now)
        except StoreError as refused:
            _log.warning("no copy of the journal could be made: %s", refused.code)
