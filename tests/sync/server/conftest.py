"""A register for every test, on SQLite and on PostgreSQL."""

from collections.abc import Iterator

import pytest

from tests.sync.server.register_fixture import RegisterFixture


@pytest.fixture
def fixture(database_url: str) -> Iterator[RegisterFixture]:
    fixture = RegisterFixture(database_url)
    yield fixture
    fixture.authority.close()
