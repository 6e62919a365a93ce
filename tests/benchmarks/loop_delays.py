"""Delays of the event loop, and of callers through it, beside a bare program."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import quantiles
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer

Figures = dict[str, Any]

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


class LoopDelays:
    """Turns of the event loop in this thread, and how long each took to come."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._own: list[float] = []
        self._before = self._own_before = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._loop = QEventLoop()
        self._watch = QTimer(interval=50)
        self._watch.timeout.connect(self._look)
        self._over: Callable[[], bool] = lambda: True
        self._until = 0.0

    def until(self, over: Callable[[], bool], longest: float) -> Figures:
        """Let the loop run until something is so. Raises ``TimeoutError``.

        A stall is all the time from one turn to the next; of it, own work is what this thread
        itself was computing, however busy the machine is with others.
        """
        self.seconds.clear()
        self._own.clear()
        self._own_before = time.thread_time()
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
            "longest_stall_ms": ms(max(self.seconds)),
            "longest_own_work_ms": ms(max(self._own)),
            "p99_ms": ms(quantiles(self.seconds, n=100)[-1]),
        }

    def _look(self) -> None:
        if self._over() or time.perf_counter() > self._until:
            self._loop.quit()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.seconds.append(now - self._before)
        self._before = now
        own = time.thread_time()
        self._own.append(own - self._own_before)
        self._own_before = own


@contextmanager
def beside_a_bare_program(figures: Figures) -> Iterator[None]:
    """Add what a program that only asks for every millisecond was kept waiting meanwhile."""
    with subprocess.Popen(
        [sys.executable, "-c", _BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as bare:
        yield
        output, _ = bare.communicate()
    figures["bare_program_beside_it_ms"] = beside = ms(json.loads(output))
    figures["ratio_to_bare"] = round(figures["longest_stall_ms"] / beside, 2)


def ms(seconds: float) -> float:
    """Milliseconds, as they are reported."""
    return round(1000 * seconds, 1)
