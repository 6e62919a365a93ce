"""A damaged file, a wrong key: what the command line does and says."""

import json
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from desk_app.devices.secrets import FileSecrets
from tests.helpers.cli_user import OFFER, VENUE, CliUser
from tests.helpers.register import LiveRegister


def spoil_first_page(path: Path) -> None:
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])


@pytest.fixture
def used_desk(desk: CliUser) -> CliUser:
    assert desk("record", "FAMILY1", *OFFER).status == 0
    return desk


def test_a_command_mends_a_damaged_file_says_so_and_goes_on(
    used_desk: CliUser, register: LiveRegister, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    before = len(register.visits())
    spoil_first_page(used_desk.home / "desk.db")
    answer = used_desk("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)
    assert "set-aside" in answer.words
    assert used_desk("queue").words == ""
    assert used_desk("sync").data["accepted"] == 1
    assert len(register.visits()) == before + 1
    assert used_desk("record", "FAMILY1", *OFFER).status == 0


def test_a_database_that_was_deleted_is_made_anew_and_nothing_is_sent_twice(
    used_desk: CliUser, register: LiveRegister, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    assert used_desk("sync").data["accepted"] == 1
    before = len(register.visits())
    assert used_desk("record", "FAMILY1", *OFFER).status == 0
    (used_desk.home / "desk.db").unlink()  # the copy of the first hour knows nothing of the visits
    answer = used_desk("queue")
    assert (answer.status, answer.data["pending"]) == (0, 2)
    assert used_desk("sync").data["accepted"] == 2
    assert len(register.visits()) == before + 1


def test_an_older_database_that_a_cloud_put_back_is_completed_and_said(
    used_desk: CliUser, register: LiveRegister, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt False, taken in 10")
    yesterday = (used_desk.home / "desk.db").read_bytes()
    before = len(register.visits())
    for _ in range(10):
        assert used_desk("record", "FAMILY1", *OFFER).status == 0
    (used_desk.home / "desk.db").write_bytes(yesterday)
    answer = used_desk("queue")
    assert (answer.status, answer.data["pending"]) == (0, 11)
    assert "10 kirjausta saatiin kirjauslokista" in answer.words
    assert used_desk("sync").data["accepted"] == 11
    assert len(register.visits()) == before + 11


def test_a_loss_is_an_exit_status_of_its_own(
    used_desk: CliUser, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True.*lost 1, all known True")
    expected_log("at least 1 unsent records are missing")
    (used_desk.home / "desk.db").unlink()
    shutil.rmtree(used_desk.home / "desk-operations")
    answer = used_desk("queue")
    assert (answer.status, answer.data["pending"]) == (4, 0)
    again = used_desk("queue")
    assert (again.status, again.data["missing"]["count"]) == (4, 1)
    assert used_desk("acknowledge").data == {"acknowledged": 1}
    assert (used_desk("queue").status, used_desk("queue").data["missing"]) == (0, None)
    assert used_desk("acknowledge").data == {"acknowledged": 0}


def test_damage_that_a_command_meets_at_work_is_mended_before_it_goes_on(
    used_desk: CliUser, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    path = used_desk.home / "desk.db"
    content = bytearray(path.read_bytes())
    for place in range(4096 + 200, len(content), 4096):
        content[place] ^= 1
    path.write_bytes(content)
    for copy in (used_desk.home / "backups").iterdir():
        copy.unlink()
    answer = used_desk("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)


def test_a_wrong_key_is_said_and_the_way_back_is_asked_for(
    used_desk: CliUser, register: LiveRegister
) -> None:
    kept = used_desk.secrets.read_bytes()
    used_desk.secrets.unlink()
    FileSecrets(used_desk.secrets).set("database-key", "cd" * 32)
    before = (used_desk.home / "desk.db").read_bytes()
    answer = used_desk("queue")
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_key_wrong")
    assert (used_desk.home / "desk.db").read_bytes() == before

    code = register.activation(VENUE.id)
    assert used_desk("enrol", "--api", register.url, "--code", code, "--set-aside").status == 0
    assert used_desk("queue").data["pending"] == 0

    old_key = json.loads(kept)["database-key"]
    FileSecrets(used_desk.secrets).set("database-key", old_key)  # brought back from somewhere
    answer = used_desk("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)
    assert answer.words != ""


def lose_key(desk: CliUser) -> str:
    """Take the secrets away; the key that was in them."""
    kept = json.loads(desk.secrets.read_bytes())
    desk.secrets.unlink()
    return str(kept["database-key"])


def test_a_key_that_was_found_again_is_put_back(
    used_desk: CliUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = lose_key(used_desk)
    assert used_desk("queue").data["error"]["code"] == "store_key_lost"
    monkeypatch.setattr("sys.stdin", StringIO(f"{key.upper()}\n"))
    assert used_desk("restore-key").data == {"restored": True}
    answer = used_desk("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)


@pytest.mark.parametrize(
    ("typed", "status", "code"),
    [("cd" * 32, 7, "store_key_wrong"), ("cd" * 31, 2, "key_malformed"), ("", 2, "key_malformed")],
)
def test_another_key_is_not_put_in_its_place(
    used_desk: CliUser, monkeypatch: pytest.MonkeyPatch, typed: str, status: int, code: str
) -> None:
    lose_key(used_desk)
    monkeypatch.setattr("sys.stdin", StringIO(f"{typed}\n"))
    answer = used_desk("restore-key")
    assert (answer.status, answer.data["error"]["code"]) == (status, code)
    assert "cdcd" not in answer.words
    assert not used_desk.secrets.exists()


def test_with_the_key_of_data_that_was_set_aside_its_visits_are_taken_in(
    used_desk: CliUser, register: LiveRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = lose_key(used_desk)
    code = register.activation(VENUE.id)
    assert used_desk("enrol", "--api", register.url, "--code", code, "--set-aside").status == 0
    monkeypatch.setattr("sys.stdin", StringIO(f"{key}\n"))
    assert used_desk("restore-key").status == 0
    answer = used_desk("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)


def test_setting_aside_is_no_way_to_lose_data_that_the_key_opens(
    used_desk: CliUser, register: LiveRegister
) -> None:
    code = register.activation(VENUE.id)
    enrol = ("enrol", "--api", register.url, "--code", code, "--set-aside", "--yes")
    assert used_desk(*enrol).status == 0
    assert not (used_desk.home / "set-aside").exists()
    assert used_desk("queue").data["pending"] == 1
