"""Holds a lock file against other programs of the same home."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from desk_app.services.errors import StoreLockedError


@contextmanager
def locked_file(path: Path, timeout: float, mode: int = 0o644) -> Iterator[None]:
    """Hold the lock; raises ``StoreLockedError`` when another one has it for so many seconds."""
    try:
        with FileLock(path, timeout=timeout, mode=mode):
            yield
    except Timeout as held:
        raise StoreLockedError(path=str(path)) from held
