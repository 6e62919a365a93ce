"""Accepted operations, each as a row of its kind's table, and back."""

from collections.abc import Collection
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
            return _visit(row)
        case "void":
            return Void(
                id=row.id,
                visit_id=row.visit_id,
                reason=VoidReason(row.reason),
                recorded_at=row.recorded_at,
                operator=row.operator,
            )
        case "note":
            return Note(
                id=row.id,
                recorded_at=row.recorded_at,
                about=row.about,
                code=row.code,
                text=row.text,
                operator=row.operator,
            )
        case _:
            offer = offers.offer_of(row, row.offer_id)
            return OwnOffer(
                id=row.id,
                recorded_at=row.recorded_at,
                offer=offer,
                revises=row.revises,
                withdrawn=row.withdrawn,
            )


def columns_of(operation: Operation) -> dict[str, Any]:
    """What an operation says, by column."""
    beside = {"id": operation.id, "recorded_at": operation.recorded_at}
    match operation:
        case Visit():
            return beside | {
                "local_date": operation.local_date,
                "card_number": operation.card_number,
                "offer_id": operation.offer_id,
                **operation.tickets.counts(),
                "entry": operation.entry,
                "register_revision": operation.register_revision,
                "verdict": operation.verdict,
                "provisional": operation.provisional,
                "printed_valid_until": operation.printed_valid_until,
                "clock_trusted": operation.clock_trusted,
                "operator": operation.operator,
                "replaces": operation.replaces,
                "value_cents": operation.value_cents,
            }
        case Void():
            return beside | {
                "visit_id": operation.visit_id,
                "reason": operation.reason,
                "operator": operation.operator,
            }
        case OwnOffer():
            return beside | {
                "offer_id": operation.offer.id,
                **offers.columns_of(operation.offer),
                "revises": operation.revises,
                "withdrawn": operation.withdrawn,
            }
        case Note():
            return beside | {
                "about": operation.about,
                "code": operation.code,
                "text": operation.text,
                "operator": operation.operator,
            }


def _visit(row: Row[Any]) -> Visit:
    return Visit(
        id=row.id,
        recorded_at=row.recorded_at,
        local_date=row.local_date,
        card_number=row.card_number,
        offer_id=row.offer_id,
        tickets=tickets_of(row),
        entry=Entry(row.entry),
        register_revision=row.register_revision,
        verdict=VerdictCode(row.verdict),
        provisional=row.provisional,
        printed_valid_until=row.printed_valid_until,
        clock_trusted=row.clock_trusted,
        operator=row.operator,
        replaces=row.replaces,
        value_cents=row.value_cents,
    )
