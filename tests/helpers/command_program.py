"""The desk's commands in a program of its own that takes one after the other.

Most of a command's time is its start: the program lives as long as the tests that share it.
``python -m tests.helpers.command_program`` is the program: for each command in a line of JSON it
answers with one.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]


class CommandProgram:
    """Such a program; ``within`` is what starts it, such as a session of a user's own."""

    def __init__(self, environment: Mapping[str, str], within: Sequence[str] = ()) -> None:
        self._running = subprocess.Popen(
            [*within, sys.executable, "-m", "tests.helpers.command_program"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
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

    # Not by sys.stdin, which each start of the program sets up before it is read.
    for line in os.fdopen(os.dup(sys.stdin.fileno())):
        answered, errors = io.StringIO(), io.StringIO()
        with redirect_stdout(answered), redirect_stderr(errors):
            try:
                status = int(main(json.loads(line)))
            except SystemExit as ended:
                status = int(ended.code or 0)
        sys.stdout.write(f"{json.dumps([status, answered.getvalue(), errors.getvalue()])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _answer()
