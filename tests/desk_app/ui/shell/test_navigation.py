"""From page to page: by keys, by the rail, and by a scan from anywhere."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desk_app.services.scans import PartRead, Scan
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.context.page import WindowPage
from sync.rules.card_numbers import CardNumber
from sync.rules.payloads import CardRead, Reading
from tests.desk_app.ui.conftest import ENTER, ESCAPE, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture


class Notebook(WindowPage):
    """A page with a field, which may want scans for itself."""

    topic = "notebook"
    icon = "note"
    place = 9
    count = 0

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.wants_scans = False
        self.seen: list[str | Reading | PartRead] = []
        QVBoxLayout(self).addWidget(self.field)

    @classmethod
    def title(cls) -> str:
        return "Notebook"

    @classmethod
    def waiting(cls, app_status: AppStatus) -> int:
        del app_status
        return cls.count

    def shown(self) -> None:
        self.seen.append("shown")

    def hidden(self) -> None:
        self.seen.append("hidden")

    def set_default_focus(self) -> None:
        self.field.setFocus()

    def handle_scan(self, scan: Scan) -> bool:
        self.seen.append(scan.reading)
        return self.wants_scans


@pytest.fixture
def notebook(person: Person) -> Notebook:
    page = Notebook()
    person.window.add_page(Notebook, lambda _: page)
    return page


def open_by_key(person: Person, digit: Qt.Key) -> None:
    QTest.keyClick(person.window, digit, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_and_a_digit_open_a_page_with_the_keyboard_in_it(
    person: Person, notebook: Notebook
) -> None:
    open_by_key(person, Qt.Key.Key_9)
    assert person.window.page() is notebook
    assert notebook.field.hasFocus()
    assert person.window.windowTitle() == "Notebook · Kaikuluukku"


def test_the_rail_opens_a_page_and_marks_it(person: Person, notebook: Notebook) -> None:
    person.click("Notebook")
    assert notebook.isVisible()
    assert person.button("Notebook").isChecked()
    assert not person.button("Ticket desk").isChecked()


def test_escape_leads_back_to_the_ticket_window(person: Person, notebook: Notebook) -> None:
    person.window.open_page(notebook.topic)
    person.press(ESCAPE)
    assert person.page.isVisible()
    assert person.page.number.hasFocus()


def test_a_page_hears_when_it_comes_and_goes(person: Person, notebook: Notebook) -> None:
    person.window.open_page(notebook.topic)
    person.press(ESCAPE)
    assert notebook.seen == ["shown", "hidden"]


def test_a_card_scanned_on_another_page_is_checked_at_the_ticket_window(
    person: Person, notebook: Notebook
) -> None:
    person.window.open_page(notebook.topic)
    person.scan("KAIKU0001", ENTER)
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")
    assert person.page.isVisible()
    assert person.number == "KAIKU0001"


def test_a_page_that_wants_a_scan_keeps_it(person: Person, notebook: Notebook) -> None:
    notebook.wants_scans = True
    person.window.open_page(notebook.topic)
    person.scan("KAIKU0001", ENTER)
    assert person.window.page() is notebook
    assert notebook.seen[-1] == CardRead(CardNumber("KAIKU0001"))


def test_a_card_scanned_while_another_is_written_down_is_next(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(ENTER)
    person.scan("KAIKU0003", ENTER)
    person.until(lambda: person.headline() == "The card has expired")
    assert [entry.visit.card_number for entry in person.desk_fixture.visits()] == ["KAIKU0001"]


def test_a_page_is_built_when_it_is_opened(person: Person) -> None:
    assert person.window.findChildren(WindowPage) == [person.page]
    person.window.open_page("visits")
    assert [page.topic for page in person.window.findChildren(WindowPage)] == ["ticket", "visits"]


class ShownWindows(QObject):
    """Notes every widget that comes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_comes_up_as_a_window_while_the_page_is_built(
    person: Person, qapp: QApplication
) -> None:
    shown = ShownWindows()
    qapp.installEventFilter(shown)
    pages = person.window.pages()
    qapp.removeEventFilter(shown)
    assert len(pages) > 5
    assert shown.seen == []
    assert person.page.number.hasFocus()


@pytest.mark.usefixtures("notebook")
def test_what_waits_on_a_page_is_told_in_words(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Notebook, "count", 3)
    person.bridge.report_data_change()
    person.until(lambda: person.button("Notebook, 3 records to resolve").isVisible())


def test_the_rail_shows_icons_alone_in_large_type(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=2.0)
    person.window.resize(1024, 600)
    wide = person.window.rail.width()
    assert wide < person.window.width() * 0.1
    assert not person.window.rail._scroll.verticalScrollBar().isVisible()
    assert "Ticket desk" in person.button("Ticket desk").toolTip()


def test_the_window_stands_where_it_stood(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record()
    first = person_at()
    first.window.resize(790, 555)  # no larger than the screen that there is not
    first.window.close()
    first.until(lambda: bool(first.saved))
    second = person_at(window_place=first.saved[-1].window_place)
    assert (second.window.width(), second.window.height()) == (790, 555)
