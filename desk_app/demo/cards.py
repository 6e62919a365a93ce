"""``make cards``: prints the demo register's cards on A4, to cut out or to scan off a screen.

They are marked as no real cards. Each has its number as text, as a QR code and in Code 39.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import numpy as np
import zxingcpp
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from desk_app.config.settings import system_language
from desk_app.demo.contents import UNKNOWN_NUMBER, demo_cards
from desk_app.messages.catalogue import catalogue
from desk_app.messages.translation import QT_TRANSLATE_NOOP, Translate
from desk_app.ui.appearance.fonts import load_fonts
from desk_app.ui.appearance.offscreen import draw_offscreen
from sync.rules.languages import LANGUAGES
from sync.rules.policy import Policy

FILE = Path("build") / "demo-cards.pdf"

TITLES: Mapping[str, str] = {
    "valid": QT_TRANSLATE_NOOP("DemoCards", "Valid, no children"),
    "one_child": QT_TRANSLATE_NOOP("DemoCards", "Valid, one child"),
    "family": QT_TRANSLATE_NOOP("DemoCards", "Valid, three children"),
    "other_area": QT_TRANSLATE_NOOP("DemoCards", "Valid, from another area, five children"),
    "community": QT_TRANSLATE_NOOP("DemoCards", "Community card"),
    "digits_only": QT_TRANSLATE_NOOP("DemoCards", "Valid, digits only, two children"),
    "suspended": QT_TRANSLATE_NOOP("DemoCards", "Suspended"),
    "revoked": QT_TRANSLATE_NOOP("DemoCards", "No longer in use"),
    "expired": QT_TRANSLATE_NOOP("DemoCards", "Expired"),
    "not_yet_valid": QT_TRANSLATE_NOOP("DemoCards", "Not valid before tomorrow"),
    "local_here": QT_TRANSLATE_NOOP("DemoCards", "Local card of this area, one child"),
    "local_elsewhere": QT_TRANSLATE_NOOP("DemoCards", "Local card of another area"),
    "limit_reached": QT_TRANSLATE_NOOP("DemoCards", "No courses left this year"),
    "last_day": QT_TRANSLATE_NOOP("DemoCards", "Today is its last day"),
    "first_day": QT_TRANSLATE_NOOP("DemoCards", "Today is its first day"),
    "unknown": QT_TRANSLATE_NOOP("DemoCards", "Not in the register"),
}
"""The purpose of each card. Days count from the start of the demo."""

_WIDTH, _HEIGHT = 85.0, 55.0
"""Of a card, in millimetres: a business card's."""
_LEFT, _TOP = 20.0, 42.0
_COLUMNS, _ROWS = 2, 4
_CROP = 5.0
_RESOLUTION = 1200
_QR_MODULE, _QR_QUIET = 0.95, 4
_NARROW, _WIDE, _LINE_HEIGHT = 0.4, 1.0, 11.0
_INK = QColor(20, 20, 20)
_BAND = QColor(60, 66, 78)


def write_cards(path: Path, translate: Translate, today: date) -> None:
    """Write the sheet. Needs a ``QGuiApplication``, off screen or on. Raises ``OSError``."""
    numbers = {key: card.number for key, card in demo_cards(today).items()}
    numbers["unknown"] = UNKNOWN_NUMBER
    with path.open("ab"):
        pass  # QPdfWriter would write nothing, and not say so
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    writer.setTitle(translate("DemoCards", "Kaikuluukku demo cards"))
    painter = QPainter(writer)
    try:
        painter.scale(_RESOLUTION / 25.4, _RESOLUTION / 25.4)  # millimetres from here on
        sheet = _Sheet(painter, translate)
        for place, (key, number) in enumerate(numbers.items()):
            on_page = place % (_COLUMNS * _ROWS)
            if on_page == 0:
                if place:
                    writer.newPage()
                sheet.head()
            row, column = divmod(on_page, _COLUMNS)
            sheet.card(_LEFT + column * _WIDTH, _TOP + row * _HEIGHT, TITLES[key], number)
    finally:
        painter.end()


class _Sheet:
    """Draws on a page whose unit is the millimetre."""

    def __init__(self, painter: QPainter, translate: Translate) -> None:
        self._painter = painter
        self.translate = translate

    def head(self) -> None:
        """The heading above the cards."""
        title = self.translate("DemoCards", "Kaikuluukku demo cards")
        self._text(QRectF(_LEFT, 10, 2 * _WIDTH, 9), title, 6.0, bold=True)
        note = self.translate(
            "DemoCards",
            "These are not real cards and give no right to tickets. They work only with the demo "
            "register. Print them at full size and cut along the marks, or scan them from the "
            "screen.",
        )
        self._text(QRectF(_LEFT, 20, 2 * _WIDTH, 14), note, 3.4)

    def card(self, left: float, top: float, title: str, number: str) -> None:
        """One card and the marks to cut it by."""
        self._crop_marks(left, top)
        band = QRectF(left, top, _WIDTH, 8)
        self._painter.fillRect(band, _BAND)
        demo = self.translate("DemoCards", "DEMO · not a real card")
        self._text(band.adjusted(5, 0, -5, 0), demo, 3.6, bold=True, colour=QColor("white"))
        words = QRectF(left + 5, top + 10, 43, 13)
        self._text(words, self.translate("DemoCards", title), 3.9, bold=True)
        self._text(QRectF(left + 5, top + 25, 43, 9), number, 6.0)
        self._squares(left + _WIDTH - 32, top + 9.5, number)
        self._lines(left + _WIDTH / 2, top + _HEIGHT - 15, number)

    def _text(
        self,
        box: QRectF,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: QColor = _INK,
    ) -> None:
        # Qt sets type badly at a size of a few units, so it is set at a hundred times that.
        self._painter.save()
        self._painter.scale(0.01, 0.01)
        font = QFont("Inter")
        font.setPixelSize(round(100 * size))
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        area = QRectF(box.x() * 100, box.y() * 100, box.width() * 100, box.height() * 100)
        aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(area, aligned | Qt.TextFlag.TextWordWrap, text)
        self._painter.restore()

    def _squares(self, left: float, top: float, number: str) -> None:
        left, top = left + _QR_QUIET * _QR_MODULE, top + _QR_QUIET * _QR_MODULE
        for row, line in enumerate(_modules(zxingcpp.BarcodeFormat.QRCode, number)):
            bars = [(is_dark, count * _QR_MODULE) for is_dark, count in _runs(line)]
            self._bars(bars, left, top + row * _QR_MODULE, _QR_MODULE)

    def _lines(self, centre: float, top: float, number: str) -> None:
        line = _modules(zxingcpp.BarcodeFormat.Code39, number)[0]
        bars = [(is_dark, _WIDE if count > 1 else _NARROW) for is_dark, count in _runs(line)]
        left = centre - sum(width for _, width in bars) / 2
        self._bars(bars, left, top, _LINE_HEIGHT)

    def _bars(
        self, bars: Sequence[tuple[bool, float]], left: float, top: float, height: float
    ) -> None:
        for is_dark, width in bars:
            if is_dark:
                self._painter.fillRect(QRectF(left, top, width, height), Qt.GlobalColor.black)
            left += width

    def _crop_marks(self, left: float, top: float) -> None:
        """Outside the block of cards only: what lies between two cards is cut once."""
        self._painter.setPen(QPen(_INK, 0.1))
        right, bottom = _LEFT + _COLUMNS * _WIDTH, _TOP + _ROWS * _HEIGHT
        for x in (left, left + _WIDTH):
            for end, away in ((_TOP, -1), (bottom, 1)):
                self._painter.drawLine(*_points(x, end + away, x, end + away * _CROP))
        for y in (top, top + _HEIGHT):
            for end, away in ((_LEFT, -1), (right, 1)):
                self._painter.drawLine(*_points(end + away, y, end + away * _CROP, y))


def _points(x: float, y: float, to_x: float, to_y: float) -> tuple[QPointF, QPointF]:
    return QPointF(x, y), QPointF(to_x, to_y)


def _modules(form: zxingcpp.BarcodeFormat, number: str) -> list[list[bool]]:
    """The code, true where it is dark."""
    made = zxingcpp.create_barcode(number, form)
    picture = np.asarray(made.to_image(scale=1, add_hrt=False, add_quiet_zones=False))
    dark: list[list[bool]] = (picture < 128).tolist()
    return dark


def _runs(line: Sequence[bool]) -> Iterator[tuple[bool, int]]:
    """Modules of one kind side by side are one bar, so that no hairline shows between them."""
    return ((is_dark, len(list(same))) for is_dark, same in groupby(line))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheet where it was asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m desk_app.demo.cards", description="Write the demo's cards as a PDF."
    )
    parser.add_argument("--out", type=Path, default=FILE, metavar="FILE", help=f"default {FILE}")
    parser.add_argument("--language", choices=LANGUAGES, default=system_language())
    typed = parser.parse_args(arguments)
    draw_offscreen()
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts(Path(str(files("resources"))) / "fonts")
    try:
        typed.out.parent.mkdir(parents=True, exist_ok=True)
        write_cards(typed.out, catalogue(typed.language), datetime.now(Policy().zone).date())
    except OSError as fault:
        parser.exit(1, f"{typed.out} cannot be written: {fault.strerror}\n")
    del application
    print(typed.out)  # noqa: T201 - a command's words
    return 0


if __name__ == "__main__":
    sys.exit(main())
