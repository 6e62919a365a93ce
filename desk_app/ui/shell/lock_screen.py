"""The lock screen, which covers the whole window until the PIN is entered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.messages.sentences import sentences
from desk_app.services.scans import Scan
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.overlays import Overlay
from desk_app.ui.widgets.scroll import scrolled
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated


class LockScreen(Translated, Overlay):
    """Emits ``tried`` with the text entered. It shows no card, visit or venue."""

    tried = Signal(str)
    topmost = True

    def __init__(self, icons: Icons, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._language = language
        self._title = label("title", wrap=True)
        self._about = label("muted", wrap=True)
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._unlock = Button("primary")
        self._message = MessageBar(icons)
        self._small = label("small", wrap=True)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        inside.setSpacing(Space.M)
        inside.addWidget(IconLabel(icons, "lock", 28, round_it=True))
        for each in (self._title, self._about, self._pin, self._unlock, self._message):
            inside.addWidget(each)
        inside.addWidget(self._small)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(card)
        column.addStretch(1)
        across.addLayout(column, 2)
        across.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(middle))
        self._pin.returnPressed.connect(self._try)
        self._unlock.clicked.connect(self._try)
        self._retranslate()

    def set_default_focus(self) -> None:
        """Empty the field and focus it."""
        self._pin.clear()
        self._message.hide()
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refused(self, error: Exception) -> None:
        """Show why the window stays locked."""
        self._message.show_message("warning", " ".join(self._language.words.error(error)))
        self._pin.selectAll()
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        """The window's title meanwhile."""
        return self.tr("Locked")

    def handle_scan(self, scan: Scan) -> bool:
        """Ignore a card: it is not checked while locked."""
        del scan
        self._message.show_message("info", self.tr("Unlock first, then scan the card."))
        return True

    def _retranslate(self) -> None:
        self._title.setText(self.tr("The window is locked"))
        self._about.setText(
            self.tr("Recorded visits are safe and are still being sent. Enter the PIN to continue.")
        )
        self._pin.setPlaceholderText(self.tr("PIN"))
        self._pin.setAccessibleName(self.tr("PIN"))
        self._unlock.set_texts(self.tr("Unlock"))
        forgotten = self.tr(
            "Forgotten the PIN? An administrator of this computer can remove it with: {command}"
        )
        self._small.setText(
            sentences(
                self.tr(
                    "The lock keeps out a passer-by, but not a thief who has the computer's disk."
                ),
                forgotten.format(command="kaikuluukku forget-pin"),
            )
        )

    def _try(self) -> None:
        self.tried.emit(self._pin.text())
