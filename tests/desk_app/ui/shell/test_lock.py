"""The PIN lock: it covers everything, a scan does not open it, and the PIN does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desk_app.ui.shell.idle_timer import IdleTimer
from desk_app.ui.shell.lock_screen import LockScreen
from tests.desk_app.ui.conftest import ENTER, ESCAPE, Person, PersonAt
from tests.helpers.desk_fixture import DeskFixture

PIN = "47 11"


@pytest.fixture
def guarded(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    """Somebody at a window with a PIN: it begins locked."""
    ready_desk_fixture.lock.set_pin(PIN)
    return person_at(lock_after_minutes=5)


def field(person: Person) -> QLineEdit:
    screen = person.window.findChild(LockScreen)
    assert screen is not None
    found = screen.findChild(QLineEdit)
    assert found is not None
    return found


def is_locked(person: Person) -> bool:
    return field(person).isVisible() and not person.window.rail.isVisible()


def unlock(person: Person, pin: str = PIN) -> None:
    field(person).setText(pin)
    person.press(ENTER)
    person.until(lambda: not is_locked(person))


def idle(person: Person) -> IdleTimer:
    found = person.window.findChild(IdleTimer)
    assert found is not None
    return found


def test_a_window_with_a_pin_begins_locked_and_the_pin_opens_it(guarded: Person) -> None:
    assert is_locked(guarded)
    assert field(guarded).hasFocus()
    unlock(guarded)
    assert guarded.page.number.hasFocus()


def test_the_lock_says_whom_it_keeps_out(guarded: Person) -> None:
    assert guarded.sees(
        "The lock keeps out a passer-by, but not a thief who has the computer's disk."
    )


def test_a_wrong_pin_is_told_and_opens_nothing(guarded: Person) -> None:
    field(guarded).setText("0000")
    QTest.keyClick(field(guarded), ENTER)
    guarded.until(lambda: guarded.sees("The PIN is wrong. Try again."))
    assert is_locked(guarded)


def test_nothing_of_the_desk_is_in_sight_while_it_is_locked(guarded: Person) -> None:
    assert not guarded.sees("Pyynikin kesäteatteri")
    assert not guarded.sees("Tonight's concert")
    assert guarded.window.windowTitle() == "Locked · Kaikuluukku"


def test_a_scan_does_not_open_it_and_is_not_checked(guarded: Person) -> None:
    guarded.scan("KAIKU0001")
    guarded.until(lambda: guarded.sees("Unlock first, then scan the card."))
    assert is_locked(guarded)
    unlock(guarded)
    assert guarded.number == ""
    assert "KAIKU0001" not in guarded.desk_fixture.register.asked


def test_keys_of_the_pages_do_nothing_while_it_is_locked(guarded: Person) -> None:
    QTest.keyClick(field(guarded), Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field(guarded), Qt.Key.Key_F1)
    QTest.keyClick(field(guarded), ESCAPE)
    assert is_locked(guarded)
    unlock(guarded)
    assert guarded.page.isVisible()
    assert not guarded.window.help.isVisible()


def test_it_locks_when_nobody_has_touched_it_for_long(guarded: Person) -> None:
    unlock(guarded)
    guarded.check("KAIKU0001")
    idle(guarded).long.emit()
    guarded.until(lambda: is_locked(guarded))
    unlock(guarded)
    assert guarded.headline() == "Holder and up to 2 children under 18"


def test_every_touch_begins_the_wait_afresh(guarded: Person) -> None:
    unlock(guarded)
    timer = idle(guarded)._timer
    timer.start(1_000)
    guarded.type("K")
    assert timer.remainingTime() > 200_000


def test_a_lid_that_is_opened_hours_later_shows_the_lock(guarded: Person) -> None:
    """No timer counts the time for which the machine slept."""
    unlock(guarded)
    guarded.pause(6 * 60_000)
    QTest.keyClick(guarded.page.number, Qt.Key.Key_K)
    assert is_locked(guarded)
    assert field(guarded).text() == ""


def test_after_hours_of_being_locked_the_first_key_belongs_to_the_pin(guarded: Person) -> None:
    guarded.pause(6 * 60_000)
    QTest.keyClick(field(guarded), Qt.Key.Key_4)
    guarded.pause()
    assert field(guarded).text() == "4"


def test_without_a_pin_the_first_key_after_hours_is_not_lost(person: Person) -> None:
    person.pause(60 * 60_000)
    person.type("K")
    assert person.number == "K"


def test_an_administrator_removes_a_forgotten_pin_while_it_is_locked(guarded: Person) -> None:
    guarded.desk_fixture.lock.forget_pin()
    unlock(guarded, "")


@pytest.mark.parametrize("minutes", [0, -1, None, True, "never", 10**12])
def test_whatever_the_settings_say_a_pin_locks_at_the_start_and_after_a_while(
    ready_desk_fixture: DeskFixture, person_at: PersonAt, minutes: object
) -> None:
    ready_desk_fixture.lock.set_pin(PIN)
    person = person_at(lock_after_minutes=minutes)
    assert is_locked(person)
    unlock(person)
    assert 0 < idle(person)._timer.interval() <= 30 * 60_000


def test_without_a_pin_nothing_locks(person: Person) -> None:
    idle(person).long.emit()
    assert person.window.rail.isVisible()


def pins(person: Person) -> dict[str, QLineEdit]:
    fields = person.window.findChildren(QLineEdit)
    return {each.accessibleName(): each for each in fields if each.isVisible()}


def test_a_pin_is_set_and_removed_in_the_settings(person: Person) -> None:
    person.window.open_page("settings")
    pins(person)["New PIN"].setText(PIN)
    pins(person)["Repeat the PIN"].setText(PIN)
    person.click("Set the PIN")
    person.until(lambda: person.sees("The PIN has been set."))
    person.click("Lock now")
    person.until(lambda: is_locked(person))
    unlock(person)
    pins(person)["PIN"].setText(PIN)
    person.click("Remove the PIN")
    person.until(lambda: person.sees("The PIN has been removed."))
    assert not person.desk_fixture.lock.has_pin()


def test_two_that_differ_are_not_taken(person: Person) -> None:
    person.window.open_page("settings")
    pins(person)["New PIN"].setText(PIN)
    pins(person)["Repeat the PIN"].setText("0000")
    person.click("Set the PIN")
    assert person.sees("The PINs do not match.")
    assert not person.desk_fixture.lock.has_pin()
