import threading
from pathlib import Path

import pytest

from desk_app.devices.secrets import FileSecrets
from desk_app.services.errors import StoreKeyError, StoreReadOnlyError
from desk_app.store.connection.database import Database
from desk_app.store.keys import database_key


@pytest.fixture
def secrets(tmp_path: Path) -> FileSecrets:
    return FileSecrets(tmp_path / "secrets.json")


def test_a_first_start_makes_a_key_of_32_bytes_and_keeps_it(
    secrets: FileSecrets, path: Path
) -> None:
    key = database_key(secrets, path)
    assert len(bytes.fromhex(key)) == 32
    assert database_key(secrets, path) == key


class SharedSecrets:
    """Secrets that two programs look into at the same moment, and both find empty."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self._both_looked = threading.Barrier(2)
        self._looked = threading.local()

    def get(self, name: str) -> str | None:
        found = self.kept.get(name)
        if not hasattr(self._looked, "once"):
            self._looked.once = True
            self._both_looked.wait(60)
        return found

    def set(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        del self.kept[name]


def test_two_first_starts_at_the_same_time_get_the_same_key(path: Path) -> None:
    secrets = SharedSecrets()
    keys: list[str] = []
    starts = [
        threading.Thread(target=lambda: keys.append(database_key(secrets, path))) for _ in range(2)
    ]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert keys == [secrets.kept["database-key"]] * 2


def test_two_homes_have_two_keys(tmp_path: Path) -> None:
    keys = {
        database_key(FileSecrets(tmp_path / f"{home}.json"), tmp_path / home / "desk.db")
        for home in ("one", "other")
    }
    assert len(keys) == 2


def test_a_file_whose_key_is_gone_gets_no_new_one(
    secrets: FileSecrets, path: Path, tmp_path: Path
) -> None:
    Database.open(path, database_key(secrets, path)).close()
    before = path.read_bytes()
    (tmp_path / "secrets.json").unlink()
    with pytest.raises(StoreKeyError) as caught:
        database_key(secrets, path)
    assert caught.value.facts["path"] == str(path)
    assert secrets.get("database-key") is None
    assert path.read_bytes() == before


def test_an_empty_file_of_a_start_that_was_cut_off_is_no_hindrance(
    secrets: FileSecrets, path: Path
) -> None:
    path.parent.mkdir()
    path.touch()
    Database.open(path, database_key(secrets, path)).close()
    assert path.stat().st_size > 0


def test_no_key_is_made_where_the_folder_cannot_be(secrets: FileSecrets, path: Path) -> None:
    path.parent.write_text("in the way")
    with pytest.raises(StoreReadOnlyError):
        database_key(secrets, path)
    assert secrets.get("database-key") is None
