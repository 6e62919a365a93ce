"""Routes scans to a dialog, the current page or the ticket page.

A dialog that has no use for a scan does not swallow it. Over the ticket page the card is shown
beneath it at once; over another page the latest scan waits until the dialog is gone.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desk_app.services.scans import Burst, Ending, PartRead, Scan
from desk_app.ui.background.preferences import Preferences
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.input.key_event_filter import KeyEventFilter
from desk_app.ui.input.keyboard_scanner import NormaliseScan
from sync.rules.card_numbers import SHORTEST
from sync.rules.payloads import CardRead
from sync.rules.visits import EntryMethod


@runtime_checkable
class ScanHandler(Protocol):
    """A dialog or page that may use a scan."""

    def handle_scan(self, scan: Scan) -> bool:
        """Handle a scan; true when it was used."""
        ...


class Window(Protocol):
    """The main window."""

    def page(self) -> ScanHandler | None:
        """The page that is shown."""
        ...

    @property
    def home(self) -> ScanHandler:
        """The ticket page."""
        ...

    def handle_scan(self, scan: Scan) -> None:
        """Hand a scan to the page in sight, or to the ticket page."""
        ...

    def scan_was_whole(self) -> None:
        """Called when the latest scan, handed over in doubt, turned out to be complete."""
        ...


class ScanRouter(QObject):
    """Receives the scanner's and the camera's codes, and hands each to one receiver."""

    def __init__(
        self,
        app: QGuiApplication,
        window: Window,
        normalise: NormaliseScan,
        preferences: Preferences,
        tasks: Tasks,
        knows: Callable[[str], bool],
    ) -> None:
        """``knows`` says whether there is such a card; it may take a while."""
        super().__init__()
        self._app = app
        self._window = window
        self._normalise = normalise
        self._tasks = tasks
        self._knows = knows
        self._preferences = preferences
        self._waiting: Scan | None = None
        app.focusWindowChanged.connect(self._go_on)

    def listen_to(self, watch: KeyEventFilter) -> None:
        """Receive a scanner's scans from now on."""
        watch.scanned.connect(self.typed)
        watch.unsure.connect(self.unsure)
        watch.whole.connect(self.whole)

    def typed(self, burst: Burst) -> None:
        """Handle a burst of a scanner."""
        if len(burst.text) < SHORTEST:
            return  # what trails a code, such as a suffix after its Enter
        settings = self._preferences.settings
        normalised = self._normalise(
            burst.text, prefix=settings.scanner_prefix, suffix=settings.scanner_suffix
        )
        in_doubt = burst.ending is Ending.NOTHING
        scan = Scan(normalised.reading, EntryMethod.SCANNER, burst, normalised, in_doubt)
        if normalised.whole is None:
            self.route(scan)
        else:
            as_set = partial(self.route, scan)
            self._tasks.run(partial(self._right, scan), self.route, lambda _: as_set())

    def _right(self, scan: Scan) -> Scan:
        """The scan with what the scanner is set to add, where only that is a card."""
        normalised, reading = scan.normalised, scan.reading
        if normalised is None or normalised.whole is None or not isinstance(reading, CardRead):
            return scan
        if self._knows(reading.number) or not self._knows(normalised.whole):
            return scan
        return replace(scan, reading=CardRead(normalised.whole))

    def whole(self) -> None:
        """Handle that the latest scan was complete."""
        if self._waiting is not None:
            self._waiting = replace(self._waiting, in_doubt=False)
        self._window.scan_was_whole()

    def unsure(self) -> None:
        """Handle a scan of which a part may be missing."""
        self.route(Scan(PartRead(), EntryMethod.SCANNER))

    def route(self, scan: Scan) -> None:
        """Hand a scan to the dialog or page in front."""
        dialog = QApplication.activeModalWidget()
        self._waiting = None
        if isinstance(dialog, ScanHandler) and dialog.handle_scan(scan):
            return
        if dialog is not None and self._window.page() is not self._window.home:
            self._waiting = scan
        else:
            self._window.handle_scan(scan)

    def stop(self) -> None:
        """The window goes."""
        self._waiting = None
        self._app.focusWindowChanged.disconnect(self._go_on)

    def _go_on(self) -> None:
        if self._waiting is not None and QApplication.activeModalWidget() is None:
            scan, self._waiting = self._waiting, None
            self._window.handle_scan(scan)
