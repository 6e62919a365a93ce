"""The register changes its key, and desks change their tokens, while both go on working."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.cycle_report import CycleReport
from sync.errors import NotSupportedError, UnreachableError
from tests.helpers.memory_central import MemoryCentral
from tests.helpers.memory_desk import MemoryDesk
from tests.helpers.samples import a_card
from tests.sync.engines import cycle, failing


@pytest.fixture
def central() -> MemoryCentral:
    central = MemoryCentral()
    central.put(a_card("AB12341"), a_card("AB12342"), a_card("AB12343"))
    return central


@pytest.fixture
def desk(central: MemoryCentral) -> MemoryDesk:
    desk = MemoryDesk()
    cycle(desk, central)
    return desk


def revision(report: CycleReport) -> int | None:
    return report.register.revision if report.register else None


def codes(report: CycleReport) -> list[str]:
    return [fault.code for fault in report.faults]


def test_a_desk_that_heard_of_the_next_key_goes_on_with_it(
    desk: MemoryDesk, central: MemoryCentral
) -> None:
    following = central.announce_key()
    cycle(desk, central)
    central.use_key(following)
    central.put(a_card("AB12344"))
    report = cycle(desk, central)
    assert (codes(report), revision(report)) == ([], 4)
    assert desk.book.trusted_key == central.key


def test_a_desk_that_was_away_during_several_changes_goes_on_too(
    desk: MemoryDesk, central: MemoryCentral
) -> None:
    for number in ("AB12344", "AB12345"):
        central.use_key(central.announce_key())
        central.put(a_card(number))
    report = cycle(desk, central)
    assert (codes(report), revision(report)) == ([], 5)


def test_a_key_for_which_the_one_in_use_does_not_vouch_is_not_believed(
    desk: MemoryDesk, central: MemoryCentral
) -> None:
    central.use_key(central.announce_key(by=Ed25519PrivateKey.generate()))
    central.put(a_card("AB12344"))
    report = cycle(desk, central)
    assert (codes(report), revision(report)) == (["register_mismatch"], 3)


def test_the_old_key_is_not_believed_once_the_new_one_has_signed(
    desk: MemoryDesk, central: MemoryCentral
) -> None:
    old, following = central._key, central.announce_key()
    central.use_key(following)
    cycle(desk, central)
    central.use_key(old)  # as a thief of the old one would
    central.put(a_card("AB12344"))
    report = cycle(desk, central)
    assert (codes(report), revision(report)) == (["register_mismatch"], 3)


def test_both_keys_are_believed_until_the_new_one_has_signed(
    desk: MemoryDesk, central: MemoryCentral
) -> None:
    central.announce_key()
    central.put(a_card("AB12344"))
    report = cycle(desk, central)
    assert (codes(report), revision(report)) == ([], 4)


def test_a_new_token_is_kept_where_the_register_asks_for_it(
    desk: MemoryDesk, central: MemoryCentral
) -> None:
    cycle(desk, central)
    assert desk.tokens == []
    central.renew_token = True
    assert codes(cycle(desk, central)) == []
    assert desk.tokens == ["token-1"]


@pytest.mark.parametrize("error", [NotSupportedError("404"), UnreachableError("cut off")])
def test_a_token_that_is_not_given_holds_up_nothing(
    desk: MemoryDesk, central: MemoryCentral, error: Exception
) -> None:
    central.renew_token = True
    central.before = failing("new_token", error)
    central.put(a_card("AB12344"))
    report = cycle(desk, central)
    assert (codes(report), revision(report), desk.tokens) == ([], 4, [])
