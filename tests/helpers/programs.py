"""Programs of ours that begin as copies of one process, which has loaded them before.

Most of what a short program costs is its start: Python, and hundreds of modules. What begins here
is a process of its own, with its own streams, environment and end, that does what ``python -m``
does with a module; any signal strikes it. A test that is about the start itself, or about what
holds from there on (a code page, a limit, a false clock), starts Python anew.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from subprocess import DEVNULL, PIPE, CompletedProcess, Popen, TimeoutExpired
from typing import IO, Self

ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 120.0
_STATUS = 64

COMMANDS = (
    *("desk_app.cli.main", "desk_app.cli.parser", "desk_app.config.process_hardening"),
    "sync.client",
)
"""What every command of the desk loads, and those that ask the register."""
WINDOW = (*COMMANDS, "desk_app.window.launch")
REGISTER = ("sync.server.commands.cli", "sync.server.store.postgresql")
"""What every command of the register loads."""
SERVER = (*REGISTER, "sync.server.commands.running")


class Program:
    """A program under way, used as ``subprocess.Popen`` is."""

    def __init__(
        self,
        order: Mapping[str, object],
        stdin: int | IO[str],
        stdout: int | IO[str],
        stderr: int | IO[str],
    ) -> None:
        self._what = order
        self.returncode: int | None = None
        self.stdin, here = _stream(stdin, to_it=True)
        self.stdout, there = _stream(stdout)
        self.stderr, beside = _stream(stderr)
        self._status, status = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        streams = [here, there, beside, status.fileno()]
        try:
            socket.send_fds(_loader(), [json.dumps(order).encode()], streams)
        finally:
            status.close()
            for each in (here, there, beside):
                os.close(each)
        self._status.settimeout(_LONGEST)
        self.pid = int(self._status.recv(_STATUS))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close_streams()
        self.wait()

    def poll(self) -> int | None:
        """How it ended, or nothing."""
        with suppress(TimeoutError, BlockingIOError):
            self._look(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """How it ended. Raises ``TimeoutExpired``."""
        try:
            return self._look(timeout)
        except (TimeoutError, BlockingIOError):
            raise TimeoutExpired(str(self._what), timeout or 0) from None

    def _look(self, timeout: float | None) -> int:
        if self.returncode is None:
            self._status.settimeout(timeout)
            self.returncode = int(self._status.recv(_STATUS))
            self._status.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Strike it, if it runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it has just ended
                os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def communicate(self, text: str = "", timeout: float = _LONGEST) -> tuple[str, str]:
        """Say something to it; all that it says until its end. Raises ``TimeoutExpired``."""
        received: list[list[str]] = [[], []]
        readers = [
            threading.Thread(target=lines.extend, args=[stream])
            for stream, lines in zip((self.stdout, self.stderr), received, strict=True)
            if stream is not None and not stream.closed
        ]
        for each in readers:
            each.start()
        if self.stdin is not None and not self.stdin.closed:
            with suppress(BrokenPipeError), self.stdin:
                self.stdin.write(text)
        self.wait(timeout)
        for each in readers:
            each.join(timeout)
        self._close_streams()
        return "".join(received[0]), "".join(received[1])

    def _close_streams(self) -> None:
        for each in (self.stdin, self.stdout, self.stderr):
            if each is not None:
                with suppress(BrokenPipeError):
                    each.close()


Started = Program | Popen[str]


def start(
    *command: str,
    loads: Sequence[str],
    environment: Mapping[str, str] | None = None,
    stdin: int | IO[str] = DEVNULL,
    stdout: int | IO[str] = PIPE,
    stderr: int | IO[str] = PIPE,
) -> Started:
    """Start ``-m MODULE`` or ``-c CODE`` with its arguments, all in text.

    ``loads`` names the modules that are loaded before it begins, once for all programs.
    """
    if sys.platform != "linux":
        return Popen(
            [sys.executable, *command],
            env=environment,
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            bufsize=1,
            text=True,
        )
    order = {
        "command": command,
        "environment": dict(os.environ if environment is None else environment),
        "folder": str(Path.cwd()),
        "loads": loads,
    }
    return Program(order, stdin, stdout, stderr)


def run(
    *command: str,
    loads: Sequence[str],
    environment: Mapping[str, str] | None = None,
    text: str = "",
    timeout: float = _LONGEST,
) -> CompletedProcess[str]:
    """Run it to its end; ``text`` is said to it."""
    running = start(*command, loads=loads, environment=environment, stdin=PIPE)
    try:
        output, complaints = running.communicate(text, timeout)
    except TimeoutExpired:
        running.kill()
        raise
    return CompletedProcess(command, running.wait(), output, complaints)


@cache
def _loader() -> socket.socket:
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with its:
        loader = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.program_loader", str(its.fileno())],
            stdin=DEVNULL,
            pass_fds=[its.fileno()],
            cwd=ROOT,
        )

    def close() -> None:
        ours.close()
        loader.wait(_LONGEST)

    atexit.register(close)
    return ours


def _stream(asked: int | IO[str], *, to_it: bool = False) -> tuple[IO[str] | None, int]:
    """Our end of one of its streams, where it is a pipe, and its own."""
    if asked == PIPE:
        read, write = os.pipe()
        ours, its = (write, read) if to_it else (read, write)
        return os.fdopen(ours, "w" if to_it else "r", 1, encoding="utf-8"), its
    if asked == DEVNULL:
        return None, os.open(os.devnull, os.O_RDWR)
    return None, os.dup(asked if isinstance(asked, int) else asked.fileno())
