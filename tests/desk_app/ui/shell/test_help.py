"""The help beside the page: on F1, in three languages, and never in the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser

from desk_app.ui.shell.help_texts import HelpMissingError, HelpTexts
from sync.rules.languages import LANGUAGES
from tests.desk_app.ui.conftest import ESCAPE, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture

FOLDER = Path(__file__).parents[4] / "resources" / "help"
LONGEST_WORDS = 300


def browser(person: Person) -> QTextBrowser:
    found = person.window.help.findChild(QTextBrowser)
    assert found is not None
    return found


def text(person: Person) -> str:
    return browser(person).toPlainText()


def press_f1(person: Person) -> None:
    QTest.keyClick(person.window, Qt.Key.Key_F1)


def test_every_page_has_help_in_every_language(person: Person) -> None:
    pages, topics = HelpTexts(FOLDER), list(person.window._kinds)
    assert len(topics) > 5
    for language in LANGUAGES:
        for topic in topics:
            assert pages.text(language, topic).startswith("# ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_short_enough_to_be_read_at_the_counter(language: str) -> None:
    pages = (FOLDER / language).glob("*.md")
    words = {page.stem: len(page.read_text("utf-8").split()) for page in pages}
    assert {topic: count for topic, count in words.items() if count > LONGEST_WORDS} == {}
    assert {file.name for file in (FOLDER / language).glob("*.md")} == {
        file.name for file in (FOLDER / "en").glob("*.md")
    }


def test_f1_opens_the_help_on_the_page_in_sight_and_closes_it(person: Person) -> None:
    press_f1(person)
    assert text(person).startswith("Ticket desk")
    assert person.page.isVisible()
    press_f1(person)
    assert not person.window.help.isVisible()


def test_escape_closes_the_help_and_the_number_field_has_the_keyboard(person: Person) -> None:
    press_f1(person)
    person.press(ESCAPE)
    assert not person.window.help.isVisible()
    assert person.page.number.hasFocus()


def test_the_help_follows_page_and_language(person: Person) -> None:
    press_f1(person)
    person.window.open_page("settings")
    assert text(person).startswith("Settings")
    person.speak("fi")
    person.until(lambda: text(person).startswith("Asetukset"))


def test_a_card_can_be_scanned_while_the_help_is_open(person: Person) -> None:
    press_f1(person)
    person.scan("KAIKU0001")
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")
    assert person.window.help.isVisible()


def test_in_large_type_the_help_makes_way_for_a_card(
    ready_desk_fixture: DeskFixture, person_at: PersonAt
) -> None:
    assert ready_desk_fixture.desk.record()
    person = person_at(text_scale=2.0)
    person.window.resize(1024, 600)
    press_f1(person)
    assert not person.page.isVisible()
    person.scan("KAIKU0001")
    person.until(lambda: person.headline() == "Holder and up to 2 children under 18")
    assert person.page.isVisible()


def test_a_link_leads_to_another_help_page_and_nowhere_else(person: Person) -> None:
    press_f1(person)
    browser(person).anchorClicked.emit(QUrl("settings.md"))
    assert text(person).startswith("Settings")
    browser(person).anchorClicked.emit(QUrl("https://example.org/"))
    assert text(person).startswith("Settings")


def test_missing_help_is_said(tmp_path: Path) -> None:
    with pytest.raises(HelpMissingError):
        HelpTexts(tmp_path).text("fi", "ticket")
