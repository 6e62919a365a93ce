"""The favourite offers as tiles: one press, or Alt and the digit on it, makes one current."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QStylePainter,
    QWidget,
)

from desk_app.messages import Messages
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.offer_list import favourites
from desk_app.ui.widgets.plain_text import plain, tool_tip
from sync.rules.offers import Offer

MOST = 6
_COLUMNS = 2
_CAP = 20
"""Pixels of the square with the digit, at a body text of 15."""
_SMALLER = 13 / 15
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class OfferTiles(QWidget):
    """Emits ``chosen`` with the offer's id. Places keep their offers as long as these are there."""

    chosen = Signal(object)
    _offers: Sequence[Offer] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = [_Tile(str(place + 1)) for place in range(MOST)]
        self.rows = MOST // _COLUMNS
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for place, tile in enumerate(self._tiles):
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            tile.clicked.connect(lambda _, place=place: self.choose(place))
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)

    def show_offers(self, app_status: AppStatus, words: Messages, current: UUID | None) -> None:
        """Show today's and the standing ones; the current one is marked."""
        now, zone = app_status.now(), app_status.zone
        self._offers = favourites(app_status.offers, now, zone, MOST)
        for tile, offer in zip(self._tiles, self._offers, strict=False):
            about = words.offer_when(offer, now, zone) or offer.place or ""
            tile.show_offer(words.offer_name(offer), about)
            tile.setChecked(offer.id == current)
        self._show()

    def choose(self, place: int) -> None:
        """Choose the offer at a place, where there is one."""
        shown = len([tile for tile in self._tiles if not tile.isHidden()])
        if place < min(shown, len(self._offers)):
            self._tiles[place].setChecked(True)
            self.chosen.emit(self._offers[place].id)

    def set_rows(self, rows: int) -> None:
        """Show as many rows as there is room for."""
        if rows != self.rows:
            self.rows = rows
            self._show()

    def rows_in(self, height: int) -> int:
        """The number of rows that a height has room for, with the air below each."""
        row = self._tiles[0].sizeHint().height() + Space.S
        return max(0, min(height // row, MOST // _COLUMNS))

    def _show(self) -> None:
        there = len(self._offers) if len(self._offers) > 1 else 0
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < min(there, self.rows * _COLUMNS))
        self.setVisible(min(there, self.rows) > 0)


class _Tile(Button):
    """Name, time, and the digit; a ring and heavier type where it is the current one."""

    def __init__(self, digit: str) -> None:
        super().__init__("tile")
        self._digit, self._name, self._about = digit, "", ""
        self.setCheckable(True)

    def show_offer(self, name: str, about: str) -> None:
        """Show an offer."""
        if (plain(name), plain(about)) == (self._name, self._about):
            return
        self._name, self._about = plain(name), plain(about)
        self.setAccessibleName(f"{self._name}, {self._about}" if self._about else self._name)
        self.setToolTip(tool_tip(f"{self._name} (Alt+{self._digit})"))
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of the name's type and one below."""
        line = self.fontMetrics().height()
        return QSize(3 * line, 3 * line + Space.S)

    def minimumSizeHint(self) -> QSize:
        """No width of its own, so that its column may be narrow; the height that it needs."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style draws the tile, we its words."""
        del event
        painter = self._paint_without_text()
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        palette = QApplication.palette()
        inner = self.rect().adjusted(Space.S + 2, Space.XS + 2, -Space.S, -Space.XS - 2)
        side = max(_CAP, self.fontMetrics().height())
        cap = QRect(inner.right() - side, inner.bottom() - side, side, side)
        bold, small = QFont(self.font()), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(round(small.pixelSize() * _SMALLER))
        under = QFontMetrics(small)
        words = inner.adjusted(0, 0, 0, -under.height())
        painter.setFont(bold)
        painter.setPen(palette.highlight().color() if self.isChecked() else palette.text().color())
        beside = inner.width() - side - Space.XS
        name = _two_lines(self._name, QFontMetrics(bold), words.width(), beside)
        painter.drawText(words, _LEFT, name)
        painter.setFont(small)
        painter.setPen(palette.placeholderText().color())
        about = under.elidedText(self._about, Qt.TextElideMode.ElideRight, beside)
        low = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(inner, low, about)
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(palette.text().color())
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._digit)
        painter.end()


def _two_lines(text: str, metrics: QFontMetrics, width: int, beside: int) -> str:
    """The text in at most two lines, the second as wide as there is room beside the digit.

    The rest is cut off with an ellipsis.
    """
    first: list[str] = []
    words = text.split()
    while words and (not first or metrics.horizontalAdvance(" ".join([*first, words[0]])) <= width):
        first.append(words.pop(0))
    line = metrics.elidedText(" ".join(first), Qt.TextElideMode.ElideRight, width)
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, beside)
    return f"{line}\n{rest}" if rest else line
