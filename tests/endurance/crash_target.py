"""The register's server as a process of its own that can be killed at any moment."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import DEVNULL
from typing import Self

from tests.helpers import programs
from tests.helpers.ports import keep_port

_LONGEST_START = 60
"""Seconds; it takes one or two on an idle machine."""


class CrashTarget:
    """``kaikukanta-server run`` over a database, on one port for all its lives."""

    def __init__(self, database_url: str) -> None:
        self._database_url = database_url
        self._kept = keep_port()
        self._port = 0 if self._kept is None else self._kept.getsockname()[1]
        self._process: programs.Started | None = None
        self.url = ""
        self.kills = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        if self._kept is not None:
            self._kept.close()

    def start(self) -> None:
        """Bring it up, and wait until it listens."""
        where = ("--db", self._database_url, "--port", str(self._port))
        self._process = programs.start(
            *("-m", "sync.server", "run", *where), loads=programs.SERVER, stderr=DEVNULL
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        if not line.startswith("listening on "):
            raise RuntimeError("the register's server did not come up")
        self.url = line.removeprefix("listening on ")
        self._port = int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """End it as a power cut would: whatever it was at is not finished."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGKILL)
        self._process.communicate(timeout=_LONGEST_START)
        self._process = None

    @contextmanager
    def dying(self, *, every: float) -> Iterator[None]:
        """Meanwhile it is killed every so many seconds, and started again at once."""
        enough = threading.Event()

        def kill_repeatedly() -> None:
            while not enough.wait(every):
                self.kill()
                self.kills += 1
                self.start()

        thread = threading.Thread(target=kill_repeatedly, name="killer")
        thread.start()
        try:
            yield
        finally:
            enough.set()
            thread.join()
