"""The demo's tour: does the main job offscreen, through the same widgets that staff use."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.bootstrap.application import App
from desk_app.demo.inside import preferences_of
from desk_app.demo.register import RegisterProcess
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.ticket.page import TicketPage
from sync.rules.visits import VisitState

_PATIENCE = 30.0
_HAND_MS = 100
"""Between the keys of a person; faster ones are a scanner's."""
_LOOKED_AT = (
    "family",
    "community",
    "expired",
    "not_yet_valid",
    "suspended",
    "revoked",
    "local_elsewhere",
    "unknown",
)
_OFFLINE = ("one_child", "community", "digits_only")


class TourError(RuntimeError):
    """The tour did not see what it should have seen."""


class Tour:
    """Types, checks and records; stops the register, goes on offline, and starts it again."""

    def __init__(
        self, window: MainWindow, app: App, register: RegisterProcess, pictures: Path
    ) -> None:
        page = window.page()
        if not isinstance(page, TicketPage):
            raise TourError("the ticket page is not in sight")
        self._window = window
        self._page = page
        self._app = app
        self._register = register
        self._pictures = pictures
        self._announced: list[str] = []
        self._step = 0
        page.panel.announced.connect(self._announced.append)

    def run(self) -> None:
        """The whole job. Raises ``TourError`` where something is not as it should be."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        self._window.show()
        self._until(lambda: bool(self._app.services.offers.all()), "the offers arrive")
        self._until(lambda: self._app.register.status() is not None, "the register is loaded")
        self._choose_offer()
        for key in _LOOKED_AT:
            self._check(key)
        self._record("family", children=2)
        self._until(lambda: len(self._at_register()) == 1, "the visit arrives at the register")
        self._go_on_without_a_network()
        self._undo_the_last()
        self._come_back()
        for language in ("fi", "sv"):
            preferences_of(self._window).change(language=language)
            self._check("family")

    def _choose_offer(self) -> None:
        offer = self._app.services.offers.get(self._register.demo.offers["family_show"])
        if offer is None:
            raise TourError("the demo's offer is not here")
        if self._page.chooser.isHidden():
            self._press(Qt.Key.Key_F2)
        self._until(self._page.chooser.isVisible, "the list of offers opens")
        self._picture("offers")
        first_word = offer.name.in_language("en").split()[0]
        QTest.keyClicks(self._page.chooser.search, first_word, delay=_HAND_MS)
        QTest.keyClick(self._page.chooser.search, Qt.Key.Key_Return)
        self._until(lambda: not self._page.chooser.isVisible(), "the offer is chosen")

    def _check(self, key: str) -> None:
        self._press(Qt.Key.Key_Escape)
        self._announced.clear()
        self._enter(self._number(key))
        self._until(lambda: bool(self._announced), f"{key}: the verdict is said")
        self._print(f"{self._number(key)} ({key}): {self._announced[-1]}")
        self._picture(key)

    def _record(self, key: str, *, children: int = 0) -> None:
        before = self._app.services.journal.latest(1)
        self._check(key)
        self._press(Qt.Key.Key_Down)
        for _ in range(children):
            self._press(Qt.Key.Key_Right)
        self._press(Qt.Key.Key_Return)
        self._until(lambda: self._app.services.journal.latest(1) != before, f"{key}: is recorded")
        self._until(lambda: not self._page.number.text(), "the window is ready for the next card")
        self._print(f"{self._number(key)} is recorded")
        self._picture(f"{key}-recorded")

    def _go_on_without_a_network(self) -> None:
        self._register.stop()
        self._print("the network is disconnected")
        for key in _OFFLINE:
            self._record(key)
        self._picture("offline")

    def _undo_the_last(self) -> None:
        self._press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self._until(lambda: self._app.services.journal.latest(1)[0].voided, "the last is undone")
        self._print("the last record is undone")

    def _come_back(self) -> None:
        self._register.start()
        self._print("the network is connected again")
        self._app.sync_worker.send_now()
        self._until(lambda: self._app.services.journal.count().pending == 0, "all is sent")
        arrived = self._at_register()
        states = list(arrived.values())
        expected = 1 + len(_OFFLINE)
        if len(arrived) != expected or states.count(VisitState.VOIDED) != 1:
            raise TourError(f"{expected} visits, one of them undone, but the register has {states}")
        self._print(f"the register holds {expected} visits, each once, one of them undone")
        self._picture("back-online")

    def _at_register(self) -> dict[str, str]:
        ours = {str(entry.visit.id) for entry in self._app.services.journal.latest(1000)}
        return {id_: state for id_, state in self._register.visits().items() if id_ in ours}

    def _number(self, key: str) -> str:
        return self._register.demo.cards[key]

    def _enter(self, text: str) -> None:
        """Type as fast as a scanner."""
        QTest.keyClicks(self._page.number, text)
        QTest.keyClick(self._page.number, Qt.Key.Key_Return)

    def _press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key as a person does."""
        QTest.keyClick(self._page.number, key, modifier, delay=2 * _HAND_MS)

    def _until(self, seen: Callable[[], bool], what: str) -> None:
        """Run the event loop until this is so, within a time limit."""
        until = time.monotonic() + _PATIENCE
        while not seen():
            if time.monotonic() > until:
                self._picture("waited-in-vain")
                raise TourError(f"waited in vain: {what}")
            QTest.qWait(20)

    def _print(self, what: str) -> None:
        print(f"  {what}", file=sys.stdout, flush=True)  # noqa: T201 - the tour's own words

    def _picture(self, name: str) -> None:
        QApplication.processEvents()
        self._step += 1
        self._window.grab().save(str(self._pictures / f"{self._step:02}-{name}.png"))
