"""Buttons that take no focus by the mouse, and react to Enter."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPaintEvent, QPixmap
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
from desk_app.ui.appearance.theme import TYPE, Space
from desk_app.ui.widgets.plain_text import plain

_TALLEST = 10_000
_WRAPPED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class Button(QPushButton):
    """A button. ``role`` is one that the style sheet knows, or empty.

    The focus stays with the number field when somebody clicks; Tab comes here all the same.
    """

    icon_side = 20

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
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str, name: str | None = None) -> None:
        """The text on it, and its name for a screen reader where that says more."""
        self.setText(plain(text).replace("&", "&&"))
        self.setAccessibleName(plain(name or text))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """With room for the heavier type that a checked button has: Qt measures the other."""
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

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The icon follows the text colour."""
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.EnabledChange,
        ):
            self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses; a held key does so once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _draw_icon(self) -> None:
        if self._icons is None or not self._icon:
            return
        if self._only_when_on and not self.isChecked():
            self.setIcon(QIcon())
            return
        side = round(self.icon_side * max(1.0, self.font().pixelSize() / TYPE["body"]))
        self.setIconSize(QSize(side, side))
        plain, focused = (self._drawn(self._ink(focused=on), side) for on in (False, True))
        icon = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            icon.addPixmap(plain, mode)
        icon.addPixmap(focused, QIcon.Mode.Active)  # Qt's word for a button with the keyboard
        self.setIcon(icon)

    def _ink(self, *, focused: bool) -> QColor:
        """A style sheet tells a state's colour only to what it draws itself."""
        if focused and self.isEnabled() and self.property("role") == "primary":
            return QApplication.palette().highlight().color()
        return self.palette().color(self.foregroundRole())

    def _drawn(self, colour: QColor, side: int) -> QPixmap:
        if self._icons is None:
            return QPixmap()
        return self._icons.pixmap(self._icon, colour, side, self.devicePixelRatioF())


class WrappingButton(Button):
    """A button whose text may take several lines: large type cuts nothing off."""

    def __init__(self, role: str = "") -> None:
        super().__init__(role)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The text decides."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the text at this width, with some air."""
        place = QRect(0, 0, width - 2 * Space.L, _TALLEST)
        text = self.fontMetrics().boundingRect(place, _WRAPPED, self._spoken())
        return max(self.sizeHint().height(), text.height() + 2 * Space.M)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The style draws the button, we its text."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setPen(self._ink(focused=self.hasFocus()))
        painter.drawText(self.rect().adjusted(Space.L, 0, -Space.L, 0), _WRAPPED, self._spoken())
        painter.end()

    def _spoken(self) -> str:
        return self.text().replace("&&", "&")
