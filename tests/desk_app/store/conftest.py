"""A real encrypted store in a folder of the test."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from sync.server.keys.signing import Signer, new_key
from tests.helpers.desk_fixture import POOL
from tests.helpers.neighbour_desks import NeighbourStore
from tests.helpers.store import KEY, SteppingClock


@pytest.fixture
def key() -> str:
    """A key of the test's own; ``database`` has one that all tests know."""
    return secrets.token_hex(32)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[NeighbourStore]]:
    """Two desks of a venue that meet when a test has them meet."""
    signer = Signer(new_key())
    made = [NeighbourStore(tmp_path, number, signer, [POOL]) for number in (1, 2)]
    yield made
    for desk in made:
        desk.close()


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
