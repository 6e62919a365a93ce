"""The context of every page, as one value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.services.exporting import Exports
from desk_app.services.season import CheckSeason
from desk_app.services.services import Services
from desk_app.services.sounds import Sounds
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.background.bridge import Bridge
from desk_app.ui.background.preferences import Preferences
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.context.lock_controller import LockController
from desk_app.ui.context.notifier import Notifier
from desk_app.ui.input.camera_controller import CameraController


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """The services, background tasks, status, notifier and appearance for a page.

    ``clock`` gives milliseconds that never go back; ``resources`` is the folder of the icons,
    themes, translations and help pages. ``camera_controller`` is ``None`` where no camera is built
    in, and ``sounds`` where there is nobody to hear them.
    """

    services: Services
    exports: Exports
    tasks: Tasks
    bridge: Bridge
    preferences: Preferences
    app_status: AppStatus
    language: Language
    icons: Icons
    camera_controller: CameraController | None
    sounds: Sounds | None
    notifier: Notifier
    lock: LockController
    now: Callable[[], datetime]
    clock: Callable[[], float]
    resources: Path
    write_diagnosis: Callable[[Path], None] | None = None
    check_season: CheckSeason | None = None
