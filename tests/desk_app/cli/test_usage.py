"""The headless command line: setting up, and what it refuses."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desk_app.__main__ import main
from sync.rules.offers import OfferName
from tests.helpers import programs
from tests.helpers.cli_user import MUSEUM, OFFER, POLICY, VENUE, CliUser
from tests.helpers.register import LiveRegister
from tests.helpers.store import bare


def test_a_desk_that_is_not_enrolled_says_so(new_desk: CliUser) -> None:
    assert new_desk("check", "FAMILY1", *OFFER).status == 5
    assert new_desk("sync").status == 5


def test_a_wrong_activation_code_enrols_nobody(new_desk: CliUser, register: LiveRegister) -> None:
    refused = new_desk("enrol", "--api", register.url, "--code", "WRONG")

    assert refused.status == 5
    assert refused.data["error"]["code"] == "activation_unknown"


def test_enrolling_answers_with_desk_venue_and_policy(
    new_desk: CliUser, register: LiveRegister
) -> None:
    enrolled = new_desk("enrol", "--api", register.url, "--code", register.activation(VENUE.id))

    assert enrolled.status == 0
    venue = {"id": "teatteri", "name": VENUE.name, "area": "Espoo", "local_only": False}
    assert enrolled.data["venue"] == venue
    assert enrolled.data["policy"]["timezone"] == POLICY.timezone


def test_plain_http_to_another_machine_is_refused_as_bad_usage(new_desk: CliUser) -> None:
    assert new_desk("enrol", "--api", "http://kanta.example", "--code", "A").status == 2


@pytest.mark.parametrize(
    "typed",
    [
        ("enrol", "--api", "http://127.0.0.1:9", "--code", ""),
        ("enrol", "--api", "http://127.0.0.1:9", "--code", "A" * 300),
        ("enrol", "--api", "http://127.0.0.1:9", "--code", "A", "--name", "\x00"),
        ("record", "FAMILY1", *OFFER, "--operator", "A" * 300),
        ("record", "FAMILY1", *OFFER, "--operator", "\x1b[31m"),
        ("record", "FAMILY1", *OFFER, "--recorded-at", "0001-01-01T00:00:00+14:00"),
        ("record", "FAMILY1", *OFFER, "--recorded-at", "2026-11-24T18:30:00"),
        ("record", "FAMILY1", *OFFER, "--children", "-1"),
        ("record", "FAMILY1", *OFFER, "--children", "9" * 400),
        ("check", "FAMILY1", *OFFER, "--on", "24.11.2026"),
        ("sync", "--timeout", "nan"),
        ("void", "1", "--reason", "mistake"),
        ("void", str(UUID(int=7)), "--reason", "mood"),
        ("dance",),
        ("dance\x1b[2J",),
    ],
)
def test_what_makes_no_sense_is_bad_usage(new_desk: CliUser, typed: tuple[str, ...]) -> None:
    answer = new_desk(*typed)

    assert answer.status == 2
    assert answer.words.strip()
    assert "\x1b" not in answer.words
    assert answer.data["error"]["message"]


@pytest.mark.parametrize(
    ("days", "code"), [(6, "day_to_come"), (2, "day_to_come"), (-430, "day_too_old")]
)
def test_a_visit_of_a_day_out_of_bounds_is_refused_at_the_desk(
    copied_desk: CliUser, days: int, code: str
) -> None:
    at = datetime.now(POLICY.zone) + timedelta(days=days)

    answer = copied_desk("record", "FAMILY1", *OFFER, "--recorded-at", at.isoformat())

    assert answer.status == 2
    assert answer.data["error"]["code"] == code
    assert str(at.year + 1 if days < 0 else at.year - 1) in answer.data["error"]["next_step"]
    assert copied_desk("queue").data["pending"] == 0


@pytest.mark.parametrize("days", [1, -399])
def test_a_visit_of_a_day_within_bounds_is_taken_at_the_desk(
    copied_desk: CliUser, days: int
) -> None:
    at = datetime.now(UTC) + timedelta(days=days)

    answer = copied_desk("record", "FAMILY1", *OFFER, "--recorded-at", at.isoformat())
    assert answer.status in {0, 6}  # the card's own days are another matter


def test_an_unknown_offer_is_bad_usage(copied_desk: CliUser) -> None:
    assert copied_desk("check", "FAMILY1", "--offer", str(uuid4())).status == 2
    assert copied_desk("record", "FAMILY1", "--offer", "museum").status == 2


def test_a_home_that_cannot_be_written_is_named(new_desk: CliUser) -> None:
    new_desk.home.write_text("a file where the folder should be")

    answer = new_desk("queue")

    assert answer.status == 7
    assert str(new_desk.home) in answer.words


def test_a_lost_key_is_said_and_the_file_is_left_alone(desk: CliUser) -> None:
    desk.secrets.unlink()
    before = (desk.home / "desk.db").read_bytes()

    assert desk("queue").status == 7
    assert (desk.home / "desk.db").read_bytes() == before


def test_secrets_that_others_can_read_are_refused(desk: CliUser) -> None:
    desk.secrets.chmod(0o644)

    assert desk("queue").status == 7


def test_nothing_that_a_command_says_on_standard_error_carries_a_card_number(
    copied_desk: CliUser,
) -> None:
    words = (
        copied_desk("check", "NOBODY1", *OFFER).words
        + copied_desk("record", "EXPIRED1", *OFFER).words
    )

    assert "NOBODY1" not in words
    assert "EXPIRED1" not in words


def test_the_version_is_shown_and_no_desk_is_opened(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--home", str(tmp_path / "home"), "--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"kaikuluukku {version('kaikuluukku')}\n"
    assert not (tmp_path / "home").exists()


def test_words_are_answered_where_no_json_is_asked_for(
    copied_desk: CliUser, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_FI.UTF-8")

    main(
        [
            "check",
            "FAMILY1",
            *OFFER,
            "--home",
            str(copied_desk.home),
            "--secrets",
            f"file:{copied_desk.secrets}",
        ]
    )

    assert "Kortinnehavaren och högst 2 barn" in capsys.readouterr().out


def test_no_name_of_an_offer_plays_with_the_terminal(
    desk: CliUser, register: LiveRegister, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = replace(MUSEUM, id=uuid4(), name=OfferName("Museo\u202e \u2028toinen rivi"))
    register.import_offers(VENUE.id, [evil])  # as a register does that does not look
    desk("sync")

    main(["offers", "--home", str(desk.home), "--secrets", f"file:{desk.secrets}"])

    assert "Museo<U+202E> <U+2028>toinen rivi" in capsys.readouterr().out


_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize("unset", [{}, dict.fromkeys(_SCREENS, "")], ids=["absent", "empty"])
def test_without_a_screen_the_window_is_refused_in_words(
    tmp_path: Path, unset: dict[str, str]
) -> None:
    ended = programs.run(
        *("-m", "desk_app", "--home", str(tmp_path)),
        loads=programs.WINDOW,
        environment={name: value for name, value in os.environ.items() if name not in _SCREENS}
        | {"LC_ALL": "en_GB.UTF-8"}
        | unset,
    )

    assert ended.returncode == 2
    assert "no display" in ended.stderr


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Asenna Kaikuluukun uusin"),
        ("sv", "Installera den senaste"),
        ("en", "Install the latest"),
    ],
)
def test_data_of_a_newer_version_is_refused_in_words_and_left_alone(
    copied_desk: CliUser, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    newer = bare(copied_desk.home / "desk.db", copied_desk.key)
    newer.execute("PRAGMA user_version = 1000")
    newer.close()
    before = (copied_desk.home / "desk.db").read_bytes()
    monkeypatch.setenv("LC_ALL", f"{language}_FI.UTF-8")

    answer = copied_desk("queue")

    assert (answer.status, answer.data["error"]["code"]) == (7, "store_too_new")
    assert words in answer.words
    assert str(copied_desk.home / "desk.db") in answer.words
    assert (copied_desk.home / "desk.db").read_bytes() == before
