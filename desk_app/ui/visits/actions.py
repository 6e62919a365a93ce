"""The selected visit in words, and the actions on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.services.visit_pages import VisitLine
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button, WrappingButton
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.state_line import StateLine
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated
from sync.rules.visits import VoidReason


class VisitActions(Translated, QFrame):
    """Emits ``correct``, ``undo`` with its reason, and ``show_number``."""

    correct = Signal()
    undo = Signal(object)
    show_number = Signal()
    asked = Signal()
    """Why it is taken back is being asked."""
    closed = Signal()
    """The reason was not given: the visit stays as it is."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._line: VisitLine | None = None
        self._summary = label("strong", wrap=True)
        self._about = label("muted", wrap=True)
        self._state = StateLine()
        self._correct, self._undo = WrappingButton("primary", "Enter"), WrappingButton("", "Del")
        self._number = Button("link", icons, "card")
        self._question = label("strong", wrap=True)
        self._mistake = Button("danger")
        self._not_used = Button("danger")
        self._keep = Button("")
        self._acts = in_a_row(self._correct, self._undo, self._number)
        self._reasons = in_a_row(self._keep, self._mistake, self._not_used)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.XS)
        for line in (self._summary, self._about, self._state):
            column.addWidget(line)
        for each in (self._question, self._acts, self._reasons):
            column.addWidget(each)
        column.addStretch(1)  # beside a list it is as high as that
        self._correct.clicked.connect(self.correct)
        self._undo.clicked.connect(self.ask_reason)
        self._number.clicked.connect(self.show_number)
        self._keep.clicked.connect(self.close_reasons)
        self._mistake.clicked.connect(lambda: self._give(VoidReason.MISTAKE))
        self._not_used.clicked.connect(lambda: self._give(VoidReason.NOT_USED))
        self._retranslate()
        self._ask_or_not(asking=False)

    def show_line(
        self,
        line: VisitLine | None,
        summary: str,
        about: str,
        state: tuple[str, str] = ("", ""),
        *,
        whole: bool,
        busy: bool,
    ) -> None:
        """Show a visit, with words and colour of its ``state``; its number is ``whole`` or not."""
        if line is None or self._line is None or line.id != self._line.id:
            self._ask_or_not(asking=False)
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        self._summary.setText(summary)
        self._about.setText(about)
        self._state.show_state(*state)
        self._correct.setVisible(line.can_be_corrected)
        self._undo.setVisible(line.can_be_undone)
        self._number.setVisible(line.card_number is not None and not whole)
        for button in (self._correct, self._undo, self._mistake, self._not_used):
            button.setEnabled(not busy)

    def ask_reason(self) -> None:
        """Ask why, in the place of the buttons; the keyboard begins at what changes nothing."""
        if self._line is not None and self._line.can_be_undone:
            self._ask_or_not(asking=True)
            self._keep.setFocus(Qt.FocusReason.TabFocusReason)
            self.asked.emit()

    def close_reasons(self) -> None:
        """Close the question for the reason; nothing is taken back."""
        if self._reasons.isVisible():
            self._ask_or_not(asking=False)
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the question."""
        if event.key() == Qt.Key.Key_Escape and self._reasons.isVisible():
            self.close_reasons()
        else:
            super().keyPressEvent(event)

    def _give(self, reason: VoidReason) -> None:
        self._ask_or_not(asking=False)
        self.undo.emit(reason)

    def _ask_or_not(self, *, asking: bool) -> None:
        self._acts.setVisible(not asking)
        self._reasons.setVisible(asking)
        self._question.setVisible(asking)

    def _retranslate(self) -> None:
        self._correct.set_texts(self.tr("Correct…"))
        self._undo.set_texts(self.tr("Withdraw…"))
        self._number.set_texts(self.tr("Show the number"))
        self._question.setText(self.tr("Why are you withdrawing this visit?"))
        self._keep.set_texts(self.tr("Do not withdraw"))
        self._mistake.set_texts(self.tr("It was a mistake"))
        self._not_used.set_texts(self.tr("The tickets were not used"))
