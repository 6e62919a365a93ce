"""Buttons that take no focus by the mouse, and react to Enter."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import RADIUS, RING, TYPE, Space
from desk_app.ui.widgets.plain_text import plain, unbroken

_COLOURED = frozenset(
    {QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.EnabledChange}
)
"""What may bring another colour of the text."""
_TALLEST = 10_000
_INSET = 5
"""From the edge of a filled button to the ring within it."""
_SLACK = 4
"""Pixels by which two ways to measure a text differ at most."""
_WRAPPED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class Button(QPushButton):
    """A button. ``role`` is one that the style sheet knows, or empty.

    The focus stays with the number field when somebody clicks; Tab comes here all the same.
    """

    icon_side = 20
    _icon = ""

    def __init__(
        self,
        role: str = "",
        icons: Icons | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon = icon
        self._only_when_on = False
        self._look: tuple[object, ...] | None = None
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_texts(self, text: str, name: str | None = None) -> None:
        """The text on it, and its name for a screen reader where that says more."""
        self.setText(plain(text).replace("&", "&&"))
        self.setAccessibleName(plain(name or text))

    def sizeHint(self) -> QSize:
        """The size with room for the heavier type of a checked button: Qt measures the other."""
        hint = super().sizeHint()
        if self.isCheckable():
            heavy = QFont(self.font())
            heavy.setWeight(QFont.Weight.DemiBold)
            text = self.text()
            wider = QFontMetrics(heavy).horizontalAdvance(text)
            hint += QSize(max(0, wider - self.fontMetrics().horizontalAdvance(text)), 0)
        return hint

    def show_icon_when_on(self) -> None:
        """Show the icon only while the button is checked."""
        self._only_when_on = True
        self.toggled.connect(lambda _: self._draw_icon())

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the text colour."""
        super().changeEvent(event)
        if self._icon and event.type() in _COLOURED:
            self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; a held key does so once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _draw_icon(self) -> None:
        if self._icons is None or not self._icon:
            return
        side = round(self.icon_side * max(1.0, self.font().pixelSize() / TYPE["body"]))
        ink = self._ink()
        is_shown = self.isChecked() or not self._only_when_on
        look = (is_shown, side, self.devicePixelRatioF(), ink.name())
        if look == self._look:
            return
        self._look = look
        if not is_shown:
            self.setIcon(QIcon())
            return
        self.setIconSize(QSize(side, side))
        drawn, icon = self._drawn(ink, side), QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            icon.addPixmap(drawn, mode)
        self.setIcon(icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled button keeps its fill while it has the keyboard: the ring is within."""
        super().paintEvent(event)
        self._draw_ring()

    def _paint_without_text(self) -> QStylePainter:
        """Paint the button as the style does, and return the painter that is to add the text."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        return painter

    def _draw_ring(self) -> None:
        if not (self.hasFocus() and self.isEnabled() and self.property("role") == "primary"):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QApplication.palette().highlightedText().color(), RING))
        ring = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(ring, RADIUS["small"], RADIUS["small"])
        painter.end()

    def _ink(self) -> QColor:
        """The text colour."""
        return self.palette().color(self.foregroundRole())

    def _drawn(self, colour: QColor, side: int) -> QPixmap:
        if self._icons is None:
            return QPixmap()
        return self._icons.pixmap(self._icon, colour, side, self.devicePixelRatioF())


_MEASURES = 100
"""So many heights are remembered: one for each width and text of late."""


class WrappingButton(Button):
    """A button whose text may take several lines: large type cuts nothing off.

    A ``key`` that presses it is drawn at its end, where there is room for it.
    """

    def __init__(self, role: str = "", key: str = "") -> None:
        super().__init__(role)
        self._key = key
        self._heights: dict[tuple[int, str], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """The size with room for its text in one line, and for its key."""
        text = self.fontMetrics().boundingRect(self._spoken()).width()
        wide = text + self._width_of_key + 2 * Space.L + _SLACK
        return super().sizeHint().expandedTo(QSize(wide, 0))

    def hasHeightForWidth(self) -> bool:
        """The text decides."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text at this width, with some air; measured once, asked for often."""
        asked = (width, self._spoken())
        if len(self._heights) > _MEASURES:
            self._heights.clear()
        if asked not in self._heights:
            place = QRect(0, 0, width - 2 * Space.L, _TALLEST)
            text = self.fontMetrics().boundingRect(place, _WRAPPED, asked[1])
            self._heights[asked] = max(self.sizeHint().height(), text.height() + 2 * Space.M)
        return self._heights[asked]

    def changeEvent(self, event: QEvent) -> None:
        """A new font or style measures anew."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._heights.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style draws the button, we its text and its key."""
        del event
        painter = self._paint_without_text()
        painter.setPen(self._ink())
        painter.drawText(self._text_place(), _WRAPPED, self._spoken())
        cap = self.key_place()
        if cap is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)
        painter.end()
        self._draw_ring()

    def key_place(self) -> QRect | None:
        """Where the key is drawn; ``None`` where there is none, or no room beside the text."""
        if not self._key:
            return None
        place = self._place()
        cap = QRect(0, 0, self._width_of_key - Space.M, self.fontMetrics().height() + Space.XS)
        cap.moveCenter(self.rect().center())
        cap.moveRight(place.right())
        wide = self.fontMetrics().boundingRect(place, _WRAPPED, self._spoken()).width()
        return cap if wide <= place.width() - self._width_of_key else None

    @property
    def _width_of_key(self) -> int:
        """The width of the key, and of the gap before it."""
        if not self._key:
            return 0
        return self.fontMetrics().horizontalAdvance(self._key) + 2 * Space.S + Space.M

    def _place(self) -> QRect:
        return self.rect().adjusted(Space.L, 0, -Space.L, 0)

    def _text_place(self) -> QRect:
        """In the middle of a wide button; beside its key in a narrow one."""
        place = self._place()
        if self.key_place() is None:
            return place
        wide = self.fontMetrics().boundingRect(place, _WRAPPED, self._spoken()).width()
        left = place.width() - 2 * self._width_of_key >= wide
        return place if left else place.adjusted(0, 0, -self._width_of_key, 0)

    def _spoken(self) -> str:
        return unbroken(self.text().replace("&&", "&"))
