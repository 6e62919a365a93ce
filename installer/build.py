"""Build the packages of this system: ``make package``, or ``python installer/build.py``.

Leaves them in ``dist`` with their SHA-256 sums: the wheel everywhere, and a .deb on Linux, an
installer on Windows, a disk image on macOS. Each is made of one frozen tree that has proved itself.
"""

import argparse
import hashlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.packaging.build_info import Stamp, read_stamp
from installer.packaging.deb import build_deb
from installer.packaging.environment import build_wheel, install_program, prepare_environment
from installer.packaging.frozen_tree import freeze, prove
from installer.packaging.licence_notices import gather_licences
from installer.packaging.macos import build_image
from installer.packaging.paths import DIST, PYTHON, ROOT, SOURCE, BuildError, print_progress
from installer.packaging.repositories import lay_out_apt, write_winget
from installer.packaging.sources import compile_translations, copy_sources
from installer.packaging.windows import build_installer


def build_tree(stamp: Stamp, source: Path, *, again: bool = False) -> Path:
    """The frozen tree, which has proved itself, and the wheel that it was made of.

    ``source`` is a folder with nothing but what is to be packed.
    """
    DIST.mkdir(exist_ok=True)
    if not (again and PYTHON.exists()):
        prepare_environment()
    compile_translations(source)
    wheel = build_wheel(source, DIST)
    install_program(wheel)
    gather_licences(stamp.version)
    freeze(stamp, source)
    prove()
    return wheel


def build_packages(stamp: Stamp, served_at: str) -> list[Path]:
    """What this system's users install, and what their package tools read."""
    if sys.platform == "linux":
        package = build_deb(stamp)
        lay_out_apt(package, stamp)
        return [package]
    if sys.platform == "win32":
        package = build_installer(stamp)
        write_winget(package, stamp, served_at)
        return [package]
    return [build_image(stamp)]


def write_sums(packages: list[Path]) -> None:
    """``SHA256SUMS``, in the form that ``sha256sum --check`` reads."""
    lines = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in packages]
    (DIST / "SHA256SUMS").write_text("".join(sorted(lines)), encoding="ascii", newline="\n")


def main() -> int:
    """All steps; 1 where one fails, with the reason."""
    parser = argparse.ArgumentParser(description="Build the packages of this system.")
    parser.add_argument("--again", action="store_true", help="keep the environment of last time")
    parser.add_argument("--releases", metavar="URL", help="where the program finds new versions")
    parser.add_argument(
        "--served-at",
        metavar="URL",
        default="https://packages.example",
        help="the folder that packages will be served from, for winget",
    )
    parser.add_argument("--release-key", metavar="KEY", help="their key, from signing.py")
    asked = parser.parse_args()
    try:
        stamp = read_stamp(asked.release_key, asked.releases)
        copy_sources(SOURCE)
        wheel = build_tree(stamp, SOURCE, again=asked.again)
        packages = [wheel, *build_packages(stamp, asked.served_at)]
    except BuildError as failed:
        print(failed, file=sys.stderr)
        return 1
    write_sums(packages)
    for package in packages:
        print_progress(f"{package.relative_to(ROOT)}  {package.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
