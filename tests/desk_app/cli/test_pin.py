"""The PIN at the command line: what shows or changes visits asks for it, and misses are counted."""

import codecs
import io
import json
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from desk_app.bootstrap.export_process import ProgramExports
from desk_app.cli.commands import COMMANDS
from desk_app.cli.main import run
from desk_app.cli.parser import parser
from desk_app.cli.pin import BEHIND_PIN
from desk_app.config.machine_policy import may_forget_pin, pin_slip
from desk_app.config.paths import Home
from desk_app.devices.clock import SystemClock
from desk_app.devices.secrets import FileSecrets
from desk_app.services.exporting import Extent, no_progress
from desk_app.services.lock import LockService
from tests.helpers.cli_user import OFFER, CliUser
from tests.helpers.sealing import QUICK_PINS

PIN = "47 11 ä"
NOBODY = 65534


def lock(desk: CliUser) -> LockService:
    return LockService(FileSecrets(desk.secrets), QUICK_PINS, SystemClock())


@pytest.fixture
def guarded(copied_desk: CliUser) -> CliUser:
    lock(copied_desk).set_pin(PIN)
    return copied_desk


@pytest.fixture
def pin_file(tmp_path: Path) -> Path:
    return written(tmp_path / "pin", PIN)


def written(path: Path, pin: str) -> Path:
    path.touch(mode=0o600)
    path.write_text(f"{pin}\n", encoding="utf-8")
    return path


def commands(folder: Path) -> list[tuple[str, ...]]:
    some_id = str(uuid4())
    return [
        ("check", "FAMILY1", *OFFER),
        ("record", "FAMILY1", *OFFER),
        ("correct", some_id, "FAMILY1", *OFFER),
        ("void", some_id, "--reason", "mistake"),
        ("queue",),
        ("acknowledge",),
        ("export", "--format", "json", "--out", str(folder / "visits.json")),
        ("carry-out", str(folder / "work")),
        ("carry-in", str(folder / "work")),
        ("resolve", "again", some_id),
    ]


def test_what_shows_or_changes_visits_is_not_done_without_the_pin(
    guarded: CliUser, tmp_path: Path
) -> None:
    typed = commands(tmp_path)
    assert {words[0] for words in typed} == BEHIND_PIN - {"hand-over"}
    answers = {words[0]: guarded(*words) for words in typed}
    refused = {
        name: (answer.status, answer.data["error"]["code"]) for name, answer in answers.items()
    }
    assert refused == dict.fromkeys(answers, (2, "pin_missing"))
    assert not (tmp_path / "visits.json").exists()


def test_the_register_is_handed_over_to_nobody_but_the_window(
    guarded: CliUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("a guess\na passphrase of their own\n"))

    answer = guarded("hand-over", "out", str(tmp_path / "register"))

    assert (answer.status, answer.data["error"]["code"]) == (2, "pin_wrong")
    assert not (tmp_path / "register").exists()


def test_of_every_command_somebody_has_decided_whether_it_needs_the_pin() -> None:
    assert set(COMMANDS) - BEHIND_PIN == {
        *("enrol", "sync", "season", "neighbours", "forget-pin"),
        *("offers", "add-offer", "change-offer", "withdraw-offer"),
    }


def test_what_shows_no_visits_needs_no_pin(desk: CliUser) -> None:
    lock(desk).set_pin(PIN)
    assert desk("sync").status == 0
    assert desk("offers").status == 0


def test_a_file_with_the_pin_lets_a_command_through(guarded: CliUser, pin_file: Path) -> None:
    recorded = guarded("record", "FAMILY1", *OFFER, "--pin-file", str(pin_file))
    assert recorded.status == 0
    assert guarded("--pin-file", str(pin_file), "queue").data["pending"] == 1


def test_a_file_as_windows_notepad_saves_it_has_the_same_pin(
    guarded: CliUser, pin_file: Path
) -> None:
    pin_file.write_bytes(codecs.BOM_UTF8 + f"{PIN}\r\n".encode())
    assert guarded("queue", "--pin-file", str(pin_file)).status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode")
def test_a_file_that_others_can_read_is_refused(guarded: CliUser, pin_file: Path) -> None:
    pin_file.chmod(0o644)
    refused = guarded("queue", "--pin-file", str(pin_file))
    assert (refused.status, refused.data["error"]["code"]) == (2, "pin_file_open")


def test_a_file_that_is_not_there_is_bad_usage(guarded: CliUser, tmp_path: Path) -> None:
    refused = guarded("queue", "--pin-file", str(tmp_path / "nowhere"))
    assert (refused.status, refused.data["error"]["code"]) == (2, "file_unreadable")


def test_wrong_pins_are_slowed_from_one_program_to_the_next(
    guarded: CliUser, pin_file: Path, tmp_path: Path
) -> None:
    wrong = written(tmp_path / "wrong", "0000")
    codes = [
        guarded("queue", "--pin-file", str(file)).data["error"]["code"]
        for file in (wrong, wrong, wrong, pin_file)
    ]
    assert codes == ["pin_wrong", "pin_wrong", "pin_wrong", "pin_wait"]


def test_pins_tried_side_by_side_are_all_counted(guarded: CliUser, tmp_path: Path) -> None:
    wrong = written(tmp_path / "wrong", "0000")
    arguments = ["--home", str(guarded.home), "--secrets", f"file:{guarded.secrets}"]
    typed = parser().parse_args([*arguments, "queue", "--pin-file", str(wrong)])
    tries = [threading.Thread(target=run, args=(typed,)) for _ in range(6)]
    for each in tries:
        each.start()
    for each in tries:
        each.join()
    kept = lock(guarded)._kept()
    assert kept is not None
    assert kept.misses == 3, "the others had to wait"


def test_the_windows_own_export_needs_no_pin_once_more(guarded: CliUser, tmp_path: Path) -> None:
    exports = ProgramExports(Home(guarded.home), f"file:{guarded.secrets}", lock(guarded).voucher)
    export = exports.export(tmp_path / "a.json", "json", Extent(None, None), with_cards=False)
    assert export.write(no_progress) == 0


def test_a_voucher_that_no_program_of_ours_has_said_admits_nobody(
    guarded: CliUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xe4\xff\n"), "utf-8"))
    wanted = ("export", "--vouched", "--format", "csv", "--out", str(tmp_path / "visits.csv"))
    assert guarded(*wanted).data["error"]["code"] == "pin_wrong"


@pytest.fixture
def policy() -> Iterator[Path]:
    """The place of a policy file, in a folder that only its owner may write; root's if we are."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    yield folder / "policy.toml"
    folder.chmod(0o700)
    shutil.rmtree(folder)


@contextmanager
def somebody_else() -> Iterator[None]:
    """Without the rights of root, where the tests have them."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for an elevated program")


@posix
def test_a_user_who_may_not_write_the_policy_file_may_not_remove_the_pin(
    guarded: CliUser, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ["--home", str(guarded.home), "--secrets", f"file:{guarded.secrets}", "--json"]
    typed = parser().parse_args([*home, "forget-pin"])
    with somebody_else():
        assert run(typed, policy_path=policy) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "rights_missing"
    assert lock(guarded).has_pin()


def test_a_user_who_may_write_it_may(guarded: CliUser, tmp_path: Path) -> None:
    home = ["--home", str(guarded.home), "--secrets", f"file:{guarded.secrets}"]
    assert (
        run(parser().parse_args([*home, "forget-pin"]), policy_path=tmp_path / "policy.toml") == 0
    )
    assert not lock(guarded).has_pin()


@posix
def test_an_administrators_file_beside_it_allows_it_for_a_quarter_of_an_hour(policy: Path) -> None:
    policy.parent.chmod(0o755)
    slip = pin_slip(policy)
    slip.touch()
    slip.chmod(0o444)
    policy.parent.chmod(0o555)
    made = slip.stat().st_mtime
    ours = frozenset({os.getuid()})
    with somebody_else():
        allowed = {age: may_forget_pin(policy, made + age, ours) for age in (-60, 0, 890, 910)}
        assert not may_forget_pin(policy, made, frozenset()), "not an administrator's"
    assert allowed == {-60: False, 0: True, 890: True, 910: False}
