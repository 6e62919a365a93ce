"""Yardsticks of the store: the bare driver, the disk, and the ORM that it is not."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import orm
from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.devices.clock import TimeOrderedIds
from desk_app.store.connection.database import Database
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.codes import VerdictCode
from sync.rules.visits import EntryMethod, Tickets, Visit

Figures = dict[str, Any]

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
PAGE = 10_000
BLOCK = b"\0" * 4096
COLUMNS = "number, kind, status, valid_from, valid_until, minors, area, local_only"
_CARD = Card(
    "KAIKU",
    CardKind.PERSONAL,
    CardStatus.ACTIVE,
    date(2026, 1, 1),
    date(2026, 12, 31),
    2,
    "Espoo",
    local_only=False,
)
_OFFER = UUID(int=1)
_IDS = TimeOrderedIds()


class PlainDatabase(Database):
    """The store without a lock: what encryption costs is measured against it."""

    def __init__(self, path: Path, key: str) -> None:
        super().__init__(path, key)
        self._engine = sa.create_engine(
            "sqlite+pysqlite://",
            module=sqlcipher,
            creator=partial(bare, path, None, synchronous="NORMAL"),  # as the store's own
            poolclass=sa.NullPool,
            pool_reset_on_return=None,
        )


def bare(path: Path, key: str | None, synchronous: str = "FULL") -> Any:  # noqa: ANN401 - the driver ships no types
    """The driver alone, as durable as the store."""
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    return connection


def make_bare_table(connection: Any) -> None:  # noqa: ANN401 - as above
    """A table of cards, and no more."""
    connection.execute(
        "CREATE TABLE cards (number TEXT PRIMARY KEY, kind TEXT, status TEXT, valid_from TEXT,"
        " valid_until TEXT, minors INTEGER, area TEXT, local_only INTEGER) WITHOUT ROWID"
    )


def bare_insert(connection: Any, rows: Sequence[tuple[object, ...]]) -> None:  # noqa: ANN401 - as above
    """One transaction, one ``executemany``."""
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("COMMIT")


def orm_seconds(path: Path, key: str, some: Sequence[Sequence[Card]]) -> float:
    """The same pages of cards put in by SQLAlchemy's ORM, object by object."""
    engine = sa.create_engine(
        "sqlite+pysqlite://", module=sqlcipher, creator=partial(bare, path, key)
    )
    registry = orm.registry()
    table = sa.Table(
        "cards",
        registry.metadata,
        sa.Column("number", sa.String, primary_key=True),
        sa.Column("kind", sa.String),
        sa.Column("status", sa.String),
        sa.Column("valid_from", sa.Date),
        sa.Column("valid_until", sa.Date),
        sa.Column("minors", sa.Integer),
        sa.Column("area", sa.String),
        sa.Column("local_only", sa.Boolean),
    )
    mapped: Any = type("Mapped", (), {})
    registry.map_imperatively(mapped, table)
    registry.metadata.create_all(engine)
    names = [column.name for column in table.columns]
    started = time.perf_counter()
    for page in some:
        with orm.Session(engine) as session, session.begin():
            session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            session.add_all(
                mapped(**{name: getattr(card, name) for name in names}) for card in page
            )
    taken = time.perf_counter() - started
    engine.dispose()
    return taken


def number(n: int) -> str:
    """The n-th card's number."""
    return f"KAIKU{n:08}"


def card(n: int) -> Card:
    """The n-th card."""
    return replace(_CARD, number=number(n), minors=n % 4)


def pages(count: int) -> Iterator[list[Card]]:
    """The register as it comes over the wire."""
    for start in range(0, count, PAGE):
        yield [card(n) for n in range(start, min(start + PAGE, count))]


def visit(n: int) -> Visit:
    """A visit as the counter makes it: its id follows the one before."""
    return Visit(
        id=_IDS.new(),
        recorded_at=NOW,
        local_date=NOW.date(),
        card_number=number(n),
        offer_id=_OFFER,
        tickets=Tickets(holder=1),
        entry=EntryMethod.TYPED,
        register_revision=1,
        verdict=VerdictCode.VALID,
        provisional=False,
        clock_trusted=True,
    )


def synced_block(path: Path) -> Callable[[], None]:
    """An action that brings 4 KiB to the disk."""
    file = path.open("wb", buffering=0)

    def action() -> None:
        file.write(BLOCK)
        os.fsync(file.fileno())

    return action


def seconds(action: Callable[[], object]) -> float:
    """How long it took."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def beside(ours: Sequence[float], theirs: Sequence[float], name: str) -> Figures:
    """Two series as medians and 99th percentiles in microseconds, and how they compare."""
    our_p99, their_p99 = p99(ours), p99(theirs)
    return {
        "count": len(ours),
        "p50_us": round(median(ours) * 1e6, 1),
        "p99_us": round(our_p99 * 1e6, 1),
        f"{name}_p50_us": round(median(theirs) * 1e6, 1),
        f"{name}_p99_us": round(their_p99 * 1e6, 1),
        "ratio_p50": round(median(ours) / median(theirs), 2),
        "ratio_p99": round(our_p99 / their_p99, 2),
    }


def p99(series: Sequence[float]) -> float:
    """The median of the 99th percentiles of ten parts: one busy second is no figure of ours."""
    size = max(100, len(series) // 10)
    parts = [series[start : start + size] for start in range(0, len(series) - size + 1, size)]
    return median(quantiles(part, n=100)[98] for part in parts)
