"""Brings committed transactions to the disk beside whatever else is synced meanwhile.

SQLite itself would do so within the commit, one file after the other, and with the file's times,
which cost a disk as much again.
"""

import os
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from desk_app.files.atomic_write import sync_content


class CommitSync:
    """Syncs a database's write-ahead log, on a thread that ends with it."""

    def __init__(self, database: Path) -> None:
        real = database.resolve() if os.name == "posix" else database  # SQLite follows links there
        self._wal = real.with_name(f"{real.name}-wal")
        self._thread = ThreadPoolExecutor(1, "commit-sync")

    def start(self) -> Future[None]:
        """Begin; the result is there when it is done, or ``OSError``."""
        return self._thread.submit(self._sync)

    def _sync(self) -> None:
        try:
            file = os.open(self._wal, os.O_RDWR)
        except FileNotFoundError:
            return  # it was removed under the program; the next comparison finds out
        try:
            sync_content(file)
        finally:
            os.close(file)
