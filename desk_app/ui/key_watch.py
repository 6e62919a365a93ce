"""Every key of the application passes here, before any field, button or dialog sees it.

A character is held back for some milliseconds, until it is clear whether a scanner or a person
typed it. A scanner's burst never reaches a widget, nor do its Enter and Tab, nor the releases of
its keys; a person's keys are handed on as they came, in order, to whoever has the keyboard.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from desk_app.services.scans import Belongs, Burst, Ending
from desk_app.ui.scanner import Scanner

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
"""They say nothing by themselves, and may come between the characters of a burst."""
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
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
    """A key that waits. ``text`` is empty for a release, and for a dead key on its way."""

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


class KeyWatch(QObject):
    """Installed on the application. ``clock`` gives milliseconds, for events without a time."""

    scanned = Signal(object)
    """A scanner has typed; bears a :class:`Burst`."""

    def __init__(self, scanner: Scanner, clock: Callable[[], float]) -> None:
        super().__init__()
        self._scanner = scanner
        self._clock = clock
        self._lag = 0.0
        self._held: list[_Held] = []
        self._swallowed: set[int] = set()
        self._let_through: tuple[object, ...] = ()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look_again)

    @property
    def holding(self) -> bool:
        """Whether keys wait here."""
        return bool(self._held)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
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
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
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
        at = self._time_of(event)
        ending = _ending(event)
        if ending is None and _is_character(event):
            self._character(_Held.of(receiver, event, event.text()), at)
            return True
        whose = self._scanner.other_key(at) if ending is None else self._scanner.ending(at)
        if whose is Belongs.SCAN:
            self._swallowed.add(event.key())
            if ending is not None:
                self._take(ending)
            return True
        self._swallowed.discard(event.key())
        self._hand_on()
        return False

    def _compose(self, receiver: QWidget, event: QInputMethodEvent) -> bool:
        """A dead key, or the letter that was made with it, may be part of a burst."""
        text, begun = event.commitString(), event.preeditString()
        if len(text) > 1 or len(begun) > 1 or event.replacementLength():
            self._scanner.other_key(self._now())
            self._hand_on()
            return False
        held = _Held.of(receiver, event, text)
        if text:
            self._character(held, self._now())
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
        before = self._scanner.character(held.text, at)
        if before is Belongs.SCAN:
            self._take(Ending.NOTHING)
        elif before is Belongs.PERSON:
            self._hand_on()
        self._held.append(held)
        self._wait()

    def _wait(self) -> None:
        self._timer.start(round(self._scanner.patience(self._now())) + 1)

    def _look_again(self) -> None:
        # Keys that a slow machine has not come to yet are to be heard first.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if not self._held or self._timer.isActive():
            return
        whose = self._scanner.settle(self._now())
        if whose is Belongs.UNCLEAR:
            self._wait()
        elif whose is Belongs.SCAN:
            self._take(Ending.NOTHING)
        else:
            self._hand_on()

    def _take(self, ending: Ending) -> None:
        """What waits is a scan; its keys are never let go."""
        held, self._held = self._held, []
        self._timer.stop()
        released = {each.key for each in held if each.event.type() is QEvent.Type.KeyRelease}
        self._swallowed |= {each.key for each in held if each.key} - released
        text = "".join(each.text for each in held)
        if text:
            self.scanned.emit(Burst(text, ending, self._scanner.pace))

    def _hand_on(self) -> None:
        """What waits was typed by hand: it goes where it was going."""
        held, self._held = self._held, []
        self._timer.stop()
        for each in held:
            receiver = each.receiver
            if each.had_keyboard:  # a key before this one may have moved it
                receiver = QApplication.focusWidget() or receiver
            if Shiboken.isValid(receiver):
                self._swallowed.discard(each.key)
                self._let_through = _identity(each.event)
                QCoreApplication.sendEvent(receiver, each.event)

    def _now(self) -> float:
        return self._clock() + self._lag

    def _time_of(self, event: QKeyEvent) -> float:
        """When the key was pressed, not when we came to it: a slow machine makes no scanner."""
        at = float(event.timestamp())
        if at == 0:  # made by a program, not by a keyboard
            at = self._clock()
        self._lag = at - self._clock()
        return at


def _identity(event: QEvent) -> tuple[object, ...]:
    """What one event is known by while it goes from a widget to those around it."""
    told: tuple[object, ...] = ()
    if isinstance(event, QKeyEvent):
        told = (event.key(), event.text(), event.timestamp())
    return (Shiboken.getCppPointer(event), event.type(), *told)


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
