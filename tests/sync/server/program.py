"""``kaikukanta-server`` as a program of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

COMMAND = [sys.executable, "-m", "sync.server"]
WAIT = 60


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, timeout=WAIT, check=False
    )


@contextmanager
def running(db: str, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server, and the URL that it says it listens on."""
    with subprocess.Popen(
        [*COMMAND, "run", "--db", db, "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            yield server, server.stdout.readline().strip().removeprefix("listening on ")
        finally:
            server.kill()
