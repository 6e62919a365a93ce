"""From version 2, which kept operations and offers as JSON texts, to plain columns.

The tables stand here as version 3 has them, whatever becomes of them later.
"""

import json
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Row,
    String,
    Table,
    Uuid,
    insert,
    select,
    text,
)

from sync.server.store.types import BigNumber, Code, UtcTime

_AT_ONCE = 1_000
_new = MetaData()
_venues = Table("venues", _new, Column("id", String, primary_key=True))


def _offer_columns() -> list[Column[Any]]:
    return [
        Column("kind", String(20), nullable=False),
        Column("sector", String(20), nullable=False),
        Column("name_fi", String, nullable=False),
        Column("name_sv", String),
        Column("name_en", String),
        Column("place", String),
        Column("starts_at", UtcTime),
        Column("ends_at", UtcTime),
        Column("status", String(20), nullable=False),
        Column("quota_total", BigNumber),
        Column("quota_used", BigNumber),
        Column("limit_count", BigNumber),
        Column("limit_period", String(20)),
        Column("limit_days", Integer),
        Column("value_cents", BigNumber),
        Column("ceiling_cents", BigNumber),
        Column("minors_allowed", Boolean, nullable=False),
        Column("limit_months", Integer),
        Column("course_count", BigNumber),
        Column("course_period", String(20)),
        Column("course_days", Integer),
        Column("course_months", Integer),
        Column("value_asked", Boolean),
    ]


def _operation_columns() -> list[Column[Any]]:
    return [
        Column("venue_id", String, primary_key=True),
        Column("id", Uuid, primary_key=True),
        Column("desk_id", Uuid, nullable=False),
        Column("received_at", UtcTime, nullable=False),
        Column("recorded_at", UtcTime, nullable=False),
    ]


_offers = Table(
    "offers",
    _new,
    Column("venue_id", ForeignKey("venues.id"), primary_key=True),
    Column("id", Uuid, primary_key=True),
    *_offer_columns(),
    Column("used", BigNumber, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("position", BigNumber, nullable=False),
    Index("offers_by_position", "venue_id", "position"),
)
_TICKETS = ("holder", "children", "grandchildren", "assistants", "worker", "community_minors")
_visits = Table(
    "visits",
    _new,
    *_operation_columns(),
    Column("local_date", Date, nullable=False),
    Column("card_number", Code, nullable=False),
    Column("offer_id", Uuid, nullable=False),
    *(Column(name, Integer, nullable=False) for name in _TICKETS),
    Column("entry", String(20), nullable=False),
    Column("register_revision", BigNumber, nullable=False),
    Column("verdict", String(40), nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("printed_valid_until", Date),
    Column("clock_trusted", Boolean, nullable=False),
    Column("operator", String),
    Column("replaces", Uuid),
    Column("value_cents", BigNumber),
    Column("state", String(20), nullable=False),
    Column("position", BigNumber, nullable=False),
    Index("visits_by_position", "venue_id", "position"),
    Index("visits_by_card", "venue_id", "card_number"),
    Index("visits_by_receipt", "received_at", "venue_id", "position"),
)
_voids = Table(
    "voids",
    _new,
    *_operation_columns(),
    Column("visit_id", Uuid, nullable=False),
    Column("reason", String(20), nullable=False),
    Column("operator", String),
    Index("voids_by_visit", "venue_id", "visit_id"),
)
_own_offers = Table(
    "own_offers",
    _new,
    *_operation_columns(),
    Column("offer_id", Uuid, nullable=False),
    *_offer_columns(),
    Column("revises", Boolean),
    Column("withdrawn", Boolean),
)

_old = MetaData()
_old_operations = Table(
    "operations_2",
    _old,
    *(Column(name, String) for name in ("venue_id", "kind", "document", "state")),
    Column("id", Uuid),
    Column("desk_id", Uuid),
    Column("received_at", UtcTime),
    Column("position", BigNumber),
)
_old_offers = Table(
    "offers_2",
    _old,
    *(Column(name, String) for name in ("venue_id", "document")),
    Column("id", Uuid),
    Column("used", BigNumber),
    Column("removed", Boolean),
    Column("position", BigNumber),
)


def migrate(connection: Connection) -> None:
    """Take the step. All that was on record is there afterwards, in columns."""
    for index in (
        *("offers_by_position", "operations_by_position", "operations_by_card", "voids_by_visit"),
    ):
        connection.execute(text(f"DROP INDEX {index}"))
    for table in ("offers", "operations"):
        connection.execute(text(f"ALTER TABLE {table} RENAME TO {table}_2"))
    connection.execute(text("DROP TABLE voids"))  # each is among the operations too
    _new.create_all(connection, [_offers, _visits, _voids, _own_offers])
    used = _copy_operations(connection)
    _copy_offers(connection, used)
    for table in ("offers_2", "operations_2"):
        connection.execute(text(f"DROP TABLE {table}"))


def _copy_operations(connection: Connection) -> Counter[tuple[str, UUID]]:
    """How many tickets stand accepted to each offer of each venue."""
    used = Counter[tuple[str, UUID]]()
    tables = {"visit": _visits, "void": _voids, "offer": _own_offers}
    rows_of = {"visit": _visit, "void": _void, "offer": _own_offer}
    for kind, table in tables.items():
        query = select(_old_operations).where(_old_operations.c.kind == kind)
        found = connection.execute(query.execution_options(yield_per=_AT_ONCE))
        for part in found.partitions():
            rows = [_common(row) | rows_of[kind](row, json.loads(row.document)) for row in part]
            connection.execute(insert(table), rows)
            if kind == "visit":
                for row in rows:
                    if row["state"] == "accepted":
                        counted = sum(row[name] for name in _TICKETS if name != "assistants")
                        used[row["venue_id"], row["offer_id"]] += counted
    return used


def _copy_offers(connection: Connection, used: Counter[tuple[str, UUID]]) -> None:
    for row in connection.execute(select(_old_offers)).all():
        given = _offer(json.loads(row.document))
        beside = {"removed": row.removed, "position": row.position}
        keys = {"venue_id": row.venue_id, "id": row.id, "used": used[row.venue_id, row.id]}
        connection.execute(insert(_offers), [keys | given | beside])


def _common(row: Row[Any]) -> dict[str, Any]:
    return {
        "venue_id": row.venue_id,
        "id": row.id,
        "desk_id": row.desk_id,
        "received_at": row.received_at,
    }


def _visit(row: Row[Any], said: dict[str, Any]) -> dict[str, Any]:
    printed, replaces = said.get("printed_valid_until"), said.get("replaces")
    return {
        "recorded_at": _time(said["recorded_at"]),
        "local_date": date.fromisoformat(said["local_date"]),
        "card_number": said["card_number"],
        "offer_id": UUID(said["offer_id"]),
        **{name: said["tickets"].get(name, 0) for name in _TICKETS},
        "entry": said["entry"],
        "register_revision": said["register_revision"],
        "verdict": said["verdict"],
        "provisional": said["provisional"],
        "printed_valid_until": date.fromisoformat(printed) if printed else None,
        "clock_trusted": said["clock_trusted"],
        "operator": said.get("operator"),
        "replaces": UUID(replaces) if replaces else None,
        "state": row.state,
        "position": row.position,
    }


def _void(_row: Row[Any], said: dict[str, Any]) -> dict[str, Any]:
    return {
        "recorded_at": _time(said["recorded_at"]),
        "visit_id": UUID(said["visit_id"]),
        "reason": said["reason"],
        "operator": said.get("operator"),
    }


def _own_offer(_row: Row[Any], said: dict[str, Any]) -> dict[str, Any]:
    offer = said["offer"]
    return {
        "recorded_at": _time(said["recorded_at"]),
        "offer_id": UUID(offer["id"]),
        **_offer(offer),
    }


def _offer(said: dict[str, Any]) -> dict[str, Any]:
    starts, ends = said.get("starts_at"), said.get("ends_at")
    quota, limit = said.get("quota") or {}, said.get("card_limit") or {}
    return {
        "kind": said["kind"],
        "sector": said["sector"],
        "name_fi": said["name"]["fi"],
        "name_sv": said["name"].get("sv"),
        "name_en": said["name"].get("en"),
        "place": said.get("place"),
        "starts_at": _time(starts) if starts else None,
        "ends_at": _time(ends) if ends else None,
        "status": said["status"],
        "quota_total": quota.get("total"),
        "quota_used": quota.get("used"),
        "limit_count": limit.get("count"),
        "limit_period": limit.get("period"),
        "limit_days": limit.get("days"),
        "value_cents": said.get("value_cents"),
        "ceiling_cents": said.get("ceiling_cents"),
        "minors_allowed": said["minors_allowed"],
    }


def _time(text_: str) -> datetime:
    return datetime.fromisoformat(text_).astimezone(UTC)
