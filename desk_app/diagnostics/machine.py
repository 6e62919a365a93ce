"""``doctor``: the usual problems of a desk's machine, each with its fix.

A probe returns a finding, or raises one of our errors, which has its message already. Nothing is
created: a machine without a desk stays without one.
"""

import os
import platform
import shutil
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from desk_app.bootstrap.application import App
from desk_app.config.build_info import this_build
from desk_app.config.machine_policy import MachinePolicy
from desk_app.config.paths import Home
from desk_app.devices.folders import keeper_of
from desk_app.devices.secrets import secrets_from
from desk_app.diagnostics.check import Check, Examination, Finding
from desk_app.messages import Messages
from desk_app.messages.recovery_words import RecoveryWords
from desk_app.services.errors import CameraTakenError, DeskRevokedError, StoreReadOnlyError
from desk_app.services.season import LEAST_FREE_MB
from desk_app.store.recovery.recoveries import StoredRecoveries
from desk_app.store.recovery.snapshot import can_be_copied

_MB = 1_000_000
_OF_LATE = timedelta(days=30)
"""Ours: older recoveries are no news."""


def examine_machine(
    home: Home, secrets_choice: str, messages: Messages, policy: MachinePolicy
) -> Sequence[Check]:
    """Run all checks, in the order in which one would fix their problems."""
    examination = Examination(messages)
    examination.run_probe("program", _program)
    examination.run_probe("keyring", lambda: _secrets(home, secrets_choice))
    examination.run_probe("disk", lambda: _disk(home.folder))
    examination.run_probe("folder", lambda: _folder(home.folder))
    examination.run_probe("zbar", _zbar)
    examination.run_probe("camera", _camera)
    examination.run_probe("desk", lambda: _desk(home, secrets_choice, examination, policy))
    return examination.checks


def _program() -> Finding:
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    build = this_build()
    made_from = f" ({build.commit[:12]})" if build.commit else ""
    return Finding("program", version=f"{build.version}{made_from}", system=system)


def _secrets(home: Home, choice: str) -> Finding:
    secrets_from(choice, home.folder).get("doctor")  # there is none: only asking is the point
    if choice == "keyring":
        return Finding("keyring")
    return Finding("secrets_file", path=choice.removeprefix("file:"))


def free_mb(folder: Path) -> int:
    """The room at a folder that can be written. Raises ``StoreReadOnlyError`` for another."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return shutil.disk_usage(there).free // _MB
    except OSError as unwritable:
        raise StoreReadOnlyError(path=str(folder)) from unwritable


def _disk(folder: Path) -> Finding:
    free = free_mb(folder)
    return Finding("disk" if free >= LEAST_FREE_MB else "disk_low", path=folder, free=free)


def _folder(folder: Path) -> Finding:
    keeper = keeper_of(folder)
    if keeper is None:
        return Finding("folder", path=folder)
    return Finding("folder_kept", path=folder, keeper=keeper)


def _data(app: App) -> Finding:
    """The recent recoveries of the data, this very start included."""
    latest = StoredRecoveries(app.opened.database).latest()
    if app.opened.read_only:
        raise StoreReadOnlyError(path=str(app.home.folder))
    missing = app.waiting_list.words(app.messages, app.desk.record())
    if missing:
        return Finding("data_missing", what=missing)
    if latest is None or app.clock.now() - latest.at > _OF_LATE:
        return Finding("data")
    code = "data_mended" if latest.is_complete else "data_lost"
    what = RecoveryWords(app.messages).facts(latest)
    return Finding(code, day=app.messages.date(latest.at.date()), what=what)


def _zbar() -> Finding:
    try:
        from pyzbar import pyzbar  # noqa: F401, PLC0415 - it loads the library, or fails
    except ImportError:
        return Finding("zbar_missing")
    return Finding("zbar")


def _camera() -> Finding:
    from desk_app.devices.camera_sources import SystemCameras  # noqa: PLC0415 - OpenCV loads long

    os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
    cameras = SystemCameras()
    names = cameras.names()
    for name in names:
        try:
            with cameras.open(name) as frames:
                frames.read()
        except CameraTakenError:
            if not cameras.quick:  # elsewhere a camera that is forbidden just gives no picture
                raise
    return Finding("camera", names=", ".join(names)) if names else Finding("camera_none")


def _desk(home: Home, choice: str, examination: Examination, policy: MachinePolicy) -> Finding:
    """Check the desk itself, and its connection to the register."""
    from desk_app.diagnostics.network import check_network  # noqa: PLC0415 - HTTP loads long

    if not (can_be_copied(home.database) or home.note.exists()):
        return Finding("not_made", path=home.folder)
    with App.open(home, choice, examination.messages, policy=policy) as app:
        examination.run_probe("data", lambda: _data(app))
        record = app.desk.record()
        if record is None:
            return Finding("not_made", path=home.folder)
        check_network(app, record, examination)
        if record.refused is not None:
            raise DeskRevokedError
        return Finding("enrolled", venue=record.venue.name)
