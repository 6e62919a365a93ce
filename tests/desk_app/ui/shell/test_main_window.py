"""What is always in sight, in three languages, for eyes and for screen readers."""

import pytest
from PySide6.QtCore import QPoint, QRect

from desk_app.services.status import Connection, ConnectionState
from tests.desk_app.ui.conftest import DOWN, ENTER, ESCAPE, RIGHT, Person, PersonAt
from tests.desk_app.ui.measures import settle
from tests.helpers.desk_fixture import DeskFixture


def test_connection_queue_and_register_are_in_sight(person: Person) -> None:
    person.bridge.report_connection(Connection(ConnectionState.OFFLINE))
    person.until(lambda: person.sees("Offline: you can keep working"))
    assert person.sees("Everything sent")
    assert person.sees("Register up to date")


def test_what_waits_is_counted_after_each_record(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(ENTER)
    person.until(lambda: person.sees("1 waiting to be sent"))


def test_new_data_is_read_when_the_sync_worker_says_so(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    desk_fixture.enrol()
    person = person_at()
    desk_fixture.load_offers()
    person.bridge.report_data_change()
    person.until(lambda: person.sees("Tonight's concert"))


def test_the_language_changes_everything_at_once_while_a_verdict_shows(person: Person) -> None:
    person.check("KAIKU0001")
    person.press(DOWN, RIGHT, RIGHT)
    person.speak("fi")
    person.until(lambda: person.headline() == "Haltija ja enintään 2 alle 18-vuotiasta lasta")
    assert person.sees("Kirjaa: haltija, 2 lasta")
    assert person.sees("Illan konsertti")
    person.speak("sv")
    person.until(lambda: person.sees("Registrera: innehavare, 2 barn"))
    person.speak("en")
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")
    assert person.steppers()["Children under 18"] == 2


def test_the_language_is_kept(person: Person) -> None:
    person.speak("sv")
    person.until(lambda: bool(person.saved))
    assert person.saved[-1].language == "sv"


def test_the_number_field_keeps_the_keyboard_when_somebody_clicks(person: Person) -> None:
    person.click("What the keys do")
    person.type("k")
    assert person.number == "k"


def test_the_verdict_is_announced(person: Person) -> None:
    spoken: list[str] = []
    person.page.panel.announced.connect(spoken.append)
    person.check("KAIKU0003")
    assert spoken[-1].startswith("The card has expired. ")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_fits_a_small_screen(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, scale: float
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=scale, language="sv")
    person.window.resize(1024, 600)
    person.scan("KAIKU0001")
    person.until(lambda: bool(person.steppers()))
    assert (person.window.width(), person.window.height()) == (1024, 600)
    assert person.button("Registrera: innehavare").isVisible()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_verdict_in_very_large_type_is_as_wide_as_its_panel(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, language: str
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=2.0, language=language)
    person.window.resize(1024, 600)
    wide = {}
    for number in ("KAIKU0001", "KAIKU0003", "KAIKU0004", "KAIKU9999", "1"):
        person.press(ESCAPE)
        person.type(number)
        person.press(ENTER)
        person.until(lambda: person.page._controller.session.checked is not None)
        inner = person.page.panel.scroll_area.widget()
        assert inner is not None
        if inner.width() > person.page.panel.scroll_area.viewport().width():
            wide[number] = person.headline()
    assert wide == {}


def test_a_fault_of_the_program_is_said_as_such_and_the_window_goes_on(person: Person) -> None:
    person.bridge.report_fault(ZeroDivisionError("of AB12345"))
    person.until(lambda: person.sees("There is an error in this program: ZeroDivisionError"))
    assert not person.sees("AB12345")


@pytest.mark.parametrize(
    ("language", "next_step"),
    [
        ("fi", "käynnistä ohjelma uudelleen"),
        ("sv", "starta programmet på nytt"),
        ("en", "start the program again"),
    ],
)
def test_damage_that_was_found_at_leisure_is_said_with_the_next_step(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, language: str, next_step: str
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(language=language)
    person.bridge.report_damage()
    person.until(lambda: person.sees(next_step))


def test_a_notice_that_stays_covers_nothing_of_a_small_window(person: Person) -> None:
    window = person.window
    window.resize(1024, 560)
    window.banner.show_text("Try KAIKU03 (3 children), KAIKU20 (community), KAIKU12 (expired)")
    settle()
    place = QRect(window.banner.mapTo(window, QPoint(0, 0)), window.banner.size())
    for other in (person.page, window.rail, window.strip):
        at = QRect(other.mapTo(window, QPoint(0, 0)), other.size())
        assert not place.intersects(at), type(other).__name__
    assert (window.width(), window.height()) == (1024, 560)


def test_a_desk_that_a_command_enrols_beside_the_window_wakes_the_sync_worker(
    desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    person = person_at()
    assert desk_fixture.sent_now == 0
    desk_fixture.enrol()
    person.bridge.report_data_change()  # as the timer does by itself
    person.until(lambda: desk_fixture.sent_now == 1)
