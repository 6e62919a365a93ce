"""Build the packages of this system: ``make package``, or ``python installer/build.py``.

Leaves them in ``dist`` with their SHA-256 sums: the wheel everywhere, and a .deb on Linux, an
installer on Windows, a disk image on macOS. Each is made of one frozen tree that has proved itself.
"""

import argparse
import hashlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.packing.bundle import freeze, prove
from installer.packing.deb import build_deb
from installer.packing.environment import install_program, prepare_environment
from installer.packing.macos import build_image
from installer.packing.papers import gather_papers
from installer.packing.places import DIST, PYTHON, ROOT, BuildError, run, say
from installer.packing.stamp import Stamp, read_stamp
from installer.packing.windows import build_installer


def build_wheel() -> Path:
    """The wheel, for pip and pipx."""
    say("Building the wheel")
    run(
        PYTHON, "-m", "pip", "--quiet", "wheel", "--no-index", "--no-deps",
        "--no-build-isolation", "--wheel-dir", DIST, ROOT,
    )  # fmt: skip
    return max(DIST.glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime)


def build_packages(stamp: Stamp) -> list[Path]:
    """What this system's users install."""
    if sys.platform == "linux":
        return [build_deb(stamp)]
    if sys.platform == "win32":
        return [build_installer(stamp)]
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
    parser.add_argument("--release-key", metavar="KEY", help="their key, from signing.py")
    asked = parser.parse_args()
    try:
        stamp = read_stamp(asked.release_key, asked.releases)
        DIST.mkdir(exist_ok=True)
        if not (asked.again and PYTHON.exists()):
            prepare_environment()
        wheel = build_wheel()
        install_program(wheel)
        gather_papers(stamp.version)
        freeze(stamp)
        prove()
        packages = [wheel, *build_packages(stamp)]
    except BuildError as failed:
        print(failed, file=sys.stderr)
        return 1
    write_sums(packages)
    for package in packages:
        say(f"{package.relative_to(ROOT)}  {package.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
