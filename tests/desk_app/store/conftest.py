"""A real encrypted store in a folder of the test."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from tests.helpers.store import KEY, SteppingClock


@pytest.fixture
def key() -> str:
    """A key of the test's own; ``database`` has one that all tests know."""
    return secrets.token_hex(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "desk.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database.open(path, KEY)
    yield database
    database.close()


@pytest.fixture
def journal(database: Database) -> StoredJournal:
    return StoredJournal(database)


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def outbox(database: Database, clock: SteppingClock) -> StoredOutbox:
    return StoredOutbox(database, clock)
