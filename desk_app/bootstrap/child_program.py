"""Starts this program again, headless and less urgent, beside its window.

What keeps Python busy for long would hold up a card that is being checked in the same process.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from desk_app.config.build_info import this_program
from desk_app.config.paths import Home


def program(home: Home, secrets_choice: str) -> list[str]:
    """The command line for the desk in ``home``, up to the sub-command; it answers in JSON."""
    return [*this_program(), "--json", f"--home={home.folder}", f"--secrets={secrets_choice}"]


def start_program(command: Sequence[str], *lines: str, niceness: int) -> "subprocess.Popen[str]":
    """Start it, less urgent than the window. Raises ``OSError``.

    The lines are said to it on standard input: arguments can be listed by everybody.
    """
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
    process = subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        creationflags=flags,
    )
    if sys.platform != "win32":
        ours = os.getpriority(os.PRIO_PROCESS, 0)  # raising it again would take an administrator
        with suppress(OSError):  # it may have ended already
            os.setpriority(os.PRIO_PROCESS, process.pid, ours + niceness)
    if process.stdin is not None:
        with suppress(OSError), process.stdin as stdin:  # it may have ended already
            stdin.write("".join(f"{line}\n" for line in lines))
        process.stdin = None  # nothing more is said: communicate() would write to it
    return process


def parse_answer(text: str) -> dict[str, Any]:
    """The program's answer; nothing where it was killed before."""
    try:
        answer = json.loads(text)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
