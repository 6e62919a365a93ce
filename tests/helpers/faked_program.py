"""The desk's commands in a program of its own, whose clock a test sets while it runs.

faketime's library is loaded into the program and reads the clock from a file. The program lives as
long as the tests that share it, since most of a command's time is its start.
``python -m tests.helpers.faked_program`` is the program: for each command in a line of JSON it
answers with one.
"""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import TracebackType
from typing import Self

FAKETIME = shutil.which("faketime")
ROOT = Path(__file__).resolve().parents[2]


class FakedProgram:
    """Commands typed under a clock as faketime names it: ``-58d``, ``@2020-01-01 12:00:00``.

    Each is a start of the machine for itself; on a machine that ``runs_on`` they are all within
    one, in which the clock is set.
    """

    def __init__(self, folder: Path, *, runs_on: bool = False) -> None:
        self._clock = folder / "clock"
        self._clock.write_text("+0\n")
        faked = {"LD_PRELOAD": _library(), "FAKETIME_TIMESTAMP_FILE": str(self._clock)}
        faked["FAKETIME_NO_CACHE"] = "1"
        if runs_on:
            faked["FAKETIME_DONT_FAKE_MONOTONIC"] = faked["DONT_FAKE_MONOTONIC"] = "1"
        self._running = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.faked_program"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=os.environ | faked,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._running.communicate(timeout=60)

    def __call__(self, clock: str, typed: Sequence[str]) -> tuple[int, str, str]:
        """The exit status, what was answered, and what was said beside it."""
        self._clock.write_text(f"{clock}\n")
        assert self._running.stdin is not None
        assert self._running.stdout is not None
        self._running.stdin.write(f"{json.dumps(list(typed))}\n")
        self._running.stdin.flush()
        status, answered, said = json.loads(self._running.stdout.readline())
        return status, answered, said


def _library() -> str:
    """What the faketime command has loaded into the programs that it starts."""
    told = subprocess.run(
        [str(FAKETIME), "-f", "+0", "env"], capture_output=True, text=True, check=True
    )
    loaded = [line for line in told.stdout.splitlines() if line.startswith("LD_PRELOAD=")]
    return loaded[0].partition("=")[2]


def _answer() -> None:
    from desk_app.__main__ import main  # noqa: PLC0415 - the program's own

    # Not by sys.stdin, which each start of the program sets up before it is read.
    for line in os.fdopen(os.dup(sys.stdin.fileno())):
        answered, said = io.StringIO(), io.StringIO()
        with redirect_stdout(answered), redirect_stderr(said):
            try:
                status = int(main(json.loads(line)))
            except SystemExit as ended:
                status = int(ended.code or 0)
        sys.stdout.write(f"{json.dumps([status, answered.getvalue(), said.getvalue()])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _answer()
