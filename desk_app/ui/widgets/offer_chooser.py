"""The list of offers with its search, in the place of the verdict while it is open."""

from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.icons import Icons
from desk_app.ui.language import Language
from desk_app.ui.models.offer_list import grouped
from desk_app.ui.models.offer_words import GROUPS, about
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.number_field import KeyedField
from desk_app.ui.widgets.styling import label

_ID = Qt.ItemDataRole.UserRole
_ABOUT = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class OfferChooser(QFrame):
    """``chosen`` bears the offer's id; ``closed`` says that nothing was chosen."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        icons: Icons,
        language: Language,
        surroundings: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chooser")
        self._language = language
        self._surroundings = surroundings
        self._current: UUID | None = None
        self._title = label("title", wrap=True)
        self._close = Button("quiet", icons, "close")
        self.search = KeyedField(self._key)
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_TwoLines(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._nothing = label("muted", wrap=True)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._close.clicked.connect(self.closed)
        self.search.textChanged.connect(self._fill)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        surroundings.changed.connect(self._fill)
        self._retranslate()

    def open(self, current: UUID | None) -> None:
        """Begin with the whole list and the offer that is being sold."""
        self._current = current
        self.search.clear()
        self._fill()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that the list or a button left over."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What are you selling?"))
        self._close.setAccessibleName(self.tr("Close the list"))
        self._close.setToolTip(self.tr("Close the list"))
        self.search.setPlaceholderText(self.tr("Search by name or place"))
        self.search.setAccessibleName(self.tr("Search by name or place"))
        self._list.setAccessibleName(self.tr("Offers"))
        self._nothing.setText(self.tr("Nothing is found by these words."))
        self._fill()

    def _fill(self) -> None:
        now, zone, words = self._surroundings.now(), self._surroundings.zone, self._language.words
        self._model.clear()
        found = grouped(self._surroundings.offers, self.search.text(), now, zone)
        for group, offers in found:
            heading = QStandardItem(words.translate("Offers", GROUPS[group]))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(heading)
            for offer in offers:
                name, told = words.offer_name(offer), about(offer, words, now, zone)
                item = QStandardItem(name)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setData(offer.id, _ID)
                item.setData(told, _ABOUT)
                item.setData(
                    f"{name}, {told}" if told else name, Qt.ItemDataRole.AccessibleTextRole
                )
                self._model.appendRow(item)
        self._nothing.setVisible(not found)
        self._start_at_current()

    def _start_at_current(self) -> None:
        places = [row for row in range(self._model.rowCount()) if self._id(row) is not None]
        if places:
            kept = [row for row in places if self._id(row) == self._current]
            self._list.setCurrentIndex(self._model.index((kept or places)[0], 0))

    def _id(self, row: int) -> UUID | None:
        found: UUID | None = self._model.index(row, 0).data(_ID)
        return found

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        row = self._list.currentIndex().row() + by
        while 0 <= row < self._model.rowCount():
            if self._id(row) is not None:
                self._list.setCurrentIndex(self._model.index(row, 0))
                return
            row += by
        self._list.scrollToTop()  # the heading above the first offer

    def _choose(self, index: QModelIndex) -> None:
        offer_id = index.data(_ID)
        if offer_id is not None:
            self.chosen.emit(offer_id)


class _TwoLines(QStyledItemDelegate):
    """An offer's name with what is said about it below; headings stand alone."""

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
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 10, 10)
            painter.setPen(palette.text().color())
        painter.setFont(bold)
        top = Qt.AlignmentFlag.AlignTop if told else Qt.AlignmentFlag.AlignVCenter
        self._line(painter, inner, index.data(), top)
        painter.setFont(option.widget.font())
        painter.setPen(palette.placeholderText().color())
        self._line(painter, inner, told, Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Two lines and air; a heading has one."""
        line = option.widget.fontMetrics().height()
        heading = index.data(_ABOUT) is None
        return QSize(0, line + 2 * Space.S if heading else 2 * line + 2 * Space.S + Space.XS)

    @staticmethod
    def _line(painter: QPainter, place: QRect, text: str, where: Qt.AlignmentFlag) -> None:
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(where | Qt.AlignmentFlag.AlignLeft), fitting)
