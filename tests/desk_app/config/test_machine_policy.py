"""What the admin's file settles, and how a bad one is refused."""

import os
from pathlib import Path

import pytest

from desk_app.cli.main import run
from desk_app.cli.parser import parser
from desk_app.config.machine_policy import MachinePolicy, PolicyUnusableError
from desk_app.config.settings import Settings
from desk_app.diagnostics.network import proxy_for


def load(tmp_path: Path, text: str) -> MachinePolicy:
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    return MachinePolicy.load(path)


def test_without_a_file_nothing_is_settled(tmp_path: Path) -> None:
    chosen = Settings(language="sv")

    assert MachinePolicy.load(tmp_path / "none.toml").effective_settings(chosen) == chosen


def test_a_locked_setting_wins_over_what_staff_chose(tmp_path: Path) -> None:
    policy = load(tmp_path, 'locked = ["language"]\n[settings]\nlanguage = "sv"\n')

    assert policy.is_locked("language")
    assert policy.effective_settings(Settings(language="fi", text_scale=1.5)) == Settings(
        language="sv", text_scale=1.5
    )


def test_a_setting_that_is_not_locked_is_where_staff_begin(tmp_path: Path) -> None:
    policy = load(tmp_path, "[settings]\ntext_scale = 1.5\n")

    assert policy.effective_settings(Settings()).text_scale == 1.5
    assert policy.effective_settings(Settings(text_scale=2.0)).text_scale == 2.0


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("register_adress = 'https://a.example'", "register_adress"),
        ("retention_days = 0", "retention_days"),
        ("[settings]\nlanguage = 'de'", "language"),
        ("[settings]\ncolour = 'red'", "colour"),
        ("locked = ['theme']", "theme"),
        ("register_address = ", "at"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_the_spot(
    tmp_path: Path, text: str, spot: str
) -> None:
    with pytest.raises(PolicyUnusableError) as refused:
        load(tmp_path, text)

    assert spot in refused.value.facts["reason"]


def test_a_command_refuses_to_run_by_a_bad_policy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "policy.toml"
    bad.write_text("colour = 'red'", encoding="utf-8")

    typed = parser().parse_args(["--home", str(tmp_path / "home"), "queue"])
    status = run(typed, lambda: MachinePolicy.load(bad))

    assert status == 2
    assert str(bad) in capsys.readouterr().err
    assert not (tmp_path / "home").exists()


def test_the_policys_proxy_takes_the_place_of_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.setenv(name, "old.example")
        monkeypatch.delenv(name.lower(), raising=False)

    load(tmp_path, "proxy = 'http://proxy.example:3128'").apply_proxy()
    assert proxy_for("https://register.example") == "proxy.example:3128"

    load(tmp_path, "proxy = 'none'").apply_proxy()
    assert proxy_for("https://register.example") is None


@pytest.mark.skipif(os.name != "posix", reason="these are modes; Windows has access lists")
def test_a_policy_that_any_user_may_write_is_refused_and_names_the_place(tmp_path: Path) -> None:
    planted = tmp_path / "policy.toml"
    planted.write_text("register_address = 'https://thief.example'", encoding="utf-8")
    planted.chmod(0o666)

    with pytest.raises(PolicyUnusableError) as refused:
        MachinePolicy.load_protected(planted, frozenset({0, os.geteuid()}))

    assert str(planted) in refused.value.facts["reason"]


def test_a_machine_without_a_policy_has_an_empty_one(tmp_path: Path) -> None:
    assert MachinePolicy.load_protected(tmp_path / "policy.toml") == MachinePolicy()
