"""A scan is whole or nothing: what may be a part of one is not judged, and offers no record."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.devices.wedge import PAUSE_MS
from desk_app.ui.input.key_event_filter import KeyEventFilter
from tests.desk_app.ui.conftest import ENTER, Person

AGAIN = "Scan the card again"
HOLDER, FAMILY = "Holder", "Holder and up to 2 children under 18"


def in_pieces(person: Person, pieces: Sequence[str], *, ms_between: float) -> None:
    """A scan that pauses; the window has the time to make something of what came before."""
    watch = person.window.findChild(KeyEventFilter)
    assert watch is not None
    person.pause(500)
    for piece in pieces:
        for character in piece:
            person._ms += 5
            QTest.keyClicks(person._with_keyboard(), character)
        if ms_between > PAUSE_MS:
            person.until(lambda: not watch.holding)
        person._ms += ms_between
    person.pause()


@pytest.mark.parametrize("pieces", [("KA", "IKU0001"), ("K", "AIKU0001"), ("KAIKU000", "1")])
def test_a_pause_within_a_burst_parts_nothing(person: Person, pieces: Sequence[str]) -> None:
    in_pieces(person, pieces, ms_between=120)
    person.until(lambda: person.headline() == FAMILY)
    assert set(person.desk_fixture.register.asked) == {"KAIKU0001"}


@pytest.mark.parametrize("pieces", [("20", "KAIKU0001"), ("KAIKU0001", "7")])
def test_a_burst_that_may_be_a_part_is_to_be_read_again(
    person: Person, pieces: Sequence[str]
) -> None:
    in_pieces(person, pieces, ms_between=250)
    assert person.headline() == AGAIN
    assert person.number == ""
    assert not person.page.panel.action.isVisible()
    person.press(ENTER)
    assert person.desk_fixture.visits() == []


def test_what_was_read_in_part_takes_the_card_before_it_away(person: Person) -> None:
    person.scan("KAIKU0002", ENTER)
    person.until(lambda: person.headline() == HOLDER)
    in_pieces(person, ("20", "KAIKU0001"), ms_between=250)
    assert person.headline() == AGAIN
    person.press(ENTER)
    assert person.desk_fixture.visits() == []


def test_on_another_page_a_message_asks_for_the_card_again(person: Person) -> None:
    person.window.open_page("statistics")
    other = person.window.page()
    in_pieces(person, ("20", "KAIKU0001"), ms_between=250)
    assert person.sees(AGAIN)
    assert person.window.page() is other


def test_a_digit_twice_within_a_millisecond_is_not_a_held_key(person: Person) -> None:
    person.pause(500)
    none = Qt.KeyboardModifier.NoModifier
    before = ""
    for character in "KAIKU0001":
        person._ms += 1
        repeated = character == before
        key = Qt.Key(ord(character))
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, none, character, autorep=repeated)
        QApplication.sendEvent(person._with_keyboard(), pressed)
        before = character
    person.pause()
    person.until(lambda: person.headline() == FAMILY)
    assert person.number == "KAIKU0001"
