"""The files of the operation log: one for each day, numbered in the order of their making."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk_app.files.atomic_write import sync_folder

_NAME = re.compile(r"(\d{6,})-(\d{8})\.oplog")
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """One file; ``day`` is the UTC day on which it was begun."""

    number: int
    day: date
    path: Path


def log_folder(database: Path) -> Path:
    """The folder of a database's log."""
    return database.with_name(f"{database.stem}-operations")


def segments(folder: Path) -> Sequence[Segment]:
    """The files of a log in their order. Raises ``OSError``."""
    return [segment for segment in _named(folder) if segment.path.is_file()]


def next_segment(folder: Path, day: date) -> Segment:
    """The name of the next file. Raises ``OSError``."""
    number = max((segment.number for segment in _named(folder)), default=0) + 1
    return Segment(number, day, folder / f"{number:06}-{day:%Y%m%d}.oplog")


def _named(folder: Path) -> Sequence[Segment]:
    """Every entry of the folder with the name of a log file, folders included."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        if named is not None:
            found.append(Segment(int(named[1]), _day(named[2]), path))
    return sorted(found)


def erase(path: Path) -> None:
    """Overwrite a file before it is removed, so that freed space does not hold it.

    As far as the disk writes in place; one that does not (flash, snapshots) is the admin's to
    encrypt as a whole. Raises ``OSError``.
    """
    erase_end(path, 0)
    path.unlink()
    sync_folder(path.parent)


def erase_end(path: Path, start: int) -> None:
    """Overwrite a file from a place on; it keeps its length. Raises ``OSError``."""
    with path.open("r+b", buffering=0) as file:
        left = os.fstat(file.fileno()).st_size - start
        file.seek(start)
        while left > 0:
            left -= file.write(bytes(min(left, _AT_ONCE)))
        os.fsync(file.fileno())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:  # a name that somebody else gave
        return date.min
