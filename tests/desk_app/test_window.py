"""From the window to the register: real keys, a real file, a real server over HTTP."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk_app.bootstrap.application import App
from desk_app.config.paths import Home
from desk_app.config.settings import Settings
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.status import ConnectionState
from desk_app.ui.background.tasks import Tasks
from desk_app.ui.shell.main_window import MainWindow
from desk_app.ui.ticket.page import TicketPage
from desk_app.window.launch import assemble
from sync.rules.cards import Card, CardKind, CardStatus
from sync.rules.offers import Offer, OfferKind, OfferName, OfferStatus, Sector
from sync.rules.venues import Venue
from sync.rules.visits import VisitState
from tests.helpers.cli_user import TODAY
from tests.helpers.register import LiveRegister
from tests.helpers.scanner import scan_into
from tests.helpers.windows import put_away

VENUE = Venue("teatteri", "Kaupunginteatteri", "Espoo")
FAMILY = Card(
    "FAMILY1",
    CardKind.PERSONAL,
    CardStatus.ACTIVE,
    TODAY - timedelta(days=100),
    TODAY + timedelta(days=100),
    2,
    VENUE.area,
    local_only=False,
)
ALONE = replace(FAMILY, number="ALONE1", minors=0)
MUSEUM = Offer(
    id=UUID(int=1),
    kind=OfferKind.STANDING,
    sector=Sector.CULTURE,
    name=OfferName("Museo", "Museum", "Museum"),
    status=OfferStatus.ON_SALE,
    minors_allowed=True,
)
HAND_MS = 90
THINK_MS = 400
"""Between seeing something and pressing a key; an Enter sooner than that is the scanner's."""
WAIT_MS = 60_000


@dataclass
class CounterPerson:
    """A person at the counter, with the register that the desk talks to."""

    qtbot: QtBot
    app: App
    window: MainWindow
    register: LiveRegister

    @property
    def page(self) -> TicketPage:
        page = self.window.page()
        assert isinstance(page, TicketPage)
        return page

    def scan(self, number: str) -> None:
        """As a scanner does, Enter included; then the verdict is awaited."""
        with self.qtbot.waitSignal(self.page.panel.announced, timeout=WAIT_MS):
            scan_into(self.page.number, number)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """As a hand does."""
        modifier = modifier or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.page.number, key, modifier, delay=THINK_MS)

    def record(self, number: str) -> None:
        """The plain case: scan, Enter."""
        before = len(self.app.services.journal.latest(100))
        self.scan(number)
        self.press(Qt.Key.Key_Return)
        self.until(lambda: len(self.app.services.journal.latest(100)) == before + 1)
        self.until(lambda: not self.page.number.text())

    def until(self, so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(so, timeout=WAIT_MS)

    def texts(self) -> set[str]:
        """What can be read in the window."""
        return {label.text() for label in self.window.findChildren(QLabel)}

    def at_register(self) -> list[VisitState]:
        return sorted(visit.state for visit in self.register.visits())


@pytest.fixture
def services(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[CounterPerson]:
    with LiveRegister(tmp_path) as register:
        register.import_venues([VENUE])
        register.import_cards([FAMILY, ALONE])
        register.import_offers(VENUE.id, [MUSEUM])
        home = Home(tmp_path / "home")
        messages = Messages(catalogue("en"), "en")
        with App.open(home, f"file:{tmp_path / 'secrets.json'}", messages) as app:
            register.enrol(app, VENUE.id)
            tasks = Tasks()
            settings = Settings(language="en", offer_id=MUSEUM.id)
            window = assemble(qapp, app, settings, home, tasks)
            window.show()
            person = CounterPerson(qtbot, app, window, register)
            person.until(lambda: app.register.status() is not None)
            person.until(lambda: "Museum" in person.texts())
            yield person
            window.close()
            tasks.close()
        put_away(window)


def test_a_scan_and_enter_is_all_that_the_plain_case_takes(services: CounterPerson) -> None:
    services.record("ALONE1")
    services.until(lambda: services.at_register() == [VisitState.ACCEPTED])


def test_work_goes_on_without_a_network_and_arrives_once_it_is_back(
    services: CounterPerson, expected_log: Callable[[str], None]
) -> None:
    expected_log("unreachable")
    services.register.stop()
    services.record("ALONE1")
    services.record("FAMILY1")
    status = services.page._app_status
    services.until(lambda: status.connection.state is ConnectionState.OFFLINE)
    services.register.start()
    services.app.sync_worker.send_now()

    services.until(lambda: services.app.services.journal.count().pending == 0)
    assert services.at_register() == [VisitState.ACCEPTED, VisitState.ACCEPTED]


def test_undo_takes_the_visit_back_at_the_register_too(services: CounterPerson) -> None:
    services.record("FAMILY1")
    services.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    services.until(lambda: services.at_register() == [VisitState.VOIDED])


def test_the_children_chosen_by_the_arrow_keys_are_the_ones_recorded(
    services: CounterPerson,
) -> None:
    services.scan("FAMILY1")
    services.press(Qt.Key.Key_Down)
    for _ in range(5):  # the card has two
        services.press(Qt.Key.Key_Right)
    services.press(Qt.Key.Key_Return)

    services.until(lambda: bool(services.app.services.journal.latest(1)))
    assert services.app.services.journal.latest(1)[0].visit.tickets.children == 2


def test_an_unknown_card_is_recorded_by_the_day_printed_on_it(services: CounterPerson) -> None:
    services.scan("NOBODY1")
    services.press(Qt.Key.Key_F8)  # Enter would check the number once more: the register was asked
    field = services.page.panel.printed_day.field
    QTest.keyClicks(field, "31.12.2099", delay=HAND_MS)
    QTest.keyClick(field, Qt.Key.Key_Return, delay=THINK_MS)
    services.until(lambda: "Using the date on the card" in services.texts())
    services.press(Qt.Key.Key_Return)

    services.until(lambda: bool(services.app.services.journal.latest(1)))
    visit = services.app.services.journal.latest(1)[0].visit
    assert visit.provisional
    assert visit.printed_valid_until == date(2099, 12, 31)
