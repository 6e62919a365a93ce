"""Install, use, upgrade, remove and purge a .deb in a bare Debian; root may do that.

Whatever is not as it should be ends it with the reason. A picture of the window at work is left in
``build/package-test``.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.demo.register import RegisterProcess
from tests.packages.apt_repository import AptRepository, source
from tests.packages.neighbour_desks import find_the_neighbour
from tests.packages.recording import record_in_window
from tests.packages.room import CASHIER, Room, RoomError, expect, need, print_progress

_FOLDER = Path("build/package-test").absolute()
_KEY = "/usr/share/keyrings/kaikuluukku.gpg"
_MOST_PACKED, _MOST_UNPACKED = 100, 420
"""Megabytes."""
_DATA = f"home/{CASHIER}/.local/share/kaikuluukku"
_DESK = ("kaikuluukku", "--secrets", f"file:/home/{CASHIER}/secrets.json", "--json")


def main() -> int:
    """The whole life of the package that is named."""
    package = Path(sys.argv[1]).absolute()
    _FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        need(
            debootstrap="debootstrap", gpg="gnupg", lintian="lintian", xdotool="xdotool",
            Xvfb="xvfb",
        )  # fmt: skip
        with (
            _judged(package),
            tempfile.TemporaryDirectory() as folder,
            RegisterProcess(Path(folder)) as register,
        ):
            _live(package, Room(_FOLDER), register)
    except RoomError as failed:
        print_progress(f"FAILED: {failed}")
        return 1
    print_progress("The package does all that it should.")
    return 0


def _live(package: Path, room: Room, register: RegisterProcess) -> None:
    _install_from_the_repository(package, room)
    expect(_asked(room, "self-test")["ok"] is True, "the self-test finds all well")
    _asked(room, "enrol", "--api", register.url, "--code", register.demo.activation_code)
    _asked(room, "sync")
    before_it = len(register.visits())  # the demo's own
    record_in_window(
        lambda display: room.command("DISPLAY=" + display, *_DESK, cashier=True),
        room.root / _DATA,
        register,
        _FOLDER,
    )
    _asked(room, "sync")  # the window was ended on the spot: it may not have heard the answer
    expect(len(register.visits()) == before_it + 1, "it arrived once")
    find_the_neighbour(room, _DESK, room.root / _DATA, register)
    register.stop()
    _record(room, register, "family")
    expect(_pending(room) == 1, "a visit waits while there is no network")
    room.run("dpkg", "-i", room.bring(_newer(package)))
    expect(_pending(room) == 1, "it waits still, after an upgrade")
    register.start()
    expect(_asked(room, "sync")["accepted"] == 1, "the new version sends it")
    register.stop()
    _record(room, register, "one_child")
    before = _data(room)
    room.run("apt-get", "remove", "-qy", "kaikuluukku")
    expect(_data(room) == before, "removing leaves the desk's data as it was")
    output = room.run("apt-get", "purge", "-qy", "kaikuluukku")
    expect("not been sent" in output, "purging asks nothing, and says where unsent visits are")
    expect(_data(room) == before, "purging leaves the desk's data as it was")
    room.run("apt-get", "install", "-qy", "--no-install-recommends", room.bring(package))
    expect(_pending(room) == 1, "the visit waits still, after all that")
    register.start()
    expect(_asked(room, "sync")["accepted"] == 1, "and arrives")


@contextmanager
def _judged(package: Path) -> Iterator[None]:
    """What can be said of a package without installing it. Lintian takes its time meanwhile."""
    control = subprocess.run(
        ["dpkg-deb", "--field", package, "Installed-Size"], check=True, capture_output=True
    )
    packed, unpacked = package.stat().st_size / 1e6, int(control.stdout) * 1024 / 1e6
    small = packed <= _MOST_PACKED and unpacked <= _MOST_UNPACKED
    expect(small, f"{packed:.1f} MB packed and {unpacked:.1f} MB unpacked are not too many")
    words = ["lintian", "--allow-root", "--fail-on", "error,warning", str(package)]
    with subprocess.Popen(words) as lintian:
        try:
            yield
        except BaseException:
            lintian.terminate()
            raise
        expect(lintian.wait() == 0, "lintian finds neither error nor warning")


def _install_from_the_repository(package: Path, room: Room) -> None:
    """As an admin does who serves the build's repository to many machines."""
    with tempfile.TemporaryDirectory() as folder:
        repository = AptRepository(package.parent / "apt", Path(folder))
        key, sources = Path(_KEY), room.root / "etc/apt/sources.list.d/kaikuluukku.sources"
        with repository.served() as address:
            sources.write_text(source(address, key), encoding="utf-8")
            try:
                room.run("apt-get", "update", "-q", "--error-on=any")
            except RoomError:
                print_progress("apt takes nothing from the repository without its key")
            else:
                raise RoomError("not so: apt takes nothing from the repository without its key")
            shutil.copy(repository.key, room.root / key.relative_to("/"))
            room.run("apt-get", "update", "-q", "--error-on=any")
            room.run("apt-get", "install", "-qy", "--no-install-recommends", "kaikuluukku")
        sources.unlink()
    print_progress("installed from the repository")


def _newer(package: Path) -> Path:
    """The same package under the next version, packed in haste."""
    folder = _FOLDER / "newer"
    subprocess.run(["rm", "-rf", folder], check=True)
    subprocess.run(["dpkg-deb", "-R", package, folder], check=True)
    control = folder / "DEBIAN/control"
    text = control.read_text(encoding="utf-8")
    control.write_text(text.replace("\nVersion: ", "\nVersion: 99."), encoding="utf-8")
    made = _FOLDER / "kaikuluukku-newer.deb"
    subprocess.run(["dpkg-deb", "-Znone", "-b", folder, made], check=True, stdout=subprocess.PIPE)
    return made


def _asked(room: Room, *words: str) -> dict[str, object]:
    output = room.run(*_DESK, *words, cashier=True).splitlines()  # Qt may have said something, too
    answer: dict[str, object] = json.loads(next(line for line in output if line.startswith("{")))
    return answer


def _record(room: Room, register: RegisterProcess, card: str) -> None:
    offer = str(register.demo.offers["family_show"])
    _asked(room, "record", register.demo.cards[card], "--offer", offer)


def _pending(room: Room) -> object:
    return _asked(room, "queue")["pending"]


def _data(room: Room) -> dict[str, bytes]:
    folder = room.root / _DATA
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    sys.exit(main())
