"""Which files other users of the machine could read or change."""

import os
from pathlib import Path

import pytest

from desk_app.files.protection import is_private, open_to_change

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="these are modes; Windows has access lists, tried on a Windows"
)

MINE = frozenset({0, os.geteuid()} if os.name == "posix" else {0})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "etc"
    made.mkdir(mode=0o755)
    made.chmod(0o755)
    return made


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "policy.toml"
    path.touch()
    path.chmod(0o644)
    return path


def test_a_file_that_everybody_reads_and_its_owner_writes_is_closed_to_change(file: Path) -> None:
    assert open_to_change(file, MINE) is None


@pytest.mark.parametrize("mode", [0o664, 0o646])
def test_a_file_that_others_may_write_is_open(file: Path, mode: int) -> None:
    file.chmod(mode)
    assert open_to_change(file, MINE) == file


@pytest.mark.parametrize("mode", [0o775, 0o757])
def test_a_file_in_a_folder_that_others_may_write_is_open_there(
    file: Path, folder: Path, mode: int
) -> None:
    folder.chmod(mode)
    assert open_to_change(file, MINE) == folder


def test_in_a_sticky_folder_others_cannot_put_another_in_its_place(
    file: Path, folder: Path
) -> None:
    folder.chmod(0o1777)
    assert open_to_change(file, MINE) is None


def test_a_file_of_a_user_who_is_no_administrator_is_open(file: Path) -> None:
    assert open_to_change(file, frozenset({os.geteuid() + 1})) == file


def test_what_counts_is_the_file_behind_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    file.chmod(0o666)
    assert open_to_change(link, MINE) == file


def test_a_file_that_its_owner_alone_reads_is_private(file: Path) -> None:
    file.chmod(0o600)
    assert is_private(file)


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_file_that_others_read_is_not_private(file: Path, mode: int) -> None:
    file.chmod(mode)
    assert not is_private(file)
