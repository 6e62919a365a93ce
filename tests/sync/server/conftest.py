"""A register for every test, on SQLite and on PostgreSQL."""

from collections.abc import Iterator

import pytest

from tests.sync.server.houses import House


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    house = House(database_url)
    yield house
    house.authority.close()
