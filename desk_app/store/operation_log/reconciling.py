"""Compares log and database, and copies to each what only the other one has."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.connection.changes import Subject, note_change, pop_changes
from desk_app.store.connection.database import Database
from desk_app.store.operation_log.commits import OperationLog
from desk_app.store.operation_log.entries import (
    ENROLMENT,
    PAPER_ROW,
    QUOTA_SHARE,
    REMOVED,
    RESOLUTION,
    operation_entries,
    paper_row_entries,
    quota_share_entries,
    replace_content,
    restore_enrolment,
    restore_operation,
    restore_paper_row,
    restore_quota_share,
    restore_resolution,
)
from desk_app.store.operation_log.format import Entry
from desk_app.store.operation_log.last_record import LastRecord
from desk_app.store.operation_log.reading import ReadLog, as_ranges, is_operation
from desk_app.store.operation_log.segments import Segment
from desk_app.store.schema.tables import operation_log, operations, visits
from sync.ports import UNSETTLED, OperationState

_log = logging.getLogger(__name__)

_NEEDED = (
    sa.select(operations.c.id)
    .outerjoin(visits, visits.c.id == operations.c.visit_id)
    .where(
        sa.or_(operations.c.state.in_(UNSETTLED), visits.c.card_number.is_not(None)),
        ~operations.c.from_feed,
    )
    .order_by(operations.c.seq)
)
"""Operations that the log must hold: those that wait or were rejected, or have their number."""
_REACHED = sa.select(operation_log.c.number, operation_log.c.at)
_SET_REACHED = operation_log.update()
_COUNT_ON = (
    "UPDATE sqlite_sequence SET seq = max(seq, (SELECT max(seq) FROM operations)) "
    "WHERE name = 'operations'"
)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The result of a comparison.

    ``taken_in`` were lacking in the database. ``appended`` were lacking in the log, which was
    ``renewed`` where it was damaged or gone. ``lost`` records are in neither, as far as the log's
    numbers tell, written between ``since`` and ``until``. There may be more, written after
    ``since``, where its end is cut off (``cut``) and the database lacked some, and in any case
    where it is ``unsure``.
    """

    taken_in: int
    appended: int
    renewed: bool
    lost: int
    cut: bool
    unsure: bool
    since: datetime | None
    until: datetime | None


def reconcile(
    database: Database,
    log: OperationLog,
    dispose: Callable[[Sequence[Segment]], object],
    *,
    trusted: bool = True,
) -> Reconciled:
    """Complete both. Files of the log that are damaged are given to ``dispose`` afterwards.

    A database that is not ``trusted`` was made of a damaged one: it may lack what is in records
    that it knows of, so all of the log is gone through. Where the file that counts the records is
    gone, nobody can tell whether there were more. A torn record at the end of the log was whole
    once, unless it shows that it never was: that one is erased.
    Raises ``StoreError``.
    """
    with database.write() as connection:
        found = log.read()  # here, where nobody else is between its commit and its appending
        reached, at = connection.execute(_REACHED).one()
        known = max(reached, log.known)  # under a program that goes on, both may have gone back
        missing = found.missing(known)
        interrupted = found.is_interrupted_after(reached)
        torn = found.torn and reached <= found.last and not interrupted
        if interrupted:
            log.erase_end(found)
        taken_in = _merge_log(connection, found, reached if trusted else 0)
        if known > reached:  # else the next start would go through all of it again
            connection.execute(_SET_REACHED, {"number": known, "at": found.at_of(known)})
        pop_changes(connection)  # they come from the log
        renewed = (
            found.is_damaged
            or torn
            or any(number < reached or number <= log.known for number in missing)
        )
        bad = [file for file, content in found.files.items() if content.damaged]
        appended = note_needed(connection, found, left=bad)
        if reached > found.last:
            _note_changed(connection, found)
        if renewed:
            log.begin_file(after=known)
            log.add(removed_entry(found, bad, missing))
    if bad and not log.behind:
        dispose(bad)
    log.note_last(found.at_of(known))
    uncounted = found.counted is None and (at is not None or found.was_counted)
    if trusted:
        gone: Sequence[int] = [number for number in missing if number > reached]
        lost, unsure = len(gone), torn or uncounted
    else:  # what the log lacked and the database had was in the missing records
        gone, lost = missing, max(0, len(missing) - appended)
        unsure = torn or uncounted or bool(missing)
    since, until = found.around(gone if lost else [], LastRecord(reached, at))
    cut = found.cut and found.counted is None
    return Reconciled(taken_in, appended, renewed, lost, cut, unsure, since, until)


def removed_entry(found: ReadLog, files: Sequence[Segment], missing: Sequence[int]) -> Entry:
    """The entry that lists which records are gone for good, those of some files among them."""
    gone = [number for first, last in found.removed for number in range(first, last + 1)]
    gone += [record.number for file in files for record in found.files[file].records]
    return {"kind": REMOVED, "document": {"ranges": as_ranges([*gone, *missing])}}


def note_needed(connection: sa.Connection, found: ReadLog, left: Sequence[Segment] = ()) -> int:
    """Note all that has to be in the log and stands in no file but those ``left`` behind.

    How many operations that comes to.
    """
    kept = ReadLog(
        {file: read for file, read in found.files.items() if file not in left}, cut=False
    )
    needed = connection.execute(_NEEDED).scalars().all()
    lacking = [key for key in needed if key not in kept.operations]
    for key in lacking:
        note_change(connection, Subject.OPERATION, key)
    for row in connection.exec_driver_sql("SELECT seq, operation_id, at FROM settlements"):
        if (row.operation_id, row.at) not in kept.resolutions and UUID(row.operation_id) in needed:
            note_change(connection, Subject.RESOLUTION, row.seq)
    newest = "SELECT seq, enrolled_at FROM desks ORDER BY seq DESC LIMIT 1"
    for row in connection.exec_driver_sql(newest):
        if row.enrolled_at not in kept.enrolments:
            note_change(connection, Subject.ENROLMENT, row.seq)
    for entry in paper_row_entries(connection):
        key = UUID(entry["document"]["id"])
        if kept.paper_rows.get(key) != entry:
            note_change(connection, Subject.PAPER_ROW, key)
    for entry in quota_share_entries(connection):
        offer_id = entry["document"]["offer_id"]
        if kept.quota_shares.get(offer_id) != entry:
            note_change(connection, Subject.QUOTA_SHARE, UUID(offer_id))
    return len(lacking)


def _note_changed(connection: sa.Connection, found: ReadLog) -> None:
    """Note visits that were dated afresh just before the program ended."""
    waiting = connection.execute(
        sa.select(operations.c.id).where(
            operations.c.kind == "visit", operations.c.state == OperationState.PENDING
        )
    ).scalars()
    logged = found.operations
    for entry in operation_entries(connection, waiting.all()):
        key = UUID(entry["document"]["id"])
        if key in logged and logged[key]["document"] != entry["document"]:
            note_change(connection, Subject.OPERATION, key)


def _merge_log(connection: sa.Connection, found: ReadLog, reached: int) -> int:
    """Give the database what only the log has; how many entries that comes to."""
    known = set(connection.execute(sa.select(operations.c.id)).scalars())
    lacking = [entry for key, entry in found.operations.items() if key not in known]
    taken = sum(_understood(restore_operation, connection, entry) for entry in lacking)
    newer = found.since(reached)
    for entry in newer:
        if is_operation(entry) and UUID(entry["document"]["id"]) in known:
            _understood(replace_content, connection, entry)
        elif entry["kind"] == RESOLUTION:
            taken += restore_resolution(connection, entry)
        elif entry["kind"] == ENROLMENT:
            taken += restore_enrolment(connection, entry)
        elif entry["kind"] == PAPER_ROW:
            taken += restore_paper_row(connection, entry)
        elif entry["kind"] == QUOTA_SHARE:
            taken += restore_quota_share(connection, entry)
    if taken:
        connection.exec_driver_sql(_COUNT_ON)
    return taken


def _understood(
    restore: Callable[[sa.Connection, Entry], bool], connection: sa.Connection, entry: Entry
) -> bool:
    """Do it, unless a newer version of the program wrote what this one does not know."""
    try:
        return restore(connection, entry)
    except ValueError:
        _log.warning("the operation log holds a %s that is not understood", entry["kind"])
        return False
