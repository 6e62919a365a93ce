"""A table with its header, keys, and empty and loading states."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHoverEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.empty_state import EmptyState
from desk_app.ui.widgets.focus_scrolling import scroll_to_row
from desk_app.ui.widgets.table_rows import DOT, Index, Rows

T = TypeVar("T")
_WIDE_LINES = 7
"""A wide column that is narrower than so many lines of text, and than its texts, is too narrow."""
_SLACK = 2
"""Pixels by which a text may be wider than the widest of all: widths are compared when rounded."""
_LOOKED_AT = 200
"""Rows that a column's width is found by: to look at a season's visits would be felt."""


class _WholeRow(QStyledItemDelegate):
    """A row under the pointer is tinted as a whole; the ring around the view is ring enough."""

    under = -1

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Each cell of the row alike."""
        super().initStyleOption(option, index)
        option.state &= ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        if index.row() == self.under:
            option.state |= QStyle.StateFlag.State_MouseOver


class _View(QTableView):
    """Rows as a whole; Enter is for :class:`Table`, and Escape for the page."""

    entered_key = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._painter = _WholeRow(self)
        self.setItemDelegate(self._painter)
        self.setIconSize(QSize(DOT, DOT))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def viewportEvent(self, event: QEvent) -> bool:
        """Another row may be under the pointer, also where the table came up beneath it."""
        if isinstance(event, QHoverEvent):
            is_over = event.type() is not QEvent.Type.HoverLeave
            self._point(self.rowAt(event.position().toPoint().y()) if is_over else -1)
            return False  # Qt would tint one cell alone
        return super().viewportEvent(event)

    def _point(self, row: int) -> None:
        if row != self._painter.under:
            self._painter.under = row
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, pages and ends move; letters are left to the page, and so are Tab and Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered_key.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            rows = self.model().rowCount()
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else rows - 1)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class Table(QFrame, Generic[T]):
    """Shows a :class:`Rows`. ``picked`` when another row is current, ``activated`` on Enter."""

    picked = Signal()
    activated = Signal()

    def __init__(self, rows: Rows[T], icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self.rows = rows
        self._loading = False
        self._whole = False
        self._widths: list[int] = []
        self._view = _View()
        self._view.setModel(rows)
        self._view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setTabKeyNavigation(False)
        self._view.setShowGrid(False)
        self._view.setWordWrap(False)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.verticalHeader().hide()
        self._view.horizontalHeader().setHighlightSections(False)
        self._view.horizontalHeader().setMinimumHeight(0)
        self.empty = EmptyState(icons)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        rows.modelReset.connect(self._lay_out)
        rows.rowsInserted.connect(lambda _, first: self._measure_from(first))
        rows.dataChanged.connect(lambda first: self._measure_from(first.row()))
        self._view.selectionModel().currentRowChanged.connect(self._moved)
        self._view.entered_key.connect(self._activate)
        self._view.copied.connect(self.copy)
        self._view.doubleClicked.connect(lambda _: self._activate())
        self._lay_out()

    def set_texts(self, name: str) -> None:
        """Set the table's name, for screen readers."""
        self._view.setAccessibleName(name)

    def select_many(self) -> None:
        """Let several rows be marked: with Shift, Ctrl, or all of them by Ctrl+A."""
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def show_whole(self) -> None:
        """Be as high as all rows: the page around the table scrolls, and not the table in it."""
        self._whole = True
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def copy(self, *, whole: bool = False) -> None:
        """Copy what is marked, or the whole table, with its titles: spreadsheets take it as it is.

        Ctrl+C does; where nothing is marked, all is meant.
        """
        marked = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        QGuiApplication.clipboard().setText(self.rows.tabbed(None if whole else marked or None))

    @property
    def wanted_width(self) -> int:
        """The width at which nothing of it has to be scrolled sideways."""
        around = max(0, self.width() - self._view.maximumViewportSize().width())
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._view)
        return sum(self._needed()) + around + bar + Space.S

    def show_loading(self, *, loading: bool) -> None:
        """Set whether the rows are loading; what is shown stays meanwhile."""
        self._loading = loading
        self._lay_out()

    def current(self) -> T | None:
        """The row that acts are for."""
        index = self._view.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def pick(self, place: int | None) -> None:
        """Make a row the current one."""
        if place is None:
            self._view.selectionModel().clear()
            self.picked.emit()
        else:
            self._view.selectRow(place)

    def set_default_focus(self) -> None:
        """Focus the table, with a current row where there is any."""
        if self.rows.rowCount() and not self._view.currentIndex().isValid():
            self._view.selectionModel().setCurrentIndex(
                self.rows.index(0, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )
        self._view.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Rows follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wide columns keep a width at which they can be read; then the table scrolls sideways."""
        super().resizeEvent(event)
        self._fit()

    def _moved(self, current: Index) -> None:
        """A row that acts are for is seen to be: Qt's own makes one current without marking it."""
        if current.isValid() and not self._view.selectionModel().hasSelection():
            self._view.selectRow(current.row())
        if self._whole and self._view.hasFocus():
            scroll_to_row(self._view)
        self.picked.emit()

    def _activate(self) -> None:
        if self.current() is not None:
            self.activated.emit()

    def _lay_out(self) -> None:
        empty = self.rows.rowCount() == 0
        self._stack.setCurrentWidget(self.empty if empty else self._view)
        self.empty.show_loading(loading=self._loading)
        line = self._view.fontMetrics().height()
        self._view.verticalHeader().setDefaultSectionSize(line + 2 * Space.M)
        self._view.horizontalHeader().setMinimumSectionSize(3 * line)
        self._measure_from(0)
        self.picked.emit()

    def _measure_from(self, first: int) -> None:
        """See how wide the columns have to be; rows from this one on are others than before."""
        if first < _LOOKED_AT:
            self._widths = [self._width(place) for place in range(len(self.rows.columns))]
            self._fit()

    def _width(self, place: int) -> int:
        """The width that a column needs. Qt would ask some seven things of every cell."""
        header = self._view.horizontalHeader().sectionSizeHint(place)
        texts = self.rows.texts(place, _LOOKED_AT)
        if not texts:
            return header
        metrics = self._view.fontMetrics()
        widest = max(dict.fromkeys(texts), key=metrics.horizontalAdvance)
        # The padding around a text is the theme's: it is measured at one cell.
        at = texts.index(widest)
        wide = self._view.sizeHintForIndex(self.rows.index(at, place)).width()
        return max(header, wide + _SLACK)

    def _needed(self) -> list[int]:
        """The least width of each column."""
        most = _WIDE_LINES * self._view.fontMetrics().height()
        columns = zip(self._widths, self.rows.columns, strict=False)  # these may be new ones
        return [min(most, width) if column.wide else width for width, column in columns]

    def _fit(self) -> None:
        header = self._view.horizontalHeader()
        needed = self._needed()
        wide = [place for place, column in enumerate(self.rows.columns) if column.wide]
        fits = sum(needed) <= self._view.viewport().width()
        for place, width in enumerate(needed):
            stretched = fits and place in wide
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(place, mode)
            if not stretched:
                header.resizeSection(place, width)
        if self._whole:
            self._fit_height()

    def _fit_height(self) -> None:
        """The height of the titles and all rows, and of a bar where the table scrolls sideways."""
        sideways = self._view.horizontalHeader().length() > self._view.viewport().width()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._view)
        frames = (self, self._column, self._view)
        self.setFixedHeight(
            self._view.horizontalHeader().sizeHint().height()
            + self._view.verticalHeader().length()
            + (bar if sideways else 0)
            + sum(each.top() + each.bottom() for each in (f.contentsMargins() for f in frames))
        )
