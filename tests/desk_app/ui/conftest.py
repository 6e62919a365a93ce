"""A person at a real window over a real store, without a screen."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app.bootstrap.export_process import ProgramExports
from desk_app.config.settings import Settings
from desk_app.devices.scan_normalisation import normalise_scan
from desk_app.devices.wedge import NEAR_MS, PAUSE_MS, Wedge
from desk_app.services.cameras import Camera
from desk_app.ui.background.bridge import Bridge
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.context.page import WindowPage
from desk_app.ui.first_run.overlay import FirstRunOverlay
from desk_app.ui.input.key_event_filter import KeyEventFilter
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.ticket.page import TicketPage
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.count_selector import CountSelector
from desk_app.ui.widgets.stepper import Stepper
from desk_app.ui.window import WindowParts, build_window
from tests.helpers.desk_fixture import TONIGHT, DeskFixture
from tests.helpers.season_check import season_of
from tests.helpers.sounds import RecordedSounds
from tests.helpers.windows import put_away

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

ENTER = Qt.Key.Key_Return
ESCAPE = Qt.Key.Key_Escape
LONGEST_MS = 60_000
"""A machine that does other things beside takes its time; only a failure waits so long."""
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


PageKind = TypeVar("PageKind", bound=WindowPage)


class Person:
    """Types, scans, presses and looks. Times of keys are the person's own."""

    def __init__(
        self,
        qtbot: QtBot,
        app: QApplication,
        desk_fixture: DeskFixture,
        settings: Settings,
        camera: Camera | None = None,
        locked: frozenset[str] = frozenset(),
    ) -> None:
        self.desk_fixture = desk_fixture
        self.camera = camera
        self.bridge = Bridge()
        self.tasks = Tasks()
        self.sounds = RecordedSounds()
        self.saved: list[Settings] = []
        self.save_fault: Exception | None = None
        self._qtbot = qtbot
        self._ms = 1000.0
        self.keys = self.clicks = 0
        """What the hands did so far; keys that are held with another count as one."""
        self.window: MainWindow = build_window(
            app,
            WindowParts(
                services=desk_fixture.services,
                exports=ProgramExports(desk_fixture.home, desk_fixture.secrets_choice),
                tasks=self.tasks,
                bridge=self.bridge,
                settings=settings,
                save_settings=self._save,
                scanner=Wedge(),
                normalise=normalise_scan,
                camera=camera,
                sounds=self.sounds,
                now=desk_fixture.clock.now,
                resources=Path(str(files("resources"))),
                clock=lambda: self._ms,
                locked=locked,
                pin_set=desk_fixture.lock.has_pin(),
                check_season=partial(season_of, desk_fixture),
            ),
        )
        self.window.show()
        self.window.activateWindow()
        page = self.window.page()
        assert isinstance(page, TicketPage)
        self.page = page
        self.until(lambda: page._app_status.standing is not None)
        self.until(lambda: QApplication.focusWidget() is not None)

    def open(self, kind: type[PageKind]) -> PageKind:
        """Go to a page; the others are built once somebody opens them."""
        self.window.open_page(kind.topic)
        page = self.window.page()
        assert isinstance(page, kind)
        return page

    def leave_first_start(self) -> None:
        """Go to the ticket page; a desk that is ready has no first start."""
        start = self.window.findChild(FirstRunOverlay)
        if start is not None and start.isVisible():
            start.left.emit()

    def type(self, text: str, *, ms_apart: float = 83.0, waits: bool = True) -> None:
        """By hand. Where a key follows that ends it, such as Enter, nobody has to wait."""
        self._ms += NEAR_MS
        for character in text:
            self._ms += ms_apart
            self.keys += 1
            QTest.keyClicks(self._with_keyboard(), character)
        if waits:
            self.pause()

    def scan(self, text: str, *endings: Qt.Key, ms_apart: float = 8.0) -> None:
        """As a scanner does, into whatever has the keyboard. Without an ending, by silence."""
        self.pause(500)
        for character in text:
            self._ms += ms_apart
            QTest.keyClicks(self._with_keyboard(), character)
        for ending in endings:
            self._ms += ms_apart
            QTest.keyClick(self._with_keyboard(), ending)
        self.pause()

    def pause(self, ms: float = PAUSE_MS + 5) -> None:
        """Wait until it is clear whether a scanner or a hand typed what was typed last."""
        self._ms += ms
        watch = self.window.findChild(KeyEventFilter)
        assert watch is not None
        self.until(lambda: not watch.holding)

    def press(self, *keys: Qt.Key, ctrl: bool = False, alt: bool = False) -> None:
        for key in keys:
            self._ms += 400
            self.keys += 1
            held = Qt.KeyboardModifier.NoModifier
            if ctrl or alt:
                held = (
                    Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.AltModifier
                )
            QTest.keyClick(self._with_keyboard(), key, held)

    def click(self, name: str) -> None:
        self.clicks += 1
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def check(self, number: str) -> str:
        """Type a number and press Enter; the headline that comes up."""
        self.type(number)
        before = self.headline()
        self.press(ENTER)
        self.until(
            lambda: self.headline() not in (before, "Checking…", "Asking the central register…")
        )
        return self.headline()

    def speak(self, language: str) -> None:
        """Choose a language, as the settings and the first start do."""
        self.page._preferences.change(language=language)

    def until(self, seen: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(seen, timeout=LONGEST_MS)

    def headline(self) -> str:
        return self.page.panel.head.headline.text().replace("\xa0", " ")

    def sees(self, text: str) -> bool:
        """Whether a text is somewhere in sight, on a label or a button."""
        labels = (label.text() for label in self.window.findChildren(QLabel) if label.isVisible())
        buttons = (each.text() for each in self.window.findChildren(Button) if each.isVisible())
        return any(text in shown.replace("\xa0", " ") for shown in (*labels, *buttons))

    def steppers(self) -> dict[str, int]:
        """The number of each kind of ticket in sight, however it is chosen there."""
        steppers = {
            stepper._name.text().replace("\xa0", " "): stepper._count.value()
            for stepper in self.window.findChildren(Stepper)
            if stepper.isVisible()
        }
        selectors = {
            selector.accessibleName().replace("\xa0", " "): selector.value()
            for selector in self.window.findChildren(CountSelector)
            if selector.isVisible()
        }
        return steppers | selectors

    def choose(self, kind: str, note: str) -> None:
        """Press one of the numbers beside a kind of ticket."""
        (selector,) = (
            each
            for each in self.window.findChildren(CountSelector)
            if each.isVisible() and each.accessibleName().replace("\xa0", " ") == kind
        )
        self.clicks += 1
        (place,) = (place for text, _, place in selector.places() if text == note)
        QTest.mouseClick(selector, Qt.MouseButton.LeftButton, pos=place.center())

    def button(self, name: str) -> Button:
        found = [
            button
            for button in self.window.findChildren(Button)
            if button.isVisible() and button.accessibleName().replace("\xa0", " ") == name
        ]
        assert len(found) == 1, [each.accessibleName() for each in self.window.findChildren(Button)]
        return found[0]

    @property
    def number(self) -> str:
        return self.page.number.text()

    def _save(self, settings: Settings) -> None:
        if self.save_fault is not None:
            raise self.save_fault
        self.saved.append(settings)

    def _with_keyboard(self) -> QWidget:
        return QApplication.focusWidget() or self.window


@pytest.fixture(scope="session")
def ready_model(tmp_path_factory: pytest.TempPathFactory) -> DeskFixture:
    """A desk that is enrolled and has the register and offers; others are made as copies of it."""
    model = make_ready(DeskFixture(tmp_path_factory.mktemp("model")))
    model.close()
    return model


def make_ready(desk_fixture: DeskFixture) -> DeskFixture:
    """Let a desk record visits."""
    desk_fixture.enrol()
    desk_fixture.load_register()
    desk_fixture.load_offers()
    return desk_fixture


@pytest.fixture
def desk_fixture(quick_folder: Path, request: pytest.FixtureRequest) -> Iterator[DeskFixture]:
    """A desk that is not enrolled, unless ``ready_desk_fixture`` is asked for."""
    if "ready_desk_fixture" in request.fixturenames:
        model: DeskFixture = request.getfixturevalue("ready_model")
        shutil.copy2(model.home.database, quick_folder)
        desk = DeskFixture(quick_folder, key=model.key)
    else:
        desk = DeskFixture(quick_folder)
    yield desk
    desk.close()


@pytest.fixture
def ready_desk_fixture(desk_fixture: DeskFixture) -> DeskFixture:
    """A desk that can record visits."""
    assert desk_fixture.desk.record() is not None
    return desk_fixture


PersonAt = Callable[..., Person]


@pytest.fixture
def person_at(qtbot: QtBot, qapp: QApplication, desk_fixture: DeskFixture) -> Iterator[PersonAt]:
    """Sit a person down at the desk; settings by name."""
    people: list[Person] = []

    def sit_down(
        camera: Camera | None = None,
        *,
        first_start: bool = False,
        locked: frozenset[str] = frozenset(),
        **settings: object,
    ) -> Person:
        chosen = {"language": "en", "theme": "light", "offer_id": TONIGHT.id, **settings}
        person = Person(qtbot, qapp, desk_fixture, Settings.model_validate(chosen), camera, locked)
        people.append(person)
        if not first_start:
            person.leave_first_start()
        return person

    yield sit_down
    for person in people:
        if person.camera is not None:
            person.camera.close()
        desk_fixture.register.open.set()
        desk_fixture.query_card.open.set()
        person.window.close()
        person.tasks.close()
        put_away(person.window)


@pytest.fixture
def person(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    assert ready_desk_fixture.desk.record() is not None
    return person_at()
