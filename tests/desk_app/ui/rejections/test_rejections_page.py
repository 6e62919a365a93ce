"""The inbox, as a person settles what the register refused."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_app.services.offer_creation import OfferRequest
from desk_app.services.ports import Resolution
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.ui.rejections.page import RejectionsPage
from desk_app.ui.widgets.offer_draft import Field
from desk_app.ui.widgets.switch import Switch
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
    person.bridge.tell_data()
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


def test_the_rail_counts_what_needs_a_hand_and_nothing_pops_up(person: Person) -> None:
    refused(person.desk_fixture)
    person.bridge.tell_data()
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


def test_the_same_refusals_stand_together_and_are_sent_again_at_once(person: Person) -> None:
    both = [refused(person.desk_fixture, children=n) for n in (1, 2)]
    opened(person)
    person.until(lambda: person.sees("Send all 2 again"))
    person.click("Send all 2 again")
    person.until(lambda: person.sees("Nothing to resolve"))
    assert [state(person, each) for each in both] == [OperationState.PENDING] * 2


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
    person.until(lambda: len(page._items) == 1)
    person.press(F7)
    person.until(lambda: not page.controller.busy and not page.controller.items)
    focus = QApplication.focusWidget()
    assert focus is page or (focus is not None and page.isAncestorOf(focus))
    person.desk_fixture.clock.at += timedelta(minutes=2)
    person.desk_fixture.refuse(visit_id, "minors_exceeded")
    person.bridge.tell_data()
    said, row = AGAIN[language]
    person.until(lambda: person.sees(said))
    why, then = page._context.language.words.refused(page.controller.items[0])
    assert person.window.message.text().replace("\xa0", " ").endswith(f"{why} {then}")
    assert person.sees(row)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page._items[0].isAncestorOf(focus)


def test_what_is_accepted_after_it_was_sent_again_says_so(person: Person) -> None:
    visit_id = refused(person.desk_fixture)
    page = opened(person)
    person.until(lambda: len(page._items) == 1)
    person.press(F7)
    person.until(lambda: person.sees("Sent again."))
    person.desk_fixture.accept(visit_id)
    person.bridge.tell_data()
    person.until(lambda: person.sees("The register accepted 1 record that you sent again."))
    assert not page.controller.items


def test_one_of_several_that_is_refused_again_takes_no_keyboard_away(person: Person) -> None:
    first, second = (
        refused(person.desk_fixture, children=1),
        refused(person.desk_fixture, children=2),
    )
    page = opened(person)
    person.until(lambda: len(page._items) == 2)
    page._items[1].take_keyboard()
    person.press(F7)
    person.until(lambda: [item.item.id for item in page._items] == [first])
    person.desk_fixture.refuse(second, "minors_exceeded")
    person.bridge.tell_data()
    person.until(lambda: person.sees("The register rejected the record again"))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page._items[0].isAncestorOf(focus)
    assert [item.item.id for item in page._items] == [first, second]


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


def test_several_of_a_kind_are_withdrawn_with_one_question(person: Person) -> None:
    three = [refused(person.desk_fixture, children=n) for n in (0, 1, 2)]
    other = refused(person.desk_fixture, "card_unknown")
    opened(person)
    person.until(lambda: person.sees("Withdraw all 3"))
    for mark in marks(person)[:2]:
        mark.click()
    person.click("Withdraw 2 selected visits")
    assert person.sees("Withdraw 2 visits?")
    assert [state(person, each) for each in three] == [OperationState.REJECTED] * 3
    person.click("Withdraw 2 visits? Withdraw 2 selected visits")
    person.until(lambda: person.sees("Done. The history is kept."))
    assert [state(person, each) for each in (*three, other)] == [
        OperationState.WITHDRAWN,
        OperationState.WITHDRAWN,
        OperationState.REJECTED,
        OperationState.REJECTED,
    ]


def test_where_none_is_marked_all_of_a_kind_are_withdrawn(person: Person) -> None:
    both = [refused(person.desk_fixture, children=n) for n in (1, 2)]
    opened(person)
    person.until(lambda: person.sees("Withdraw all 2"))
    person.click("Withdraw all 2")
    person.click("Withdraw 2 visits? Withdraw all 2")
    person.until(lambda: person.sees("Nothing to resolve"))
    assert [state(person, each) for each in both] == [OperationState.WITHDRAWN] * 2


def test_news_takes_no_mark_away(person: Person) -> None:
    for n in (1, 2):
        refused(person.desk_fixture, children=n)
    opened(person)
    person.until(lambda: person.sees("Withdraw all 2"))
    marks(person)[1].click()
    refused(person.desk_fixture, children=0)
    person.bridge.tell_data()
    person.until(lambda: len(marks(person)) == 3)
    assert [mark.isChecked() for mark in marks(person)] == [False, True, False]
    assert person.sees("Withdraw 1 selected visit")


def marks(person: Person) -> list[Switch]:
    return [each for each in person.window.findChildren(Switch) if each.isVisible()]


def test_a_note_leaves_it_for_kaikukeskus_in_sight(person: Person) -> None:
    visit_id = refused(person.desk_fixture, "card_unknown")
    page = opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(F9)
    person.type("The holder showed the new card")
    person.press(ENTER)
    person.until(lambda: person.sees("Sent to Kaikukeskus"))
    assert person.sees("Note, today: The holder showed the new card")
    item = person.desk_fixture.inbox.item(visit_id)
    assert item is not None
    assert item.left is not None
    assert item.left.remedy is Resolution.NOTE
    person.until(lambda: page.waiting(person.page._app_status) == 0)


def test_escape_stops_a_note_and_changes_nothing(person: Person) -> None:
    visit_id = refused(person.desk_fixture)
    page = opened(person)
    person.until(lambda: person.sees("Swimming hall"))
    person.press(F9, ESCAPE)
    assert person.window.page() is page
    item = person.desk_fixture.inbox.item(visit_id)
    assert item is not None
    assert item.left is None


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
    outbox.settle(
        [SendResult(each.id, OperationState.REJECTED, "malformed") for each in outbox.take(5)]
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
    waiting = StoredOutbox(person.desk_fixture.database, person.desk_fixture.clock).take(500)
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
