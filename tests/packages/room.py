"""A bare Debian to install into: made by debootstrap once, copied for every test."""

import shutil
import subprocess
from pathlib import Path

SUITE = "bookworm"
CASHIER = "cashier"
_SETTING = (
    'mount -t proc proc "$0/proc" && mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix" && '
    'exec chroot "$0" "$@"'
)


class RoomError(Exception):
    """A step in the room failed; the text holds the end of what it said."""


def expect(is_so: bool, what: str) -> None:  # noqa: FBT001 - reads as a sentence
    """Say that something is so. Raises ``RoomError`` where it is not."""
    if not is_so:
        raise RoomError(f"not so: {what}")
    print_progress(what)


def print_progress(text: str) -> None:
    """A line for the person who waits."""
    print(text, flush=True)  # noqa: T201 - for the person who waits


class Room:
    """A root of its own. It shares the network and the displays with the machine around it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "room"
        base = folder / "base"
        make_place_for_displays()
        if not (base / "var/lib/dpkg/status").exists():
            shutil.rmtree(base, ignore_errors=True)
            _run("debootstrap", "--variant=minbase", SUITE, str(base), mirror())
        shutil.rmtree(self.root, ignore_errors=True)
        _run("cp", "-a", str(base), str(self.root))
        (self.root / "tmp/.X11-unix").mkdir(exist_ok=True)
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        # What is removed must not take the desk's data along because it starts services.
        (self.root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
        (self.root / "usr/sbin/policy-rc.d").chmod(0o755)
        # Nothing here outlives the test: no file has to be on the disk before the next.
        quickly = self.root / "etc/dpkg/dpkg.cfg.d/unsafe-io"
        quickly.write_text("force-unsafe-io\n", encoding="ascii")
        self.run("useradd", "--create-home", CASHIER)
        self.run("apt-get", "update", "-q")

    def command(self, *words: str, cashier: bool = False) -> list[str]:
        """What to start so that ``words`` run in the room, as its admin or as the cashier."""
        who = (
            ["runuser", "-u", CASHIER, "--", "env", f"HOME=/home/{CASHIER}"] if cashier else ["env"]
        )
        plain = ["LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
        return [
            "unshare", "--mount", "--pid", "--fork", "--kill-child",
            "sh", "-ec", _SETTING, str(self.root),
            *who, *plain, *words,
        ]  # fmt: skip

    def run(self, *words: str, cashier: bool = False) -> str:
        """Run a command to its end; what it said. Raises ``RoomError``."""
        return _run(*self.command(*words, cashier=cashier))

    def bring(self, package: Path) -> str:
        """Carry a file in; its path in the room."""
        shutil.copy(package, self.root / "root" / package.name)
        return f"/root/{package.name}"


def need(**package_of: str) -> None:
    """See that programs are there: each with the package it comes in. Raises ``RoomError``."""
    missing = [package for program, package in package_of.items() if not shutil.which(program)]
    if missing:
        raise RoomError(f"something is missing here: apt-get install {' '.join(missing)}")


def make_place_for_displays() -> None:
    """Make the folder of the displays' sockets, where no display has been up here before."""
    place = Path("/tmp/.X11-unix")
    if not place.exists():
        place.mkdir()
        place.chmod(0o1777)


def mirror() -> str:
    """Where this machine itself gets its packages from."""
    output = _run(
        "apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages",
        f"Codename: {SUITE}", "Component: main",
    )  # fmt: skip
    return output.splitlines()[0]


def _run(*words: str) -> str:
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        output = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise RoomError(f"{' '.join(words[-6:])} ended with {done.returncode}:\n{output}")
    return done.stdout + done.stderr
