"""The macOS disk image, by the system's own ``codesign`` and ``hdiutil``.

Signed for this machine alone unless ``KAIKULUUKKU_SIGN_AS`` names a Developer ID.
"""

import os
import shutil
from pathlib import Path

from installer.packing.places import BUILD, DIST, INSTALLER, run, say
from installer.packing.stamp import Stamp

_FILES = INSTALLER / "macos"
_BUNDLE = BUILD / "Kaikuluukku.app"


def build_image(stamp: Stamp) -> Path:
    """Make the disk image of the app bundle; where it is. Raises ``BuildError``."""
    say("Wrapping it for macOS")
    for language in _FILES.glob("*.lproj"):
        shutil.copytree(
            language, _BUNDLE / "Contents/Resources" / language.name, dirs_exist_ok=True
        )
    run(
        "codesign", "--force", "--deep", "--options", "runtime",
        "--sign", os.environ.get("KAIKULUUKKU_SIGN_AS", "-"),
        "--entitlements", _FILES / "entitlements.plist", _BUNDLE,
    )  # fmt: skip
    room = BUILD / "image"
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    shutil.copytree(_BUNDLE, room / _BUNDLE.name, symlinks=True)
    (room / "Applications").symlink_to("/Applications")
    DIST.mkdir(exist_ok=True)
    image = DIST / f"kaikuluukku-{stamp.version}-macos.dmg"
    run(
        "hdiutil", "create", "-ov", "-format", "UDZO", "-volname", "Kaikuluukku",
        "-srcfolder", room, image,
    )  # fmt: skip
    return image
