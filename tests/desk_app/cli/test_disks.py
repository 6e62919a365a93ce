"""A data folder on a disk that is full or read-only, or whose file another program holds."""

from pathlib import Path

import pytest

from tests.helpers.cli_user import OFFER, VENUE, CliUser
from tests.helpers.disks import SmallDisk
from tests.helpers.register import LiveRegister
from tests.helpers.store import bare

PASSPHRASE = "three plain words"


@pytest.fixture
def desk(
    disk: SmallDisk, register: LiveRegister, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> CliUser:
    cli_user = CliUser(disk.folder, capsys)
    cli_user.secrets = tmp_path / "secrets.json"  # on a disk that is well
    code = register.activation(VENUE.id)
    assert cli_user("enrol", "--api", register.url, "--code", code).status == 0
    assert cli_user("sync").status == 0
    assert cli_user("record", "FAMILY1", *OFFER).status == 0
    return cli_user


def test_everything_is_read_exported_and_carried_out(
    disk: SmallDisk, desk: CliUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAIKULUUKKU_PASSPHRASE", PASSPHRASE)
    with disk.read_only():
        queue = desk("queue")
        offers = desk("offers")
        check = desk("check", "FAMILY1", *OFFER)
        export = desk("export", "--format", "csv", "--out", str(tmp_path / "visits.csv"))
        carried = desk("carry-out", str(tmp_path / "work.parcel"))
    assert (queue.status, queue.data["pending"]) == (0, 1)
    assert str(disk.folder) in queue.words
    assert (offers.status, len(offers.data["offers"])) == (0, 1)
    assert check.status == 0
    assert (export.status, export.data["rows"]) == (0, 1)
    assert (carried.status, carried.data["operations"]) == (0, 1)


def test_nothing_is_recorded_sent_or_enrolled_and_no_code_is_used_up(
    disk: SmallDisk, desk: CliUser, register: LiveRegister
) -> None:
    code = register.activation(VENUE.id)
    with disk.read_only():
        refused = [
            desk("record", "FAMILY1", *OFFER),
            desk("sync"),
            desk("enrol", "--api", register.url, "--code", code, "--yes"),
        ]
    for answer in refused:
        assert (answer.status, answer.data["error"]["code"]) == (7, "store_read_only")
    assert desk("enrol", "--api", register.url, "--code", code, "--yes").status == 0
    assert desk("queue").data["pending"] == 1


def test_what_the_log_alone_has_is_read_too(
    disk: SmallDisk, desk: CliUser, expected_log: object
) -> None:
    assert callable(expected_log)
    expected_log("recovery: rebuilt True")
    (desk.home / "desk.db").unlink()
    with disk.read_only():
        queue = desk("queue")
    assert (queue.status, queue.data["pending"]) == (0, 1)
    assert not (desk.home / "desk.db").exists()
    assert desk("queue").data["pending"] == 1


@pytest.mark.parametrize(
    ("language", "next_step"),
    [("fi", "yritä uudelleen"), ("sv", "försök igen"), ("en", "try again")],
)
def test_a_full_disk_is_status_7_with_the_next_step(
    disk: SmallDisk, desk: CliUser, monkeypatch: pytest.MonkeyPatch, language: str, next_step: str
) -> None:
    if disk.full_code != "store_full":
        next_step = {"fi": "IT\u2011tue", "sv": "it\u2011stöd", "en": "IT support"}[language]
    monkeypatch.setenv("LC_ALL", f"{language}_FI.UTF-8")
    disk.fill()
    answers = [desk("record", "FAMILY1", *OFFER), desk("sync"), desk("queue")]
    disk.make_room()
    for answer in answers:
        assert (answer.status, answer.data["error"]["code"]) == (7, disk.full_code)
        assert next_step in answer.words
    assert desk("queue").data["pending"] == 1
    assert desk("record", "FAMILY1", *OFFER).status == 0
    assert desk("queue").data["pending"] == 2


def test_a_read_only_folder_is_status_7(disk: SmallDisk, desk: CliUser) -> None:
    with disk.read_only():
        answer = desk("record", "FAMILY1", *OFFER)
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_read_only")
    assert str(disk.folder) in answer.words
    assert desk("record", "FAMILY1", *OFFER).status == 0
    assert desk("queue").data["pending"] == 2


def test_a_file_that_another_program_holds_is_status_7(desk: CliUser) -> None:
    other = bare(desk.home / "desk.db", desk.key)
    other.execute("BEGIN EXCLUSIVE")
    answer = desk("record", "FAMILY1", *OFFER)
    assert (answer.status, answer.data["error"]["code"]) == (7, "store_locked")
    other.execute("ROLLBACK")
    other.close()
    assert desk("record", "FAMILY1", *OFFER).status == 0
    assert desk("queue").data["pending"] == 2
