"""Overlays that cover the whole window, and disable everything beneath.

While an overlay is in sight, everything beneath is disabled and out of the stack: it gets no key,
shortcut or focus, and an assistive technology does not find it, whatever signal arrives meanwhile.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget
from shiboken6 import Shiboken

from desk_app.services.scans import Scan
from desk_app.ui.widgets.dialogs import close_dialogs


class Overlay(QWidget):
    """A lock screen or first run: while it is shown, neither keys nor scans reach a page.

    One that is ``topmost`` stays in front of those that are not, whichever came later.
    """

    topmost = False

    def title(self) -> str:
        """The window's title meanwhile."""
        raise NotImplementedError

    def set_default_focus(self) -> None:
        """Focus the overlay's first control, when it is shown."""

    def handle_scan(self, scan: Scan) -> bool:
        """Handle a scan: it goes nowhere else, unless the overlay closes and passes it on."""
        del scan
        return True


class OverlayStack(QStackedWidget):
    """Shows the window's content, or the overlay in front of it."""

    shifted = Signal()
    """The front changed: held keys were meant for what was in front."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._overlays: list[Overlay] = []
        self._prepared: list[Overlay] = []
        self._had_focus: QWidget | None = None
        self.addWidget(content)

    @property
    def front(self) -> Overlay | None:
        """The overlay that is shown."""
        return self._overlays[-1] if self._overlays else None

    def prepare(self, overlay: Overlay) -> None:
        """Add an overlay beforehand: that is slow once the window is shown."""
        if overlay not in self._prepared:
            self._prepared.append(overlay)
            overlay.hide()
            overlay.setParent(self)
            overlay.setEnabled(False)

    def cover(self, overlay: Overlay) -> bool:
        """Show an overlay in front; false where it was there already, or stays behind another."""
        if overlay in self._overlays:
            return False
        self.prepare(overlay)
        if not self._overlays:
            self._had_focus = QApplication.focusWidget()
            self._watch_dialogs(on=True)
        self._overlays.append(overlay)
        self._overlays.sort(key=lambda each: each.topmost)  # stable: the later in front
        close_dialogs(self.window())
        return self._bring_forward()

    def uncover(self, overlay: Overlay) -> bool:
        """Remove an overlay; false where it was not in front."""
        if overlay not in self._overlays:
            return False
        self._overlays.remove(overlay)
        if not self._overlays:
            self._watch_dialogs(on=False)
        return self._bring_forward()

    def return_focus(self) -> bool:
        """Restore the focus; false where its widget is gone."""
        before, self._had_focus = self._had_focus, None
        if before is None or not Shiboken.isValid(before) or before.window() is not self.window():
            return False
        if not (before.isVisible() and before.isEnabled()):
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close every dialog that opens beneath an overlay, Qt's own too."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QDialog):
            QTimer.singleShot(0, self, lambda: close_dialogs(self.window()))
        return False

    def _watch_dialogs(self, *, on: bool) -> None:
        """Only while something is covered: a filter sees every event of the program."""
        app = QApplication.instance()
        if app is not None:
            (app.installEventFilter if on else app.removeEventFilter)(self)

    def _bring_forward(self) -> bool:
        """Show what is in front, then disable the rest: no focus is moved about among it."""
        front = self.front or self._content
        if front is self.currentWidget():
            return False
        front.setEnabled(True)
        self.addWidget(front)
        self.setCurrentWidget(front)
        if isinstance(front, Overlay):
            front.set_default_focus()
        for other in (self._content, *self._prepared):
            if other is not front:
                self.removeWidget(other)
                other.setEnabled(False)
        self.shifted.emit()
        return True
