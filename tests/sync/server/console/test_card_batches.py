"""Many cards at once, out of files as spreadsheets really save them."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
import xlsxwriter

from sync.rules.cards import Card
from sync.server.console.table_uploads import MOST_LINES, TableUnreadableError, read_table
from sync.server.store.console_tables import Role
from tests.helpers.visitor import Page, Visitor
from tests.sync.server.console.console_fixture import ConsoleFixture

HEAD = ["number", "birth year", "postcode", "minors", "received"]
LINE = ["ESP100001", "1980", "00170", "1", "9.11.2026"]
WANTED = ("number", "birth_year", "postcode", "minors", "received")
EXPECTED = dict(zip(WANTED, ["ESP100001", "1980", "00170", "1", "9.11.2026"], strict=True))


def text(rows: Sequence[Sequence[str]], mark: str = ";") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark).writerows(rows)
    return out.getvalue()


MANY = 1_000
"""More than are written to the database one by one."""
PLAIN = text([HEAD, LINE])


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        "\ufeff".encode("utf-16-be") + PLAIN.encode("utf-16-be"),
        text([HEAD, LINE], ",").encode(),
        text([HEAD, LINE], "\t").encode("utf-16"),
        f"sep=;\r\n{PLAIN}".encode(),
        text([["Kaikukortit, marraskuu"], [], HEAD, LINE]).encode(),
        PLAIN.replace("\r\n", "\n").encode(),
        PLAIN.replace("\r\n", "\r").encode(),
        text([HEAD, [*LINE[:2], "170", *LINE[3:]]]).encode(),
        text([HEAD, [*LINE[:4], "9.11.2026 0:00:00"]]).encode(),
    ],
)
def test_a_file_of_text_is_read_as_spreadsheets_save_it(content: bytes) -> None:
    ((_, line),) = read_table(content, WANTED)
    assert line == EXPECTED


def test_headings_with_letters_outside_ascii_are_known_in_an_old_encoding() -> None:
    content = "Kortin numero;Syntymävuosi\nESP100001;1980\n".encode("cp1252")
    assert read_table(content, WANTED) == [(2, {"number": "ESP100001", "birth_year": "1980"})]


def a_workbook(*sheets: Sequence[Sequence[object]], merged: bool = False) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        day = book.add_format({"num_format": "d.m.yyyy"})
        for rows in sheets:
            sheet = book.add_worksheet()
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    style = day if isinstance(cell, date) else None
                    sheet.write(place, column, cell, style)
            if merged:
                sheet.merge_range(0, 0, 0, 3, "Kaikukortit")
    return out.getvalue()


SERIAL = (date(2026, 11, 9) - date(1899, 12, 30)).days
CELLS: list[object] = ["ESP100001", 1980, 170, 1]


@pytest.mark.parametrize(
    "content",
    [
        a_workbook([HEAD, [*CELLS, date(2026, 11, 9)]]),
        a_workbook([HEAD, [*CELLS, SERIAL]]),
        a_workbook([["Ohje"]], [HEAD, [*CELLS, SERIAL]]),
        a_workbook([[], [], HEAD, [*CELLS, SERIAL]], merged=True),
    ],
)
def test_a_workbook_is_read_as_it_is_meant(content: bytes) -> None:
    ((_, line),) = read_table(content, WANTED)
    assert line == EXPECTED | {"received": "2026-11-09"}


def test_a_line_has_the_number_that_it_has_in_the_workbook() -> None:
    content = a_workbook([[], [], HEAD, [], [*CELLS, SERIAL]])
    assert [place for place, _ in read_table(content, WANTED)] == [5]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (text([["number", "card number"], ["ESP100001", "ESP100002"]]).encode(), "heading_twice"),
        (text([HEAD]).encode(), "empty"),
        (b"\xff\xfe\x00", "unreadable"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "unreadable"),
        (PLAIN.encode("utf-16-le"), "unreadable"),
        (text([HEAD, *[LINE] * (MOST_LINES + 1)]).encode(), "too_long"),
        (a_workbook([["name"], ["x"]]), "no_headings"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused_in_words(content: bytes, key: str) -> None:
    with pytest.raises(TableUnreadableError) as refused:
        read_table(content, WANTED)
    assert refused.value.key == f"batch.{key}"


@pytest.fixture
def issuer(console: ConsoleFixture) -> Visitor:
    return console.signed_in(Role.ISSUER)


def upload(issuer: Visitor, content: bytes) -> Page:
    return issuer.send_file(issuer.open("/cards/many"), "/cards/many", "cards.csv", content)


def results(page: Page) -> list[str]:
    """What each line is told."""
    found = re.findall(r'<span class="tag \w+">[^<]*</span>\s*([^<]*)</td>', page.response.text)
    return [words.strip() for words in found]


def test_a_line_of_another_area_is_told_so(issuer: Visitor) -> None:
    rows = [["number", "kind", "kunta"]]
    rows += [[f"ESP10000{n}", "community", area] for n, area in enumerate(("ESPOO", "Turku", ""))]
    assert results(upload(issuer, text(rows).encode())) == [
        "",
        "The line is of another area than yours.",
        "",
    ]


def test_a_file_that_is_too_large_is_told_to_be(issuer: Visitor) -> None:
    refused = upload(issuer, b"x" * (3 << 20))
    assert (refused.status, "The file is too large. Split it." in refused.text) == (413, True)


def test_who_was_signed_out_meanwhile_is_sent_to_sign_in_and_not_told_of_the_size(
    console: ConsoleFixture, issuer: Visitor
) -> None:
    page = issuer.open("/cards/many")
    console.now += timedelta(hours=2)
    sent = issuer.send_file(page, "/cards/many", "cards.csv", b"x" * 100_000)
    assert (sent.status, sent.path) == (200, "/console/sign-in")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Yhteisön kortti", "community"),
        ("gemenskapens kort", "community"),
        ("community  card", "community"),
        ("asiakkaan kortti", "personal"),
        ("COMMUNITY", "community"),
        ("perhekortti", "perhekortti"),
    ],
)
def test_the_kind_of_a_card_is_known_by_what_the_pages_call_it(written: str, kind: str) -> None:
    content = text([["number", "kortin tyyppi"], ["ESP100001", written]]).encode()
    ((_, line),) = read_table(content, ("number", "kind"))
    assert line["kind"] == kind


def test_a_thousand_lines_are_registered_at_once(console: ConsoleFixture, issuer: Visitor) -> None:
    rows = [HEAD, *([f"QX{place:07d}", *LINE[1:]] for place in range(MANY))]
    page = upload(issuer, text(rows).encode())
    assert f"Lines to register: {MANY}. Lines in all: {MANY}." in page.text
    done = issuer.send(page, "/confirm")
    assert f"Cards registered: {MANY}" in done.text
    last = console.desk.card(f"QX{MANY - 1:07d}").card
    assert isinstance(last, Card)
    assert last.valid_until == date(2027, 11, 9) - timedelta(days=1)
    prints = [form for form in done.tags if form == ("button", {"class": "main"})]
    assert len(prints) == 3
    assert "Print the labels 801\N{EN DASH}1000" in done.text
