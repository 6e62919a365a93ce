"""Atomic file writing, and reading of files within a bounded size."""

import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from desk_app.services.errors import FileUnreadableError, FileUnwritableError

_UNFINISHED = ".kaikuluukku"
"""The suffix of a file that is still being written; its name begins with a dot."""


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file atomically, as :func:`write_pieces` does."""
    write_pieces(path, [content])


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file atomically, readable by this user alone; the old one stays until then.

    It is on the disk when this returns. It gets there piece by piece: what another program records
    meanwhile has no more than that to wait for. Raises ``FileUnwritableError``; then nothing
    half-written is left. Nor is what a program left here that was killed while it wrote.
    """
    beside = None
    clear_unfinished(path.parent)
    try:
        with open_temporary(path) as written:
            beside = Path(written.name)
            for number, piece in enumerate(pieces):
                if number:
                    _begin_sync(written)
                written.write(piece)
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


def _begin_sync(written: IO[bytes]) -> None:
    """Have what was written so far go to the disk, where the system can without being waited for.

    Each wait would have the disk bring all that is under way, another program's record among it,
    in order.
    """
    written.flush()
    if sys.platform == "linux":
        os.posix_fadvise(written.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    else:
        os.fsync(written.fileno())


def clear_unfinished(folder: Path) -> None:
    """Remove unfinished files of killed programs in a folder; files being written stay."""
    with suppress(OSError):  # an unreadable folder: the next write there says so
        for left in [*folder.glob(f".*{_UNFINISHED}")]:
            with suppress(OSError):  # somebody is writing it, or has just removed it
                _remove_unheld(left)


def _remove_unheld(left: Path) -> None:
    """Remove a file that nobody holds. Raises ``OSError``."""
    if sys.platform == "win32":  # there an open file cannot be removed
        left.unlink()
        return
    with left.open("r+b") as file:
        _hold(file, wait=False)
        left.unlink()


def open_temporary(path: Path) -> IO[bytes]:
    """Create a new file beside another, mode 0600, locked until it is closed."""
    while True:
        written = tempfile.NamedTemporaryFile(  # noqa: SIM115 - the caller closes it
            dir=path.parent, prefix=f".{path.name}.", suffix=_UNFINISHED, delete=False
        )
        with suppress(OSError):  # a network's disk may know no locks: nobody clears up there then
            _hold(written, wait=True)
        if os.fstat(written.fileno()).st_nlink:
            return written
        written.close()  # it was cleared away before it was held


def _hold(file: IO[bytes], *, wait: bool) -> None:
    """Lock a file for as long as it is open. Raises ``OSError`` where another program does."""
    if sys.platform == "win32":  # there to have it open is enough
        return
    import fcntl  # noqa: PLC0415 - there is none on Windows

    fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def sync_content(file: int) -> None:
    """Bring an open file's content to the disk, and its length where that is new.

    Not its times, which cost a disk as much again.
    """
    if hasattr(os, "fdatasync"):
        os.fdatasync(file)
    else:
        os.fsync(file)


def sync_folder(folder: Path) -> None:
    """Sync a folder's names to the disk: a power cut could lose a new one."""
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
