"""How many keys, or clicks, each of the counter's usual jobs takes after the scan."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desk_app.ui.shell.lock_screen import LockScreen
from sync.rules.visits import Tickets
from tests.desk_app.ui.conftest import ENTER, Person, PersonAt
from tests.helpers.desk_fixture import POOL, TONIGHT, DeskFixture

FAMILY = "Holder and up to 2 children under 18"


def scanned(person: Person, number: str, headline: str) -> Person:
    person.scan(number, ENTER)
    person.until(lambda: person.headline().startswith(headline))
    person.keys = person.clicks = 0
    return person


def recorded(person: Person) -> Tickets:
    person.until(lambda: person.headline() == "Recorded")
    return person.desk_fixture.visits()[-1].visit.tickets


def test_a_holder_alone_is_one_key(person: Person) -> None:
    scanned(person, "KAIKU0002", "Holder")
    person.press(ENTER)
    assert recorded(person) == Tickets(holder=1)
    assert person.keys == 1


def test_a_holder_alone_is_no_key_in_express(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(express=True)
    scanned(person, "KAIKU0002", "Recorded")
    assert recorded(person) == Tickets(holder=1)
    assert person.keys == 0


def test_a_holder_and_two_children_are_three_keys(person: Person) -> None:
    scanned(person, "KAIKU0001", FAMILY)
    person.type("+2")
    person.press(ENTER)
    assert recorded(person) == Tickets(holder=1, children=2)
    assert person.keys == 3


def test_so_they_are_with_the_arrows(person: Person) -> None:
    scanned(person, "KAIKU0001", FAMILY)
    person.press(Qt.Key.Key_Right, Qt.Key.Key_Right, ENTER)
    assert recorded(person) == Tickets(holder=1, children=2)
    assert person.keys == 3


def test_a_community_card_with_five_clients_is_three_keys(person: Person) -> None:
    scanned(person, "KAIKU0004", "Worker")
    person.type("+5")
    person.press(ENTER)
    assert recorded(person) == Tickets(worker=1, community_minors=5)
    assert person.keys == 3


def test_another_favourite_judges_the_card_afresh_by_one_key(person: Person) -> None:
    scanned(person, "KAIKU0001", FAMILY)
    session = person.page._controller.session
    assert session.checked is not None
    assert session.checked.offer.id == TONIGHT.id
    person.press(Qt.Key.Key_2, alt=True)
    person.until(lambda: session.checked is not None and session.checked.offer.id == POOL.id)
    assert person.headline() == FAMILY
    assert person.keys == 1


def test_undo_is_one_key(person: Person) -> None:
    scanned(person, "KAIKU0002", "Holder")
    person.press(ENTER)
    recorded(person)
    person.keys = 0
    person.press(Qt.Key.Key_Z, ctrl=True)
    person.until(lambda: person.headline() == "Record undone")
    assert person.keys == 1


def test_lock_is_one_key(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> None:
    ready_desk_fixture.lock.set_pin("4711")
    person = person_at()
    screen = person.window.findChild(LockScreen)
    assert screen is not None
    pin = screen.findChild(QLineEdit)
    assert pin is not None
    pin.setText("4711")
    person.press(ENTER)
    person.until(lambda: not screen.isVisible())
    person.keys = 0
    person.press(Qt.Key.Key_L, ctrl=True)
    assert screen.isVisible()
    assert person.keys == 1


def test_a_family_at_the_second_favourite_is_three_clicks(person: Person) -> None:
    scanned(person, "KAIKU0001", FAMILY)
    person.click("Swimming hall, Kaleva")
    session = person.page._controller.session
    person.until(lambda: session.checked is not None and session.checked.offer.id == POOL.id)
    person.choose("Children under 18", "2")
    person.click("Record: holder, 2 children")
    assert recorded(person) == Tickets(holder=1, children=2)
    assert person.desk_fixture.visits()[-1].visit.offer_id == POOL.id
    assert (person.keys, person.clicks) == (0, 3)


def test_a_number_behind_a_plus_that_is_too_long_is_a_card_number(person: Person) -> None:
    scanned(person, "KAIKU0001", FAMILY)
    person.type("+123")
    assert (person.number, person.steppers()) == ("123", {})


def test_more_than_the_card_has_gives_as_many_as_it_has(person: Person) -> None:
    scanned(person, "KAIKU0001", FAMILY)
    person.type("+5")
    assert person.steppers()["Children under 18"] == 2
    assert person.sees("3 tickets")


def test_those_who_come_along_are_no_assistants(person: Person) -> None:
    scanned(person, "KAIKU0002", "Holder")
    person.type("+2")
    assert person.steppers() == {"Holder": 1, "Assistants, interpreters": 0}


def test_a_digit_without_a_plus_begins_the_next_card(person: Person) -> None:
    scanned(person, "KAIKU0001", FAMILY)
    person.type("2")
    assert person.number == "2"


def test_a_digit_of_the_number_pad_with_alt_is_left_to_scanners(person: Person) -> None:
    scanned(person, "KAIKU0001", FAMILY)
    keypad = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    QTest.keyClick(person.page.number, Qt.Key.Key_2, keypad)
    assert person.page._controller.offer is not None
    assert person.page._controller.offer.id == TONIGHT.id
