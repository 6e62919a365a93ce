"""Messages of pages that the main window shows, whichever page is current."""

from PySide6.QtCore import QObject, Signal

from desk_app.ui.appearance.theme import MessageTone


class Notifier(QObject):
    """Signals by which pages send messages to the main window."""

    notified = Signal(str, str)
    """A message; carries its tone and text."""

    def notify(self, tone: MessageTone, text: str) -> None:
        """Show a message above the pages: good news for a while, others until they are closed."""
        self.notified.emit(tone, text)

    def clear(self) -> None:
        """Hide the last message."""
        self.notified.emit("info", "")
