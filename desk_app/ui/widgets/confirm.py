"""A button that asks for confirmation in its own place, without a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import FlowLayout
from desk_app.ui.widgets.styling import label


class ConfirmButton(QWidget):
    """A button; once pressed, a question in its place. ``confirmed`` is the yes.

    Both answers repeat the question's verb, never "yes" or "no". Escape is no, and the keyboard
    begins there, so that two quick presses do nothing.
    """

    confirmed = Signal()

    def __init__(
        self, role: str, icons: Icons, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.button = Button(role, icons if icon else None, icon)
        self._question = label("body", wrap=False)
        self._yes = Button("danger")
        self._no = Button("")
        flow = FlowLayout(self, Space.S)
        for each in (self.button, self._question, self._no, self._yes):
            flow.addWidget(each)
        self.button.clicked.connect(self._ask)
        self._no.clicked.connect(self._close)
        self._yes.clicked.connect(self._confirm)
        self._ask_or_not(asking=False)

    def set_texts(self, action: str, question: str, yes: str, no: str) -> None:
        """The button's text, the question, and what yes and no are called."""
        self.button.set_texts(action)
        self._question.setText(question)
        self._yes.set_texts(yes, f"{question} {yes}")
        self._no.set_texts(no, f"{question} {no}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is no."""
        if event.key() == Qt.Key.Key_Escape and self._yes.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self._ask_or_not(asking=True)
        self._no.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        had_keyboard = self._no.hasFocus() or self._yes.hasFocus()
        self._ask_or_not(asking=False)
        if had_keyboard:
            self.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _confirm(self) -> None:
        self._close()
        self.confirmed.emit()

    def _ask_or_not(self, *, asking: bool) -> None:
        for each in (self._question, self._yes, self._no):
            each.setVisible(asking)
        self.button.setVisible(not asking)
