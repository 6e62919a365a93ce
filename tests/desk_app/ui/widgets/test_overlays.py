"""Nothing gets past what stands in front of the window, whatever signal arrives meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from desk_app.devices.camera import DeviceCamera, Optics
from desk_app.devices.camera_sources import shrunk
from desk_app.services.errors import StoreFullError
from desk_app.services.recovery import Recovery
from desk_app.services.scans import Burst, Ending, Scan
from desk_app.services.status import Connection, ConnectionState
from desk_app.ui.first_run.step_numbers import SCANNER
from desk_app.ui.shell.lock_screen import LockScreen
from desk_app.ui.statistics.page import StatisticsPage
from desk_app.ui.widgets.overlays import Overlay
from sync.rules.payloads import parse_payload
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import ENTER, Person, PersonAt
from tests.helpers.camera import CountingDecoder, HandCameras
from tests.helpers.desk_fixture import TONIGHT, DeskFixture
from tests.helpers.samples import MOMENT, a_visit
from tests.helpers.windows import first_run

PIN = "47 11"
CARD = Scan(parse_payload("KAIKU0001"), EntryMethod.CAMERA)
CARRIED: dict[str, tuple[object, ...]] = {
    "Bridge.connection_changed": (Connection(ConnectionState.ONLINE),),
    "Bridge.loading": (10, 100),
    "Bridge.faulted": (ValueError("a fault"),),
    "CameraController.scanned": (CARD,),
    "StatisticsController.came_along": (0.5,),
    "StatisticsController.written": (Path("a.csv"), 3),
    "StatisticsController.not_written": (StoreFullError(path="/"),),
    "Bridge.recovered": (Recovery(at=MOMENT),),
    "RecentVisits.undone": (a_visit(),),
    "RecentVisits.put_back": (a_visit(),),
    "Notifier.notified": ("warning", "something"),
    "RejectionsController.accepted": (1,),
    "RejectionsController.refused_again": ([],),
    "RejectionsController.failed": (StoreFullError(path="/"),),
    "KeyEventFilter.scanned": (Burst("KAIKU0001", Ending.ENTER, 5.0),),
    "LockController.refused": (StoreFullError(path="/"),),
    "PaperFormController.finished": (1, 0),
    "PaperFormController.failed": (StoreFullError(path="/"),),
    "Preferences.not_saved": (StoreFullError(path="/"),),
    "VisitsController.found": (a_visit(),),
}
"""What the signals carry that carry something."""
BY_HAND = {"PaperGrid.keyed"}
"""What only comes of typing into what is in sight."""


def signals(window: QWidget, *others: QObject) -> Iterator[tuple[str, SignalInstance]]:
    """Every signal of whatever brings news: all of our objects that are not in sight themselves."""
    for each in (*others, *window.findChildren(QObject)):
        ours = type(each).__module__.startswith("desk_app.")
        if not ours or isinstance(each, QWidget):
            continue
        for kind in (
            kind for kind in type(each).__mro__ if kind.__module__.startswith("desk_app.")
        ):
            for name, member in vars(kind).items():
                if isinstance(member, Signal) and not name.startswith("_"):
                    yield f"{kind.__name__}.{name}", getattr(each, name)


def settle(person: Person) -> None:
    """Let what was asked for be answered, and what was answered be shown."""
    answered: list[None] = []
    person.tasks.run(lambda: None, answered.append, lambda _: None)
    person.until(lambda: bool(answered))
    QApplication.processEvents()


def in_front(person: Person, kind: type[Overlay]) -> Overlay:
    found = person.window.findChild(kind)
    assert isinstance(found, Overlay)
    return found


def has_keyboard(overlay: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is overlay or overlay.isAncestorOf(focus))


@pytest.fixture
def cameras() -> HandCameras:
    return HandCameras("Desk Camera")


@pytest.fixture
def locked(ready_desk_fixture: DeskFixture, person_at: PersonAt, cameras: HandCameras) -> Person:
    """A window with a PIN and a camera, without a remembered offer, in express."""
    ready_desk_fixture.lock.set_pin(PIN)
    optics = Optics(cameras, CountingDecoder(), shrunk)
    return person_at(DeviceCamera(lambda: optics), offer_id=None, express=True, camera_on=True)


def test_whatever_signal_arrives_at_a_locked_window_nothing_beneath_gets_a_key(
    locked: Person,
) -> None:
    screen = in_front(locked, LockScreen)
    for page in locked.window.pages():  # their controllers are there once they were opened
        locked.window.open_page(page.topic)
    locked.window.open_page("ticket")
    settle(locked)
    assert has_keyboard(screen)
    tried = []
    for name, signal in signals(locked.window, locked.bridge):
        if name in BY_HAND:
            continue
        signal.emit(*CARRIED.get(name, ()))
        settle(locked)
        assert has_keyboard(screen), name
        locked.type("KAIKU0001", waits=False)
        locked.press(ENTER, ENTER)
        settle(locked)
        assert has_keyboard(screen), name
        assert screen.isVisible(), name
        assert locked.number == "", name
        assert locked.desk_fixture.visits() == [], name
        tried.append(name)
    assert set(CARRIED) <= set(tried), "every signal of the list is one there is"


def test_the_pin_and_what_follows_it_never_reach_the_number_field(locked: Person) -> None:
    """Offers come while the lock is in front, and the page asks which one is sold."""
    settle(locked)
    locked.type(PIN)
    locked.press(ENTER)
    locked.until(lambda: not in_front(locked, LockScreen).isVisible())
    assert locked.number == ""
    assert locked.desk_fixture.visits() == []


def test_no_widget_beneath_takes_the_focus(locked: Person) -> None:
    screen = in_front(locked, LockScreen)
    for beneath in locked.window.overlays._content.findChildren(QWidget):
        beneath.setFocus()
        assert has_keyboard(screen), beneath


def test_keys_sent_straight_to_what_is_beneath_do_nothing(locked: Person) -> None:
    QTest.keyClicks(locked.page.number, "KAIKU0001")
    QTest.keyClick(locked.page.number, ENTER)
    settle(locked)
    assert locked.number == ""
    assert locked.desk_fixture.register.asked == []


def test_a_card_checked_when_the_lock_came_down_is_not_recorded_behind_it(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    ready_desk_fixture.lock.set_pin(PIN)
    person = person_at(express=True, offer_id=TONIGHT.id)
    unlock(person)
    ready_desk_fixture.register.open.clear()
    person.scan("KAIKU0002", ENTER)
    person.window.lock_wanted.emit()
    ready_desk_fixture.register.open.set()
    settle(person)
    settle(person)
    assert ready_desk_fixture.visits() == []
    unlock(person)
    assert person.headline() == "Holder"


def unlock(person: Person) -> None:
    screen = in_front(person, LockScreen)
    field = screen.findChild(QLineEdit)
    assert field is not None
    field.setText(PIN)
    person.press(ENTER)
    person.until(lambda: not screen.isVisible())


def test_a_save_dialog_is_closed_by_the_lock_and_writes_nothing(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, tmp_path: Path
) -> None:
    ready_desk_fixture.lock.set_pin(PIN)
    person = person_at()
    unlock(person)
    person.window.open_page("statistics")
    settle(person)
    page = person.window.page()
    assert isinstance(page, StatisticsPage)
    page._ask_where(["csv"])
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(tmp_path / "visits.csv"))
    person.window.lock_wanted.emit()
    assert QApplication.activeModalWidget() is None
    person.press(ENTER)
    settle(person)
    assert not (tmp_path / "visits.csv").exists()
    person.until(lambda: has_keyboard(in_front(person, LockScreen)))


def test_a_dialog_that_opens_behind_the_lock_is_closed_again(locked: Person) -> None:
    dialog = QDialog(locked.window)
    dialog.open()
    assert QApplication.activeModalWidget() is dialog
    locked.until(lambda: not dialog.isVisible())
    locked.until(lambda: has_keyboard(in_front(locked, LockScreen)))


def test_the_lock_stays_in_front_of_a_first_start_that_comes_later(locked: Person) -> None:
    start = first_run(locked.window)
    locked.window.cover(start)
    assert not start.isVisible()
    assert has_keyboard(in_front(locked, LockScreen))


def test_the_first_start_keeps_the_keyboard_while_offers_come(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(offer_id=None)
    start = first_run(person.window)
    start.begin(SCANNER)
    person.window.cover(start)
    person.bridge.report_data_change()
    settle(person)
    person.press(ENTER)
    settle(person)
    assert has_keyboard(start)
    assert person.saved == []


def test_the_keyboard_goes_back_to_where_it_was(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    ready_desk_fixture.lock.set_pin(PIN)
    person = person_at()
    unlock(person)
    person.window.open_page("visits")
    settle(person)
    rail = person.window.rail.button("offers")
    rail.setFocus()
    person.window.lock_wanted.emit()
    unlock(person)
    assert rail.hasFocus()


def test_the_camera_is_off_while_the_window_is_locked(locked: Person, cameras: HandCameras) -> None:
    locked.window.open_page("visits")
    locked.window.open_page("ticket")
    locked.bridge.report_data_change()
    settle(locked)
    assert cameras.open_now == 0
    unlock(locked)
    locked.until(lambda: cameras.open_now == 1)
