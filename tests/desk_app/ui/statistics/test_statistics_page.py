"""The statistics page, as a person uses it."""

import csv
import signal
from datetime import timedelta
from pathlib import Path
from subprocess import Popen

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QScrollArea,
    QScrollBar,
    QTableView,
)

from desk_app.bootstrap.export_process import ProgramExport
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.ui.statistics.page import StatisticsPage
from desk_app.ui.widgets.chosen_periods import Period
from tests.desk_app.ui.conftest import ENTER, ESCAPE, RIGHT, Person, PersonAt
from tests.desk_app.ui.measures import settle
from tests.helpers.desk_fixture import NOW, POOL, TONIGHT, DeskFixture


@pytest.fixture
def busy_desk_fixture(ready_desk_fixture: DeskFixture) -> DeskFixture:
    """Two visits today, and one of the month before."""
    record = ready_desk_fixture.services.recording.record
    record(
        VisitRequest(
            number="KAIKU0001",
            offer_id=POOL.id,
            tickets=TicketsRequest(children=1),
            at=NOW - timedelta(days=30),
        )
    )
    record(
        VisitRequest(number="KAIKU0001", offer_id=TONIGHT.id, tickets=TicketsRequest(children=2))
    )
    record(VisitRequest(number="KAIKU0002", offer_id=POOL.id))
    return ready_desk_fixture


@pytest.fixture
def person(busy_desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    assert busy_desk_fixture.visits()
    person = person_at()
    turn_to(person)
    return person


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_number_of_the_table_has_to_be_scrolled_to(
    busy_desk_fixture: DeskFixture, person_at: PersonAt, language: str
) -> None:
    assert busy_desk_fixture.visits()
    person = person_at(language=language)
    turn_to(person)
    shown = page(person)
    view = shown.breakdown.table.findChild(QTableView)
    assert view is not None
    scrolled = {}
    for width, height, text in ((1366, 768, 1.0), (1366, 768, 1.5), (1024, 560, 1.0)):
        shown._context.preferences.change(text_scale=text)
        person.window.resize(width, height)
        for by in shown.breakdown.by._buttons:
            shown.breakdown.by.show_chosen(by)
            shown.breakdown._show()
            settle()
            scrolled[width, text, by] = view.horizontalScrollBar().maximum()
    assert {where: by for where, by in scrolled.items() if by} == {}


@pytest.fixture
def long_time(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    """The statistics of a whole time with a visit on each of forty days."""
    record = ready_desk_fixture.services.recording.record
    for days in range(40):
        at = NOW - timedelta(days=days)
        record(VisitRequest(number="KAIKU0002", offer_id=POOL.id, at=at))
    person = person_at()
    turn_to(person)
    page(person).choose_period(Period.ALL.value)
    person.until(lambda: page(person).breakdown.table.rows.rowCount() == 40)
    person.window.resize(1366, 768)
    settle()
    return person


def test_the_page_scrolls_and_not_the_table_in_it(long_time: Person) -> None:
    bars = [
        bar
        for bar in page(long_time).findChildren(QScrollBar)
        if bar.isVisible() and bar.orientation() is Qt.Orientation.Vertical
    ]
    assert len(bars) == 1
    view = page(long_time).breakdown.table.findChild(QTableView)
    assert view is not None
    assert view.verticalScrollBar().maximum() == 0


def test_a_row_that_the_keys_lead_to_comes_into_sight(long_time: Person) -> None:
    view = page(long_time).breakdown.table.findChild(QTableView)
    assert view is not None
    page(long_time).breakdown.table.set_default_focus()
    settle()

    QTest.keyClick(view, Qt.Key.Key_End)
    settle()

    assert view.currentIndex().row() == 39
    assert is_in_sight(view)


def test_a_click_on_a_row_far_down_moves_nothing(long_time: Person) -> None:
    view = page(long_time).breakdown.table.findChild(QTableView)
    scroll = page(long_time).findChild(QScrollArea)
    assert view is not None
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    middle = scroll.viewport().mapToGlobal(scroll.viewport().rect().center())
    at = view.viewport().mapFromGlobal(middle)

    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(view.columnViewportPosition(1), at.y()),
    )
    settle()

    assert view.hasFocus()
    assert bar.value() == before


def is_in_sight(view: QTableView) -> bool:
    """Whether all of the current row is in sight."""
    row = view.visualRect(view.currentIndex())
    return view.viewport().visibleRegion().boundingRect().contains(row)


def turn_to(person: Person) -> None:
    QTest.keyClick(person.window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: page(person).controller.statistics is not None)


def page(person: Person) -> StatisticsPage:
    shown = person.window.page()
    assert isinstance(shown, StatisticsPage)
    return shown


def table(person: Person) -> list[list[str]]:
    model = page(person).breakdown.table.rows
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def save_as(person: Person, path: Path) -> None:
    """Name a file in the dialog that came up."""
    person.until(lambda: bool(dialogs(person)))
    dialog = dialogs(person)[0]
    dialog.selectFile(str(path))
    dialog.accept()


def dialogs(person: Person) -> list[QFileDialog]:
    return [each for each in page(person).findChildren(QFileDialog) if each.isVisible()]


def test_this_month_is_in_sight_at_once_with_what_waits(person: Person) -> None:
    assert table(person) == [["17.10.2026", "2", "4", "2", "2", "0"]]
    assert person.sees("1.10.2026 to 31.10.2026")
    assert person.sees("Included: 2 visits that the register has not confirmed yet.")


def choose(person: Person, period: str) -> None:
    """Pick a time from the list in the bar."""
    picker = page(person).periods
    picker.setCurrentIndex(picker.findText(period))
    picker.activated.emit(picker.currentIndex())


def test_another_time_is_picked_in_the_bar(person: Person) -> None:
    choose(person, "Last month")
    person.until(lambda: table(person) == [["17.9.2026", "1", "2", "1", "1", "0"]])
    choose(person, "School year")
    person.until(lambda: len(table(person)) == 2)


def test_a_time_of_ones_own_is_typed(person: Person) -> None:
    choose(person, "Choose dates")
    own = page(person).own
    own.first.setFocus()
    person.type("17.9.2026")
    own.last.setFocus()
    person.type("18.9.2026")
    person.press(ENTER)
    person.until(lambda: table(person) == [["17.9.2026", "1", "2", "1", "1", "0"]])


def test_a_day_that_is_none_is_said_to_be_so(person: Person) -> None:
    choose(person, "Choose dates")
    page(person).own.first.setFocus()
    person.type("31.2.2026")
    person.press(ENTER)
    assert person.sees("Enter the date as day, month and year, for example 9.3.2027.")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_period_desk_and_export_stand_in_one_line(
    busy_desk_fixture: DeskFixture, person_at: PersonAt, language: str
) -> None:
    assert busy_desk_fixture.visits()
    person = person_at(language=language)
    person.window.resize(1366, 728)
    turn_to(person)
    person.until(page(person).breakdown.chart.isVisible)
    settle()
    bar = [page(person).periods, page(person).desks, *page(person)._files.values()]
    middles = {each.mapTo(person.window, each.rect().center()).y() for each in bar}
    assert max(middles) - min(middles) <= 1
    chart = page(person).breakdown.chart
    assert chart.visibleRegion().boundingRect() == chart.rect()


def test_the_sums_are_seen_to_add_up(person: Person) -> None:
    labels = [each.text() for each in page(person)._sums.findChildren(QLabel) if each.isVisible()]
    tickets = labels.index("Tickets")
    assert labels[tickets - 1 :: -1][:2] == ["4", "="]
    assert "+" in labels


def test_offers_and_sectors_are_told_apart(person: Person) -> None:
    person.click("By offer")
    assert [row[0] for row in table(person)] == ["Tonight's concert", "Swimming hall"]
    person.click("By sector")
    assert [row[0] for row in table(person)] == ["Culture", "Sport"]


def test_the_chart_tells_a_screen_reader_its_numbers(person: Person) -> None:
    person.click("By offer")
    chart = page(person).breakdown.chart
    assert chart.accessibleName() == "Tickets by offer"
    assert "Tonight's concert: Visits 1, Tickets 3" in chart.accessibleDescription()


def test_arrows_go_from_bar_to_bar(person: Person) -> None:
    person.click("By offer")
    chart = page(person).breakdown.chart
    chart.setFocus()
    person.press(RIGHT, RIGHT)
    bar = chart.current()
    assert bar is not None
    assert bar.name == "Swimming hall"


def test_the_table_is_copied_for_a_spreadsheet(person: Person) -> None:
    person.click("By offer")
    page(person).breakdown.table.set_default_focus()
    view = page(person).breakdown.table.findChild(QTableView)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Offer\tVisits\tTickets\tAdults\tMinors\tAssistants\n"
        "Tonight's concert\t1\t3\t1\t2\t0\n"
        "Swimming hall\t1\t1\t1\t0\t0\n"
    )


def test_no_visits_are_said_with_a_way_to_all_of_them(person: Person) -> None:
    person.desk_fixture.clock.at = NOW + timedelta(days=60)
    choose(person, "This month")
    person.until(lambda: person.sees("No visits in this period"))
    assert not page(person).breakdown.isVisible()
    person.click("Show all visits")
    person.until(lambda: len(table(person)) == 2)


def test_a_new_visit_is_in_the_figures_when_the_page_comes_up_again(person: Person) -> None:
    person.window.open_page("ticket")
    person.desk_fixture.services.recording.record(
        VisitRequest(number="KAIKU0002", offer_id=TONIGHT.id)
    )
    turn_to(person)
    person.until(lambda: table(person)[0][1] == "3")


def test_a_report_is_saved_and_said_to_be(person: Person, tmp_path: Path) -> None:
    person.click("Save a report as PDF")
    save_as(person, tmp_path / "report.pdf")
    person.until(lambda: person.sees("Saved: report.pdf"))
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_a_file_carries_no_card_number_unless_that_was_confirmed(
    person: Person, tmp_path: Path
) -> None:
    person.click("Save the visits as CSV")
    save_as(person, tmp_path / "visits.csv")
    person.until(lambda: person.sees("Saved: visits.csv"))
    assert "KAIKU" not in (tmp_path / "visits.csv").read_text(encoding="utf-8-sig")

    person.click("Save with card numbers")
    assert dialogs(person) == []
    person.click("Save card numbers in a file? Save the numbers")
    save_as(person, tmp_path / "cards.csv")
    person.until(lambda: person.sees("Saved: cards.csv"))
    text = (tmp_path / "cards.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert [row["card_number"] for row in rows] == ['="KAIKU0001"', '="KAIKU0002"']


def stand_still(person: Person) -> "Popen[str]":
    """Hold the export that is under way, as soon as it is at work; the process to let go on."""
    person.until(page(person).progress.isVisible)
    under_way = page(person).controller.under_way
    assert isinstance(under_way, ProgramExport)
    person.until(lambda: under_way.process is not None)
    assert under_way.process is not None
    under_way.process.send_signal(signal.SIGSTOP)
    return under_way.process


def test_tickets_are_given_while_a_file_is_being_written(person: Person, tmp_path: Path) -> None:
    statistics = page(person)
    statistics.write(tmp_path / "visits.xlsx", ["xlsx"])
    process = stand_still(person)
    person.press(ESCAPE)
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: len(person.desk_fixture.visits()) == 4)
    assert statistics.controller.writing
    assert not (tmp_path / "visits.xlsx").exists()
    process.send_signal(signal.SIGCONT)
    person.until(lambda: not statistics.controller.writing)
    assert (tmp_path / "visits.xlsx").exists()


def test_a_file_that_is_being_written_can_be_stopped(person: Person, tmp_path: Path) -> None:
    page(person).write(tmp_path / "visits.csv", ["csv"])
    stand_still(person)
    assert person.sees("Saving visits.csv…")
    assert not person.button("Save the visits as CSV").isEnabled()
    person.click("Stop")
    person.until(lambda: person.sees("Stopped: the file was not saved."))
    assert not page(person).progress.isVisible()
    assert person.button("Save the visits as CSV").isEnabled()
    assert not (tmp_path / "visits.csv").exists()


def test_a_window_closes_at_once_and_its_file_is_written_all_the_same(
    person: Person, tmp_path: Path
) -> None:
    page(person).write(tmp_path / "visits.csv", ["csv"])
    process = stand_still(person)
    person.window.close()
    person.tasks.close()  # it would wait for ever
    process.send_signal(signal.SIGCONT)
    person.until(lambda: process.poll() is not None)  # it is in the desk's folder until then
    assert (tmp_path / "visits.csv").exists()


def test_a_file_that_cannot_be_written_is_said_in_words(person: Person, tmp_path: Path) -> None:
    (tmp_path / "taken.xlsx").mkdir()
    page(person).controller.export(tmp_path / "taken.xlsx", "xlsx", with_cards=False)
    person.until(lambda: person.sees("taken.xlsx"))
    assert person.button("Save the visits for Excel").isEnabled()


def test_before_the_enrolment_the_page_says_what_to_do(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert desk_fixture.desk.record() is None
    person = person_at()
    QTest.keyClick(person.window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: page(person).controller.error is not None)
    assert person.sees("not enrolled")
    assert not person.button("Save a report as PDF").isEnabled()


def test_the_language_changes_the_figures_too(person: Person) -> None:
    person.speak("fi")
    QApplication.processEvents()
    person.click("Tarjonnan mukaan")
    assert [row[0] for row in table(person)] == ["Illan konsertti", "Uimahalli"]
