"""The macOS disk image, by the system's own ``codesign`` and ``hdiutil``."""

import shutil
from pathlib import Path

from installer.packaging.build_info import Stamp
from installer.packaging.code_signing import MacSigner
from installer.packaging.paths import BUILD, DIST, INSTALLER, print_progress, run

_FILES = INSTALLER / "macos"
_BUNDLE = BUILD / "Kaikuluukku.app"


def build_image(stamp: Stamp) -> Path:
    """Make the disk image of the app bundle; where it is. Raises ``BuildError``."""
    print_progress("Wrapping it for macOS")
    for language in _FILES.glob("*.lproj"):
        shutil.copytree(
            language, _BUNDLE / "Contents/Resources" / language.name, dirs_exist_ok=True
        )
    signer = MacSigner.given()
    signer.sign_bundle(_BUNDLE, _FILES / "entitlements.plist")
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
    signer.sign_image(image)
    return image
