"""The inbox, as a person settles what the register refused."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.services.inbox_items import Resolution
from desk_app.services.offer_creation import OfferRequest
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.store.recovery.missing_operations import StoredMissingOperations
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.ui.rejections.page import RejectionsPage
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.offer_draft import Field
from desk_app.ui.widgets.two_line_list import _ROW
from sync.ports import OperationState, SendResult
from sync.rules.offers import Offer, OfferKind
from sync.rules.visits import OwnOffer, Tickets
from tests.desk_app.ui.conftest import ENTER, ESCAPE, Person, PersonAt
from tests.helpers.desk_fixture import FAMILY, POOL, DeskFixture

F6, F7, F8, F9 = Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9


def refused(desk_fixture: DeskFixture, code: str = "minors_exceeded", *, children: int = 2) -> UUID:
    asked = VisitRequest(
        number=FAMILY.number, offer_id=POOL.id, tickets=TicketsRequest(children=children)
    )
    visit_id = desk_fixture.services.recording.record(asked).visit.id
    desk_fixture.refuse(visit_id, code)
    return visit_id


def opened(person: Person) -> RejectionsPage:
    person.bridge.report_data_change()
    person.press(Qt.Key.Key_3, ctrl=True)
    page = person.window.page()
    assert isinstance(page, RejectionsPage)
    person.until(lambda: not page.controller.loading)
    return page


def state(person: Person, visit_id: UUID) -> OperationState:
    entry = person.desk_fixture.journal.entry(visit_id)
    assert entry is not None
    return entry.state


def test_an_empty_inbox_says_that_there_is_nothing_to_do(person: Person) -> None:
    opened(person)
    person.until(lambda: person.sees("Nothing to resolve"))


def test_what_is_missing_is_said_until_somebody_confirms_having_read_it(person: Person) -> None:
    lost = StoredMissingOperations(person.desk_fixture.database)
    lost.notice(["0199" + 12 * "0"], person.desk_fixture.clock.now)
    page = opened(person)
    person.until(lambda: "At least 1 unsent record" in page.missing.bar.text())
    assert person.window.rail.button("inbox").accessibleName() == "To resolve, 1 record to resolve"
    person.click("I have read this")
    person.until(lambda: not page.missing.isVisible())
    assert lost.missing(person.desk_fixture.clock.now()) is None


def test_the_rail_counts_what_needs_a_hand_and_nothing_pops_up(person: Person) -> None:
    refused(person.desk_fixture)
    person.bridge.report_data_change()
    person.until(lambda: person.window.rail.button("inbox").accessibleName() != "To resolve")
    assert person.window.rail.button("inbox").accessibleName() == "To resolve, 1 record to resolve"
    assert person.window.page() is person.page


def test_a_refusal_says_why_and_what_it_was_and_what_to_do(person: Person) -> None:
    refused(person.desk_fixture)
    opened(person)
    person.until(lambda: person.sees("There were more children's tickets than the card covers."))
    assert person.sees("Correct the tickets to match what was handed out.")
    assert person.sees("Holder, 2 children · Swimming hall")
    assert person.sees("Card …0001 · today 18:00")
    assert not person.sees(FAMILY.number)


def rows_of(page: RejectionsPage) -> list[UUID]:
    return list(page.rows.places())


def states(page: RejectionsPage) -> list[str]:
    """The dots' words in the list."""
    model = page.rows.model()
    shown = (model.index(place, 0).data(_ROW) for place in page.rows.places().values())
    return [row.state.replace("\xa0", " ") for row in shown]


def primary(page: RejectionsPage) -> list[str]:
    buttons = [each for each in page.details.findChildren(Button) if each.isVisible()]
    return [each.text() for each in buttons if each.property("role") == "primary"]


def test_the_list_says_what_is_with_whom_by_a_dot_and_a_word(person: Person) -> None:
    left = refused(person.desk_fixture, "card_unknown")
    person.desk_fixture.services.rejections.leave(left, note="asked")
    again = refused(person.desk_fixture, "card_expired")
    person.desk_fixture.services.rejections.send_again(again)
    person.desk_fixture.refuse(again, "card_expired")
    refused(person.desk_fixture)
    page = opened(person)
    person.until(lambda: len(rows_of(page)) == 3)
    assert states(page) == ["rejected again 18:00", "rejected", "with Kaikukeskus"]


def test_what_is_recommended_comes_first_and_is_the_primary_button(person: Person) -> None:
    refused(person.desk_fixture)
    conflict = refused(person.desk_fixture, "id_conflict")
    page = opened(person)
    person.until(lambda: len(rows_of(page)) == 2)
    assert primary(page) == ["Correct and send again"]
    assert page.details._buttons[Resolution.CORRECT].key_place() is not None
    page.rows.show_current(conflict)
    assert not page.details._buttons[Resolution.AGAIN].isVisible()
    assert primary(page) == ["Correct and send again"]
    person.press(Qt.Key.Key_A, ctrl=True)
    person.until(lambda: person.sees("2 records selected"))
    assert primary(page) == ["Send to Kaikukeskus"]


def test_enter_in_the_list_does_what_is_recommended(person: Person) -> None:
    refused(person.desk_fixture)
    opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(ENTER)
    person.until(lambda: person.sees("Correct the visit"))


def test_all_with_the_same_reason_are_selected_and_sent_again_at_once(person: Person) -> None:
    both = [refused(person.desk_fixture, children=n) for n in (1, 2)]
    other = refused(person.desk_fixture, "card_unknown")
    opened(person)
    person.until(lambda: person.sees("Select all 2 with this reason"))
    person.click("Select all 2 with this reason")
    person.until(lambda: person.sees("2 records selected"))
    person.press(F7)
    person.until(lambda: person.sees("Card …0001") and not person.sees("2 records"))
    assert [state(person, each) for each in both] == [OperationState.PENDING] * 2
    assert state(person, other) is OperationState.REJECTED


def test_f7_sends_the_one_in_hand_again(person: Person) -> None:
    visit_id = refused(person.desk_fixture)
    opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(F7)
    person.until(lambda: person.sees("Sent again."))
    assert state(person, visit_id) is OperationState.PENDING
    assert not person.sees("Done. The history is kept.")


AGAIN = {
    "en": ("The register rejected the record again at 18:02.", "rejected again today 18:02"),
    "fi": ("Kaikukanta ei hyväksynyt kirjausta nytkään (klo 18.02).", "hylätty taas"),
    "sv": ("Registret avvisade registreringen igen kl. 18.02.", "avvisat på nytt"),
}


@pytest.mark.parametrize("language", AGAIN)
def test_what_is_refused_again_says_so_and_keeps_the_keyboard_in_the_list(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, language: str
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(language=language)
    visit_id = refused(person.desk_fixture)
    page = opened(person)
    person.until(lambda: len(rows_of(page)) == 1)
    person.press(F7)
    person.until(lambda: not page.controller.busy and not page.controller.items)
    focus = QApplication.focusWidget()
    assert focus is page or (focus is not None and page.isAncestorOf(focus))
    person.desk_fixture.clock.at += timedelta(minutes=2)
    person.desk_fixture.refuse(visit_id, "minors_exceeded")
    person.bridge.report_data_change()
    text, row = AGAIN[language]
    person.until(lambda: person.sees(text))
    why, then = page._context.language.words.refused(page.controller.items[0])
    assert person.window.message.text().replace("\xa0", " ").endswith(f"{why} {then}")
    assert person.sees(row)
    assert page.rows.hasFocus()


def test_what_is_accepted_after_it_was_sent_again_says_so(person: Person) -> None:
    visit_id = refused(person.desk_fixture)
    page = opened(person)
    person.until(lambda: len(rows_of(page)) == 1)
    person.press(F7)
    person.until(lambda: person.sees("Sent again."))
    person.desk_fixture.accept(visit_id)
    person.bridge.report_data_change()
    person.until(lambda: person.sees("The register accepted 1 record that you sent again."))
    assert not page.controller.items


def test_one_of_several_that_is_refused_again_takes_no_keyboard_away(person: Person) -> None:
    first, second = (
        refused(person.desk_fixture, children=1),
        refused(person.desk_fixture, children=2),
    )
    page = opened(person)
    person.until(lambda: len(rows_of(page)) == 2)
    page.rows.show_current(second)
    person.press(F7)
    person.until(lambda: rows_of(page) == [first])
    assert page.rows.hasFocus()
    person.desk_fixture.refuse(second, "minors_exceeded")
    person.bridge.report_data_change()
    person.until(lambda: person.sees("The register rejected the record again"))
    assert page.rows.hasFocus()
    assert page.rows.current() == first
    assert rows_of(page) == [first, second]


def test_a_withdrawal_is_asked_about_once_more(person: Person) -> None:
    visit_id = refused(person.desk_fixture)
    opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(F8)
    assert person.sees("Withdraw this visit?")
    assert state(person, visit_id) is OperationState.REJECTED
    person.press(Qt.Key.Key_Tab, ENTER)
    person.until(lambda: person.sees("Done. The history is kept."))
    assert state(person, visit_id) is OperationState.WITHDRAWN


def test_what_is_selected_is_withdrawn_with_one_question(person: Person) -> None:
    three = [refused(person.desk_fixture, children=n) for n in (0, 1, 2)]
    page = opened(person)
    person.until(lambda: len(rows_of(page)) == 3)
    page.rows.show_current(three[0])
    QTest.keyClick(page.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    person.press(F8)
    assert person.sees("Withdraw 2 visits?")
    assert [state(person, each) for each in three] == [OperationState.REJECTED] * 3
    person.click("Withdraw 2 visits")
    person.until(lambda: rows_of(page) == [three[2]])
    assert [state(person, each) for each in three] == [
        OperationState.WITHDRAWN,
        OperationState.WITHDRAWN,
        OperationState.REJECTED,
    ]
    assert page.rows.hasFocus()
    assert page.rows.selected_ids() == (three[2],)


def test_news_takes_nothing_out_of_what_is_selected(person: Person) -> None:
    both = [refused(person.desk_fixture, children=n) for n in (1, 2)]
    page = opened(person)
    person.until(lambda: len(rows_of(page)) == 2)
    person.press(Qt.Key.Key_A, ctrl=True)
    refused(person.desk_fixture, "card_unknown", children=0)
    person.bridge.report_data_change()
    person.until(lambda: len(rows_of(page)) == 3)
    assert page.rows.selected_ids() == tuple(both)


def test_a_note_is_about_what_was_selected_when_it_was_begun(person: Person) -> None:
    first, second = (refused(person.desk_fixture, children=n) for n in (1, 2))
    page = opened(person)
    person.until(lambda: len(rows_of(page)) == 2)
    page.rows.show_current(first)
    person.press(F9)
    person.type("Half of it")
    person.desk_fixture.services.rejections.send_again(first)  # as by another program
    person.bridge.report_data_change()
    person.until(lambda: len(page.controller.items) == 1)
    person.type(" is not for the other")
    assert person.sees("Holder, 1 child")
    person.press(ENTER)
    person.until(lambda: rows_of(page) == [second])
    person.until(lambda: not page.controller.busy)
    kept = person.desk_fixture.inbox.item(second)
    assert kept is not None
    assert kept.escalated is None


def test_a_note_leaves_it_for_kaikukeskus_in_sight(person: Person) -> None:
    visit_id = refused(person.desk_fixture, "card_unknown")
    page = opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(F9)
    person.type("The holder showed the new card")
    person.press(ENTER)
    person.until(lambda: states(page) == ["with Kaikukeskus"])
    assert person.sees("Note, today: The holder showed the new card")
    item = person.desk_fixture.inbox.item(visit_id)
    assert item is not None
    assert item.escalated is not None
    assert item.escalated.resolution is Resolution.NOTE
    person.until(lambda: page.waiting(person.page._app_status) == 0)


def test_escape_stops_a_note_and_changes_nothing(person: Person) -> None:
    visit_id = refused(person.desk_fixture)
    page = opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(F9, ESCAPE)
    assert person.window.page() is page
    item = person.desk_fixture.inbox.item(visit_id)
    assert item is not None
    assert item.escalated is None


def test_a_refused_visit_is_corrected_and_sent_anew(person: Person) -> None:
    visit_id = refused(person.desk_fixture)
    opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(F6)
    person.until(lambda: person.sees("Correct the visit"))
    person.click("Fewer: Children under 18")
    person.click("Save the correction")
    person.until(lambda: person.sees("Nothing to resolve"))
    newest = person.desk_fixture.visits()[0]
    assert newest.visit.tickets == Tickets(holder=1, children=1)
    assert newest.visit.replaces == visit_id
    assert state(person, visit_id) is OperationState.WITHDRAWN


def test_a_visit_refused_for_its_day_is_given_the_right_one_in_one_step(person: Person) -> None:
    visit_id = refused(person.desk_fixture, "malformed")
    page = opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(F6)
    person.until(page.form.day.hasFocus)
    assert not person.sees("Its date does not change")
    person.type("16.10.2026")
    person.press(ENTER)
    person.until(lambda: person.sees("Nothing to resolve"))
    newest = person.desk_fixture.visits()[0]
    assert newest.visit.local_date == date(2026, 10, 16)
    assert newest.visit.replaces == visit_id


def refused_offer(desk_fixture: DeskFixture) -> Offer:
    """One that the venue added itself, with the register's refusal of it."""
    offer = desk_fixture.services.offer_creation.add(
        OfferRequest(name_fi="Saunailta", kind=OfferKind.STANDING)
    )
    outbox = StoredOutbox(desk_fixture.database, desk_fixture.clock)
    outbox.record_results(
        [SendResult(each.id, OperationState.REJECTED, "malformed") for each in outbox.claim(5)]
    )
    return offer


def test_f6_corrects_a_refused_offer_and_sends_it_anew(person: Person) -> None:
    offer = refused_offer(person.desk_fixture)
    page = opened(person)
    person.until(lambda: person.sees("Saunailta"))
    person.press(F6)
    person.until(page.offer_form.fields[Field.NAME_FI].hasFocus)
    person.type(" ja sauna")
    person.press(ENTER)
    person.until(lambda: person.sees("Nothing to resolve"))
    waiting = StoredOutbox(person.desk_fixture.database, person.desk_fixture.clock).claim(500)
    sent = [each for each in waiting if isinstance(each, OwnOffer)]
    assert [(each.offer.id, each.offer.name.fi) for each in sent] == [
        (offer.id, "Saunailta ja sauna")
    ]


def test_escape_leaves_a_refused_offer_as_it_was(person: Person) -> None:
    refused_offer(person.desk_fixture)
    page = opened(person)
    person.until(lambda: person.sees("Saunailta"))
    person.press(F6)
    person.until(page.offer_form.fields[Field.NAME_FI].hasFocus)
    person.press(ESCAPE)
    person.until(lambda: person.sees("Correct and send again"))
    assert person.window.page() is page
    assert len(person.desk_fixture.inbox.items()) == 1


def test_withdrawing_an_offer_asks_about_the_offer(person: Person) -> None:
    offer = refused_offer(person.desk_fixture)
    opened(person)
    person.until(lambda: person.sees("Saunailta"))
    person.press(F8)
    assert person.sees("Remove this offer? Its visits are kept and counted.")
    person.press(Qt.Key.Key_Tab, ENTER)
    person.until(lambda: person.sees("Nothing to resolve"))
    assert offer.id not in {each.id for each in person.desk_fixture.offers.all()}


def test_a_card_scanned_at_the_inbox_is_served(person: Person) -> None:
    refused(person.desk_fixture)
    opened(person)
    person.scan(FAMILY.number, ENTER)
    person.until(lambda: person.window.page() is person.page)
