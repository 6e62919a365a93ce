"""Filters every key event of the application before any widget receives it.

A character is held for some milliseconds, until it is clear whether a scanner or a person typed it.
A scanner's burst never reaches a widget, nor do its Enter and Tab, nor the releases of its keys; a
person's keys are forwarded as they came, in order, to the focus widget. The decision, and the
reasons for it, are in :class:`~desk_app.devices.wedge.Wedge`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from desk_app.services.scans import Burst, Ending, KeyOrigin
from desk_app.ui.input.key_times import KeyTimes, QuietTimer
from desk_app.ui.input.keyboard_scanner import Scanner

_ENDINGS: dict[int, Ending] = {
    Qt.Key.Key_Return: Ending.ENTER,
    Qt.Key.Key_Enter: Ending.ENTER,
    Qt.Key.Key_Tab: Ending.TAB,
}
_CONTROL_ENDINGS: dict[int, Ending] = {
    Qt.Key.Key_J: Ending.ENTER,
    Qt.Key.Key_M: Ending.ENTER,
    Qt.Key.Key_I: Ending.TAB,
}
"""Scanners send line feed, carriage return and tab as Ctrl and a letter too."""
_SILENT = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
"""Keys without an effect of their own, which may come within a burst."""
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_SOONEST_REPEAT_MS = 150.0
"""No system repeats a key that has been held for less."""
_WATCHED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
    }
)


@dataclass(frozen=True, slots=True)
class _Held:
    """A key that is held. ``text`` is empty for a release, and for an unfinished dead key."""

    receiver: QWidget
    event: QEvent
    text: str = ""
    key: int = 0
    had_keyboard: bool = False

    @classmethod
    def of(cls, receiver: QWidget, event: QEvent, text: str = "") -> Self:
        """A copy of an event on its way to ``receiver``."""
        key = event.key() if isinstance(event, QKeyEvent) else 0
        return cls(receiver, event.clone(), text, key, receiver is QApplication.focusWidget())


class KeyEventFilter(QObject):
    """Installed on the application. ``clock`` gives milliseconds, for events without a time."""

    scanned = Signal(object)
    """A scanner has typed; carries a :class:`Burst`."""

    unsure = Signal()
    """A scanner has typed, but a part of it may be missing."""
    whole = Signal()
    """The latest scan, which had no end, turned out to be complete."""

    def __init__(self, scanner: Scanner, clock: Callable[[], float]) -> None:
        super().__init__()
        self._scanner = scanner
        self._times = KeyTimes(clock)
        self._held: list[_Held] = []
        self._swallowed: set[int] = set()
        self._let_through: tuple[object, ...] = ()
        self._pressed, self._pressed_at = 0, 0.0
        self._silence = QuietTimer(self)
        self._silence.over.connect(self._settle)
        self._in_doubt = False
        self._doubt = QuietTimer(self)
        self._doubt.over.connect(self._was_whole)

    @property
    def holding(self) -> bool:
        """Whether keys are held."""
        return bool(self._held)

    def drop(self) -> None:
        """Discard the held keys: they were meant for what is no longer shown."""
        self._scanner.silence(float("inf"))
        self._drop()
        self._doubt.stop()
        self._in_doubt = False

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        """True where the event goes no further, or not yet."""
        kind = event.type()
        if kind not in _WATCHED or not isinstance(receiver, QWidget):
            return False
        identity = _identity(event)
        if identity == self._let_through:
            if kind is QEvent.Type.InputMethod:
                self._let_through = ()  # these go to one widget only
            return False  # on its way up from a widget that did not want it
        if isinstance(event, QInputMethodEvent):
            return self._compose(receiver, event)
        if not isinstance(event, QKeyEvent):
            kept = False
        elif kind is QEvent.Type.ShortcutOverride:
            return self._override(event)
        elif kind is QEvent.Type.KeyRelease:
            kept = self._release(receiver, event)
        else:
            kept = self._press(receiver, event)
        self._let_through = () if kept else identity
        return kept

    def _press(self, receiver: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _SILENT:
            return False
        at = self._times.of(event)
        if self._repeats(event, at):
            return False
        ending = _ending(event)
        if ending is None and _is_character(event):
            self._character(_Held.of(receiver, event, event.text()), at)
            return True
        judged = self._scanner.other_key(at) if ending is None else self._scanner.ending(at)
        is_scan = judged.key is KeyOrigin.SCAN
        self._decide(judged.held, ending if is_scan and ending else Ending.NOTHING)
        if is_scan and ending:  # also one that trails
            self._was_whole()
        if is_scan:
            self._swallowed.add(event.key())
            self._listen()
        else:
            self._swallowed.discard(event.key())
        return is_scan

    def _repeats(self, event: QKeyEvent, at: float) -> bool:
        """Whether the key is held down. A scanner's second ``0`` may be told as a repetition."""
        since, same = at - self._pressed_at, event.key() == self._pressed
        repeats = event.isAutoRepeat() and not (same and since < _SOONEST_REPEAT_MS)
        if repeats:
            self._pressed = 0
        else:
            self._pressed, self._pressed_at = event.key(), at
        return repeats

    def _compose(self, receiver: QWidget, event: QInputMethodEvent) -> bool:
        """A dead key, or the letter that was made with it, may be part of a burst."""
        text, begun = event.commitString(), event.preeditString()
        if len(text) > 1 or len(begun) > 1 or event.replacementLength():
            self._decide(self._scanner.other_key(self._times.of(None)).held)
            return False
        held = _Held.of(receiver, event, text)
        if text:
            self._character(held, self._times.of(None))
        elif self._held:
            self._held.append(held)
        else:
            return False
        return True

    def _release(self, receiver: QWidget, event: QKeyEvent) -> bool:
        if event.key() in self._swallowed:
            self._swallowed.discard(event.key())
            return True
        if any(held.key == event.key() for held in self._held):
            self._held.append(_Held.of(receiver, event))
            return True
        return False

    def _override(self, event: QKeyEvent) -> bool:
        """A character is never a shortcut: it might be a scanner's."""
        ending = _ending(event)
        possible = _is_character(event) if ending is None else self._scanner.waiting
        if possible:
            event.accept()  # the press that follows is looked at first
        return possible

    def _character(self, held: _Held, at: float) -> None:
        self._decide(self._scanner.character(at).held)
        self._doubt.stop()
        if not self._scanner.continues:
            self._was_whole()
        self._held.append(held)
        self._listen()

    def _listen(self) -> None:
        if self._held:
            self._silence.wait(self._scanner.patience)

    def _settle(self) -> None:
        self._decide(self._scanner.silence(self._silence.silent_ms))

    def _decide(self, held: KeyOrigin, ending: Ending = Ending.NOTHING) -> None:
        """About the keys that wait."""
        if held is KeyOrigin.PERSON:
            self._hand_on()
        elif held is KeyOrigin.SCAN:
            text = self._drop()
            if text:
                self._in_doubt = ending is Ending.NOTHING
                self.scanned.emit(Burst(text, ending, self._scanner.pace))
                if self._in_doubt:
                    self._doubt.wait(self._scanner.doubt)
        elif held is KeyOrigin.UNSURE:
            self._in_doubt = False
            self._drop()
            self.unsure.emit()

    def _was_whole(self) -> None:
        self._doubt.stop()
        if self._in_doubt:
            self._in_doubt = False
            self.whole.emit()

    def _drop(self) -> str:
        """Drop the held keys: they are a scanner's, and are never forwarded."""
        held, self._held = self._held, []
        self._silence.stop()
        released = {each.key for each in held if each.event.type() is QEvent.Type.KeyRelease}
        self._swallowed |= {each.key for each in held if each.key} - released
        return "".join(each.text for each in held)

    def _hand_on(self) -> None:
        """Forward the held keys: they were typed by hand."""
        held, self._held = self._held, []
        self._silence.stop()
        for each in held:
            receiver = each.receiver
            if each.had_keyboard:  # a key before this one may have moved it
                receiver = QApplication.focusWidget() or receiver
            if Shiboken.isValid(receiver):
                self._swallowed.discard(each.key)
                self._let_through = _identity(each.event)
                QCoreApplication.sendEvent(receiver, each.event)


def _identity(event: QEvent) -> tuple[object, ...]:
    """The identity of one event while it goes from a widget to its parents."""
    parts: tuple[object, ...] = ()
    if isinstance(event, QKeyEvent):
        parts = (event.key(), event.text(), event.timestamp())
    return (Shiboken.getCppPointer(event), event.type(), *parts)


def _ending(event: QKeyEvent) -> Ending | None:
    table = _CONTROL_ENDINGS if event.modifiers() & _COMMAND else _ENDINGS
    return table.get(event.key())


def _is_character(event: QKeyEvent) -> bool:
    """AltGr, which some systems tell as Ctrl and Alt, makes characters too."""
    text, modifiers = event.text(), event.modifiers()
    if len(text) != 1 or not text.isprintable():
        return False
    command, alt = modifiers & _COMMAND, modifiers & Qt.KeyboardModifier.AltModifier
    return bool(command) == bool(alt)
