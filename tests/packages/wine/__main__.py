"""Build the Windows package under wine, and install, use and remove it there; root may do that.

``--installer FILE`` uses one that was built before. Whatever is not as it should be ends it with
the reason. Pictures of the window and the installer are left in ``build/wine-test``; the latter is
for trying only, since what Windows would have brought along came from wine.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from desk_app.demo.register import RegisterProcess
from tests.packages.room import RoomError, need
from tests.packages.wine.building import build_under_wine
from tests.packages.wine.life import live
from tests.packages.wine.room import WineRoom

_FOLDER = Path("build/wine-test").absolute()


def main() -> int:
    """The whole life of the package."""
    parser = argparse.ArgumentParser(description="Build and try the Windows package under wine.")
    parser.add_argument("--again", action="store_true", help="keep the build's environment")
    parser.add_argument("--installer", type=Path, metavar="FILE", help="built before")
    asked = parser.parse_args()
    _FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        need(debootstrap="debootstrap", xdotool="xdotool", Xvfb="xvfb")
        room = WineRoom(_FOLDER)
        installer = asked.installer or build_under_wine(room, again=asked.again)
        with tempfile.TemporaryDirectory() as folder, RegisterProcess(Path(folder)) as register:
            live(room, installer, register, _FOLDER)
    except RoomError as failed:
        print(f"FAILED: {failed}", flush=True)  # noqa: T201 - for the person who waits
        return 1
    print("The package does under wine all that it should.")  # noqa: T201 - the same
    return 0


if __name__ == "__main__":
    sys.exit(main())
