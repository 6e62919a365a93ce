"""Checks which other users of this machine may read or change a file (mode or access list)."""

import os
import stat
import sys
from pathlib import Path

ROOT = frozenset({0})
"""The users whose files every user of a Linux or macOS machine has to trust."""


def is_private(path: Path) -> bool:
    """Whether this user alone may read a file, administrators aside. Raises ``OSError``."""
    if sys.platform == "win32":
        from desk_app.files import windows_access  # noqa: PLC0415 - there alone

        return windows_access.is_private(path)
    status = path.stat()
    return status.st_uid in {os.geteuid(), *ROOT} and not status.st_mode & 0o077


def open_to_change(path: Path, administrators: frozenset[int] = ROOT) -> Path | None:
    """The file or the folder above it through which somebody else may change a file.

    ``None`` where only administrators may: then its content is theirs. Folders count up to the
    top, since a user who may rename one can put another in its place; in a sticky one only
    the owner of an entry may. Raises ``OSError``.
    """
    real = path.resolve(strict=True)
    if sys.platform == "win32":
        from desk_app.files import windows_access  # noqa: PLC0415 - there alone

        return windows_access.open_to_change(real)
    return next(
        (each for each in (real, *real.parents) if _others_may_write(each, administrators)), None
    )


def _others_may_write(path: Path, administrators: frozenset[int]) -> bool:
    status = path.stat()
    if status.st_uid not in administrators:
        return True
    sticky_folder = stat.S_ISDIR(status.st_mode) and status.st_mode & stat.S_ISVTX
    return bool(status.st_mode & 0o022) and not sticky_folder
