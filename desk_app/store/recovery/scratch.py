"""Folders for copies that are thrown away: erased, so that no freed space holds card numbers."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from desk_app.store.operation_log.segments import erase

_PREFIX = ".scratch-"
_OF_EARLIER_VERSIONS = (".rebuilding-", ".taking-in-")


@contextmanager
def scratch_folder(home: Path) -> Iterator[Path]:
    """A folder within a home. Raises ``OSError``."""
    with TemporaryDirectory(dir=home, prefix=_PREFIX) as name:
        try:
            yield Path(name)
        finally:
            _erase_files(Path(name))


def clear_scratch(home: Path) -> None:
    """Remove what programs have left there that ended in the middle. Raises ``OSError``."""
    for prefix in (_PREFIX, *_OF_EARLIER_VERSIONS):
        for left in home.glob(f"{prefix}*"):
            _erase_files(left)
            shutil.rmtree(left)


def _erase_files(folder: Path) -> None:
    for file in [each for each in folder.rglob("*") if each.is_file()]:
        erase(file)
