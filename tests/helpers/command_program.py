"""The desk's commands in a program of its own that takes one after the other.

Most of a command's time is its start: the program lives as long as the tests that share it.
``python -m tests.helpers.command_program`` is the program: for each command in a line of JSON it
answers with one. Where a test needs programs in several environments, ``LoadedCommands`` loads all
that they need once: ``... load SOCKET`` divides itself for each ``... join SOCKET``.
"""

import gc
import importlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import partial
from pathlib import Path
from typing import Self

from tests.helpers.programs import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
_SELF = (sys.executable, "-m", "tests.helpers.command_program")
_LONGEST = 1 << 20


class LoadedCommands:
    """Loads the commands once for all programs that join it."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "loaded"
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        self._running = subprocess.Popen(
            [*_SELF, "load", str(self._socket)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=kept | {"LANG": "en_US.UTF-8"},
        )
        assert self._running.stdout is not None
        assert self._running.stdout.readline() == b"loaded\n"

    @property
    def join(self) -> tuple[str, str]:
        """How a program is told to join."""
        return "join", str(self._socket)

    def close(self) -> None:
        """End it, once the programs that joined it have ended."""
        self._running.terminate()
        self._running.communicate(timeout=60)


class CommandProgram:
    """Such a program; ``within`` is what starts it, such as a session of a user's own."""

    def __init__(
        self,
        environment: Mapping[str, str],
        within: Sequence[str] = (),
        loaded: LoadedCommands | None = None,
    ) -> None:
        self._running = subprocess.Popen(
            [*within, *_SELF, *(loaded.join if loaded else ())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End it."""
        self._running.communicate(timeout=60)

    def type(self, typed: Sequence[str]) -> tuple[int, str, str]:
        """The exit status, what was answered, and what was said beside it."""
        assert self._running.stdin is not None
        assert self._running.stdout is not None
        self._running.stdin.write(f"{json.dumps(list(typed))}\n")
        self._running.stdin.flush()
        status, answered, errors = json.loads(self._running.stdout.readline())
        return status, answered, errors


def _answer() -> None:
    from desk_app.__main__ import main  # noqa: PLC0415 - the program's own
    from desk_app.cli.main import run  # noqa: PLC0415 - likewise
    from tests.helpers.compiled_statements import (  # noqa: PLC0415 - likewise
        share_compiled_statements,
    )
    from tests.helpers.sealing import QUICK  # noqa: PLC0415 - likewise

    share_compiled_statements()  # each command opens the desk anew
    # Not by sys.stdin, which each start of the program sets up before it is read.
    for line in os.fdopen(os.dup(sys.stdin.fileno())):
        answered, errors = io.StringIO(), io.StringIO()
        with redirect_stdout(answered), redirect_stderr(errors):
            try:
                status = int(main(json.loads(line), partial(run, hardness=QUICK)))
            except SystemExit as ended:
                status = int(ended.code or 0)
        sys.stdout.write(f"{json.dumps([status, answered.getvalue(), errors.getvalue()])}\n")
        sys.stdout.flush()


def _load(path: str) -> None:
    for name in (*COMMANDS, "desk_app.__main__", "desk_app.devices.camera_sources", "keyring"):
        importlib.import_module(name)  # some of these the program would load when it needs them
    gc.freeze()

    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with suppress(SystemExit), socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen()
        sys.stdout.write("loaded\n")
        sys.stdout.flush()
        while True:
            joined, _ = listening.accept()
            with joined:
                if os.fork() == 0:
                    listening.close()
                    try:
                        _become(joined)
                    finally:
                        os._exit(0)
    with suppress(ChildProcessError):
        while True:
            os.wait()


def _become(joined: socket.socket) -> None:
    """Go on as the program that joined: with its streams, and in its environment."""
    environment, streams, _, _ = socket.recv_fds(joined, _LONGEST, 3)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(json.loads(environment))
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _answer()


def _join(path: str) -> None:
    """Stand in for the part that does the work, until it has ended."""
    with socket.socket(socket.AF_UNIX) as other:
        other.connect(path)
        socket.send_fds(other, [json.dumps(dict(os.environ)).encode()], [0, 1, 2])
        for stream in (0, 1):
            os.close(stream)
        other.recv(1)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["load", path]:
            _load(path)
        case ["join", path]:
            _join(path)
        case _:
            _answer()
