"""The PIN that locks the window: slow to guess, kept as a hash, forgotten by an administrator."""

from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.devices.pins import Argon2Pins
from desk_app.devices.secrets import FileSecrets
from desk_app.services.lock import LockService
from desk_app.services.pin_errors import PinTooShortError, PinWaitError, PinWrongError
from tests.helpers.desk_fixture import HandClock
from tests.helpers.sealing import QUICK_PINS

PIN = "4711"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def lock(tmp_path: Path, clock: HandClock) -> LockService:
    made = LockService(FileSecrets(tmp_path / "secrets.json"), QUICK_PINS, clock)
    made.set_pin(PIN)
    return made


def miss(lock: LockService, times: int) -> None:
    for _ in range(times):
        with pytest.raises(PinWrongError):
            lock.unlock("0000")


def test_the_pin_unlocks(lock: LockService) -> None:
    lock.unlock(PIN)
    assert lock.has_pin()


def test_another_pin_does_not(lock: LockService) -> None:
    miss(lock, 1)


def test_the_pin_itself_is_nowhere(lock: LockService, tmp_path: Path) -> None:
    kept = (tmp_path / "secrets.json").read_text()
    assert lock.has_pin()
    assert PIN not in kept.replace("$argon2id$", "").partition("m=")[0]
    assert "$argon2id$" in kept


def test_a_short_pin_is_not_taken(lock: LockService) -> None:
    with pytest.raises(PinTooShortError):
        lock.set_pin("123")
    lock.unlock(PIN)


def test_after_some_misses_even_the_pin_has_to_wait(lock: LockService, clock: HandClock) -> None:
    miss(lock, 3)
    with pytest.raises(PinWaitError) as waits:
        lock.unlock(PIN)
    assert waits.value.facts["seconds"] == "5"
    clock.at += timedelta(seconds=5)
    lock.unlock(PIN)


def test_the_wait_grows_with_every_miss_up_to_a_bound(lock: LockService, clock: HandClock) -> None:
    miss(lock, 3)
    waits = []
    for _ in range(8):
        with pytest.raises(PinWaitError) as caught:
            lock.unlock(PIN)
        waits.append(int(caught.value.facts["seconds"]))
        clock.at += timedelta(seconds=waits[-1])
        miss(lock, 1)
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300]


def test_the_misses_are_remembered_over_a_restart(
    lock: LockService, clock: HandClock, tmp_path: Path
) -> None:
    miss(lock, 3)
    again = LockService(FileSecrets(tmp_path / "secrets.json"), QUICK_PINS, clock)
    with pytest.raises(PinWaitError):
        again.unlock(PIN)


def test_a_clock_that_was_set_back_makes_the_wait_no_longer_and_no_shorter(
    lock: LockService, clock: HandClock
) -> None:
    miss(lock, 3)
    clock.at -= timedelta(days=300)
    with pytest.raises(PinWaitError) as waits:
        lock.unlock(PIN)
    assert waits.value.facts["seconds"] == "5"
    clock.at += timedelta(seconds=5)
    lock.unlock(PIN)


class Killed(BaseException):
    """The program ends in the middle of it."""


class KilledPins(Argon2Pins):
    """The real hash, but the program is killed while it is computed."""

    def matches(self, pin: str, kept: str) -> bool:
        raise Killed(len(pin), len(kept))


def test_a_program_that_is_killed_while_it_tries_has_missed(
    lock: LockService, clock: HandClock, tmp_path: Path
) -> None:
    secrets = FileSecrets(tmp_path / "secrets.json")
    for _ in range(3):
        with pytest.raises(Killed):
            LockService(secrets, KilledPins(), clock).unlock("0000")
    with pytest.raises(PinWaitError):
        lock.unlock(PIN)


def test_a_voucher_lets_in_and_another_text_does_not(lock: LockService) -> None:
    lock.accept(lock.voucher())
    with pytest.raises(PinWrongError):
        lock.accept("")


def test_the_right_pin_wipes_the_slate(lock: LockService) -> None:
    miss(lock, 2)
    lock.unlock(PIN)
    miss(lock, 2)
    lock.unlock(PIN)


def test_a_user_who_knows_the_pin_may_remove_it(lock: LockService) -> None:
    with pytest.raises(PinWrongError):
        lock.remove_pin("0000")
    assert lock.has_pin()
    lock.remove_pin(PIN)
    assert not lock.has_pin()


def test_a_forgotten_pin_is_no_longer_asked_for(lock: LockService) -> None:
    lock.forget_pin()
    lock.unlock("anything")
