"""The PIN that locks the window: slow to guess, kept as a hash, forgotten by an administrator."""

from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.devices.pins import Argon2Pins
from desk_app.devices.secrets import FileSecrets
from desk_app.services.locking import Locking
from desk_app.services.pin_errors import PinTooShortError, PinWaitError, PinWrongError
from tests.helpers.booth import HandClock

PIN = "4711"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def locking(tmp_path: Path, clock: HandClock) -> Locking:
    made = Locking(FileSecrets(tmp_path / "secrets.json"), Argon2Pins(), clock)
    made.set_pin(PIN)
    return made


def miss(locking: Locking, times: int) -> None:
    for _ in range(times):
        with pytest.raises(PinWrongError):
            locking.unlock("0000")


def test_the_pin_unlocks(locking: Locking) -> None:
    locking.unlock(PIN)
    assert locking.has_pin()


def test_another_pin_does_not(locking: Locking) -> None:
    miss(locking, 1)


def test_the_pin_itself_is_nowhere(locking: Locking, tmp_path: Path) -> None:
    kept = (tmp_path / "secrets.json").read_text()
    assert locking.has_pin()
    assert PIN not in kept.replace("$argon2id$", "").partition("m=")[0]
    assert "$argon2id$" in kept


def test_a_short_pin_is_not_taken(locking: Locking) -> None:
    with pytest.raises(PinTooShortError):
        locking.set_pin("123")
    locking.unlock(PIN)


def test_after_some_misses_even_the_pin_has_to_wait(locking: Locking, clock: HandClock) -> None:
    miss(locking, 3)
    with pytest.raises(PinWaitError) as waits:
        locking.unlock(PIN)
    assert waits.value.facts["seconds"] == "5"
    clock.at += timedelta(seconds=5)
    locking.unlock(PIN)


def test_the_wait_grows_with_every_miss_up_to_a_bound(locking: Locking, clock: HandClock) -> None:
    miss(locking, 3)
    waits = []
    for _ in range(8):
        with pytest.raises(PinWaitError) as told:
            locking.unlock(PIN)
        waits.append(int(told.value.facts["seconds"]))
        clock.at += timedelta(seconds=waits[-1])
        miss(locking, 1)
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300]


def test_the_misses_are_remembered_over_a_restart(
    locking: Locking, clock: HandClock, tmp_path: Path
) -> None:
    miss(locking, 3)
    again = Locking(FileSecrets(tmp_path / "secrets.json"), Argon2Pins(), clock)
    with pytest.raises(PinWaitError):
        again.unlock(PIN)


def test_a_clock_that_was_set_back_makes_the_wait_no_longer_and_no_shorter(
    locking: Locking, clock: HandClock
) -> None:
    miss(locking, 3)
    clock.at -= timedelta(days=300)
    with pytest.raises(PinWaitError) as waits:
        locking.unlock(PIN)
    assert waits.value.facts["seconds"] == "5"
    clock.at += timedelta(seconds=5)
    locking.unlock(PIN)


class Killed(BaseException):
    """The program ends in the middle of it."""


class KilledPins(Argon2Pins):
    """The real hash, but the program is killed while it is computed."""

    def matches(self, pin: str, kept: str) -> bool:
        raise Killed(len(pin), len(kept))


def test_a_program_that_is_killed_while_it_tries_has_missed(
    locking: Locking, clock: HandClock, tmp_path: Path
) -> None:
    secrets = FileSecrets(tmp_path / "secrets.json")
    for _ in range(3):
        with pytest.raises(Killed):
            Locking(secrets, KilledPins(), clock).unlock("0000")
    with pytest.raises(PinWaitError):
        locking.unlock(PIN)


def test_a_voucher_lets_in_and_another_text_does_not(locking: Locking) -> None:
    locking.accept(locking.voucher())
    with pytest.raises(PinWrongError):
        locking.accept("")


def test_the_right_pin_wipes_the_slate(locking: Locking) -> None:
    miss(locking, 2)
    locking.unlock(PIN)
    miss(locking, 2)
    locking.unlock(PIN)


def test_whoever_knows_the_pin_may_remove_it(locking: Locking) -> None:
    with pytest.raises(PinWrongError):
        locking.remove_pin("0000")
    assert locking.has_pin()
    locking.remove_pin(PIN)
    assert not locking.has_pin()


def test_a_forgotten_pin_is_no_longer_asked_for(locking: Locking) -> None:
    locking.forget_pin()
    locking.unlock("anything")
