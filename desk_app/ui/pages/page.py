"""What every page of the main window is."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page. The main window passes on the keys that nobody else wanted."""

    def title(self) -> str:
        """The page's name, in the language in force."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """The page came into sight: put the keyboard where it belongs."""

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that was pressed anywhere in the window; true when the page used it."""
        del event
        return False
