"""Undo without accidents: rows stay where they are, and what was taken back can be put back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.services.errors import PutBackTooLateError
from sync.rules.tickets import Tickets
from sync.rules.visits import Visit
from tests.desk_app.ui.conftest import ENTER, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture

CARDS = ("KAIKU0001", "KAIKU0002", "KAIKU0004")


@pytest.fixture
def evening(person: Person) -> Person:
    """Three cards are recorded; the earlier two are in sight as rows."""
    for card in CARDS:
        record(person, card)
    person.page.side.earlier._open.setChecked(True)
    return person


def record(person: Person, card: str) -> None:
    person.check(card)
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")


def counted(desk_fixture: DeskFixture) -> list[str]:
    """The cards whose visits count."""
    return sorted(e.visit.card_number or "" for e in desk_fixture.visits() if not e.voided)


def rows(person: Person) -> list[tuple[int, int]]:
    """Where each row stands and how high it is."""
    QApplication.processEvents()
    found = person.page.side.earlier._by_key.values()
    return [(row.y(), row.height()) for row in found]


def click_at(person: Person, place: QPoint) -> None:
    window = person.window
    hit = window.childAt(window.mapFromGlobal(place))
    assert hit is not None
    QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFromGlobal(place))


def test_two_clicks_at_the_same_spot_mean_one_and_the_same_visit(evening: Person) -> None:
    button = next(row for row in evening.page.side.earlier._by_key.values() if row.y() == 0).button
    evening.page.side.ensureWidgetVisible(button)
    spot, before = button.mapToGlobal(QPoint(20, button.height() // 2)), rows(evening)
    click_at(evening, spot)
    evening.until(lambda: evening.sees("Undone · 18:00"))
    assert counted(evening.desk_fixture) == ["KAIKU0001", "KAIKU0004"]
    assert rows(evening) == before
    click_at(evening, spot)
    evening.until(lambda: not evening.sees("Undone · 18:00"))
    assert counted(evening.desk_fixture) == sorted(CARDS)
    assert rows(evening) == before


def test_what_is_put_back_is_the_same_visit_for_its_own_time(person: Person) -> None:
    record(person, "KAIKU0002")
    (first,) = person.desk_fixture.visits()
    person.press(Qt.Key.Key_Z, ctrl=True)
    person.until(lambda: person.headline() == "Record undone")
    person.desk_fixture.clock.at += timedelta(hours=1)
    person.click("Restore the last record")
    person.until(lambda: person.headline() == "Recorded again")
    again, old = person.desk_fixture.visits()
    assert (old.voided, again.voided) == (True, False)
    assert again.visit.replaces == first.visit.id
    assert again.visit.tickets == Tickets(holder=1)
    assert again.visit.recorded_at == first.visit.recorded_at


def test_undo_says_what_it_took_back(person: Person) -> None:
    record(person, "KAIKU0002")
    person.press(Qt.Key.Key_Z, ctrl=True)
    person.until(lambda: person.headline() == "Record undone")
    assert person.sees("18:00 · holder · …02")


def test_it_can_be_put_back_after_a_restart_too(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    first = person_at()
    record(first, "KAIKU0002")
    first.press(Qt.Key.Key_Z, ctrl=True)
    first.until(lambda: first.headline() == "Record undone")
    first.window.close()
    again = person_at()
    again.until(lambda: again.sees("Restore"))
    again.click("Restore the last record")
    again.until(lambda: again.headline() == "Recorded again")
    assert counted(ready_desk_fixture) == ["KAIKU0002"]


def test_after_midnight_it_is_too_late(person: Person) -> None:
    record(person, "KAIKU0002")
    (entry,) = person.desk_fixture.visits()
    person.desk_fixture.services.voiding.void(entry.visit.id)
    person.desk_fixture.clock.at += timedelta(hours=6)
    assert isinstance(entry.visit, Visit)
    with pytest.raises(PutBackTooLateError):
        person.desk_fixture.services.correcting.put_back(entry.visit)


def test_the_last_record_is_undone_with_the_next_card_in_hand(person: Person) -> None:
    record(person, "KAIKU0002")
    person.check("KAIKU0001")
    person.press(Qt.Key.Key_Z, ctrl=True)
    person.until(lambda: person.sees("Undone 18:00"))
    assert person.headline() == "Holder and up to 2 children under 18"
    assert counted(person.desk_fixture) == []


def test_in_a_number_that_is_being_typed_ctrl_z_is_the_fields_own(person: Person) -> None:
    record(person, "KAIKU0002")
    person.type("KAIKU0")
    person.press(Qt.Key.Key_Z, ctrl=True)
    assert counted(person.desk_fixture) == ["KAIKU0002"]
