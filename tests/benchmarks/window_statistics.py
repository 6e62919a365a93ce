"""The window while a season's visits are added up, drawn and written: its loop, and its cards."""

import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer

from desk_app.services.services import Services
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.statistics.page import StatisticsPage
from desk_app.ui.widgets.chosen_periods import Period
from tests.benchmarks.loop_delays import Figures, LoopDelays, beside_a_bare_program, ms

_LONGEST_S = 600.0
_IDLE_S = 5.0
_BETWEEN_MS = 20


class Checks:
    """One card is checked after the other, as at the counter; how long each answer took to come."""

    def __init__(self, tasks: Tasks, services: Services, number: str, offer_id: UUID) -> None:
        self.seconds: list[float] = []
        self._tasks = tasks
        self._check = lambda: services.checking.check(number, offer_id)
        self._asked = 0.0
        self._over = True

    def during(self, work: Callable[[], Figures]) -> Figures:
        """Check while something is done; its figures, and those of the checks."""
        self.seconds.clear()
        self._over = False
        self._ask()
        figures = work()
        self._over = True
        return figures | {
            "checks": len(self.seconds),
            "longest_check_ms": ms(max(self.seconds, default=figures["seconds"])),
        }

    def _ask(self) -> None:
        if self._over:
            return
        self._asked = time.perf_counter()
        self._tasks.run(self._check, self._answered, _fail)

    def _answered(self, _: object) -> None:
        if not self._over:
            self.seconds.append(time.perf_counter() - self._asked)
            QTimer.singleShot(_BETWEEN_MS, self._ask)


def measure_statistics(
    window: MainWindow, turns: LoopDelays, checks: Checks, folder: Path
) -> Figures:
    """Nothing at all for a while, all visits added up, and each kind of file."""
    window.open_page(StatisticsPage.topic)
    page = window.page()
    assert isinstance(page, StatisticsPage)
    controller = page.controller

    def during(begin: Callable[[], None], over: Callable[[], bool]) -> Figures:
        def work() -> Figures:
            begin()
            return turns.until(over, _LONGEST_S)

        figures: Figures = {}
        with beside_a_bare_program(figures):
            figures |= checks.during(work)
        return figures

    turns.until(lambda: controller.statistics is not None, _LONGEST_S)
    since, before = time.perf_counter(), controller.statistics
    results = {
        "checks_alone": during(lambda: None, lambda: time.perf_counter() - since > _IDLE_S),
        "adding_up": during(
            lambda: page.choose_period(Period.ALL), lambda: controller.statistics is not before
        ),
    }
    for form in ("pdf", "csv", "xlsx"):
        path = folder / f"season.{form}"
        results[form] = during(
            lambda path=path, form=form: page.write(path, [form]),  # type: ignore[misc]  # defaults
            lambda: not controller.writing,
        )
    alone = results["checks_alone"]["longest_check_ms"]
    for figures in results.values():
        figures["check_ratio_to_alone"] = round(figures["longest_check_ms"] / alone, 2)
    return results


def _fail(error: Exception) -> None:
    raise error
