"""The window's event loop while the register is loaded and the camera is decoded.

A stall is the time between two turns of the loop, asked for every millisecond. What the machine
does by itself falls on the yardsticks too: the same window with the camera alone, and a bare
program that asks for every millisecond beside the load.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import quantiles
from typing import Any

import cv2
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desk_app.app import App
from desk_app.devices.camera import camera
from desk_app.paths import Home
from desk_app.settings import Settings
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.tasks import Tasks
from desk_app.window import assemble
from desk_app.wording import Wording
from desk_app.wording.catalogue import catalogue
from tests.benchmarks.scan_frames import empty_frames
from tests.benchmarks.servers import database, serving
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card
from tests.sync.desks import OFFER

Figures = dict[str, Any]

_IDLE_S = 5.0
_LONGEST_LOAD_S = 600.0
_FRAMES = 30
_TARGET_MS = 50

_BARE = """
import json, sys, threading, time
over = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
gaps, before = [0.0], time.perf_counter()
while not over.is_set():
    time.sleep(0.001)
    now = time.perf_counter()
    gaps.append(now - before)
    before = now
print(json.dumps(max(gaps)))
"""


class Turns:
    """Turns of the event loop in this thread, and how long each took to come."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._before = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._loop = QEventLoop()
        self._watch = QTimer(interval=50)
        self._watch.timeout.connect(self._look)
        self._over: Callable[[], bool] = lambda: True
        self._until = 0.0

    def until(self, over: Callable[[], bool], longest: float) -> Figures:
        """Let the loop run until something is so. Raises ``TimeoutError``."""
        self.seconds.clear()
        began = self._before = time.perf_counter()
        self._over, self._until = over, began + longest
        self._timer.start()
        self._watch.start()
        self._loop.exec()
        self._timer.stop()
        self._watch.stop()
        if not over():
            raise TimeoutError
        return {
            "seconds": round(time.perf_counter() - began, 1),
            "longest_stall_ms": _ms(max(self.seconds)),
            "p99_ms": _ms(quantiles(self.seconds, n=100)[-1]),
        }

    def _look(self) -> None:
        if self._over() or time.perf_counter() > self._until:
            self._loop.quit()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.seconds.append(now - self._before)
        self._before = now


def measure(folder: Path, *, cards: int) -> Figures:
    """The longest stall with nothing to do, and under the load."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    with ExitStack() as stack:
        url = stack.enter_context(database("sqlite", folder))
        register = LiveRegister(database_url=url)
        stack.callback(register.authority.close)
        register.import_venues([VENUE])
        register.import_offers(VENUE.id, [OFFER])
        register.import_cards(a_card(f"K{number:07}") for number in range(cards))
        api = stack.enter_context(serving(url))
        wording = Wording(catalogue("en"), "en")
        app = stack.enter_context(App.open(Home(folder / "desk"), f"file:{folder / 'k'}", wording))
        return _in_window(qt, app, register, api, folder, cards, stack)


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
    eyes = camera(_pictures(folder / "frames"))
    stack.callback(eyes.close)
    settings = Settings(language="en", offer_id=OFFER.id, camera_on=True)
    window = assemble(qt, app, settings, Home(folder / "desk"), tasks, eyes=eyes)
    stack.callback(window.close)
    surroundings = window.findChild(Surroundings)
    assert surroundings is not None
    window.show()
    turns, since = Turns(), time.perf_counter()
    idle = turns.until(lambda: time.perf_counter() - since > _IDLE_S, 2 * _IDLE_S)
    app.counter.enrolling.enrol(
        api_url=api, code=register.activation(VENUE.id), desk_name="Desk", ca_file=None
    )
    with subprocess.Popen(
        [sys.executable, "-c", _BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as bare:
        loaded = turns.until(lambda: _count(surroundings) == cards, _LONGEST_LOAD_S)
        told, _ = bare.communicate()
    beside = _ms(json.loads(told))
    return {
        "cards": cards,
        "camera_alone": idle,
        "loading_and_decoding": loaded,
        "bare_program_beside_it_ms": beside,
        "ratio_to_bare": round(loaded["longest_stall_ms"] / beside, 2),
        "target_ms": _TARGET_MS,
    }


def _count(surroundings: Surroundings) -> int:
    """How many cards the window knows of; the cupboard is not asked from its thread."""
    standing = surroundings.standing
    return standing.register_count if standing is not None else 0


def _pictures(folder: Path) -> Path:
    """Frames without a code, which are looked at longest."""
    folder.mkdir()
    for place, frame in enumerate(empty_frames(1, _FRAMES)):
        cv2.imwrite(str(folder / f"{place:03}.png"), frame.picture)
    return folder


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)
