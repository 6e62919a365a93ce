"""What every page is fitted with: one value, so that a new page needs no new wires."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.services.counter import Counter
from desk_app.services.exporting import Exports
from desk_app.services.sounds import Sounds
from desk_app.ui.bridge import Bridge
from desk_app.ui.camera import CameraEye
from desk_app.ui.herald import Herald
from desk_app.ui.icons import Icons
from desk_app.ui.language import Language
from desk_app.ui.lock import Lock
from desk_app.ui.preferences import Preferences
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Fittings:
    """The deeds, the way to call them, what is in sight anyway, and how it is said and drawn.

    ``clock`` gives milliseconds that never go back; ``resources`` is the folder of the icons,
    themes, translations and help pages. ``eye`` is ``None`` where no camera is built in, and
    ``sounds`` where there is nobody to hear them.
    """

    counter: Counter
    exports: Exports
    tasks: Tasks
    bridge: Bridge
    preferences: Preferences
    surroundings: Surroundings
    language: Language
    icons: Icons
    eye: CameraEye | None
    sounds: Sounds | None
    herald: Herald
    lock: Lock
    now: Callable[[], datetime]
    clock: Callable[[], float]
    resources: Path
    write_diagnosis: Callable[[Path], None] | None = None
