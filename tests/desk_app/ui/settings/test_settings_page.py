"""The settings page: every change holds at once, and is kept."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider

from desk_app.ui.appearance.theme import THEMES, TYPE
from desk_app.ui.settings.about import LIBRARIES, libraries
from desk_app.ui.settings.section_index import SectionIndex
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.switch import Switch
from tests.desk_app.ui.conftest import ESCAPE, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture


@pytest.fixture
def settings(person: Person) -> Person:
    QTest.keyClick(person.window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: person.sees("Changes take effect at once."))
    return person


def switch(person: Person, name: str) -> Switch:
    found = person.window.findChildren(Switch)
    return next(each for each in found if each.isVisible() and each.accessibleName() == name)


def test_colours_change_at_once_and_are_kept(settings: Person) -> None:
    settings.click("Dark")
    assert QApplication.palette().window().color().name() == THEMES["dark"].window
    settings.until(lambda: bool(settings.saved))
    assert settings.saved[-1].theme == "dark"


def test_the_index_speaks_the_language_that_was_chosen(settings: Person) -> None:
    settings.window.resize(1366, 728)
    settings.speak("sv")
    (index,) = settings.window.findChildren(SectionIndex)
    first = index.findChildren(Button)[0]
    settings.until(lambda: first.text() == "Språk och utseende")


def test_the_text_size_changes_at_once_and_is_kept(settings: Person) -> None:
    settings.click("150%")
    assert QApplication.font().pixelSize() == round(TYPE["body"] * 1.5)
    settings.until(lambda: bool(settings.saved))
    assert settings.saved[-1].text_scale == 1.5


def test_the_language_changes_everywhere_at_once(settings: Person) -> None:
    page = settings.window.page()
    assert page is not None
    found = settings.window.findChildren(Button)
    svenska = next(each for each in found if each.text() == "Svenska" and page.isAncestorOf(each))
    QTest.mouseClick(svenska, Qt.MouseButton.LeftButton)
    settings.until(lambda: settings.sees("Varje ändring gäller genast."))
    assert settings.window.windowTitle() == "Inställningar · Kaikuluukku"


def test_the_page_speaks_a_language_chosen_elsewhere(settings: Person) -> None:
    settings.speak("fi")
    settings.until(lambda: settings.sees("Muutokset tulevat heti voimaan."))
    assert switch(settings, "Äänet luukulla").isChecked()


def test_sounds_can_be_switched_off_and_made_softer(settings: Person) -> None:
    slider = settings.window.findChildren(QSlider)[0]
    QTest.keyClick(slider, Qt.Key.Key_Left)
    settings.until(lambda: bool(settings.saved))
    assert settings.saved[-1].sound_volume == 50
    QTest.mouseClick(switch(settings, "Sounds at the counter"), Qt.MouseButton.LeftButton)
    settings.until(lambda: not settings.saved[-1].sound_on)
    assert not slider.isEnabled()


def test_express_is_switched_here_too_and_holds_at_the_ticket_window(settings: Person) -> None:
    assert settings.sees("Scanning a card records the holder's ticket at once")
    QTest.mouseClick(switch(settings, "Express"), Qt.MouseButton.LeftButton)
    settings.until(lambda: bool(settings.saved) and settings.saved[-1].express)
    settings.press(ESCAPE)
    assert switch(settings, "Express").isChecked()


def test_express_that_the_policy_locks_stays_as_it_is(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(locked=frozenset({"express"}))
    for topic in ("ticket", "settings"):
        person.window.open_page(topic)
        express = switch(person, "Express")
        assert not express.isEnabled()
        QTest.mouseClick(express, Qt.MouseButton.LeftButton)
    assert person.sees("Dimmed settings are locked by this computer's administrator.")
    person.window.open_page("ticket")
    person.press(Qt.Key.Key_F7)
    assert not switch(person, "Express").isChecked()
    assert person.saved == []


def test_a_card_scanned_here_is_only_tried(settings: Person) -> None:
    settings.scan("KAIKU0001")
    settings.until(lambda: settings.sees("is ready"))
    assert settings.window.page() is not settings.page
    settings.press(ESCAPE)
    assert settings.page.isVisible()
    assert settings.number == ""


def test_the_desk_and_the_register_are_told(settings: Person) -> None:
    assert settings.sees("Pyynikin kesäteatteri, Tampere")
    assert settings.sees("5 card")
    assert settings.sees("Everything sent")


def test_the_libraries_are_listed_with_their_licences(settings: Person) -> None:
    settings.click("Libraries and their licences")
    assert settings.sees("PySide6")
    elsewhere = set() if sys.platform == "win32" else {"cv2-enumerate-cameras", "pywin32"}
    assert len(libraries()) == len(set(LIBRARIES) - elsewhere)
    assert [name for name, about in libraries() if not about.partition(" · ")[2]] == []
