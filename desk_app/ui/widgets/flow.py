"""A layout of items in a row that wraps to further rows, so that large type fits."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desk_app.ui.appearance.theme import Space


class FlowLayout(QLayout):
    """Items side by side, and the rest in further rows.

    ``gap`` is between items, and between rows too unless these have a ``row_gap`` of their own.

    What was measured holds until an item has changed: Qt asks many times for each change.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = Space.S, row_gap: int | None = None
    ) -> None:
        super().__init__(parent)
        self._gap = gap
        self._row_gap = gap if row_gap is None else row_gap
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        """An item has changed: measure anew."""
        self._heights.clear()
        self._hint = self._least = None
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """The directions in which it takes more room than it needs: none."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The width decides how many rows there are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at this width."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        if self._hint is None:
            sizes = [_size_hint(item) for item in self._shown()]
            width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
            high = max((size.height() for size in sizes), default=0)
            self._hint = self._framed(QSize(width, high))
        return self._hint

    def minimumSize(self) -> QSize:
        """The largest item alone, with all of its text.

        A style sheet's ``min-width`` would count as enough for any text.
        """
        if self._least is not None:
            return self._least
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
            if (widget := item.widget()) is not None:
                least = least.expandedTo(widget.minimumSizeHint())
        self._least = self._framed(least)
        return self._least

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _framed(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _lay(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        place = rect.marginsRemoved(margins)
        y = place.y()
        for number, row in enumerate(self._rows(place.width())):
            y += self._row_gap if number else 0
            line = max(size.height() for _, _, size in row)
            for item, x, size in row:
                if move:
                    middle = (line - size.height()) // 2
                    item.setGeometry(QRect(QPoint(place.x() + x, y + middle), size))
            y += line
        return y - rect.y() + margins.bottom()

    def _rows(self, room: int) -> list[list[tuple[QLayoutItem, int, QSize]]]:
        """The items of each row, their offsets and sizes."""
        rows: list[list[tuple[QLayoutItem, int, QSize]]] = []
        x = 0
        for item in self._shown():
            hint = _size_hint(item)
            width = min(hint.width(), room)
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if not rows or x + width > room:
                rows.append([])
                x = 0
            rows[-1].append((item, x, QSize(width, height)))
            x += width + self._gap
        return rows


def _size_hint(item: QLayoutItem) -> QSize:
    """The size that an item wants, also of a widget that takes whatever width it is given."""
    hint = item.sizeHint()
    widget = item.widget()
    if widget is None:
        return hint
    return hint.expandedTo(widget.sizeHint().boundedTo(widget.maximumSize()))


def in_a_row(*widgets: QWidget, gap: int = Space.S) -> QWidget:
    """Widgets side by side, each as wide as it needs to be, with their middles on one line."""
    row = QWidget()
    flow = FlowLayout(row, gap)
    for widget in widgets:
        flow.addWidget(widget)
    return row
