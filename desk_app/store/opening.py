"""Opens the store: the key, the damage checks, and a rebuild where necessary.

Whenever it is opened, database and operation log are compared, and each is given what only the
other one has.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from filelock import FileLock, Timeout

from desk_app.services.errors import (
    StoreDamagedError,
    StoreKeyError,
    StoreLockedError,
    StoreReadOnlyError,
)
from desk_app.services.ports import Secrets
from desk_app.services.recovery import Recovery
from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.connection.connections import has_content
from desk_app.store.connection.database import (
    Database,
    damage_note,
    folder_errors_in_words,
    make_folder,
)
from desk_app.store.keys import database_key, known_key, make_key, save_key
from desk_app.store.operation_log.commits import OperationLog
from desk_app.store.operation_log.entries import (
    operation_entries,
    paper_row_entries,
    restore_operation,
    restore_paper_row,
)
from desk_app.store.operation_log.reconciling import reconcile
from desk_app.store.recovery.backups import Backups, Copy, copies_in
from desk_app.store.recovery.checks import (
    highest_in,
    is_damaged_inside,
    is_gone,
    is_open_elsewhere,
    is_sealed_here,
    key_fits,
    was_not_closed,
)
from desk_app.store.recovery.rebuilding import Rebuilt, rebuild, rebuild_from_newest
from desk_app.store.recovery.recoveries import StoredRecoveries
from desk_app.store.recovery.scratch import clear_scratch, scratch_folder
from desk_app.store.recovery.setting_aside import (
    clear_names,
    files_to_merge,
    move_aside,
    note_merged,
    set_aside,
)
from desk_app.store.recovery.snapshot import can_be_copied, snapshot
from desk_app.store.schema.tables import operations, visits
from sync.ports import UNSETTLED

_log = logging.getLogger(__name__)

_LONGEST_WAIT = 120.0
"""Seconds to wait for another program that is opening the file, and may have to repair it."""
BestKnownTime = Callable[[Database], datetime]
"""Returns the best known time by the data of a store."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The store, and the recovery that opening it needed.

    ``merged`` is how many unsent operations came from files that were set aside before.
    """

    database: Database
    key: str
    log: OperationLog
    recovery: Recovery | None = None
    merged: int = 0

    @property
    def read_only(self) -> bool:
        """Whether the store can be read alone: nothing can be recorded."""
        return self.database.is_read_only


def open_store(
    path: Path,
    secrets: Secrets,
    now: BestKnownTime,
    on_repair: Callable[[], None] = lambda: None,
    *,
    made_before: bool = False,
) -> Opened:
    """Open the store, created where there is none, repaired where it is damaged.

    ``now`` is asked for the time where something was repaired. ``on_repair`` is called before a
    damaged file is rebuilt. ``made_before`` says that there was a store here once, also where
    nothing is left of it. One that cannot be written is opened to be read.

    Raises ``SecretsUnavailableError`` or a ``StoreError``; then no file was changed.
    """
    try:
        return _open(path, secrets, now, on_repair, made_before=made_before)
    except StoreReadOnlyError:
        if not can_be_copied(path):
            raise
        return _open_to_read(path, secrets, now, on_repair)


def _open_to_read(
    path: Path, secrets: Secrets, now: BestKnownTime, on_repair: Callable[[], None]
) -> Opened:
    key = database_key(secrets, path)
    with ExitStack() as held:
        copied = held.enter_context(snapshot(path))
        opened = _Opener(copied, secrets, key, now, on_repair).open()
        opened.database.forbid_writing(path)
        opened.database.on_close(held.pop_all().close)
    return opened


def _open(
    path: Path,
    secrets: Secrets,
    now: BestKnownTime,
    on_repair: Callable[[], None],
    *,
    made_before: bool,
) -> Opened:
    with _one_at_a_time(path):
        key = database_key(secrets, path)
        with folder_errors_in_words(path):
            elsewhere = is_open_elsewhere(path)
        if elsewhere:
            database, log = open_logged(path, key)
            return Opened(database, key, log)
        return _Opener(path, secrets, key, now, on_repair, made_before).open()


def open_logged(path: Path, key: str) -> tuple[Database, OperationLog]:
    """Open the file as it is, and have its log follow it."""
    database = Database.open(path, key)
    return database, _followed(database, path, key)


def _followed(database: Database, path: Path, key: str) -> OperationLog:
    log = OperationLog(path, key)
    database.follow(log)
    return log


def compare(
    path: Path,
    database: Database,
    log: OperationLog,
    now: BestKnownTime,
    *,
    rebuilt: Rebuilt | None = None,
) -> Recovery | None:
    """Complete database and operation log from each other; returns what to report.

    The database may have been ``rebuilt`` just before. Raises ``StoreError``.
    """
    if rebuilt is not None:
        log.expect(rebuilt.records)
    done = reconcile(
        database,
        log,
        lambda files: move_aside(path, files, now(database)),
        trusted=rebuilt is None or not rebuilt.of_damaged,
    )
    if not (rebuilt or done.taken_in or done.renewed or done.lost or done.unsure):
        return None
    with database.read() as connection:
        count = connection.execute(sa.select(sa.func.count()).select_from(visits)).scalar_one()
    knows_all = not (done.unsure or (done.cut and (rebuilt is not None or done.taken_in > 0)))
    recovery = Recovery(
        at=now(database),
        rebuilt=rebuilt is not None,
        visits=count,
        taken_in=done.taken_in,
        log_renewed=done.renewed,
        lost=done.lost,
        knows_all=knows_all,
        aside=rebuilt.aside if rebuilt else None,
        lost_since=done.since if done.lost or not knows_all else None,
        lost_until=done.until,
    )
    _log.warning(
        "recovery: rebuilt %s, taken in %d, log renewed %s, lost %d, all known %s",
        *(recovery.rebuilt, done.taken_in, done.renewed, done.lost, recovery.knows_all),
    )
    StoredRecoveries(database).add(recovery)
    return recovery


def start_afresh(path: Path, secrets: Secrets, now: datetime) -> Path:
    """Set aside a file whose key is wrong or lost, and make a new key; returns its new place.

    Its unsent visits are taken in by the next start that finds its key. Raises as
    :func:`open_store`.
    """
    with _one_at_a_time(path):
        with folder_errors_in_words(path):
            if is_open_elsewhere(path):
                raise StoreLockedError(path=str(path))
        aside = set_aside(path, Backups(path).copies(), now)
        make_key(secrets)
        return aside


def restore_key(path: Path, secrets: Secrets, key: str) -> None:
    """Restore a lost key of the file, or of one that was set aside, for the next start.

    Raises ``StoreKeyError`` for a key that nothing here was written with, and as
    :func:`open_store`; then nothing was changed.
    """
    with _one_at_a_time(path):
        files = [(file, Backups(path).copies()) for file in (path, *files_to_merge(path))]
        with folder_errors_in_words(path):
            if not any(key_fits(file, key, copies) for file, copies in files):
                raise StoreKeyError(path=str(path))
        save_key(secrets, key)


@dataclass(frozen=True, slots=True)
class _Opener:
    """Opens a store that no other program has open."""

    path: Path
    secrets: Secrets
    key: str
    now: BestKnownTime
    on_repair: Callable[[], None]
    made_before: bool = False

    def open(self) -> Opened:
        clear_names(self.path, datetime.now(UTC))
        with folder_errors_in_words(self.path):
            clear_scratch(self.path.parent)
        copies = Backups(self.path).copies()
        try:
            opened = self._compared(*self._made_usable(copies), copies)
        except StoreDamagedError as met:  # where nobody had looked
            _log.info("comparing met damage: %s", met.code)
            opened = None
        if opened is None:
            self.on_repair()
            database, rebuilt = self._rebuilt(copies)
            opened = self._compared(database, rebuilt, ())
        if opened is None:  # a fresh file is behind no copy
            raise StoreDamagedError(path=str(self.path))
        with _closed_after_error(opened.database):
            merged = sum(
                self._merge_set_aside(old, opened.database) for old in files_to_merge(self.path)
            )
        return replace(opened, merged=merged)

    def _compared(
        self, database: Database, rebuilt: Rebuilt | None, copies: Sequence[Copy]
    ) -> Opened | None:
        """The file as it is, completed; ``None`` where a copy knows more.

        Then an older file was put back, and the log that would show it is gone as well.
        """
        with _closed_after_error(database):
            log = _followed(database, self.path, self.key)
            recovery = compare(self.path, database, log, self.now, rebuilt=rebuilt)
            if not any(copy.highest > highest_in(database) for copy in copies):
                return Opened(database, self.key, log, recovery)
        database.close()
        return None

    def _made_usable(self, copies: Sequence[Copy]) -> tuple[Database, Rebuilt | None]:
        """The file, rebuilt where it was damaged or gone."""
        with folder_errors_in_words(self.path):
            gone = is_gone(self.path, self.key, copies)
            nothing_left = not gone and not has_content(self.path)
            left_open = was_not_closed(self.path)
        if gone:
            with folder_errors_in_words(self.path):
                sealed = is_sealed_here(self.path, copies)
                if sealed and not key_fits(self.path, self.key, copies):
                    raise StoreKeyError(path=str(self.path))
        elif nothing_left:
            lost = self.made_before and not files_to_merge(self.path)
            return Database.open(self.path, self.key), Rebuilt() if lost else None
        elif (whole := self._whole(copies, left_open=left_open)) is not None:
            with _closed_after_error(whole), folder_errors_in_words(self.path):
                damage_note(self.path).unlink(missing_ok=True)
            return whole, None
        self.on_repair()
        return self._rebuilt(copies)

    def _rebuilt(self, copies: Sequence[Copy]) -> tuple[Database, Rebuilt]:
        rebuilt = rebuild(self.path, self.key, copies, self.now)
        return Database.open(self.path, self.key), rebuilt

    def _whole(self, copies: Sequence[Copy], *, left_open: bool) -> Database | None:
        """The file that is there, unless it is damaged.

        Raises ``StoreKeyError`` for a wrong key.
        """
        try:
            database = Database.open(self.path, self.key)
        except (StoreDamagedError, StoreKeyError) as unreadable:
            with folder_errors_in_words(self.path):
                if key_fits(self.path, self.key, copies):
                    return None
            # The header of a damaged file looks no different from a wrong key; by now it is known
            # that nothing here was written with this key.
            raise StoreKeyError(path=str(self.path)) from unreadable
        with _closed_after_error(database):
            if not is_damaged_inside(database, self.path, left_open=left_open):
                return database
        database.close()
        return None

    def _merge_set_aside(self, old: Path, database: Database) -> int:
        """Queue what a file that was set aside has not sent yet; how many operations."""
        key = known_key(self.secrets, old)
        if key is None:
            return 0
        with scratch_folder(self.path.parent) as scratch:
            made = scratch / old.name
            rebuild_from_newest(made, old, key, copies_in(old.parent))
            source, _ = open_logged(made, key)
            log = OperationLog(old, key)
            try:
                reconcile(source, log, lambda _: None)
                with source.read() as connection:
                    unsent = sa.select(operations.c.id).where(operations.c.state.in_(UNSETTLED))
                    ids = connection.execute(unsent).scalars().all()
                    entries = [*operation_entries(connection, ids)]
                    rows = paper_row_entries(connection)
            finally:
                source.close()
                log.close()
        for entry in entries:
            entry.get("beside", {}).get("operations", {}).pop("seq", None)
        with database.write() as connection:
            taken = sum(restore_operation(connection, entry) for entry in entries)
            for row in rows:
                restore_paper_row(connection, row)
                note_change(connection, Subject.PAPER_ROW, UUID(row["document"]["id"]))
        note_merged(old)
        return taken


@contextmanager
def _closed_after_error(database: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.close()
        raise


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Let one program check the file, while another that starts with it waits."""
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
