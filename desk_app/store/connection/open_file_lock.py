"""A lock between programs on a file that is kept open, for what is locked with every record.

``FileLock`` opens, checks and closes its file each time, which takes longer than all that a record
writes. Both lock the same way: a program that uses one respects who uses the other.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import Timeout, lock_descriptor, unlock_descriptor

_PAUSE = 0.005
"""Seconds until a lock that another program holds is asked for again."""


class OpenFileLock:
    """One thread of one program holds it at a time; none takes it twice."""

    def __init__(self, path: Path, timeout: float) -> None:
        self._path = path
        self._timeout = timeout
        self._threads = threading.Lock()
        self._file: int | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it. Raises ``Timeout`` where others do for long, and ``OSError``."""
        until = time.monotonic() + self._timeout
        if not self._threads.acquire(timeout=self._timeout):
            raise Timeout(str(self._path))
        try:
            file = self._locked(until)
            try:
                yield
            finally:
                unlock_descriptor(file)
        finally:
            self._threads.release()

    def close(self) -> None:
        """Close the file."""
        with self._threads:
            self._forget()

    def _locked(self, until: float) -> int:
        while True:
            if self._file is None:
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            if lock_descriptor(self._file, blocking=False):
                if self._is_current(self._file):
                    return self._file
                self._forget()
            elif time.monotonic() >= until:
                raise Timeout(str(self._path))
            else:
                time.sleep(_PAUSE)

    def _is_current(self, file: int) -> bool:
        """Whether other programs find the same file under its name."""
        try:
            return os.path.samestat(self._path.stat(), os.fstat(file))
        except FileNotFoundError:
            return False

    def _forget(self) -> None:
        """Close the file, which lets go of it too."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
