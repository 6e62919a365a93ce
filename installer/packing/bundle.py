"""The frozen tree: packed by PyInstaller, and asked whether it works."""

import json
import os
import shutil
import sys

from installer.packing.places import (
    BINARIES,
    BUILD,
    INSTALLER,
    PYTHON,
    TREE,
    BuildError,
    run,
    say,
)
from installer.packing.stamp import Stamp

_ICONS = {"win32": "kaikuluukku.ico", "darwin": "kaikuluukku.icns"}


def freeze(stamp: Stamp) -> None:
    """Pack the tree. Raises ``BuildError``."""
    say("Packing")
    shutil.rmtree(TREE, ignore_errors=True)
    stamp.write(BUILD / "build.json")
    if sys.platform in _ICONS:
        run(PYTHON, "-m", "installer.packing.icons", BUILD / _ICONS[sys.platform])
    run(
        BINARIES / "pyinstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", BUILD, "--workpath", BUILD / "work", INSTALLER / "kaikuluukku.spec",
        environment={"SOURCE_DATE_EPOCH": str(stamp.epoch), "PYTHONHASHSEED": "0"},
    )  # fmt: skip


def prove() -> None:
    """Let the packed program test itself, with nothing of this machine's Python in sight.

    Raises ``BuildError`` where it finds fault.
    """
    say("Asking the packed program whether it works")
    name = "kaikuluukku.exe" if os.name == "nt" else "kaikuluukku"
    answer = run(
        TREE / name, "--json", "self-test", environment={"PYTHONPATH": "", "PYTHONHOME": ""}
    )
    if json.loads(answer.splitlines()[-1]).get("ok") is not True:
        raise BuildError(f"The packed program finds fault with itself:\n{answer}")
