"""Prefix and suffix of the scanner are set by scanning one card, on the settings page."""

import pytest

from desk_app.ui.settings.scanner_setup import ScannerSetupForm
from tests.desk_app.ui.conftest import ENTER, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture


@pytest.fixture
def settings(person: Person) -> Person:
    person.window.open_page("settings")
    person.click("Scan any card now")
    return person


def test_what_came_around_the_number_is_kept_and_the_next_card_is_read(settings: Person) -> None:
    settings.scan("b#KAIKU0001;", ENTER)
    settings.until(lambda: settings.sees("before the number “b#”, after it “;”"))
    assert settings.sees("Enter at the end.")
    assert not settings.sees("KAIKU0001")
    assert settings.saved == []
    settings.click("Use this")
    settings.until(lambda: bool(settings.saved))
    assert (settings.saved[-1].scanner_prefix, settings.saved[-1].scanner_suffix) == ("b#", ";")
    assert "KAIKU0001" not in settings.saved[-1].model_dump_json()
    settings.window.open_page("ticket")
    settings.scan("b#KAIKU0001;", ENTER)
    settings.until(lambda: settings.headline() == "Holder and up to 2 children under 18")


def test_what_is_left_as_it_was_changes_nothing(settings: Person) -> None:
    settings.scan("#KAIKU0001", ENTER)
    settings.until(lambda: settings.sees("before the number “#”"))
    settings.click("Keep the old setting")
    assert settings.sees("Current setting: nothing around the number.")
    assert settings.saved == []
    settings.scan("KAIKU0001", ENTER)
    assert settings.sees("The scanner is ready to use")


def test_a_scanner_that_adds_nothing_needs_no_setting(settings: Person) -> None:
    settings.scan("*KAIKU0001*", ENTER)
    settings.until(lambda: settings.sees("This is already the setting."))
    assert not settings.sees("Use this")


def test_what_is_no_card_is_told_and_the_next_one_is_waited_for(settings: Person) -> None:
    settings.scan("https://lippu.example/2024", ENTER)
    assert settings.sees("That was not a card.")
    settings.scan("#KAIKU0001", ENTER)
    settings.until(lambda: settings.sees("before the number “#”"))


def test_leaving_the_page_forgets_what_came(settings: Person) -> None:
    settings.scan("#KAIKU0001", ENTER)
    settings.until(lambda: settings.sees("before the number “#”"))
    settings.window.open_page("ticket")
    settings.window.open_page("settings")
    assert settings.sees("Current setting: nothing around the number.")


@pytest.mark.parametrize("name", ["scanner_prefix", "scanner_suffix"])
def test_what_the_policy_locks_stays_as_it_is(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, name: str
) -> None:
    assert ready_desk_fixture.desk.record() is not None
    person = person_at(locked=frozenset({name}))
    person.window.open_page("settings")
    assert not person.button("Scan any card now").isEnabled()
    person.click("Scan any card now")
    person.scan("#KAIKU0001", ENTER)
    assert not person.sees("before the number")
    assert person.window.findChild(ScannerSetupForm) is not None
    assert person.saved == []
