"""A picker: a button that opens a searchable list, to choose one of many."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import TYPE, Space
from desk_app.ui.widgets.plain_text import plain

_ICON = 18
_SHORTEST = 10
"""Letters that are always in sight; the whole of it is in the open list."""


class Picker(QComboBox):
    """Emits ``picked`` with the key chosen; ``None`` is the entry for none of them."""

    picked = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setItemDelegate(QStyledItemDelegate(self))  # the plain one ignores the style sheet
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)
        self.setMaxVisibleItems(12)
        self.activated.connect(lambda place: self.picked.emit(self.itemData(place)))

    def set_options(self, entries: Sequence[tuple[Hashable | None, str]]) -> None:
        """Set the entries; the picked one stays, if it is still there."""
        entries = [(key, plain(name)) for key, name in entries]
        if entries == [
            (self.itemData(place), self.itemText(place)) for place in range(self.count())
        ]:
            return
        before = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for key, name in entries:
                self.addItem(name, key)
        self.show_picked(before)

    def show_picked(self, key: Hashable | None) -> None:
        """Show what is picked."""
        places = range(self.count())
        self.setCurrentIndex(next((n for n in places if self.itemData(n) == key), -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page past it picks nothing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as the style has it, with our arrow."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        side = round(_ICON * max(1.0, self.font().pixelSize() / TYPE["body"]))
        room = self.width() - side - 4 * Space.M
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        colour = self.palette().color(self.foregroundRole())
        place = QRect(self.width() - side - Space.M, (self.height() - side) // 2, side, side)
        painter.drawPixmap(
            place, self._icons.pixmap("down", colour, side, self.devicePixelRatioF())
        )
        painter.end()
