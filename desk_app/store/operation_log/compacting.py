"""Lets go of files of the log that hold what the database has had to forget.

What of such a file still waits, or still has its card number, is appended anew first. So the log
keeps a card number exactly as long as the database does.
"""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.database import Database, folder_errors_in_words
from desk_app.store.operation_log.commits import OperationLog
from desk_app.store.operation_log.reading import ReadLog, is_operation
from desk_app.store.operation_log.reconciling import note_needed, removed_entry
from desk_app.store.operation_log.segments import Segment, erase
from desk_app.store.tables import operations, visits

_FORGOTTEN = (
    sa.select(operations.c.id)
    .join(visits, visits.c.id == operations.c.visit_id)
    .where(visits.c.card_number.is_(None))
)


def compact(database: Database, log: OperationLog) -> int:
    """Erase the files that hold something forgotten; how many. Raises ``StoreError``."""
    with database.write() as connection:
        found = log.read()
        stale = _stale(found, set(connection.execute(_FORGOTTEN).scalars()))
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


def _stale(found: ReadLog, forgotten: set[UUID]) -> Sequence[Segment]:
    return [
        segment
        for segment, content in found.files.items()
        if any(
            is_operation(entry) and UUID(entry["document"]["id"]) in forgotten
            for record in content.records
            for entry in record.entries
        )
    ]
