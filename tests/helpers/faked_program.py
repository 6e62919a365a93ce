"""The desk's commands in a program whose clock a test sets while it runs.

faketime's library is loaded into the program and reads the clock from a file.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.helpers.command_program import CommandProgram

FAKETIME = shutil.which("faketime")


class FakedProgram(CommandProgram):
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
        super().__init__(os.environ | faked)

    def __call__(self, clock: str, typed: Sequence[str]) -> tuple[int, str, str]:
        """The exit status, what was answered, and what was said beside it."""
        self._clock.write_text(f"{clock}\n")
        return self.type(typed)


def _library() -> str:
    """What the faketime command has loaded into the programs that it starts."""
    ran = subprocess.run(
        [str(FAKETIME), "-f", "+0", "env"], capture_output=True, text=True, check=True
    )
    loaded = [line for line in ran.stdout.splitlines() if line.startswith("LD_PRELOAD=")]
    return loaded[0].partition("=")[2]
