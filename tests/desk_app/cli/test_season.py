"""``season``: whether a real desk can do without a network until a day."""

from datetime import timedelta

import pytest

from desk_app.__main__ import main
from tests.helpers.cli_user import MUSEUM, OFFER, TODAY, CliUser


def states(answer: dict[str, object]) -> dict[str, object]:
    checks = answer["checks"]
    assert isinstance(checks, list)
    return {check["name"]: check["ok"] for check in checks}


def test_a_desk_that_has_just_fetched_is_good_for_a_month(copied_desk: CliUser) -> None:
    last = TODAY + timedelta(days=29)
    answer = copied_desk("season", "--until", last.isoformat())

    assert (answer.status, answer.data["until"]) == (0, last.isoformat())
    assert answer.data["good_until"] == last.isoformat()
    assert [name for name, ok in states(answer.data).items() if ok is False] == []
    assert all(check["detail"] for check in answer.data["checks"])


def test_what_is_to_be_done_today_is_said_with_status_4(copied_desk: CliUser) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    answer = copied_desk("season", "--until", (TODAY + timedelta(days=99)).isoformat())

    assert answer.status == 4
    assert [name for name, ok in states(answer.data).items() if ok is False] == [
        "register",
        "queue",
    ]


def test_cards_that_end_in_the_season_are_counted(copied_desk: CliUser) -> None:
    answer = copied_desk("season", "--until", (TODAY + timedelta(days=200)).isoformat())
    details = {check["name"]: check["detail"] for check in answer.data["checks"]}

    assert "2" in details["cards"]
    assert MUSEUM.name.fi not in details["cards"]


def test_a_day_that_is_over_is_wrong_usage(copied_desk: CliUser) -> None:
    assert copied_desk("season", "--until", (TODAY - timedelta(days=1)).isoformat()).status == 2
    assert copied_desk("season").status == 2


@pytest.mark.parametrize("day", ["2027-W01-1", "2027-02-30", "15.8.2027", "20270815", "9", ""])
def test_what_is_no_date_is_wrong_usage(copied_desk: CliUser, day: str) -> None:
    assert copied_desk("season", f"--until={day}").status == 2


def test_a_desk_that_is_not_enrolled_says_so(new_desk: CliUser) -> None:
    assert new_desk("season", "--until", TODAY.isoformat()).status == 5


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        (
            "fi",
            {
                "ok   Kaikki on lähetetty.",
                "[ ]  Paperilomakkeet on tulostettu, ja ne ovat luukulla.",
                "[ ]  Ylläpitäjällä on kopio tämän luukun tietojen avaimesta.",
            },
        ),
        (
            "sv",
            {
                "ok   Allt har skickats.",
                "[ ]  Blanketterna är utskrivna och finns vid luckan.",
                "[ ]  Administratören har en kopia av nyckeln till luckans uppgifter.",
            },
        ),
        (
            "en",
            {
                "ok   Everything has been sent.",
                "[ ]  Paper forms have been printed and are at the counter.",
                "[ ]  The administrator has a copy of the key to this desk's data.",
            },
        ),
    ],
)
def test_as_text_a_row_is_the_windows_own_words(
    copied_desk: CliUser,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    rows: set[str],
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_FI.UTF-8")
    desk = ("--home", str(copied_desk.home), "--secrets", f"file:{copied_desk.secrets}")

    assert main([*desk, "season", "--until", TODAY.isoformat()]) == 0

    assert rows - set(capsys.readouterr().out.splitlines()) == set()


def test_no_name_of_a_row_is_in_the_text(
    copied_desk: CliUser, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = ("--home", str(copied_desk.home), "--secrets", f"file:{copied_desk.secrets}")
    asked = ("season", "--until", TODAY.isoformat())
    names = states(copied_desk(*asked).data)

    main([*desk, *asked])

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line[5:].partition(":")[0] in names] == []
