"""Appends records to the newest file of the log, one program at a time.

Room for the records is made before the database commits: a full disk then refuses the whole
transaction, and what is appended afterwards overwrites zeros that are on the disk already.
"""

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from desk_app.files.atomic_write import sync_content, sync_folder
from desk_app.store.connection.open_file_lock import OpenFileLock
from desk_app.store.operation_log.format import MARKER, MOST_ENTRIES, NO_DIGEST, Entry, Sealer
from desk_app.store.operation_log.last_record import LastRecord, LastRecordFile
from desk_app.store.operation_log.segments import Segment, log_folder, next_segment, segments

_log = logging.getLogger(__name__)

ROOM = 64 * 1024
"""Bytes of zeros that are written ahead at a time, some hundred records: files grow by so much."""
_LONGEST_WAIT = 5.0
"""Seconds to wait for another program that is appending."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Frames that have their room. ``number``, ``digest`` and ``at`` are those of the last one.

    They follow the record ``after``, which may be lost from the log.
    """

    frames: bytes
    after: int
    number: int
    digest: str
    at: datetime


@dataclass(slots=True)
class _LogPosition:
    """Where the next record goes."""

    segment: Segment
    file: IO[bytes]
    end: int
    number: int
    digest: str
    clean: bool


class Appender:
    """Writes a database's log. ``now`` is in UTC; each day has a file of its own."""

    def __init__(self, database: Path, key: str, now: Callable[[], datetime]) -> None:
        self._folder = folder = log_folder(database)
        self._sealer = Sealer(key)
        self._now = now
        self._last_file = LastRecordFile(database, key)
        self.lock = OpenFileLock(folder.with_name(f"{folder.name}.lock"), _LONGEST_WAIT)
        self._place: _LogPosition | None = None
        self._least = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the lock: no other program appends meanwhile.

        Raises ``filelock.Timeout`` where one does for long, and ``OSError``.
        """
        with self.lock.held():
            last = self.last_record()
            if last is not None:
                self.expect(last.number)
            yield

    def prepare(self, entries: Sequence[Entry]) -> Prepared:
        """Encrypt entries as the next records and make room for them. Raises ``OSError``."""
        place = self._current()
        number, digest = (0, NO_DIGEST) if place is None else (place.number, place.digest)
        if number < self._least:  # the log was longer once
            number, digest = self._least, NO_DIGEST
        after, at = number, self._now().replace(microsecond=0)  # seconds do for people
        frames = b""
        for start in range(0, len(entries), MOST_ENTRIES):
            number += 1
            some = entries[start : start + MOST_ENTRIES]
            frame, digest = self._sealer.seal(number, digest, some, at)
            frames += frame
        self._make_room(place, len(frames), at)
        return Prepared(frames, after, number, digest, at)

    def append(self, prepared: Prepared) -> None:
        """Write prepared records; they are on the disk on return. Raises ``OSError``."""
        place = self._place
        if place is None:
            raise FileNotFoundError(self._folder)
        try:
            place.file.seek(place.end)
            _write_all(place.file, prepared.frames)
            sync_content(place.file.fileno())
        except OSError:
            self.close()
            raise
        place.end += len(prepared.frames)
        place.number, place.digest = prepared.number, prepared.digest
        self.expect(prepared.number)

    def last_record(self) -> LastRecord | None:
        """The last record by the file beside the log; ``None`` where that cannot be told."""
        try:
            return self._last_file.read()
        except OSError as refused:
            _log.warning("the last record's number cannot be read: %s", refused.strerror)
            return None

    def note_last(self, last: LastRecord) -> None:
        """Write it down there. The record itself is on the disk, so nothing is raised."""
        try:
            self._last_file.write(last)
        except OSError as refused:
            _log.warning("the last record's number cannot be written: %s", refused.strerror)

    @property
    def known(self) -> int:
        """The number of the last record that this program knows of, be it lost meanwhile."""
        return self._least

    def expect(self, number: int) -> None:
        """Count on from a record that was in the log, also where it is found there no more.

        So the numbers that are missing show at the next comparison that something was lost.
        """
        self._least = max(self._least, number)

    def begin_file(self, after: int) -> None:
        """Start a new file for the next record, with a number ``after`` that one.

        Raises ``OSError``.
        """
        self.expect(after)
        place = self._current()
        if place is not None:
            place.clean = False

    def close(self) -> None:
        """Close the file."""
        if self._place is not None:
            self._place.file.close()
            self._place = None

    def _current(self) -> _LogPosition | None:
        """The end of the log as it is now: another program may have gone on meanwhile."""
        place = self._place
        if place is None or not _is_same(place) or not self._is_newest(place):
            self.close()
            self._place = place = self._found(segments(self._folder))
        else:
            place.file.seek(place.end)
            if any(place.file.read(len(MARKER))):  # another program has appended meanwhile
                place.file.seek(place.end)
                self._go_on(place, place.file.read())
        return place

    def _is_newest(self, place: _LogPosition) -> bool:
        """Whether no other program has begun a file. Nobody has where none has appended."""
        if self._last_file.is_own:
            return True
        files = segments(self._folder)
        return bool(files) and files[-1] == place.segment

    def _found(self, files: Sequence[Segment]) -> _LogPosition | None:
        """The end of the newest file, with the number and digest of the last record anywhere."""
        if not files:
            return None
        place = _LogPosition(files[-1], files[-1].path.open("r+b", 0), 0, 0, NO_DIGEST, clean=True)
        try:
            place.clean = _is_uncut(place.file)
            self._go_on(place, place.file.read())
            for older in reversed(files[:-1]):
                if place.number:
                    break
                records = self._sealer.read(older.path.read_bytes()).records
                if records:
                    place.number, place.digest = records[-1].number, records[-1].digest
        except BaseException:
            place.file.close()
            raise
        return place

    def _go_on(self, place: _LogPosition, data: bytes) -> None:
        content = self._sealer.read(data)
        if content.records:
            place.number, place.digest = content.records[-1].number, content.records[-1].digest
        place.end += content.end
        place.clean = place.clean and not content.damaged and not content.torn

    def _make_room(self, place: _LogPosition | None, size: int, at: datetime) -> None:
        today = at.date()
        if place is None or not place.clean or place.segment.day != today:
            self._begin(next_segment(self._folder, today), place, size)
            return
        there = place.file.seek(0, os.SEEK_END)
        if place.end + size <= there:
            return
        try:
            _write_all(place.file, bytes(_rounded(size)))
            os.fsync(place.file.fileno())
        except OSError:
            with suppress(OSError):
                place.file.truncate(there)
            raise

    def _begin(self, segment: Segment, before: _LogPosition | None, size: int) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        file = _created(segment.path)
        try:
            _write_all(file, bytes(_rounded(size)))
            os.fsync(file.fileno())
            sync_folder(self._folder)
        except OSError:
            file.close()
            with suppress(OSError):
                segment.path.unlink()
            raise
        number, digest = (0, NO_DIGEST) if before is None else (before.number, before.digest)
        self.close()
        self._place = _LogPosition(segment, file, 0, number, digest, clean=True)


def _rounded(size: int) -> int:
    """As many bytes, or some more, so that a file that was cut off is known by its length."""
    return max(1, -(-size // ROOM)) * ROOM


def _created(path: Path) -> IO[bytes]:
    return open(path, "x+b", 0, opener=lambda name, flags: os.open(name, flags, 0o600))


def _is_same(place: _LogPosition) -> bool:
    """Whether the name still leads to the open file, and the file is still as long."""
    try:
        named = place.segment.path.stat()
    except FileNotFoundError:
        return False
    opened = os.fstat(place.file.fileno())
    return os.path.samestat(named, opened) and opened.st_size >= place.end and _is_uncut(place.file)


def _is_uncut(file: IO[bytes]) -> bool:
    return os.fstat(file.fileno()).st_size % ROOM == 0


def _write_all(file: IO[bytes], content: bytes) -> None:
    while content:
        content = content[file.write(content) :]
