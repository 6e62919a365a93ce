"""A scanner at the window: wherever the keyboard is, a card is read and nothing else happens."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk_app.services.scans import Scan
from desk_app.ui.context.page import WindowPage
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import DOWN, ENTER, ESCAPE, RIGHT, Person
from tests.helpers.desk_fixture import DeskFixture

TAB = Qt.Key.Key_Tab
HOLDER, FAMILY = "Holder", "Holder and up to 2 children under 18"
SAME = "You scanned the same card again. It is counted once."


def put_in(person: Person, widget: QWidget) -> None:
    """A stranger on the ticket page takes the keyboard."""
    layout = person.page.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()
    widget.setFocus()
    person.until(widget.hasFocus)


def a_list() -> QListWidget:
    made = QListWidget()
    made.addItems(["Aalto", "Kaiku", "Kuu"])
    made.setCurrentRow(0)
    return made


def a_choice() -> QComboBox:
    made = QComboBox()
    made.addItems(["Aalto", "Kaiku", "Kuu"])
    return made


STRANGERS: dict[str, tuple[Callable[[], QWidget], Callable[[QWidget], object]]] = {
    "field": (QLineEdit, lambda each: each.property("text")),
    "text": (QPlainTextEdit, lambda each: each.property("plainText")),
    "number": (QSpinBox, lambda each: each.property("value")),
    "choice": (a_choice, lambda each: each.property("currentText")),
    "list": (a_list, lambda each: each.property("currentRow")),
    "tick": (QCheckBox, lambda each: each.property("checked")),
}


ENDINGS = ((), (ENTER,), (ENTER, ENTER), (TAB,), (ENTER, TAB), (TAB, ENTER))


def scan_into(person: Person, stranger: QWidget, endings: tuple[Qt.Key, ...]) -> None:
    """With the keyboard there, from a counter without a card until the verdict is in sight."""
    person.page._controller.clear()
    person.until(lambda: person.headline() != HOLDER)
    put_in(person, stranger)
    person.scan("KAIKU 0002", *endings)
    person.until(lambda: person.headline() == HOLDER)


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_scan_leaves_no_trace_in_what_has_the_keyboard(person: Person, kind: str) -> None:
    make, state = STRANGERS[kind]
    before, after = {}, {}
    for endings in ENDINGS:
        stranger = make()
        before[endings] = state(stranger)
        scan_into(person, stranger, endings)
        after[endings] = state(stranger)
        stranger.hide()
    assert after == before
    assert person.desk_fixture.visits() == []


def test_a_scan_presses_no_button(person: Person) -> None:
    pressed: list[tuple[Qt.Key, ...]] = []
    for endings in ENDINGS:
        button = QPushButton("Press me")
        button.setDefault(True)
        for signal in (button.clicked, button.pressed):
            signal.connect(lambda *_, ended=endings: pressed.append(ended))
        scan_into(person, button, endings)
        if button.isDown():
            pressed.append(endings)
        button.hide()
    assert pressed == []


def test_a_scan_on_a_switch_changes_no_setting(person: Person) -> None:
    person.page.side.modes._express.setFocus()
    person.scan("KAIKU 0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    assert person.saved == []


def test_a_scan_on_the_button_that_records_records_nothing(person: Person) -> None:
    person.check("KAIKU0001")
    person.page.panel.action.setFocus()
    person.scan("KAIKU 0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    assert person.desk_fixture.visits() == []


def test_a_scan_into_a_dialog_is_read_and_the_dialog_stays(person: Person) -> None:
    dialog = QDialog(person.window)
    field, button = QLineEdit(), QPushButton("OK")
    button.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.addWidget(field)
    column.addWidget(button)  # presses itself at Enter: it is the dialog's default
    dialog.open()
    person.until(field.hasFocus)
    person.scan("KAIKU 0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    assert (field.text(), dialog.isVisible(), field.hasFocus()) == ("", True, True)


class OtherPage(WindowPage):
    topic = "other"
    icon = "info"
    place = 9

    @classmethod
    def title(cls) -> str:
        return "Other"

    def set_default_focus(self) -> None:
        self.setFocus()


def open_other(person: Person) -> OtherPage:
    page = OtherPage()
    person.window.add_page(OtherPage, lambda _: page)
    person.window.open_page(page.topic)
    return page


def test_a_scan_on_another_page_leads_to_the_ticket_window(person: Person) -> None:
    open_other(person)
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    assert person.window.page() is person.page


def test_a_dialog_over_another_page_is_finished_first(person: Person) -> None:
    other = open_other(person)
    dialog = QDialog(person.window)
    dialog.open()
    person.until(lambda: QApplication.activeModalWidget() is dialog)
    person.scan("KAIKU0001", ENTER)
    person.scan("KAIKU0002", ENTER)
    assert person.window.page() is other
    dialog.close()
    person.until(lambda: person.headline() == HOLDER)
    assert person.window.page() is person.page


class AskingDialog(QDialog):
    scan: Scan | None = None

    def handle_scan(self, scan: Scan) -> bool:
        self.scan = scan
        return True


def test_a_dialog_that_wants_a_card_gets_it(person: Person) -> None:
    dialog = AskingDialog(person.window)
    dialog.open()
    person.until(lambda: QApplication.activeModalWidget() is dialog)
    person.scan("KAIKU0002", ENTER)
    assert dialog.scan is not None
    assert dialog.scan.entry is EntryMethod.SCANNER
    assert person.number == ""


def test_a_person_types_anywhere_as_ever(person: Person) -> None:
    field = QLineEdit()
    put_in(person, field)
    person.type("Kaiku 7+8")
    assert field.text() == "Kaiku 7+8"


def test_a_person_presses_a_button_by_space_as_ever(person: Person) -> None:
    button = QPushButton("Press me")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    put_in(person, button)
    person.type(" ")
    assert len(pressed) == 1


def test_a_letter_that_waits_is_typed_before_the_key_after_it(person: Person) -> None:
    field = QLineEdit()
    put_in(person, field)
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, "x")
    person.pause()
    assert field.text() == "axb"


def test_a_held_key_repeats_as_ever(person: Person) -> None:
    field = QLineEdit()
    put_in(person, field)
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(9):
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, none, "7", autorep=True)
        QApplication.sendEvent(field, pressed)
    assert field.text() == "777777777"


def test_a_letter_made_with_a_dead_key_is_typed_as_ever(person: Person) -> None:
    field = QLineEdit()
    put_in(person, field)
    composed = QInputMethodEvent("", [])
    composed.setCommitString("é")
    QApplication.sendEvent(field, composed)
    person.pause()
    assert field.text() == "é"


def test_a_burst_with_a_letter_made_by_a_dead_key_is_one_scan(person: Person) -> None:
    field = QLineEdit()
    put_in(person, field)
    composed = QInputMethodEvent("", [])
    composed.setCommitString("Ä")  # what a Finnish computer makes of ]A, by which Code 39 is named
    QApplication.sendEvent(field, composed)
    for character in "0KAIKU0002":
        person._ms += 8
        QTest.keyClicks(field, character)
    person.pause()
    person.until(lambda: person.headline() == HOLDER)
    assert field.text() == ""


def test_a_line_feed_sent_as_ctrl_j_ends_a_scan(person: Person) -> None:
    field = QLineEdit()
    put_in(person, field)
    person.scan("KAIKU0002", ENTER)
    QTest.keyClick(field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: person.headline() == HOLDER)
    assert field.text() == ""


def test_a_scan_through_a_finnish_keyboard_is_a_card(person: Person) -> None:
    person.scan("(KAIKU+0001(", ENTER)
    person.until(lambda: person.headline() == FAMILY)
    assert person.number == "KAIKU0001"


def test_a_slow_scanner_is_a_scanner(person: Person) -> None:
    person.page.side.modes._express.setFocus()
    person.scan("KAIKU0001", ENTER, ms_apart=30)
    person.until(lambda: person.headline() == FAMILY)
    assert person.number == "KAIKU0001"


def test_the_prefix_that_was_set_is_taken_off(
    ready_desk_fixture: DeskFixture, person_at: Callable[..., Person]
) -> None:
    assert ready_desk_fixture.offers.all()
    person = person_at(scanner_prefix="ID")
    person.scan("IDKAIKU0001", ENTER)
    person.until(lambda: person.headline() == FAMILY)


def test_a_prefix_that_is_the_beginning_of_a_card_of_the_register_is_left_on(
    ready_desk_fixture: DeskFixture, person_at: Callable[..., Person]
) -> None:
    assert ready_desk_fixture.offers.all()
    person = person_at(scanner_prefix="K")
    person.scan("KAIKU0001", ENTER)
    person.until(lambda: person.headline() == FAMILY)
    person.scan("KKAIKU0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)


# Two scans in a row


def test_a_second_scan_takes_the_place_of_the_first_and_says_so(person: Person) -> None:
    person.scan("KAIKU0001", ENTER)
    person.until(lambda: person.headline() == FAMILY)
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    assert person.sees("The previous card was not recorded.")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert not person.sees("The previous card was not recorded.")


def test_a_second_scan_after_a_refused_card_needs_no_word(person: Person) -> None:
    person.scan("KAIKU0003", ENTER)
    person.until(lambda: person.headline() == "The card has expired")
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    assert not person.sees("was not recorded")


def test_two_scans_back_to_back_are_two_scans(person: Person) -> None:
    person.pause(500)
    for text in ("KAIKU0001", "KAIKU0002"):
        for character in text:
            person._ms += 2
            QTest.keyClicks(person._with_keyboard(), character)
        QTest.keyClick(person._with_keyboard(), ENTER)
    person.until(lambda: person.headline() == HOLDER)
    assert person.number == "KAIKU0002"


def test_the_same_card_twice_counts_once_and_keeps_the_tickets(person: Person) -> None:
    person.scan("KAIKU0001", ENTER)
    person.until(lambda: person.headline() == FAMILY)
    asked = list(person.desk_fixture.register.asked)
    person.press(DOWN, RIGHT)
    person.scan("KAIKU0001", ENTER)
    person.until(lambda: person.sees(SAME))
    assert person.steppers()["Children under 18"] == 1
    assert person.headline() == FAMILY
    assert set(person.desk_fixture.register.asked) == set(asked)


def test_the_same_card_right_after_its_record_is_no_second_visit(person: Person) -> None:
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    person.scan("KAIKU0002", ENTER)
    assert person.sees("You scanned the same card again. It has already been recorded once.")
    assert person.headline() == "Recorded"


def test_the_same_card_a_while_later_is_checked_afresh(person: Person) -> None:
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    person.pause(6000)
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)


def test_a_refused_card_scanned_again_later_is_looked_up_again(person: Person) -> None:
    person.scan("KAIKU9999", ENTER)
    person.until(lambda: person.headline() == "Not in the register")
    person.scan("KAIKU9999", ENTER)
    assert person.sees(SAME)
    person.pause(6000)
    person.scan("KAIKU9999", ENTER)
    person.until(lambda: not person.sees(SAME))
    person.until(lambda: person.desk_fixture.register.asked.count("KAIKU9999") == 4)


# What is no card


def test_a_web_address_is_told_and_nothing_is_checked(person: Person) -> None:
    person.scan("https://lippu.example/tilaus", ENTER)
    assert person.headline() == "This is a web address, not a Kaikukortti"
    assert person.desk_fixture.register.asked == []
    assert person.number == ""
    person.press(ESCAPE)
    assert person.headline() == "Scan a card or type its number"


def test_something_else_beside_a_verdict_takes_nothing_away(person: Person) -> None:
    person.scan("KAIKU0001", ENTER)
    person.until(lambda: person.headline() == FAMILY)
    person.press(DOWN, RIGHT)
    person.scan("https://lippu.example/tilaus", ENTER)
    assert person.sees("This is a web address, not a Kaikukortti")
    assert (person.headline(), person.steppers()["Children under 18"]) == (FAMILY, 1)
