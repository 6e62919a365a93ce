"""Appends committed transactions to the log, before success is reported."""

import errno
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from filelock import Timeout

from desk_app.services.errors import StoreError, StoreFullError, StoreLockedError
from desk_app.store.connection.changes import pop_changes
from desk_app.store.connection.database import folder_errors_in_words
from desk_app.store.connection.statements import driver
from desk_app.store.operation_log.appender import Appender, Prepared
from desk_app.store.operation_log.entries import entries_of
from desk_app.store.operation_log.format import Entry
from desk_app.store.operation_log.last_record import LastRecord
from desk_app.store.operation_log.reading import ReadLog, read_log
from desk_app.store.operation_log.segments import erase_end, log_folder
from desk_app.store.schema.columns import as_text

_log = logging.getLogger(__name__)

_NO_ROOM: dict[int, type[StoreError]] = {
    errno.ENOSPC: StoreFullError,
    errno.EDQUOT: StoreFullError,
    errno.EFBIG: StoreError,
}
"""Before the commit, these errors refuse the transaction: nothing was recorded."""
_COUNT_ON = "UPDATE operation_log SET number = ?, at = ? WHERE number >= ?"


class OperationLog:
    """The log beside a database, as the database's transactions write it.

    ``fault`` is called, from the thread that recorded, when something is in the database but could
    not be appended. It is appended before the next, or at the next start.
    """

    def __init__(
        self, database: Path, key: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.folder = log_folder(database)
        self.key = key
        self.fault: Callable[[], None] = lambda: None
        self.behind = False
        self._appender = Appender(database, key, now)
        self._unappended: list[Entry] = []
        self._also: list[Entry] = []

    @contextmanager
    def prepare_append(self, connection: sa.Connection) -> Iterator[Callable[[], bool]]:
        """Get ready within a transaction; what is given is to be called once it is committed.

        It tells whether all that is to be logged of the transaction is on the disk.

        Raises ``StoreError`` where there is no room, or another program holds the log for long:
        then the transaction is not to be committed.
        """
        entries = [*entries_of(connection, pop_changes(connection)), *self._also]
        self._also.clear()
        if not entries:
            yield _nothing_appended
            return
        with ExitStack() as held:
            prepared = self._prepared(held, entries)
            if prepared is not None:
                _expect_record(connection, prepared)
            yield lambda: self._append(prepared, entries)
            # Here both are on the disk, or the next comparison could take the number for a loss.
            if prepared is not None and not self.behind:
                self._appender.note_last(LastRecord(prepared.number, prepared.at))

    def add(self, entry: Entry) -> None:
        """Append an entry that is no row of the database, with the next that is committed."""
        self._also.append(entry)

    def read(self) -> ReadLog:
        """All that is in the log. Raises ``StoreError``.

        Within a transaction of the database nothing that was committed is still to be appended.
        """
        with self._turn():
            found = read_log(self.folder, self.key)
            self._appender.expect(found.last)
            return replace(found, counted=self._appender.last_record())

    def note_last(self, at: datetime | None) -> None:
        """Write the number of the last record down where that is not done yet.

        It was written ``at``, as far as that is known. Raises ``StoreError``.
        """
        with self._turn():
            noted = self._appender.last_record()
            if noted is None or noted.number < self.known:
                self._appender.close()  # another program may have begun a file meanwhile
                self._appender.note_last(LastRecord(self.known, at))

    def erase_end(self, found: ReadLog) -> None:
        """Erase what stands behind the last record of the newest file.

        Where that is refused it stays, and the next record begins a file. Raises ``StoreError``.
        """
        newest, content = [*found.files.items()][-1]
        with self._turn():
            self._appender.close()
            try:
                erase_end(newest.path, content.end)
            except OSError as refused:
                _log.warning("the operation log's end stays as it is: %s", refused.strerror)

    @property
    def known(self) -> int:
        """The number of the last record that this program knows of, be it lost meanwhile."""
        return self._appender.known

    def expect(self, number: int) -> None:
        """Have it known that the log reached so far once."""
        self._appender.expect(number)

    def begin_file(self, after: int = 0) -> None:
        """Start a new file for the next record, with a number ``after`` that one.

        Raises ``StoreError``.
        """
        with self._turn():
            self._appender.begin_file(after)

    def close(self) -> None:
        """Close its files."""
        self._appender.close()
        self._appender.lock.close()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        try:
            with folder_errors_in_words(self.folder), self._appender.turn():
                yield
        except Timeout as locked:
            raise StoreLockedError(path=str(self.folder)) from locked

    def _prepared(self, held: ExitStack, entries: Sequence[Entry]) -> Prepared | None:
        try:
            held.enter_context(self._appender.turn())
            return self._appender.prepare([*self._unappended, *entries])
        except Timeout as locked:
            raise StoreLockedError(path=str(self.folder)) from locked
        except OSError as refused:
            if refused.errno in _NO_ROOM:
                raise _NO_ROOM[refused.errno](path=str(self.folder)) from refused
            _log.error("the operation log cannot be written: %s", refused.strerror)
            return None

    def _append(self, prepared: Prepared | None, entries: Sequence[Entry]) -> bool:
        """The database has it, so nothing is raised any more: it is recorded, though once only."""
        if prepared is not None:
            try:
                self._appender.append(prepared)
            except OSError as refused:
                _log.error("the operation log could not be written: %s", refused.strerror)
            else:
                self._unappended.clear()
                self.behind = False
                return True
        self._unappended += entries
        self.behind = True
        self.fault()
        return False


def _expect_record(connection: sa.Connection, prepared: Prepared) -> None:
    """Write down how far the log reaches, unless the database went back under the program.

    Then it keeps the number that it went back to: the next comparison goes through the log from
    there, and counts what is missing since.
    """
    at = as_text(prepared.at)
    counted = driver(connection).execute(_COUNT_ON, (prepared.number, at, prepared.after))
    if not counted.rowcount:
        _log.info("the database does not know of record %d any more", prepared.after)


def _nothing_appended() -> bool:
    return False
