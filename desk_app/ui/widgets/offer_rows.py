"""A list of offers under headings, today's first, for keyboard and touch."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import RADIUS, Space
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.widgets.offer_list import OfferGroup
from desk_app.ui.widgets.offer_words import GROUPS, about, badge
from desk_app.ui.widgets.plain_text import plain
from sync.rules.offers import Offer, OfferStatus

_ID = Qt.ItemDataRole.UserRole
_ABOUT = Qt.ItemDataRole.UserRole + 1
_PART_LEFT = Qt.ItemDataRole.UserRole + 2
_BADGE = Qt.ItemDataRole.UserRole + 3
_BAR = QSize(72, 6)
Index = QModelIndex | QPersistentModelIndex
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OfferRows(QListView):
    """Emits ``moved`` when another offer is current, ``chosen`` with its id on Enter or a press."""

    moved = Signal()
    chosen = Signal(object)

    def __init__(
        self, language: Language, app_status: AppStatus, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._app_status = app_status
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_TwoLines(self))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self.choose)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def show_offers(
        self,
        groups: Sequence[tuple[OfferGroup, list[Offer]]],
        current: UUID | None,
        left: Mapping[UUID, int] | None = None,
    ) -> None:
        """Show these; ``current`` is where the list begins, or the first of all.

        ``left`` is what is left of an offer's quota, where more is known than the register told.
        """
        now, zone, words = self._app_status.now(), self._app_status.zone, self._language.words
        self._rows.clear()
        for group, offers in groups:
            heading = QStandardItem(words.translate("Offers", GROUPS[group]))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._rows.appendRow(heading)
            for offer in offers:
                of_it = (left or {}).get(offer.id)
                told = about(offer, words, now, zone, of_it)
                item = _item(offer, words.offer_name(offer), told, of_it)
                item.setData(badge(offer, words), _BADGE)
                self._rows.appendRow(item)
        self.show_current(current)

    def show_current(self, current: UUID | None) -> None:
        """Make an offer the current one, or the first of all where it is not in the list."""
        places = [row for row in range(self._rows.rowCount()) if self._id(row) is not None]
        if places:
            kept = [row for row in places if self._id(row) == current]
            self.setCurrentIndex(self._rows.index((kept or places)[0], 0))

    def current(self) -> UUID | None:
        """The current offer."""
        found: UUID | None = self.currentIndex().data(_ID)
        return found

    def take_key(self, event: QKeyEvent) -> bool:
        """Arrows move from offer to offer, past the headings; Enter chooses."""
        if event.key() in _STEPS:
            self._move(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.currentIndex())
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys while the list itself has the keyboard; letters are the page's."""
        if self.take_key(event):
            return
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _id(self, row: int) -> UUID | None:
        found: UUID | None = self._rows.index(row, 0).data(_ID)
        return found

    def _move(self, by: int) -> None:
        row = self.currentIndex().row() + by
        while 0 <= row < self._rows.rowCount():
            if self._id(row) is not None:
                self.setCurrentIndex(self._rows.index(row, 0))
                return
            row += by
        self.scrollToTop()  # the heading above the first offer

    def choose(self, index: QModelIndex) -> None:
        """Choose the offer in a row; a heading is none."""
        offer_id = index.data(_ID)
        if offer_id is not None:
            self.chosen.emit(offer_id)


def _item(offer: Offer, name: str, told: str, left: int | None) -> QStandardItem:
    name, told = plain(name), plain(told)
    item = QStandardItem(name)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setData(offer.id, _ID)
    item.setData(told, _ABOUT)
    item.setData(f"{name}, {told}" if told else name, Qt.ItemDataRole.AccessibleTextRole)
    if left is not None and offer.quota and offer.status is OfferStatus.ON_SALE:
        item.setData(left / max(1, offer.quota.total), _PART_LEFT)
    return item


class _TwoLines(QStyledItemDelegate):
    """Paints an offer's name with its description below; headings stand alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = QApplication.palette()  # the style sheet makes the list's own one fainter
        told = index.data(_ABOUT)
        inner = option.rect.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        bold = option.widget.font()
        bold.setBold(True)
        painter.setPen(
            palette.placeholderText().color() if told is None else palette.text().color()
        )
        if told is None:
            painter.setFont(bold)
            self._line(painter, inner, index.data(), Qt.AlignmentFlag.AlignBottom)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(palette.highlight().color())
            painter.setBrush(palette.alternateBase())
            painter.drawRoundedRect(
                option.rect.adjusted(1, 1, -2, -2), RADIUS["small"], RADIUS["small"]
            )
            painter.setPen(palette.text().color())
        painter.setFont(bold)
        top = Qt.AlignmentFlag.AlignTop if told else Qt.AlignmentFlag.AlignVCenter
        name_place = inner
        if index.data(_PART_LEFT) is not None:
            name_place = inner.adjusted(0, 0, -_BAR.width() - Space.M, 0)
        elif index.data(_BADGE):
            taken = painter.fontMetrics().horizontalAdvance(index.data(_BADGE)) + 2 * Space.M
            name_place = inner.adjusted(0, 0, -taken, 0)
        self._line(painter, name_place, index.data(), top)
        painter.setFont(option.widget.font())
        painter.setPen(palette.placeholderText().color())
        self._line(painter, inner, told, Qt.AlignmentFlag.AlignBottom)
        part = index.data(_PART_LEFT)
        if part is not None:
            self._bar(painter, inner, part)
        elif index.data(_BADGE):
            self._badge(painter, inner, index.data(_BADGE))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air; a heading has one."""
        line = option.widget.fontMetrics().height()
        heading = index.data(_ABOUT) is None
        return QSize(0, line + 2 * Space.S if heading else 2 * line + 2 * Space.S + Space.XS)

    @staticmethod
    def _badge(painter: QPainter, inner: QRect, said: str) -> None:
        """Sold out, or cancelled, at the end of the first line."""
        palette, metrics = QApplication.palette(), painter.fontMetrics()
        wide = metrics.horizontalAdvance(said) + 2 * Space.S
        place = QRect(inner.right() - wide, inner.top(), wide, metrics.height())
        painter.setPen(palette.mid().color())
        painter.setBrush(palette.alternateBase())
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(palette.text().color())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), said)

    @staticmethod
    def _bar(painter: QPainter, inner: QRect, part: float) -> None:
        """Paint the rest of the quota as a bar; the words beside it say the same."""
        palette = QApplication.palette()
        line = painter.fontMetrics().height()
        place = QRectF(inner.right() - _BAR.width(), inner.top(), _BAR.width(), _BAR.height())
        place.moveTop(inner.top() + (line - _BAR.height()) / 2)
        radius = _BAR.height() / 2
        painter.setPen(palette.placeholderText().color())
        painter.setBrush(palette.alternateBase())
        painter.drawRoundedRect(place, radius, radius)
        if part > 0:
            place.setWidth(max(_BAR.height(), place.width() * part))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.drawRoundedRect(place, radius, radius)

    @staticmethod
    def _line(painter: QPainter, place: QRect, text: str, where: Qt.AlignmentFlag) -> None:
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(where | Qt.AlignmentFlag.AlignLeft), fitting)
