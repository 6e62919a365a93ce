import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.config.settings import Settings
from desk_app.devices.secrets import FileSecrets
from desk_app.files.atomic_write import write_atomically
from desk_app.services.errors import FileUnwritableError, SecretsUnavailableError, StoreError
from tests.helpers.disks import small_disk

BIG = bytes(1_000_000)
_HALF_WAY = """
import sys, time
from pathlib import Path
from desk_app.files.atomic_write import open_temporary
written = open_temporary(Path(sys.argv[1]))
written.write(b"half")
written.flush()
print("half", flush=True)
time.sleep(600)
"""


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"ballast"}


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == {"table.csv"}


def test_a_full_disk_keeps_the_old_file_and_nothing_half_written(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        path = disk.folder / "table.csv"
        write_atomically(path, b"old")
        disk.fill()
        with pytest.raises(FileUnwritableError):
            write_atomically(path, BIG)
        assert path.read_bytes() == b"old"
        assert names(disk.folder) == {"table.csv"}


def test_settings_outlive_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        path = disk.folder / "settings.json"
        Settings(language="sv").save(path)
        disk.fill()
        with pytest.raises(StoreError):
            Settings(language="en").save(path)
        assert Settings.load(path)[0].language == "sv"
        assert names(disk.folder) == {"settings.json"}


def test_a_key_outlives_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        secrets = FileSecrets(disk.folder / "secrets.json")
        secrets.set("key", "old")
        disk.fill()
        with pytest.raises(SecretsUnavailableError):
            secrets.set("key", "new")
        assert secrets.get("key") == "old"
        assert names(disk.folder) == {"secrets.json", "secrets.json.lock"}


def test_what_a_killed_program_left_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    with subprocess.Popen(
        [sys.executable, "-c", _HALF_WAY, str(path)], stdout=subprocess.PIPE, text=True
    ) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "half\n"
            write_atomically(path, b"ours")
            assert len(names(tmp_path)) == 2
        finally:
            other.kill()
    assert len(names(tmp_path)) == 2
    write_atomically(path, b"ours again")
    assert names(tmp_path) == {"table.csv"}
