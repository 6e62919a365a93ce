"""The build's own environment: the desk's pinned distributions and the packer, nothing else."""

import shutil
import sys
from pathlib import Path

from installer.packaging.paths import PYTHON, REQUIREMENTS, VENV, print_progress, run

_PIP = ("-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check")


def prepare_environment() -> None:
    """Make the environment anew, of the makers' own wheels, so that nothing of before gets in.

    Nothing is compiled: PyInstaller does that itself, and for what is packed only. Raises
    ``BuildError``.
    """
    print_progress("Installing what is packed, and the packer")
    shutil.rmtree(VENV, ignore_errors=True)
    run(sys.executable, "-m", "venv", VENV)
    run(
        PYTHON, *_PIP, "install", "--no-compile", "--require-hashes", "--only-binary", ":all:",
        "--requirement", REQUIREMENTS / "build.txt",
    )  # fmt: skip


def build_wheel(source: Path, to: Path) -> Path:
    """The program's wheel, for pip and pipx; where it is. Raises ``BuildError``."""
    print_progress("Building the wheel")
    run(PYTHON, *_PIP, "wheel", "--no-index", "--no-deps", "--no-build-isolation",
        "--wheel-dir", to, source)  # fmt: skip
    return max(to.glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime)


def install_program(wheel: Path) -> None:
    """Put the program into the environment, in the place of an earlier one."""
    run(PYTHON, *_PIP, "install", "--no-index", "--no-deps", "--force-reinstall", wheel)
