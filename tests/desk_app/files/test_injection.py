"""Whatever stands in a name, a table, a report or a tool tip does nothing but say it."""

import csv
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import Qt, QTextDocumentFragment
from PySide6.QtWidgets import QApplication

from desk_app.files.spreadsheets import as_csv, as_xlsx
from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.reporting import Row
from desk_app.ui.appearance.fonts import load_fonts
from desk_app.ui.paper_forms.form_layout import paper_form
from desk_app.ui.paper_forms.form_painter import write_pdf
from desk_app.ui.statistics.report import report
from desk_app.ui.statistics.report_document import draw_report
from desk_app.ui.widgets.plain_text import plain, tool_tip
from desk_app.ui.widgets.statistics_words import StatisticsWords
from desk_app.ui.widgets.table_rows import Column, Rows
from sync.ports import OperationState
from sync.rules.offers import OfferName
from sync.rules.policy import Policy
from sync.rules.texts import is_disguising
from sync.rules.tickets import Tickets
from tests.helpers.desk_fixture import TONIGHT
from tests.helpers.pdf import acting
from tests.helpers.statistics import ONE, some_statistics

CALCULATES = ("=", "@", "\uff1d", "\uff20")
SIGNED = re.compile(r"[+\-\uff0b\uff0d][^\s,;\"]")
TRICKS = [*CALCULATES, "+", "-", "\t", "\r", "\n", ";", ",", '"', "'", " ", "|", "!", "\x00", "&"]
TRICKS += ["\x1b[2J", "\u2028", "\u202e", "\x85", "\ufeff", "<b>", "<img src='x'>", "&lt;", "</c>"]
TRICKS += [
    "cmd|' /C calc'!A0",
    "HYPERLINK(",
    "1+1",
    ")/JS (app.alert(1))",
    "\\(",
    "_x000D_",
    "Ilta",
]
ANY = st.characters(exclude_categories=["Cs"])
TEXTS = st.lists(st.sampled_from(TRICKS) | ANY, min_size=1, max_size=12).map("".join)
"""What a hostile name is made of, mixed with every other character."""
quickly = settings(max_examples=60, deadline=None)


@pytest.fixture(autouse=True, scope="module")
def fonts(qapp: QApplication) -> None:
    assert qapp
    load_fonts(Path(str(files("resources"))) / "fonts")


def a_row(text: str) -> Row:
    return Row(
        visit_id=UUID(int=1),
        local_date=date(2026, 10, 16),
        recorded_at=None,
        desk=text,
        offer_id=UUID(int=2),
        offer=text,
        kind=None,
        sector=None,
        tickets=Tickets(holder=1),
        entry=None,
        verdict=None,
        provisional=None,
        state=OperationState.ACCEPTED,
        voided=False,
        operator=text,
        card_number=None,
        venue=text,
    )


def cells(content: str) -> Iterator[str]:
    """Every cell that a spreadsheet of any locale would find."""
    for separator in ";,\t":
        for line in csv.reader(io.StringIO(content, newline=""), delimiter=separator):
            yield from line


def is_formula(cell: str) -> bool:
    """Whether it may be calculated; a lone sign, as in a price of "5,-", is not."""
    bare = cell.strip().lstrip('"')
    return bare.startswith(CALCULATES) or SIGNED.match(bare) is not None


def disguising(content: str) -> set[str]:
    """What is in it that a person would not see; a file's own line ends aside."""
    return {character for character in content if is_disguising(character)} - {"\r", "\n"}


@given(TEXTS)
@example("=1+1")
@example(" =1+1")
@example("Ilta,=1+1")
@example('Ilta";@SUM(A1)')
@example("-2+3+cmd|' /C calc'!A0")
@quickly
def test_no_text_in_a_csv_file_is_a_formula_in_any_locale(text: str) -> None:
    content = as_csv([a_row(text)], with_cards=False).decode("utf-8-sig")
    assert [cell for cell in cells(content) if is_formula(cell)] == []
    assert disguising(content) == set()
    [_, line] = csv.reader(io.StringIO(content, newline=""), delimiter=";")
    assert len(line) == len(content.splitlines()[0].split(";"))


@given(TEXTS)
@example("_x000D_=1+1")
@quickly
def test_every_text_in_an_xlsx_file_is_a_text(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx([a_row(text)], with_cards=False))) as book:
        parts = {name: book.read(name) for name in book.namelist() if name.endswith(".xml")}
    trees = [ET.fromstring(content) for content in parts.values()]
    tags = {each.tag.rpartition("}")[2] for tree in trees for each in tree.iter()}
    assert tags.isdisjoint({"f", "hyperlink", "externalReference", "oleObject", "script"})
    assert disguising("".join(content.decode() for content in parts.values())) == set()


@given(TEXTS)
@quickly
def test_no_row_that_is_copied_is_a_formula_where_it_is_pasted(text: str) -> None:
    rows = Rows[str]()
    rows.show_columns([Column("a", lambda row: row), Column("b", lambda row: row)])
    rows.show_rows([text])
    titles, *lines = rows.tabbed().split("\n")
    assert titles == "a\tb"
    assert [cell for cell in lines[0].split("\t") if is_formula(cell)] == []
    assert (len(lines), lines[0].count("\t")) == (2, 1)


@given(TEXTS)
@quickly
def test_a_tool_tip_of_any_text_is_that_text(text: str) -> None:
    tip = tool_tip(text)
    if Qt.mightBeRichText(tip):
        shown = QTextDocumentFragment.fromHtml(tip).toPlainText()
        assert shown.split() == plain(text).lstrip("\ufeff").split()  # Qt drops that
        assert not re.search(r"<(?!p>|/p>|br ?/?>)", tip)


NAMES = TEXTS.filter(lambda text: not any(map(is_disguising, text)))
"""What a register lets through as a name."""
PDF_TRICKS = [
    "Ilta)/JS (app.alert(1)) (",
    "\\) /URI (x)",
    "\\",
    "(",
    "endstream endobj",
    "Tj ET Q",
    "%",
]


@given(st.lists(NAMES, min_size=8, max_size=8))
@example(PDF_TRICKS)
@settings(max_examples=3, deadline=None)
def test_nothing_in_a_pdf_acts(names: list[str]) -> None:
    """As a reader of its own finds it; and a second one finds every row of the table."""
    words = StatisticsWords(Messages(catalogue("en"), "en"))
    offers = {
        replace(TONIGHT, id=UUID(int=number), name=OfferName(f"Row {number} {name}")): ONE
        for number, name in enumerate(names)
    }
    days = (date(2026, 10, 1), date(2026, 10, 31))
    made = report(some_statistics(offers=offers), days, date(2026, 11, 2), words, all_desks=False)
    content = draw_report(made)
    assert acting(content) == set()
    read = text_of(content)
    assert [f"Row {number}" for number in range(len(names)) if f"Row {number}" not in read] == []


@given(NAMES)
@example(" ".join(PDF_TRICKS))
@settings(max_examples=5, deadline=None)
def test_nothing_in_a_saved_paper_form_acts(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    path = tmp_path_factory.mktemp("form") / "form.pdf"
    offer = replace(TONIGHT, name=OfferName(f"Row {name}"))
    form = paper_form(Messages(catalogue("en"), "en"), name, offer, None, Policy().zone)
    write_pdf(form, str(path))
    content = path.read_bytes()
    assert acting(content) == set()
    assert "Row" in text_of(content)


def text_of(content: bytes) -> str:
    """As another program reads it, which complains of nothing."""
    read = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    assert read.stderr == b""
    return read.stdout.decode()
