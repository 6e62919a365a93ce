"""The files of an SQLite register belong to its user alone."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sync.server.services.central_register import CentralRegister
from sync.server.store.database import DatabaseUnusableError, RegisterDatabase
from tests.helpers.samples import VENUE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has access lists, no modes")


@pytest.fixture(autouse=True)
def usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


def test_database_log_and_keys_are_for_their_user_alone(file: Path) -> None:
    with closing(CentralRegister.open(f"sqlite:///{file}")) as central:
        central.put_venues([VENUE])
        modes = {path.name: path.stat().st_mode & 0o777 for path in file.parent.iterdir()}
    assert modes == dict.fromkeys(
        ["register.db", "register.db-wal", "register.db-shm", "register.db.key"], 0o600
    )


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o606])
@pytest.mark.parametrize("which", ["", "-wal", "-shm"])
def test_a_file_that_others_get_at_is_refused_in_words(file: Path, which: str, mode: int) -> None:
    database = RegisterDatabase.open(f"sqlite:///{file}")
    open_to_others = Path(f"{file}{which}")
    open_to_others.chmod(mode)
    with pytest.raises(DatabaseUnusableError, match=f"chmod 600 {open_to_others}"):
        RegisterDatabase.open(f"sqlite:///{file}")
    database.close()


def test_a_folder_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(DatabaseUnusableError, match="nowhere"):
        RegisterDatabase.open(f"sqlite:///{file.parent}/nowhere/register.db")
