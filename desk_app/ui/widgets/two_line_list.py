"""A list of rows of two lines under headings, for keyboard, mouse and touch."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk_app.ui.appearance.theme import RADIUS, TARGET, Space
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.table_rows import DOT

_ID = Qt.ItemDataRole.UserRole
_ROW = Qt.ItemDataRole.UserRole + 1
_BAR = QSize(72, 6)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TALLEST = 10_000
_HEADING = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListRow:
    """What a row says: its name, and ``about`` it in smaller type below.

    At the end of the first line stands one of these: a ``badge`` in a frame, a ``state`` behind a
    dot of the colour ``ink``, or the ``part`` of something that is left, as a bar.
    """

    name: str
    about: str = ""
    badge: str = ""
    state: str = ""
    ink: str = ""
    part: float | None = None

    @property
    def spoken(self) -> str:
        """The row for screen readers; what the bar shows, ``about`` says too."""
        return ", ".join(each for each in (self.name, self.badge, self.state, self.about) if each)


class TwoLineList(QListView):
    """Emits ``moved`` when another row is current, ``chosen`` with its id on Enter or a press."""

    moved = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_TwoLines(self))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a heading may take other lines
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.activated.connect(self.choose)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def clear(self) -> None:
        """No rows."""
        self._rows.clear()

    def add_heading(self, text: str) -> None:
        """A heading, which nobody can choose."""
        heading = QStandardItem(plain(text))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self._rows.appendRow(heading)

    def add_row(self, row_id: UUID, row: ListRow) -> None:
        """One more row."""
        item = QStandardItem(plain(row.name))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setData(row_id, _ID)
        item.setData(row, _ROW)
        item.setData(plain(row.spoken), Qt.ItemDataRole.AccessibleTextRole)
        self._rows.appendRow(item)

    def show_current(self, row_id: UUID | None) -> None:
        """Make a row the current one, or the first of all where it is not in the list."""
        places = self.places()
        if places:
            first = next(iter(places.values()))
            place = first if row_id is None else places.get(row_id, first)
            self._select(place)

    def places(self) -> dict[UUID, int]:
        """The place of each row in the list, by its id; headings have places too."""
        ids = ((self._id(place), place) for place in range(self._rows.rowCount()))
        return {row_id: place for row_id, place in ids if row_id is not None}

    def current(self) -> UUID | None:
        """The id of the current row; ``None`` where there is none."""
        found: UUID | None = self.currentIndex().data(_ID)
        return found

    def handle_key(self, event: QKeyEvent) -> bool:
        """Arrows move from row to row, past the headings; Enter chooses."""
        if event.key() in _STEPS:
            self._move(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.currentIndex())
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys while the list itself has the keyboard; letters are the page's."""
        if self.handle_key(event):
            return
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def choose(self, index: QModelIndex) -> None:
        """Choose a row; a heading is none."""
        row_id = index.data(_ID)
        if row_id is not None:
            self.chosen.emit(row_id)

    def _id(self, row: int) -> UUID | None:
        found: UUID | None = self._rows.index(row, 0).data(_ID)
        return found

    def _select(self, place: int) -> None:
        """This one alone, whatever keys are held."""
        index = self._rows.index(place, 0)
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, only)
        self.scrollTo(index)

    def _move(self, by: int) -> None:
        row = self.currentIndex().row() + by
        while 0 <= row < self._rows.rowCount():
            if self._id(row) is not None:
                self._select(row)
                return
            row += by
        self.scrollToTop()  # the heading above the first row


class _TwoLines(QStyledItemDelegate):
    """Paints a row's name with what there is about it below; headings stand alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = QApplication.palette()  # the style sheet makes the list's own one fainter
        row: ListRow | None = index.data(_ROW)
        inner = option.rect.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        plain_font, bold = option.widget.font(), option.widget.font()
        bold.setBold(True)
        if row is None:
            painter.setPen(palette.placeholderText().color())
            painter.setFont(bold)
            painter.drawText(inner, _HEADING, index.data())
            painter.restore()
            return
        _ground(painter, option)
        painter.setFont(plain_font)
        taken = _end(painter, inner, row)
        painter.setPen(palette.text().color())
        painter.setFont(bold)
        top = Qt.AlignmentFlag.AlignTop if row.about else Qt.AlignmentFlag.AlignVCenter
        _line(painter, inner.adjusted(0, 0, -taken, 0), plain(row.name), top)
        painter.setFont(plain_font)
        painter.setPen(palette.placeholderText().color())
        _line(painter, inner, plain(row.about), Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air, or as many as there are; high enough for a thumb.

        A heading says why all below it are here: it is never cut.
        """
        line = option.widget.fontMetrics().height()
        row: ListRow | None = index.data(_ROW)
        if row is None:
            bold = QFont(option.widget.font())
            bold.setBold(True)
            room = QRect(0, 0, _room(option.widget) - 2 * Space.M, _TALLEST)
            lines = QFontMetrics(bold).boundingRect(room, _HEADING, index.data()).height()
            return QSize(0, max(line, lines) + 2 * Space.S)
        lines = 2 * line + Space.XS if row.about else line
        return QSize(0, max(TARGET, lines + 2 * Space.S))


def _room(view: QWidget) -> int:
    """The width of a row; the list's own bar takes its part."""
    return view.viewport().width() if isinstance(view, QListView) else view.width()


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """A row that is selected has a frame; the one under the pointer is tinted."""
    palette = QApplication.palette()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setPen(palette.highlight().color() if selected else Qt.PenStyle.NoPen)
    painter.setBrush(palette.alternateBase())
    painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), RADIUS["small"], RADIUS["small"])


def _end(painter: QPainter, inner: QRect, row: ListRow) -> int:
    """Draw what stands at the end of the first line; the width that it takes from the name."""
    if row.part is not None:
        _bar(painter, inner, row.part)
        return _BAR.width() + Space.M
    if row.badge:
        return _badge(painter, inner, row.badge) + Space.M
    return _state(painter, inner, row) + Space.M if row.state else 0


def _state(painter: QPainter, inner: QRect, row: ListRow) -> int:
    """A coloured dot, and the word that says the same."""
    metrics = painter.fontMetrics()
    wide = metrics.horizontalAdvance(row.state) + DOT + Space.S
    place = QRect(inner.right() - wide, inner.top(), wide, metrics.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(row.ink))
    painter.drawEllipse(place.left(), place.center().y() - DOT // 2 + 1, DOT, DOT)
    painter.setPen(QApplication.palette().text().color())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), row.state)
    return wide


def _badge(painter: QPainter, inner: QRect, text: str) -> int:
    """Sold out, or cancelled."""
    palette, metrics = QApplication.palette(), painter.fontMetrics()
    wide = metrics.horizontalAdvance(text) + 2 * Space.S
    place = QRect(inner.right() - wide, inner.top(), wide, metrics.height())
    painter.setPen(palette.mid().color())
    painter.setBrush(palette.alternateBase())
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(palette.text().color())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
    return wide


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


def _line(painter: QPainter, place: QRect, text: str, where: Qt.AlignmentFlag) -> None:
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(where | Qt.AlignmentFlag.AlignLeft), fitting)
