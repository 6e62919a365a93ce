"""A card for one rejected operation: its description, and a button for each resolution."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desk_app.messages import Messages
from desk_app.services.ports import RejectedItem, Resolution
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button, WrappingButton
from desk_app.ui.widgets.confirm import ConfirmButton
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.focus_scrolling import bring_into_sight
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.switch import Switch
from sync.rules.visits import LONGEST_NOTE

KEYS = {
    Qt.Key.Key_F6: Resolution.CORRECT,
    Qt.Key.Key_F7: Resolution.AGAIN,
    Qt.Key.Key_F8: Resolution.WITHDRAW,
    Qt.Key.Key_F9: Resolution.NOTE,
}
_KEY_NAMES = {remedy: Qt.Key(key).name.removeprefix("Key_") for key, remedy in KEYS.items()}


class RejectedItemCard(QFrame):
    """Shows an item. ``asked`` carries the resolution wanted, and ``noted`` the note written."""

    asked = Signal(object)
    noted = Signal(str)
    stopped = Signal()
    """No note is being written any more."""

    def __init__(self, item: RejectedItem, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._summary = label("strong", wrap=True)
        self._about = label("muted", wrap=True)
        self._buttons = {
            remedy: WrappingButton("", _KEY_NAMES[remedy])
            for remedy in item.resolutions
            if remedy is not Resolution.WITHDRAW
        }
        self._withdraw = ConfirmButton("", icons, "withdraw")
        self.mark = Switch()
        self._mark_name = label("body")
        self._mark_name.setBuddy(self.mark)
        self._marking = in_a_row(self.mark, self._mark_name)
        self._marking.hide()
        self._note = QLineEdit()
        self._note.setMaxLength(LONGEST_NOTE)
        self._save = Button("primary", icons, "check")
        self._close = Button("")
        row = in_a_row(*self._buttons.values())
        if Resolution.WITHDRAW in item.resolutions:
            layout = row.layout()
            if layout is not None:
                layout.addWidget(self._withdraw)
        self._writing = QWidget()
        column = QVBoxLayout(self._writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._note)
        column.addWidget(in_a_row(self._save, self._close))
        self._writing.hide()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, Space.S, 0, Space.S)
        around.setSpacing(Space.S)
        for each in (self._summary, self._about, row, self._marking, self._writing):
            around.addWidget(each)
        for remedy, button in self._buttons.items():
            button.clicked.connect(lambda _=False, remedy=remedy: self.begin(remedy))
        self._withdraw.confirmed.connect(lambda: self.asked.emit(Resolution.WITHDRAW))
        self._save.clicked.connect(self._give_note)
        self._note.returnPressed.connect(self._give_note)
        self._close.clicked.connect(self._stop_writing)

    def say(self, summary: str, about: str, words: Messages) -> None:
        """Set the texts in the current language; buttons name the visit for screen readers."""
        self._summary.setText(summary)
        self._about.setText(about)
        for remedy, button in self._buttons.items():
            action = words.remedy(remedy)
            button.say(action, f"{action}: {summary}")
        if self.item.offer is None:
            self._withdraw.say(
                words.remedy(Resolution.WITHDRAW),
                self.tr("Withdraw this visit?"),
                self.tr("Withdraw the visit"),
                self.tr("Do not withdraw"),
            )
        else:
            self._withdraw.say(
                self.tr("Remove the offer"),
                self.tr("Remove this offer? Its visits are kept and counted."),
                self.tr("Remove"),
                self.tr("Keep the offer"),
            )
        self._withdraw.button.setToolTip(_KEY_NAMES[Resolution.WITHDRAW])
        self._mark_name.setText(self.tr("Select for withdrawal"))
        self.mark.setAccessibleName(plain(f"{self._mark_name.text()}: {summary}"))
        said = self.tr("Note to Kaikukeskus (do not write names)")
        self._note.setPlaceholderText(said)
        self._note.setAccessibleName(said)
        self._save.say(self.tr("Send with this note"))
        self._close.say(self.tr("Do not send"))

    def begin(self, remedy: Resolution) -> None:
        """Do what a button or a key asks for, where it can be done."""
        if remedy not in self.item.resolutions:
            return
        if remedy is Resolution.WITHDRAW:
            self._withdraw.button.click()
        elif remedy is Resolution.NOTE:
            self._writing.show()
            self._note.setFocus(Qt.FocusReason.TabFocusReason)
            # With its buttons, once they have found their place.
            QTimer.singleShot(0, self._writing, lambda: bring_into_sight(self._writing))
        else:
            self.asked.emit(remedy)

    def let_mark(self, *, marked: bool) -> None:
        """It is one of several that can be withdrawn together."""
        self.mark.setChecked(marked)
        self._marking.show()

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return self._writing.isVisible()

    def take_keyboard(self) -> None:
        """The likeliest action has it."""
        next(iter(self._buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the writing of a note."""
        if event.key() == Qt.Key.Key_Escape and self._writing.isVisible():
            self._stop_writing()
        else:
            super().keyPressEvent(event)

    def _give_note(self) -> None:
        note = self._note.text().strip()
        if note:
            self._stop_writing()  # the text stays in the field, should it not be taken
            self.noted.emit(note)

    def _stop_writing(self) -> None:
        self._writing.hide()
        self.stopped.emit()
        self._buttons[Resolution.NOTE].setFocus(Qt.FocusReason.TabFocusReason)
