"""Visits as a table, read back by the programs that such files are for."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.helpers.cli_user import OFFER, VENUE, CliUser
from tests.helpers.register import LiveRegister

Read = Callable[[Path], list[dict[str, Any]]]


def as_csv(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def as_json(path: Path) -> list[dict[str, Any]]:
    visits: list[dict[str, Any]] = json.loads(path.read_bytes())["visits"]
    return visits


def as_xlsx(path: Path, sheet: str = "visits") -> list[dict[str, Any]]:
    names, *lines = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    return [dict(zip(map(str, names), line, strict=True)) for line in lines]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "käynnit"


@pytest.mark.parametrize(("form", "read"), [("csv", as_csv), ("json", as_json), ("xlsx", as_xlsx)])
def test_every_format_holds_the_same_visits(
    copied_desk: CliUser, out: Path, form: str, read: Read
) -> None:
    first = copied_desk("record", "FAMILY1", *OFFER, "--children", "2").data["visit_id"]
    second = copied_desk("record", "GROUP1", *OFFER, "--community-minors", "3").data["visit_id"]
    copied_desk("void", second, "--reason", "mistake")
    answer = copied_desk("export", "--format", form, "--out", str(out))

    rows = read(out)
    assert (answer.status, answer.data) == (0, {"rows": 2})
    assert [row["visit_id"] for row in rows] == [first, second]
    assert [row["offer"] for row in rows] == ["Museo", "Museo"]
    assert [int(row["adults"]) for row in rows] == [1, 1]
    assert [int(row["minors"]) for row in rows] == [2, 3]
    assert [row["state"] for row in rows] == ["pending", "pending"]
    assert [bool(int(row["voided"])) for row in rows] == [False, True]


def test_a_table_program_gets_days_as_days_and_counts_as_numbers(
    copied_desk: CliUser, out: Path
) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    copied_desk("export", "--format", "xlsx", "--out", str(out))

    row = as_xlsx(out)[0]
    assert isinstance(row["local_date"], date)
    assert isinstance(row["recorded_at"], datetime)
    assert row["holder"] == 1.0


def test_the_sums_leave_out_what_was_taken_back(copied_desk: CliUser, out: Path) -> None:
    copied_desk("record", "FAMILY1", *OFFER, "--children", "2", "--assistants", "1")
    undone = copied_desk("record", "FAMILY1", *OFFER).data["visit_id"]
    copied_desk("void", undone, "--reason", "mistake")
    copied_desk("export", "--format", "xlsx", "--out", str(out))

    sums = as_xlsx(out, "sums")
    assert [(row["by"], row["visits"], row["adults"], row["minors"]) for row in sums] == [
        ("day", 1, 1, 2),
        ("offer", 1, 1, 2),
        ("sector", 1, 1, 2),
    ]
    assert [row["of"] for row in sums[1:]] == ["Museo", "culture"]


def test_card_numbers_are_written_only_when_asked_for_in_so_many_words(
    copied_desk: CliUser, out: Path
) -> None:
    copied_desk("record", "FAMILY1", *OFFER)
    for form in ("csv", "json", "xlsx"):
        copied_desk("export", "--format", form, "--out", str(out))
        rows = as_xlsx(out) if form == "xlsx" else [out.read_text(encoding="utf-8-sig")]
        assert "FAMILY1" not in str(rows)
    copied_desk("export", "--format", "csv", "--with-cards", "--out", str(out))

    assert [row["card_number"] for row in as_csv(out)] == ['="FAMILY1"']


def test_a_text_that_looks_like_a_formula_is_none_in_any_table(
    copied_desk: CliUser, out: Path
) -> None:
    offer = copied_desk("add-offer", "--name", "=1+1").data["offer_id"]
    copied_desk("record", "FAMILY1", "--offer", offer, "--operator", "@SUM(A1)")
    copied_desk("export", "--format", "csv", "--out", str(out))
    row = as_csv(out)[0]
    assert (row["offer"], row["operator"]) == ("'=1+1", "'@SUM(A1)")
    copied_desk("export", "--format", "xlsx", "--out", str(out))
    assert as_xlsx(out)[0]["offer"] == "=1+1"  # a formula would have come back as its outcome


def test_days_may_be_named(copied_desk: CliUser, out: Path) -> None:
    for days in (2, 1, 0):
        at = (datetime.now(UTC) - timedelta(days=days)).isoformat()
        copied_desk("record", "FAMILY1", *OFFER, "--recorded-at", at)
    copied_desk("export", "--format", "json", "--out", str(out))
    yesterday = as_json(out)[1]["local_date"]

    bounds = ("--from", yesterday, "--to", yesterday)
    assert copied_desk("export", "--format", "json", "--out", str(out), *bounds).data == {"rows": 1}
    assert as_json(out)[0]["local_date"] == yesterday


def test_other_desks_visits_are_added_when_asked_for(
    desk: CliUser,
    register: LiveRegister,
    tmp_path: Path,
    out: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = CliUser(tmp_path / "other", capsys)
    code = register.activation(VENUE.id)
    other("enrol", "--api", register.url, "--code", code, "--name", "Luukku 2")
    other("sync")
    theirs = other("record", "FAMILY1", *OFFER).data["visit_id"]
    waiting = other("record", "FAMILY1", *OFFER).data["visit_id"]
    other("sync")
    ours = desk("record", "FAMILY1", *OFFER).data["visit_id"]
    desk("sync")
    alone = desk("export", "--format", "json", "--out", str(out))
    assert [row["visit_id"] for row in as_json(out)] == [ours]
    desk("export", "--format", "json", "--out", str(out), "--all-desks")

    desks = {row["visit_id"]: row["desk"] for row in as_json(out)}
    assert alone.data == {"rows": 1}
    assert (desks[ours], desks[theirs], desks[waiting]) == ("Lippuluukku", "Luukku 2", "Luukku 2")


def test_a_table_is_put_in_place_whole_for_its_owner_s_eyes(
    copied_desk: CliUser, out: Path
) -> None:
    out.write_text("the last month's")
    copied_desk("export", "--format", "csv", "--out", str(out))
    assert out.stat().st_mode & 0o777 == 0o600
    assert as_csv(out) == []
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".")] == []


def test_a_place_that_cannot_be_written_is_said_in_words(copied_desk: CliUser, out: Path) -> None:
    refused = copied_desk("export", "--format", "csv", "--out", str(out / "x"))
    assert (refused.status, refused.data["error"]["code"]) == (2, "file_unwritable")
