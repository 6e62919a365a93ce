"""Keeps the keyboard focus near when the focus widget is removed or rebuilt.

Qt gives the focus of a widget that is hidden to the next one in the window's order, which may be
the side bar or another person's row. Here the place is remembered until all is rebuilt; then the
same control gets the focus again, or the one in its place, or else the one that the page names.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from desk_app.ui.context.page import WindowPage
from desk_app.ui.shell.main_window import MainWindow


class FocusKeeper(QObject):
    """Follows the focus within the window's pages."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._name = ""
        self._around: list[tuple[QWidget, int]] = []
        """The widgets around what has the keyboard, and how many controls of each come before."""
        self._holder: QWidget | None = None
        self._disabled: QWidget | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._hand_on)
        app.focusChanged.connect(self._moved)
        window.closed.connect(lambda: app.focusChanged.disconnect(self._moved))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A control that was disabled for a moment has the keyboard back; one that goes has not."""
        kind, disabled = event.type(), self._disabled
        if disabled is None or watched is not disabled:
            return False
        enabled = kind is QEvent.Type.EnabledChange and disabled.isEnabled()
        if enabled or kind is QEvent.Type.Hide:
            disabled.removeEventFilter(self)
            self._disabled = None
            self._turn.start()
        return False

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._window.overlays.front is not None:
            return
        if old is not None and self._around and old is not self._holder and _is_gone(old):
            self._hold(old)
        elif now is not None and now is not self._holder:
            self._holder = None
            self._remember(now)

    def _remember(self, now: QWidget) -> None:
        self._name = now.accessibleName()
        self._around = []
        page = _page_of(now)
        if page is None:
            return
        before: list[QWidget] = []
        for each in _controls(page):
            if each is now:
                break
            before.append(each)
        around = now.parentWidget()
        while around is not None and not isinstance(around, WindowPage):
            self._around.append((around, sum(around.isAncestorOf(each) for each in before)))
            around = around.parentWidget()
        if around is not None:
            self._around.append((around, 0))

    def _hold(self, old: QWidget) -> None:
        """At once, so that no key goes astray; where it belongs is known when all is rebuilt."""
        for around, _ in self._around:
            if Shiboken.isValid(around) and around.isVisible() and around.isEnabled():
                self._holder = around
                around.setFocus(Qt.FocusReason.OtherFocusReason)
                break
        if Shiboken.isValid(old) and old.isVisible():  # only disabled: perhaps for a moment
            self._disabled = old
            old.installEventFilter(self)
        else:
            self._turn.start()

    def _hand_on(self) -> None:
        holder, self._holder = self._holder, None
        if holder is None or QApplication.focusWidget() is not holder:
            return  # somebody has said where it belongs
        for around, before in self._around:
            if not (Shiboken.isValid(around) and around.isVisible()) or isinstance(
                around, WindowPage
            ):
                continue
            there = list(_controls(around))
            if there:
                same = [
                    each for each in there if self._name and each.accessibleName() == self._name
                ]
                chosen = same[0] if same else there[min(before, len(there) - 1)]
                chosen.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        page = self._window.page()
        if page is not None:
            page.set_default_focus()


def _is_gone(widget: QWidget) -> bool:
    return not (Shiboken.isValid(widget) and widget.isVisible() and widget.isEnabled())


def _page_of(widget: QWidget) -> WindowPage | None:
    around: QWidget | None = widget
    while around is not None and not isinstance(around, WindowPage):
        around = around.parentWidget()
    return around


def _controls(within: QWidget) -> Iterator[QWidget]:
    """The controls within a widget, in tab order."""
    each = within.nextInFocusChain()
    while each is not None and each is not within:
        in_sight = each.isVisible() and each.isEnabled()  # the quickest question first
        if in_sight and each.focusPolicy() & Qt.FocusPolicy.TabFocus and within.isAncestorOf(each):
            yield each
        each = each.nextInFocusChain()
