"""The register changes its key while real desks go on: recording, enrolling anew, carrying."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.server.keys.key_files import KeyFile
from tests.helpers.cli_user import CARDS, MUSEUM, OFFER, VENUE, CliUser
from tests.helpers.register import LiveRegister


@pytest.fixture
def changing(tmp_path: Path) -> Iterator[LiveRegister]:
    """A register of the test's own."""
    with LiveRegister(tmp_path) as register:
        register.import_venues([VENUE])
        register.import_cards(CARDS)
        register.import_offers(VENUE.id, [MUSEUM])
        yield register


def change_key(register: LiveRegister, folder: Path) -> None:
    """Both steps at once, as after a theft."""
    file = KeyFile(folder / "register.db.key")
    file.write(register.central.keys.begin_change())
    file.write(register.central.keys.finish_change())


def enrol(desk: CliUser, register: LiveRegister) -> None:
    code = register.activation(VENUE.id)
    answer = desk("enrol", "--api", register.url, "--code", code, "--name", "Luukku", "--yes")
    assert answer.status == 0


def test_a_desk_goes_on_over_a_change_of_the_registers_key(
    changing: LiveRegister, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = CliUser(tmp_path / "desk", capsys)
    enrol(desk, changing)
    assert desk("sync").status == 0
    desk("record", "FAMILY1", *OFFER)
    change_key(changing, tmp_path)
    changing.drop_cards(["GROUP1"])
    synced = desk("sync")
    assert (synced.status, synced.data["accepted"]) == (0, 1)
    assert synced.data["register"]["count"] == len(CARDS) - 1


def test_waiting_work_goes_out_after_enrolling_anew_over_a_change_of_key(
    changing: LiveRegister, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = CliUser(tmp_path / "desk", capsys)
    enrol(desk, changing)
    desk("sync")
    desk("record", "FAMILY1", *OFFER)
    change_key(changing, tmp_path)
    enrol(desk, changing)
    synced = desk("sync")
    assert (synced.status, synced.data["accepted"], synced.data["pending"]) == (0, 1, 0)


def test_work_is_carried_between_desks_that_enrolled_before_and_after_a_change(
    changing: LiveRegister,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KAIKULUUKKU_PASSPHRASE", "correct horse battery staple")
    old, new = CliUser(tmp_path / "old", capsys), CliUser(tmp_path / "new", capsys)
    enrol(old, changing)
    old("sync")
    old("record", "FAMILY1", *OFFER)
    change_key(changing, tmp_path)
    enrol(new, changing)
    new("sync")
    file = str(tmp_path / "work.kaiku")
    assert old("carry-out", file).data == {"operations": 1}
    assert new("carry-in", file).status == 0
    assert new("sync").data["accepted"] == 1
