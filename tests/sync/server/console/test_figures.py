"""Figures and audit: what they add up to, who sees which, and what is taken along."""

import csv
import io
import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from python_calamine import CalamineWorkbook

from sync.rules.tickets import IN_GROUP, TicketGroup
from sync.server.console.figure_tables import Figures
from sync.server.console.suppression import TOTAL, with_totals
from sync.server.store import figures
from sync.server.store.console_tables import Role
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
    with busy.authority.database.reading() as connection:
        found = figures.uses(connection, 2026)
    for group in TicketGroup:
        accepted = [visit.tickets for visit in busy.authority.visits() if visit.state == "accepted"]
        expected = sum(
            getattr(tickets, kind.name) for tickets in accepted for kind in IN_GROUP[group]
        )
        assert sum(each.counts[group] for each in found) == expected


def test_a_small_number_is_shown_as_less_than_five_in_page_and_export(
    busy: ConsoleFixture,
) -> None:
    visitor = busy.signed_in(Role.NATIONAL)
    assert "<5" in visitor.open("/figures").text
    exported = visitor.open("/figures/export/csv").response.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(exported), delimiter=";"))
    cells = {tuple(row[:4]): row[4] for row in rows[1:]}
    assert cells["adults", "Turku", "", ""] == "<5"
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
        found = figures.cards_by_area(connection, 2026, today)
    assert sum(each["in_use"] for each in found.values()) == 10
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
    exported = visitor.open("/figures/export/csv").response.content.decode("utf-8-sig")
    rows = csv.reader(io.StringIO(exported), delimiter=";")
    shown = [row[4] for row in rows if row[1:4] == ["", "culture", ""]]
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
    for number in ("ESP730142", "ESP888888"):
        issuer.send(
            issuer.open("/cards/new"),
            "/cards/new",
            number=number,
            birth_year="1970",
            postcode="02600",
            minors="0",
        )
    assert searched(coordinator, "issuer-here").count("registered the card") == 2
    found = searched(coordinator, "esp 730142")
    assert found.count("registered the card") == 1
    assert "730142" not in found


def test_the_audit_of_another_area_is_not_seen(console: ConsoleFixture) -> None:
    console.signed_in(Role.ISSUER)
    other = console.signed_in(Role.COORDINATOR, there=True)
    assert "issuer-here" not in other.open("/audit").text


def test_the_audit_is_taken_along_and_no_cell_reckons(console: ConsoleFixture) -> None:
    coordinator = console.signed_in(Role.COORDINATOR)
    page = coordinator.open(f"/workplaces/{console.here[Role.ISSUER]}")
    coordinator.send(page, "/accounts", login="=1+1")
    token = coordinator.token()
    content = coordinator.post("/audit/export/csv", csrf=token).response.content
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert "'=1+1" in [row[4] for row in rows]
    assert [cell for row in rows for cell in row if cell.startswith("=")] == []
