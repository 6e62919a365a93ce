"""Keyboard handling of the ticket page."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desk_app.ui.ticket.controller import TicketController
from desk_app.ui.ticket.stages import Stage

_DAY_CHARACTERS = frozenset("0123456789.,-/ €")
_LONGEST = 2
"""Digits of a number of tickets; a longer one is a card's number."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OTHER_WORK = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Fields(Protocol):
    """The parts of the page that the keys act on."""

    def put(self, text: str) -> None:
        """Type text into the number field, which takes the keyboard."""
        ...

    def go_on(self) -> None:
        """Enter."""
        ...

    def undo(self) -> None:
        """Take back the last record."""
        ...

    def choose_offer(self) -> None:
        """Open the list of offers."""
        ...

    def choose_favourite(self, place: int) -> None:
        """Choose one of the favourite offers, by its place from 0."""
        ...

    def toggle_hints(self) -> None:
        """Show what the keys do, or no more."""
        ...

    def escape(self) -> None:
        """Put away what is in front, or else the card."""
        ...

    def switch_camera(self) -> None:
        """The camera on, or off."""
        ...

    def typing_day(self) -> bool:
        """Whether the keyboard is in the field for the printed day."""
        ...

    def typing_number(self) -> bool:
        """Whether the keyboard is in the number field."""
        ...


class TicketKeys(QObject):
    """Handles the keys that a person pressed, whichever widget has the focus."""

    def __init__(self, controller: TicketController, fields: Fields) -> None:
        super().__init__()
        self._controller = controller
        self._fields = fields
        self._held: list[QKeyEvent] = []
        self._digits: str | None = None
        """The number being typed after a plus; ``None`` where a digit begins a card's number."""
        controller.changed.connect(self._release)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Use a key, or leave it to the widget that has the focus."""
        self._controller.touched()
        digits, self._digits = self._digits, None
        if self._controller.session.stage is Stage.RECORDING:
            return self._hold(event)
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._fields.go_on()
            return True
        if self._is_character(event):
            return self._count(event.text(), digits) or self._character(event.text())
        return self._command(event)

    def drop(self) -> None:
        """Forget the keys that wait."""
        self._held.clear()

    def _count(self, text: str, digits: str | None) -> bool:
        """Plus and minus step; digits right behind a plus are the number of those who come along.

        "+2" and Enter, beside each other on the number pad, record a holder with two children.
        """
        session = self._controller.session
        if session.stage is not Stage.VERDICT or session.row is None:
            return False
        if text in "+-":
            self._controller.step(session.row, 1 if text == "+" else -1)
            self._digits = "" if text == "+" else None
            return True
        if digits is None or not (text.isascii() and text.isdigit()):
            return False
        if len(digits) == _LONGEST:
            self._controller.clear()
            self._fields.put(digits + text)
            return True
        self._digits = digits + text
        self._controller.give(session.row, int(self._digits))
        return True

    def _character(self, text: str) -> bool:
        session = self._controller.session
        if self._fields.typing_day() and text in _DAY_CHARACTERS:
            return False
        if text == "?" and not self._fields.typing_day():
            self._fields.toggle_hints()
            return True
        over = session.stage is not Stage.IDLE or session.error is not None
        if over:
            if not text.isalnum():
                return True
            self._controller.clear()
        elif self._fields.typing_number():
            return False
        self._fields.put(text)
        return True

    def _paste(self) -> bool:
        session = self._controller.session
        if not self._fields.typing_day() and session.stage is not Stage.IDLE:
            self._controller.clear()
        return False

    def _command(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._undo()
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._paste()
        if self._is_favourite(event):
            self._fields.choose_favourite(event.key() - Qt.Key.Key_1)
            return True
        return self._single_key(event.key())

    def _undo(self) -> bool:
        session = self._controller.session
        correcting = session.stage is Stage.IDLE and session.text  # the number
        if correcting or self._fields.typing_day():
            return False
        self._fields.undo()
        return True

    def _single_key(self, key: int) -> bool:
        session = self._controller.session
        whole = {
            Qt.Key.Key_F2: self._fields.choose_offer,
            Qt.Key.Key_F4: self._fields.switch_camera,
            Qt.Key.Key_F6: self._controller.toggle_group,
            Qt.Key.Key_F7: self._controller.toggle_express,
            Qt.Key.Key_F8: self._controller.begin_provisional,
            Qt.Key.Key_Escape: self._fields.escape,
        }
        if key in whole:
            whole[Qt.Key(key)]()
            return True
        if session.stage is not Stage.VERDICT or session.row is None:
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._controller.choose_row(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._controller.step(session.row, 1 if key == Qt.Key.Key_Right else -1)
            return True
        return False

    def _hold(self, event: QKeyEvent) -> bool:
        """The next card may be typed while this one is still being written down."""
        if self._is_character(event) or event.key() in _ENTER:
            self._held.append(event.clone())
        return True

    def _release(self) -> None:
        stage = self._controller.session.stage
        if not self._held or stage is Stage.RECORDING:
            return
        held, self._held = self._held, []
        if stage is not Stage.DONE:
            return  # nothing was recorded: staff have to see that first
        for event in held:
            if not self.handle_key(event):
                self._fields.put(event.text())

    @staticmethod
    def _is_favourite(event: QKeyEvent) -> bool:
        """Alt and a digit above the letters; those of the number pad are some scanners' own."""
        plain_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        return plain_alt and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9

    @staticmethod
    def _is_character(event: QKeyEvent) -> bool:
        text = event.text()
        return len(text) == 1 and text.isprintable() and not event.modifiers() & _OTHER_WORK
