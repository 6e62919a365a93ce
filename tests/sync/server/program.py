"""``kaikukanta-server`` as a program of its own."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from subprocess import DEVNULL, CompletedProcess

from sync.server.commands.cli import main
from tests.helpers import programs

COMMAND = [sys.executable, "-m", "sync.server"]
WAIT = 120


def run(*arguments: str) -> CompletedProcess[str]:
    return programs.run("-m", "sync.server", *arguments, loads=programs.REGISTER, timeout=WAIT)


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
    done = programs.run(
        "-c", _IN_TURN, loads=programs.REGISTER, text=json.dumps(commands), timeout=WAIT
    )
    done.check_returncode()
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
def running(db: str, *options: str) -> Iterator[tuple[programs.Started, str]]:
    """The server, and the URL that it says it listens on."""
    command = ("-m", "sync.server", "run", "--db", db, "--port", "0", *options)
    with programs.start(*command, loads=programs.SERVER, stderr=DEVNULL) as server:
        try:
            assert server.stdout is not None
            yield server, server.stdout.readline().strip().removeprefix("listening on ")
        finally:
            server.kill()
