"""Files that belong to the register's user alone: its database, and its keys.

On Windows the access list of the user's profile keeps others out; there is no mode to look at.
"""

import os
import stat
import sys
from pathlib import Path
from tempfile import mkstemp

MODE = 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class NotPrivateError(Exception):
    """Others may read or write a file; the message says which one, and what to do."""


def check_private(path: Path) -> None:
    """Raise :class:`NotPrivateError` where others than its owner get at a file that is there."""
    if sys.platform == "win32":
        return
    try:
        found = path.stat()
    except FileNotFoundError:
        return
    if found.st_mode & _OTHERS:
        raise NotPrivateError(f"other users can get at {path}: run `chmod 600 {path}`")
    if found.st_uid not in {0, os.geteuid()} and os.geteuid() != 0:
        raise NotPrivateError(f"{path} belongs to another user")


def make_private(path: Path) -> None:
    """Make an empty file that its owner alone gets at, where there is none. Raises ``OSError``."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE))
    except FileExistsError:
        return


def write_private(path: Path, text: str, *, new: bool = False) -> None:
    """Write a file that its owner alone gets at: whole and durable, or not at all.

    Raises ``FileExistsError`` where it is to be ``new`` and is not, or another ``OSError``.
    """
    # A name of its own also where two programs have the same process id, as in two containers.
    handle, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)  # for its owner alone
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if new:
            os.link(draft, path)
        else:
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Have the new name survive a power cut, where the system can be asked to."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
