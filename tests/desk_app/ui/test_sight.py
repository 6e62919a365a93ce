"""Number and verdict leave the sight by themselves, after the time set."""

from PySide6.QtCore import QTimer

from tests.desk_app.ui.conftest import ENTER, Person

AT_REST = "Scan a card or type its number"


def timer(person: Person) -> QTimer:
    return person.page._controller._in_sight


def run_out(person: Person) -> None:
    """The time set passes."""
    timer(person).start(0)
    person.until(lambda: not timer(person).isActive() or person.headline() == AT_REST)


def test_a_recorded_card_leaves_the_sight_and_can_still_be_taken_back(person: Person) -> None:
    person.check("KAIKU0002")
    person.press(ENTER)
    person.until(lambda: person.headline() == "Recorded")
    assert timer(person).interval() == 30_000
    run_out(person)
    assert person.headline() == AT_REST
    assert person.sees("Undo")


def test_a_refused_card_and_its_number_leave_the_sight(person: Person) -> None:
    person.check("KAIKU0003")
    run_out(person)
    assert (person.headline(), person.number) == (AT_REST, "")


def test_a_card_that_waits_to_be_recorded_stays_five_times_as_long(person: Person) -> None:
    person.check("KAIKU0002")
    assert timer(person).interval() == 150_000
    run_out(person)
    assert person.number == ""
    assert person.desk_fixture.visits() == []
