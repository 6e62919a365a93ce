"""Building the window from what it is given."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desk_app.services.cameras import Camera
from desk_app.services.counter import Counter
from desk_app.services.exporting import Exports
from desk_app.services.sounds import Sounds
from desk_app.settings import Settings
from desk_app.ui.bridge import Bridge
from desk_app.ui.camera import CameraEye
from desk_app.ui.dressing import Dressing
from desk_app.ui.fittings import Fittings
from desk_app.ui.focus import FocusKeeper
from desk_app.ui.focus_sight import FocusSight
from desk_app.ui.fonts import load_fonts
from desk_app.ui.help import Help
from desk_app.ui.herald import Herald
from desk_app.ui.icons import Icons
from desk_app.ui.key_watch import KeyWatch
from desk_app.ui.language import Language, WordingFactory
from desk_app.ui.lock import Lock
from desk_app.ui.locking import install_lock
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.registry import all_pages
from desk_app.ui.preferences import Preferences
from desk_app.ui.scanner import Decipher, Scanner
from desk_app.ui.scans import Scans
from desk_app.ui.start.beginning import Beginning
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.tasks import Tasks
from desk_app.ui.updates import LookForUpdate, Updates
from desk_app.wording import Wording


def _milliseconds() -> float:
    return time.monotonic() * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the window is made of. ``resources`` is the folder with icons, themes, translations.

    ``clock`` gives milliseconds that never go back, for telling a scanner from typing. The
    settings named in ``locked`` are not for staff to change. Where a PIN is set (``pin_set``), the
    window begins locked.
    """

    counter: Counter
    exports: Exports
    tasks: Tasks
    bridge: Bridge
    settings: Settings
    save_settings: Callable[[Settings], None]
    scanner: Scanner
    decipher: Decipher
    now: Callable[[], datetime]
    resources: Path
    camera: Camera | None = None
    sounds: Sounds | None = None
    wording: WordingFactory = Wording
    clock: Callable[[], float] = _milliseconds
    locked: frozenset[str] = frozenset()
    pin_set: bool
    look_for_update: LookForUpdate | None = None
    write_diagnosis: Callable[[Path], None] | None = None


def build_window(app: QApplication, parts: Parts, *, banner: str = "") -> MainWindow:
    """The main window with its pages, not yet shown; it reads the desk at once.

    Raises ``OSError``, ``TranslationMissingError`` or ``FontMissingError`` for a broken
    installation.
    """
    resources = parts.resources
    preferences = Preferences(parts.settings, parts.save_settings, parts.tasks, parts.locked)
    load_fonts(resources / "fonts")
    dressing = Dressing(app, preferences, resources / "themes" / "window.qss")
    icons = Icons(resources / "icons")
    language = Language(app, resources / "translations", parts.wording)
    language.choose(preferences.settings.language)
    surroundings = Surroundings(parts.counter, parts.tasks, parts.bridge, parts.now)
    surroundings.changed.connect(lambda: language.obey(surroundings.policy, surroundings.venues))
    eye = CameraEye(parts.camera, preferences) if parts.camera is not None else None
    herald = Herald()
    fittings = Fittings(
        counter=parts.counter,
        exports=parts.exports,
        tasks=parts.tasks,
        bridge=parts.bridge,
        preferences=preferences,
        surroundings=surroundings,
        language=language,
        icons=icons,
        eye=eye,
        sounds=parts.sounds,
        herald=herald,
        lock=Lock(parts.counter.locking, parts.tasks, pin_set=parts.pin_set),
        now=parts.now,
        clock=parts.clock,
        resources=resources,
        write_diagnosis=parts.write_diagnosis,
    )

    window = MainWindow(icons, language, surroundings, Help(resources / "help"))
    watch = KeyWatch(parts.scanner, parts.clock)
    scans = Scans(app, window, parts.decipher, preferences)
    scans.listen_to(watch)
    app.installEventFilter(watch)
    window.overlays.shifted.connect(watch.drop)
    if eye is not None:
        eye.setParent(window)
        eye.scanned.connect(scans.take)
        window.closed.connect(eye.stop)
    for part in (preferences, dressing, language, surroundings, herald, watch, scans):
        part.setParent(window)
    for page in all_pages(fittings):
        window.add_page(page)
    Beginning(window, fittings)
    install_lock(app, window, fittings)
    FocusKeeper(app, window)
    window.banner.show_text(banner)
    _follow_preferences(window, preferences, language)
    window.closed.connect(lambda: app.removeEventFilter(watch))
    FocusSight(app, window)
    window.closed.connect(scans.stop)
    herald.told.connect(window.tell)
    window.put(preferences.settings.window_place)
    window.closed.connect(lambda: preferences.change(window_place=window.place()))
    parts.bridge.faulted.connect(window.show_fault)
    _tell_of_data(parts.bridge, window, language)
    window.closed.connect(surroundings.stop)
    if parts.look_for_update is not None:
        updates = Updates(parts.look_for_update, parts.tasks, surroundings)
        window.closed.connect(updates.stop)
    window.closed.connect(language.fall_silent)
    # Else Qt would dress and lay out every page in the first turn of the window in sight.
    for asked in (QEvent.Type.PolishRequest, QEvent.Type.LayoutRequest):
        QApplication.sendPostedEvents(None, asked.value)
    surroundings.refresh()
    return window


def _tell_of_data(bridge: Bridge, window: MainWindow, language: Language) -> None:
    """Say in the banner what becomes of the desk's data while the window is open."""

    def say(words: Callable[[Wording], str]) -> None:
        window.banner.show_text(words(language.words))

    bridge.damaged.connect(lambda: say(Wording.damaged))
    bridge.log_behind.connect(lambda: say(Wording.log_behind))
    bridge.recovered.connect(lambda recovery: say(lambda words: words.recovery(recovery)))


def _follow_preferences(window: MainWindow, preferences: Preferences, language: Language) -> None:
    """The language in force, and what could not be kept."""

    def speak() -> None:
        if preferences.settings.language != language.code:
            language.choose(preferences.settings.language)
            window.language_switch.show_language(language.code)

    window.language_switch.chosen.connect(lambda code: preferences.change(language=code))
    window.language_switch.setEnabled(not preferences.is_locked("language"))
    preferences.changed.connect(speak)
    preferences.not_saved.connect(
        lambda trouble: window.banner.show_text(" ".join(language.words.error(trouble)))
    )
