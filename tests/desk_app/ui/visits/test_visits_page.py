"""The page of visits, as a person finds, corrects and takes back what was recorded."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt

from desk_app.services.errors import StoreFullError
from desk_app.services.offer_creation import OfferRequest
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.services.visit_pages import VisitLine
from desk_app.store.visits.activity import StoredActivity
from desk_app.ui.visits.controller import PAGE
from desk_app.ui.visits.page import VisitsPage
from sync.rules.visits import EntryMethod, Tickets, VenueVisit, Visit, VisitState, VoidReason
from tests.desk_app.ui.conftest import DOWN, ENTER, ESCAPE, Person
from tests.helpers.desk_fixture import ALONE, FAMILY, NOW, POOL, TONIGHT, DeskFixture

DELETE = Qt.Key.Key_Delete


def record(
    desk_fixture: DeskFixture,
    number: str = FAMILY.number,
    offer_id: UUID = POOL.id,
    *,
    children: int = 0,
    days_ago: int = 0,
) -> UUID:
    asked = VisitRequest(
        number=number,
        offer_id=offer_id,
        tickets=TicketsRequest(children=children),
        entry=EntryMethod.PAPER,
        at=NOW - timedelta(days=days_ago),
    )
    return desk_fixture.services.recording.record(asked).visit.id


def opened(person: Person) -> VisitsPage:
    person.press(Qt.Key.Key_2, ctrl=True)
    page = person.window.page()
    assert isinstance(page, VisitsPage)
    person.until(lambda: not page.controller.loading)
    return page


def lines(page: VisitsPage) -> list[VisitLine]:
    rows = page.controller.rows
    return [line for n in range(rows.rowCount()) if (line := rows.row(n)) is not None]


def marked(person: Person, page: VisitsPage, visit_id: UUID) -> VisitsPage:
    person.until(lambda: any(line.id == visit_id for line in lines(page)))
    page.table.pick(page.controller.rows.place(lambda line: line.id == visit_id))
    page.table.set_default_focus()
    return page


def correcting(person: Person, visit_id: UUID) -> VisitsPage:
    """The page, with the form in front in which a visit is corrected."""
    page = marked(person, opened(person), visit_id)
    person.press(ENTER)
    person.until(lambda: person.sees("Correct the visit"))
    return page


def until_corrected(person: Person, page: VisitsPage) -> VisitLine:
    """The line of the visit that takes the other's place, once it is there."""
    person.until(lambda: any(line.corrects for line in lines(page)))
    return next(line for line in lines(page) if line.corrects)


@pytest.fixture
def two(person: Person) -> tuple[UUID, UUID]:
    """A visit of a family to the pool yesterday, and one of somebody alone to the concert."""
    yesterday = record(person.desk_fixture, FAMILY.number, children=2, days_ago=1)
    return yesterday, record(person.desk_fixture, ALONE.number, TONIGHT.id)


def test_an_empty_journal_says_how_visits_come_to_be_in_it(person: Person) -> None:
    opened(person)
    person.until(lambda: person.sees("No visits yet"))


def test_typing_the_end_of_a_number_finds_its_visits(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = opened(person)
    person.type("0001")
    person.until(lambda: [line.id for line in lines(page)] == [two[0]])
    assert person.sees("“0001”: 1 visit")


def test_days_of_ones_own_narrow_the_list_until_all_is_shown(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = opened(person)
    person.until(lambda: len(lines(page)) == 2)
    person.click("Filter")
    person.click("Choose dates")
    page.narrowing.own.last.setFocus()
    person.type("16.10.2026")
    person.press(ENTER)
    person.until(lambda: [line.id for line in lines(page)] == [two[0]])
    assert person.sees("Until 16.10.2026")
    person.click("Show all")
    person.until(lambda: len(lines(page)) == 2)
    assert not page.narrowing.own.isVisible()
    person.click("Choose dates")
    person.until(lambda: [line.id for line in lines(page)] == [two[0]])


def test_a_narrowed_list_says_so_and_can_be_widened(person: Person, two: tuple[UUID, UUID]) -> None:
    page = opened(person)
    person.click("Filter")
    person.click("Yesterday")
    person.until(lambda: [line.id for line in lines(page)] == [two[0]])
    person.click("Sent")
    person.until(lambda: person.sees("Yesterday · Sent: 0 visits"))
    person.click("Show all")
    person.until(lambda: len(lines(page)) == 2)
    assert person.sees("This desk's visits")


def test_a_card_scanned_while_searching_finds_its_visits(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = opened(person)
    person.scan(FAMILY.number, ENTER)
    person.until(lambda: [line.id for line in lines(page)] == [two[0]])
    assert person.sees("Card …0001")
    assert not person.sees(FAMILY.number)


def test_a_card_scanned_while_nobody_searches_is_served(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    marked(person, opened(person), two[0])
    person.scan(ALONE.number, ENTER)
    person.until(lambda: person.window.page() is person.page)
    person.until(lambda: person.headline() == "Holder")


def test_a_number_is_whole_only_for_whom_somebody_asks(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = marked(person, opened(person), two[0])
    assert person.sees("Card …0001")
    person.click("Show the number")
    person.until(lambda: person.sees(f"Card {FAMILY.number}"))
    page.table.pick(page.controller.rows.place(lambda line: line.id == two[1]))
    page.table.pick(page.controller.rows.place(lambda line: line.id == two[0]))
    assert not person.sees(FAMILY.number)


def test_a_visit_is_taken_back_by_keys_with_a_reason(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    marked(person, opened(person), two[1])
    person.press(DELETE)
    person.until(lambda: person.sees("Why are you withdrawing this visit?"))
    person.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, ENTER)
    person.until(lambda: person.sees("The visit has been withdrawn."))
    entry = person.desk_fixture.journal.entry(two[1])
    assert entry is not None
    assert entry.voided
    with person.desk_fixture.database.read() as connection:
        reasons = connection.exec_driver_sql("SELECT reason FROM voids").scalars().all()
    assert reasons == [VoidReason.NOT_USED]


def test_two_quick_presses_take_nothing_back(person: Person, two: tuple[UUID, UUID]) -> None:
    marked(person, opened(person), two[1])
    person.press(DELETE, ENTER)
    person.until(lambda: not person.sees("Why are you withdrawing this visit?"))
    entry = person.desk_fixture.journal.entry(two[1])
    assert entry is not None
    assert not entry.voided


def test_tickets_are_corrected_and_the_old_visit_is_shown_as_replaced(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = correcting(person, two[0])
    person.click("Fewer: Children under 18")
    person.click("Save the correction")
    person.until(lambda: person.sees("The visit has been corrected. The original is kept"))
    person.until(lambda: len(lines(page)) == 3)
    old = next(line for line in lines(page) if line.id == two[0])
    new = next(line for line in lines(page) if line.corrects)
    assert page._words().outcome(old) == "replaced"
    assert new.tickets == Tickets(holder=1, children=1)
    assert new.local_date == old.local_date


def test_a_fee_that_was_told_stays_with_the_correction_and_can_be_corrected(
    person: Person,
) -> None:
    course = person.desk_fixture.services.offer_creation.add(
        OfferRequest(name_fi="Palvelu", value_asked=True, ceiling_cents=2500)
    )
    app_status = person.page._app_status
    app_status.refresh()
    person.until(lambda: app_status.offer(course.id) is not None)
    asked = VisitRequest(number=FAMILY.number, offer_id=course.id, value_cents=3750)
    visit_id = person.desk_fixture.services.recording.record(asked).visit.id
    page = correcting(person, visit_id)
    assert page.form.fee.field.text() == "37,50"
    person.click("More: Children under 18")
    page.form.fee.field.setText("40")
    person.press(ENTER)
    person.until(lambda: len(person.desk_fixture.visits()) == 2)
    new = next(each.visit for each in person.desk_fixture.visits() if not each.voided)
    assert isinstance(new, Visit)
    assert (new.value_cents, new.tickets) == (4000, Tickets(holder=1, children=1))


def test_a_scanned_card_takes_the_place_of_a_wrong_one(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = correcting(person, two[1])
    person.scan(FAMILY.number)
    person.press(ENTER)
    assert until_corrected(person, page).card_number == FAMILY.number


def test_a_check_character_is_told_before_the_correction_is_saved(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = correcting(person, two[1])
    person.scan(f"{FAMILY.number}D")
    person.until(lambda: person.sees("The register has this card without the last character"))
    person.press(ENTER)
    assert until_corrected(person, page).card_number == FAMILY.number


def test_a_correction_that_is_refused_says_why_and_loses_nothing(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = correcting(person, two[1])
    person.click("More: Children under 18")
    person.press(ENTER)
    person.until(lambda: person.sees("Too many children for this card"))
    assert person.steppers()["Children under 18"] == 1
    person.press(ESCAPE)
    person.until(lambda: not person.sees("Correct the visit"))
    assert len(lines(page)) == 2
    assert all(not line.corrects for line in lines(page))


def test_what_cannot_be_written_is_said_and_the_visit_stands(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    marked(person, opened(person), two[1])
    person.desk_fixture.journal.fault = StoreFullError(path="desk.db")
    person.click("Withdraw…")
    person.click("It was a mistake")
    person.until(lambda: person.sees("The disk is full"))
    person.desk_fixture.journal.fault = None
    entry = person.desk_fixture.journal.entry(two[1])
    assert entry is not None
    assert not entry.voided


def test_another_desks_visit_is_told_with_its_desk_and_cannot_be_undone(person: Person) -> None:
    received = VenueVisit(
        id=uuid4(),
        desk_id=uuid4(),
        desk_name="Kassa 2",
        card_number=ALONE.number,
        offer_id=POOL.id,
        tickets=Tickets(holder=1),
        local_date=NOW.date(),
        state=VisitState.ACCEPTED,
    )
    StoredActivity(person.desk_fixture.database).apply([received], cursor="1")
    marked(person, opened(person), received.id)
    assert person.sees("Kassa 2")
    assert person.sees("Only the desk that recorded this visit")
    assert not person.sees("Withdraw…")


def test_what_a_sync_brings_comes_into_sight(person: Person, two: tuple[UUID, UUID]) -> None:
    page = opened(person)
    person.until(lambda: len(lines(page)) == len(two))
    record(person.desk_fixture)
    person.bridge.report_data_change()
    person.until(lambda: len(lines(page)) == 3)


def test_more_is_read_when_somebody_scrolls_to_the_end(person: Person) -> None:
    for n in range(PAGE + 20):
        record(person.desk_fixture, days_ago=n % 5)
    page = opened(person)
    person.until(lambda: len(lines(page)) == PAGE)
    page.table.set_default_focus()
    person.press(Qt.Key.Key_End)
    person.until(lambda: len(lines(page)) == PAGE + 20)
    assert person.sees(f"{PAGE + 20} visits")


def test_down_leads_from_the_search_into_the_list_and_letters_lead_back(
    person: Person, two: tuple[UUID, UUID]
) -> None:
    page = opened(person)
    person.until(lambda: len(lines(page)) == len(two))
    person.press(DOWN)
    assert page.table.current() is not None
    person.type("pool")
    assert page.search.text() == "pool"
