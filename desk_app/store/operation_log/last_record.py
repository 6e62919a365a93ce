"""Keeps the number and the time of the last record in a file of its own, beside the log.

Where database and log have both gone back, and so agree, it shows that records are lost, and how
many. It is written in place after a record is on the disk in both, without a wait of its own: after
a power cut it may name an earlier record, never one that only one of them had.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.files.atomic_write import sync_folder
from desk_app.store.operation_log.format import NO_DIGEST, SECTOR, Sealer
from desk_app.store.operation_log.segments import log_folder

_KEY_PURPOSE = b"kaikuluukku last record 1"
_BINARY = getattr(os, "O_BINARY", 0)
_FLAGS = os.O_WRONLY | _BINARY


@dataclass(frozen=True, slots=True)
class LastRecord:
    """A record by its number, and when it was written."""

    number: int
    at: datetime | None


class LastRecordFile:
    """The file of a database's log. The log's lock is held by the one that uses it."""

    def __init__(self, database: Path, key: str) -> None:
        self.path = last_record_path(database)
        self._sealer = Sealer(key, _KEY_PURPOSE)
        self._content = self._written = b""
        self._read: LastRecord | None = None

    @property
    def is_own(self) -> bool:
        """Whether this program was the last to write what was read."""
        return self._content == self._written != b""

    def read(self) -> LastRecord | None:
        """What is in the file; ``None`` where that cannot be told. Raises ``OSError``."""
        before, self._content = self._content, b""
        try:
            content = _read_sector(self.path)
        except FileNotFoundError:
            return None
        if content != before:
            records = self._sealer.read(content).records
            self._read = LastRecord(records[-1].number, records[-1].at) if records else None
        self._content = content
        return self._read

    def write(self, last: LastRecord) -> None:
        """Write it in place; a file that is made for it is synced once. Raises ``OSError``."""
        frame, _ = self._sealer.seal(last.number, NO_DIGEST, [], last.at)
        content = frame.ljust(SECTOR, b"\0")
        try:
            file = os.open(self.path, _FLAGS)
        except FileNotFoundError:
            file = os.open(self.path, _FLAGS | os.O_CREAT, 0o600)
            is_new = True
        else:
            is_new = False
        try:
            os.write(file, content)
            if is_new:
                os.fsync(file)
        finally:
            os.close(file)
        if is_new:
            sync_folder(self.path.parent)
        self._content, self._written, self._read = content, content, last


def _read_sector(path: Path) -> bytes:
    """Read it with the system's own calls: it is read before each record."""
    file = os.open(path, os.O_RDONLY | _BINARY)
    try:
        return os.read(file, SECTOR)
    finally:
        os.close(file)


def last_record_path(database: Path) -> Path:
    """Where it lies."""
    folder = log_folder(database)
    return folder.with_name(f"{folder.name}.last")
