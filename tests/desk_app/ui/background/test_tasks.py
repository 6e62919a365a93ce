import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.services.errors import StoreFullError
from desk_app.ui.background.tasks import Tasks
from tests.desk_app.ui.conftest import LONGEST_MS


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    assert qtbot is not None
    made = Tasks()
    yield made
    made.close()


def never(unexpected: object) -> None:
    raise AssertionError(unexpected)


def test_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, tasks: Tasks) -> None:
    places: list[int] = []
    tasks.run(threading.get_ident, lambda at: places.extend((at, threading.get_ident())), never)
    qtbot.waitUntil(lambda: len(places) == 2, timeout=LONGEST_MS)
    assert places[0] != places[1] == threading.get_ident()


def test_an_exception_is_handed_over_as_it_is(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise fault

    fault = StoreFullError(path="x")
    seen: list[Exception] = []
    tasks.run(fail, never, seen.append)
    qtbot.waitUntil(lambda: seen == [fault], timeout=LONGEST_MS)


def test_answers_come_in_the_order_of_the_questions(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[int] = []
    for number in range(50):
        tasks.run(partial(int, number), seen.append, never)
    qtbot.waitUntil(lambda: len(seen) == 50, timeout=LONGEST_MS)
    assert seen == list(range(50))


class Screen(QObject):
    """Shows what it is asked to in its turn of the event loop."""

    asked = Signal(str)

    def __init__(self, shown: list[str]) -> None:
        super().__init__()
        self.asked.connect(shown.append, Qt.ConnectionType.QueuedConnection)


def test_what_an_answer_shows_is_seen_before_the_next_one(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[str] = []
    screen = Screen(seen)

    def answer(name: str) -> None:
        seen.append(name)
        screen.asked.emit(f"{name}, shown")

    for name in ("one", "other"):
        tasks.report(partial(answer, name))
    qtbot.waitUntil(lambda: len(seen) == 4, timeout=LONGEST_MS)
    assert seen == ["one", "one, shown", "other", "other, shown"]


def test_a_dropped_answer_is_not_given_though_the_work_is_done(qtbot: QtBot, tasks: Tasks) -> None:
    done = threading.Event()
    seen: list[None] = []
    tasks.run(done.set, never, never).drop()
    tasks.run(lambda: None, seen.append, never)
    qtbot.waitUntil(lambda: seen == [None], timeout=LONGEST_MS)
    assert done.is_set()


def test_closing_finishes_what_was_given(qtbot: QtBot) -> None:
    assert qtbot is not None
    tasks = Tasks()
    done: list[int] = []
    for number in range(5):
        tasks.run(partial(done.append, number), lambda _: None, never)
    tasks.close()
    assert done == [0, 1, 2, 3, 4]


def test_closing_leaves_long_work_to_itself(qtbot: QtBot) -> None:
    assert qtbot is not None
    tasks = Tasks()
    left = threading.Event()
    tasks.run_outside(left.wait, never, never, left.set)
    tasks.close()
    assert left.is_set()


def test_work_tells_here_how_it_goes_before_it_answers(qtbot: QtBot, tasks: Tasks) -> None:
    delivered: list[str] = []

    def work() -> str:
        tasks.report(lambda: delivered.append("half"))
        return "done"

    tasks.run_outside(work, delivered.append, never)
    qtbot.waitUntil(lambda: delivered == ["half", "done"], timeout=LONGEST_MS)


class _Bell(QObject):
    rung = Signal()


def test_a_signal_costs_no_reference_to_the_constants_of_the_language() -> None:
    """PySide 6.12.0 lost one at every signal on Python 3.11, until the program was aborted."""
    bell = _Bell()
    before = sys.getrefcount(True)  # noqa: FBT003 - it is the constant that is counted
    for _ in range(500):
        bell.rung.emit()
    assert sys.getrefcount(True) > before - 250  # noqa: FBT003 - as above


def test_an_answer_that_comes_after_the_end_is_told_to_nobody(
    qtbot: QtBot, qapp: QApplication
) -> None:
    delivered: list[str] = []
    tasks = Tasks()
    tasks.run(lambda: "late", delivered.append, lambda _: delivered.append("trouble"))
    tasks.close()
    qtbot.wait(1)
    qapp.processEvents()
    assert delivered == []
