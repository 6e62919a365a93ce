"""Work of an admin and staff with the package: install, enrol, record, remove, install again."""

import json
import shutil
from pathlib import Path

from desk_app.demo.register import RegisterProcess
from tests.packages.recording import record_in_window
from tests.packages.room import expect, print_progress
from tests.packages.wine.room import Drive, WineRoom

_FOR_ALL = r"C:\Program Files\Kaikuluukku"
_FOR_ONE = r"C:\users\root\AppData\Local\Programs\Kaikuluukku"
_MENUS = {
    "/AllUsers": "ProgramData/Microsoft/Windows/Start Menu/Programs",
    "/CurrentUser": "users/root/AppData/Roaming/Microsoft/Windows/Start Menu/Programs",
}
_LISTED = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Kaikuluukku"
_OPENS = r"Software\Classes\Kaikuluukku.Carried\shell\open\command"
_DATA = "users/root/AppData/Local/kaikuluukku"


def live(room: WineRoom, installer: Path, register: RegisterProcess, pictures: Path) -> None:
    """The whole life of the package, in a Windows fresh from the box. Raises ``RoomError``."""
    drive = room.drive("desk")
    shutil.copy(installer, drive.c / "setup.exe")
    _install(drive, "/AllUsers", _FOR_ALL, "HKLM")
    expect(_asked(drive, _FOR_ALL, "self-test")["ok"] is True, "the self-test finds all well")
    enrol = ("enrol", "--api", register.url, "--code", register.demo.activation_code)
    _asked(drive, _FOR_ALL, *enrol)
    print_progress("enrolled, the key in the user's own credentials")
    _asked(drive, _FOR_ALL, "sync")
    window = rf"{_FOR_ALL}\kaikuluukkuw.exe"
    record_in_window(
        lambda display: drive.command(window, environment={"DISPLAY": display}),
        drive.c / _DATA,
        register,
        pictures,
    )
    _asked(drive, _FOR_ALL, "sync")  # the window was ended on the spot: it may wait for its answer
    register.stop()
    _record(drive, _FOR_ALL, register, "valid")
    expect(_asked(drive, _FOR_ALL, "queue")["pending"] == 1, "a visit waits without a network")
    register.start()
    expect(_asked(drive, _FOR_ALL, "sync")["accepted"] == 1, "it arrives once there is one")
    register.stop()
    _record(drive, _FOR_ALL, register, "family")
    _uninstall(drive, "/AllUsers", _FOR_ALL, "HKLM")
    _install(drive, "/CurrentUser", _FOR_ONE, "HKCU")
    expect(_asked(drive, _FOR_ONE, "queue")["pending"] == 1, "the visit waits still")
    register.start()
    expect(_asked(drive, _FOR_ONE, "sync")["accepted"] == 1, "and arrives")
    _uninstall(drive, "/CurrentUser", _FOR_ONE, "HKCU")


def _install(drive: Drive, mode: str, place: str, hive: str) -> None:
    drive.run(r"C:\setup.exe", "/S", mode)
    expect(_there(drive, place, "kaikuluukku.exe"), f"{mode} installs silently in {place}")
    link = (drive.c / _MENUS[mode] / "Kaikuluukku.lnk").read_bytes()
    expect("kaikuluukkuw.exe".encode("utf-16-le") in link, "the start menu leads to the window")
    registry = drive.run("reg", "query", rf"{hive}\{_LISTED}", "/v", "DisplayVersion", "/reg:64")
    expect("0." in registry, f"Windows' list of programs names it and its version, in {hive}")
    opens = drive.run("reg", "query", rf"{hive}\{_OPENS}", "/ve", "/reg:64")
    wanted = rf'"{place}\kaikuluukku.exe" carry-in "%1"'
    expect(wanted.lower() in opens.lower(), "a file of carried work opens with it")


def _uninstall(drive: Drive, mode: str, place: str, hive: str) -> None:
    before = _data(drive)
    expect(len(before) > 0, "the desk has data")
    drive.run(rf"{place}\uninstall.exe", mode, "/S")
    expect(not _there(drive, place), "removing takes the program's folder away")
    link = drive.c / _MENUS[mode] / "Kaikuluukku.lnk"
    gone = not drive.answers("reg", "query", rf"{hive}\{_LISTED}", "/reg:64")
    left = drive.answers("reg", "query", rf"{hive}\{_OPENS}", "/reg:64")
    expect(gone and not left and not link.exists(), "and what the registry and the menu said")
    expect(_data(drive) == before, "it leaves the desk's data as it was")


def _there(drive: Drive, place: str, name: str = "") -> bool:
    return (drive.c / place.removeprefix("C:\\").replace("\\", "/") / name).exists()


def _asked(drive: Drive, place: str, *words: str) -> dict[str, object]:
    output = drive.run(rf"{place}\kaikuluukku.exe", "--json", *words).splitlines()
    answer: dict[str, object] = json.loads(next(line for line in output if line.startswith("{")))
    return answer


def _record(drive: Drive, place: str, register: RegisterProcess, card: str) -> None:
    offer = str(register.demo.offers["family_show"])
    _asked(drive, place, "record", register.demo.cards[card], "--offer", offer)


def _data(drive: Drive) -> dict[str, bytes]:
    folder = drive.c / _DATA
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
