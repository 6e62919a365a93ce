"""The store beside the bare driver on the same encrypted file in the same run.

Milliseconds differ from machine to machine; the ratios are what the program answers for. Each
pair is measured in turns, so that a busy moment of the machine falls on both. What the counter
waits for while the register changes is measured beside such a change, in a thread of its own.
"""

import os
import random
import secrets
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter, sleep
from typing import Any
from unittest.mock import patch

from desk_app.bootstrap.application import SHARED_TURN
from desk_app.devices.clock import SystemClock
from desk_app.services.checking import CheckService
from desk_app.services.timekeeping import Timekeeping
from desk_app.store.connection.database import Database
from desk_app.store.operation_log.commits import OperationLog
from desk_app.store.register.clock import StoredClock
from desk_app.store.register.desk import StoredDesk
from desk_app.store.register.looked_up_cards import StoredLookedUpCards
from desk_app.store.register.offers import StoredOffers
from desk_app.store.register.register import StoredRegister
from desk_app.store.visits.journal import StoredJournal
from sync.rules.cards import Card
from sync.rules.register_sum import RegisterSum, card_line
from tests.benchmarks import standing_offer
from tests.benchmarks.yardsticks import (
    COLUMNS,
    NOW,
    PAGE,
    Figures,
    PlainDatabase,
    bare,
    bare_insert,
    beside,
    card,
    make_bare_table,
    number,
    orm_seconds,
    p99,
    pages,
    seconds,
    synced_block,
    visit,
)
from tests.helpers.desks import a_record
from tests.helpers.samples import an_offer

_CHANGES = 10_000
_PRICES = (200, 350, 600, 1_500, 3_000)
"""Microseconds that a sync may take, from a disk whose cache outlives a power cut to a slow one."""
_OFFER = an_offer()


@dataclass
class _Store:
    """A file, its register and its journal."""

    path: Path
    database: Database

    key: str

    def __post_init__(self) -> None:
        self.database.follow(OperationLog(self.path, self.key))  # as the program opens it
        self.register = StoredRegister(self.database)
        self.journal = StoredJournal(self.database)
        desk = StoredDesk(self.database)
        desk.enrol(a_record())
        offers = StoredOffers(self.database)
        offers.apply([_OFFER], [], cursor="1", complete_at=NOW)
        self.checking = CheckService(
            desk,
            self.register,
            offers,
            self.journal,
            Timekeeping(SystemClock(), StoredClock(self.database), desk),
            StoredLookedUpCards(self.database),
        )


def measure(folder: Path, *, cards: int, lookups: int, records: int) -> Figures:
    """Every figure, in a folder on the disk that is to be measured."""
    key = secrets.token_hex(32)
    ours = _Store(folder / "desk.db", Database.open(folder / "desk.db", key), key)
    plain = _Store(folder / "plain.db", PlainDatabase.open(folder / "plain.db", key), key)
    rival = bare(folder / "bare.db", key)
    make_bare_table(rival)
    try:
        return {
            "cards": cards,
            "load": _load(ours, plain, rival, cards)
            | _beside_orm(folder / "core.db", folder / "orm.db", key),
            "lookup": _lookup(ours, plain, key, cards, lookups),
            "check": _check(ours, plain, cards, lookups // 5),
            "record": _record(ours, plain, folder / "block", records),
            "standing_offer": standing_offer.measure(folder, times=records),
            "delta": _delta(ours, plain, rival, cards),
            "beside_a_delta": _beside_a_delta(ours, cards),
            "beside_a_load": _beside_a_load(ours, cards),
        }
    finally:
        rival.close()
        ours.database.close()
        plain.database.close()


def _load(ours: _Store, plain: _Store, rival: Any, count: int) -> Figures:  # noqa: ANN401 - the driver ships no types
    """A fresh register page by page, sums included, and the same rows by the driver alone."""
    taken = dict.fromkeys(("ours", "plain", "bare"), 0.0)
    total = RegisterSum()
    for each in (ours, plain):
        each.register.begin_load(1)
    for page in pages(count):
        after, last = page[-1].number, page[-1].number == number(count - 1)

        def add(to: _Store) -> Callable[[], None]:
            return lambda: to.register.add_page(page, after=after, last=last)  # noqa: B023 - called at once

        rows = [_bare_row(each) for each in page]
        taken["ours"] += seconds(add(ours))
        taken["bare"] += seconds(lambda: bare_insert(rival, rows))  # noqa: B023 - called at once
        taken["plain"] += seconds(add(plain))
        total += RegisterSum.of(map(card_line, page))
    for each in (ours, plain):
        each.register.adopt(revision=1, expected=total, verified_at=NOW)
    return {
        "seconds": round(taken["ours"], 3),
        "bare_executemany_seconds": round(taken["bare"], 3),
        "ratio": round(taken["ours"] / taken["bare"], 2),
        "encryption_ratio": round(taken["ours"] / taken["plain"], 2),
    }


def _beside_orm(core_path: Path, orm_path: Path, key: str) -> Figures:
    """Some pages in a file of their own, and the same pages by SQLAlchemy's ORM."""
    database = Database.open(core_path, key)
    register = StoredRegister(database)
    some = list(pages(3 * PAGE))
    register.begin_load(1)
    ours = sum(
        seconds(lambda: register.add_page(page, after=page[-1].number, last=False))  # noqa: B023 - called at once
        for page in some
    )
    database.close()
    return {"ratio_to_orm": round(ours / orm_seconds(orm_path, key, some), 3)}


def _lookup(ours: _Store, plain: _Store, key: str, cards: int, count: int) -> Figures:
    """One card by its number: ``Register.find``, as services call it, and a prepared statement."""
    rival = bare(ours.path, key)
    side = rival.execute("SELECT side FROM register_state WHERE in_use").fetchone()[0]
    statement = f"SELECT {COLUMNS} FROM cards_{side} WHERE number = ?"
    draw = random.Random(2026)
    found, bare_found, plain_found = [], [], []
    for wanted in [number(draw.randrange(cards)) for _ in range(count)]:
        bare_found.append(seconds(lambda: rival.execute(statement, (wanted,)).fetchone()))  # noqa: B023 - called at once
        found.append(seconds(lambda: ours.register.find(wanted)))  # noqa: B023 - called at once
        plain_found.append(seconds(lambda: plain.register.find(wanted)))  # noqa: B023 - called at once
    rival.close()
    return beside(found, bare_found, "bare_prepared") | _encryption(found, plain_found)


def _check(ours: _Store, plain: _Store, cards: int, count: int) -> Figures:
    """The whole verdict: desk, offer, card, earlier visits, queue, clock and rules."""
    draw = random.Random(2028)
    checked, plain_checked = [], []
    for wanted in [number(draw.randrange(cards)) for _ in range(max(100, count))]:
        checked.append(seconds(lambda: ours.checking.check(wanted, _OFFER.id)))  # noqa: B023 - called at once
        plain_checked.append(seconds(lambda: plain.checking.check(wanted, _OFFER.id)))  # noqa: B023 - called at once
    return {"p99_ms": round(p99(checked) * 1e3, 2)} | _encryption(checked, plain_checked)


def _record(ours: _Store, plain: _Store, block: Path, count: int) -> Figures:
    """A visit durably recorded, in database and log, and one block of 4 KiB written and synced."""
    sync_block = synced_block(block)
    taken, plain_taken, synced = [], [], []
    for n in range(count):
        synced.append(seconds(sync_block))
        taken.append(seconds(lambda: ours.journal.record(visit(n))))  # noqa: B023 - called at once
        plain_taken.append(seconds(lambda: plain.journal.record(visit(n))))  # noqa: B023 - called at once
    return {
        **beside(taken, synced, "fsync_4k"),
        **_encryption(taken, plain_taken),
        "by_price": [_record_at(price, ours, sync_block, count) for price in _PRICES],
    }


def _record_at(price: int, ours: _Store, sync_block: Callable[[], None], count: int) -> Figures:
    """Both where each sync takes so many microseconds, whatever the disk is like and does."""
    taken, synced = [], []

    def wait(_: int) -> None:
        sleep(price / 1e6)

    with patch.object(os, "fsync", wait), patch.object(os, "fdatasync", wait, create=True):
        for n in range(count):
            synced.append(seconds(sync_block))
            taken.append(seconds(lambda: ours.journal.record(visit(n))))  # noqa: B023 - called at once
    statements = beside(taken, synced, "fsync_4k")
    return {name: statements[name] for name in ("p50_us", "fsync_4k_p50_us", "ratio_p50")}


def _delta(ours: _Store, plain: _Store, rival: Any, cards: int) -> Figures:  # noqa: ANN401 - the driver ships no types
    """Changes to many cards of the register in use, and the same by the driver alone."""
    changes, expected = _changes(ours.register, cards, minors=5)
    rows = [_bare_row(each) for each in changes.values() if each is not None]

    def apply(to: _Store) -> Callable[[], None]:
        return lambda: to.register.apply(changes, revision=2, expected=expected, verified_at=NOW)

    taken, theirs = seconds(apply(ours)), seconds(lambda: bare_insert(rival, rows))
    plain_taken = seconds(apply(plain))
    return {
        "changes": len(changes),
        "seconds": round(taken, 3),
        "bare_executemany_seconds": round(theirs, 3),
        "ratio": round(taken / theirs, 2),
        "encryption_ratio": round(taken / plain_taken, 2),
    }


def _beside_a_delta(ours: _Store, cards: int) -> Figures:
    """What the counter waits for while many cards change."""
    changes, expected = _changes(ours.register, cards, minors=6)
    return _waits(
        ours,
        cards,
        lambda: ours.register.apply(changes, revision=3, expected=expected, verified_at=NOW),
    )


def _beside_a_load(ours: _Store, cards: int) -> Figures:
    """What it waits for while a fresh register is loaded and takes the place of the old one."""

    def load() -> None:
        total = RegisterSum()
        ours.register.begin_load(4)
        for page in pages(cards):
            total += RegisterSum.of(map(card_line, page))
            ours.register.add_page(page, after=page[-1].number, last=True)
        ours.register.adopt(revision=4, expected=total, verified_at=NOW)

    return _waits(ours, cards, load)


def _waits(ours: _Store, cards: int, action: Callable[[], None]) -> Figures:
    """Lookups and records in turn until the action beside them is done."""
    draw = random.Random(2029)
    found, recorded = [], []
    thread = threading.Thread(target=action)
    sys.setswitchinterval(SHARED_TURN)
    began = perf_counter()
    thread.start()
    while thread.is_alive():
        wanted = number(draw.randrange(cards))
        found.append(seconds(lambda: ours.register.find(wanted)))  # noqa: B023 - called at once
        recorded.append(seconds(lambda: ours.journal.record(visit(0))))
        thread.join(0.002)  # the next customer
    return {
        "seconds": round(perf_counter() - began, 2),
        "lookups": len(found),
        "lookup_p99_ms": round(sorted(found)[int(len(found) * 0.99)] * 1e3, 2),
        "lookup_longest_ms": round(max(found) * 1e3, 2),
        "record_p99_ms": round(sorted(recorded)[int(len(recorded) * 0.99)] * 1e3, 2),
        "record_longest_ms": round(max(recorded) * 1e3, 2),
    }


def _changes(
    register: StoredRegister, cards: int, *, minors: int
) -> tuple[dict[str, Card | None], RegisterSum]:
    """Changes to cards all over the register, and the sum afterwards."""
    status = register.status()
    assert status is not None
    numbers = random.Random(2027).sample(range(cards), min(_CHANGES, cards))
    held = [register.find(number(n)) for n in numbers]
    changed = [replace(card(n), minors=minors) for n in numbers]
    expected = (
        status.sum
        - RegisterSum.of(card_line(each) for each in held if each is not None)
        + RegisterSum.of(map(card_line, changed))
    )
    return {each.number: each for each in changed}, expected


def _encryption(encrypted: list[float], plain: list[float]) -> Figures:
    return {"encryption_ratio": round(sum(encrypted) / sum(plain), 2)}


def _bare_row(each: Card) -> tuple[object, ...]:
    return (
        each.number,
        each.kind.value,
        each.status.value,
        each.valid_from.isoformat(),
        each.valid_until.isoformat(),
        each.minors,
        each.area,
        int(each.local_only),
    )
