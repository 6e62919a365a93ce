"""Paper forms keyed in afterwards, as a hand and a scanner do it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desk_app.services.errors import StoreFullError
from desk_app.ui.appearance.theme import TARGET
from desk_app.ui.paper_forms.grid import CELLS, KEYED, Cell, Phase
from desk_app.ui.paper_forms.page import PaperPage
from sync.rules.visits import EntryMethod, Tickets, Visit
from tests.desk_app.ui.conftest import DOWN, ENTER, ESCAPE, UP, Person, PersonAt
from tests.desk_app.ui.measures import settle
from tests.helpers.desk_fixture import POOL, TONIGHT, DeskFixture

TAB = Qt.Key.Key_Tab
YESTERDAY = date(2026, 10, 16)


def opened(person: Person) -> PaperPage:
    return person.open(PaperPage)


@pytest.fixture
def page(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> PaperPage:
    assert ready_desk_fixture.desk.record()
    return opened(person_at(offer_id=POOL.id))


@pytest.fixture
def paper_person(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    """At the grid, for the swimming hall's visits of yesterday."""
    assert ready_desk_fixture.desk.record()
    person = person_at(offer_id=POOL.id)
    opened(person)
    person.type("16.10.2026")
    person.press(ENTER)
    return person


def at(person: Person) -> PaperPage:
    page = person.window.page()
    assert isinstance(page, PaperPage)
    return page


def row_text(person: Person, row: int) -> str:
    grid = at(person).paper_entry.grid
    return str(grid.index(row, CELLS.index(Cell.VERDICT)).data()).replace("\xa0", " ")


def until_shown(person: Person, row: int, words: str) -> None:
    person.until(lambda: words in row_text(person, row))


def numbers(person: Person) -> list[str]:
    return [each.row.number for each in at(person).paper_entry.grid.entries()]


def cell(person: Person) -> tuple[int, str]:
    index = at(person).paper_entry.table.currentIndex()
    return index.row(), CELLS[index.column()]


# Keying in


def test_a_fee_is_keyed_in_where_the_offer_has_it_asked_for(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    desk_fixture.load_register()
    desk_fixture.load_offers([replace(POOL, value_asked=True, ceiling_cents=2500), TONIGHT])
    person = person_at(offer_id=POOL.id)
    page = opened(person)
    assert "Fee, euros" in [each.title for each in page.printing.sheet().columns]
    person.type("16.10.2026")
    person.press(ENTER)
    person.type("KAIKU0001")
    person.press(*[TAB] * KEYED.index(Cell.FEE))
    assert cell(person) == (0, Cell.FEE)
    person.type("3,0,")
    person.press(TAB)
    until_shown(person, 0, "Enter an amount in euros")
    assert not page.paper_entry.record_button.isEnabled()
    page.paper_entry.table.go_to(0, Cell.FEE)
    person.type("5")
    person.press(TAB)
    until_shown(person, 0, "Ready: holder")
    page.paper_entry.record_button.click()
    person.until(lambda: len(person.desk_fixture.visits()) == 1)
    [entry] = person.desk_fixture.visits()
    assert isinstance(entry.visit, Visit)
    assert entry.visit.value_cents == 500


def test_no_fee_is_asked_for_where_the_offer_has_none(paper_person: Person) -> None:
    page = at(paper_person)
    assert page.paper_entry.table.isColumnHidden(CELLS.index(Cell.FEE))
    assert "Fee, euros" not in [each.title for each in page.printing.sheet().columns]


def test_ctrl_5_opens_the_page_with_the_keyboard_where_something_is_missing(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(offer_id=POOL.id)
    QTest.keyClick(person.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert at(person).day.hasFocus()


def test_an_event_of_today_brings_its_day_along(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record()
    page = opened(person_at(offer_id=TONIGHT.id))
    assert page.day.text() == "17.10.2026"
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert page.paper_entry.table.row() == 0


def test_a_number_and_enter_is_a_row_and_the_next_one_waits(paper_person: Person) -> None:
    person = paper_person
    person.type("kaiku0001")
    person.press(ENTER)
    person.type("kaiku0003")
    person.press(ENTER)
    assert cell(person) == (2, Cell.NUMBER)
    until_shown(person, 0, "Holder and up to 2 children under 18 · Ready: holder")
    until_shown(
        person,
        1,
        "The card has expired. It expired on 9.3.2026. The holder can get a new card from",
    )
    assert person.desk_fixture.visits() == []


def test_a_check_character_is_told_and_counts_as_the_same_card(paper_person: Person) -> None:
    person = paper_person
    person.type("kaiku0001")
    person.press(ENTER)
    person.type("kaiku0001d")
    person.press(ENTER)
    until_shown(person, 1, "The register has this card without the last character")
    assert row_text(person, 1).startswith("This card already has a visit for this offer and date.")
    assert "without the last character" not in row_text(person, 0)


def test_tab_goes_from_cell_to_cell_and_into_the_next_row(paper_person: Person) -> None:
    person = paper_person
    person.type("KAIKU0001")
    person.press(TAB, TAB, TAB)
    assert cell(person) == (0, "children")
    person.type("2")
    person.press(*[TAB] * (len(KEYED) - 4))  # past all columns but the fee's, which is not shown
    assert cell(person) == (1, Cell.NUMBER)
    until_shown(person, 0, "Ready: holder, 2 children")


def test_up_and_down_go_from_row_to_row_in_a_column(paper_person: Person) -> None:
    person = paper_person
    person.type("KAIKU0001")
    person.press(ENTER, UP)
    assert cell(person) == (0, Cell.NUMBER)
    person.press(DOWN)
    assert cell(person) == (1, Cell.NUMBER)


def test_all_that_are_ready_are_recorded_and_the_others_stay(paper_person: Person) -> None:
    person = paper_person
    for number in ("KAIKU0001", "KAIKU0003", "KAIKU0002"):
        person.type(number)
        person.press(ENTER)
    person.until(lambda: person.sees("Record 2 ready rows"))
    person.click("Record 2 ready rows")
    until_shown(person, 0, "Recorded: holder")
    until_shown(person, 2, "Recorded: holder")
    person.until(lambda: person.sees("2 rows recorded."))
    recorded = {entry.visit.card_number: entry.visit for entry in person.desk_fixture.visits()}
    assert set(recorded) == {"KAIKU0001", "KAIKU0002"}
    assert {visit.local_date for visit in recorded.values()} == {YESTERDAY}
    assert {visit.entry for visit in recorded.values()} == {EntryMethod.PAPER}
    assert "The card has expired" in row_text(person, 1)
    person.click("Hide recorded rows")
    assert numbers(person) == ["KAIKU0003", ""]


def test_a_row_still_open_is_recorded_with_the_others(paper_person: Person) -> None:
    person = paper_person
    person.type("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.sees("Record 1 ready row"))
    person.type("KAIKU0002")
    person.click("Record 1 ready row")
    person.until(lambda: len(person.desk_fixture.visits()) == 2)


def test_a_row_that_fails_does_not_stop_the_next(paper_person: Person) -> None:
    person = paper_person
    for number in ("KAIKU0001", "KAIKU0002"):
        person.type(number)
        person.press(ENTER)
    person.until(lambda: person.sees("Record 2 ready rows"))
    person.desk_fixture.journal.fault = StoreFullError(path="desk.db")
    person.click("Record 2 ready rows")
    person.until(lambda: person.sees("2 rows need checking."))
    person.desk_fixture.journal.fault = None
    grid = at(person).paper_entry.grid
    grid.setData(grid.index(0, CELLS.index("assistants")), "1")
    person.until(lambda: person.sees("Record 1 ready row"))
    person.click("Record 1 ready row")
    until_shown(person, 0, "Recorded: holder, 1 assistant")
    assert [entry.visit.tickets for entry in person.desk_fixture.visits()] == [
        Tickets(holder=1, assistants=1)
    ]


def test_a_card_that_was_recorded_that_day_is_recorded_again_only_when_asked_for(
    paper_person: Person,
) -> None:
    person = paper_person
    person.type("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.sees("Record 1 ready row"))
    person.click("Record 1 ready row")
    until_shown(person, 0, "Recorded")
    person.type("KAIKU0001")
    person.press(ENTER, UP)
    until_shown(person, 1, "This card already has a visit for this offer and date.")
    assert not at(person).paper_entry.record_button.isEnabled()
    person.press(ENTER, ctrl=True)
    until_shown(person, 1, "Recorded: holder")
    assert len(person.desk_fixture.visits()) == 2


def test_a_card_that_the_register_lacks_asks_for_the_printed_day(paper_person: Person) -> None:
    person = paper_person
    person.type("NEWCARD1")
    person.press(ENTER, UP)
    until_shown(person, 0, "Not in the register. Enter the last valid day printed on the card.")
    person.press(TAB)
    person.type("1.2.27")
    person.press(ENTER)
    until_shown(person, 0, "Using the date on the card · Ready: holder")


def test_a_day_that_is_none_is_told_and_the_row_is_not_ready(paper_person: Person) -> None:
    person = paper_person
    person.type("KAIKU0001")
    person.press(TAB)
    person.type("31.2.27")
    person.press(ENTER)
    until_shown(person, 0, "Enter the date as day, month and year")
    assert not at(person).paper_entry.record_button.isEnabled()


def test_a_scan_fills_the_current_row_and_the_next_scan_the_next_one(
    paper_person: Person,
) -> None:
    person = paper_person
    person.scan("KAIKU0001", ENTER)
    person.scan("KAIKU0002")
    person.until(lambda: numbers(person) == ["KAIKU0001", "KAIKU0002", ""])
    until_shown(person, 1, "Ready: holder")


def test_rows_come_back_when_the_window_opens_again(
    paper_person: Person, person_at: PersonAt
) -> None:
    person = paper_person
    person.type("KAIKU0001")
    person.press(TAB, TAB, TAB)
    person.type("1")
    person.press(ENTER)
    person.type("KAIK")
    person.press(ENTER)
    until_shown(person, 1, "Not in the register")
    again = person_at(offer_id=POOL.id)
    page = opened(again)
    again.until(lambda: page.paper_entry.grid.rowCount() >= 2)
    assert numbers(again)[:2] == ["KAIKU0001", "KAIK"]
    assert "Ready: holder, 1 child" in row_text(again, 0)
    assert "Swimming hall 16.10.2026: " in row_text(again, 0)


def test_rows_of_another_day_stay_until_they_are_moved(paper_person: Person) -> None:
    person = paper_person
    person.type("KAIKU0001")
    person.press(ENTER)
    until_shown(person, 0, "Ready")
    page = at(person)
    page.day.setText("15.10.2026")
    page.day.editingFinished.emit()
    assert person.sees("1 row belongs to another offer or date.")
    person.click("Move to this offer and date")
    until_shown(person, 0, "Holder and up to 2 children under 18")
    assert not row_text(person, 0).startswith("Swimming hall")
    assert [row.day for row, _ in person.desk_fixture.services.paper_entry.rows()] == [
        date(2026, 10, 15)
    ]


def test_a_row_is_removed_only_after_a_question(paper_person: Person) -> None:
    person = paper_person
    person.type("KAIKU0003")
    person.press(ENTER, UP)
    until_shown(person, 0, "The card has expired")
    person.click("Remove this row")
    assert numbers(person) == ["KAIKU0003", ""]
    person.click("Remove the row without recording it? Remove the row")
    person.until(lambda: numbers(person) == [""])
    assert person.desk_fixture.services.paper_entry.rows() == []


def test_buttons_are_those_of_the_part_in_sight_from_the_start(page: PaperPage) -> None:
    assert (page.paper_entry.acts.isVisible(), page.printing.acts.isVisible()) == (True, False)
    page.show_part("print")
    assert (page.paper_entry.acts.isVisible(), page.printing.acts.isVisible()) == (False, True)


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        ("18.10.2026", "is in the future. Did you mean 18.10.2025?"),
        ("16.10.2024", "is too long ago: the limit is 400 days. Did you mean 16.10.2026?"),
    ],
)
def test_a_day_that_cannot_be_is_said_with_the_one_that_was_meant_and_no_row_can_be_keyed(
    page: PaperPage, day: str, fault: str
) -> None:
    page.day.setText(day)
    page.day.editingFinished.emit()
    assert page._day_row._fault.text() == f"The date {day} {fault}"
    assert page.paper_entry.grid.rowCount() == 0


def test_escape_leaves_the_cell_and_then_the_page(paper_person: Person) -> None:
    person = paper_person
    person.press(ESCAPE, ESCAPE)
    assert person.page.isVisible()


def test_how_the_current_row_stands_is_said_below_the_grid(paper_person: Person) -> None:
    person = paper_person
    person.type("KAIKU0004")
    person.press(ENTER, UP)
    person.until(lambda: person.sees("Row 1: Worker and clients under 16 · Ready: worker"))


def test_a_recorded_row_cannot_be_changed(paper_person: Person) -> None:
    person = paper_person
    person.type("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.sees("Record 1 ready row"))
    person.click("Record 1 ready row")
    until_shown(person, 0, "Recorded")
    grid = at(person).paper_entry.grid
    assert not grid.setData(grid.index(0, 0), "KAIKU0002")
    assert grid.entries()[0].phase is Phase.RECORDED


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("part", ["key_in", "print"])
def test_the_page_fits_a_small_screen_in_large_type(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, language: str, part: str
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=2.0, language=language)
    page = opened(person)
    page.show_part(part)
    person.window.resize(1024, 600)
    assert (person.window.width(), person.window.height()) == (1024, 600)
    buttons = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in buttons if not each.accessibleName()] == []
    assert [each.text() for each in buttons if min(each.width(), each.height()) < TARGET] == []


def test_the_other_part_begins_with_the_offer_and_the_day_in_sight(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=2.0, offer_id=TONIGHT.id)
    person.window.resize(1024, 420)
    page = opened(person)
    page.show_part("print")
    bar = page._scroll.verticalScrollBar()
    person.until(lambda: bar.maximum() > 0)
    settle()
    bar.setValue(bar.maximum())
    assert page.day.visibleRegion().isEmpty()
    page.show_part("print")
    assert not page.day.visibleRegion().isEmpty()
