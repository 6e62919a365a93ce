"""States in front of the pages: the first start, the lock, the startup's words, dialogs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.errors import (
    CameraForbiddenError,
    CameraGoneError,
    StoreKeyError,
)
from desk_app.services.scans import Scan
from desk_app.ui.first_run.enrolment_step import EnrolmentStep
from desk_app.ui.first_run.step_numbers import ENROL, LOADING, SCANNER, WELCOME
from desk_app.ui.shell.lock_screen import LockScreen
from desk_app.ui.shell.startup_screen import StartupScreen
from desk_app.ui.widgets.dialogs import ask_where, close_dialogs
from desk_app.ui.widgets.plain_text import message_box
from sync.errors import UnreachableError
from sync.rules.payloads import parse_payload
from sync.rules.venues import Venue
from sync.rules.visits import EntryMethod
from tests.helpers.desk_fixture import FAMILY, VENUE
from tests.helpers.windows import first_run
from tests.states.desks import StaffedDesk

_COLLEGE = Venue("opisto", "Pohjois-Karjalan kansalaisopisto", "Savonlinna")


def first_start(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """Every step, with its faults, and what is to be confirmed."""
    person = desk.person(first_start=True)
    start = first_run(person.window)
    person.window.cover(start)
    for place in (WELCOME, ENROL, SCANNER, LOADING):
        start.begin(place)
        yield f"start-{place + 1}", person.window
    start.begin(ENROL)
    step = start.steps[ENROL]
    assert isinstance(step, EnrolmentStep)
    step.handle_scan(Scan(parse_payload("KAIKU0001"), EntryMethod.SCANNER))
    yield "start-2-not-a-code", person.window
    step._address.setText("https://kaikukanta.fi")
    step._failed(UnreachableError("away"))
    yield "start-2-unreachable", person.window
    desk.fixture.enrol(venues=[VENUE, _COLLEGE])
    record = desk.fixture.desk.record()
    assert record is not None
    step._enrolled(replace(record, venues=()))
    yield "start-2-whose", person.window
    step._enrolled(record)
    yield "start-2-agent", person.window
    start.begin(SCANNER)
    desk.scan(FAMILY.number)
    yield "start-3-read", person.window
    start.begin(LOADING)
    person.bridge.report_loading(40_000, 100_000)
    yield "start-4-loading", person.window
    desk.fixture.load_register()
    start.begin(LOADING)
    person.bridge.report_data_change()
    yield "start-4-ready", person.window


def locked(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """The lock screen, a wrong PIN, too many of them, and a scan before it."""
    desk.ready()
    desk.fixture.lock.set_pin("4711")
    person = desk.person()
    screen = person.window.findChild(LockScreen)
    assert screen is not None
    yield "locked", person.window
    field = screen.findChild(QLineEdit)
    assert field is not None
    for tries in range(1, 8):
        field.setText("0000")
        field.returnPressed.emit()
        desk.rest()
        if tries in (1, 7):
            yield f"locked-wrong-{tries}", person.window
    desk.scan(FAMILY.number)
    yield "locked-scanned", person.window


def startup(desk: StaffedDesk) -> Iterator[tuple[str, QWidget]]:
    """What is said and asked before the window opens, and Qt's own dialogs."""
    language = desk._language
    words = Messages(catalogue(language), language)
    desk.ready()
    person = desk.person()
    screen = StartupScreen(words)
    screen.show()
    yield "startup", screen
    screen._show_repair()
    yield "startup-mending", screen
    path = Path("/srv/luukku/.local/share/kaikuluukku")
    texts = {
        "read-only": words.read_only(path),
        "kept-by": words.kept_by(path, "OneDrive"),
        "set-aside": words.set_aside(path / "aside-2026-10-17"),
        "settings": words.settings_not_understood(2),
        "key": " ".join(words.error(StoreKeyError(path=str(path / "desk.db")))),
        "camera-gone": " ".join(words.error(CameraGoneError(name="HD Pro Webcam C920"))),
        "camera-forbidden": " ".join(words.error(CameraForbiddenError())),
    }
    for name, text in texts.items():
        box = message_box(QMessageBox.Icon.Information, "Kaikuluukku", text, parent=person.window)
        box.show()
        yield f"box-{name}", box
        box.close()
    ask_where(person.window, "Kaikuluukku", "a.kaiku", ["(*.kaiku)"], lambda _: None)
    dialogs = [each for each in QApplication.topLevelWidgets() if each.inherits("QFileDialog")]
    if dialogs:
        yield "file-dialog", dialogs[-1]
    close_dialogs(person.window)
    for name in ("report_log_behind", "report_damage"):
        getattr(person.bridge, name)()
        yield f"banner-{name}", person.window
    screen.leave()


STATES = (first_start, locked, startup)
