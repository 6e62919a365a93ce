"""Online lookup at the window: it comes by itself, and holds nobody up."""

from dataclasses import replace

from PySide6.QtCore import Qt

from desk_app.services.ports import LookedUpCard
from desk_app.services.status import Connection, ConnectionState
from tests.desk_app.ui.conftest import ENTER, Person
from tests.helpers.desk_fixture import FAMILY

NEW_CARD = replace(FAMILY, number="KAIKU9001")


def online(person: Person, state: ConnectionState = ConnectionState.ONLINE) -> None:
    person.desk_fixture.query_card.answers = True
    person.bridge.report_connection(Connection(state))
    person.until(lambda: person.page._app_status.connection.state is state)


def ask_slow_register(person: Person) -> None:
    """Check the new card; the register, which has it, does not answer yet."""
    online(person)
    person.desk_fixture.query_card.open.clear()
    person.desk_fixture.query_card.cards[NEW_CARD.number] = LookedUpCard(NEW_CARD, revision=2)
    person.type(NEW_CARD.number)
    person.press(ENTER)
    person.until(lambda: person.headline() == "Asking the central register…")


def test_an_unknown_card_is_looked_for_once_more_and_found(person: Person) -> None:
    ask_slow_register(person)
    person.desk_fixture.query_card.open.set()
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert person.desk_fixture.visits()[0].visit.register_revision == 2


def test_an_online_lookup_is_said_with_one_end_to_its_sentence(person: Person) -> None:
    spoken: list[str] = []
    person.page.panel.announced.connect(spoken.append)
    ask_slow_register(person)
    assert spoken[-1].startswith(
        "Asking the central register… The card is not in this desk's copy of the register"
    )


def test_a_card_that_the_central_register_lacks_too_is_unknown(person: Person) -> None:
    online(person)
    assert person.check("KAIKU9001") == "Kaikukanta does not know this card"
    assert person.desk_fixture.query_card.asked == ["KAIKU9001"]


def test_a_card_that_nobody_knows_is_first_checked_by_a_person_then_recorded(
    person: Person,
) -> None:
    online(person)
    person.check("KAIKU9001")
    assert person.sees("The desk asked just now.")
    assert person.sees("The register may reject it later")
    person.press(ENTER)
    person.press(ENTER)
    assert person.page.number.hasFocus()
    assert not person.page.panel.printed_day.isVisible()
    person.click("Record using the date on the card")
    person.until(person.page.panel.printed_day.isVisible)


def test_a_register_that_does_not_answer_is_said_to_be_silent(person: Person) -> None:
    online(person)
    person.desk_fixture.query_card.answers = False
    person.check("KAIKU9001")
    person.until(lambda: person.sees("The central register does not answer"))
    person.press(ENTER)
    assert person.page.panel.printed_day.isVisible()


def test_staff_may_go_on_by_the_printed_day_while_it_is_looked_for(person: Person) -> None:
    ask_slow_register(person)
    person.press(ENTER)
    assert not person.page.panel.printed_day.isVisible(), "by Enter alone nobody goes on"
    person.press(Qt.Key.Key_F8)
    person.type("31.12.2026")
    person.desk_fixture.query_card.open.set()
    person.press(ENTER)
    person.until(lambda: bool(person.steppers()))
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")


def test_the_next_card_does_not_wait_for_the_look_at_the_last(person: Person) -> None:
    online(person)
    person.desk_fixture.query_card.open.clear()
    person.scan("KAIKU9001")
    person.until(lambda: person.headline() == "Asking the central register…")
    person.scan("KAIKU0002")
    person.until(lambda: person.headline() == "Holder")


def test_without_a_connection_no_online_lookup_is_taken(person: Person) -> None:
    online(person, ConnectionState.OFFLINE)
    assert person.check("KAIKU9001") == "Not in the register"
    assert person.desk_fixture.query_card.asked == []
