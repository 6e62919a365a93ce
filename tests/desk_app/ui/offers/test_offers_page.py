"""The venue's offers: found, told in words, added, and sold."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QPushButton

from desk_app.ui.appearance.theme import TARGET
from desk_app.ui.offers.page import OffersPage
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.offer_draft import Field
from sync.rules.offers import CardLimit, LimitPeriod, OfferKind, OfferStatus, Sector
from tests.desk_app.ui.conftest import DOWN, ENTER, ESCAPE, Person, PersonAt
from tests.desk_app.ui.measures import settle
from tests.helpers.desk_fixture import NOW, OFFERS, POOL, SOLD_OUT, TOMORROW, TONIGHT, DeskFixture


@pytest.fixture
def page(person: Person) -> OffersPage:
    return opened(person)


def opened(person: Person) -> OffersPage:
    found = person.open(OffersPage)
    person.until(lambda: found.rows.current() is not None)
    return found


def listed(page: OffersPage) -> list[str]:
    rows = page.rows.model()
    return [rows.index(place, 0).data() for place in range(rows.rowCount())]


def details_text(page: OffersPage) -> str:
    labels = page.details.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def pick(page: OffersPage, offer_id: UUID) -> None:
    page.rows.show_current(offer_id)


def test_every_offer_is_on_one_list_under_its_heading(page: OffersPage) -> None:
    assert listed(page) == [
        "Today",
        "Tonight's concert",
        "Opera",
        "No set date",
        "Swimming hall",
        "Upcoming",
        "Tomorrow's play",
    ]


def test_ctrl_4_opens_the_offers_with_the_keyboard_in_the_search(person: Person) -> None:
    QTest.keyClick(person.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = person.window.page()
    assert isinstance(page, OffersPage)
    assert page.search.hasFocus()


def test_the_search_finds_words_and_says_what_to_do_when_it_finds_none(
    person: Person, page: OffersPage
) -> None:
    person.type("kaleva")
    person.until(lambda: listed(page) == ["No set date", "Swimming hall"])
    person.type("x")
    person.until(lambda: person.sees("No matching offers"))
    page.empty.acted.emit()
    person.until(lambda: len(listed(page)) > 3)


def test_a_filter_stays_in_sight_until_all_are_shown(person: Person, page: OffersPage) -> None:
    assert not page.sectors.isVisible()
    person.click("Filter")
    person.click("Sport")
    assert listed(page) == ["No set date", "Swimming hall"]
    assert page.filtered.text() == "Filtered by Sport: 1 of 4 offers."
    person.click("Filter")
    assert page.sectors.isVisible()
    person.click("Show all")
    assert len(listed(page)) == 7
    assert not page.filtered.isVisible()


def test_what_is_left_counts_the_tickets_given_here(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: len(person.desk_fixture.visits()) == 1)
    page = opened(person)
    pick(page, TONIGHT.id)
    person.until(lambda: "27 of 40 tickets left" in details_text(page))
    bar = page.details.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.maximum()) == (27, 40)


def test_a_sold_out_offer_is_said_to_be_so_and_cannot_be_sold(
    person: Person, page: OffersPage
) -> None:
    pick(page, SOLD_OUT.id)
    assert "Sold out: there are no free tickets to a sold-out event." in details_text(page)
    assert not page.details.button.isVisible()
    assert person.page.isHidden()


def test_a_cancelled_offer_is_said_to_be_so(desk_fixture: DeskFixture, person_at: PersonAt) -> None:
    desk_fixture.enrol()
    desk_fixture.load_offers([replace(TONIGHT, status=OfferStatus.CANCELLED)])
    assert "Cancelled: no tickets can be given." in details_text(opened(person_at()))


def test_limits_and_what_the_holder_pays_are_told(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    course = replace(
        POOL,
        kind=OfferKind.COURSE,
        card_limit=CardLimit(2, LimitPeriod.CALENDAR_YEAR),
        value_cents=4000,
        ceiling_cents=2500,
    )
    desk_fixture.load_offers([course])
    text = details_text(opened(person_at(offer_id=course.id)))
    assert "2 times per card per calendar year, all the venue's courses together." in text
    assert "To pay: €15.00." in text
    assert "No children's tickets." in text


def test_choosing_an_offer_makes_it_the_ticket_windows_and_goes_there(
    person: Person, page: OffersPage
) -> None:
    person.press(DOWN, DOWN, DOWN, ENTER)
    assert person.page.isVisible()
    assert person.sees("Tomorrow's play")
    person.until(lambda: bool(person.saved))
    assert person.saved[-1].offer_id == TOMORROW.id
    assert page.isHidden()


def test_a_card_in_sight_is_judged_afresh_for_the_offer_sold(person: Person) -> None:
    person.check("KAIKU0001")
    opened(person).hand_out(SOLD_OUT.id)
    person.until(lambda: person.headline() == "Sold out")


def test_an_offer_is_added_found_and_sold_at_once(person: Person, page: OffersPage) -> None:
    QTest.keyClick(page.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    person.type("Laulujen ilta")
    page.form.fields[Field.DAY].setText("18.10.2026")
    page.form.fields[Field.TIME].setText("19.30")
    person.press(ENTER)
    person.until(lambda: "Added at this desk. Waiting to be sent." in details_text(page))
    added = next(
        each for each in person.desk_fixture.offers.all() if each.name.fi == "Laulujen ilta"
    )
    assert added.starts_at == datetime(2026, 10, 18, 16, 30, tzinfo=UTC)
    assert page.rows.current() == added.id
    person.until(lambda: person.page._app_status.offer(added.id) is not None)
    page.details.button.click()
    assert person.check("KAIKU0001") == "Holder and up to 2 children under 18"


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_added(
    person: Person, page: OffersPage
) -> None:
    page.open_form()
    page.form.add_button.click()
    assert person.sees("Enter a name in Finnish.")
    assert person.sees("Enter the date as day, month and year, for example 9.3.2027.")
    assert page.form.fields[Field.NAME_FI].hasFocus()
    assert len(person.desk_fixture.offers.all()) == len(OFFERS)


def test_details_stay_behind_the_form_when_something_changes(
    person: Person, page: OffersPage
) -> None:
    page.open_form()
    person.speak("sv")
    person.until(lambda: person.sees("Lägg till"))
    assert (page.form.isVisible(), page.details.isVisible()) == (True, False)


def test_what_is_always_open_is_asked_for_no_day(person: Person, page: OffersPage) -> None:
    page.open_form()
    page.form.fields[Field.NAME_FI].setText("Keilahalli")
    person.click("Ongoing")
    person.click("Sport")
    assert not page.form.fields[Field.DAY].isVisible()
    page.form.add_button.click()
    person.until(lambda: len(person.desk_fixture.offers.all()) == len(OFFERS) + 1)
    added = next(each for each in person.desk_fixture.offers.all() if each.name.fi == "Keilahalli")
    assert (added.kind, added.sector, added.starts_at) == (
        OfferKind.STANDING,
        Sector.SPORT,
        None,
    )


def test_escape_closes_the_form_and_then_leads_home(person: Person, page: OffersPage) -> None:
    page.open_form()
    person.press(ESCAPE)
    assert page.isVisible()
    assert page.search.hasFocus()
    person.press(ESCAPE)
    assert person.page.isVisible()


def test_without_offers_the_page_says_what_to_do(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    person = person_at()
    person.window.open_page("offers")
    person.until(lambda: person.sees("No offers yet"))
    person.click("Sync now")
    assert desk_fixture.sent_now == 1


def test_over_is_what_was_yesterday(desk_fixture: DeskFixture, person_at: PersonAt) -> None:
    desk_fixture.enrol()
    desk_fixture.load_offers([replace(TONIGHT, starts_at=NOW.replace(day=16))])
    assert listed(opened(person_at()))[0] == "Past"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_fits_a_small_screen_in_large_type(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, language: str
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=2.0, language=language)
    page = opened(person)
    page.open_form()
    person.window.resize(1024, 600)
    assert (person.window.width(), person.window.height()) == (1024, 600)
    buttons = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in buttons if not each.accessibleName()] == []
    assert [each.text() for each in buttons if min(each.width(), each.height()) < TARGET] == []


def test_tab_goes_through_the_form_as_the_eye_does(person: Person, page: OffersPage) -> None:
    person.window.resize(1366, 728)
    page.open_form()
    settle()
    form, places = page.form, []
    middle = form.width() // 2
    while (focus := QApplication.focusWidget()) is not None and form.isAncestorOf(focus):
        at = focus.mapTo(form, focus.rect().center())
        places.append((focus.mapTo(form, QPoint(0, 0)).x() > middle, at.y(), at.x()))
        person.window.focusNextChild()
    assert len(places) > len(page.form.fields)
    assert places == sorted(places)
    assert page.form.add_button.hasFocus()


def test_the_whole_form_is_in_sight_on_a_usual_laptop(person: Person, page: OffersPage) -> None:
    person.window.resize(1366, 728)
    page.open_form()
    settle()
    form = page.form
    shown = [each for each in form.findChildren(QLineEdit) if not each.isHidden()]
    cut = [each for each in shown if each.visibleRegion().boundingRect() != each.rect()]
    assert [each.accessibleName() for each in cut if each.isVisible()] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_types_and_the_sectors_stand_in_one_line_each(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, language: str
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(language=language)
    page = opened(person)
    person.window.resize(1366, 768)
    page.open_form()
    settle()
    lines = [
        {button.y() for button in choice.findChildren(QPushButton)}
        for choice in page.form.findChildren(Choice)
        if choice.isVisible()
    ]
    assert [len(line) for line in lines] == [1, 1]


def test_a_form_that_was_begun_waits_and_an_empty_one_is_put_away(
    person: Person, page: OffersPage
) -> None:
    page.open_form()
    person.window.open_page("ticket")
    person.window.open_page(page.topic)
    assert not page.form.isVisible()
    page.open_form()
    page.form.fields[Field.PLACE].setText("Kellari")
    person.window.open_page("ticket")
    person.window.open_page(page.topic)
    assert page.form.fields[Field.PLACE].text() == "Kellari"
    assert page.form.isVisible()
