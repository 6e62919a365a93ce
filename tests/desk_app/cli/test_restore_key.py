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
def sold(desk: CliUser) -> CliUser:
    assert desk("record", "FAMILY1", *OFFER).status == 0
    return desk


def test_a_command_mends_a_damaged_file_says_so_and_goes_on(
    sold: CliUser, register: LiveRegister, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    before = len(register.visits())
    spoil_first_page(sold.home / "desk.db")
    answer = sold("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)
    assert "set-aside" in answer.words
    assert sold("queue").words == ""
    assert sold("sync").data["accepted"] == 1
    assert len(register.visits()) == before + 1
    assert sold("record", "FAMILY1", *OFFER).status == 0


def test_a_database_that_was_deleted_is_made_anew_and_nothing_is_sent_twice(
    sold: CliUser, register: LiveRegister, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    assert sold("sync").data["accepted"] == 1
    before = len(register.visits())
    assert sold("record", "FAMILY1", *OFFER).status == 0
    (sold.home / "desk.db").unlink()  # the copy of the first hour knows nothing of the visits
    answer = sold("queue")
    assert (answer.status, answer.data["pending"]) == (0, 2)
    assert sold("sync").data["accepted"] == 2
    assert len(register.visits()) == before + 1


def test_an_older_database_that_a_cloud_put_back_is_completed_and_said(
    sold: CliUser, register: LiveRegister, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt False, taken in 10")
    yesterday = (sold.home / "desk.db").read_bytes()
    before = len(register.visits())
    for _ in range(10):
        assert sold("record", "FAMILY1", *OFFER).status == 0
    (sold.home / "desk.db").write_bytes(yesterday)
    answer = sold("queue")
    assert (answer.status, answer.data["pending"]) == (0, 11)
    assert "10 kirjausta saatiin kirjauslokista" in answer.words
    assert sold("sync").data["accepted"] == 11
    assert len(register.visits()) == before + 11


def test_a_loss_is_an_exit_status_of_its_own(
    sold: CliUser, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True.*lost 1, all known True")
    expected_log("at least 1 unsent records are missing")
    (sold.home / "desk.db").unlink()
    shutil.rmtree(sold.home / "desk-operations")
    answer = sold("queue")
    assert (answer.status, answer.data["pending"]) == (4, 0)
    again = sold("queue")
    assert (again.status, again.data["missing"]["count"]) == (4, 1)
    assert sold("acknowledge").data == {"acknowledged": 1}
    assert (sold("queue").status, sold("queue").data["missing"]) == (0, None)
    assert sold("acknowledge").data == {"acknowledged": 0}


def test_damage_that_a_command_meets_at_work_is_mended_before_it_goes_on(
    sold: CliUser, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: rebuilt True")
    path = sold.home / "desk.db"
    content = bytearray(path.read_bytes())
    for place in range(4096 + 200, len(content), 4096):
        content[place] ^= 1
    path.write_bytes(content)
    for copy in (sold.home / "backups").iterdir():
        copy.unlink()
    answer = sold("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)


def test_a_wrong_key_is_said_and_the_way_back_is_asked_for(
    sold: CliUser, register: LiveRegister
) -> None:
    kept = sold.secrets.read_bytes()
    sold.secrets.unlink()
    FileSecrets(sold.secrets).set("database-key", "cd" * 32)
    before = (sold.home / "desk.db").read_bytes()
    answer = sold("queue")
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_key_wrong")
    assert (sold.home / "desk.db").read_bytes() == before

    code = register.activation(VENUE.id)
    assert sold("enrol", "--api", register.url, "--code", code, "--set-aside").status == 0
    assert sold("queue").data["pending"] == 0

    old_key = json.loads(kept)["database-key"]
    FileSecrets(sold.secrets).set("database-key", old_key)  # brought back from somewhere
    answer = sold("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)
    assert answer.words != ""


def lose_key(desk: CliUser) -> str:
    """Take the secrets away; the key that was in them."""
    kept = json.loads(desk.secrets.read_bytes())
    desk.secrets.unlink()
    return str(kept["database-key"])


def test_a_key_that_was_found_again_is_put_back(
    sold: CliUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = lose_key(sold)
    assert sold("queue").data["error"]["code"] == "store_key_lost"
    monkeypatch.setattr("sys.stdin", StringIO(f"{key.upper()}\n"))
    assert sold("restore-key").data == {"restored": True}
    answer = sold("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)


@pytest.mark.parametrize(
    ("typed", "status", "code"),
    [("cd" * 32, 7, "store_key_wrong"), ("cd" * 31, 2, "key_malformed"), ("", 2, "key_malformed")],
)
def test_another_key_is_not_put_in_its_place(
    sold: CliUser, monkeypatch: pytest.MonkeyPatch, typed: str, status: int, code: str
) -> None:
    lose_key(sold)
    monkeypatch.setattr("sys.stdin", StringIO(f"{typed}\n"))
    answer = sold("restore-key")
    assert (answer.status, answer.data["error"]["code"]) == (status, code)
    assert "cdcd" not in answer.words
    assert not sold.secrets.exists()


def test_with_the_key_of_data_that_was_set_aside_its_visits_are_taken_in(
    sold: CliUser, register: LiveRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = lose_key(sold)
    code = register.activation(VENUE.id)
    assert sold("enrol", "--api", register.url, "--code", code, "--set-aside").status == 0
    monkeypatch.setattr("sys.stdin", StringIO(f"{key}\n"))
    assert sold("restore-key").status == 0
    answer = sold("queue")
    assert (answer.status, answer.data["pending"]) == (0, 1)


def test_setting_aside_is_no_way_to_lose_data_that_the_key_opens(
    sold: CliUser, register: LiveRegister
) -> None:
    code = register.activation(VENUE.id)
    enrol = ("enrol", "--api", register.url, "--code", code, "--set-aside", "--yes")
    assert sold(*enrol).status == 0
    assert not (sold.home / "set-aside").exists()
    assert sold("queue").data["pending"] == 1
