"""The font that comes with the program."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from desk_app.ui.appearance.fonts import FontMissingError, load_fonts
from desk_app.ui.appearance.theme import FAMILIES

FOLDER = Path(__file__).parents[4] / "resources" / "fonts"
FILES = sorted(FOLDER.glob("*.otf"))
FINNISH_AND_SWEDISH = "åäöšž"
NORTHERN_SAMI = "áčđŋšŧž"
INARI_SAMI = "âäáčđŋšž"
SKOLT_SAMI = "âčʒǯđǧǥǩŋõšžåäʹ"
SOUTHERN_AND_LULE_SAMI = "ïöåæøńáåä"
SIGNS = "0123456789€–—…·→↑↓←×−’”"  # noqa: RUF001 - the signs themselves
LETTERS = FINNISH_AND_SWEDISH + NORTHERN_SAMI + INARI_SAMI + SKOLT_SAMI + SOUTHERN_AND_LULE_SAMI


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_letter_that_finland_writes_is_in_the_font(qapp: QApplication, file: Path) -> None:
    assert qapp
    font = QRawFont(str(file), 15)
    wanted = LETTERS + LETTERS.upper() + "abcdefghijklmnopqrstuvwxyz" + SIGNS
    assert [sign for sign in wanted if not font.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_every_weight_that_the_theme_asks_for_is_a_real_one(
    qapp: QApplication, weight: int
) -> None:
    assert qapp
    load_fonts(FOLDER)
    font = QFont(FAMILIES[0])
    font.setWeight(QFont.Weight(weight))
    assert (QFontInfo(font).family(), QFontInfo(font).weight()) == ("Inter", weight)


def test_the_licence_goes_with_the_font() -> None:
    assert "SIL Open Font License, Version 1.1" in (FOLDER / "Inter-OFL.txt").read_text("utf-8")


def test_a_missing_font_is_said(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    with pytest.raises(FontMissingError):
        load_fonts(tmp_path)


def test_a_broken_font_is_said(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    (tmp_path / "Broken.otf").write_bytes(b"not a font")
    with pytest.raises(FontMissingError):
        load_fonts(tmp_path)
