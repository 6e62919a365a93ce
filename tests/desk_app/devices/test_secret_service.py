"""The desk's key and token in a real Secret Service, through the command line."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.cli_user import CARDS, MUSEUM, OFFER, VENUE
from tests.helpers.command_program import LoadedCommands
from tests.helpers.register import LiveRegister
from tests.helpers.secret_service import LoginSession, missing_programs

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's own"),
    pytest.mark.skipif(
        "CI" not in os.environ and bool(missing_programs()),  # in CI a missing one has to fail
        reason="no Secret Service here; `python3 installer/prepare.py --tests` brings it",
    ),
]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path) as running:
        running.fill(VENUE, CARDS, [MUSEUM])
        yield running


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoadedCommands]:
    """Each user who logs in starts the program; it is the keyring's side that is shown here."""
    commands = LoadedCommands(tmp_path_factory.mktemp("commands"))
    yield commands
    commands.close()


@pytest.fixture
def new_user(tmp_path: Path, loaded: LoadedCommands) -> Iterator[Callable[[str], LoginSession]]:
    made: list[LoginSession] = []

    def make(name: str) -> LoginSession:
        (tmp_path / name).mkdir()
        made.append(LoginSession(tmp_path / name, loaded))
        return made[-1]

    yield make
    for session in made:
        session.log_out()


@pytest.fixture
def session(new_user: Callable[[str], LoginSession]) -> LoginSession:
    return new_user("user")


def enrol(session: LoginSession, register: LiveRegister) -> None:
    answer = session.type("enrol", "--api", register.url, "--code", register.activation(VENUE.id))
    assert (answer.status, answer.words) == (0, "")


def test_a_desk_with_its_key_in_the_keyring_works_over_restarts(
    session: LoginSession, register: LiveRegister
) -> None:
    enrol(session, register)
    assert session.type("sync").status == 0
    recorded = session.type("record", "FAMILY1", *OFFER)
    assert (recorded.status, recorded.words) == (0, "")
    session.log_out()
    assert session.type("queue").data["pending"] == 1
    assert session.type("sync").data["accepted"] == 1
    assert [visit.card_number for visit in register.visits()] == ["FAMILY1"]
    plain = [path for path in session.home.rglob("*") if path.is_file()]
    assert [path.name for path in plain if b"FAMILY1" in path.read_bytes()] == []


@pytest.mark.parametrize("keyring", ["locked", "absent"])
def test_a_keyring_that_cannot_be_used_is_said_and_nothing_is_written(
    session: LoginSession, register: LiveRegister, keyring: str
) -> None:
    first = session.type("queue", keyring="absent")
    assert (first.status, first.data["error"]["code"]) == (7, "secrets_unavailable")
    assert not (session.home / "desk.db").exists()

    enrol(session, register)
    before = {path: path.read_bytes() for path in session.home.rglob("*") if path.is_file()}
    answer = session.type("queue", keyring=keyring)
    assert (answer.status, answer.data["error"]["code"]) == (7, "secrets_unavailable")
    assert "Unlock the keyring, or install one" in answer.words
    assert {p: p.read_bytes() for p in session.home.rglob("*") if p.is_file()} == before


def test_a_lost_keyring_is_said_and_the_desk_starts_afresh_beside_the_old_file(
    session: LoginSession, register: LiveRegister
) -> None:
    enrol(session, register)
    session.type("sync")
    session.type("record", "FAMILY1", *OFFER)
    session.log_out()
    keyrings = session.folder / "data" / "keyrings"
    keyrings.rename(keyrings.with_name("lost"))
    old = (session.home / "desk.db").read_bytes()

    answer = session.type("queue")
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_key_lost")
    code = register.activation(VENUE.id)
    again = session.type("enrol", "--api", register.url, "--code", code, "--set-aside")
    assert again.status == 0
    assert "The old data is kept in" in again.words
    assert [path.read_bytes() for path in session.home.glob("set-aside/*/desk.db")] == [old]
    assert session.type("queue").data["pending"] == 0


def test_a_desk_whose_folder_was_moved_finds_its_key(
    session: LoginSession, register: LiveRegister
) -> None:
    enrol(session, register)
    assert session.type("sync").status == 0
    assert session.type("record", "FAMILY1", *OFFER).status == 0
    session.home = session.home.rename(session.folder / "elsewhere")
    assert session.type("queue").data["pending"] == 1
    assert session.type("sync").data["accepted"] == 1


def test_a_folder_that_came_to_another_user_names_the_move_as_the_cause(
    session: LoginSession, register: LiveRegister, new_user: Callable[[str], LoginSession]
) -> None:
    enrol(session, register)
    other = new_user("other")
    session.home.rename(other.home)
    answer = other.type("queue")
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_moved")
    assert str(session.home) in answer.words
    other.home.rename(session.home)
    assert session.type("queue").status == 0


def test_a_folder_of_an_older_version_is_found_where_it_lies_and_then_wherever_it_goes(
    session: LoginSession, register: LiveRegister
) -> None:
    enrol(session, register)
    (session.home / "home.json").unlink()  # older versions wrote none
    moved = session.home.rename(session.folder / "elsewhere")
    session.home, before = moved, session.home
    answer = session.type("queue")
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_key_lost")
    assert "moved" in answer.words
    session.home = moved.rename(before)
    assert session.type("queue").status == 0
    session.home = session.home.rename(moved)
    assert session.type("queue").status == 0


def test_visits_that_were_lost_with_database_and_log_are_known_from_the_keyring(
    session: LoginSession, register: LiveRegister
) -> None:
    enrol(session, register)
    session.type("sync")
    older = shutil.copytree(session.home, session.folder / "older")
    for _ in range(2):
        assert session.type("record", "FAMILY1", *OFFER).status == 0
    shutil.rmtree(session.home)
    older.rename(session.home)

    answer = session.type("queue")
    assert (answer.status, answer.data["pending"]) == (4, 0)
    assert "At least 2 unsent records made between" in answer.words
    doctor = session.type("doctor")
    [data] = [check for check in doctor.data["checks"] if check["name"] == "data"]
    assert not data["ok"]
    assert "At least 2 unsent records" in data["detail"]
    synced = session.type("sync")
    assert (synced.status, synced.data["missing"]["count"]) == (4, 2)
    assert synced.data["missing"]["sought"]
