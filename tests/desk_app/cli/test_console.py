"""Output in any console: no character of any name ends a command, and JSON is ASCII."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from sync.rules.offers import OfferName
from sync.rules.venues import Venue
from tests.helpers.cli_user import MUSEUM, CliUser
from tests.helpers.register import LiveRegister

NAME = "Ŋáđđi € 剧院 \N{BOOKS}"
ODD = f"{NAME} \u202eabc\u2066"
HALL = Venue("odd", ODD, "Espoo")
SHOW = replace(MUSEUM, id=uuid4(), name=OfferName(ODD))
CONSOLES = {
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
}
every_console = pytest.mark.parametrize("console", CONSOLES)


@pytest.fixture(scope="module")
def odd_register(register: LiveRegister) -> LiveRegister:
    register.import_venues([HALL])
    register.import_offers(HALL.id, [SHOW])
    return register


def run(program: str, console: str, *typed: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "PYTHON", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", program, *typed],
        env={**inherited, "LANG": "sv_FI.UTF-8", **CONSOLES[console]},
        capture_output=True,
        check=False,
        timeout=60,
    )


def at_desk(desk: CliUser, console: str, *typed: str) -> subprocess.CompletedProcess[bytes]:
    own = ("--home", str(desk.home), "--secrets", f"file:{desk.secrets}")
    return run("desk_app", console, *own, *typed)


@every_console
def test_a_name_that_the_console_cannot_show_ends_no_command(
    new_desk: CliUser, odd_register: LiveRegister, console: str
) -> None:
    code = odd_register.activation(HALL.id)
    typed = [
        ("enrol", "--api", odd_register.url, "--code", code, "--name", "Luukku 1"),
        ("sync",),
        ("offers",),
        ("record", "FAMILY1", "--offer", str(SHOW.id)),
        ("queue",),
    ]
    ended = {words[0]: at_desk(new_desk, console, *words) for words in typed}
    failed = {name: told.stderr for name, told in ended.items() if told.returncode != 0}
    assert failed == {}
    assert str(SHOW.id).encode() in ended["offers"].stdout


@every_console
def test_json_is_ascii_whatever_the_console(
    new_desk: CliUser, odd_register: LiveRegister, console: str
) -> None:
    code = odd_register.activation(HALL.id)
    typed = ("--json", "enrol", "--api", odd_register.url, "--code", code)
    said = at_desk(new_desk, console, *typed).stdout
    assert json.loads(said.decode("ascii"))["venue"]["name"] == ODD


def test_json_errors_are_ascii_too(new_desk: CliUser) -> None:
    said = at_desk(new_desk, "cp437", "--json", "offers").stdout
    assert json.loads(said.decode("ascii"))["error"]["code"] == "not_enrolled"


def test_help_is_shown_in_any_console() -> None:
    assert run("desk_app", "ascii", "scan", "--help").returncode == 0


def test_what_was_typed_in_another_code_page_is_bad_usage(new_desk: CliUser) -> None:
    typed = ("enrol", "--api", "http://127.0.0.1:9", "--code", "A", "--name", "Luukku \udce4")
    assert new_desk(*typed).status == 2


def test_the_registers_own_commands_show_any_name(
    odd_register: LiveRegister, tmp_path: Path
) -> None:
    code = odd_register.activation(HALL.id)
    desk = ("--home", str(tmp_path), "--secrets", f"file:{tmp_path / 'secrets.json'}")
    typed = ("--json", "enrol", "--api", odd_register.url, "--code", code, "--name", NAME)
    assert run("desk_app", "ascii", *desk, *typed).returncode == 0
    words = run("sync.server", "cp437", "desks", "--db", odd_register.database_url)
    told = run("sync.server", "cp437", "desks", "--db", odd_register.database_url, "--json")
    assert (words.returncode, told.returncode) == (0, 0)
    assert NAME in {desk["name"] for desk in json.loads(told.stdout.decode("ascii"))["desks"]}
