"""Statistics and audit: what they add up to, who sees which, and what is taken along."""

import csv
import io
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic_core import to_jsonable_python
from python_calamine import CalamineWorkbook
from sqlalchemy import insert, update

from sync.rules.offers import Sector
from sync.rules.tickets import IN_GROUP, TicketGroup
from sync.rules.visits import Visit, Void, VoidReason
from sync.server.console.pages import audit
from sync.server.console.statistics_tables import StatisticsCounter, tables_of
from sync.server.console.store import statistics
from sync.server.console.suppression import TOTAL, Key, Shown, Suppressed, with_totals
from sync.server.store import tables
from sync.server.store.console_tables import Role, console_audit
from tests.helpers.samples import MOMENT, VENUE, a_card
from tests.helpers.visitor import Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture
from tests.sync.server.console.differencing import found_by_bounds, found_by_subtraction
from tests.sync.server.program import run_here
from tests.sync.server.register_fixture import ELSEWHERE, TODAY


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


def exported(visitor: Visitor, **asked: str) -> dict[tuple[str, ...], str]:
    """The cells of the file of text by their names."""
    text = visitor.open("/figures/export/csv", **asked).response.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    return {tuple(row[:4]): row[4] for row in rows[1:]}


def counted(visits: Iterable[Mapping[str, Any]]) -> Counter[tuple[str, str]]:
    """Tickets by group and month, as an administrator's list of visits has them."""
    found = Counter[tuple[str, str]]()
    for visit in visits:
        if visit["state"] == "accepted":
            month = visit["local_date"][5:7]
            for group, kinds in IN_GROUP.items():
                count = sum(visit["tickets"][kind.name] for kind in kinds)
                found[group, month] += count
                found[group, TOTAL] += count
    return found


def listed(console: ConsoleFixture) -> Counter[tuple[str, str]]:
    """The same, by the real command."""
    return counted(json.loads(run_here("visits", "--db", console.url, "--json").answered)["visits"])


def record(console: ConsoleFixture, *days: date, **tickets: int) -> list[Visit]:
    """Visits of some days, each with the same tickets."""
    visits = [replace(console.visit(None, day=day, **tickets), id=uuid4()) for day in days]
    assert set(console.send(*visits)) == {"accepted"}
    return visits


def test_the_totals_of_all_are_those_that_the_command_lists(busy: ConsoleFixture) -> None:
    visitor = busy.signed_in(Role.NATIONAL)
    before = exported(visitor)["adults", "", "", ""]
    visits = record(busy, *[TODAY] * 6, date(2026, 3, 3), holder=1, children=2, assistants=1)
    void = Void(id=uuid4(), recorded_at=MOMENT, visit_id=visits[0].id, reason=VoidReason.MISTAKE)
    assert busy.send(void) == ["accepted"]
    shown, expected = exported(visitor), listed(busy)
    for group in TicketGroup:
        assert shown[group, "", "", ""] == str(expected[group, TOTAL])
    assert (before, shown["adults", "", "", ""]) == ("10", "16")
    page = visitor.open("/figures").response.text
    assert f"<strong>{expected[TicketGroup.MINORS, TOTAL]}</strong>" in page


def test_a_visit_of_last_year_that_comes_late_is_in_its_year(busy: ConsoleFixture) -> None:
    busy.now = datetime(2027, 2, 1, 12, tzinfo=UTC)
    cell = ("minors", "", "", "")
    assert exported(busy.signed_in(Role.NATIONAL), year="2026")[cell] == "18"
    record(busy, date(2026, 11, 20), holder=1, children=2)
    assert exported(busy.signed_in(Role.NATIONAL), year="2026")[cell] == "20"
    assert listed(busy)[TicketGroup.MINORS, TOTAL] == 20


def test_a_register_that_is_put_back_shows_its_own_figures_at_once(busy: ConsoleFixture) -> None:
    visitor = busy.signed_in(Role.NATIONAL)
    before, backup = exported(visitor), busy.backup()
    record(busy, *[TODAY] * 9, holder=1)
    busy.central.change_cards([a_card(f"CARD{place}") for place in range(1000, 1009)])
    after = exported(visitor)
    busy.put_back(backup)
    assert exported(visitor) == before != after


def test_a_visit_or_card_of_tomorrow_stops_no_page(busy: ConsoleFixture) -> None:
    tomorrow = busy.console.today() + timedelta(days=1)
    later = replace(a_card("LATER123"), valid_from=tomorrow + timedelta(days=60))
    busy.central.change_cards([later])
    with busy.central.database.writing() as connection:
        connection.execute(update(tables.visits).values(local_date=date(2026, 12, 1)))
    shown = exported(busy.signed_in(Role.NATIONAL))
    assert shown["minors", "", "", "12"] == str(listed(busy)[TicketGroup.MINORS, "12"])


SECTORS = (Sector.CULTURE, Sector.SPORT, Sector.EDUCATION)
SENT = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(SECTORS),
        st.sampled_from([date(2026, 9, 3), date(2026, 10, 3)]),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=6,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sent=SENT)
def test_what_is_shown_is_exact_and_no_small_number_follows_from_it(
    console: ConsoleFixture, sent: list[tuple[bool, Sector, date, int, int]]
) -> None:
    desks = {VENUE: console.desk, ELSEWHERE: console.new_desk(ELSEWHERE)}
    for is_there, sector, day, children, assistants in sent:
        venue = ELSEWHERE if is_there else VENUE
        offer = console.with_offer(replace(console.offer, id=uuid4(), sector=sector), venue)
        tickets = {"holder": 1, "children": children, "assistants": assistants}
        visit = replace(console.visit(offer, day=day, **tickets), id=uuid4())
        assert console.send(visit, desk=desks[venue]) == ["accepted"]
    everything = exported(console.signed_in(Role.NATIONAL))
    here = exported(console.signed_in(Role.COORDINATOR))
    assert here.items() <= everything.items()
    expected = counted(to_jsonable_python(visit) for visit in console.central.visits())
    for group in TicketGroup:
        cells = {key[1:]: value for key, value in everything.items() if key[0] == group}
        months = {key[2]: value for key, value in cells.items() if key[:2] == ("", "")}
        for month, shown in months.items():
            assert not shown.isdigit() or int(shown) == expected[group, month]
        shown_cells: dict[Key, Shown] = {
            key: int(value) if value.isdigit() else Suppressed(value)
            for key, value in cells.items()
        }
        assert found_by_subtraction(shown_cells).keys() == set()
        assert found_by_bounds(shown_cells) == set()


def test_an_area_is_one_however_it_is_written(busy: ConsoleFixture) -> None:
    busy.central.change_cards([replace(a_card("LOUD1234"), area=VENUE.area.upper())])
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
    assert cells["adults", "Turku", "", ""] == "<5"
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
    own = tables_of(StatisticsCounter(busy.console).of_year(2026, ELSEWHERE.id))
    assert own.uses[TicketGroup.ADULTS][TOTAL, TOTAL, TOTAL] == 1
    page = busy.signed_in(Role.VENUE, there=True).open("/figures")
    assert (VENUE.area in page.text, "<5" in page.text) == (False, False)


def test_what_was_accepted_a_minute_ago_is_in_the_figures(busy: ConsoleFixture) -> None:
    counting = StatisticsCounter(busy.console)

    def adults() -> Shown:
        tables = tables_of(counting.of_year(2026, VENUE.id))
        return tables.uses[TicketGroup.ADULTS][TOTAL, TOTAL, TOTAL]

    before = adults()
    busy.send(replace(busy.visit(), id=uuid4()))
    after = adults()
    assert (before, after) == (9, 10)


def test_figures_are_counted_once_for_all_who_ask_within_a_minute(busy: ConsoleFixture) -> None:
    for_a_minute, for_no_time = (
        StatisticsCounter(busy.console, good_for=60),
        StatisticsCounter(busy.console),
    )
    first = for_a_minute.of_year(2026)
    busy.send(replace(busy.visit(), id=uuid4()))
    assert for_a_minute.of_year(2026) is first
    assert for_no_time.of_year(2026) != first


def test_figures_are_counted_again_when_they_are_old(busy: ConsoleFixture) -> None:
    counting = StatisticsCounter(busy.console, good_for=1e-9)
    first = counting.of_year(2026)
    busy.send(replace(busy.visit(), id=uuid4()))
    assert counting.of_year(2026) != first


def test_cards_are_counted_by_how_they_are(console: ConsoleFixture) -> None:
    today = console.console.today()
    console.central.change_cards(
        [replace(a_card(f"CARD{place}"), valid_until=today) for place in range(1000, 1009)]
    )
    with console.central.database.reading() as connection:
        found = statistics.card_states(connection, today)
        begun = statistics.cards_begun(connection, today)
    assert sum(each["in_use"] for each in found.values()) == 10
    assert sum(begun.values()) == 10
    assert with_totals({(a,): n["expired"] for a, n in found.items()}, [list(found)])[TOTAL,] == 0


def test_what_has_nothing_to_draw_has_no_chart(busy: ConsoleFixture) -> None:
    page = busy.signed_in(Role.NATIONAL).open("/figures")
    charts = {each["aria-label"] for tag, each in page.tags if tag == "svg"}
    assert ("Tickets of minors" in charts, "Tickets of assistants" in charts) == (True, False)


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
    output = subprocess.run(
        command, cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert "A year of the Kaikukortti 2026" in output
    assert len(shown) == 3
    assert re.search(r"culture\s+" + r"\s+".join(map(re.escape, shown)), output)


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
    with console.central.database.writing() as connection:
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
    with console.central.database.writing() as connection:
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
