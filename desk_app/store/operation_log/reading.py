"""Reads the whole log from the disk, and finds gaps in it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from desk_app.store.operation_log.appender import ROOM
from desk_app.store.operation_log.entries import (
    ENROLMENT,
    PAPER_ROW,
    QUOTA_SHARE,
    REMOVED,
    RESOLUTION,
)
from desk_app.store.operation_log.format import (
    MOST_ENTRIES,
    Entry,
    Record,
    Sealer,
    SegmentContent,
    is_unfinished,
)
from desk_app.store.operation_log.last_record import LastRecord
from desk_app.store.operation_log.segments import Segment, segments

Range = tuple[int, int]
"""The numbers of records from the first to the last."""


@dataclass(frozen=True)
class ReadLog:
    """All readable records. ``cut`` says that the end may be missing, or that there is no file.

    ``torn`` says that a record stood behind the last one that can be read, and ``unfinished`` that
    it looks as if it never got there whole. ``counted`` is the last record by the file beside the
    log, ``None`` where that cannot be told.
    """

    files: Mapping[Segment, SegmentContent]
    cut: bool
    torn: bool = False
    unfinished: bool = False
    counted: LastRecord | None = None

    @cached_property
    def records(self) -> Sequence[Record]:
        """Every record once, in the order of the numbers.

        Several may carry one number: a copy that was put back went on from an earlier one, and a
        file of the history that it had left was put in again.
        """
        found = {record.digest: record for each in self.files.values() for record in each.records}
        return sorted(found.values(), key=lambda record: record.number)

    @property
    def last(self) -> int:
        """The number of the last record; 0 where there is none."""
        return self.records[-1].number if self.records else 0

    @cached_property
    def removed(self) -> Sequence[Range]:
        """The records that were removed on purpose, by the latest entry about it."""
        ranges = self._of_kind(REMOVED)
        return [(first, last) for first, last in ranges[-1]["document"]["ranges"]] if ranges else []

    @cached_property
    def operations(self) -> Mapping[UUID, Entry]:
        """The newest content of every operation."""
        return {
            UUID(entry["document"]["id"]): entry
            for record in self.records
            for entry in record.entries
            if is_operation(entry)
        }

    @cached_property
    def resolutions(self) -> set[tuple[Any, Any]]:
        """Which operations were resolved when, as the database keeps both."""
        found = (entry["document"] for entry in self._of_kind(RESOLUTION))
        return {(document["operation_id"], document["at"]) for document in found}

    @cached_property
    def enrolments(self) -> set[Any]:
        """When this desk was enrolled, as the database keeps it."""
        return {entry["document"]["enrolled_at"] for entry in self._of_kind(ENROLMENT)}

    @cached_property
    def paper_rows(self) -> Mapping[UUID, Entry]:
        """The newest content of every row of a paper form, also of those that are gone."""
        return {UUID(entry["document"]["id"]): entry for entry in self._of_kind(PAPER_ROW)}

    @cached_property
    def quota_shares(self) -> Mapping[str, Entry]:
        """The newest content of every share of a quota."""
        return {entry["document"]["offer_id"]: entry for entry in self._of_kind(QUOTA_SHARE)}

    def is_interrupted_after(self, number: int) -> bool:
        """Whether the power went while what came after a record was on its way to the disk.

        The database was told of that record at last, and no later one is counted. Several may be of
        one transaction: all but the last one are full then. A file that was cut off is no sign of
        it: its length was on the disk before.
        """
        begun = [record for record in self.records if record.number > number]
        return (
            self.unfinished
            and self.counted is not None
            and self.counted.number <= number
            and all(len(record.entries) == MOST_ENTRIES for record in begun)
        )

    def since(self, number: int) -> Sequence[Entry]:
        """The entries of all records after one."""
        return [
            entry for record in self.records if record.number > number for entry in record.entries
        ]

    def missing(self, up_to: int) -> Sequence[int]:
        """The records that must have existed, and are missing."""
        there = {record.number for record in self.records}
        gone = set(range(1, max(up_to, self.last) + 1)) - there
        for first, last in self.removed:
            gone -= set(range(first, last + 1))
        return sorted(gone)

    def at_of(self, number: int) -> datetime | None:
        """When a record was written, as far as that is known."""
        known = (each for each in (*self.records, self.counted) if each is not None)
        return next((each.at for each in known if each.number == number), None)

    def around(
        self, gone: Sequence[int], in_database: LastRecord
    ) -> tuple[datetime | None, datetime | None]:
        """Between which times the records that are gone were written, as far as that is known.

        With none, when the last one that is known was written.
        """
        known = [each for each in (*self.records, in_database, self.counted) if each is not None]
        first, last = (min(gone), max(gone)) if gone else (math.inf, math.inf)
        before = [each.at for each in known if each.number < first and each.at is not None]
        after = [each.at for each in known if each.number >= last and each.at is not None]
        since, until = max(before, default=None), min(after, default=None)
        if since is not None and until is not None and since > until:
            since = None  # the machine's clock was put back meanwhile
        return since, until

    @property
    def was_counted(self) -> bool:
        """Whether a version wrote in it that counts its records in a file beside it."""
        return any(record.at is not None for record in self.records)

    @property
    def is_damaged(self) -> bool:
        """Whether some file is not what was written, a torn end aside."""
        return any(content.damaged for content in self.files.values())

    def _of_kind(self, kind: str) -> Sequence[Entry]:
        return [
            entry for record in self.records for entry in record.entries if entry["kind"] == kind
        ]


def is_operation(entry: Entry) -> bool:
    """Whether an entry holds an operation, of whatever kind."""
    return entry["kind"] not in {RESOLUTION, ENROLMENT, PAPER_ROW, QUOTA_SHARE, REMOVED}


def read_log(folder: Path, key: str) -> ReadLog:
    """Read every file. Raises ``OSError``."""
    sealer = Sealer(key)
    files: dict[Segment, SegmentContent] = {}
    cut, torn, unfinished = True, False, False
    for segment in segments(folder):
        data = segment.path.read_bytes()
        files[segment] = content = sealer.read(data)
        cut = content.torn or len(data) % ROOM != 0 or not content.records
        torn = content.torn or (content.end == len(data) and content.end % ROOM != 0)
        unfinished = len(data) % ROOM == 0 and is_unfinished(data, content.end)
    return ReadLog(files, cut, torn, unfinished)


def as_ranges(numbers: Sequence[int]) -> list[Range]:
    """Numbers as ranges that do not touch each other."""
    ranges: list[Range] = []
    for number in sorted(numbers):
        if ranges and number <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], number))
        else:
            ranges.append((number, number))
    return ranges
