"""The build as it is on a Windows, step by step, but for what git and makensis do on the Debian."""

import json
import shutil
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from installer.packaging.build_info import read_stamp
from installer.packaging.sources import copy_sources
from tests.packages.room import RoomError, print_progress
from tests.packages.wine.room import PYTHON, WineRoom

_FREEZE = r"""
import json, sys
from pathlib import Path
sys.path.insert(0, r"Z:\srv\kaikuluukku")
from installer.build import build_tree
from installer.packaging.build_info import Stamp
stamp, again = json.loads(sys.argv[1])
build_tree(Stamp(**stamp), Path(r"Z:\srv\kaikuluukku"), again=again)
"""
_WRAP = """
import json, sys
sys.path.insert(0, "/srv/kaikuluukku")
from installer.packaging.build_info import Stamp
from installer.packaging.windows import build_installer
print(build_installer(Stamp(**json.loads(sys.argv[1]))))
"""


def build_under_wine(room: WineRoom, *, again: bool) -> Path:
    """The installer of this working tree, as it is now. Raises ``RoomError``."""
    stamp = asdict(read_stamp())
    there = room.root / "srv/kaikuluukku"
    _bring_the_sources(there, again=again)
    drive = room.drive("builder")
    began = time.monotonic()
    print_progress("Freezing the program with PyInstaller (a quarter of an hour)")
    drive.run(PYTHON, "-c", _FREEZE, json.dumps([stamp, again]))
    tree = there / "build/package/kaikuluukku"
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file())
    print_progress(f"It proved itself: {size / 1e6:.0f} MB, after {time.monotonic() - began:.0f} s")
    print_progress("Wrapping it with NSIS (some minutes)")
    began = time.monotonic()
    room.run("python3", "-c", _WRAP, json.dumps(stamp))
    made = next((there / "dist").glob("*-windows.exe"), None)
    if made is None:
        raise RoomError("no installer came out")
    installer = Path(shutil.copy(made, room.root.parent))
    print_progress(
        f"{installer.stat().st_size / 1e6:.0f} MB, after {time.monotonic() - began:.0f} s"
    )
    return installer


def _bring_the_sources(there: Path, *, again: bool) -> None:
    """What is under version control; of a build before, its environment."""
    if there.exists():
        for old in there.iterdir():
            if not (again and old.name == "build"):
                shutil.rmtree(old) if old.is_dir() else old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        copy_sources(Path(folder) / "source")
        shutil.copytree(Path(folder) / "source", there, dirs_exist_ok=True)
