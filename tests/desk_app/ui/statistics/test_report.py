"""The report for the culture office, read back as its readers would."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.messages import Messages
from desk_app.messages.catalogue import catalogue
from desk_app.services.statistics import Statistics
from desk_app.ui.appearance.fonts import load_fonts
from desk_app.ui.statistics.report import report
from desk_app.ui.statistics.report_document import draw_report
from desk_app.ui.widgets.statistics_words import StatisticsWords
from sync.rules.offers import OfferName
from tests.helpers.desk_fixture import TONIGHT
from tests.helpers.statistics import ONE, TWO, some_statistics

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
OCTOBER_TEXTS = "1.10.2026\N{EN DASH}31.10.2026"


def text_of(shown: Statistics, folder: Path, language: str = "en") -> str:
    """Drawn on another thread, as the window does it, and read by another program."""
    words = StatisticsWords(Messages(catalogue(language), language))
    made = report(shown, OCTOBER, date(2026, 11, 2), words, all_desks=False)
    with ThreadPoolExecutor(max_workers=1) as worker:
        content = worker.submit(draw_report, made).result(timeout=60)
    path = folder / "report.pdf"
    path.write_bytes(content)
    read = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    )
    return read.stdout


@pytest.fixture(autouse=True)
def font(qapp: QApplication) -> None:
    assert qapp
    load_fonts(Path(str(files("resources"))) / "fonts")


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ["Kaikukortti visits", "1.10.2026 to 31.10.2026", "Tickets by sector", "Page 1"]),
        ("fi", ["Kaikukortti-käynnit", OCTOBER_TEXTS, "Liput toimialoittain", "Sivu 1"]),
        ("sv", ["Besök med Kaikukortet", OCTOBER_TEXTS, "Biljetter per sektor"]),
    ],
)
def test_it_says_whose_and_when_in_the_current_language(
    tmp_path: Path, language: str, wanted: list[str]
) -> None:
    read = text_of(some_statistics(), tmp_path, language)
    for text in ["Pyynikin kesäteatteri", "Lippuluukku 1", *wanted]:
        assert text in read


def test_every_line_of_every_table_is_in_it(tmp_path: Path) -> None:
    read = [line.split() for line in text_of(some_statistics(), tmp_path).splitlines()]
    assert ["16.10.2026", "2", "5", "2", "3", "1"] in read
    assert ["Swimming", "hall", "1", "1", "1", "0", "0"] in read
    assert ["Culture", "2", "5", "2", "3", "1"] in read


def test_what_is_not_sure_is_said_in_it(tmp_path: Path) -> None:
    read = text_of(some_statistics(waiting=1, refused=2), tmp_path)
    assert "Included: 1 visit that the register has not confirmed yet." in read
    assert "Not included: 2 rejected visits." in read


def test_a_long_table_goes_on_with_its_titles_on_the_next_page(tmp_path: Path) -> None:
    days = {date(2026, 8, 1) + timedelta(days=n): TWO for n in range(90)}
    first, second, *_ = text_of(some_statistics(days=days), tmp_path).split("\f")
    assert "1.8.2026" in first
    assert second.split()[:6] == ["Date", "Visits", "Tickets", "Adults", "Minors", "Assistants"]


def test_an_offer_with_a_long_name_does_not_run_into_its_numbers(tmp_path: Path) -> None:
    long = replace(TONIGHT, id=UUID(int=5), name=OfferName("Pitkä " * 30))
    read = text_of(some_statistics(offers={long: ONE}), tmp_path)
    row = next(line for line in read.splitlines() if line.endswith(" 0") and "Pitkä" in line)
    assert row.split()[-5:] == ["1", "1", "1", "0", "0"]
