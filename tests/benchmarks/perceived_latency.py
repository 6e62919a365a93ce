"""The latency that staff feel: from a scan's last key to the verdict painted, and to "recorded".

Keys come by XTest, as a scanner's do, and what the screen shows is asked of the screen. A moment
counts as painted once the panel on the screen has changed for the last time.
"""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.demo.inside import preferences_of
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.ticket.page import TicketPage
from desk_app.ui.ticket.stages import Stage
from tests.benchmarks.loop_delays import Figures, ms
from tests.benchmarks.yardsticks import seconds, synced_block
from tests.helpers.xtest import XTestKeyboard

_CARDS = 100
_WITH_CAMERA = 30
_STEP = 4_999
"""Cards are taken from all over the register, none of them twice."""
_SCANNER_MS = 5.0
_PAUSE_MS = 400
"""A person's time between a scan and Enter: an earlier one may be the scanner's own."""
_STILL_S = 0.15
"""The panel is whole once nothing of it has changed for so long."""
_LONGEST_S = 20.0
_TARGET_S = 0.05


@dataclass(frozen=True, slots=True)
class _Answer:
    """How long it took to be seen, and what of it the window's own thread was computing."""

    seconds: float
    own: float


class _Panel(QObject):
    """The ticket page's panel as the screen shows it, and since when."""

    def __init__(self, window: MainWindow, page: TicketPage) -> None:
        super().__init__(window)
        self._page = page
        self._frames = False
        self._drawn = 0.0
        self._picture = QImage()
        self._wake = QTimer(self, interval=2)
        self._wake.timeout.connect(lambda: None)
        self._wake.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() is QEvent.Type.UpdateRequest:
            self._frames = True  # the frame is drawn and handed over before the next turn
        return False

    def after(self, press: Callable[[], float], stage: Stage) -> _Answer:
        """Press keys, and look until all of the panel shows a stage."""
        self._picture = self._on_screen(self._area)
        pressed: list[float] = []
        finger = threading.Thread(target=lambda: pressed.append(press()))
        finger.start()
        began, painted, own, shown = time.perf_counter(), 0.0, 0.0, 0.0
        worked = time.thread_time()
        while True:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if self._frames:
                own += time.thread_time() - worked
                if self._changed() and self._page._controller.session.stage is stage:
                    painted, shown = self._drawn, own
                worked = time.thread_time()
            now = time.perf_counter()
            if pressed and painted > pressed[0] and now - painted > _STILL_S:
                finger.join()
                return _Answer(painted - pressed[0], shown)
            if now - began > _LONGEST_S:
                raise TimeoutError(f"no answer to a key within {_LONGEST_S} s")

    def _changed(self) -> bool:
        """Whether the panel is another one in the latest frame; says when the screen had it."""
        self._frames = False
        self._on_screen(QRect(0, 0, 1, 1))  # answered after the frame: the screen has drawn it
        self._drawn = time.perf_counter()
        before, self._picture = self._picture, self._on_screen(self._area)
        return self._picture != before

    @property
    def _area(self) -> QRect:
        panel = self._page.panel
        return QRect(panel.mapToGlobal(QPoint()), panel.size())

    def _on_screen(self, area: QRect) -> QImage:
        screen = self._page.screen()
        return screen.grabWindow(0, area.x(), area.y(), area.width(), area.height()).toImage()


def measure_perceived_latency(window: MainWindow, cards: int, folder: Path) -> Figures:
    """The times of some hundred cards, one after the other, and of their records.

    Once without a camera, once while it is decoded all the time.
    """
    page = next(each for each in window.pages() if isinstance(each, TicketPage))
    window.open_page(page.topic)
    QApplication.setCursorFlashTime(0)
    preferences = preferences_of(window)
    panel = _Panel(window, page)
    numbers = [f"K{place * _STEP % cards:07}" for place in range(_CARDS + _WITH_CAMERA)]
    with XTestKeyboard(os.environ["DISPLAY"]) as keyboard:
        preferences.change(camera_on=False)
        alone = _all(panel, page, keyboard, numbers[:_CARDS], folder)
        preferences.change(camera_on=True)
        QTest.qWait(1000)
        decoding = _all(panel, page, keyboard, numbers[_CARDS:], folder)
    preferences.change(camera_on=True)
    return {**alone, "while_a_camera_is_decoded": decoding}


def _all(
    panel: _Panel, page: TicketPage, keyboard: XTestKeyboard, numbers: list[str], folder: Path
) -> Figures:
    verdicts, records, bare, disk = [], [], [], []
    sync = synced_block(folder / "yardstick")

    def press(keys: str) -> float:
        keyboard.type((_SCANNER_MS, key) for key in keys[:-1])
        time.sleep(_SCANNER_MS / 1000)
        last = time.perf_counter()
        keyboard.type([(0.0, keys[-1])])
        return last

    for number in numbers:
        QTest.qWait(_PAUSE_MS)
        verdicts.append(panel.after(partial(press, f"{number}\n"), Stage.VERDICT))
        QTest.qWait(_PAUSE_MS)
        records.append(panel.after(partial(press, "\n"), Stage.DONE))
        bare.append(seconds(page.panel.repaint))
        disk.append(seconds(sync))
    return {
        "cards": len(numbers),
        "scan_to_verdict_painted": _answered(verdicts),
        "enter_to_recorded_painted": _answered(records),
        "bare_repaint_ms": ms(median(bare)),
        "fsync_4k": _percentiles(disk),
        "load": round(os.getloadavg()[0], 1),
    }


def _answered(answers: list[_Answer]) -> Figures:
    felt = [each.seconds for each in answers]
    return {
        **_percentiles(felt),
        "within_50_ms": round(sum(each <= _TARGET_S for each in felt) / len(felt), 3),
        "own_work": _percentiles([each.own for each in answers]),
    }


def _percentiles(each: list[float]) -> Figures:
    cuts = quantiles(each, n=100)
    return {
        "p50_ms": ms(median(each)),
        "p95_ms": ms(cuts[94]),
        "p99_ms": ms(cuts[98]),
        "longest_ms": ms(max(each)),
    }
