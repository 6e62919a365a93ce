"""``kaikukanta-server`` as a program of its own."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass

from sync.server.commands.cli import main

COMMAND = [sys.executable, "-m", "sync.server"]
WAIT = 60


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, timeout=WAIT, check=False
    )


_IN_TURN = """
import contextlib, io, json, sys
from sync.server.commands.cli import main
for arguments in json.load(sys.stdin):
    answered, complained = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(answered), contextlib.redirect_stderr(complained):
        try:
            main(arguments)
        except SystemExit as ended:
            told = [ended.code, answered.getvalue(), complained.getvalue()]
            print(json.dumps(told), file=sys.__stdout__)
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    answered: str
    complained: str = ""


def run_in_turn(*commands: list[str]) -> list[Ended]:
    """How each command ended, all of them in one program: most of a command's time is its start."""
    done = subprocess.run(
        [sys.executable, "-c", _IN_TURN],
        input=json.dumps(commands),
        stdout=subprocess.PIPE,
        text=True,
        timeout=WAIT,
        check=True,
    )
    return [Ended(*fields) for fields in map(json.loads, done.stdout.splitlines())]


def run_here(command: str, *arguments: str) -> Ended:
    """How a command ends in this very process, whose log stays as it is."""
    answered, complained = io.StringIO(), io.StringIO()
    with redirect_stdout(answered), redirect_stderr(complained):
        try:
            main.commands[command].main(arguments)
        except SystemExit as ended:
            return Ended(int(ended.code or 0), answered.getvalue(), complained.getvalue())
    raise AssertionError("a command ends its program")


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
