"""A message within the page: never a pop-up."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import MessageTone, Space
from desk_app.ui.widgets.announce import announce
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.styling import label, restyle
from desk_app.ui.widgets.translated import Translated

_ICONS = {"success": "check", "warning": "warning", "error": "stop", "info": "info"}
_GOOD_NEWS_MS = 8_000
"""How long good news is shown; other messages stay until they are closed."""


class MessageBar(Translated, QFrame):
    """A message, hidden until there is one; ``acted`` when its button is pressed.

    A message that has to stay is not ``closable``.
    """

    acted = Signal()

    def __init__(
        self, icons: Icons, parent: QWidget | None = None, *, closable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._icon = IconLabel(icons, "info", 20)
        self._text = label("body", wrap=True)
        self._action = Button("plain")
        self._close = Button("plain", icons, "close")
        if not closable:
            self._close.hide()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.hide)
        self._retranslate()
        self.hide()

    def show_message(
        self, tone: MessageTone, text: str, *, action: str = "", passing: bool = False
    ) -> None:
        """Say something, with a button where there is something to ``act`` on.

        What is ``passing`` goes by itself after a while. An empty text hides the message.
        """
        self._text.setText(text)
        self._timer.stop()
        if not text:
            self.hide()
            return
        self._icon.show_icon(_ICONS[tone])
        self._action.set_texts(action)
        self._action.setVisible(bool(action))
        restyle(self, "tone", tone)
        self.show()
        if passing:
            self._timer.start(_GOOD_NEWS_MS)
        announce(self, text)

    def sizeHint(self) -> QSize:
        """The height that the text needs where the bar stands: a column gives it no more."""
        needed = self.heightForWidth(self.width())
        return super().sizeHint().expandedTo(QSize(0, needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def text(self) -> str:
        """The message shown."""
        return self._text.text() if self.isVisible() else ""

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.setToolTip(self.tr("Dismiss this message"))
