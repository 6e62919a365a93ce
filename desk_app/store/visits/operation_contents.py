"""Builds the content of operations, word for word, from the rows of each kind."""

import logging
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from desk_app.store.register.offers import offer_from
from desk_app.store.schema.tables import notes, operations, own_offers, visits, voids
from desk_app.store.visits.records import note_from, visit_from, void_from
from sync.rules.visits import Operation, OwnOffer

Rows = Sequence[sa.Row[*tuple[Any, ...]]]

_log = logging.getLogger(__name__)


def contents(connection: sa.Connection, rows: Rows) -> tuple[list[Operation], list[int]]:
    """The operations themselves, some hundreds at a time, and the places of unreadable ones."""
    of_kind = defaultdict[str, list[int]](list)
    for row in rows:
        of_kind[row.kind].append(row.seq)
    read: dict[int, Operation] = {}
    for kind, places in of_kind.items():
        try:
            read |= _read(connection, kind, places)
        except UNREADABLE:
            read |= _read_one_by_one(connection, kind, places)
    unreadable = [row.seq for row in rows if row.seq not in read]
    for row in rows:
        if row.seq in unreadable:
            _log.warning("a %s in the outbox cannot be read", row.kind)
    return [read[row.seq] for row in rows if row.seq in read], unreadable


def _read_one_by_one(
    connection: sa.Connection, kind: str, places: Sequence[int]
) -> dict[int, Operation]:
    read: dict[int, Operation] = {}
    for place in places:
        try:
            read |= _read(connection, kind, [place])
        except UNREADABLE:  # it may quote what the row holds, so it is not logged
            continue
    return read


def _read(connection: sa.Connection, kind: str, places: Sequence[int]) -> dict[int, Operation]:
    table, parse = CONTENTS[kind]
    found = connection.execute(
        sa.select(operations.c.seq, table)
        .join_from(operations, table, operations.c.id == table.c.id)
        .where(operations.c.seq.in_(places))
    )
    return {row.seq: parse(row) for row in found}


def _own_offer_from(row: sa.Row[Any]) -> OwnOffer:
    return OwnOffer(
        id=row.id,
        recorded_at=row.recorded_at,
        offer=offer_from(row.offer_id, row),
        revises=row.revises,
        withdrawn=row.withdrawn,
    )


UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""Errors that columns and values raise over a row that is not as it was written."""

CONTENTS: dict[str, tuple[sa.Table, Callable[[sa.Row[Any]], Operation]]] = {
    "visit": (visits, visit_from),
    "void": (voids, void_from),
    "offer": (own_offers, _own_offer_from),
    "note": (notes, note_from),
}
