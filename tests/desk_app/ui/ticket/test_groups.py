"""A group at the counter, and the last visits, each with its way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_app.services.errors import StoreFullError
from desk_app.ui.widgets.button import Button
from tests.desk_app.ui.conftest import DOWN, ENTER, RIGHT, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture

GROUP = Qt.Key.Key_F6


def record(person: Person, number: str, *, more: int = 0) -> None:
    before = len(person.desk_fixture.visits())
    person.check(number)
    if more:
        person.press(DOWN, *[RIGHT] * more)
    person.press(ENTER)
    person.until(lambda: len(person.desk_fixture.visits()) == before + 1)
    person.until(lambda: person.headline() == "Recorded")


def undo_buttons(person: Person) -> list[Button]:
    found = person.window.findChildren(Button)
    return [each for each in found if each.isVisible() and "Undo" in each.accessibleName()]


def test_a_group_is_counted_in_words_card_after_card(person: Person) -> None:
    person.press(GROUP)
    assert person.sees("Scan and record the cards of the group one by one")
    record(person, "KAIKU0004", more=5)
    assert person.sees("1 worker, 5 clients under 16")
    record(person, "KAIKU0001", more=2)
    record(person, "KAIKU0002")
    assert person.sees("2 holders, 1 worker, 2 children, 5 clients under 16")
    assert person.sees("Group: 3 cards")
    assert person.sees("10 tickets")


def test_a_complete_group_is_told_what_to_hand_out(person: Person) -> None:
    person.press(GROUP)
    record(person, "KAIKU0001", more=2)
    record(person, "KAIKU0002")
    person.click("Finish group")
    assert person.headline() == "Group finished"
    assert person.sees("2 holders, 2 children")
    assert person.sees("4 tickets")
    record(person, "KAIKU0004")
    assert not person.sees("2 holders")


def test_a_group_without_a_card_was_none(person: Person) -> None:
    person.press(GROUP, GROUP)
    assert person.headline() == "Scan a card or type its number"
    assert person.sees("Start group")


def test_a_group_is_not_complete_while_a_card_waits(person: Person) -> None:
    person.press(GROUP)
    record(person, "KAIKU0001")
    person.check("KAIKU0002")
    person.press(GROUP)
    assert not person.button("Finish group").isEnabled()
    person.press(ENTER)
    person.until(lambda: person.sees("Group: 2 cards"))
    assert person.sees("2 tickets")


def test_one_card_of_a_group_is_taken_back_alone(person: Person) -> None:
    person.press(GROUP)
    record(person, "KAIKU0001", more=2)
    record(person, "KAIKU0002")
    person.click("1 earlier visit")
    person.click("Undo 18:00, holder, 2 children")
    person.until(lambda: person.sees("Group: 1 card"))
    assert person.sees("1 ticket")
    assert sorted(entry.voided for entry in person.desk_fixture.visits()) == [False, True]


def test_another_offer_completes_the_group(person: Person) -> None:
    person.press(GROUP)
    record(person, "KAIKU0002")
    person.press(Qt.Key.Key_F2)
    person.type("swim")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Group finished")


def test_without_a_group_cards_are_not_counted_together(person: Person) -> None:
    record(person, "KAIKU0001")
    record(person, "KAIKU0002")
    assert not person.page.panel.band.isVisible()


def test_earlier_visits_are_listed_with_their_numbers_masked(person: Person) -> None:
    record(person, "KAIKU0001")
    record(person, "KAIKU0002")
    assert len(undo_buttons(person)) == 1
    person.click("1 earlier visit")
    assert person.sees("18:00 · holder · …01")
    assert len(undo_buttons(person)) == 2


def test_in_a_group_the_switches_stay_in_sight(person: Person) -> None:
    person.window.resize(1366, 768)
    person.press(GROUP)
    for number in ("KAIKU0001", "KAIKU0002", "KAIKU0004", "KAIKU0001", "KAIKU0002"):
        record(person, number)
    modes = person.page.side.modes
    assert modes.visibleRegion().boundingRect() == modes.rect()


def test_the_number_keeps_the_keyboard_while_the_list_grows(person: Person) -> None:
    for number in ("KAIKU0001", "KAIKU0002", "KAIKU0004"):
        record(person, number)
    assert QApplication.focusWidget() is person.page.number


def test_in_very_large_type_the_last_visits_fit_their_column(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(text_scale=2.0)
    person.window.resize(1024, 600)
    person.press(GROUP)
    record(person, "KAIKU0001", more=2)
    record(person, "KAIKU0004", more=5)
    side = person.page.side
    inner = side.widget()
    assert inner is not None
    assert inner.width() == side.viewport().width()


def test_an_earlier_undo_that_fails_is_said_unasked(person: Person) -> None:
    record(person, "KAIKU0001")
    record(person, "KAIKU0002")
    person.click("1 earlier visit")
    person.desk_fixture.journal.fault = StoreFullError(path="desk.db")
    person.click("Undo 18:00, holder")
    person.until(lambda: person.sees("The disk is full: desk.db."))
    person.desk_fixture.journal.fault = None
    person.click("Undo 18:00, holder")
    person.until(lambda: person.sees("Undone · 18:00"))
