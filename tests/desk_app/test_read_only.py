"""A data folder that cannot be written: everything can be looked at, and carried out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.cli_user import CARDS, MUSEUM, OFFER, VENUE, CliUser
from tests.helpers.disks import SmallDisk, small_disk
from tests.helpers.register import LiveRegister

PASSPHRASE = "three plain words"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveRegister]:
    with LiveRegister(tmp_path_factory.mktemp("register")) as running:
        running.fill(VENUE, CARDS, [MUSEUM])
        yield running


@pytest.fixture
def desk(
    disk: SmallDisk, register: LiveRegister, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> CliUser:
    cli_user = CliUser(disk.folder, capsys)
    cli_user.secrets = tmp_path / "secrets.json"
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
