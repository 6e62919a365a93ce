"""A desk that has its register and offers; and two of a venue, of which one has the register."""

from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.rules.venues import Venue
from sync.server.keys.signing import Signer, new_key
from tests.desk_app.services.register_pair import (
    ODD,
    load,
)
from tests.helpers.desk_fixture import (
    CARDS,
    VENUE,
    DeskFixture,
)


@pytest.fixture
def desk_fixture(tmp_path: Path) -> Iterator[DeskFixture]:
    desk_fixture = DeskFixture(tmp_path)
    desk_fixture.enrol()
    desk_fixture.load_register()
    desk_fixture.load_offers()
    yield desk_fixture
    desk_fixture.close()


@pytest.fixture
def signer() -> Signer:
    return Signer(new_key())


@pytest.fixture
def new_desk(tmp_path: Path, signer: Signer) -> Iterator[Callable[..., DeskFixture]]:
    made: list[DeskFixture] = []

    def make(key: str = signer.public_key, venue: Venue = VENUE) -> DeskFixture:
        desk = DeskFixture(tmp_path / f"desk{len(made)}")
        desk.enrol(register_key=b64decode(key), venue=venue)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def writer(new_desk: Callable[..., DeskFixture], signer: Signer) -> DeskFixture:
    desk = new_desk()
    load(desk, signer, [*CARDS, ODD])
    desk.load_offers()
    return desk


@pytest.fixture
def reader(new_desk: Callable[..., DeskFixture]) -> DeskFixture:
    return new_desk()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rekisteri.kaiku"
