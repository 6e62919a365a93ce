"""Output in any console: no character of any name ends a command, and JSON is ASCII."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from desk_app.__main__ import main
from desk_app.cli.commands import COMMANDS, WITHOUT_DESK
from desk_app.cli.exit_status import ExitStatus
from desk_app.cli.main import run as run_command
from sync.rules.offers import OfferName
from sync.rules.venues import Venue
from tests.helpers.cli_user import MUSEUM, CliUser
from tests.helpers.register import LiveRegister
from tests.helpers.sealing import QUICK

NAME = "Ŋáđđi € 剧院 \N{BOOKS}"
ODD = f"{NAME} \u202eabc\u2066"
HALL = Venue("odd", ODD, "Espoo")
SHOW = replace(MUSEUM, id=uuid4(), name=OfferName(ODD))
CODE_PAGES = ("ascii", "cp437")
C_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
PASSPHRASE = "three blind mice ran"


@pytest.fixture(scope="module")
def odd_register(register: LiveRegister) -> LiveRegister:
    register.import_venues([HALL])
    register.import_offers(HALL.id, [SHOW])
    return register


@dataclass
class CodePageConsole:
    """Both streams in one code page that knows no way out, as a console's are."""

    page: str
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *typed: str, stdin: str = "") -> tuple[int, bytes, bytes]:
        streams = {name: io.TextIOWrapper(io.BytesIO(), self.page) for name in ("stdout", "stderr")}
        with self.monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            patch.setattr(sys, "stdin", io.StringIO(stdin))
            try:
                status = main(typed, partial(run_command, hardness=QUICK))
            except SystemExit as ended:  # argparse's way to say no
                status = int(ended.code or 0)
            out, beside = (each.detach() for each in streams.values())
        return status, out.getvalue(), beside.getvalue()


@pytest.fixture
def console(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> CodePageConsole:
    monkeypatch.setenv("KAIKULUUKKU_PASSPHRASE", PASSPHRASE)
    return CodePageConsole(getattr(request, "param", "ascii"), monkeypatch)


def test_no_character_of_any_name_ends_a_command(
    tmp_path: Path, odd_register: LiveRegister, console: CodePageConsole
) -> None:
    code = odd_register.activation(HALL.id)
    folder = tmp_path / ODD
    folder.mkdir()
    (folder / "card.png").write_text("no picture")
    own = ("--home", str(folder / "home"), "--secrets", f"file:{folder / 'secrets.json'}")
    visit = ""
    statuses = {}
    for typed in (
        ("enrol", "--api", odd_register.url, "--code", code, "--name", NAME),
        ("sync",),
        ("offers",),
        ("add-offer", "--name", NAME),
        ("check", "FAMILY1", "--offer", str(SHOW.id)),
        ("--json", "record", "FAMILY1", "--offer", str(SHOW.id), "--operator", "Ŋáđđi"),
        ("correct", "VISIT", "FAMILY1", "--offer", str(SHOW.id)),
        ("void", "VISIT", "--reason", "mistake"),
        ("change-offer", str(SHOW.id), "--status", "sold_out"),
        ("withdraw-offer", str(SHOW.id)),
        ("record", ODD, "--offer", str(SHOW.id)),
        ("queue",),
        ("export", "--format", "csv", "--out", str(folder / "visits.csv")),
        ("carry-out", str(folder / "work.kaiku")),
        ("carry-in", str(folder / "work.kaiku")),
        ("carry-in", str(folder / "card.png")),
        ("hand-over", "in", str(folder / "card.png")),
        ("acknowledge",),
        ("resolve", "withdraw", str(SHOW.id)),
        ("forget-pin",),
        ("scan", str(folder / "card.png"), str(folder / "none.png")),
        ("doctor",),
        ("season", "--until", f"{datetime.now(UTC).date() + timedelta(days=30)}"),
        ("neighbours",),
        ("restore-key",),
    ):
        words = [visit if each == "VISIT" else each for each in typed]
        status, out, beside = console(*own, *words)
        statuses[" ".join(typed[:2])] = status
        out.decode(console.page)
        beside.decode(console.page)
        if typed[0] == "--json":
            visit = json.loads(out.decode("ascii"))["visit_id"]
    named = {words for typed in statuses for words in typed.split()}
    assert {*COMMANDS, *WITHOUT_DESK} - named == {"self-test"}  # the wheel's test runs it
    assert {typed for typed, status in statuses.items() if status == ExitStatus.BUG} == set()


@pytest.mark.parametrize("console", CODE_PAGES, indirect=True)
def test_json_is_ascii_whatever_the_console(
    new_desk: CliUser, odd_register: LiveRegister, console: CodePageConsole
) -> None:
    own = ("--home", str(new_desk.home), "--secrets", f"file:{new_desk.secrets}", "--json")
    code = odd_register.activation(HALL.id)
    _, out, _ = console(*own, "enrol", "--api", odd_register.url, "--code", code)
    assert json.loads(out.decode("ascii"))["venue"]["name"] == ODD


def test_what_a_console_cannot_show_is_written_plainer(console: CodePageConsole) -> None:
    missing = "Mökki\xa01\N{EN DASH}2….png"
    status, _, beside = console("scan", missing)
    assert status == ExitStatus.BAD_USAGE
    assert b"Mokki 1-2....png" in beside


def run(program: str, *typed: str, **console: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "PYTHON", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", program, *typed],
        env={**inherited, "LANG": "sv_FI.UTF-8", **console},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_help_is_shown_in_the_c_locale() -> None:
    assert run("desk_app", "scan", "--help", **C_LOCALE).returncode == 0


def test_what_was_typed_in_another_code_page_is_bad_usage(new_desk: CliUser) -> None:
    typed = ("enrol", "--api", "http://127.0.0.1:9", "--code", "A", "--name", "Luukku \udce4")
    assert new_desk(*typed).status == 2


def test_the_registers_own_commands_show_any_name(
    new_desk: CliUser, odd_register: LiveRegister
) -> None:
    code = odd_register.activation(HALL.id)
    typed = ("enrol", "--api", odd_register.url, "--code", code, "--name", NAME)
    assert new_desk(*typed).status == 0
    page = {"PYTHONIOENCODING": "cp437"}
    words = run("sync.server", "desks", "--db", odd_register.database_url, **page)
    ran = run("sync.server", "desks", "--db", odd_register.database_url, "--json", **page)
    assert (words.returncode, ran.returncode) == (0, 0)
    assert NAME in {desk["name"] for desk in json.loads(ran.stdout.decode("ascii"))["desks"]}


def ended_without_reader(program: str, *typed: str) -> tuple[int, bytes]:
    """Run a program whose output nobody reads; its exit status, and what it complained of."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", program, *typed],
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(writer)
    return ended.returncode, ended.stderr


def test_a_command_that_nobody_reads_keeps_its_status(new_desk: CliUser) -> None:
    own = ("--home", str(new_desk.home), "--secrets", f"file:{new_desk.secrets}", "--json")
    status, beside = ended_without_reader("desk_app", *own, "offers")
    assert (status, b"Errno" in beside) == (ExitStatus.NOT_ENROLLED, False)
    assert ended_without_reader("desk_app", "--help") == (ExitStatus.DONE, b"")


def test_the_registers_commands_end_quietly_without_a_reader(register: LiveRegister) -> None:
    typed = ("desks", "--json", "--db", register.database_url)
    assert ended_without_reader("sync.server", *typed)[1] == b""
