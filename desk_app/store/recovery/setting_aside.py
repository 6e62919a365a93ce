"""Sets aside files that are damaged, or that no key opens.

The unsent operations of a file that no key opened are taken in once its key is found again.
"""

import logging
import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from desk_app.files.atomic_write import sync_folder
from desk_app.store.connection.database import folder_errors_in_words
from desk_app.store.operation_log.last_record import last_record_path
from desk_app.store.operation_log.segments import Segment, log_folder
from desk_app.store.recovery.backups import Copy

_log = logging.getLogger(__name__)

_WRITE_AHEAD_LOG = ("-wal", "-shm")
_TIME = "%Y%m%dT%H%M%SZ"
_TIME_SIZE = len("20261124T100000Z")
MERGED_MARK = "taken-in"
"""Stands beside a file that was set aside, once all that can be read of it is in the new one."""


def set_aside(path: Path, copies: Sequence[Copy], now: datetime) -> Path:
    """Move a file that no key opens out of the way, with its copies and its operation log.

    Where it lies now. Raises ``StoreError``.
    """
    with folder_errors_in_words(path):
        aside = _new_folder(path, now)
        for copy in copies:
            copy.path.replace(aside / copy.path.name)
        for kept in (log_folder, last_record_path):
            if kept(path).exists():
                kept(path).replace(kept(aside / path.name))
        for suffix in (*_WRITE_AHEAD_LOG, ""):
            file = path.with_name(path.name + suffix)
            if file.exists():
                file.replace(aside / file.name)
        sync_folder(aside)
        sync_folder(path.parent)
    return aside


def keep_aside(path: Path, now: datetime) -> Path:
    """Give damaged files a second name aside: until a new one is in place, both are there.

    Raises ``OSError``.
    """
    aside = _new_folder(path, now)
    for suffix in ("", *_WRITE_AHEAD_LOG):
        file = path.with_name(path.name + suffix)
        if file.exists():
            try:
                (aside / file.name).hardlink_to(file)
            except OSError:  # some file systems have one name for a file only
                shutil.copy2(file, aside / file.name)
    (aside / MERGED_MARK).touch(mode=0o600)
    sync_folder(aside)
    return aside


def clear_names(path: Path, now: datetime) -> None:
    """Move aside what has a name of the store's and is no store's: a folder where a file belongs.

    Raises ``StoreError``.
    """
    with folder_errors_in_words(path):
        files = [path.with_name(path.name + suffix) for suffix in ("", *_WRITE_AHEAD_LOG)]
        files.append(last_record_path(path))
        wrong = [file for file in files if file.exists() and not file.is_file()]
        folders = (log_folder(path), path.parent / "backups")
        wrong += [folder for folder in folders if folder.exists() and not folder.is_dir()]
        if not wrong:
            return
        aside = _new_folder(path, now)
        (aside / MERGED_MARK).touch(mode=0o600)
        for each in wrong:
            each.replace(aside / each.name)
            _log.warning("%s is of the wrong kind, and was moved to %s", each.name, aside)
        sync_folder(aside)
        sync_folder(path.parent)


def move_aside(path: Path, files: Sequence[Segment], now: datetime) -> Path:
    """Move damaged files of the operation log out of the way. Raises ``StoreError``."""
    with folder_errors_in_words(path):
        aside = _new_folder(path, now)
        for segment in files:
            segment.path.replace(aside / segment.path.name)
        (aside / MERGED_MARK).touch(mode=0o600)
        sync_folder(aside)
        sync_folder(log_folder(path))
    return aside


def files_to_merge(path: Path) -> Sequence[Path]:
    """The files that were set aside and are not merged yet. Raises ``StoreError``."""
    return [aside / path.name for aside in _set_aside(path) if not (aside / MERGED_MARK).exists()]


def merged_folders(path: Path) -> Sequence[Path]:
    """The folders with files that were set aside, and of which all that can be read is merged.

    Raises ``StoreError``.
    """
    return [aside for aside in _set_aside(path) if (aside / MERGED_MARK).exists()]


def day_of(aside: Path) -> date:
    """The day on which a folder was set aside, by its name."""
    try:
        return datetime.strptime(aside.name[:_TIME_SIZE], _TIME).replace(tzinfo=UTC).date()
    except ValueError:  # a name that somebody else gave
        return date.max


def _set_aside(path: Path) -> Sequence[Path]:
    with folder_errors_in_words(path):
        return sorted(path.parent.glob("set-aside/*"))


def note_merged(old: Path) -> None:
    """All that can be read of a file that was set aside is in the database now."""
    with folder_errors_in_words(old):
        (old.parent / MERGED_MARK).touch(mode=0o600)


def remove_write_ahead_log(path: Path) -> None:
    """Remove what SQLite keeps beside a file. Raises ``OSError``."""
    for suffix in _WRITE_AHEAD_LOG:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _new_folder(path: Path, now: datetime) -> Path:
    above = path.parent / "set-aside"
    above.mkdir(mode=0o700, exist_ok=True)
    stamp = f"{now:{_TIME}}"
    taken = sum(1 for _ in above.glob(f"{stamp}*"))
    aside = above / (f"{stamp}-{taken + 1}" if taken else stamp)
    aside.mkdir(mode=0o700)
    return aside
