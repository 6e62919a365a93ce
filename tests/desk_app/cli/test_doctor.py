"""What the doctor finds at desks that are well, and at those that are not."""

import json
import os
import re
import shutil
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from desk_app.__main__ import main
from desk_app.diagnostics.network import proxy_for
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import sync_metadata
from sync.certificates import certificate_end
from sync.errors import UnreachableError
from tests.helpers.certificates import make_certificate_authority
from tests.helpers.cli_user import OFFER, VENUE, Answered, CliUser
from tests.helpers.register import LiveRegister


def found(answered: Answered, name: str) -> tuple[bool, str]:
    check = next(each for each in answered.data["checks"] if each["name"] == name)
    return check["ok"], check["detail"]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def test_a_desk_that_is_well_is_told_so(copied_desk: CliUser) -> None:
    well = copied_desk("doctor")

    assert [check["name"] for check in well.data["checks"] if not check["ok"]] == []
    assert well.status == 0


def test_a_secrets_file_is_reported(copied_desk: CliUser) -> None:
    assert found(copied_desk("doctor"), "keyring") == (
        True,
        (
            "The key and the token are stored in a file, as the administrator chose: "
            f"{copied_desk.secrets}."
        ),
    )


def test_a_machine_without_a_desk_stays_without_one(new_desk: CliUser) -> None:
    examined = new_desk("doctor")

    assert examined.status == 4
    assert not found(examined, "desk")[0]
    assert not new_desk.home.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes; rights come with the folder")
def test_a_secrets_file_that_others_can_read_is_a_trouble(copied_desk: CliUser) -> None:
    copied_desk.secrets.chmod(0o644)

    examined = copied_desk("doctor")

    assert examined.status == 4
    assert not found(examined, "keyring")[0]


def test_a_register_that_is_away_is_named_with_what_to_do(
    desk: CliUser, register: LiveRegister
) -> None:
    register.stop()
    try:
        examined = desk("doctor")
    finally:
        register.start()

    assert examined.status == 4
    well, detail = found(examined, "register")
    assert not well
    assert detail.startswith("The register cannot be reached. Nothing is lost.")
    assert found(examined, "register_age")[0]


@pytest.fixture
def unknown_desk(copied_desk: CliUser) -> CliUser:
    """A desk whose token the register does not know."""
    secrets = json.loads(copied_desk.secrets.read_text())
    secrets |= {name: "unknown" for name in secrets if name.startswith("token-")}
    copied_desk.secrets.write_text(json.dumps(secrets))
    return copied_desk


def test_a_register_that_does_not_know_the_desk_is_named_with_what_to_do(
    unknown_desk: CliUser,
) -> None:
    examined = unknown_desk("doctor")
    ok, detail = found(examined, "register")
    assert (examined.status, ok) == (4, False)
    assert "does not recognise this desk at the moment. Keep working" in detail


def test_a_desk_that_was_unknown_for_two_days_is_told_to_ask_for_a_code(
    unknown_desk: CliUser,
) -> None:
    database = Database.open(unknown_desk.home / "desk.db", unknown_desk.key)
    with database.write() as connection:
        connection.execute(sync_metadata.update().values(token_doubted_again=True))
    database.close()
    ok, detail = found(unknown_desk("doctor"), "register")
    assert not ok
    assert "for two days. Ask Kaikukeskus for a new activation code" in detail


def test_a_desk_that_never_synced_is_told_to(new_desk: CliUser, register: LiveRegister) -> None:
    new_desk("enrol", "--api", register.url, "--code", register.activation(VENUE.id))

    assert not found(new_desk("doctor"), "register_age")[0]


def test_what_waits_is_counted(copied_desk: CliUser) -> None:
    copied_desk("record", "FAMILY1", *OFFER)

    assert found(copied_desk("doctor"), "queue") == (
        True,
        "Visits and changes waiting to be sent: 1.",
    )


def test_a_proxy_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://staff:hunter2@proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "inside.example")

    assert proxy_for("https://register.example") == "proxy.example:3128"
    assert proxy_for("https://inside.example") is None
    assert proxy_for("http://127.0.0.1:8000") is None


def test_a_certificate_tells_when_it_runs_out(tmp_path: Path) -> None:
    authority = make_certificate_authority(tmp_path)
    with _tls_listener(authority.server) as port:
        ends = certificate_end(f"https://127.0.0.1:{port}", ca_file=str(authority.ca_file))

    assert ends is not None
    assert timedelta(0) < ends - datetime.now(UTC) <= timedelta(hours=1)


def test_a_certificate_of_a_stranger_is_refused(tmp_path: Path) -> None:
    authority = make_certificate_authority(tmp_path)
    with (
        _tls_listener(authority.server) as port,
        pytest.raises(UnreachableError) as refused,
    ):
        certificate_end(f"https://127.0.0.1:{port}")

    assert refused.value.code == "certificate_refused"


@contextmanager
def _tls_listener(context: ssl.SSLContext) -> Iterator[int]:
    """A server that shakes one hand; its port."""

    def shake() -> None:
        with suppress(OSError):
            visitor, _ = listener.accept()
            with context.wrap_socket(visitor, server_side=True) as secured:
                secured.recv(1)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=shake)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(10)


def test_a_diagnosis_carries_findings_and_logs_but_nothing_about_a_person(
    copied_desk: CliUser, tmp_path: Path
) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    log = copied_desk.home / "logs" / "kaikuluukku.log"
    log.parent.mkdir()
    log.write_text(f"a line from {Path.home() / 'desk'}\n", encoding="utf-8")
    bundle = tmp_path / "diagnosis.zip"

    assert copied_desk("doctor", "--bundle", str(bundle)).status == 0

    with ZipFile(bundle) as opened:
        held = {name: opened.read(name) for name in opened.namelist()}
    assert {"checks.json", "build.json", "kaikuluukku.log"} <= set(held)
    secrets = json.loads(copied_desk.secrets.read_text(encoding="utf-8")).values()
    for text in held.values():
        for secret in ("FAMILY1", str(Path.home()), *secrets):
            assert secret.encode() not in text


def test_a_diagnosis_that_cannot_be_written_is_refused(
    copied_desk: CliUser, tmp_path: Path
) -> None:
    assert copied_desk("doctor", "--bundle", str(tmp_path / "nowhere" / "d.zip")).status == 2


def test_a_folder_that_a_cloud_keeps_is_noticed_at_the_first_start_and_by_the_doctor(
    new_desk: CliUser, register: LiveRegister
) -> None:
    new_desk.home = new_desk.home.parent / "OneDrive - Teatteri" / "desk"
    code = register.activation(VENUE.id)
    first = new_desk("enrol", "--api", register.url, "--code", code)
    second = new_desk("queue")

    assert "OneDrive manages" in first.words
    assert "--home" in first.words
    assert second.words == ""
    ok, detail = found(new_desk("doctor"), "folder")
    assert not ok
    assert "OneDrive manages" in detail


def test_a_desk_that_was_moved_into_a_cloud_s_folder_is_told_so_at_its_start(
    copied_desk: CliUser,
) -> None:
    kept = copied_desk.home.parent / "Nextcloud"
    kept.mkdir()
    copied_desk.home = copied_desk.home.rename(kept / "desk")
    assert "Nextcloud manages" in copied_desk("queue").words
    copied_desk.home = copied_desk.home.rename(kept.parent / "desk")
    assert "manages" not in copied_desk("queue").words


def test_what_was_mended_is_told_for_a_month(
    copied_desk: CliUser, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    assert found(copied_desk("doctor"), "data") == (
        True,
        "The database and the operation log are intact and agree.",
    )
    assert copied_desk("record", "FAMILY1", *OFFER).status == 0
    (copied_desk.home / "desk.db").unlink()

    examined = copied_desk("doctor")

    ok, detail = found(examined, "data")
    assert ok
    assert "This desk's data was damaged. 1 visit recovered." in detail
    assert found(copied_desk("doctor"), "data") == (ok, detail)


def test_what_was_lost_is_a_trouble(
    copied_desk: CliUser, expected_log: Callable[[str], None]
) -> None:
    expected_log("recovery: ")
    for folder in ("desk-operations", "backups"):
        shutil.rmtree(copied_desk.home / folder)
    (copied_desk.home / "desk.db").unlink()

    ok, detail = found(copied_desk("doctor"), "data")

    assert not ok
    assert re.search("[0-9]+ records? made before .* could not be recovered", detail)


def test_a_desk_whose_old_data_was_put_back_is_told_so_with_what_to_do(
    desk: CliUser, tmp_path: Path
) -> None:
    shutil.copytree(desk.home, tmp_path / "copy")
    assert found(desk("doctor"), "data_use")[0]
    desk("sync")
    desk("sync")
    shutil.rmtree(desk.home)
    shutil.copytree(tmp_path / "copy", desk.home)

    synced = desk("sync")
    ok, detail = found(desk("doctor"), "data_use")

    assert (synced.status, synced.data["forked"]) == (4, True)
    assert not ok
    assert "in use in two places or that an old copy" in detail


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        (
            "fi",
            (
                r"ok  Lähetystä odottavia käyntejä ja muutoksia: 0\.",
                r"ok  Rekisteri on päivitetty \d+\.\d+\.\d{4} klo \d\d\.\d\d\.",
            ),
        ),
        (
            "sv",
            (
                r"ok  Besök och ändringar som väntar på att skickas: 0\.",
                r"ok  Registret på den här datorn är från \d+\.\d+\.\d{4} kl\. \d\d\.\d\d\.",
            ),
        ),
        (
            "en",
            (
                r"ok  Visits and changes waiting to be sent: 0\.",
                r"ok  This desk's copy of the register is from \d+\.\d+\.\d{4}, \d\d:\d\d\.",
            ),
        ),
    ],
)
def test_as_text_a_row_is_in_the_language_that_is_spoken(
    copied_desk: CliUser,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    rows: tuple[str, ...],
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_FI.UTF-8")
    desk = ("--home", str(copied_desk.home), "--secrets", f"file:{copied_desk.secrets}")

    assert main([*desk, "doctor"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [row for row in rows if not any(re.fullmatch(row, line) for line in lines)] == []


def test_no_name_of_a_check_is_in_the_text(
    copied_desk: CliUser, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {check["name"] for check in copied_desk("doctor").data["checks"]}
    desk = ("--home", str(copied_desk.home), "--secrets", f"file:{copied_desk.secrets}")

    main([*desk, "doctor"])

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line[4:].partition(":")[0] in names] == []
