"""The frozen tree: packed by PyInstaller, and asked whether it works."""

import json
import os
import shutil
import sys

from installer.packaging.build_info import Stamp
from installer.packaging.icu import shrink_icu
from installer.packaging.paths import BINARIES, BUILD, INSTALLER, PYTHON, TREE, BuildError, run, say

_ZBARS_RUNTIME = "msvcr120.dll"
"""A Windows has it only once some program brought it."""
_ICONS = {"win32": "kaikuluukku.ico", "darwin": "kaikuluukku.icns"}


def freeze(stamp: Stamp) -> None:
    """Pack the tree. Raises ``BuildError``."""
    say("Packing")
    shutil.rmtree(TREE, ignore_errors=True)
    stamp.write(BUILD / "build.json")
    if sys.platform in _ICONS:
        run(PYTHON, "-m", "installer.packaging.icons", BUILD / _ICONS[sys.platform])
    run(
        BINARIES / "pyinstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", BUILD, "--workpath", BUILD / "work", INSTALLER / "kaikuluukku.spec",
        environment={"SOURCE_DATE_EPOCH": str(stamp.epoch), "PYTHONHASHSEED": "0"},
    )  # fmt: skip
    if sys.platform == "linux":
        _forget_foreign_places()
        shrink_icu(TREE, BUILD / "work")
    if sys.platform == "win32" and not any(TREE.rglob(_ZBARS_RUNTIME)):
        raise BuildError(
            f"zbar needs {_ZBARS_RUNTIME}, which is not on this machine to be packed along. "
            "Install Microsoft's Visual C++ 2013 redistributable (x64)."
        )


def _forget_foreign_places() -> None:
    """No library looks for others where they lay on the machine that built it.

    Somebody else may own that folder on the machine that runs it: under ``/tmp``, anybody.
    """
    for path in TREE.rglob("*.so*"):
        if path.is_symlink() or not path.is_file():
            continue
        places = run(BINARIES / "patchelf", "--print-rpath", path).strip().split(":")
        own = [place for place in places if place.startswith("$ORIGIN")]
        if own != [place for place in places if place]:
            kept = ["--set-rpath", ":".join(own)] if own else ["--remove-rpath"]
            run(BINARIES / "patchelf", *kept, path)


def prove() -> None:
    """Let the packed program test itself, with nothing of this machine's Python in sight.

    Raises ``BuildError`` where it finds fault.
    """
    say("Asking the packed program whether it works")
    name = "kaikuluukku.exe" if os.name == "nt" else "kaikuluukku"
    answer = run(
        TREE / name, "--json", "self-test", environment={"PYTHONPATH": "", "PYTHONHOME": ""}
    )
    proof = next((line for line in answer.splitlines() if line.startswith("{")), "{}")
    if json.loads(proof).get("ok") is not True:
        raise BuildError(f"The packed program finds fault with itself:\n{answer}")
