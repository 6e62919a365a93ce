"""The desk with its window: the parts of :mod:`desk_app.app` joined with those of Qt."""

import argparse
import logging
import os
import sys
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from filelock import FileLock, Timeout
from PySide6.QtWidgets import QApplication, QMessageBox

from desk_app import unattended
from desk_app.app import App
from desk_app.build import this_build
from desk_app.cli.answers import ExitStatus, say_error
from desk_app.cli.main import exit_status
from desk_app.devices.camera import camera
from desk_app.devices.deciphering import decipher
from desk_app.devices.sounds import SystemSounds, system_players
from desk_app.devices.wedge import Wedge
from desk_app.examining.diagnosis import write_diagnosis
from desk_app.examining.machine import examine_machine
from desk_app.exporter import ProgramExports
from desk_app.logs import log_crashes, log_to_file, log_to_stderr
from desk_app.paths import Home, default_home
from desk_app.policy import MachinePolicy, machine_policy
from desk_app.services.cameras import Camera
from desk_app.services.errors import (
    DeskError,
    NoDisplayError,
    StoreKeyError,
    StoreReadOnlyError,
    WindowSilentError,
)
from desk_app.services.sounds import Sounds
from desk_app.services.standing import Connection, ConnectionState
from desk_app.settings import Settings, system_language
from desk_app.store.recovery.snapshot import can_be_copied
from desk_app.ui.bridge import Bridge
from desk_app.ui.doorbell import Doorbell, come_forward, ring
from desk_app.ui.dressing import wear
from desk_app.ui.fonts import load_fonts
from desk_app.ui.main_window import MainWindow
from desk_app.ui.network import Network
from desk_app.ui.opening import Opening
from desk_app.ui.placing import show_within_screen
from desk_app.ui.plain_text import message_box
from desk_app.ui.presence import Presence
from desk_app.ui.tasks import Tasks
from desk_app.ui.theme import Theme, chosen
from desk_app.ui.tidying import Tidying
from desk_app.ui.window import Parts, build_window
from desk_app.updating import SeenSerial, look_for_update
from desk_app.wording import Wording
from desk_app.wording.catalogue import catalogue
from sync.worker import SyncState, SyncStatus

_log = logging.getLogger(__name__)

_LONGEST_RINGING = 15.0
"""Seconds that a first window may take to open before a second start gives up on it."""
_PAUSE = 0.2
"""Seconds between two rings; the first window may just be closing, too."""

_RESOURCES = Path(str(files("resources")))

_UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt that draw, but on no screen."""


def open_window(typed: argparse.Namespace) -> int:
    """Open the ticket window, and return when it is closed."""
    language = system_language()
    words = Wording(catalogue(language), language)
    # Without a screen Qt would end the program, and say nothing that anybody understands.
    if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
        absent = NoDisplayError()
        say_error(absent.code, words.error(absent), as_json=typed.json)
        return exit_status(absent)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("kaikuluukku")
    qt.setApplicationDisplayName("Kaikuluukku")
    qt.setDesktopFileName("fi.kaikuluukku.Kaikuluukku")
    home = Home(typed.home or default_home())
    try:
        policy = machine_policy()
        policy.put_proxy_in_force()
        return show_or_ring(qt, home, typed.secrets, typed.camera, policy)
    except DeskError as error:
        said = words.error(error)
        say_error(error.code, said, as_json=typed.json)
        if isinstance(error, StoreKeyError):  # it has been said, and answered
            return exit_status(error)
        message_box(QMessageBox.Icon.Critical, "Kaikuluukku", "\n\n".join(said)).exec()
        return exit_status(error)


def show_or_ring(
    qt: QApplication, home: Home, secrets: str, camera_file: Path | None, policy: MachinePolicy
) -> int:
    """Open the desk's window, or bring it forward where it is open already.

    Raises ``DeskError``, ``WindowSilentError`` among them.
    """
    lock = FileLock(home.window_lock)
    until = time.monotonic() + _LONGEST_RINGING
    while not _is_first(lock, home):
        if ring(home.folder):
            return ExitStatus.DONE
        if time.monotonic() >= until:
            raise WindowSilentError
    try:
        return show(qt, home, secrets, camera_file, policy)
    finally:
        lock.release()


def _is_first(lock: FileLock, home: Home) -> bool:
    """Whether no other program shows this desk's window; the lock is held then."""
    try:
        home.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire(timeout=_PAUSE)
    except Timeout:
        return False
    except OSError as unwritable:
        if not can_be_copied(home.database):
            raise StoreReadOnlyError(path=str(home.folder)) from unwritable
    return True


def show(
    qt: QApplication, home: Home, secrets: str, camera_file: Path | None, policy: MachinePolicy
) -> int:
    """Run the window over the desk in ``home``; a file may stand in the camera's place.

    Raises ``DeskError`` when it cannot be opened.
    """
    try:
        log_to_file(home.log)
    except OSError as unwritable:
        if not can_be_copied(home.database):
            raise StoreReadOnlyError(path=str(home.folder)) from unwritable
        log_to_stderr()  # what is there can be read all the same
    chosen, odd = Settings.load(home.settings)
    settings = policy.settle(chosen)
    if camera_file is not None:
        settings = settings.model_copy(update={"camera_on": True})
    wording = Wording(catalogue(settings.language), settings.language)
    bell = Doorbell(home.folder)
    if not bell.listens:
        _log.warning("a second start cannot bring this window forward")
    opening = dressed_opening(qt, settings, wording)
    bell.rung.connect(lambda token: come_forward(opening, token))
    opening.show()
    try:
        with open_desk(opening, home, secrets, wording, policy) as app:
            if not opening.isVisible():  # somebody closed it
                return ExitStatus.DONE
            return run_window(qt, app, settings, home, camera_file, opening, bell, odd)
    finally:
        opening.leave()
        bell.close()


def dressed_opening(qt: QApplication, settings: Settings, wording: Wording) -> Opening:
    """What is in sight until the window is, in the same clothes; not yet shown."""
    load_fonts(_RESOURCES / "fonts")
    template = (_RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8")
    wear(qt, Theme(chosen(settings.theme), settings.text_scale), template)
    return Opening(wording)


def open_desk(
    opening: Opening,
    home: Home,
    secrets: str,
    wording: Wording,
    policy: MachinePolicy | None = None,
) -> App:
    """The desk, whatever has to be said or asked first. Raises ``DeskError``."""

    def open_it() -> App:
        return App.open(home, secrets, wording, policy=policy, mending=opening.tell_mending)

    try:
        app = opening.wait_for(open_it)
    except StoreKeyError as locked:
        if not opening.wants_to_start_afresh(locked):
            raise
        aside = opening.wait_for(lambda: App.start_afresh(home, secrets))
        opening.tell(wording.set_aside(aside))
        app = opening.wait_for(open_it)
    if app.opened.read_only:
        opening.tell(wording.read_only(home.folder))
    if app.kept_by is not None:
        opening.tell(wording.kept_by(home.folder, app.kept_by))
    for said in wording.opening(app.opened.recovery, app.opened.taken_in):
        opening.tell(said)
    return app


def run_window(
    qt: QApplication,
    app: App,
    settings: Settings,
    home: Home,
    camera_file: Path | None,
    opening: Opening,
    bell: Doorbell,
    odd: Sequence[str] = (),
) -> int:
    """Put the window in the place of what was in sight before; when it is closed, its status.

    The settings named ``odd`` could not be understood, which is said.
    """
    tasks = Tasks()
    bridge = Bridge()
    log_crashes(bridge.tell_fault)
    eyes = camera(camera_file)
    sounds = SystemSounds(_RESOURCES / "sounds", system_players())
    window = assemble(qt, app, settings, home, tasks, bridge, eyes, sounds)
    bell.rung.disconnect()
    bell.rung.connect(lambda token: come_forward(window, token))
    show_within_screen(window)
    if odd:
        window.tell("look", app.wording.settings_not_understood(len(odd)))
    opening.leave()
    app.start_upkeep(bridge.tell_damage, bridge.tell_recovery)
    app.opened.log.fault = bridge.tell_log_behind
    if unattended.is_due(app, app.policy):
        tasks.run_outside(
            lambda: unattended.enrol(app, app.policy),
            lambda _: bridge.tell_data(),
            window.show_fault,
        )
    status = qt.exec()
    eyes.close()
    sounds.close()
    tasks.close()
    return status or ExitStatus.DONE


def assemble(
    qt: QApplication,
    app: App,
    settings: Settings,
    home: Home,
    tasks: Tasks,
    bridge: Bridge | None = None,
    eyes: Camera | None = None,
    sounds: Sounds | None = None,
) -> MainWindow:
    """The window over an open desk, its messenger started; not yet shown.

    Raises ``SecretsUnavailableError`` where it cannot be known whether there is a PIN.
    """
    bridge = bridge or Bridge()
    window = build_window(
        qt,
        Parts(
            counter=app.counter,
            exports=ProgramExports(home, app.secrets_choice, app.counter.locking.voucher),
            tasks=tasks,
            bridge=bridge,
            settings=settings,
            save_settings=lambda changed: changed.save(home.settings),
            scanner=Wedge(),
            decipher=decipher,
            camera=eyes,
            sounds=sounds,
            now=app.clock.glance,
            resources=_RESOURCES,
            locked=app.policy.locked,
            pin_set=app.counter.locking.has_pin(),
            write_diagnosis=lambda path: _diagnose(app, home, path),
            look_for_update=lambda: look_for_update(
                this_build(), app.policy, SeenSerial(home.seen_serial), app.clock.now().date()
            ),
        ),
    )
    bridge.setParent(window)

    def tell(status: SyncStatus) -> None:
        bridge.tell_connection(connection_of(status))
        if status.state is not SyncState.SYNCING:
            bridge.tell_data()

    app.start_messenger(tell, bridge.tell_loading)
    window.closed.connect(Tidying(window).stop)
    presence = Presence(window)
    presence.seen.connect(app.messenger.attend)
    qt.installEventFilter(presence)
    window.closed.connect(lambda: qt.removeEventFilter(presence))
    network = Network(window)
    network.came_back.connect(app.messenger.send_now)
    return window


def _diagnose(app: App, home: Home, path: Path) -> None:
    """What ``doctor --bundle`` writes, asked for in the window. Raises ``FileUnwritableError``."""
    checks = examine_machine(home, app.secrets_choice, app.wording, app.policy)
    write_diagnosis(path, checks, home)


def has_display() -> bool:
    """Whether there is a screen on which somebody could see a window."""
    if os.environ.get("QT_QPA_PLATFORM") in _UNSEEN:
        return False
    return sys.platform != "linux" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


def connection_of(status: SyncStatus) -> Connection:
    """The messenger's status in the window's terms."""
    if status.state is SyncState.REFUSED:
        return Connection(ConnectionState.REFUSED, fault=status.fault)
    known = {
        None: ConnectionState.UNKNOWN,
        True: ConnectionState.ONLINE,
        False: ConnectionState.OFFLINE,
    }
    return Connection(
        known[status.online],
        busy=status.state is SyncState.SYNCING,
        fault=status.fault,
        next_try_at=status.next_try_at,
    )
