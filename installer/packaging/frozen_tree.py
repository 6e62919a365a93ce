"""The frozen tree: packed by PyInstaller, and asked whether it works."""

import json
import os
import shutil
import sys
from pathlib import Path

from installer.packaging.build_info import Stamp
from installer.packaging.paths import BINARIES, BUILD, PYTHON, TREE, BuildError, print_progress, run

_ZBARS_RUNTIME = "msvcr120.dll"
"""A Windows has it only once some program brought it."""
_ICONS = {"win32": "kaikuluukku.ico", "darwin": "kaikuluukku.icns"}


def freeze(stamp: Stamp, source: Path) -> None:
    """Pack the tree out of a copy of the sources. Raises ``BuildError``."""
    print_progress("Packing")
    shutil.rmtree(TREE, ignore_errors=True)
    stamp.write(BUILD / "build.json")
    if sys.platform in _ICONS:
        run(PYTHON, "-m", "installer.packaging.program_icon", BUILD / _ICONS[sys.platform])
    run(
        BINARIES / "pyinstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", BUILD, "--workpath", BUILD / "work", source / "installer/kaikuluukku.spec",
        environment={
            "KAIKULUUKKU_BUILD": str(BUILD),
            "SOURCE_DATE_EPOCH": str(stamp.epoch),
            "PYTHONHASHSEED": "0",
        },
        folder=source,
    )  # fmt: skip
    if sys.platform == "linux":
        _strip_python()
    if sys.platform == "win32" and not any(TREE.rglob(_ZBARS_RUNTIME)):
        raise BuildError(
            f"zbar needs {_ZBARS_RUNTIME}, which is not on this machine to be packed along. "
            "Install Microsoft's Visual C++ 2013 redistributable (x64)."
        )


def _strip_python() -> None:
    """Take the debug symbols out of a Python that was built here, such as pyenv's: 25 MB.

    Debian's own has none. The wheels stay as their makers built them.
    """
    for own in ("libpython3*.so*", "lib-dynload/*.so"):
        run("strip", "--strip-debug", *TREE.rglob(own))


def prove() -> None:
    """Let the packed program test itself, with nothing of this machine's Python in sight.

    Raises ``BuildError`` where it finds fault.
    """
    print_progress("Asking the packed program whether it works")
    name = "kaikuluukku.exe" if os.name == "nt" else "kaikuluukku"
    answer = run(
        TREE / name, "--json", "self-test", environment={"PYTHONPATH": "", "PYTHONHOME": ""}
    )
    proof = next((line for line in answer.splitlines() if line.startswith("{")), "{}")
    if json.loads(proof).get("ok") is not True:
        raise BuildError(f"The packed program finds fault with itself:\n{answer}")
