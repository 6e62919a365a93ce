"""The Windows installer, by NSIS. ``makensis`` runs on Windows and on Linux alike."""

import shutil
from pathlib import Path

from installer.packing.places import BUILD, DIST, INSTALLER, PYTHON, TREE, BuildError, run, say
from installer.packing.stamp import Stamp


def build_installer(stamp: Stamp) -> Path:
    """Make the installer of the frozen tree; where it is. Raises ``BuildError``."""
    say("Wrapping it for Windows")
    makensis = shutil.which("makensis")
    if makensis is None:
        raise BuildError("NSIS is needed: its makensis is not on the path.")
    icon = BUILD / "kaikuluukku.ico"
    if not icon.exists():
        run(PYTHON, "-m", "installer.packing.icons", icon)
    DIST.mkdir(exist_ok=True)
    package = DIST / f"kaikuluukku-{stamp.version}-windows.exe"
    run(
        makensis, "-V2", f"-DVERSION={stamp.version}", f"-DTREE={TREE}", f"-DICON={icon}",
        f"-DOUTPUT={package}", INSTALLER / "windows" / "kaikuluukku.nsi",
    )  # fmt: skip
    return package
