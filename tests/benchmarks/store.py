"""The cupboard beside the bare driver on the same encrypted file in the same run.

Milliseconds differ from machine to machine; the ratios are what the program answers for. Each
pair is measured in turns, so that a busy moment of the machine falls on both.
"""

import os
import random
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any
from uuid import uuid4

from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.store.database import Database
from desk_app.store.journal import StoredJournal
from desk_app.store.register import StoredRegister
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.codes import VerdictCode
from sync.rules.register_sum import RegisterSum
from sync.rules.visits import Entry, Tickets, Visit

Figures = dict[str, Any]

_NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
_PAGE = 10_000
_CHANGES = 10_000
_BLOCK = b"\0" * 4096
_COLUMNS = "number, kind, status, valid_from, valid_until, minors, area, local_only"
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


def measure(folder: Path, *, cards: int, lookups: int, records: int) -> Figures:
    """Every figure, in a folder on the disk that is to be measured."""
    key = secrets.token_hex(32)
    path = folder / "desk.db"
    database = Database.open(path, key)
    try:
        register = StoredRegister(database)
        return {
            "cards": cards,
            "load": _load(register, folder / "bare.db", key, cards),
            "lookup": _lookup(register, path, key, cards, lookups),
            "record": _record(StoredJournal(database), folder, records),
            "delta": _delta(register, folder / "bare.db", key, cards),
            "reload": _reload(register, cards),
        }
    finally:
        database.close()


def _load(register: StoredRegister, bare_path: Path, key: str, count: int) -> Figures:
    """A fresh register page by page, sums included, and the same rows by the driver alone."""
    bare = _bare(bare_path, key)
    bare.execute(
        "CREATE TABLE cards (number TEXT PRIMARY KEY, kind TEXT, status TEXT, valid_from TEXT,"
        " valid_until TEXT, minors INTEGER, area TEXT, local_only INTEGER) WITHOUT ROWID"
    )
    ours = theirs = sums = 0.0
    total = RegisterSum()
    register.begin_load(1)
    for page in _pages(count):
        last = len(page) < _PAGE or page[-1].number == _number(count - 1)
        ours += _seconds(lambda: register.add_page(page, after=page[-1].number, last=last))  # noqa: B023 - called at once
        rows = [_bare_row(card) for card in page]
        theirs += _seconds(lambda: _bare_insert(bare, rows))  # noqa: B023 - called at once
        started = perf_counter()
        for card in page:
            total = total.plus(card)
        sums += perf_counter() - started
    adopting = _seconds(lambda: register.adopt(revision=1, expected=total, verified_at=_NOW))
    bare.close()
    return {
        "seconds": round(ours, 3),
        "bare_executemany_seconds": round(theirs, 3),
        "ratio": round(ours / theirs, 2),
        "of_it_sums_seconds": round(sums, 3),
        "adopt_seconds": round(adopting, 3),
    }


def _lookup(register: StoredRegister, path: Path, key: str, cards: int, count: int) -> Figures:
    """One card by its number: the register's own door, and a prepared statement."""
    bare = _bare(path, key)
    side = bare.execute("SELECT side FROM register_state WHERE in_use").fetchone()[0]
    statement = f"SELECT {_COLUMNS} FROM cards_{side} WHERE number = ?"
    draw = random.Random(2026)
    ours, theirs = [], []
    for number in [_number(draw.randrange(cards)) for _ in range(count)]:
        theirs.append(_seconds(lambda: bare.execute(statement, (number,)).fetchone()))  # noqa: B023 - called at once
        ours.append(_seconds(lambda: register.find(number)))  # noqa: B023 - called at once
    bare.close()
    return _beside(ours, theirs, "bare_prepared")


def _record(journal: StoredJournal, folder: Path, count: int) -> Figures:
    """A visit durably recorded, and one block of 4 KiB written and synced."""
    with (folder / "block").open("wb", buffering=0) as file:

        def sync_block() -> None:
            file.write(_BLOCK)
            os.fsync(file.fileno())

        ours, theirs = [], []
        for n in range(count):
            visit = _visit(n)
            theirs.append(_seconds(sync_block))
            ours.append(_seconds(lambda: journal.record(visit)))  # noqa: B023 - called at once
    return _beside(ours, theirs, "fsync_4k")


def _delta(register: StoredRegister, bare_path: Path, key: str, cards: int) -> Figures:
    """Changes to many cards of the register in use, and the same by the driver alone."""
    status = register.status()
    assert status is not None
    draw = random.Random(2027)
    numbers = draw.sample(range(cards), min(_CHANGES, cards))
    changed = [replace(_card(n), minors=5) for n in numbers]
    expected = status.sum
    for n, card in zip(numbers, changed, strict=True):
        expected = expected.minus(_card(n)).plus(card)
    changes: dict[str, Card | None] = {card.number: card for card in changed}
    ours = _seconds(
        lambda: register.apply(changes, revision=2, expected=expected, verified_at=_NOW)
    )
    bare = _bare(bare_path, key)
    rows = [_bare_row(card) for card in changed]
    theirs = _seconds(lambda: _bare_insert(bare, rows))
    bare.close()
    return {
        "changes": len(changed),
        "seconds": round(ours, 3),
        "bare_executemany_seconds": round(theirs, 3),
        "ratio": round(ours / theirs, 2),
    }


def _reload(register: StoredRegister, cards: int) -> Figures:
    """The longest single transactions beside which a visit has to wait: emptying a side."""
    total = RegisterSum()
    register.begin_load(3)
    for page in _pages(cards):
        for card in page:
            total = total.plus(card)
        register.add_page(page, after=page[-1].number, last=True)
    adopting = _seconds(lambda: register.adopt(revision=3, expected=total, verified_at=_NOW))
    return {"adopt_over_old_seconds": round(adopting, 3)}


def _beside(ours: Sequence[float], theirs: Sequence[float], name: str) -> Figures:
    """Two series as medians and 99th percentiles in microseconds, and how they compare.

    The 99th percentile is the median of those of ten parts of the series: one busy second of the
    machine is no figure of ours.
    """
    our_p99, their_p99 = _p99(ours), _p99(theirs)
    return {
        "count": len(ours),
        "p50_us": round(median(ours) * 1e6, 1),
        "p99_us": round(our_p99 * 1e6, 1),
        f"{name}_p50_us": round(median(theirs) * 1e6, 1),
        f"{name}_p99_us": round(their_p99 * 1e6, 1),
        "ratio_p50": round(median(ours) / median(theirs), 2),
        "ratio_p99": round(our_p99 / their_p99, 2),
    }


def _p99(series: Sequence[float]) -> float:
    size = max(100, len(series) // 10)
    parts = [series[start : start + size] for start in range(0, len(series) - size + 1, size)]
    return median(quantiles(part, n=100)[98] for part in parts)


def _seconds(deed: Callable[[], object]) -> float:
    started = perf_counter()
    deed()
    return perf_counter() - started


def _bare(path: Path, key: str) -> Any:  # noqa: ANN401 - the driver ships no types
    connection = sqlcipher.connect(str(path), isolation_level=None)
    for pragma in (f"key = \"x'{key}'\"", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _bare_insert(bare: Any, rows: Sequence[tuple[object, ...]]) -> None:  # noqa: ANN401 - as above
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany("INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    bare.execute("COMMIT")


def _number(n: int) -> str:
    return f"KAIKU{n:08}"


def _card(n: int) -> Card:
    return replace(_CARD, number=_number(n), minors=n % 4)


def _pages(count: int) -> Iterator[list[Card]]:
    for start in range(0, count, _PAGE):
        yield [_card(n) for n in range(start, min(start + _PAGE, count))]


def _bare_row(card: Card) -> tuple[object, ...]:
    return (
        card.number,
        card.kind.value,
        card.status.value,
        card.valid_from.isoformat(),
        card.valid_until.isoformat(),
        card.minors,
        card.area,
        int(card.local_only),
    )


def _visit(n: int) -> Visit:
    return Visit(
        id=uuid4(),
        recorded_at=_NOW,
        local_date=_NOW.date(),
        card_number=_number(n),
        offer_id=uuid4(),
        tickets=Tickets(holder=1),
        entry=Entry.TYPED,
        register_revision=1,
        verdict=VerdictCode.VALID,
        provisional=False,
        clock_trusted=True,
    )
