"""The Windows installer, by NSIS. ``makensis`` runs on Windows and on Linux alike."""

import shutil
import sys
from pathlib import Path

from installer.packaging.build_info import Stamp
from installer.packaging.code_signing import WindowsSigner
from installer.packaging.paths import (
    BUILD,
    DIST,
    INSTALLER,
    PYTHON,
    TREE,
    BuildError,
    print_progress,
    run,
)


def build_installer(stamp: Stamp) -> Path:
    """Make the installer of the frozen tree; where it is. Raises ``BuildError``."""
    print_progress("Wrapping it for Windows")
    makensis = shutil.which("makensis")
    if makensis is None:
        raise BuildError("NSIS is needed: its makensis is not on the path.")
    icon = BUILD / "kaikuluukku.ico"
    if not icon.exists():
        run(PYTHON, "-m", "installer.packaging.program_icon", icon)
    signer = WindowsSigner.given()
    if signer is not None:
        for program in sorted(TREE.glob("*.exe")):
            signer.sign(program)
    DIST.mkdir(exist_ok=True)
    package = DIST / f"kaikuluukku-{stamp.version}-windows.exe"
    signing = f'"{sys.executable}" -m installer.packaging.code_signing'
    run(
        makensis, "-V2", f"-DVERSION={stamp.version}", f"-DTREE={TREE}", f"-DICON={icon}",
        *([f"-DSIGNING={signing}"] if signer else []),
        f"-DOUTPUT={package}", INSTALLER / "windows" / "kaikuluukku.nsi",
    )  # fmt: skip
    if signer is not None:
        signer.sign(package)
    return package
