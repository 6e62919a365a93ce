"""The page for a time without a network, and the register by file in the window."""

import re
import subprocess
from base64 import b64decode
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from desk_app.ui.season.page import SeasonPage
from desk_app.ui.season.printing import checklist_text, print_checklist
from desk_app.ui.widgets.switch import Switch
from sync.ports import RegisterProof
from sync.rules.register_sum import RegisterSum
from sync.server.keys.signing import Signer, new_key
from tests.desk_app.ui.conftest import ENTER, Person, PersonAt
from tests.helpers.desk_fixture import CARDS, NOW, DeskFixture

PASSPHRASE = "kesällä satoi kolme viikkoa"


@pytest.fixture
def signer() -> Signer:
    return Signer(new_key())


def page(person: Person) -> SeasonPage:
    person.window.open_page("season")
    shown = person.window.page()
    assert isinstance(shown, SeasonPage)
    return shown


def load(desk: DeskFixture, signer: Signer) -> None:
    total = RegisterSum()
    for card in CARDS:
        total = total.plus(card)
    signed_at = f"{NOW - timedelta(days=2):%Y-%m-%dT%H:%M:%SZ}"
    desk.register.begin_load(1)
    desk.register.add_page(CARDS, after=None, last=True)
    desk.register.adopt(
        revision=1,
        expected=total,
        verified_at=NOW - timedelta(days=2),
        proof=RegisterProof(signed_at, signer.sign_at(1, total, signed_at)),
    )


def check(person: Person, day: str) -> SeasonPage:
    shown = page(person)
    shown.field.setText(day)
    person.click("Check")
    return shown


def test_what_is_to_be_done_comes_first_and_can_be_ticked(person: Person) -> None:
    shown = check(person, "1.12.2026")
    person.until(lambda: person.sees("The register cannot last that long"))
    lines = shown.checklist.lines()
    assert "cannot last that long" in lines[0][1]
    assert not lines[0][0]
    shown.findChildren(Switch)[0].click()
    assert shown.checklist.lines()[0][0]
    person.speak("sv")
    person.until(lambda: person.sees("Registret räcker inte så länge"))
    assert shown.checklist.lines()[0][0]


def test_a_day_that_cannot_be_read_is_told_how_to_write_it(person: Person) -> None:
    shown = check(person, "1.1.2026")
    person.until(lambda: "in the past" in shown.message.text())
    check(person, "soon")
    assert person.sees("Enter the date as day, month and year")
    assert not person.sees("in the past")


def test_a_day_that_is_over_is_told(person: Person) -> None:
    shown = check(person, "1.1.2026")
    person.until(lambda: "in the past" in shown.message.text())


def test_the_strip_and_the_page_say_until_when_cards_can_be_checked(person: Person) -> None:
    assert person.sees("Can be used until 15.11.2026")
    page(person)
    assert person.sees("This desk can check cards offline until 15.11.2026.")


def test_the_list_is_printed_with_a_box_for_each_line() -> None:
    text = checklist_text("Without a network", [(True, "Sent"), (False, "Print forms")])
    assert text == "Without a network\n\n\u2611  Sent\n\n\u2610  Print forms"


def a_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_list_is_printed_in_letters_that_can_be_read(person: Person, tmp_path: Path) -> None:
    """The window's letters are in pixels, which are a tenth of a millimetre on paper."""
    shown = check(person, "1.12.2026")
    person.until(lambda: person.sees("The register cannot last that long"))
    shown.print_on(a_printer(tmp_path / "list.pdf"))
    person.until(lambda: "sent to the printer" in shown.message.text())
    words = ["pdftotext", "-bbox", str(tmp_path / "list.pdf"), "-"]
    boxes = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    tops = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">\w+<', boxes)
    assert len(tops) > 50
    assert all(10 < float(bottom) - float(top) < 24 for top, bottom in tops)


def test_a_long_list_takes_several_pages(tmp_path: Path) -> None:
    lines = [(False, f"Line {number}") for number in range(60)]
    print_checklist(a_printer(tmp_path / "long.pdf"), "Without a network", lines)
    pages = subprocess.run(
        ["pdftotext", str(tmp_path / "long.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    assert len(pages) > 2
    assert all(f"Line {number}\n" in "".join(pages) for number in range(60))


def test_a_printer_that_takes_nothing_is_told(person: Person, tmp_path: Path) -> None:
    shown = check(person, "1.12.2026")
    person.until(lambda: person.sees("The register cannot last that long"))
    shown.print_on(a_printer(tmp_path / "nowhere" / "list.pdf"))
    person.until(lambda: "Nothing was printed." in shown.message.text())


def test_a_desk_writes_the_register_and_another_takes_it_in(
    desk_fixture: DeskFixture, person_at: PersonAt, tmp_path: Path, signer: Signer
) -> None:
    file = tmp_path / "register.kaiku"
    writer = DeskFixture(tmp_path / "writer")
    writer.enrol(register_key=b64decode(signer.public_key))
    load(writer, signer)
    writer.services.register_transfer.carry_out(file, PASSPHRASE)
    writer.close()
    desk_fixture.enrol(register_key=b64decode(signer.public_key))
    person = person_at()
    part = page(person).register_file
    part.begin(file, writes=False)
    part.passphrase.setText("another one, wrong")
    person.press(ENTER)
    person.until(lambda: "passphrase is wrong" in part.message.text())
    part.begin(file, writes=False)
    part.passphrase.setText(PASSPHRASE)
    person.press(ENTER)
    person.until(lambda: "5 cards imported" in part.message.text())

    assert "This desk can check cards offline until 13.11.2026" in part.message.text()
    person.until(lambda: person.sees("Can be used until 13.11.2026"))
    part.begin(tmp_path / "second.kaiku", writes=True)
    part.passphrase.setText(PASSPHRASE)
    part.again.setText("something else")
    part.go()
    assert person.sees("The two do not match.")
    part.again.setText(PASSPHRASE)
    part.go()
    person.until(lambda: "5 cards saved" in part.message.text())
    assert (tmp_path / "second.kaiku").exists()
    assert part.passphrase.text() == ""
