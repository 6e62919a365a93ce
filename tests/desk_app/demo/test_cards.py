"""The demo's cards, as a printer and a screen show them."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from desk_app.demo.cards import TITLES, main
from desk_app.demo.contents import UNKNOWN_NUMBER, demo_cards
from desk_app.devices.barcode.decoder import Decoder
from desk_app.devices.barcode.pictures import open_picture
from desk_app.messages.catalogue import catalogue
from sync.rules.payloads import card_number
from sync.rules.scan_text import Symbology

NUMBERS = {card.number for card in demo_cards(date(2026, 11, 24)).values()} | {UNKNOWN_NUMBER}

pytestmark = pytest.mark.usefixtures("qapp")


def sheet(folder: Path, language: str) -> Path:
    path = folder / "cards.pdf"
    assert main(["--out", str(path), "--language", language]) == 0
    return path


def test_every_card_of_the_demo_has_a_title() -> None:
    assert list(TITLES) == [*demo_cards(date(2026, 11, 24)), "unknown"]


@pytest.mark.parametrize("dots_per_inch", [100, 200])
def test_every_code_of_the_sheet_is_read_off_paper_and_off_a_screen(
    tmp_path: Path, dots_per_inch: int
) -> None:
    pdf = str(sheet(tmp_path, "fi"))
    to_pictures = ["pdftoppm", "-png", "-r", str(dots_per_inch), pdf, str(tmp_path / "page")]
    subprocess.run(to_pictures, check=True)

    codes = [
        code
        for path in sorted(tmp_path.glob("page*.png"))
        for picture in open_picture(path)
        for code in Decoder().read_picture(picture, seconds=60).sure()
    ]

    for kind in (Symbology.QR_CODE, Symbology.CODE_39):
        read = [card_number(code.text) for code in codes if code.symbology is kind]
        assert sorted(map(str, read)) == sorted(NUMBERS)


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("fi", "ESITTELY · ei oikea kortti"),
        ("sv", "DEMO · inte ett riktigt kort"),
        ("en", "DEMO · not a real card"),
    ],
)
def test_every_card_says_its_number_what_it_is_for_and_that_it_is_no_real_one(
    tmp_path: Path, language: str, mark: str
) -> None:
    text = subprocess.run(
        ["pdftotext", "-raw", sheet(tmp_path, language), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    content = " ".join(text.split())
    translate = catalogue(language)

    assert [number for number in NUMBERS if number not in content] == []
    titles = [translate("DemoCards", title) for title in TITLES.values()]
    assert [title for title in titles if title not in content] == []
    assert content.count(mark) == len(NUMBERS)


def test_the_sheet_is_a4(tmp_path: Path) -> None:
    facts = subprocess.run(
        ["pdfinfo", sheet(tmp_path, "en")], check=True, capture_output=True, text=True
    ).stdout

    assert "(A4)" in facts


def test_a_place_that_cannot_be_written_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--out", str(tmp_path)])

    assert ended.value.code == 1
    assert str(tmp_path) in capsys.readouterr().err
