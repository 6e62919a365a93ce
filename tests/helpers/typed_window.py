"""The real window over a desk of its own, for keys from outside: it says what it took them for.

It runs on the one core that its argument names, so that this can be kept busy. A line on standard
input is a command: ``stall AFTER MS`` holds the program up, ``report`` answers with one line of
JSON what was read since, and clears the number.
"""

import json
import os
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desk_app.bootstrap.export_process import ProgramExports
from desk_app.config.settings import Settings
from desk_app.devices.scan_normalisation import normalise_scan
from desk_app.devices.wedge import Wedge
from desk_app.services.scans import KeyJudgement
from desk_app.ui.background.bridge import Bridge
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.input.key_event_filter import KeyEventFilter
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.ticket.page import TicketPage
from desk_app.ui.ticket.stages import Stage
from desk_app.ui.window import WindowParts, build_window
from tests.helpers.desk_fixture import TONIGHT, DeskFixture

TITLE = "Ticket desk · Kaikuluukku"


class NotingWedge(Wedge):
    """Keeps the times that it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []

    def character(self, at: float) -> KeyJudgement:
        self.times.append(round(at))
        return super().character(at)


class TypedReport:
    """What came of the keys since it was asked last."""

    def __init__(self, window: MainWindow, desk_fixture: DeskFixture, wedge: NotingWedge) -> None:
        self._desk_fixture = desk_fixture
        self._wedge = wedge
        page = window.page()
        watch = window.findChild(KeyEventFilter)
        assert isinstance(page, TicketPage)
        assert watch is not None
        self._page, self._watch = page, watch
        self._scanned: list[str] = []
        self._unsure = 0
        watch.scanned.connect(lambda burst: self._scanned.append(burst.text))
        watch.unsure.connect(self._count)

    def print_report(self) -> None:
        """Once nothing waits any more, on the screen's side neither."""
        QGuiApplication.sync()
        checking = self._page._controller.session.stage is Stage.CHECKING
        if self._watch.holding or self._watch._in_doubt or checking:
            QTimer.singleShot(10, self.print_report)
            return
        wedge, asked = self._wedge, self._desk_fixture.register.asked
        report = {
            "scanned": self._scanned,
            "unsure": self._unsure,
            "checked": list(asked),
            "field": self._page.number.text(),
            "has_focus": self._page.number.hasFocus(),
            "offers": self._page.panel.action.isVisible(),
            "times": [round(at - wedge.times[0]) for at in wedge.times],
        }
        sys.stdout.write(json.dumps(report) + "\n")
        sys.stdout.flush()
        self._scanned, self._unsure = [], 0
        asked.clear()
        wedge.times.clear()
        self._page._controller.clear()

    def _count(self) -> None:
        self._unsure += 1


def main() -> None:
    """Stand open until standard input ends."""
    os.sched_setaffinity(0, {int(sys.argv[1])})  # before there are threads: each takes it over
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        desk_fixture, tasks, wedge = DeskFixture(Path(folder)), Tasks(), NotingWedge()
        desk_fixture.enrol()
        desk_fixture.load_register()
        desk_fixture.load_offers()
        window = build_window(
            app,
            WindowParts(
                services=desk_fixture.services,
                exports=ProgramExports(desk_fixture.home, desk_fixture.secrets_choice),
                tasks=tasks,
                bridge=Bridge(),
                settings=Settings(language="en", theme="light", offer_id=TONIGHT.id),
                save_settings=lambda _: None,
                scanner=wedge,
                normalise=normalise_scan,
                now=desk_fixture.clock.now,
                resources=Path(str(files("resources"))),
                pin_set=False,
            ),
        )
        window.show()
        report = TypedReport(window, desk_fixture, wedge)
        listen(app, report)
        app.exec()
        window.close()
        tasks.close()
        desk_fixture.close()


def stall(after_ms: int, ms: int) -> None:
    """Do nothing else for a while."""
    QTimer.singleShot(after_ms, lambda: time.sleep(ms / 1000))


def listen(app: QApplication, report: TypedReport) -> None:
    """Hear commands as they come."""
    rest = bytearray()
    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, app)

    def receive() -> None:
        came = os.read(0, 4096)
        if not came:
            app.quit()
        rest.extend(came)
        while b"\n" in rest:
            line, _, after = bytes(rest).partition(b"\n")
            rest[:] = after
            words = line.decode().split()
            if words[0] == "report":
                report.print_report()
            else:
                stall(int(words[1]), int(words[2]))

    notifier.activated.connect(receive)


if __name__ == "__main__":
    main()
