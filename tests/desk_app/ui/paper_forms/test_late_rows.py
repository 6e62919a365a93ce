"""Rows of paper forms that were saved before, and are read while somebody types already."""

from dataclasses import replace
from datetime import date

from desk_app.ui.paper_forms.page import PaperPage
from tests.desk_app.ui.conftest import ENTER, PersonAt
from tests.helpers.desk_fixture import POOL, DeskFixture


def test_they_come_before_what_is_being_typed_and_leave_it_open(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    person, paper_entry = person_at(offer_id=POOL.id), ready_desk_fixture.services.paper_entry
    row = replace(paper_entry.blank(POOL.id, date(2026, 10, 16)), number="KAIKU0002")
    page = person.open(PaperPage)
    person.type("16.10.2026")
    person.press(ENTER)
    person.until(lambda: person.tasks.idle)
    person.type("KAIKU0001")
    page.paper_entry.grid.put([(row, paper_entry.save(row))])
    person.press(ENTER)
    numbers = [each.row.number for each in page.paper_entry.grid.entries()]
    assert numbers == ["KAIKU0002", "KAIKU0001", ""]
    assert page.paper_entry.table.row() == 2
