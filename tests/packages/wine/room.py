"""A Debian with wine in it, kept from run to run, and in it Windows drives that come and go."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.packages.room import RoomError, make_place_for_displays, mirror
from tests.packages.wine.shims import OVERRIDES, make_shims, put_shims

_SUITE = "trixie"
"""Wine 10; what bookworm has, wine 8, lacks too much of Windows' C runtime."""
_NEEDED = (
    "wine", "wine64", "wine32:i386", "fonts-wine", "gcc-mingw-w64-x86-64-win32", "nsis", "git",
    "python3", "ca-certificates",
)  # fmt: skip
_AUTHORITIES = "etc/ssl/certs/ca-certificates.crt"
_SETTING = (
    'mount -t proc proc "$0/proc" && mount -t tmpfs tmpfs "$0/dev/shm" && '
    'mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix" && exec chroot "$0" "$@"'
)
_TO_THE_END = '"$@"; status=$?; wineserver -w; exit $status'
"""Wine's server writes the registry as it ends, and what was started may outlive its starter."""
PYTHON = r"Z:\opt\python\python.exe"


class WineRoom:
    """A root of its own. It shares network and displays with the machine around it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "room"
        make_place_for_displays()
        if not (self.root / "opt/ready").exists():
            self._furnish()
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        shutil.copy(f"/{_AUTHORITIES}", self.root / _AUTHORITIES)
        self._shims = make_shims(self.root, self.run)

    def _furnish(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        _run(["debootstrap", "--variant=minbase", _SUITE, str(self.root), mirror()])
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        (self.root / "tmp/.X11-unix").mkdir()
        self.run("dpkg", "--add-architecture", "i386")
        self.run("apt-get", "update", "-q")
        self.run("apt-get", "install", "-qy", "--no-install-recommends", *_NEEDED)
        self.run("apt-get", "clean")
        _run([
            sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps",
            "--target", str(self.root / "opt/python"),
            "--requirement", str(Path(__file__).with_name("python.txt")),
        ])  # fmt: skip
        (self.root / "opt/ready").touch()

    def drive(self, name: str, *, fresh: bool = True) -> "Drive":
        """A Windows of that name, as it comes from the box unless the last one is to be kept."""
        return Drive(self, name, self._shims, fresh=fresh)

    def command(self, *words: str, environment: Mapping[str, str]) -> list[str]:
        """What to start so that ``words`` run in the room."""
        variables = {
            "HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive", "XDG_RUNTIME_DIR": "/tmp",
            **{name: text for name, text in os.environ.items() if name.startswith("PIP_")},
            **environment,
        }  # fmt: skip
        return [
            "unshare", "--mount", "--pid", "--fork", "--kill-child",
            "sh", "-ec", _SETTING, str(self.root), "env", "-i", "-C", "/root",
            *(f"{name}={text}" for name, text in variables.items()), *words,
        ]  # fmt: skip

    def run(self, *words: str) -> str:
        """Run a command of the Debian to its end; what it said. Raises ``RoomError``."""
        return _run(self.command(*words, environment={}))


class Drive:
    """One Windows: a drive C and a registry."""

    def __init__(self, room: WineRoom, name: str, shims: Path, *, fresh: bool) -> None:
        self._room = room
        self._environment = {
            "WINEPREFIX": f"/root/{name}", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": OVERRIDES,
        }  # fmt: skip
        self.c = room.root / "root" / name / "drive_c"
        if fresh:
            shutil.rmtree(self.c.parent, ignore_errors=True)
            self.run("wineboot", "--init")
        put_shims(shims, self.c)

    def command(self, *words: str, environment: Mapping[str, str]) -> list[str]:
        """What to start so that a Windows program runs there, with all that it starts in turn."""
        return self._room.command(
            "sh", "-c", _TO_THE_END, "sh", "wine", *words,
            environment={**self._environment, **environment},
        )  # fmt: skip

    def run(self, *words: str, environment: Mapping[str, str] | None = None) -> str:
        """Run a Windows program to its end; what it said. Raises ``RoomError``."""
        return _run(self.command(*words, environment=environment or {}))

    def answers(self, *words: str) -> bool:
        """Whether a Windows program ends well."""
        words_there = self.command(*words, environment={})
        return subprocess.run(words_there, input=b"", capture_output=True).returncode == 0  # noqa: PLW1510 - the status is the answer


def _run(words: list[str]) -> str:
    """Wine wants a pipe for its standard input, and takes no /dev/null."""
    done = subprocess.run(
        words, input="", capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        output = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise RoomError(f"{' '.join(words[-6:])} ended with {done.returncode}:\n{output}")
    return done.stdout + done.stderr
