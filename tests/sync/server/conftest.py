"""A register for every test, on a disk of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.server.houses import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.authority.close()
