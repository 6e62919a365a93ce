"""Builds the window from its parts."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desk_app.config.settings import Settings
from desk_app.messages import Messages
from desk_app.messages.recovery_words import RecoveryWords
from desk_app.services.cameras import Camera
from desk_app.services.exporting import Exports
from desk_app.services.season import CheckSeason
from desk_app.services.services import Services
from desk_app.services.sounds import Sounds
from desk_app.ui.appearance.fonts import load_fonts
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language, WordingFactory
from desk_app.ui.appearance.theme_manager import ThemeManager
from desk_app.ui.background.bridge import Bridge
from desk_app.ui.background.preferences import Preferences
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.context.lock_controller import LockController
from desk_app.ui.context.notifier import Notifier
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.input.camera_controller import CameraController
from desk_app.ui.input.input_filter import InputFilter
from desk_app.ui.input.key_event_filter import KeyEventFilter
from desk_app.ui.input.keyboard_scanner import NormaliseScan, Scanner
from desk_app.ui.input.scan_router import ScanRouter
from desk_app.ui.install_first_run import FirstRunController
from desk_app.ui.install_lock import WindowLock
from desk_app.ui.page_registry import all_pages
from desk_app.ui.shell.double_use_notice import DoubleUseNotice
from desk_app.ui.shell.focus_keeper import FocusKeeper
from desk_app.ui.shell.help_texts import HelpTexts
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.shell.update_notice import LookForUpdate, UpdateNotice
from desk_app.ui.widgets.focus_scrolling import FocusScrolling


def _milliseconds() -> float:
    return time.monotonic() * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowParts:
    """The parts of the window. ``resources`` is the folder with icons, themes, translations.

    ``clock`` gives milliseconds that never go back, for telling a scanner from typing. The
    settings named in ``locked`` are not for staff to change. Where a PIN is set (``pin_set``), the
    window begins locked.
    """

    services: Services
    exports: Exports
    tasks: Tasks
    bridge: Bridge
    settings: Settings
    save_settings: Callable[[Settings], None]
    scanner: Scanner
    normalise: NormaliseScan
    now: Callable[[], datetime]
    resources: Path
    camera: Camera | None = None
    sounds: Sounds | None = None
    messages: WordingFactory = Messages
    clock: Callable[[], float] = _milliseconds
    locked: frozenset[str] = frozenset()
    pin_set: bool
    look_for_update: LookForUpdate | None = None
    write_diagnosis: Callable[[Path], None] | None = None
    check_season: CheckSeason | None = None


def build_window(app: QApplication, parts: WindowParts, *, banner: str = "") -> MainWindow:
    """The main window with its pages, not yet shown; it reads the desk at once.

    Raises ``OSError``, ``TranslationMissingError`` or ``FontMissingError`` for a broken
    installation.
    """
    resources = parts.resources
    preferences = Preferences(parts.settings, parts.save_settings, parts.tasks, parts.locked)
    load_fonts(resources / "fonts")
    theme_manager = ThemeManager(app, preferences, resources / "themes" / "window.qss")
    icons = Icons(resources / "icons")
    language = Language(app, resources / "translations", parts.messages)
    language.choose(preferences.settings.language)
    app_status = AppStatus(parts.services, parts.tasks, parts.bridge, parts.now)
    app_status.changed.connect(lambda: language.follow_policy(app_status.policy, app_status.venues))
    camera_controller = (
        CameraController(parts.camera, preferences) if parts.camera is not None else None
    )
    notifier = Notifier()
    context = PageContext(
        services=parts.services,
        exports=parts.exports,
        tasks=parts.tasks,
        bridge=parts.bridge,
        preferences=preferences,
        app_status=app_status,
        language=language,
        icons=icons,
        camera_controller=camera_controller,
        sounds=parts.sounds,
        notifier=notifier,
        lock=LockController(parts.services.lock, parts.tasks, pin_set=parts.pin_set),
        now=parts.now,
        clock=parts.clock,
        resources=resources,
        write_diagnosis=parts.write_diagnosis,
        check_season=parts.check_season,
    )

    window = MainWindow(icons, language, app_status, HelpTexts(resources / "help"))
    watch = KeyEventFilter(parts.scanner, parts.clock)
    knows = parts.services.checking.knows
    scans = ScanRouter(app, window, parts.normalise, preferences, parts.tasks, knows)
    scans.listen_to(watch)
    inputs = InputFilter(window)
    inputs.add(watch)
    window.overlays.shifted.connect(watch.drop)
    if camera_controller is not None:
        camera_controller.setParent(window)
        camera_controller.scanned.connect(scans.route)
        window.closed.connect(camera_controller.stop)
    for part in (preferences, theme_manager, language, app_status, notifier, watch, scans):
        part.setParent(window)
    for kind, build in all_pages(context):
        window.add_page(kind, build)
    FirstRunController(window, context)
    WindowLock(inputs, window, context)
    FocusKeeper(app, window)
    window.banner.show_text(banner)
    _follow_preferences(window, preferences, language)
    window.closed.connect(lambda: app.removeEventFilter(inputs))
    FocusScrolling(app, window)
    window.closed.connect(scans.stop)
    notifier.notified.connect(window.show_message)
    window.put(preferences.settings.window_place)
    window.closed.connect(lambda: preferences.change(window_place=window.place()))
    parts.bridge.faulted.connect(window.show_fault)
    _connect_data_messages(parts.bridge, window, language)
    window.closed.connect(app_status.stop)
    DoubleUseNotice(app_status, notifier)
    if parts.look_for_update is not None:
        updates = UpdateNotice(parts.look_for_update, parts.tasks, app_status)
        window.closed.connect(updates.stop)
    window.closed.connect(language.remove_translators)
    theme_manager.dress(window)
    # Else Qt would dress and lay out every page in the first turn of the window in sight.
    for asked in (QEvent.Type.PolishRequest, QEvent.Type.LayoutRequest):
        QApplication.sendPostedEvents(None, asked.value)
    app.installEventFilter(inputs)  # of what is built there is nothing to see
    app_status.refresh()
    return window


def _connect_data_messages(bridge: Bridge, window: MainWindow, language: Language) -> None:
    """Say in the banner what becomes of the desk's data while the window is open."""

    def show_banner(words: Callable[[Messages], str]) -> None:
        window.banner.show_text(words(language.words))

    bridge.damaged.connect(lambda: show_banner(Messages.damaged))
    bridge.log_behind.connect(lambda: show_banner(Messages.log_behind))
    bridge.recovered.connect(
        lambda recovery: show_banner(lambda words: RecoveryWords(words).recovery(recovery))
    )


def _follow_preferences(window: MainWindow, preferences: Preferences, language: Language) -> None:
    """Apply the current language, and show a failure to save settings."""

    def speak() -> None:
        if preferences.settings.language != language.code:
            language.choose(preferences.settings.language)

    preferences.changed.connect(speak)
    preferences.not_saved.connect(
        lambda error: window.banner.show_text(" ".join(language.words.error(error)))
    )
