"""The navigation rail: a button for each page, with the number of waiting items."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import RING, TARGET, Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.plain_text import tool_tip

_MOST_SHOWN = 99
_NO_LIMIT = 1_000
_WIDEST = 0.13
"""The part of the window's width that names may take; wider ones go, and icons stay."""


class RailButton(Button):
    """An icon with its name below; ``waiting`` is the number in its corner."""

    icon_side = 24

    def __init__(self, icons: Icons, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("rail", icons, icon, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._compact = False
        self._most = _NO_LIMIT
        self._waiting = 0

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a state, not an option
        """Show the icon alone; the name is in the hint, and for screen readers as ever."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def set_most(self, height: int) -> None:
        """No higher than this as an icon alone; what a thumb needs, and the icon, stay."""
        if height != self._most:
            self._most = height
            self.updateGeometry()
            self.update()

    def show_waiting(self, count: int) -> None:
        """A number in the corner; none for 0."""
        if count != self._waiting:
            self._waiting = count
            self.update()

    def full_size(self) -> QSize:
        """The room that icon and name need together."""
        metrics = self.fontMetrics()
        side = max(self.minimumWidth(), metrics.horizontalAdvance(self._name()) + 2 * Space.M)
        height = 2 * Space.S + self.iconSize().height() + Space.XS + metrics.height()
        return QSize(side, max(height, self.minimumHeight()))

    def sizeHint(self) -> QSize:
        """The size of its icon, and of its name where there is room."""
        if not self._compact:
            return self.full_size()
        icon = self.iconSize().height()
        side = icon + 2 * Space.M
        height = min(side, max(self._most, icon + 2 * Space.XS, TARGET))
        return QSize(side, height).expandedTo(self.minimumSize())

    def minimumSizeHint(self) -> QSize:
        """The whole size: nothing of it is cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style draws the ground, we icon, name and number."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        size = self.iconSize()
        text = self.fontMetrics().height() + Space.XS
        top = (self.height() - size.height() - (0 if self._compact else text)) // 2
        place = QRect(QPoint((self.width() - size.width()) // 2, top), size)
        colour = self._colour()
        painter.drawPixmap(place, self._drawn(colour, size.height()))
        if not self._compact:
            painter.setPen(colour)
            below = self.rect().adjusted(0, place.bottom() + Space.XS, 0, 0)
            centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(below, int(centre), self._name())
        if self._waiting:
            self._draw_waiting(painter, place)
        painter.end()

    def _colour(self) -> QColor:
        """A style sheet tells a state's colour only to what it draws itself."""
        palette = QApplication.palette()
        return (palette.highlight() if self.isChecked() else palette.placeholderText()).color()

    def _draw_waiting(self, painter: QPainter, icon: QRect) -> None:
        text = str(self._waiting) if self._waiting <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
        metrics = self.fontMetrics()
        height = metrics.height()
        width = max(height, metrics.horizontalAdvance(text) + Space.S)
        place = QRect(icon.right() - Space.XS, icon.top() - Space.XS, width, height)
        inside = self.rect().marginsRemoved(QMargins(RING, RING, RING, RING))
        if place.right() > inside.right():  # no room beside the icon: the corner has it
            place.moveTopRight(inside.topRight())
        palette = QApplication.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.highlight())
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(palette.highlightedText().color())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _name(self) -> str:
        return self.text().replace("&&", "&")


class NavigationRail(QFrame):
    """The buttons; ``chosen`` carries the topic of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._icons = icons
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self._above = 0
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        self._column.setSpacing(Space.XS)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def add(self, topic: str, icon: str, *, at_foot: bool = False) -> None:
        """One more button; those at the foot come after the gap."""
        button = RailButton(self._icons, icon)
        button.clicked.connect(lambda: self.chosen.emit(topic))
        place = self._column.count() if at_foot else self._above
        self._column.insertWidget(place, button)
        self._above += not at_foot
        self._buttons[topic] = button

    def set_texts(self, topic: str, name: str, key: str) -> None:
        """The button's name, and its key."""
        button = self._buttons[topic]
        button.set_texts(name)
        button.setToolTip(tool_tip(f"{name} · {key}"))
        button.setAccessibleDescription(key)

    def show_waiting(self, topic: str, count: int, spoken: str) -> None:
        """Show the number that waits; name and number are ``spoken`` in full."""
        button = self._buttons[topic]
        button.setAccessibleName(spoken)
        button.show_waiting(count)

    def mark(self, *topics: str) -> None:
        """Mark the page that is in sight, and the help where it is open."""
        for name, button in self._buttons.items():
            button.setChecked(name in topics)
        if topics:
            self._scroll.ensureWidgetVisible(self._buttons[topics[0]], 0, Space.S)

    def button(self, topic: str) -> RailButton:
        """One of the buttons. Raises ``KeyError``."""
        return self._buttons[topic]

    def fit(self, window: QSize) -> None:
        """Show names where the window has room for all of them."""
        buttons = [button for button in self._buttons.values() if not button.isHidden()]
        if not buttons:
            return
        sizes = [button.full_size() for button in buttons]
        gaps = Space.XS * (len(buttons) - 1)
        margins = 2 * Space.S
        wide = max(size.width() for size in sizes) + 2 * Space.S
        high = sum(size.height() for size in sizes) + margins + gaps
        compact = wide > _WIDEST * window.width() or high > window.height()
        for button in buttons:
            button.set_compact(compact)
            # In large type, icons come closer together rather than being scrolled.
            button.set_most((window.height() - margins) // len(buttons))
        broad = max(button.sizeHint().width() for button in buttons) + 2 * Space.S
        needed = sum(button.sizeHint().height() for button in buttons) + margins
        together = needed + gaps > window.height()  # rather than a bar to scroll with
        self._column.setSpacing(0 if together else Space.XS)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(broad + 2 + (bar if needed > window.height() else 0))
