"""What a page has to say that outlives it: the main window says it, on whatever page."""

from PySide6.QtCore import QObject, Signal

from desk_app.ui.widgets.message import MessageTone


class Notifier(QObject):
    """Pages tell; the main window listens."""

    told = Signal(str, str)
    """Bears the tone and the text."""

    def tell(self, tone: MessageTone, text: str) -> None:
        """Say something above the pages: good news for a while, the rest until it is put away."""
        self.told.emit(tone, text)
