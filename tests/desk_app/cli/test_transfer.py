"""Unsent work carried from one desk to another, and what both of them come to know."""

import os
import stat
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.files.sealing import HEADER, MAGIC
from sync.rules.venues import Venue
from tests.desk_app.cli.conftest import ELSEWHERE, PASSPHRASE, NewDesk
from tests.helpers import programs
from tests.helpers.cli_user import OFFER, TODAY, VENUE, CliUser, a_card
from tests.helpers.register import LiveRegister

pytestmark = pytest.mark.usefixtures("passphrase")


@pytest.fixture
def another(enrol_desk: NewDesk) -> NewDesk:
    """Enrols another desk, which syncs once."""

    def enrolled(name: str, venue: Venue = VENUE) -> CliUser:
        desk = enrol_desk(name, venue)
        assert desk("sync").status == 0
        return desk

    return enrolled


@pytest.fixture
def transfer(tmp_path: Path) -> Path:
    return tmp_path / "työt.kaiku"


def states(register: LiveRegister, *ids: str) -> list[str]:
    return sorted(str(visit.state) for visit in register.visits() if str(visit.id) in ids)


def test_carried_work_arrives_once_and_both_desks_end_with_the_same_truth(
    desk: CliUser, another: NewDesk, register: LiveRegister, transfer: Path
) -> None:
    other = another("Luukku 2")
    register.stop()
    offer = desk("add-offer", "--name", "Pihakonsertti").data["offer_id"]
    kept = desk("record", "FAMILY1", "--offer", offer, "--children", "2").data["visit_id"]
    undone = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    desk("void", undone, "--reason", "mistake")
    out = desk("carry-out", str(transfer))
    taken = other("carry-in", str(transfer))
    again = other("carry-in", str(transfer))
    register.start()
    there = other("sync")
    at_register = states(register, kept, undone)
    home = desk("sync")

    assert (out.status, out.data) == (0, {"operations": 4})
    assert (taken.status, taken.data) == (0, {"operations": 4, "known": 0})
    assert (again.status, again.data) == (0, {"operations": 0, "known": 4})
    assert (there.status, there.data["accepted"]) == (0, 4)
    assert at_register == ["accepted", "voided"]
    assert (home.status, home.data["accepted"], home.data["pending"]) == (0, 4, 0)
    assert states(register, kept, undone) == ["accepted", "voided"]


def test_a_transfer_file_that_comes_home_does_no_harm(
    desk: CliUser, another: NewDesk, transfer: Path
) -> None:
    other = another("Luukku 2")
    desk("record", "FAMILY1", *OFFER)
    desk("carry-out", str(transfer))
    other("carry-in", str(transfer))
    other("carry-out", str(transfer))

    assert desk("carry-in", str(transfer)).data == {"operations": 0, "known": 1}
    assert desk("sync").data["accepted"] == 1


def test_a_void_of_a_visit_that_had_arrived_is_carried_alone(
    desk: CliUser, another: NewDesk, register: LiveRegister, transfer: Path
) -> None:
    visit = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    desk("sync")
    other = another("Luukku 2")
    assert "used_today" in other("check", "FAMILY1", *OFFER).data["notices"]
    desk("void", visit, "--reason", "mistake")
    desk("carry-out", str(transfer))
    other("carry-in", str(transfer))
    other("sync")

    assert states(register, visit) == ["voided"]


def test_what_was_carried_in_counts_for_the_carrier_s_checks(
    desk: CliUser, another: NewDesk, register: LiveRegister, transfer: Path
) -> None:
    other = another("Luukku 2")
    register.import_cards([a_card("CARRIED1")])
    desk("sync")
    other("sync")
    desk("record", "CARRIED1", *OFFER)
    desk("carry-out", str(transfer))
    other("carry-in", str(transfer))

    assert "used_today" in other("check", "CARRIED1", *OFFER).data["notices"]


def test_the_carrier_does_not_take_back_what_another_desk_recorded(
    desk: CliUser, another: NewDesk, transfer: Path
) -> None:
    other = another("Luukku 2")
    visit = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    desk("carry-out", str(transfer))
    other("carry-in", str(transfer))

    assert other("void", visit, "--reason", "mistake").status == 2


def test_a_refusal_is_seen_at_both_desks_and_gone_from_both_once_the_register_has_it(
    desk: CliUser, another: NewDesk, register: LiveRegister, transfer: Path
) -> None:
    other = another("Luukku 2")
    printed = ("--provisional", "--printed-valid-until", TODAY.isoformat())
    visit = desk("record", "LATECARD1", *OFFER, *printed).data["visit_id"]
    desk("carry-out", str(transfer))
    other("carry-in", str(transfer))
    assert other("sync").status == 4
    refused = other("queue").data["attention"]
    assert [item["carried_from"] for item in refused] == ["Lippuluukku"]
    assert refused[0]["remedies"] == ["again", "note"]

    register.import_cards([a_card("LATECARD1")])
    assert desk("sync").data["accepted"] == 1
    assert other("sync").data["accepted"] == 1  # the card has come: it is sent again by itself

    assert other("queue").data["attention"] == []
    assert states(register, visit) == ["accepted"]


def test_a_visit_taken_back_here_and_accepted_for_another_desk_is_taken_back_there_too(
    desk: CliUser, another: NewDesk, register: LiveRegister, transfer: Path
) -> None:
    other = another("Luukku 2")
    printed = ("--provisional", "--printed-valid-until", TODAY.isoformat())
    visit = desk("record", "LATECARD2", *OFFER, *printed).data["visit_id"]
    desk("carry-out", str(transfer))
    desk("sync")
    desk("void", visit, "--reason", "mistake")  # it was refused: there is nothing to send
    register.import_cards([a_card("LATECARD2")])
    other("carry-in", str(transfer))
    other("sync")
    assert states(register, visit) == ["accepted"]
    desk("sync")
    desk("sync")

    assert states(register, visit) == ["voided"]


def test_with_nothing_to_send_no_file_is_written(copied_desk: CliUser, transfer: Path) -> None:
    assert copied_desk("carry-out", str(transfer)).data == {"operations": 0}
    assert not transfer.exists()


def test_a_transfer_file_is_for_its_owner_s_eyes_and_carries_nothing_readable(
    copied_desk: CliUser, transfer: Path
) -> None:
    copied_desk("record", "FAMILY1", *OFFER, "--operator", "Liisa")
    copied_desk("carry-out", str(transfer))

    assert stat.S_IMODE(transfer.stat().st_mode) == 0o600
    assert [
        word for word in (b"FAMILY1", b"Liisa", b"visit") if word in transfer.read_bytes()
    ] == []
    assert [path.name for path in transfer.parent.iterdir() if "kaiku" in path.name] == [
        transfer.name
    ]


def test_work_of_another_venue_is_refused(desk: CliUser, another: NewDesk, transfer: Path) -> None:
    stranger = another("Halli", ELSEWHERE)
    desk("record", "FAMILY1", *OFFER)
    desk("carry-out", str(transfer))
    refused = stranger("carry-in", str(transfer))

    assert (refused.status, refused.data["error"]["code"]) == (2, "parcel_elsewhere")
    assert VENUE.name in refused.words
    assert stranger("queue").data["pending"] == 0


def test_a_changed_cut_or_foreign_file_is_refused_and_nothing_is_taken_in(
    desk: CliUser, another: NewDesk, transfer: Path
) -> None:
    other = another("Luukku 2")
    desk("record", "FAMILY1", *OFFER)
    desk("carry-out", str(transfer))
    sealed = transfer.read_bytes()
    salt, last = len(MAGIC) + 13, len(sealed) - 1
    spoilt = {
        f"byte {at} changed": sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        for at in (salt, salt + 20, last)
    }
    spoilt |= {"cut": sealed[:-1], "longer": sealed + b"x"}
    codes = {}
    for what, content in spoilt.items():
        transfer.write_bytes(content)
        answer = other("carry-in", str(transfer))
        codes[what] = (answer.status, answer.data["error"]["code"])
    ends = {}
    for end in (0, 5, len(MAGIC) + 3, HEADER.size, HEADER.size + 15):
        transfer.write_bytes(sealed[:end])
        ends[end] = other("carry-in", str(transfer)).data["error"]["code"]
    transfer.write_bytes(b"PK\x03\x04 a holiday picture")

    assert set(codes.values()) == {(2, "parcel_unopened")}, codes
    assert set(ends.values()) == {"parcel_damaged"}, ends
    assert other("carry-in", str(transfer)).data["error"]["code"] == "parcel_foreign"
    assert other("carry-in", str(transfer.with_name("none"))).data["error"]["code"] == (
        "file_unreadable"
    )
    assert other("queue").data["pending"] == 0


def test_a_file_that_asks_for_all_the_memory_is_refused_at_once(
    copied_desk: CliUser, transfer: Path
) -> None:
    transfer.write_bytes(MAGIC + b"\1" + (2**32 - 1).to_bytes(4) + (2**40).to_bytes(8) + bytes(99))
    assert copied_desk("carry-in", str(transfer)).data["error"]["code"] == "parcel_damaged"


def test_a_newer_transfer_file_is_refused_as_such(copied_desk: CliUser, transfer: Path) -> None:
    transfer.write_bytes(MAGIC + b"\5" + bytes(99))
    assert copied_desk("carry-in", str(transfer)).data["error"]["code"] == "parcel_too_new"


def test_another_passphrase_does_not_open_a_transfer_file(
    copied_desk: CliUser, transfer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    copied_desk("carry-out", str(transfer))
    monkeypatch.setenv("KAIKULUUKKU_PASSPHRASE", PASSPHRASE.upper())
    assert copied_desk("carry-in", str(transfer)).data["error"]["code"] == "parcel_unopened"


@pytest.mark.parametrize("weak", ["salasana", "aaaaaaaaaaaaaaaaaaaa"])
def test_a_passphrase_that_is_easily_guessed_is_refused(
    copied_desk: CliUser, transfer: Path, monkeypatch: pytest.MonkeyPatch, weak: str
) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    monkeypatch.setenv("KAIKULUUKKU_PASSPHRASE", weak)
    answer = copied_desk("carry-out", str(transfer))
    assert (answer.status, answer.data["error"]["code"]) == (2, "passphrase_weak")
    assert not transfer.exists()


def test_a_file_that_is_no_transfer_file_is_never_overwritten(
    copied_desk: CliUser, transfer: Path
) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    transfer.write_text("kirje")
    refused = copied_desk("carry-out", str(transfer))
    assert (refused.status, refused.data["error"]["code"]) == (2, "file_taken")
    assert transfer.read_text() == "kirje"


def test_a_folder_that_is_not_there_is_said_and_the_work_still_waits(
    copied_desk: CliUser, transfer: Path
) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    refused = copied_desk("carry-out", str(transfer / "x"))
    assert (refused.status, refused.data["error"]["code"]) == (2, "file_unwritable")
    assert copied_desk("queue").data["pending"] == 1


@pytest.mark.parametrize(("second", "status"), [(PASSPHRASE, 0), ("something else", 2)])
def test_the_passphrase_is_asked_for_twice_and_not_seen(
    copied_desk: CliUser, transfer: Path, second: str, status: int
) -> None:
    pty = pytest.importorskip("pty", reason="Windows has no terminal that a test could hold")
    copied_desk("record", "FAMILY1", *OFFER)
    ours, theirs = pty.openpty()
    desk = ("--home", str(copied_desk.home), "--secrets", f"file:{copied_desk.secrets}")
    asking = programs.start(
        *("-c", _ON_A_TERMINAL, *desk, "carry-out", str(transfer)),
        loads=programs.COMMANDS,
        environment=_in_english({}),
        stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    seen = ""
    for answer, question in ((PASSPHRASE, "for the file:"), (second, "Repeat the passphrase:")):
        while question not in seen:
            seen += os.read(ours, 1000).decode()
        os.write(ours, f"{answer}\n".encode())
    assert asking.wait(60) == status
    assert transfer.exists() is (status == 0)
    os.close(ours)
    assert PASSPHRASE not in seen


_ON_A_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from desk_app.__main__ import main
sys.exit(main())
"""


_ON_NO_TERMINAL = """
import os, sys
os.setsid()
from desk_app.__main__ import main
sys.exit(main())
"""


def _in_english(unset: dict[str, str]) -> dict[str, str]:
    """The environment, in which no passphrase stands."""
    left = {k: v for k, v in os.environ.items() if k != "KAIKULUUKKU_PASSPHRASE"}
    return left | {"LC_ALL": "en_GB.UTF-8"} | unset


@pytest.mark.parametrize("unset", [{}, {"KAIKULUUKKU_PASSPHRASE": ""}], ids=["absent", "empty"])
def test_where_nobody_can_be_asked_the_passphrase_is_missed_in_words(
    copied_desk: CliUser, transfer: Path, unset: dict[str, str]
) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    desk = ("--home", str(copied_desk.home), "--secrets", f"file:{copied_desk.secrets}")
    ended = programs.run(
        *("-c", _ON_NO_TERMINAL, *desk, "carry-out", str(transfer)),
        loads=programs.COMMANDS,
        environment=_in_english(unset),
    )
    assert ended.returncode == 2
    assert "set it in KAIKULUUKKU_PASSPHRASE" in ended.stderr


def test_a_revoked_desk_s_work_goes_out_by_another_desk(
    another: NewDesk, register: LiveRegister, transfer: Path
) -> None:
    first, other = another("Luukku 1"), another("Luukku 2")
    visit = first("record", "FAMILY1", *OFFER).data["visit_id"]
    code = register.activation(VENUE.id)
    desk_id = first("enrol", "--api", register.url, "--code", code, "--yes")
    register.revoke(UUID(desk_id.data["desk_id"]))
    assert first("sync").status == 5
    first("carry-out", str(transfer))
    other("carry-in", str(transfer))
    other("sync")

    assert states(register, visit) == ["accepted"]
