"""A live register, and desks to type at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.cli_user import CARDS, MUSEUM, VENUE, CliUser
from tests.helpers.register import LiveRegister


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path_factory.mktemp("register")) as running:
        running.fill(VENUE, CARDS, [MUSEUM])
        yield running


@pytest.fixture
def new_desk(quick_folder: Path, capsys: pytest.CaptureFixture[str]) -> CliUser:
    return CliUser(quick_folder, capsys)


@pytest.fixture
def desk(new_desk: CliUser, register: LiveRegister) -> CliUser:
    code = register.activation(VENUE.id)
    assert new_desk("enrol", "--api", register.url, "--code", code).status == 0
    assert new_desk("sync").status == 0
    return new_desk
