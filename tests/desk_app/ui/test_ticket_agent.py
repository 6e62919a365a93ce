"""The window at a ticket agent's desk, which records for several venues."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.ui.offers.page import OffersPage
from desk_app.ui.paper_forms.page import PaperPage
from desk_app.ui.widgets.offer_draft import Field
from sync.rules.venues import Venue
from tests.desk_app.ui.conftest import Person, PersonAt
from tests.helpers.desk_fixture import POOL, VENUE, DeskFixture

COLLEGE = Venue("opisto", "Rannan opisto", "Savonlinna")
CHOIR = replace(POOL, venue_id=COLLEGE.id)


@pytest.fixture
def person(desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    desk_fixture.enrol(venues=[VENUE, COLLEGE])
    desk_fixture.load_register()
    desk_fixture.load_offers([CHOIR])
    return person_at(offer_id=CHOIR.id)


def test_an_offer_is_added_for_the_venue_that_was_chosen(person: Person) -> None:
    page = person.open(OffersPage)
    page.open_form()
    assert page.form.venue.chosen_keys() == (VENUE.id,)
    person.click("Rannan opisto")
    page.form.fields[Field.NAME_FI].setText("Keilahalli")
    person.click("Ongoing")
    page.form.add_button.click()
    person.until(lambda: len(person.desk_fixture.offers.all()) == 2)
    added = next(each for each in person.desk_fixture.offers.all() if each.name.fi == "Keilahalli")
    assert added.venue_id == COLLEGE.id
    person.until(lambda: page.rows.current() == added.id)
    page.change()
    assert not page.form.venue.isVisible()
    page.form.add_button.click()
    person.until(page.details.isVisible)
    assert {each.venue_id for each in person.desk_fixture.offers.all()} == {COLLEGE.id}


def test_the_paper_form_names_the_venue_of_its_offer(person: Person) -> None:
    page = person.open(PaperPage)
    page.show_part("print")
    assert page.printing.sheet().facts[0] == ("Venue", COLLEGE.name)
    page.printing.begin(None, date(2026, 10, 16))
    assert page.printing.sheet().facts[0] == ("Venue", "")
