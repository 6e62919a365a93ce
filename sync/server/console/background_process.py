"""Slow work in a process of its own with a low priority: the desks' calls go first.

Tables and files of a nation's statistics take a second. In a thread it would take turns with the
desks' calls, since one thread of a process calculates at a time.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from typing import TypeVar

_SECONDS = 8.0
_NICENESS = 10
Answer = TypeVar("Answer")


class BackgroundProcess:
    """Does slow work in a process of its own. Safe to use from many threads.

    Without ``own_process`` the work is done at once, as a test or a small register may want it.
    """

    def __init__(self, *, own_process: bool = False) -> None:
        self._has_own_process = own_process
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    def run(self, work: Callable[..., Answer], *given: object) -> Answer:
        """Run a function in the process, and return its result.

        Raises ``TimeoutError``, and whatever the function raises.
        """
        if not self._has_own_process:
            return work(*given)
        pool = self._running()
        try:
            return _answer(pool, work, *given)
        except BrokenProcessPool:  # the process was ended from outside: a new one does it
            with self._lock:
                if self._pool is pool:
                    self._pool = None
            return _answer(self._running(), work, *given)

    def _running(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=_stand_back)
            return self._pool


def _answer(pool: ProcessPoolExecutor, work: Callable[..., Answer], *given: object) -> Answer:
    asked = pool.submit(work, *given)
    try:
        return asked.result(_SECONDS)
    finally:
        asked.cancel()  # nobody waits for it any more


def _stand_back() -> None:
    """Let others go first, leave Ctrl-C to the server, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(_NICENESS)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
