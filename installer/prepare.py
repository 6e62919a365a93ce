"""Make this folder ready to run: ``python3 installer/prepare.py`` (or ``make prepare``).

With ``--tests``, the programs that the tests run against are installed too, where apt-get can. With
``--build``, system libraries and the programs that make a .deb are all that is installed: a build
has an environment of its own.

The system libraries that Qt and zbar load, a virtual environment in ``.venv``, the pinned and
hash-checked dependencies, this project itself, and its compiled translations. What is there already
is left alone, so that a second call costs next to nothing. Standard library only; which package
index is used is the machine's own affair (pip's configuration).
"""

from __future__ import annotations  # so that an old Python gets as far as being told

import argparse
import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWEST_KNOWN = (3, 14)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BINARIES = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BINARIES / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "installer" / "requirements" / "dev.txt"
STAMP = VENV / "prepared"
TRANSLATIONS = ROOT / "resources" / "translations"

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzbar.so.0": "libzbar0",
    "libzstd.so.1": "libzstd1",
}
"""What Qt (window and off screen) and zbar load, and the Debian and Ubuntu packages with it."""

PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "faketime": "faketime",
    "gnome-keyring-daemon": "gnome-keyring",
    "osslsigncode": "osslsigncode",
    "pdftotext": "poppler-utils",
    "xdotool": "xdotool",
    "usr/bin/chromium*": "chromium-headless-shell",
    "usr/lib/postgresql/*/bin/initdb": "postgresql",
    "usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
"""What the tests run against (a display, a Secret Service, a wrong clock, a database server, a
screen reader's bus, a signer of Windows programs, a browser), and the packages with it. Any
Chromium will do, but the one without a window costs the tests a third of the computing."""

BUILD_PROGRAMS = {
    "apt-ftparchive": "apt-utils",
    "dpkg-shlibdeps": "dpkg-dev",
    "objdump": "binutils",
}
"""What the build of a .deb calls (a repository's lists, what the packed program loads), too."""

NOT_ON_UBUNTU = {"chromium-headless-shell"}
"""Packages that only Debian has; on Ubuntu the tests that need them are skipped, and say so."""

ARCH_PACKAGES = (
    "brotli dbus fontconfig glib2 krb5 libglvnd libx11 libxkbcommon-x11 xcb-util-cursor "
    "xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm zbar zstd"
)


class NotReadyError(Exception):
    """Something that only the person at the machine can mend; the text says how."""


def print_progress(text: str) -> None:
    """A line for the person who waits."""
    print(text, flush=True)


def check_python() -> None:
    """Raise ``NotReadyError`` where this Python is too old, or was built without a part we need."""
    running = platform.python_version()
    if sys.version_info < OLDEST:
        newer = [f"python3.{minor}" for minor in range(NEWEST_KNOWN[1], OLDEST[1] - 1, -1)]
        found = next((name for name in newer if shutil.which(name)), None)
        mend = f"Type: make PYTHON={found} …" if found else "Install a newer one first."
        raise NotReadyError(f"Python 3.11 or newer is needed, and this is {running}. {mend}")
    for part in ("_ctypes", "_sqlite3", "_ssl"):
        if importlib.util.find_spec(part) is None:
            raise NotReadyError(
                f"{sys.executable} ({running}) was built without {part[1:]}. "
                "Use the system's own Python: make PYTHON=/usr/bin/python3 …"
            )


def loads(library: str) -> bool:
    """Whether the dynamic loader finds a library with all that it needs in turn."""
    import ctypes  # noqa: PLC0415 - check_python says it first where it is not there

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries() -> list[str]:
    """The libraries of the list that this Linux does not have."""
    return [library for library in LIBRARIES if not loads(library)]


def debian_packages(libraries: list[str]) -> list[str]:
    """What to install on Debian and Ubuntu, Python's own venv package with it where it lacks."""
    packages = [LIBRARIES[library] for library in libraries]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python{}.{}-venv".format(*sys.version_info))
    return sorted(packages)


def missing_programs(programs: dict[str, str]) -> list[str]:
    """The packages of those programs that are not on this machine."""
    return [
        package
        for program, package in programs.items()
        if not (any(Path("/").glob(program)) if "/" in program else shutil.which(program))
    ]


def as_root(command: list[str]) -> list[str] | None:
    """The command as root may be had without a question, or nothing."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return command
    if not shutil.which("sudo"):
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)  # noqa: S607 - sudo stands where the system put it
    return ["sudo", "-n", *command] if allowed.returncode == 0 else None


def install_packages(packages: list[str]) -> None:
    """Install Debian packages. Raises ``NotReadyError`` with the command where it may not."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    by_hand = f"sudo apt-get update && sudo {shlex.join(install)}"
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    update, command = as_root(["apt-get", "update", "-qq"]), as_root([*quiet, *install, "-qq"])
    if update is None or command is None:
        raise NotReadyError(f"System packages are missing. Type this, then try again:\n\n{by_hand}")
    print_progress(f"Installing system packages: {' '.join(packages)}")
    subprocess.run(update, check=False)  # noqa: S603 - one dead source must not stop the install
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    if done.returncode:
        raise NotReadyError(f"apt-get could not install them. To see why, type:\n\n{by_hand}")


def other_command(libraries: list[str]) -> str:
    """What to type on a Linux without apt-get."""
    if shutil.which("dnf"):
        bits = "()(64bit)" if sys.maxsize > 2**32 else ""
        return shlex.join(["sudo", "dnf", "install", *(f"{name}{bits}" for name in libraries)])
    if shutil.which("pacman"):
        return f"sudo pacman -S --needed {ARCH_PACKAGES}"
    return "(with your system's package manager) " + " ".join(libraries)


def prepare_system() -> None:
    """See to it that what pip cannot bring is there. Raises ``NotReadyError``."""
    libraries = missing_libraries() if sys.platform == "linux" else []
    if sys.platform == "linux" and shutil.which("apt-get"):
        packages = debian_packages(libraries)
        if packages:
            install_packages(packages)
            libraries = missing_libraries()
    elif libraries:
        raise NotReadyError(f"Libraries are missing. Install them:\n\n{other_command(libraries)}")
    if libraries:
        raise NotReadyError(f"Still missing after the install: {' '.join(libraries)}")
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        raise NotReadyError(f"{sys.executable} comes without ensurepip, so it makes no .venv.")


def prepare_programs(programs: dict[str, str]) -> None:
    """Install the programs of the list that are missing. Raises ``NotReadyError``.

    Without apt-get nothing is done: each test that lacks its program says so, and only Debian's kin
    build a .deb.
    """
    if not shutil.which("apt-get"):
        return
    is_ubuntu = platform.freedesktop_os_release().get("ID") == "ubuntu"
    absent = NOT_ON_UBUNTU if is_ubuntu else set()
    packages = [each for each in missing_programs(programs) if each not in absent]
    if packages:
        install_packages(packages)


def run(*command: str | Path) -> None:
    """Run a step. Raises ``NotReadyError`` where it fails; it has said why itself."""
    done = subprocess.run([str(part) for part in command], check=False, cwd=ROOT)  # noqa: S603 - ours
    if done.returncode:
        raise NotReadyError(f"This step failed: {shlex.join(str(part) for part in command)}")


def fingerprint() -> str:
    """What the environment was made from. It changes when the environment must be made anew."""
    made_from = hashlib.sha256()
    for part in (LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes()):
        made_from.update(hashlib.sha256(part).digest())
    made_from.update(f"{sys.version}|{sys.base_prefix}|{ROOT}".encode())
    return made_from.hexdigest()


def sound() -> bool:
    """Whether ``.venv`` is whole, was made by this very Python, and has not been moved since."""
    record = VENV / "pyvenv.cfg"
    if not record.exists() or str(VENV) not in record.read_text(encoding="utf-8"):
        return False  # its scripts would name a Python that is not there
    ask = [str(PYTHON), "-c", "import pip, sys; print(sys.version)"]
    try:
        answer = subprocess.run(ask, check=False, capture_output=True, text=True)  # noqa: S603 - ours
    except OSError:
        return False
    return answer.stdout.strip() == sys.version


def prepare_environment() -> None:
    """Make ``.venv`` and fill it, unless it was made from these very files."""
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted:
        return
    STAMP.unlink(missing_ok=True)
    if not sound():
        print_progress(f"Making .venv with Python {platform.python_version()}")
        run(sys.executable, "-m", "venv", "--clear", VENV)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
    print_progress("Installing the pinned dependencies (a few hundred megabytes the first time)")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", LOCK)
    run(*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    STAMP.write_text(wanted, encoding="ascii")


def prepare_translations() -> None:
    """Compile each catalogue that is newer than what was compiled from it."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            run(BINARIES / "pyside6-lrelease", "-silent", source, "-qm", compiled)


def main() -> int:
    """Do all of it; 1 where a person has to do something first."""
    arguments = argparse.ArgumentParser(description="Make this folder ready to run.")
    arguments.add_argument("--tests", action="store_true", help="also what the tests run against")
    arguments.add_argument("--build", action="store_true", help="only what a build asks for")
    wanted = arguments.parse_args()
    try:
        check_python()
        prepare_system()
        if wanted.tests:
            prepare_programs(PROGRAMS)
        if wanted.build:
            prepare_programs(BUILD_PROGRAMS)
        else:
            prepare_environment()
            prepare_translations()
    except NotReadyError as hindrance:
        sys.stdout.flush()
        print(hindrance, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
