"""The register handed on between neighbours: real desks, real TLS, real files, a real register."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.bootstrap.handover_programs import ChildPrograms
from sync.rules.policy import RegisterAge
from tests.helpers.live_desks import LONGEST_WAIT, LiveDesk, live_desks, wait_until
from tests.helpers.register import LiveRegister
from tests.helpers.samples import a_card, an_offer

POOL = an_offer(name="Uimahalli")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path_factory.mktemp("register")) as register:
        yield register


@pytest.fixture(scope="module")
def desks(
    tmp_path_factory: pytest.TempPathFactory, register: LiveRegister
) -> Iterator[list[LiveDesk]]:
    with live_desks(tmp_path_factory.mktemp("desks"), register, [POOL]) as desks:
        yield desks


@pytest.fixture
def no_register(register: LiveRegister) -> Iterator[Callable[[], None]]:
    """Pull the register's plug; it is put back afterwards."""
    yield register.stop
    register.start()


def has_card(desk: LiveDesk, number: str) -> bool:
    return desk.app.register.find(number) is not None


def test_a_desk_without_cards_gets_them_from_a_neighbour_and_admits_them(
    desks: list[LiveDesk], no_register: Callable[[], None]
) -> None:
    _, there = desks
    no_register()
    there.app.register.drop()

    wait_until(lambda: has_card(there, "AB12345"), "the cards did not come")

    there.hand_out(POOL)
    age = there.app.services.standing.standing().register_age
    assert age is RegisterAge.FRESH


def test_a_change_of_the_register_reaches_the_desk_that_cannot_see_it(
    desks: list[LiveDesk], register: LiveRegister, no_register: Callable[[], None]
) -> None:
    here, there = desks
    register.import_cards([a_card("NEW12345")])
    here.app.sync_once(timeout=LONGEST_WAIT)
    no_register()

    wait_until(lambda: has_card(there, "NEW12345"), "the change did not come")

    ours, theirs = (desk.app.register.status() for desk in desks)
    assert ours is not None
    assert theirs is not None
    assert (ours.revision, ours.sum) == (theirs.revision, theirs.sum)


def test_a_program_of_its_own_writes_and_takes_in_the_register(
    desks: list[LiveDesk], tmp_path: Path
) -> None:
    here, there = desks
    file = tmp_path / "handed.kaiku"
    there.app.register.drop()
    writing, reading = (
        ChildPrograms(desk.home, f"file:{desk.home.folder / 'secrets.json'}", lambda: "")
        for desk in (here, there)
    )

    assert writing.write(file, "a passphrase that a program made")
    assert reading.import_register(file, "a passphrase that a program made")

    assert has_card(there, "AB12345")
