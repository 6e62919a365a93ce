"""Small screens and large text: what is to be done now is in sight."""

from functools import partial

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from desk_app.services.errors import NotEnrolledError
from desk_app.services.inbox_items import Resolution
from desk_app.services.recording import TicketsRequest, VisitRequest
from desk_app.services.scans import Scan
from desk_app.ui.appearance.window_placement import fills_screen, show_within_screen, within
from desk_app.ui.paper_forms.grid import Phase
from desk_app.ui.paper_forms.page import PaperPage
from desk_app.ui.rejections.page import RejectionsPage
from desk_app.ui.ticket.verdict_panel import VerdictPanel
from desk_app.ui.visits.page import VisitsPage
from sync.rules.payloads import parse_payload
from sync.rules.visits import EntryMethod
from tests.desk_app.ui.conftest import ENTER, UP, Person, PersonAt
from tests.desk_app.ui.measures import hidden_part, main_buttons, settle, turned_to
from tests.helpers.desk_fixture import POOL, DeskFixture

SCREENS = [(911, 472, 1.0), (1024, 560, 1.0), (1366, 728, 1.5), (1024, 560, 2.0)]
"""1366x768 at 150 %, 1024x600, text at 150 and 200 %; less what the system's bars take."""
at_every_size = pytest.mark.parametrize(("width", "height", "text"), SCREENS)
ROWS = {"KAIKU0001": 4, "KAIKU0004": 3}


def person_with(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, width: int, height: int, text: float
) -> Person:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=text, language="fi")
    person.window.resize(width, height)
    settle()
    return person


def has_rows(panel: VerdictPanel, count: int) -> bool:
    return len(panel.counts.selectors) == count


@at_every_size
def test_tickets_and_the_button_that_records_are_in_sight(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, width: int, height: int, text: float
) -> None:
    person = person_with(ready_desk_fixture, person_at, width, height, text)
    panel = person.page.panel
    for card, rows in ROWS.items():
        person.window.handle_scan(Scan(parse_payload(card), EntryMethod.SCANNER))
        person.until(partial(has_rows, panel, rows))
        settle()
        needed = [*panel.counts.selectors.values(), panel.action, person.page.number]
        assert hidden_part(person.window, needed) == []
        assert panel.head.headline.visibleRegion().boundingRect().height() > (
            panel.head.headline.fontMetrics().height()
        )


@at_every_size
def test_the_printed_day_and_its_button_are_in_sight(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, width: int, height: int, text: float
) -> None:
    person = person_with(ready_desk_fixture, person_at, width, height, text)
    panel = person.page.panel
    person.window.handle_scan(Scan(parse_payload("KAIKU9999"), EntryMethod.SCANNER))
    person.until(
        lambda: person.page._controller.session.offers_provisional and panel.action.isEnabled()
    )
    panel.action.click()
    person.until(panel.printed_day.isVisible)
    settle()
    assert hidden_part(person.window, [panel.printed_day.field, panel.action]) == []


@at_every_size
def test_the_row_that_is_keyed_and_its_titles_are_in_sight(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, width: int, height: int, text: float
) -> None:
    person = person_with(ready_desk_fixture, person_at, width, height, text)
    person.window.open_page("paper")
    page = person.window.page()
    assert isinstance(page, PaperPage)
    for row in range(4):  # the same card again, so that there is a button for that too
        person.type("KAIKU0001", waits=False)
        person.press(ENTER)
        person.until(lambda row=row: page.paper_entry.grid.entries()[row].phase is Phase.KEPT)  # type: ignore[misc]  # bound
    person.press(UP)
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.paper_entry.again_button.isVisible()
    header = page.paper_entry.table.horizontalHeader()
    seen = [focused, header, *main_buttons(person.window), page.paper_entry.again_button]
    assert hidden_part(person.window, seen) == []


@at_every_size
def test_the_buttons_that_save_a_correction_or_a_note_are_in_sight(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, width: int, height: int, text: float
) -> None:
    asked = VisitRequest(number="KAIKU0001", offer_id=POOL.id, tickets=TicketsRequest(holder=1))
    visit = ready_desk_fixture.services.recording.record(asked).visit
    ready_desk_fixture.refuse(visit.id)
    person = person_with(ready_desk_fixture, person_at, width, height, text)
    page = person.open(RejectionsPage)
    window = turned_to(person, page).window()
    person.until(page.details.isVisible)
    hidden: dict[str, list[str]] = {}
    for resolution in (Resolution.NOTE, Resolution.CORRECT):
        page.details.begin(resolution)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        hidden[resolution] = hidden_part(window, [focused, *main_buttons(window)])
        if resolution is Resolution.NOTE:
            page.details.close_foot()
    assert main_buttons(window) == [page.form._save]
    page.form.fail(NotEnrolledError())
    settle()
    hidden["refused"] = hidden_part(window, [page.form._error, *main_buttons(window)])
    visits = person.open(VisitsPage)
    window = turned_to(person, visits).window()
    visits._correct(visit)
    settle()
    hidden["visits"] = hidden_part(window, [visits.form.number, *main_buttons(window)])
    assert main_buttons(window) == [visits.form._save]
    assert {what: which for what, which in hidden.items() if which} == {}


@pytest.mark.parametrize(
    ("free", "all_of_it"),
    [
        (QRect(0, 0, 1024, 560), True),
        (QRect(0, 0, 1366, 728), True),
        (QRect(0, 0, 911, 472), True),
        (QRect(0, 0, 1280, 800), False),
        (QRect(1920, 30, 1920, 1050), False),
    ],
)
def test_a_first_window_is_never_larger_than_what_is_free(free: QRect, *, all_of_it: bool) -> None:
    placed = within(free, QRect(100, 100, 1180, 720))
    assert free.contains(placed)
    assert fills_screen(free) is all_of_it


def test_the_window_fits_the_screen_that_it_comes_up_on(person: Person) -> None:
    person.window.hide()
    show_within_screen(person.window)
    free = person.window.screen().availableGeometry()
    assert person.window.isMaximized() is fills_screen(free)
    assert free.contains(person.window.geometry())
