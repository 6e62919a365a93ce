"""Accepted operations, each as a row of its kind's table, and back."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, func, select

from sync.rules.codes import VerdictCode
from sync.rules.visits import Entry, Note, Operation, OwnOffer, Visit, Void, VoidReason
from sync.server.store import offers
from sync.server.store.tables import notes, own_offers, visits, voids
from sync.server.store.visits import tickets_of

TABLES: dict[str, Table] = {
    "visit": visits,
    "void": voids,
    "offer": own_offers,
    "note": notes,
}
"""Where the operations of each kind are kept."""


def load(connection: Connection, venue_id: str, ids: Collection[UUID]) -> dict[UUID, Operation]:
    """What a venue's desks have had accepted under some ids."""
    return {
        row.id: operation_of(kind, row)
        for kind, table in TABLES.items()
        for row in connection.execute(
            select(table).where(table.c.venue_id == venue_id, table.c.id.in_(ids))
        )
    }


def last_told(
    connection: Connection, venue_id: str, offer_ids: Collection[UUID]
) -> dict[UUID, datetime]:
    """When desks of a venue last told of offers that the venue added itself."""
    query = (
        select(own_offers.c.offer_id, func.max(own_offers.c.recorded_at).label("at"))
        .where(own_offers.c.venue_id == venue_id, own_offers.c.offer_id.in_(offer_ids))
        .group_by(own_offers.c.offer_id)
    )
    return {row.offer_id: row.at for row in connection.execute(query)}


def operation_of(kind: str, row: Row[Any]) -> Operation:
    """The operation as it was sent, out of its row."""
    match kind:
        case "visit":
            codes = {"entry": Entry(row.entry), "verdict": VerdictCode(row.verdict)}
            tickets = tickets_of(row)
            return Visit(**_values(row, _VISIT) | codes, tickets=tickets)
        case "void":
            values = _values(row, _VOID)
            return Void(**values | {"reason": VoidReason(row.reason)})
        case "note":
            return Note(**_values(row, _NOTE))
        case _:
            values = _values(row, _OWN_OFFER)
            return OwnOffer(**values, offer=offers.offer_of(row, row.offer_id))


def columns_of(operation: Operation) -> dict[str, Any]:
    """What an operation says, by column."""
    match operation:
        case Visit():
            return {**_values(operation, _VISIT), **operation.tickets.counts()}
        case Void():
            return _values(operation, _VOID)
        case Note():
            return _values(operation, _NOTE)
        case OwnOffer(offer=offer):
            values = _values(operation, _OWN_OFFER) | offers.columns_of(offer)
            return values | {"offer_id": offer.id}


def _values(holder: Operation | Row[Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(holder, name) for name in names}


def _plain_fields(kind: type[Operation], but: str = "") -> list[str]:
    """The fields that each have a column of their name."""
    return [field.name for field in fields(kind) if field.name not in {"kind", but}]


_VISIT = _plain_fields(Visit, but="tickets")
_VOID = _plain_fields(Void)
_NOTE = _plain_fields(Note)
_OWN_OFFER = _plain_fields(OwnOffer, but="offer")
