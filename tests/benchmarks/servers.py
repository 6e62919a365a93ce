"""Real registers for measuring: a process of its own on a database that writes durably."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.postgres import Cluster

DATABASES = ("sqlite", "postgresql")


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database that writes to the disk at every commit."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'register.db'}"
        return
    with Cluster(durable=True) as cluster, cluster.database() as url:
        yield url


@contextmanager
def serving(url: str) -> Iterator[str]:
    """One server process on the database; the root of its API."""
    with server_process(url) as (_, api):
        yield api


@contextmanager
def server_process(url: str) -> Iterator[tuple[int, str]]:
    """One server process on the database; its id, and the root of its API."""
    command = [sys.executable, "-m", "sync.server", "run", "--db", url, "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            yield server.pid, server.stdout.readline().strip().removeprefix("listening on ")
        finally:
            server.terminate()
            server.wait()
