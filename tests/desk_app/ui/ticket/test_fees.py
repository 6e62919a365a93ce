"""What is asked for or given at the counter beyond the plain case: fees, and assistants alone."""

from PySide6.QtCore import Qt

from desk_app.services.offer_creation import OfferRequest
from sync.rules.offers import OfferKind
from sync.rules.tickets import Tickets
from sync.rules.visits import Visit
from tests.desk_app.ui.conftest import ENTER, RIGHT, Person


def test_a_fee_is_asked_for_where_the_offer_says_so(person: Person) -> None:
    course = person.desk_fixture.services.offer_creation.add(
        OfferRequest(name_fi="Kurssi", kind=OfferKind.COURSE, value_asked=True, ceiling_cents=2500)
    )
    app_status = person.page._app_status
    app_status.refresh()
    person.until(lambda: app_status.offer(course.id) is not None)
    person.page._controller.choose_offer(course.id)
    person.check("KAIKU0001")
    assert person.sees("Ask for the fee and type it in.")
    person.press(ENTER)  # nothing is recorded before the fee is told
    person.type("37,50")
    person.until(lambda: person.sees("Record: holder · €12.50 to pay"))
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    (entry,) = person.desk_fixture.visits()
    assert isinstance(entry.visit, Visit)
    assert entry.visit.value_cents == 3750

    person.press(Qt.Key.Key_Z, ctrl=True)
    person.until(lambda: person.headline() == "Record undone")
    person.click("Restore the last record")
    person.until(lambda: person.headline() == "Recorded again")
    again = person.desk_fixture.visits()[0].visit
    assert isinstance(again, Visit)
    assert (again.value_cents, again.replaces) == (3750, entry.visit.id)


def test_an_assistant_follows_where_the_holders_ticket_was_given(person: Person) -> None:
    show = person.desk_fixture.services.offer_creation.add(
        OfferRequest(name_fi="Esitys", tickets=1)
    )
    app_status = person.page._app_status
    app_status.refresh()
    person.until(lambda: app_status.offer(show.id) is not None)
    person.page._controller.choose_offer(show.id)
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert person.check("KAIKU0001") == "No Kaikukortti tickets left"
    assert person.sees("An assistant or interpreter still gets a ticket.")
    person.press(RIGHT)
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert [entry.visit.tickets for entry in person.desk_fixture.visits()] == [
        Tickets(assistants=1),
        Tickets(holder=1),
    ]
