"""Garbage is collected on the GUI thread, and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk_app.ui.background.gc_scheduler import GcScheduler
from tests.desk_app.ui.conftest import LONGEST_MS


class Ring:
    """Refers to itself: only the collector can take it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def gc_scheduler(qtbot: QtBot) -> Iterator[GcScheduler]:
    assert qtbot
    threshold = gc.get_threshold()
    gc.set_threshold(1_000)
    parent = QObject()
    made = GcScheduler(parent)
    yield made
    made.stop()
    gc.set_threshold(*threshold)
    gc.freeze()  # as all was that lives as long as the tests: else each later one looks through it


def test_garbage_of_another_thread_is_collected_on_this_one(
    gc_scheduler: GcScheduler, qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []

    def litter() -> None:
        for _ in range(gc.get_threshold()[0] * 3):
            weakref.finalize(Ring(), lambda: threads.append(threading.current_thread()))

    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert gc_scheduler.parent() is not None
    assert threads == []
    qtbot.waitUntil(lambda: bool(threads), timeout=LONGEST_MS)
    assert set(threads) == {threading.main_thread()}


def test_when_the_window_is_gone_python_collects_by_itself(gc_scheduler: GcScheduler) -> None:
    assert not gc.isenabled()
    gc_scheduler.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
