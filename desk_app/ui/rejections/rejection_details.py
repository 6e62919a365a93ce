"""The rejected operations that are selected: what became of them, and a button for each act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.messages import Messages
from desk_app.services.inbox_items import Resolution
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button, WrappingButton
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.scroll import scrolled_as_needed
from desk_app.ui.widgets.state_line import StateLine
from desk_app.ui.widgets.styling import label, restyle
from desk_app.ui.widgets.translated import Translated
from sync.rules.visits import LONGEST_NOTE

KEYS: Final[Mapping[Qt.Key, Resolution]] = {
    Qt.Key.Key_F5: Resolution.SEEN,
    Qt.Key.Key_F6: Resolution.CORRECT,
    Qt.Key.Key_F7: Resolution.AGAIN,
    Qt.Key.Key_F9: Resolution.NOTE,
    Qt.Key.Key_F8: Resolution.WITHDRAW,
}
"""In the order of the buttons: the first that can be done is the likeliest."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The rejected operations that are selected, and what is said of them.

    ``is_offer`` where it is one that the venue added. ``alike`` is the number of all those with the
    same reason, where there are more of them.
    """

    ids: tuple[UUID, ...]
    what: str
    why: str
    advice: str
    about: str
    state: str
    ink: str
    resolutions: Sequence[Resolution]
    alike: int = 0
    is_offer: bool = False


class RejectionDetails(Translated, QFrame):
    """``asked`` carries ids and the resolution wanted, ``noted`` ids and the note written.

    A question or a note stands in the place of the buttons; ``closed`` when it goes.
    """

    asked = Signal(object, object)
    noted = Signal(object, str)
    closed = Signal()
    alike_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._words: Messages | None = None
        self._selection: Selection | None = None
        self._what, self._about = label("title", wrap=True), label("muted", wrap=True)
        self._state = StateLine()
        self._why, self._advice = label("strong", wrap=True), label("body", wrap=True)
        self._alike = Button("link")
        self._buttons = {
            resolution: WrappingButton("", Qt.Key(key).name.removeprefix("Key_"))
            for key, resolution in KEYS.items()
        }
        self._acts = in_a_row(*self._buttons.values())
        self._question = label("strong", wrap=True)
        self._keep, self._withdraw = Button(""), Button("danger")
        self._note = QLineEdit()
        self._note.setMaxLength(LONGEST_NOTE)
        self._send, self._stop = Button("primary"), Button("")
        self._asking = _below(self._question, in_a_row(self._keep, self._withdraw))
        self._writing = _below(self._note, in_a_row(self._send, self._stop))
        self._foot = _below(self._acts, self._asking, self._writing)
        lines = (self._what, self._about, self._state, self._why, self._advice)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(0, 0, Space.S, 0)
        self._inner.setSpacing(Space.S)
        for each in (*lines, in_a_row(self._alike)):
            self._inner.addWidget(each)
        inner = QWidget()
        inner.setLayout(self._inner)
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        self._around.setSpacing(Space.S)
        self._around.addWidget(scrolled_as_needed(inner))
        self._around.addWidget(self._foot)
        self._around.addStretch(1)
        self._connect()
        self._show_foot(self._acts)

    def _connect(self) -> None:
        for resolution, button in self._buttons.items():
            button.clicked.connect(lambda _=False, resolution=resolution: self.begin(resolution))
        self._alike.clicked.connect(self.alike_wanted)
        self._keep.clicked.connect(self.close_foot)
        self._stop.clicked.connect(self.close_foot)
        self._withdraw.clicked.connect(self._confirm)
        self._send.clicked.connect(self._give_note)
        self._note.returnPressed.connect(self._give_note)

    @property
    def in_work(self) -> bool:
        """Whether a question is open, or a note is being written: the selection stays meanwhile."""
        return self._acts.isHidden()

    def place_acts(self, *, first: bool) -> None:
        """Place the actions ``first`` where there is little height; the rest can be scrolled to."""
        if first and self._inner.indexOf(self._foot) < 0:
            self._inner.insertWidget(0, self._foot)
        elif not first and self._around.indexOf(self._foot) < 0:
            self._around.insertWidget(1, self._foot)

    def show_selection(self, selection: Selection | None, words: Messages) -> None:
        """Show what is selected; ``None`` where nothing is."""
        before, self._selection, self._words = self._selection, selection, words
        if before is None or selection is None or before.ids != selection.ids:
            self._note.clear()
            self._show_foot(self._acts)
        self.setVisible(selection is not None)
        if selection is None:
            return
        self._state.show_state(selection.state, selection.ink)
        for shown, text in (
            (self._why, selection.why),
            (self._advice, selection.advice),
            (self._what, selection.what),
            (self._about, selection.about),
        ):
            _show_text(shown, text)
        self._alike.setVisible(selection.alike > 0)
        self._alike.set_texts(self.tr("Select all %n with this reason", "", selection.alike))
        possible = [each for each in self._buttons if each in selection.resolutions]
        for resolution, button in self._buttons.items():
            restyle(button, "role", "primary" if possible[:1] == [resolution] else "")
            button.setVisible(resolution in possible)
        self._retranslate()

    def enable(self, *, enabled: bool) -> None:
        """Enable the buttons, or disable them while the store works."""
        for button in (*self._buttons.values(), self._withdraw, self._send):
            button.setEnabled(enabled)

    def begin(self, resolution: Resolution | None = None) -> None:
        """Do what a button or a key asks for, or what is recommended, where it can be done."""
        if self._selection is None:
            return
        possible = [each for each in self._buttons if each in self._selection.resolutions]
        resolution = resolution or possible[0]
        if resolution not in possible or not self._buttons[resolution].isEnabled():
            return
        if resolution is Resolution.WITHDRAW:
            self._show_foot(self._asking)
            self._keep.setFocus(Qt.FocusReason.TabFocusReason)
        elif resolution is Resolution.NOTE:
            self._show_foot(self._writing)
            self._note.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            ids = self._selection.ids
            self.close_foot()
            self.asked.emit(ids, resolution)

    def close_foot(self) -> None:
        """Neither withdrawn nor noted; what was written stays, should it be wanted again."""
        if self.in_work:
            self._show_foot(self._acts)
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a question or a note."""
        if event.key() == Qt.Key.Key_Escape and self.in_work:
            self.close_foot()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        selection = self._selection
        if selection is not None:
            self.close_foot()  # news that waited may change what is selected
            self.asked.emit(selection.ids, Resolution.WITHDRAW)

    def _give_note(self) -> None:
        written, selection = self._note.text().strip(), self._selection
        if written and selection is not None:
            self.close_foot()
            self.noted.emit(selection.ids, written)

    def _show_foot(self, foot: QWidget) -> None:
        for each in (self._acts, self._asking, self._writing):
            each.setVisible(each is foot)

    def _retranslate(self) -> None:
        words, selection = self._words, self._selection
        if words is None or selection is None:
            return
        for resolution, button in self._buttons.items():
            action = words.resolution(resolution)
            button.set_texts(action, f"{action}: {selection.what}")
        if selection.is_offer:
            self._buttons[Resolution.WITHDRAW].set_texts(self.tr("Remove the offer"))
            self._question.setText(self.tr("Remove this offer? Its visits are kept and counted."))
            self._withdraw.set_texts(self.tr("Remove"))
            self._keep.set_texts(self.tr("Keep the offer"))
        else:
            several = self.tr("Withdraw %n visit(s)?", "", len(selection.ids))
            one = len(selection.ids) == 1
            self._question.setText(self.tr("Withdraw this visit?") if one else several)
            self._withdraw.set_texts(
                self.tr("Withdraw the visit")
                if one
                else self.tr("Withdraw %n visit(s)", "", len(selection.ids))
            )
            self._keep.set_texts(self.tr("Do not withdraw"))
        placeholder = self.tr("Note to Kaikukeskus (do not write names)")
        self._note.setPlaceholderText(placeholder)
        self._note.setAccessibleName(placeholder)
        self._send.set_texts(self.tr("Send with this note"))
        self._stop.set_texts(self.tr("Do not send"))


def _below(*widgets: QWidget) -> QWidget:
    """Widgets below each other."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    for widget in widgets:
        column.addWidget(widget)
    return both


def _show_text(shown: QLabel, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
