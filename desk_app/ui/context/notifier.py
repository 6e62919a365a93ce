"""Messages of pages that the main window shows, whichever page is current."""

from PySide6.QtCore import QObject, Signal

from desk_app.ui.widgets.message import MessageTone


class Notifier(QObject):
    """Signals by which pages send messages to the main window."""

    told = Signal(str, str)
    """A message; carries its tone and text."""

    def tell(self, tone: MessageTone, text: str) -> None:
        """Say something above the pages: good news for a while, the rest until it is put away."""
        self.told.emit(tone, text)
