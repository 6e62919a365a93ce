"""``kaikukanta-server`` as a program of its own."""

import json
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


_IN_TURN = """
import contextlib, io, json, sys
from sync.server.__main__ import main
for arguments in json.load(sys.stdin):
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        try:
            main(arguments)
        except SystemExit as ended:
            print(json.dumps([ended.code, said.getvalue()]), file=sys.__stdout__)
"""


def run_in_turn(*commands: list[str]) -> list[tuple[int, str]]:
    """How each command ended and what it complained of, all in one program.

    Most of a command's time is its start.
    """
    done = subprocess.run(
        [sys.executable, "-c", _IN_TURN],
        input=json.dumps(commands),
        stdout=subprocess.PIPE,
        text=True,
        timeout=WAIT,
        check=True,
    )
    return [(status, said) for status, said in map(json.loads, done.stdout.splitlines())]


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
