"""Paths of the build, and running of its steps."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
INSTALLER = ROOT / "installer"
REQUIREMENTS = INSTALLER / "requirements"
BUILD = ROOT / "build" / "package"
VENV = BUILD / "venv"
BINARIES = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BINARIES / ("python.exe" if os.name == "nt" else "python")
TREE = BUILD / "kaikuluukku"
"""The frozen program: one folder, the same on every machine."""
SOURCE = BUILD / "source"
"""A copy of what is packed."""
DIST = ROOT / "dist"
GIT = ("git", "-c", "safe.directory=*", "-c", "core.quotePath=off")


class BuildError(Exception):
    """The build cannot go on; the text says what to do."""


def print_progress(text: str) -> None:
    """A line for the person who waits."""
    print(text, flush=True)


def run(
    *command: str | Path, environment: Mapping[str, str] | None = None, folder: Path = ROOT
) -> str:
    """Run a step to its end; what it printed. Raises ``BuildError`` with the end of its words."""
    words = [str(part) for part in command]
    done = subprocess.run(  # noqa: S603 - the build's own steps
        words,
        check=False,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-30:])
        raise BuildError(f"This step failed ({done.returncode}): {shlex.join(words)}\n{tail}")
    return done.stdout
