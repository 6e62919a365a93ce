"""Enrolling from a script: by the policy of the machine, and a file that is eaten."""

import os
from pathlib import Path

import pytest

from desk_app.cli.main import run
from desk_app.cli.parser import parser
from desk_app.config.machine_policy import MachinePolicy
from tests.helpers.cli_user import VENUE, CliUser
from tests.helpers.register import LiveRegister


@pytest.fixture
def code_file(tmp_path: Path) -> Path:
    path = tmp_path / "activation-code"
    path.touch(mode=0o600)
    return path


def enrol_by_policy(desk: CliUser, code_file: Path, address: str) -> int:
    policy = code_file.parent / "policy.toml"
    policy.write_text(
        f"register_address = '{address}'\ndesk_name = 'Aula'\n"
        f"activation_code_file = '{code_file}'\n",
        encoding="utf-8",
    )
    typed = ["--home", str(desk.home), "--secrets", f"file:{desk.secrets}", "--json", "enrol"]
    return run(parser().parse_args(typed), lambda: MachinePolicy.load(policy))


@pytest.mark.parametrize("written", ["ascii", "utf-8-sig"], ids=["bare", "as Windows saves it"])
def test_a_desk_enrols_by_the_policy_alone_and_eats_the_code(
    new_desk: CliUser,
    register: LiveRegister,
    code_file: Path,
    capsys: pytest.CaptureFixture[str],
    written: str,
) -> None:
    code_file.write_text(register.activation(VENUE.id) + "\n", encoding=written)

    assert enrol_by_policy(new_desk, code_file, register.url) == 0
    capsys.readouterr()

    assert not code_file.exists()
    assert new_desk("sync").status == 0


def test_a_code_that_was_refused_stays_in_its_file(
    new_desk: CliUser, register: LiveRegister, code_file: Path
) -> None:
    code_file.write_text("WRONG", encoding="ascii")

    assert enrol_by_policy(new_desk, code_file, register.url) == 5
    assert code_file.read_text(encoding="ascii") == "WRONG"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes; rights come with the folder")
def test_a_code_that_others_can_read_is_not_used(
    new_desk: CliUser, register: LiveRegister, code_file: Path
) -> None:
    code_file.write_text(register.activation(VENUE.id), encoding="ascii")
    code_file.chmod(0o644)

    refused = new_desk("enrol", "--api", register.url, "--code-file", str(code_file))

    assert refused.status == 2
    assert refused.data["error"]["code"] == "code_file_open"
    assert code_file.exists()


@pytest.mark.parametrize("typed", [(), ("--api", "https://register.example")])
def test_what_is_missing_to_enrol_is_named(new_desk: CliUser, typed: tuple[str, ...]) -> None:
    assert new_desk("enrol", *typed).status == 2
