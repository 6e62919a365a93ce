"""Figures and audit: what they add up to, who sees which, and what is taken along."""

import csv
import io
import re
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import insert

from sync.rules.tickets import IN_GROUP, TicketGroup
from sync.server.console.figure_tables import Figures
from sync.server.console.pages import audit
from sync.server.console.suppression import TOTAL, with_totals
from sync.server.store import figures, visit_sums
from sync.server.store.console_tables import Role, console_audit
from tests.helpers.samples import VENUE, a_card
from tests.helpers.visitor import Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture
from tests.sync.server.register_fixture import ELSEWHERE


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def busy(console: ConsoleFixture) -> ConsoleFixture:
    """Some visits in two months and two areas, one of them withdrawn in a way."""
    turku = console.new_desk(ELSEWHERE)
    there = console.with_offer(replace(console.offer, id=uuid4()), ELSEWHERE)
    for month, count in ((10, 6), (11, 3)):
        visits = [
            replace(console.visit(day=date(2026, month, 20), holder=1, children=2), id=uuid4())
            for _ in range(count)
        ]
        assert set(console.send(*visits)) == {"accepted"}
    visit = replace(console.visit(there, day=date(2026, 11, 20)), id=uuid4())
    assert console.send(visit, desk=turku) == ["accepted"]
    return console


def test_the_sums_are_those_of_all_accepted_visits(busy: ConsoleFixture) -> None:
    visit_sums.bring_up_to_date(busy.authority.database)
    with busy.authority.database.reading() as connection:
        found = figures.uses(connection, 2026)
    for group in TicketGroup:
        accepted = [visit.tickets for visit in busy.authority.visits() if visit.state == "accepted"]
        expected = sum(
            getattr(tickets, kind.name) for tickets in accepted for kind in IN_GROUP[group]
        )
        assert sum(each.counts[group] for each in found) == expected


def exported(visitor: Visitor, **asked: str) -> dict[tuple[str, ...], str]:
    """The cells of the file of text by their names."""
    text = visitor.open("/figures/export/csv", **asked).response.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    return {tuple(row[:4]): row[4] for row in rows[1:]}


def test_a_year_that_still_grows_is_counted_by_fives(busy: ConsoleFixture) -> None:
    visitor = busy.signed_in(Role.NATIONAL)
    october = ("minors", VENUE.area, "culture", "10")
    assert exported(visitor)[october] == "10"
    for expected in ("10", "15"):
        visit = busy.visit(day=date(2026, 10, 20), holder=1, children=2)
        assert busy.send(replace(visit, id=uuid4())) == ["accepted"]
        busy.pass_days(1)
        visitor = busy.signed_in(Role.NATIONAL)
        assert exported(visitor)[october] == expected


def test_a_closed_year_is_exact_and_changes_no_more(busy: ConsoleFixture) -> None:
    busy.now = datetime(2027, 2, 1, 12, tzinfo=UTC)
    cell = ("minors", "", "", "")
    assert exported(busy.signed_in(Role.NATIONAL), year="2026")[cell] == "18"
    total = sum(
        visit.tickets.minors
        for visit in busy.authority.visits()
        if visit.state == "accepted" and visit.local_date.year == 2026
    )
    assert total == 18
    late = replace(busy.visit(day=date(2026, 11, 20), holder=1, children=2), id=uuid4())
    assert busy.send(late) == ["accepted"]
    busy.pass_days(1)
    assert exported(busy.signed_in(Role.NATIONAL), year="2026")[cell] == "18"


def test_an_area_is_one_however_it_is_written(busy: ConsoleFixture) -> None:
    busy.authority.change_cards([replace(a_card("LOUD1234"), area=VENUE.area.upper())])
    visitor = busy.signed_in(Role.NATIONAL)
    assert {key[1] for key in exported(visitor)} == {"", VENUE.area, ELSEWHERE.area}
    page = visitor.open("/figures").text
    assert (VENUE.area in page, VENUE.area.upper() in page) == (True, False)


def test_a_small_number_is_shown_as_less_than_five_in_page_and_export(
    busy: ConsoleFixture,
) -> None:
    visitor = busy.signed_in(Role.NATIONAL)
    assert "<5" in visitor.open("/figures").text
    cells = exported(visitor)
    assert cells["adults", "Turku", "", ""] == "*"
    assert cells["adults", "Turku", "", "11"] == "<5"
    assert cells["adults", "Turku", "culture", "11"] == "<5"


def test_the_workbook_says_the_same_as_the_file_of_text(busy: ConsoleFixture) -> None:
    visitor = busy.signed_in(Role.COORDINATOR)
    text = visitor.open("/figures/export/csv").response.content.decode("utf-8-sig")
    book = visitor.open("/figures/export/xlsx").response.content
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    lines = [[str(int(c)) if isinstance(c, float) else str(c) for c in row] for row in sheet]
    assert lines == list(csv.reader(io.StringIO(text), delimiter=";"))
    assert {row[1] for row in lines[1:]} == {VENUE.area}


def test_a_venue_sees_its_own_uses_exactly_and_nobody_elses(busy: ConsoleFixture) -> None:
    own = Figures(busy.console).of_year(2026, ELSEWHERE.id)
    assert own.uses[TicketGroup.ADULTS][TOTAL, TOTAL, TOTAL] == 1
    page = busy.signed_in(Role.VENUE, there=True).open("/figures")
    assert (VENUE.area in page.text, "<5," in page.text) == (False, True)


def test_what_was_accepted_a_minute_ago_is_in_the_figures(busy: ConsoleFixture) -> None:
    of_all = Figures(busy.console)
    before = of_all.of_year(2026, VENUE.id).uses[TicketGroup.ADULTS][TOTAL, TOTAL, TOTAL]
    busy.send(replace(busy.visit(), id=uuid4()))
    busy.pass_days(1)
    after = of_all.of_year(2026, VENUE.id).uses[TicketGroup.ADULTS][TOTAL, TOTAL, TOTAL]
    assert (before, after) == (9, 10)


def test_cards_are_counted_by_how_they_are(console: ConsoleFixture) -> None:
    today = console.console.today()
    console.authority.change_cards(
        [replace(a_card(f"CARD{place}"), valid_until=today) for place in range(1000, 1009)]
    )
    with console.authority.database.reading() as connection:
        found = figures.card_states(connection, today)
        begun = figures.cards_begun(connection, 2026)
    assert sum(each["in_use"] for each in found.values()) == 10
    assert sum(begun.values()) == 10
    assert with_totals({(a,): n["expired"] for a, n in found.items()}, [list(found)])[TOTAL,] == 0


def test_a_year_that_is_none_is_not_found(console: ConsoleFixture) -> None:
    visitor = console.signed_in(Role.NATIONAL)
    assert visitor.open("/figures", year="1066").status == 404
    assert visitor.open("/figures/export/odt").status == 404


def test_the_year_is_a_page_to_print_with_the_same_numbers(
    busy: ConsoleFixture, tmp_path: Path
) -> None:
    visitor = busy.signed_in(Role.NATIONAL)
    answer = visitor.open("/figures/export/pdf").response
    shown = [value for key, value in exported(visitor).items() if key[1:] == ("", "culture", "")]
    (tmp_path / "year.pdf").write_bytes(answer.content)
    command = ["pdftotext", "-layout", "year.pdf", "-"]
    told = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert "A year of the Kaikukortti 2026" in told
    assert len(shown) == 3
    assert re.search(r"culture\s+" + r"\s+".join(map(re.escape, shown)), told)


def searched(visitor: Visitor, text: str) -> str:
    return visitor.send(visitor.open("/audit"), "/audit", text=text).text


def test_the_audit_is_searched_by_login_and_by_a_whole_card_number(
    console: ConsoleFixture,
) -> None:
    issuer, coordinator = console.signed_in(Role.ISSUER), console.signed_in(Role.COORDINATOR)
    for number in ("ESP730142", "ESP888888", "ESPLETTERS"):
        issuer.send(
            issuer.open("/cards/new"),
            "/cards/new",
            number=number,
            birth_year="1970",
            postcode="02600",
            minors="0",
        )
    assert searched(coordinator, "issuer-here").count("registered the card") == 3
    found = searched(coordinator, "esp 730142")
    assert found.count("registered the card") == 1
    assert "730142" not in found
    assert "letters" not in searched(coordinator, "esp letters")


def test_without_a_first_day_words_are_looked_for_in_the_last_days_and_a_number_in_all(
    console: ConsoleFixture,
) -> None:
    mark = console.console.mark_of("ESP730142")
    row = {"area": VENUE.area, "action": "signed_in", "subject": "", "mark": mark}
    with console.authority.database.writing() as connection:
        rows = [
            {"at": console.now - timedelta(days=ago), "login": f"somebody-{ago}", **row}
            for ago in (200, 1)
        ]
        connection.execute(insert(console_audit), rows)
    coordinator = console.signed_in(Role.COORDINATOR)
    page = coordinator.open("/audit")
    assert "words are looked for in the last 90 days" in page.text

    def found(**typed: str) -> list[str]:
        return re.findall(r"somebody-\d+", coordinator.send(page, "/audit", **typed).text)

    assert found(text="signed_in") == ["somebody-1"]
    assert found(text="signed_in", since="2026-01-01") == ["somebody-1", "somebody-200"]
    assert found(text="ESP730142") == ["somebody-1", "somebody-200"]
    assert found() == ["somebody-1", "somebody-200"]


def test_the_audit_of_another_area_is_not_seen(console: ConsoleFixture) -> None:
    console.signed_in(Role.ISSUER)
    other = console.signed_in(Role.COORDINATOR, there=True)
    assert "issuer-here" not in other.open("/audit").text


@pytest.fixture
def long_audit(console: ConsoleFixture) -> ConsoleFixture:
    """More entries than are read, or fit into a workbook, at once."""
    row = {"login": "somebody", "area": VENUE.area, "action": "signed_in", "subject": ""}
    with console.authority.database.writing() as connection:
        rows = [{"at": console.now, **row} for _ in range(2_500)]
        connection.execute(insert(console_audit), rows)
    return console


def test_a_file_of_text_holds_the_whole_audit(long_audit: ConsoleFixture) -> None:
    coordinator = long_audit.signed_in(Role.COORDINATOR)
    token = coordinator.token()
    content = coordinator.post("/audit/export/csv", csrf=token).response.content
    assert content.decode("utf-8-sig").count("somebody") == 2_500


def test_a_workbook_that_cannot_hold_the_whole_audit_is_refused_in_words(
    long_audit: ConsoleFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "_MOST_IN_A_WORKBOOK", 2_000)
    coordinator = long_audit.signed_in(Role.COORDINATOR)
    refused = coordinator.post("/audit/export/xlsx", csrf=coordinator.token())
    assert (refused.status, "take a CSV file" in refused.text) == (422, True)


def test_an_audit_of_a_day_that_is_none_is_not_exported(console: ConsoleFixture) -> None:
    coordinator = console.signed_in(Role.COORDINATOR)
    asked = {"csrf": coordinator.token(), "since": "yesterday"}
    assert coordinator.post("/audit/export/csv", **asked).status == 422


def test_the_audit_is_taken_along_and_no_cell_reckons(console: ConsoleFixture) -> None:
    coordinator = console.signed_in(Role.COORDINATOR)
    page = coordinator.open(f"/workplaces/{console.here[Role.ISSUER]}")
    coordinator.send(page, "/accounts", login="=1+1")
    token = coordinator.token()
    content = coordinator.post("/audit/export/csv", csrf=token).response.content
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert "'=1+1" in [row[4] for row in rows]
    assert [cell for row in rows for cell in row if cell.startswith("=")] == []
