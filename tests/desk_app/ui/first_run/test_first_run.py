"""The first start: from nothing to the ticket page, with a real register to enrol at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.demo.register import RegisterProcess
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.recording import VisitRequest
from desk_app.services.scans import Scan
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.first_run.overlay import FirstRunOverlay
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.ticket.page import TicketPage
from desk_app.ui.widgets.button import Button
from desk_app.window.launch import assemble
from sync.rules.enrolment_link import EnrolmentLink
from sync.rules.payloads import EnrolmentRead
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import LONGEST_MS, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture
from tests.helpers.windows import first_run, put_away


class Newcomer:
    """Somebody in front of a computer on which the program was never started."""

    def __init__(self, qtbot: QtBot, window: MainWindow, register: RegisterProcess) -> None:
        self._qtbot = qtbot
        self.window = window
        self.register = register
        self.code = register.activation_code()
        self.start = first_run(window)
        self.until(self.start.isVisible)

    def until(self, seen: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(seen, timeout=LONGEST_MS)

    def sees(self, text: str) -> bool:
        labels = self.window.findChildren(QLabel)
        return any(text in each.text() for each in labels if each.isVisible())

    def press(self, name: str) -> None:
        [button] = [
            each
            for each in self.start.findChildren(Button)
            if each.isVisible() and each.accessibleName() == name
        ]
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def field(self, name: str) -> QLineEdit:
        fields = self.start.findChildren(QLineEdit)
        return next(each for each in fields if each.accessibleName() == name)

    def scan_the_letter(self, code: str | None = None) -> None:
        link = EnrolmentLink(self.register.url, code or self.code)
        self.window.handle_scan(Scan(EnrolmentRead(link), EntryMethod.SCANNER))

    def confirm(self) -> None:
        """See whose desk this is now, and go on."""
        self.until(lambda: self.sees("You are now:"))
        assert self.sees("Monitoimitalo Kuusi")
        self.press("Next")
        self.until(lambda: self.sees("Try the scanner"))


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RegisterProcess]:
    """One for all: each newcomer has an activation code of their own."""
    with RegisterProcess(tmp_path_factory.mktemp("register")) as register:
        yield register


@pytest.fixture
def newcomer(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, register: RegisterProcess
) -> Iterator[Newcomer]:
    messages = Messages(catalogue("en"), "en")
    home = Home(tmp_path / "desk")
    with App.open(home, f"file:{tmp_path / 'secrets.json'}", messages) as app:
        tasks = Tasks()
        window = assemble(qapp, app, Settings(language="en"), home, tasks)
        window.show()
        yield Newcomer(qtbot, window, register)
        window.close()
        tasks.close()
    put_away(window)


def test_the_first_start_leads_from_nothing_to_choosing_an_offer(newcomer: Newcomer) -> None:
    assert newcomer.sees("Welcome to Kaikuluukku")
    newcomer.press("Next")
    newcomer.scan_the_letter()
    assert newcomer.field("Register address").text() == newcomer.register.url
    newcomer.press("Enrol")
    newcomer.confirm()
    newcomer.press("Next")
    newcomer.until(lambda: newcomer.sees("15 card"))
    newcomer.press("Open the ticket desk")
    page = newcomer.window.page()
    assert isinstance(page, TicketPage)
    newcomer.until(page.chooser.isVisible)


def test_the_language_changes_at_once(newcomer: Newcomer) -> None:
    newcomer.press("Suomi")
    newcomer.until(lambda: newcomer.sees("Tervetuloa Kaikuluukkuun"))


def test_a_wrong_code_is_told_in_words_with_the_next_step(newcomer: Newcomer) -> None:
    newcomer.press("Next")
    newcomer.field("Register address").setText(newcomer.register.url)
    newcomer.field("Activation code").setText("AAAA-AAAA-AAAA")
    newcomer.press("Enrol")
    newcomer.until(lambda: newcomer.sees("does not know this activation code"))
    code = newcomer.field("Activation code")
    assert code.property("faulty") == "true"
    assert code.hasFocus()
    assert newcomer.field("Register address").property("faulty") == "false"
    newcomer.scan_the_letter()
    newcomer.press("Enrol")
    newcomer.confirm()


def test_a_register_that_is_away_is_told_and_nothing_is_lost(newcomer: Newcomer) -> None:
    newcomer.press("Next")
    newcomer.scan_the_letter()
    newcomer.register.stop()
    newcomer.press("Enrol")
    newcomer.until(lambda: newcomer.sees("cannot be reached"))
    assert newcomer.field("Register address").property("faulty") == "true"
    assert newcomer.field("Register address").hasFocus()
    assert newcomer.field("Activation code").text() == newcomer.code
    newcomer.register.start()
    newcomer.press("Enrol")
    newcomer.confirm()


def test_a_desk_of_another_venue_enrols_with_another_code(newcomer: Newcomer) -> None:
    newcomer.press("Next")
    newcomer.scan_the_letter()
    newcomer.press("Enrol")
    newcomer.until(lambda: newcomer.sees("You are now:"))
    newcomer.press("Not my venue: use another code")
    assert newcomer.field("Activation code").isVisible()
    assert newcomer.field("Activation code").text() == ""
    assert not newcomer.sees("You are now:")


def test_a_ticket_agent_confirms_every_venue_and_is_offered_what_each_has(
    newcomer: Newcomer,
) -> None:
    newcomer.press("Next")
    newcomer.scan_the_letter(newcomer.register.activation_code("kuusi", "kesateatteri"))
    newcomer.press("Enrol")
    newcomer.until(lambda: newcomer.sees("This desk records for:"))
    assert newcomer.sees("Monitoimitalo Kuusi\nLammenrannan kesäteatteri")
    assert newcomer.sees("the venue whose event or service is chosen")
    newcomer.press("Next")
    newcomer.until(lambda: newcomer.sees("Try the scanner"))
    newcomer.press("Next")
    newcomer.until(lambda: newcomer.sees("15 card"))
    newcomer.press("Open the ticket desk")
    page = newcomer.window.page()
    assert isinstance(page, TicketPage)
    offers = page._app_status
    newcomer.until(lambda: {each.venue_id for each in offers.offers} == {"kuusi", "kesateatteri"})


def test_a_ticket_agent_whose_venues_are_others_enrols_with_another_code(
    newcomer: Newcomer, allowed_log: Callable[[str], None]
) -> None:
    allowed_log("is read from the start: cursor_gone")  # where it was read before the other code
    newcomer.press("Next")
    newcomer.scan_the_letter(newcomer.register.activation_code("kuusi", "majakka"))
    newcomer.press("Enrol")
    newcomer.until(lambda: newcomer.sees("This desk records for:"))
    newcomer.press("Use another code")
    newcomer.scan_the_letter()
    newcomer.press("Enrol")
    newcomer.confirm()


def test_another_code_says_what_to_look_for(person_at: PersonAt) -> None:
    person = person_at(first_start=True)
    start = shown(person)
    start.begin(1)
    person.scan("KAIKU0001")
    person.until(lambda: person.sees("This is not an activation code"))


def test_it_can_be_left_for_later(
    newcomer: Newcomer,
) -> None:
    newcomer.press("Set up later")
    assert isinstance(newcomer.window.page(), TicketPage)
    assert newcomer.window.rail.isVisible()
    assert not newcomer.start.isVisible()


def shown(person: Person) -> FirstRunOverlay:
    start = first_run(person.window)
    person.until(start.isVisible)
    return start


def test_an_enrolled_desk_without_a_register_goes_on_where_it_was(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    person = person_at(first_start=True)
    assert shown(person).at == 3
    person.bridge.report_loading(40_000, 100_000)
    person.until(lambda: person.sees("40,000 cards"))
    desk_fixture.load_register()
    person.bridge.report_data_change()
    person.until(person.page.isVisible)


def test_a_card_scanned_while_the_register_comes_is_checked(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    desk_fixture.load_offers()
    person = person_at(first_start=True)
    assert shown(person).at == 3
    person.scan("KAIKU0001")
    person.until(lambda: person.number == "KAIKU0001")
    assert person.page.isVisible()


def test_a_desk_that_is_ready_is_asked_nothing(person: Person) -> None:
    assert person.window.findChild(FirstRunOverlay) is None


def test_a_desk_can_be_enrolled_again_from_the_settings(person: Person) -> None:
    person.window.open_page("settings")
    person.click("Enrol again…")
    start = shown(person)
    assert start.at == 1
    fields = {each.accessibleName(): each.text() for each in start.findChildren(QLineEdit)}
    assert fields["Name of this desk"] == "Lippuluukku 1"


def test_a_desk_with_waiting_work_is_enrolled_anew_only_on_purpose(
    desk_fixture: DeskFixture, person: Person
) -> None:
    asked = VisitRequest(number="KAIKU0001", offer_id=desk_fixture.offers.all()[0].id)
    desk_fixture.services.recording.record(asked)
    person.bridge.report_data_change()
    person.window.open_page("settings")
    person.until(lambda: person.sees("1 waiting to be sent"))
    person.click("Enrol again…")
    start = shown(person)
    fields = {each.accessibleName(): each for each in start.findChildren(QLineEdit)}
    fields["Activation code"].setText("AAAA-AAAA-AAAA")
    QTest.keyClick(fields["Activation code"], Qt.Key.Key_Return)
    assert person.sees("1 record from this desk is waiting to be sent.")
    QTest.keyClick(fields["Activation code"], Qt.Key.Key_Return)
    assert person.button("Enrol anyway").isEnabled()
    fields["Activation code"].setText("BBBB-BBBB-BBBB")
    assert person.button("Enrol").isEnabled()
