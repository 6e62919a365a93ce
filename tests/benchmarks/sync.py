"""The sync worker beside a bare loop of requests against the same server in the same run.

The server is a process of its own, as it is for a desk, on SQLite and on PostgreSQL.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import requests
from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.devices.clock import SystemClock
from desk_app.store.visits.outbox import StoredOutbox
from sync.call_tracker import CallTracker
from sync.client import HttpCentral
from sync.messages import MOST_OPERATIONS
from sync.protocol import dump_operation
from sync.push import Push
from sync.rules.visits import Visit
from tests.benchmarks.servers import DATABASES, database, serving
from tests.helpers.enrolling import new_token
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, a_visit
from tests.helpers.sync_desks import OFFER, SyncDesk

Figures = dict[str, Any]

_TURNS = 3
_VISITORS = 1_000
_KEY = "22" * 32
_COLUMNS = "number, kind, status, valid_from, valid_until, minors, area, local_only"


def measure(folder: Path, *, cards: int, visits: int) -> Figures:
    """The figures of both databases: the drain of a full outbox, and the first load."""
    return {kind: _measure(folder / kind, kind, cards, visits) for kind in DATABASES}


def _measure(folder: Path, kind: str, cards: int, visits: int) -> Figures:
    folder.mkdir()
    with database(kind, folder) as url, ExitStack() as stack:
        register = LiveRegister(database_url=url)
        stack.callback(register.central.close)
        register.fill(VENUE, (a_card(f"K{number:07}") for number in range(cards)), [OFFER])
        api = stack.enter_context(serving(url))
        desk = SyncDesk(folder)
        stack.callback(desk.close)
        desk.enrol(register, api)
        bare = stack.enter_context(_bare_session(register))
        loads = _first_load(desk, bare, api, folder, cards)
        return {"drain": _drain(desk, bare, api, visits), "first_load": loads}


@contextmanager
def _bare_session(register: LiveRegister) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {new_token(register.central, VENUE.id)}"
        yield session


def _drain(desk: SyncDesk, bare: requests.Session, api: str, visits: int) -> Figures:
    """In turns, so that a busy moment of the machine falls on both; the best of each counts."""
    by_hand, by_desk = [], []
    for _ in range(_TURNS):
        batches = [
            {"operations": [dump_operation(_visit(place)) for place in range(MOST_OPERATIONS)]}
            for _ in range(visits // MOST_OPERATIONS)
        ]
        began = perf_counter()
        for batch in batches:
            answer = bare.post(f"{api}/desk/v1/operations", json=batch, timeout=60)
            assert {result["outcome"] for result in answer.json()["results"]} == {"accepted"}
        by_hand.append(perf_counter() - began)
        with desk._database.write():
            for place in range(visits):
                desk.journal.record(_visit(place))
        outbox = StoredOutbox(desk._database, SystemClock())
        with HttpCentral(api, desk._token) as central:
            push = Push(central, outbox, CallTracker(lambda: False))
            began = perf_counter()
            push.run()
            by_desk.append(perf_counter() - began)
        assert (push.accepted, outbox.pending()) == (visits, 0)
    return {
        "visits": visits,
        "bare_visits_per_second": round(visits / min(by_hand)),
        "desk_visits_per_second": round(visits / min(by_desk)),
        "ratio": round(min(by_hand) / min(by_desk), 2),
        "target": "0.6 or more",
    }


def _visit(place: int) -> Visit:
    now = datetime.now(UTC).replace(microsecond=0)
    return a_visit(OFFER.id, number=f"K{place % _VISITORS:07}", at=now)


def _first_load(
    desk: SyncDesk, bare: requests.Session, api: str, folder: Path, cards: int
) -> Figures:
    began = perf_counter()
    rows = _download_parse_insert(bare, api, folder / "bare.db")
    by_hand = perf_counter() - began
    assert rows == cards
    began = perf_counter()
    report = desk.cycle()
    by_desk = perf_counter() - began
    assert report.register is not None
    assert (report.register.sum.count, report.faults) == (cards, ())
    return {
        "cards": cards,
        "bare_seconds": round(by_hand, 2),
        "desk_seconds": round(by_desk, 2),
        "ratio": round(by_desk / by_hand, 2),
        "target": "3 or less",
    }


def _download_parse_insert(bare: requests.Session, api: str, path: Path) -> int:
    """What the register's pages cost without any care: no checks, no sums, no second side."""
    store = sqlcipher.connect(str(path), isolation_level=None)
    store.execute(f"PRAGMA key = \"x'{_KEY}'\"")
    store.execute("PRAGMA journal_mode = WAL")
    store.execute(f"CREATE TABLE cards ({_COLUMNS}, PRIMARY KEY (number)) WITHOUT ROWID")
    after: str | None = None
    rows = 0
    while True:
        query = {} if after is None else {"after": after}
        page = json.loads(bare.get(f"{api}/desk/v1/register/cards", params=query, timeout=60).text)
        store.execute("BEGIN")
        store.executemany(
            f"INSERT INTO cards VALUES ({', '.join('?' * 8)})",
            [tuple(card.values()) for card in page["cards"]],
        )
        store.execute("COMMIT")
        rows += len(page["cards"])
        after = page["next"]
        if after is None:
            store.close()
            return rows
