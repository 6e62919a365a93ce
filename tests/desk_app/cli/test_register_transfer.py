"""The register carried by hand to a desk of the venue that has no network."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from desk_app.__main__ import main
from sync.rules.offers import Quota
from tests.desk_app.cli.conftest import ELSEWHERE, PASSPHRASE, NewDesk
from tests.helpers.cli_user import MUSEUM, OFFER, POLICY, VENUE, CliUser, a_card
from tests.helpers.register import LiveRegister

pytestmark = pytest.mark.usefixtures("passphrase")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rekisteri.kaiku"


def test_a_desk_without_a_network_is_as_good_as_the_one_that_wrote_the_file(
    desk: CliUser, enrol_desk: NewDesk, register: LiveRegister, file: Path
) -> None:
    other = enrol_desk("Kesäteatteri")
    here = desk("sync").data["register"]
    register.stop()
    out = desk("carry-out", str(file), "--register")
    taken = other("carry-in", str(file))

    assert (out.status, list(out.data)) == (0, ["revision", "count", "verified_at"])
    assert (out.data["revision"], out.data["count"]) == (here["revision"], here["count"])
    assert (taken.status, taken.data) == (0, out.data)
    age = datetime.now(UTC) - datetime.fromisoformat(taken.data["verified_at"])
    assert timedelta() <= age < timedelta(minutes=10)
    assert other("check", "FAMILY1", *OFFER).data["verdict"] == "valid"
    assert [offer["id"] for offer in other("offers").data["offers"]] == [str(MUSEUM.id)]


def test_work_that_another_desk_has_sent_counts_once_against_the_quota_of_its_file(
    desk: CliUser, enrol_desk: NewDesk, register: LiveRegister, tmp_path: Path
) -> None:
    scarce = replace(MUSEUM, id=uuid4(), quota=Quota(4, 0))
    offer = ("--offer", str(scarce.id))
    register.import_offers(VENUE.id, [scarce])
    offline = enrol_desk("Kesäteatteri")

    def left() -> int:
        allowed = offline("check", "GROUP1", *offer).data["allowed"]
        return int(allowed["worker"] + allowed["community_minors"])

    def exchange(name: str) -> None:
        """Bring the work to the other desk, which sends it, and the register back."""
        if offline("queue").data["pending"]:
            offline("carry-out", str(tmp_path / f"{name} work"))
            desk("carry-in", str(tmp_path / f"{name} work"))
        desk("sync")
        desk("carry-out", str(tmp_path / name), "--register")
        assert offline("carry-in", str(tmp_path / name)).status == 0

    exchange("first")
    visit = offline("record", "FAMILY1", *offer, "--children", "1").data["visit_id"]
    assert left() == 2
    exchange("second")
    assert left() == 2
    offline("void", visit, "--reason", "mistake")
    assert left() == 4
    exchange("third")
    assert left() == 4


@pytest.mark.usefixtures("desk")
def test_work_counts_once_whichever_desk_recorded_it_and_whichever_wrote_the_file(
    enrol_desk: NewDesk, register: LiveRegister, tmp_path: Path
) -> None:
    scarce = replace(MUSEUM, id=uuid4(), quota=Quota(8, 0))
    offer = ("--offer", str(scarce.id))
    register.import_offers(VENUE.id, [scarce])
    sender, writer, offline = (
        enrol_desk("Luukku 2"),
        enrol_desk("Luukku 3"),
        enrol_desk("Kesäteatteri"),
    )
    work, cards = str(tmp_path / "work"), str(tmp_path / "register")

    def left() -> int:
        allowed = offline("check", "GROUP1", *offer).data["allowed"]
        return int(allowed["worker"] + allowed["community_minors"])

    def bring_register(name: str) -> None:
        writer("sync")
        writer("carry-out", cards + name, "--register")
        assert offline("carry-in", cards + name).status == 0

    def bring_work(there: CliUser, here: CliUser, name: str) -> None:
        there("carry-out", work + name)
        assert here("carry-in", work + name).status == 0

    bring_register("1")
    writer("record", "FAMILY1", *offer, "--children", "1")
    bring_work(writer, offline, "1")
    visit = offline("record", "FAMILY1", *offer, "--children", "1").data["visit_id"]
    assert left() == 4
    bring_work(offline, sender, "2")
    sender("sync")
    bring_register("2")
    assert left() == 4
    offline("void", visit, "--reason", "mistake")
    assert left() == 6
    bring_work(offline, sender, "3")
    sender("sync")
    bring_register("3")
    assert left() == 6


def test_without_json_it_is_said_until_which_day_the_desk_is_good(
    desk: CliUser, enrol_desk: NewDesk, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = enrol_desk("Kesäteatteri")
    desk("carry-out", str(file), "--register")
    place = ["--home", str(other.home), "--secrets", f"file:{other.secrets}"]
    assert main([*place, "carry-in", str(file)]) == 0
    day = (datetime.now(UTC) + timedelta(days=29)).astimezone(POLICY.zone).date()

    assert f"{day.day}.{day.month}.{day.year}" in capsys.readouterr().out


def test_a_file_is_refused_in_words_and_changes_nothing(
    desk: CliUser,
    enrol_desk: NewDesk,
    register: LiveRegister,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stranger = enrol_desk("Halli", ELSEWHERE)
    desk("carry-out", str(file), "--register")
    register.import_cards([a_card("NEWER1")])
    assert desk("sync").status == 0
    older = desk("carry-in", str(file))
    elsewhere = stranger("carry-in", str(file))
    monkeypatch.setenv("KAIKULUUKKU_PASSPHRASE", PASSPHRASE.upper())
    shut = desk("carry-in", str(file))

    assert (older.status, older.data["error"]["code"]) == (2, "register_older")
    assert (elsewhere.status, elsewhere.data["error"]["code"]) == (2, "parcel_elsewhere")
    assert (shut.status, shut.data["error"]["code"]) == (2, "parcel_unopened")
    assert desk("check", "NEWER1", *OFFER).data["verdict"] == "valid"
    assert stranger("check", "FAMILY1", *OFFER).status != 0


def test_a_desk_that_has_no_register_has_none_to_write(enrol_desk: NewDesk, file: Path) -> None:
    answer = enrol_desk("Kesäteatteri")("carry-out", str(file), "--register")

    assert (answer.status, answer.data["error"]["code"]) == (2, "register_missing")
    assert not file.exists()


def test_work_and_register_are_not_carried_out_at_once(desk: CliUser, file: Path) -> None:
    assert desk("carry-out", str(file), "--register", "--venue", "x").status == 2


def test_a_desk_that_is_not_enrolled_says_so(new_desk: CliUser, file: Path) -> None:
    assert new_desk("carry-out", str(file), "--register").status == 5
