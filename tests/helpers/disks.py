"""Disks for tests: memory, and small ones that can be filled up or set read-only.

Such a disk is a real one of a few megabytes in memory, where this user may mount it. Elsewhere the
system's limit on the size of files stands in for it: then a write fails with an I/O error instead.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

_SIZE = "12m"
_IN_MEMORY = Path("/dev/shm")
_ROOM = 1 << 30
"""Bytes: more than the tests have there at a time."""


def folder_in_memory() -> str | None:
    """Where this system keeps files in memory, if that has room and programs may start there."""
    if sys.platform != "linux" or not _IN_MEMORY.is_dir():
        return None
    starts_programs = not os.statvfs(_IN_MEMORY).f_flag & os.ST_NOEXEC
    has_room = shutil.disk_usage(_IN_MEMORY).free > _ROOM
    return str(_IN_MEMORY) if starts_programs and has_room else None


class SmallDisk(Protocol):
    """A disk of a test's own. ``full_code`` is what the program says when it is full."""

    folder: Path
    full_code: str

    def fill(self) -> None:
        """Leave no room for another byte."""
        ...

    def make_room(self) -> None:
        """Throw out what filled it."""
        ...

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Meanwhile nothing on it may be changed; no file on it may be open for that."""
        yield


class MemoryDisk:
    """A tmpfs: the real thing, but for its size."""

    full_code = "store_full"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        try:
            with self._ballast.open("ab", buffering=0) as file:
                while True:
                    file.write(bytes(4096))
        except OSError:
            return

    def make_room(self) -> None:
        self._ballast.unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        _mount("-o", "remount,ro", str(self.folder))
        try:
            yield
        finally:
            _mount("-o", "remount,rw", str(self.folder))


class LimitedFiles:
    """A folder in which, meanwhile, this program's files cannot grow."""

    full_code = "store_unusable"

    def __init__(self, folder: Path) -> None:
        if sys.platform == "win32":
            pytest.skip("Windows has neither a disk in memory nor a limit on the size of files")
        import resource  # noqa: PLC0415 - Windows has none

        self.folder = folder
        self._resource = resource
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(self) -> None:
        self._resource.setrlimit(self._resource.RLIMIT_FSIZE, (1, self._limits[1]))

    def make_room(self) -> None:
        self._resource.setrlimit(self._resource.RLIMIT_FSIZE, self._limits)

    @contextmanager
    def read_only(self) -> Iterator[None]:
        folders = [path for path in (self.folder, *self.folder.rglob("*")) if path.is_dir()]
        for folder in folders:
            folder.chmod(0o500)
        try:
            yield
        finally:
            for folder in folders:
                folder.chmod(0o700)


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """A small disk in a folder that is made for it."""
    folder.mkdir()
    if (
        sys.platform != "win32"
        and os.geteuid() == 0
        and _mount("-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder))
    ):
        try:
            yield MemoryDisk(folder)
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        return
    limited = LimitedFiles(folder)
    try:
        yield limited
    finally:
        limited.make_room()


def _mount(*words: str) -> bool:
    return subprocess.run(["mount", *words], check=False, capture_output=True).returncode == 0
