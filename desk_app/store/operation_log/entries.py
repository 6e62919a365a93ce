"""Converts rows of the database to entries of the log, and back.

An operation stands in its entry as it is sent (contract 1.6); ``beside`` holds the columns that
only this desk knows. A new kind of operation needs nothing here, nor does a new column.
"""

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.connection.changes import Change, Subject
from desk_app.store.connection.statements import driver
from desk_app.store.operation_log.format import Entry
from desk_app.store.register.desk import forget_other_register
from desk_app.store.schema.neighbour_tables import quota_shares
from desk_app.store.schema.tables import (
    desks,
    operations,
    paper_rows,
    settlements,
    visits,
)
from desk_app.store.visits.operation_contents import CONTENTS, UNREADABLE, contents
from desk_app.store.visits.records import visit_row
from desk_app.store.visits.transfers import merge_operation
from sync.ports import UNSENT
from sync.protocol import dump_operation, load_operation
from sync.rules.visits import Operation, Tickets, Visit

RESOLUTION = "resolution"
ENROLMENT = "enrolment"
PAPER_ROW = "paper_row"
QUOTA_SHARE = "quota_share"
REMOVED = "removed"
"""Kinds of entries that are no operation. The last names records that the policy had go."""

_log = logging.getLogger(__name__)

Raw = dict[str, Any]
"""Columns by name, as the file keeps them."""

_AT_ONCE = 500
_QUEUE = {"id", "kind", "visit_id", "state", "taken", "code", "detail", "settled_at"} | {
    *("failed_with", "tries", "next_try_at", "hindered_since", "shown"),
    *("from_feed", "card_came", "resent", "counted"),
}
_IN_DOCUMENT = {field.name for kind in (Visit, Tickets) for field in fields(kind)}
_BESIDE: dict[str, Sequence[str]] = {
    "operations": [c.name for c in operations.c if c.name not in _QUEUE],
    "visits": [c.name for c in visits.c if c.name not in _IN_DOCUMENT and c.name != "card_mark"],
}
"""Columns of an operation beside its document, by table."""
_COLUMNS = ", ".join(f'{table}."{name}"' for table, names in _BESIDE.items() for name in names)
_SET_TAKEN = "UPDATE operations SET taken = 1 WHERE id = ?"
_KNOWN = f"""
    SELECT operations.id, operations.kind, {_COLUMNS}
    FROM operations LEFT JOIN visits ON visits.id = operations.id
    WHERE operations.id IN ({{places}}) AND NOT operations.from_feed
    AND (operations.kind <> 'visit' OR visits.card_number IS NOT NULL) ORDER BY operations.seq
"""  # noqa: S608 - our own names


def entries_of(
    connection: sa.Connection, changes: Mapping[Change, Operation | None]
) -> list[Entry]:
    """The log entries of these changes, in their order."""
    ids = [key for subject, key in changes if subject is Subject.OPERATION]
    known = {content.id: content for content in changes.values() if content is not None}
    found_now = operation_entries(connection, ids, known)
    by_id = {UUID(entry["document"]["id"]): entry for entry in found_now}
    found: list[Entry] = []
    for subject, key in changes:
        match subject:
            case Subject.OPERATION:
                found += [by_id[key]] if isinstance(key, UUID) and key in by_id else []
            case Subject.RESOLUTION:
                found += _row_entry(connection, RESOLUTION, settlements, key)
            case Subject.ENROLMENT:
                found += _row_entry(connection, ENROLMENT, desks, key)
            case Subject.PAPER_ROW if isinstance(key, UUID):
                found.append(_paper_row_entry(connection, key))
            case Subject.QUOTA_SHARE if isinstance(key, UUID):
                found += quota_share_entries(connection, key)
    return found


def operation_entries(
    connection: sa.Connection, ids: Sequence[Any], known: Mapping[UUID, Operation] | None = None
) -> Iterator[Entry]:
    """Entries of operations in journal order, without those whose card number is forgotten.

    The content of those that are ``known`` is not read again.
    """
    known = known or {}
    for start in range(0, len(ids), _AT_ONCE):
        some = [each.hex for each in ids[start : start + _AT_ONCE]]
        places = ", ".join("?" for _ in some)
        found = driver(connection).execute(_KNOWN.format(places=places), some)
        rows = [(UUID(id_), kind, rest) for id_, kind, *rest in found]
        documents: dict[UUID, dict[str, Any]] = {}
        for kind in {kind for _, kind, _ in rows}:
            there = [id_ for id_, of_kind, _ in rows if of_kind == kind]
            documents |= {id_: dump_operation(known[id_]) for id_ in there if id_ in known}
            if unread := [id_ for id_ in there if id_ not in known]:
                documents |= _documents(connection, kind, unread)
        own = len(_BESIDE["operations"])
        for id_, kind, rest in rows:
            if id_ not in documents:
                continue
            beside = {"operations": _encoded(dict(zip(_BESIDE["operations"], rest, strict=False)))}
            if kind == "visit":
                of_visit = zip(_BESIDE["visits"], rest[own:], strict=True)
                beside["visits"] = _encoded(dict(of_visit))
            yield {"kind": kind, "document": documents[id_], "beside": beside}


def _documents(
    connection: sa.Connection, kind: str, ids: Sequence[UUID]
) -> dict[UUID, dict[str, Any]]:
    """Operations of one kind as they are sent. One that cannot be read holds up no other."""
    _, read = CONTENTS[kind]
    found = {}
    for content in connection.execute(_content_of(kind), {"ids": ids}):
        try:
            found[content.id] = dump_operation(read(content))
        except UNREADABLE as unreadable:  # it may quote what the row holds
            _log.warning("a %s cannot be logged: %s", kind, type(unreadable).__name__)
    return found


@cache
def _content_of(kind: str) -> sa.Select[Any]:
    """Asks for the content of operations of a kind; built once, since every visit needs it."""
    table, _ = CONTENTS[kind]
    return sa.select(table).where(table.c.id.in_(sa.bindparam("ids", expanding=True)))


def restore_operation(connection: sa.Connection, entry: Entry) -> bool:
    """Queue an operation again, in its place; whether it was not there before.

    It may have been sent: it must not change any more. Raises ``ValueError`` for what this version
    of the program does not understand.
    """
    operation = _operation(entry)
    beside: dict[str, Raw] = entry.get("beside", {})
    carried_from = beside.get("operations", {}).get("carried_from")
    if not merge_operation(connection, operation, carried_from):
        return False
    for table, values in beside.items():
        _set_beside(connection, table, operation.id, _decoded(values))
    connection.exec_driver_sql(_SET_TAKEN, (operation.id.hex,))
    return True


def replace_content(connection: sa.Connection, entry: Entry) -> bool:
    """Put the logged content in the place of an older one that waits; whether it differed.

    A visit is all that is ever dated afresh. Raises as :func:`restore_operation`.
    """
    operation = _operation(entry)
    if not isinstance(operation, Visit):
        return False
    waiting = connection.execute(
        sa.select(operations.c.seq, operations.c.kind).where(
            operations.c.id == operation.id,
            operations.c.state.in_(UNSENT),
        )
    ).all()
    if contents(connection, waiting)[0] in ([], [operation]):
        return False
    connection.execute(
        visits.update().where(visits.c.id == operation.id).values(visit_row(operation))
    )
    connection.exec_driver_sql(_SET_TAKEN, (operation.id.hex,))
    return True


def restore_resolution(connection: sa.Connection, entry: Entry) -> bool:
    """Write down again what a person did about a refusal; whether it was not there before."""
    values = _decoded(entry["document"])
    about = (values["operation_id"], values["at"])
    known = "SELECT 1 FROM settlements WHERE operation_id = ? AND at = ?"
    ours = "SELECT 1 FROM operations WHERE id = ?"
    if connection.exec_driver_sql(known, about).first() is not None:
        return False
    if connection.exec_driver_sql(ours, about[:1]).first() is None:
        return False
    _insert(connection, settlements, values)
    return True


def restore_enrolment(connection: sa.Connection, entry: Entry) -> bool:
    """Restore an enrolment that is newer than the database's; whether that was done."""
    values = _decoded(entry["document"])
    columns = "enrolled_at, venue_id, register_key"
    newest = connection.exec_driver_sql(
        f"SELECT {columns} FROM desks ORDER BY seq DESC LIMIT 1"  # noqa: S608 - our own names
    ).first()
    if newest is not None and newest.enrolled_at >= values["enrolled_at"]:
        return False
    _insert(connection, desks, values)
    if newest is not None:
        forget_other_register(
            connection,
            register=newest.register_key != values["register_key"],
            venue=newest.venue_id != values["venue_id"],
        )
    return True


def paper_row_entries(connection: sa.Connection) -> list[Entry]:
    """All rows of paper forms that are being entered."""
    ids = connection.execute(sa.select(paper_rows.c.id)).scalars().all()
    return [_paper_row_entry(connection, each) for each in ids]


def restore_paper_row(connection: sa.Connection, entry: Entry) -> bool:
    """Have a row stand as the log has it; whether the database had none.

    One whose visit was recorded meanwhile is gone for good.
    """
    values = _decoded(entry["document"])
    there = "DELETE FROM paper_rows WHERE id = ?"
    recorded = "SELECT 1 FROM visits WHERE id = ?"
    was_there = connection.exec_driver_sql(there, (values["id"],)).rowcount > 0
    if "number" not in values:
        return False
    if connection.exec_driver_sql(recorded, (values["id"],)).first() is not None:
        return False
    _insert(connection, paper_rows, values)
    return not was_there


def _paper_row_entry(connection: sa.Connection, key: UUID) -> Entry:
    """A row's current content; of one that is gone, its id alone."""
    row = connection.exec_driver_sql("SELECT * FROM paper_rows WHERE id = ?", (key.hex,)).first()
    document = {"id": key.hex} if row is None else _encoded(dict(row._mapping))  # noqa: SLF001 - SQLAlchemy's public name
    return {"kind": PAPER_ROW, "document": document}


def quota_share_entries(connection: sa.Connection, offer_id: UUID | None = None) -> list[Entry]:
    """The shares of quotas, or that of one offer; what was given is counted by the database."""
    names = ", ".join(column.name for column in quota_shares.c if column.name != "given")
    wanted = f"SELECT {names} FROM quota_shares WHERE ? IN ('', offer_id)"  # noqa: S608 - our own
    rows = connection.exec_driver_sql(wanted, ("" if offer_id is None else offer_id.hex,))
    return [{"kind": QUOTA_SHARE, "document": dict(row)} for row in rows.mappings()]


def restore_quota_share(connection: sa.Connection, entry: Entry) -> bool:
    """Have a share stand as the log has it, so that no ticket is handed out twice."""
    values = entry["document"]
    there = "DELETE FROM quota_shares WHERE offer_id = ?"
    was_there = connection.exec_driver_sql(there, (values["offer_id"],)).rowcount > 0
    _insert(connection, quota_shares, values)
    return not was_there


def _operation(entry: Entry) -> Operation:
    try:
        return load_operation(entry["kind"], json.dumps(entry["document"]))
    except KeyError as unknown:
        raise ValueError(f"an operation of an unknown kind: {entry['kind']}") from unknown


def _set_beside(connection: sa.Connection, table: str, operation: UUID, values: Raw) -> None:
    """Put the columns back that this version still has, the place only where it is free."""
    wanted = {name: value for name, value in values.items() if name in _BESIDE.get(table, ())}
    if "seq" in wanted:
        taken = "SELECT 1 FROM operations WHERE seq = ?"
        if connection.exec_driver_sql(taken, (wanted["seq"],)).first() is not None:
            del wanted["seq"]
    if wanted:
        settings = ", ".join(f'"{name}" = ?' for name in wanted)
        connection.exec_driver_sql(
            f"UPDATE {table} SET {settings} WHERE id = ?",  # noqa: S608 - our own names
            (*wanted.values(), operation.hex),
        )


def _row_entry(connection: sa.Connection, kind: str, table: sa.Table, place: object) -> list[Entry]:
    """A row of a table that has no wire form, without its place in the table."""
    names = [column.name for column in table.c if column.name != "seq"]
    row = connection.exec_driver_sql(
        f"SELECT {', '.join(names)} FROM {table.name} WHERE seq = ?",  # noqa: S608 - our own names
        (place,),
    ).first()
    if row is None:
        return []
    return [{"kind": kind, "document": _encoded(dict(zip(names, row, strict=True)))}]


def _insert(connection: sa.Connection, table: sa.Table, values: Raw) -> None:
    known = {name: value for name, value in values.items() if name in table.c and name != "seq"}
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({', '.join(known)}) "  # noqa: S608 - our own names
        f"VALUES ({', '.join('?' for _ in known)})",
        tuple(known.values()),
    )


def _encoded(values: Raw) -> Raw:
    """With bytes as hex digits, since JSON has none; what is empty is left out."""
    return {
        name: {"hex": value.hex()} if isinstance(value, bytes) else value
        for name, value in values.items()
        if value is not None
    }


def _decoded(values: Raw) -> Raw:
    return {
        name: bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
        for name, value in values.items()
    }
