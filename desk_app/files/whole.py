"""Whole files: one that is written is complete on the disk, one that is read is of bounded size."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from desk_app.services.errors import FileUnreadableError, FileUnwritableError


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place, readable by this user alone; what was there stays until then.

    It is on the disk when this returns. Raises ``FileUnwritableError``; then nothing half-written
    is left.
    """
    beside = None
    try:
        with tempfile.NamedTemporaryFile(  # it makes the file with mode 0600
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as written:
            beside = Path(written.name)
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        beside.replace(path)
        beside = None
        sync_folder(path.parent)
    except (OSError, ValueError) as unwritable:  # ValueError: a path that no system can have
        raise FileUnwritableError(path=str(path)) from unwritable
    finally:
        if beside is not None:
            with suppress(OSError):  # the first fault is the one to be told
                beside.unlink()


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk: a power cut could take a new one."""
    if os.name != "posix":  # elsewhere a folder cannot be opened, and needs not be
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def read_bounded(path: Path, most: int) -> bytes:
    """The file's first ``most`` bytes. Raises ``FileUnreadableError``."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as unreadable:
        raise FileUnreadableError(path=str(path)) from unreadable
