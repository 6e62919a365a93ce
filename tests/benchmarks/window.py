"""The window's event loop while the register is loaded, the camera decoded, a season written.

And what is felt with the register loaded: from a scan's last key to the verdict, from Enter to
"recorded", each until it is painted.

A stall is the time between two turns of the loop, asked for every millisecond. What the machine
does by itself falls on the yardsticks too: the same window with the camera alone, and a bare
program that asks for every millisecond beside the load.
"""

import json
import subprocess
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import cv2
from PySide6.QtWidgets import QApplication

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.devices.camera import camera
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.first_run.overlay import FirstRunOverlay
from desk_app.window.launch import assemble
from tests.benchmarks.loop_delays import Figures, LoopDelays, beside_a_bare_program
from tests.benchmarks.perceived_latency import measure_perceived_latency
from tests.benchmarks.scan_frames import empty_frames
from tests.benchmarks.servers import database, serving
from tests.benchmarks.window_statistics import Checks, measure_statistics
from tests.helpers.desktop import Desktop, missing_programs
from tests.helpers.many_visits import record_visits
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card
from tests.helpers.sync_desks import OFFER

_SHOWING_S = 2.0
_IDLE_S = 5.0
_LONGEST_LOAD_S = 600.0
_FRAMES = 30
_TARGET_MS = 50
_SIZE = (1366, 768)


def measure(folder: Path, *, cards: int, visits: int) -> Figures:
    """All of it in the real window, on a screen of its own."""
    missing = missing_programs()
    if missing:
        raise SystemExit(f"the window's benchmark needs {', '.join(missing)}")
    figures_file = folder / "figures.json"
    words = [str(folder), str(figures_file), str(cards), str(visits)]
    with Desktop(folder) as desktop:
        command = [sys.executable, "-m", "tests.benchmarks.window", *words]
        subprocess.run(command, env=desktop.env, check=True)
    figures: Figures = json.loads(figures_file.read_text(encoding="utf-8"))
    return figures


def _measure_here(folder: Path, cards: int, visits: int) -> Figures:
    """The longest stall as the window comes up, with nothing to do, and under each load."""
    qt = QApplication([])
    with ExitStack() as stack:
        url = stack.enter_context(database("sqlite", folder))
        register = LiveRegister(database_url=url)
        stack.callback(register.central.close)
        register.fill(VENUE, (a_card(f"K{number:07}") for number in range(cards)), [OFFER])
        api = stack.enter_context(serving(url))
        messages = Messages(catalogue("en"), "en")
        app = stack.enter_context(App.open(Home(folder / "desk"), f"file:{folder / 'k'}", messages))
        record_visits(app.opened.database, visits, end=datetime.now(UTC))
        figures = _in_window(qt, app, register, api, folder, cards, stack)
        return {"cards": cards, "visits": visits, **figures, "target_ms": _TARGET_MS}


def _in_window(
    qt: QApplication,
    app: App,
    register: LiveRegister,
    api: str,
    folder: Path,
    cards: int,
    stack: ExitStack,
) -> Figures:
    tasks = Tasks()
    stack.callback(tasks.close)
    camera_device = camera(_pictures(folder / "frames"))
    stack.callback(camera_device.close)
    settings = Settings(language="en", offer_id=OFFER.id, camera_on=True)
    window = assemble(qt, app, settings, Home(folder / "desk"), tasks, camera_device=camera_device)
    stack.callback(window.close)
    app_status = window.findChild(AppStatus)
    assert app_status is not None
    window.setGeometry(0, 0, *_SIZE)
    window.show()
    focus = ["xdotool", "windowfocus", "--sync", str(int(window.winId()))]
    subprocess.run(focus, check=True)
    turns = LoopDelays()
    showing = _for_a_while(turns, _SHOWING_S)
    idle = _for_a_while(turns, _IDLE_S)
    app.services.enrolling.enrol(
        api_url=api, code=register.activation(VENUE.id), desk_name="Desk", ca_file=None
    )
    loading: Figures = {}
    with beside_a_bare_program(loading):
        loading |= turns.until(lambda: _count(app_status) == cards, _LONGEST_LOAD_S)
    first_run = window.findChild(FirstRunOverlay)
    assert first_run is not None
    first_run.left.emit()
    speed_felt = measure_perceived_latency(window, cards, folder)
    checks = Checks(tasks, app.services, "K0000000", OFFER.id)
    return {
        "first_showing": showing,
        "camera_alone": idle,
        "loading_and_decoding": loading,
        "speed_felt": speed_felt,
        "taking_along": measure_statistics(window, turns, checks, folder),
    }


def _for_a_while(turns: LoopDelays, seconds: float) -> Figures:
    since = time.perf_counter()
    return turns.until(lambda: time.perf_counter() - since > seconds, 2 * seconds)


def _count(app_status: AppStatus) -> int:
    """How many cards the window knows of; the store is not asked from its thread."""
    standing = app_status.standing
    return standing.register_count if standing is not None else 0


def _pictures(folder: Path) -> Path:
    """Frames without a code, which are looked at longest."""
    folder.mkdir()
    for place, frame in enumerate(empty_frames(1, _FRAMES)):
        cv2.imwrite(str(folder / f"{place:03}.png"), frame.picture)
    return folder


if __name__ == "__main__":
    _folder, _figures, _cards, _visits = sys.argv[1:]
    _measured = _measure_here(Path(_folder), int(_cards), int(_visits))
    Path(_figures).write_text(json.dumps(_measured), encoding="utf-8")
