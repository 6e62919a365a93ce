"""The base class of every page of the main window."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk_app.services.scans import Scan
from desk_app.ui.context.app_status import AppStatus


class PageEntry:
    """What the rail asks of a page, which is loaded when it is opened for the first time.

    ``topic`` names the page in code, in pictures and among the help pages; ``icon`` is its picture
    in the rail, and ``place`` its number there: Ctrl and that digit lead to it.
    """

    topic = ""
    icon = ""
    place = 0

    @classmethod
    def title(cls) -> str:
        """The page's name in the current language: short enough for the rail."""
        raise NotImplementedError

    @classmethod
    def waiting(cls, app_status: AppStatus) -> int:
        """The number of items on the page that wait for a person; the rail shows it."""
        del app_status
        return 0


class WindowPage(PageEntry, QWidget):
    """A page. The main window passes on the keys that nobody else wanted.

    It is built when it is opened for the first time.
    """

    leads_on = Signal(str)
    """Another page is wanted; carries its topic."""
    enrol_wanted = Signal()
    """The desk is to be enrolled anew."""
    lock_wanted = Signal()
    """The window is to be locked."""

    def shown(self) -> None:
        """Called when the page is shown: refresh what may have changed meanwhile."""

    def hidden(self) -> None:
        """Called when the page is hidden: release what others may need, such as a camera."""

    def set_default_focus(self) -> None:
        """Focus the right control, when the page is shown."""

    def handle_key(self, event: QKeyEvent) -> bool:
        """Handle a key that was pressed anywhere in the window; true when the page used it."""
        del event
        return False

    def handle_scan(self, scan: Scan) -> bool:
        """Handle a scan; true when the page used it.

        A page that leaves it is left for the ticket page, where it is handled as a card.
        """
        del scan
        return False

    def scan_was_whole(self) -> None:
        """Called when a scan in doubt turned out to be complete."""
