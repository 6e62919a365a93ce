"""Opens the window: connects the parts of a desk with those of Qt."""

import argparse
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path

from filelock import FileLock, Timeout
from PySide6.QtWidgets import QApplication, QMessageBox

from desk_app.bootstrap import unattended_enrolment
from desk_app.bootstrap.application import App
from desk_app.bootstrap.export_process import ProgramExports
from desk_app.bootstrap.handover_programs import ChildPrograms
from desk_app.bootstrap.update_check import SeenSerial, look_for_update
from desk_app.config.build_info import this_build
from desk_app.config.logs import log_crashes, log_to_file, log_to_stderr
from desk_app.config.machine_policy import MachinePolicy, machine_policy
from desk_app.config.paths import Home, default_home
from desk_app.config.settings import Settings, system_language
from desk_app.devices.camera import camera
from desk_app.devices.scan_normalisation import normalise_scan
from desk_app.devices.sounds import SystemSounds, system_players
from desk_app.devices.wedge import Wedge
from desk_app.diagnostics.bundle import write_diagnosis
from desk_app.diagnostics.machine import examine_machine
from desk_app.diagnostics.season import examine_season
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.messages.recovery_words import RecoveryWords
from desk_app.services.cameras import Camera
from desk_app.services.errors import (
    DeskError,
    NoDisplayError,
    StoreKeyError,
    StoreReadOnlyError,
    WindowSilentError,
)
from desk_app.services.sounds import Sounds
from desk_app.services.status import Connection, ConnectionState
from desk_app.store.recovery.snapshot import can_be_copied
from desk_app.ui.appearance.fonts import load_fonts
from desk_app.ui.appearance.theme import Theme, chosen
from desk_app.ui.appearance.theme_manager import apply_plain_theme
from desk_app.ui.appearance.window_placement import show_within_screen
from desk_app.ui.background.bridge import Bridge
from desk_app.ui.background.gc_scheduler import GcScheduler
from desk_app.ui.background.network_watcher import NetworkWatcher
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.input.input_filter import InputFilter
from desk_app.ui.shell.activity_watcher import ActivityWatcher
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.shell.single_instance import SingleInstance, activate_first, bring_to_front
from desk_app.ui.shell.startup_screen import StartupScreen
from desk_app.ui.widgets.plain_text import message_box
from desk_app.ui.window import WindowParts, build_window
from sync.worker import SyncState, SyncStatus

_log = logging.getLogger(__name__)

_LONGEST_ACTIVATION = 15.0
"""Seconds that a first window may take to open before a second start gives up on it."""
_PAUSE = 0.2
"""Seconds between two tries; the first window may just be closing, too."""

_RESOURCES = Path(str(files("resources")))

_UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt that draw, but on no screen."""


def open_window(
    typed: argparse.Namespace, print_error: Callable[[DeskError, tuple[str, str]], None]
) -> None:
    """Open the ticket desk, and return when it is closed.

    Raises the ``DeskError`` that prevents it, once it has been printed and shown.
    """
    language = system_language()
    words = Messages(catalogue(language), language)
    # Without a screen Qt would end the program, and say nothing that anybody understands.
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        absent = NoDisplayError()
        print_error(absent, words.error(absent))
        raise absent
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("kaikuluukku")
    qt.setApplicationDisplayName("Kaikuluukku")
    qt.setDesktopFileName("fi.kaikuluukku.Kaikuluukku")
    home = Home(typed.home or default_home())
    try:
        policy = machine_policy()
        policy.apply_proxy()
        show_or_activate_running(qt, home, typed.secrets, typed.camera, policy)
    except DeskError as error:
        texts = words.error(error)
        print_error(error, texts)
        if not isinstance(error, StoreKeyError):  # that has been said, and answered
            message_box(QMessageBox.Icon.Critical, "Kaikuluukku", "\n\n".join(texts)).exec()
        raise


def show_or_activate_running(
    qt: QApplication, home: Home, secrets: str, camera_file: Path | None, policy: MachinePolicy
) -> None:
    """Open the desk's window, or bring it forward where it is open already.

    Raises ``DeskError``, ``WindowSilentError`` among them.
    """
    lock = FileLock(home.window_lock)
    until = time.monotonic() + _LONGEST_ACTIVATION
    while not _is_first(lock, home):
        if activate_first(home.folder):
            return
        if time.monotonic() >= until:
            raise WindowSilentError
    try:
        show(qt, home, secrets, camera_file, policy)
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
) -> None:
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
    settings = policy.effective_settings(chosen)
    if camera_file is not None:
        settings = settings.model_copy(update={"camera_on": True})
    messages = Messages(catalogue(settings.language), settings.language)
    instance = SingleInstance(home.folder)
    if not instance.listens:
        _log.warning("a second start cannot bring this window forward")
    opening = themed_startup_screen(qt, settings, messages)
    instance.activated.connect(lambda token: bring_to_front(opening, token))
    opening.show()
    try:
        with open_desk(opening, home, secrets, messages, policy) as app:
            if opening.isVisible():  # nobody closed it
                run_window(qt, app, settings, home, camera_file, opening, instance, odd)
    finally:
        opening.leave()
        instance.close()


def themed_startup_screen(
    qt: QApplication, settings: Settings, messages: Messages
) -> StartupScreen:
    """The startup screen in the application's theme; not yet shown."""
    load_fonts(_RESOURCES / "fonts")
    template = (_RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8")
    theme = Theme(chosen(settings.theme), settings.text_scale)
    apply_plain_theme(qt, theme)
    screen = StartupScreen(messages)
    screen.setStyleSheet(theme.style_sheet(template))
    return screen


def open_desk(
    opening: StartupScreen,
    home: Home,
    secrets: str,
    messages: Messages,
    policy: MachinePolicy | None = None,
) -> App:
    """The desk, whatever has to be said or asked first. Raises ``DeskError``."""

    def open_it() -> App:
        return App.open(home, secrets, messages, policy=policy, on_repair=opening.show_repair)

    try:
        app = opening.wait_for(open_it)
    except StoreKeyError as locked:
        if not opening.wants_to_start_afresh(locked):
            raise
        aside = opening.wait_for(lambda: App.start_afresh(home, secrets))
        opening.show_and_wait(messages.set_aside(aside))
        app = opening.wait_for(open_it)
    if app.opened.read_only:
        opening.show_and_wait(messages.read_only(home.folder))
    if app.kept_by is not None:
        opening.show_and_wait(messages.kept_by(home.folder, app.kept_by))
    words, recovery = RecoveryWords(app.messages), app.opened.recovery
    if recovery is not None:
        opening.show_and_wait(words.recovery(recovery), something_lost=not recovery.is_complete)
    for text in words.opening(None, app.opened.merged):
        opening.show_and_wait(text)
    if app.waiting_list.noticed:
        missing = app.waiting_list.words(app.messages, app.desk.record())
        opening.show_and_wait(missing, something_lost=True)
    return app


def run_window(
    qt: QApplication,
    app: App,
    settings: Settings,
    home: Home,
    camera_file: Path | None,
    opening: StartupScreen,
    instance: SingleInstance,
    odd: Sequence[str] = (),
) -> None:
    """Put the window in the place of what was in sight before, until it is closed.

    The settings named ``odd`` could not be understood, which is said.
    """
    tasks = Tasks()
    bridge = Bridge()
    log_crashes(bridge.report_fault)
    camera_device = camera(camera_file)
    sounds = SystemSounds(_RESOURCES / "sounds", system_players())
    window = assemble(qt, app, settings, home, tasks, bridge, camera_device, sounds)
    instance.activated.disconnect()
    instance.activated.connect(lambda token: bring_to_front(window, token))
    show_within_screen(window)
    if odd:
        window.show_message("warning", app.messages.settings_not_understood(len(odd)))
    opening.leave()
    app.start_maintenance(bridge.report_damage, bridge.report_recovery)
    app.opened.log.fault = bridge.report_log_behind
    if unattended_enrolment.is_due(app, app.policy):
        tasks.run_outside(
            lambda: unattended_enrolment.enrol(app, app.policy),
            lambda _: bridge.report_data_change(),
            window.show_fault,
        )
    qt.exec()
    camera_device.close()
    sounds.close()
    tasks.close()


def assemble(
    qt: QApplication,
    app: App,
    settings: Settings,
    home: Home,
    tasks: Tasks,
    bridge: Bridge | None = None,
    camera_device: Camera | None = None,
    sounds: Sounds | None = None,
) -> MainWindow:
    """The window over an open desk, its sync worker started; not yet shown.

    Raises ``SecretsUnavailableError`` where it cannot be known whether there is a PIN.
    """
    bridge = bridge or Bridge()
    window = build_window(
        qt,
        WindowParts(
            services=app.services,
            exports=ProgramExports(home, app.secrets_choice, app.services.lock.voucher),
            tasks=tasks,
            bridge=bridge,
            settings=settings,
            save_settings=lambda changed: changed.save(home.settings),
            scanner=Wedge(),
            normalise=normalise_scan,
            camera=camera_device,
            sounds=sounds,
            now=app.clock.glance,
            clock=lambda: app.clock.steady() * 1000,
            resources=_RESOURCES,
            locked=app.policy.locked,
            pin_set=app.services.lock.has_pin(),
            write_diagnosis=lambda path: _diagnose(app, home, path),
            check_season=lambda until: examine_season(app, until),
            look_for_update=lambda: look_for_update(
                this_build(), app.policy, SeenSerial(home.seen_serial), app.clock.now().date()
            ),
        ),
    )
    bridge.setParent(window)

    def report_status(status: SyncStatus) -> None:
        bridge.report_connection(connection_of(status))
        if status.state is not SyncState.SYNCING:
            bridge.report_data_change()

    app.start_sync_worker(report_status, bridge.report_loading)
    programs = partial(ChildPrograms, home, app.secrets_choice, app.services.lock.voucher)
    app.neighbours.start(bridge.report_data_change, programs)
    window.closed.connect(GcScheduler(window).stop)
    presence = ActivityWatcher(window)
    presence.seen.connect(app.sync_worker.attend)
    inputs = window.findChild(InputFilter)
    if inputs is not None:
        inputs.add(presence)
    network = NetworkWatcher(window)
    network.came_back.connect(app.sync_worker.send_now)
    return window


def _diagnose(app: App, home: Home, path: Path) -> None:
    """Write ``doctor --bundle`` from the window. Raises ``FileUnwritableError``."""
    checks = examine_machine(home, app.secrets_choice, app.messages, app.policy)
    write_diagnosis(path, checks, home)


def has_display() -> bool:
    """Whether there is a screen for a window; an empty variable names none, as for Qt."""
    if os.environ.get("QT_QPA_PLATFORM") in _UNSEEN:
        return False
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def connection_of(status: SyncStatus) -> Connection:
    """The sync worker's status in the window's terms."""
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
