"""Trying the scanner: what it tells of a scan."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout

from desk_app.services.scans import Scan
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.context.page import WindowPage
from desk_app.ui.widgets.scanner_trial import ScannerTrial
from tests.desk_app.ui.conftest import ENTER, Person


class TrialPage(WindowPage):
    topic = "testing"
    icon = "scan"
    place = 9

    def __init__(self, icons: Icons, language: Language) -> None:
        super().__init__()
        self.tester = ScannerTrial(icons, language)
        self.tester.setObjectName("trial")
        QVBoxLayout(self).addWidget(self.tester)

    @classmethod
    def title(cls) -> str:
        return "Testing"

    def handle_scan(self, scan: Scan) -> bool:
        return self.tester.handle_scan(scan)


@pytest.fixture
def trying(person: Person) -> Person:
    page = TrialPage(person.page.panel._icons, person.page._language)
    person.window.add_page(TrialPage, lambda _: page)
    person.window.open_page(page.topic)
    return person


def test_it_waits_for_a_scan_and_says_what_to_do_if_none_comes(trying: Person) -> None:
    assert trying.sees("Scan a card, or any barcode")
    assert trying.sees("set the scanner to work as a keyboard")


def test_a_scan_is_told_with_its_speed_and_ending(trying: Person) -> None:
    trying.scan("KAIKU0001", ENTER, ms_apart=12)
    assert trying.sees("The scanner is ready to use")
    assert trying.sees("The scanner read a card number.")
    assert trying.sees("KAIKU0001")
    assert trying.sees("12 ms per character")
    assert trying.sees("Enter")
    assert trying.sees("same layout as this computer")


def test_a_scan_without_an_ending_is_told_to_have_none(trying: Person) -> None:
    trying.scan("KAIKU0001")
    trying.until(lambda: trying.sees("nothing (each scan takes a little longer)"))


def test_a_wrong_keyboard_layout_is_told(trying: Person) -> None:
    trying.scan("KAIKU+0001", ENTER)
    assert trying.sees("KAIKU-0001")
    assert trying.sees("the scanner is set to US and the computer to Finnish or Swedish")


def test_caps_lock_is_told(trying: Person) -> None:
    trying.scan("KAIKULUUKKU:ENROL?API=HTTPS%3a%2f%2fREGISTER.EXAMPLE&CODE=ab-12", ENTER)
    assert trying.sees("The scanner read an activation code.")
    assert trying.sees("Caps Lock is on")


def test_any_barcode_shows_that_the_scanner_works(trying: Person) -> None:
    trying.scan("https://lippu.example/tilaus", ENTER)
    assert trying.sees("The scanner is ready to use")
    assert trying.sees("This is a web address, not a Kaikukortti")


def test_a_number_that_was_tried_leaves_the_sight_by_itself(trying: Person) -> None:
    trying.scan("KAIKU0001", ENTER)
    assert trying.sees("KAIKU0001")
    (trial,) = trying.window.findChildren(ScannerTrial, "trial")
    assert trial._timer.isActive()
    trial._timer.start(0)
    trying.until(lambda: not trying.sees("KAIKU0001"))
    assert trying.sees("Scan a card, or any barcode")


def test_leaving_leaves_no_number_behind(trying: Person) -> None:
    trying.scan("KAIKU0001", ENTER)
    trying.window.open_page("visits")
    (trial,) = trying.window.findChildren(ScannerTrial, "trial")
    assert [each.text() for each in trial.findChildren(QLabel) if "KAIKU" in each.text()] == []


def test_a_card_that_is_tried_is_not_checked(trying: Person) -> None:
    trying.scan("KAIKU0001", ENTER)
    assert trying.window.page() is not trying.page
    assert trying.desk_fixture.register.asked == []
