"""Removes log files with data that the database has anonymised.

What of such a file still waits, or still has its card number, is appended anew first. So the log
keeps a card number exactly as long as the database does.
"""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.connection.database import Database, folder_errors_in_words
from desk_app.store.operation_log.commits import OperationLog
from desk_app.store.operation_log.entries import PAPER_ROW
from desk_app.store.operation_log.format import Entry
from desk_app.store.operation_log.reading import ReadLog, is_operation
from desk_app.store.operation_log.reconciling import note_needed, removed_entry
from desk_app.store.operation_log.segments import Segment, erase
from desk_app.store.schema.tables import operations, paper_rows, visits

_FORGOTTEN = sa.select(operations.c.id).where(
    operations.c.visit_id.in_(sa.select(visits.c.id).where(visits.c.card_number.is_(None)))
)
_STILL_NUMBERED = sa.union_all(
    sa.select(paper_rows.c.id), sa.select(visits.c.id).where(visits.c.card_number.is_not(None))
)
"""Rows of paper forms that are still being entered, or whose visits have their number."""


def compact(database: Database, log: OperationLog) -> int:
    """Erase the files that hold something forgotten; how many. Raises ``StoreError``."""
    with database.write() as connection:
        found = log.read()
        gone = found.paper_rows.keys() - set(connection.execute(_STILL_NUMBERED).scalars())
        stale = _stale(found, set(connection.execute(_FORGOTTEN).scalars()), gone)
        if not stale:
            return 0
        log.begin_file()
        note_needed(connection, found, left=stale)
        log.add(removed_entry(found, stale, []))
    if log.behind:
        return 0  # what was to be appended anew is not there yet
    with folder_errors_in_words(log.folder):
        for segment in stale:
            erase(segment.path)
    return len(stale)


def _stale(found: ReadLog, forgotten: set[UUID], gone: set[UUID]) -> Sequence[Segment]:
    """Files with an operation that is forgotten, or a row of a paper form that is gone."""

    def is_stale(entry: Entry) -> bool:
        document = entry["document"]
        if entry["kind"] == PAPER_ROW:
            return bool(document.get("number")) and UUID(document["id"]) in gone
        return is_operation(entry) and UUID(document["id"]) in forgotten

    return [
        segment
        for segment, content in found.files.items()
        if any(is_stale(entry) for record in content.records for entry in record.entries)
    ]
