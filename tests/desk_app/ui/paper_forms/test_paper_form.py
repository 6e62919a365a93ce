"""The form for an outage: on paper, as a PDF, and as a preview."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from desk_app.ui.paper_forms.form_layout import HEIGHT, MARGIN, ROW, WIDTH
from desk_app.ui.paper_forms.form_painter import paint_page, write_pdf
from desk_app.ui.paper_forms.page import PaperPage
from tests.desk_app.ui.conftest import Person, PersonAt
from tests.helpers.desk_fixture import POOL, DeskFixture


@pytest.fixture
def person(ready_desk_fixture: DeskFixture, person_at: PersonAt) -> Person:
    assert ready_desk_fixture.desk.record()
    return person_at(offer_id=POOL.id)


@pytest.fixture
def page(person: Person) -> PaperPage:
    """About to print, for the swimming hall's visits of yesterday."""
    found = person.open(PaperPage)
    found.day.setText("16.10.2026")
    found.show_part("print")
    return found


def read(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("Suomi", ("Uimahalli", "Kortin numero", "Lapsenlapset", "Hävitä sitten tämä lomake.")),
        ("Svenska", ("Simhall", "Kortnummer", "Barnbarn", "Förstör sedan blanketten.")),
        (
            "English",
            ("Swimming hall", "Card number", "Grandchildren", "destroy this form."),
        ),
    ],
)
def test_the_form_is_saved_as_a_pdf_that_can_be_read(
    person: Person, page: PaperPage, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    path = tmp_path / "form.pdf"
    page.show_part("key_in")
    page.paper_entry.grid.setData(page.paper_entry.grid.index(0, 0), "KAIKU0001")
    page.show_part("print")
    choice = {"Suomi": "fi", "Svenska": "sv", "English": "en"}[language]
    page.printing._languages.show_chosen(choice)
    page.printing.save(str(path))
    person.until(lambda: person.sees("The form has been saved."))
    text = read(path)
    assert [each for each in words if each not in text] == []
    assert "Pyynikin kesäteatteri" in text
    assert text.split()[-1] == "32"  # the last line's number
    assert "KAIKU" not in text


def test_the_language_of_the_form_is_chosen_apart_from_the_windows(page: PaperPage) -> None:
    page.printing._languages.show_chosen("fi")
    assert page.printing.sheet().title == "Kaikukortti-käynnit paperilla"
    assert page.title() == "Paper forms"


def test_a_form_without_offer_and_day_leaves_them_to_the_hand(page: PaperPage) -> None:
    page.printing.begin(None, None)
    assert [known for _, known in page.printing.sheet().facts[1:]] == ["", ""]


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_there(
    person: Person, page: PaperPage, tmp_path: Path
) -> None:
    path = tmp_path / "nowhere" / "form.pdf"
    page.printing.save(str(path))
    person.until(lambda: "cannot be saved" in person.window.message.text())
    assert not path.exists()


def test_saving_asks_for_a_place_without_holding_up_the_window(page: PaperPage) -> None:
    page.show_part("print")
    page.printing.save_button.click()
    dialog = page.printing.findChild(QFileDialog)
    assert dialog is not None
    assert not dialog.isModal()
    dialog.close()


def test_every_line_of_the_form_lies_on_the_page_and_is_drawn(page: PaperPage) -> None:
    sheet = page.printing.sheet()
    image = QImage(int(WIDTH * 4), int(HEIGHT * 4), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_page(painter, sheet, 0, QRectF(image.rect()))
    painter.end()
    ink = QColor("#808080").lightness()
    x = int((MARGIN + 40) * 4)
    lines = [y for y in range(image.height()) if image.pixelColor(x, y).lightness() < ink]
    below = [y / 4 for y in lines if y / 4 > 60]
    assert max(below) <= HEIGHT - MARGIN
    assert max(below) - min(below) >= (sheet.rows - 2) * ROW


def test_the_pdf_is_a4_lying(page: PaperPage, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    write_pdf(page.printing.sheet(), str(path))
    info = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True)
    assert "842 x 595 pts (A4)" in " ".join(info.stdout.split())


def a_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_form_is_printed_off_the_gui_thread(
    person: Person, page: PaperPage, tmp_path: Path
) -> None:
    page.printing.print_on(a_printer(tmp_path / "printed.pdf"))
    person.until(lambda: person.sees("The form was sent to the printer."))
    assert "Swimming hall" in read(tmp_path / "printed.pdf")


def test_a_printer_that_takes_nothing_is_told(
    person: Person, page: PaperPage, tmp_path: Path
) -> None:
    page.printing.print_on(a_printer(tmp_path / "nowhere" / "printed.pdf"))
    person.until(lambda: person.sees("Nothing was printed."))
