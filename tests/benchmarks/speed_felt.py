"""What is felt at the counter: from a scan's last key to the verdict painted, and on to "recorded".

Keys go to the real window; a moment counts as painted once the panel's paint event is over.
"""

import time
from collections.abc import Callable
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.ticket.card_session import Stage
from desk_app.ui.ticket.page import TicketPage
from tests.benchmarks.turns import Figures, ms

_CARDS = 200
_STEP = 4_999
"""Cards are taken from all over the register, none of them twice."""
_PAUSE_MS = 350
"""A person's time between a scan and Enter: an earlier one may be the scanner's own."""
_LONGEST_S = 20.0


class _Painted(QObject):
    """When a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() is QEvent.Type.Paint:
            self.at = time.perf_counter()  # overwritten by each part; the last one counts
        return False


def measure_speed_felt(window: MainWindow, cards: int) -> Figures:
    """The times of some hundred cards, one after the other, and of their records."""
    page = next(each for each in window.pages() if isinstance(each, TicketPage))
    window.open_page(page.topic)
    session = page._controller.session
    painted = _Painted(page.panel.head.headline)
    verdicts, records, bare = [], [], []
    for place in range(_CARDS):
        number = f"K{place * _STEP % cards:07}"
        QTest.qWait(_PAUSE_MS)
        QTest.keyClicks(page.number, number)
        verdicts.append(
            _until(painted, lambda: session.stage is Stage.VERDICT, Qt.Key.Key_Return, page.number)
        )
        QTest.qWait(_PAUSE_MS)
        records.append(
            _until(painted, lambda: session.stage is Stage.DONE, Qt.Key.Key_Return, page.number)
        )
        since = time.perf_counter()
        page.panel.repaint()
        bare.append(time.perf_counter() - since)
    return {
        "cards": _CARDS,
        "scan_to_verdict_painted": _told(verdicts, bare),
        "enter_to_recorded_painted": _told(records, bare),
        "bare_repaint_ms": ms(median(bare)),
    }


def _until(painted: _Painted, over: Callable[[], bool], key: Qt.Key, at: QWidget) -> float:
    """Press a key; the seconds until the state is so, and the panel painted since."""
    since = time.perf_counter()
    QTest.keyClick(at, key)
    while True:
        QCoreApplication.processEvents()
        now = time.perf_counter()
        if over() and painted.at > since:
            return painted.at - since
        if now - since > _LONGEST_S:
            raise TimeoutError(f"no answer to a key within {_LONGEST_S} s")


def _told(seconds: list[float], bare: list[float]) -> Figures:
    cuts = quantiles(seconds, n=100)
    within = sum(each <= 0.05 for each in seconds) / len(seconds)
    return {
        "median_ms": ms(median(seconds)),
        "p99_ms": ms(cuts[98]),
        "longest_ms": ms(max(seconds)),
        "within_50_ms": round(within, 3),
        "median_to_bare_repaint": round(median(seconds) / median(bare), 1),
    }
