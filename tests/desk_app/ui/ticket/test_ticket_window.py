"""The main job at the window, through what a person sees and presses."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desk_app.services.errors import StoreFullError, StoreLockedError
from desk_app.ui.input.scan_hints import ScanHint
from sync.ports import OperationState
from sync.rules.policy import Policy
from sync.rules.visits import EntryMethod, Tickets
from tests.desk_app.ui.conftest import DOWN, ENTER, ESCAPE, LEFT, RIGHT, UP, Person, PersonAt
from tests.desk_app.ui.measures import settle
from tests.helpers.desk_fixture import NOW, TONIGHT, DeskFixture


def only_tickets(desk_fixture: DeskFixture) -> Tickets:
    (entry,) = desk_fixture.visits()
    return entry.visit.tickets


def test_the_plain_case_is_a_scan_and_enter(person: Person) -> None:
    person.scan("KAIKU0001", ENTER)
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    (entry,) = person.desk_fixture.visits()
    assert (entry.visit.tickets, entry.visit.entry) == (Tickets(holder=1), EntryMethod.SCANNER)
    assert entry.state is OperationState.PENDING


def test_a_hint_that_takes_more_lines_than_the_one_before_is_whole_in_sight(
    person: Person,
) -> None:
    person.window.resize(1366, 768)
    person.check("KAIKU0001")
    for hint in (ScanHint.SAME_CARD, ScanHint.KEYBOARD):
        person.page._controller.session.hint = hint
        person.page._controller.changed.emit()
        settle()
        assert person.page.panel.scroll_area.verticalScrollBar().maximum() == 0


def test_a_number_may_be_typed(person: Person) -> None:
    assert person.check("kaiku-0002") == "Holder"
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert person.desk_fixture.visits()[0].visit.entry is EntryMethod.TYPED


def test_a_scan_without_enter_is_checked_after_a_silence(person: Person) -> None:
    person.scan("KAIKU0001")
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")
    assert person.desk_fixture.visits() == []


def test_both_enters_of_a_scanner_record_nothing(person: Person) -> None:
    person.scan("KAIKU0001", ENTER, ENTER)
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")
    assert person.desk_fixture.visits() == []


def test_a_scan_takes_the_place_of_what_was_half_typed(person: Person) -> None:
    person.type("KA")
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == "Holder")
    assert person.number == "KAIKU0002"


def test_recorded_is_said_with_the_number_masked_and_out_of_the_field(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(DOWN, RIGHT, RIGHT, ENTER)
    person.until(lambda: person.sees("Recorded 18:00"))
    assert person.sees("holder, 2 children · …01")
    assert person.number == ""
    assert not person.sees("KAIKU0001")


def test_arrows_choose_the_tickets(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(DOWN, RIGHT, DOWN, RIGHT, RIGHT, DOWN, RIGHT, LEFT, UP)
    assert person.steppers() == {
        "Holder": 1,
        "Children under 18": 1,
        "Grandchildren under 18": 1,
        "Assistants, interpreters": 0,
    }


def test_plus_and_minus_work_the_chosen_kind(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(DOWN)
    person.type("++-")
    assert person.steppers()["Children under 18"] == 1


def test_numbers_stop_at_what_the_card_allows(person: Person) -> None:
    person.check("KAIKU0001")
    person.choose("Children under 18", "2")
    person.choose("Grandchildren under 18", "1")
    assert person.steppers()["Grandchildren under 18"] == 0
    assert person.sees("3 tickets")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert only_tickets(person.desk_fixture) == Tickets(holder=1, children=2)


def test_a_community_card_has_tickets_of_its_own(person: Person) -> None:
    person.check("KAIKU0004")
    assert person.steppers() == {
        "Worker": 1,
        "Clients under 16": 0,
        "Assistants, interpreters": 0,
    }


def test_no_ticket_at_all_cannot_be_recorded(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(LEFT, ENTER)
    person.until(lambda: person.sees("This cannot be recorded as it is"))
    assert person.desk_fixture.visits() == []


def test_a_refused_card_says_why_and_what_to_do(person: Person) -> None:
    assert person.check("KAIKU0003") == "The card has expired"
    assert person.sees("The holder can get a new card from a Kaikukortti issuer.")
    person.press(ENTER)
    assert person.desk_fixture.visits() == []


def test_text_that_is_no_number_is_said_to_be_none(person: Person) -> None:
    assert person.check("a!") == "Not a Kaikukortti number"


def test_escape_clears_the_card(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(ESCAPE)
    assert person.number == ""
    assert person.headline() == "Scan a card or type its number"


def test_typing_after_a_verdict_begins_a_new_number(person: Person) -> None:
    person.check("KAIKU0001")
    person.type("K")
    assert person.number == "K"
    assert person.steppers() == {}


def test_a_letter_typed_on_a_button_lands_in_the_number(person: Person) -> None:
    person.button("Choose the offer").setFocus()
    person.type("k9")
    assert person.number == "k9"
    assert QApplication.focusWidget() is person.page.number


def test_a_held_enter_does_not_record(person: Person) -> None:
    person.check("KAIKU0001")
    held = QKeyEvent(
        QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(person.page.number, held)
    assert person.steppers() != {}
    assert person.desk_fixture.visits() == []


def test_an_old_answer_never_stands_beside_a_new_number(person: Person) -> None:
    person.desk_fixture.register.open.clear()
    person.type("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.desk_fixture.register.asked == ["KAIKU0001"])
    person.type("KAIKU0002")
    person.press(ENTER)
    person.desk_fixture.register.open.set()
    person.until(lambda: person.headline() == "Holder")
    assert person.number == "KAIKU0002"


def test_a_slow_answer_is_waited_for_in_words(person: Person) -> None:
    person.desk_fixture.register.open.clear()
    person.type("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Checking…")
    person.desk_fixture.register.open.set()
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")


def test_a_fault_keeps_the_number_and_enter_tries_again(person: Person) -> None:
    person.desk_fixture.register.fault = StoreLockedError(path="desk.db")
    person.type("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Another program is using this desk's data")
    assert person.number == "KAIKU0001"
    person.desk_fixture.register.fault = None
    person.press(ENTER)
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")


def test_a_full_disk_records_nothing_and_enter_tries_again(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(DOWN, RIGHT)
    person.desk_fixture.journal.fault = StoreFullError(path="desk.db")
    person.press(ENTER)
    person.until(lambda: person.headline() == "The disk is full")
    assert not person.sees("Recorded")
    person.desk_fixture.journal.fault = None
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert only_tickets(person.desk_fixture) == Tickets(holder=1, children=1)


def test_the_next_scan_waits_while_a_visit_is_written_down(person: Person) -> None:
    person.check("KAIKU0001")
    person.desk_fixture.register.open.clear()
    person.press(ENTER)
    person.scan("KAIKU0002", ENTER)
    assert person.number == "KAIKU0001"
    person.desk_fixture.register.open.set()
    person.until(lambda: person.headline() == "Holder")
    assert (person.number, len(person.desk_fixture.visits())) == ("KAIKU0002", 1)


def test_undo_takes_the_last_record_back(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.sees("Recorded 18:00"))
    person.click("Undo the last record")
    person.until(lambda: person.sees("Undone 18:00"))
    (entry,) = person.desk_fixture.visits()
    assert entry.voided


def test_ctrl_z_takes_the_last_record_back(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.sees("Recorded 18:00"))
    person.press(Qt.Key.Key_Z, ctrl=True)
    person.until(lambda: person.sees("Undone 18:00"))
    assert person.desk_fixture.visits()[0].voided


def test_ctrl_z_in_a_half_typed_number_takes_no_record_back(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.sees("Recorded 18:00"))
    person.type("KA")
    person.press(Qt.Key.Key_Z, ctrl=True)
    person.check("KAIKU0002")
    assert not person.desk_fixture.visits()[0].voided


def test_an_undo_that_fails_is_said_and_can_be_tried_again(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.sees("Recorded 18:00"))
    person.desk_fixture.journal.fault = StoreFullError(path="desk.db")
    person.click("Undo the last record")
    person.until(lambda: person.sees("The disk is full"))
    person.desk_fixture.journal.fault = None
    person.click("Undo the last record")
    person.until(lambda: person.sees("Undone 18:00"))


def test_an_unknown_card_is_recorded_by_its_printed_day(person: Person) -> None:
    assert person.check("KAIKU9999") == "Not in the register"
    person.press(ENTER)
    person.type("9.3.2027")
    assert person.number == "KAIKU9999"
    person.press(ENTER)
    person.until(lambda: person.headline() == "Using the date on the card")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    (entry,) = person.desk_fixture.visits()
    assert (entry.visit.provisional, entry.visit.printed_valid_until) == (True, date(2027, 3, 9))


def test_a_day_that_is_none_is_asked_for_again(person: Person) -> None:
    person.check("KAIKU9999")
    person.press(ENTER)
    person.type("31.2.")
    person.press(ENTER)
    assert person.sees("Enter the date as day, month and year")


def test_a_letter_at_the_printed_day_begins_a_new_number(person: Person) -> None:
    person.check("KAIKU9999")
    person.press(ENTER)
    person.type("K")
    assert person.number == "K"


def test_a_scan_at_the_printed_day_is_the_next_card(person: Person) -> None:
    person.check("KAIKU9999")
    person.press(ENTER)
    person.scan("1234567890", ENTER)
    person.until(lambda: person.number == "1234567890")


def test_a_register_that_is_too_old_offers_the_printed_day(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    desk_fixture.load_register(verified_at=NOW - timedelta(days=40))
    desk_fixture.load_offers()
    person = person_at()
    assert person.check("KAIKU0001") == "This desk's register is too old"
    assert person.sees("Record using the date on the card")


def test_where_the_policy_forbids_it_the_printed_day_is_not_offered(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol(Policy(provisional_allowed=False))
    desk_fixture.load_register()
    desk_fixture.load_offers()
    person = person_at()
    person.check("KAIKU9999")
    assert not person.sees("Record using the date on the card")


def test_the_offer_is_chosen_once_and_kept(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.offers.all()
    person = person_at(offer_id=None)
    person.until(lambda: person.sees("What are the tickets for?"))
    person.type("concert")
    person.press(ENTER)
    person.until(lambda: bool(person.saved))
    assert person.saved[-1].offer_id == TONIGHT.id
    assert person.check("KAIKU0002") == "Holder"


def test_a_scan_while_the_list_is_open_is_a_card(person: Person) -> None:
    person.press(Qt.Key.Key_F2)
    assert person.sees("What are the tickets for?")
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == "Holder")
    assert not person.sees("What are the tickets for?")


def test_another_offer_judges_the_card_afresh(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(Qt.Key.Key_F2)
    person.type("opera")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Sold out")
    assert person.number == "KAIKU0001"


def test_settings_that_cannot_be_kept_are_said(person: Person) -> None:
    person.save_fault = StoreFullError(path="settings.json")
    person.speak("sv")
    person.until(lambda: person.sees("settings.json"))


def test_a_desk_without_offers_says_what_to_do(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    person = person_at()
    assert person.headline() == "No offers yet"


def test_a_desk_that_is_not_enrolled_says_so(person_at: PersonAt) -> None:
    person = person_at()
    assert person.headline() == "This desk is not enrolled with the register"


def test_a_desk_that_was_revoked_says_so(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    ready_desk_fixture.desk.refused("desk_revoked")
    person = person_at()
    assert person.headline() == "The register no longer accepts this desk"


def test_a_card_scanned_before_an_offer_is_chosen_waits_for_it(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.offers.all()
    person = person_at(offer_id=None)
    person.press(ESCAPE)
    person.scan("KAIKU0002", ENTER)
    assert person.sees("What are the tickets for?")
    person.press(ENTER)
    person.press(ENTER)
    person.until(lambda: person.headline() == "Holder")


def test_a_number_typed_without_any_offer_leaves_the_advice_in_sight(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    person = person_at()
    person.type("KAIKU0001")
    person.press(ENTER)
    assert person.headline() == "No offers yet"
