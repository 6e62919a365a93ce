"""What may stand in front of the whole window: the lock screen, and the first start."""

from PySide6.QtWidgets import QWidget

from desk_app.services.scans import Scan


class Cover(QWidget):
    """While it is in sight, neither keys nor scans reach a page."""

    def title(self) -> str:
        """What the window is called meanwhile."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """It came into sight: put the keyboard where it belongs."""

    def take_scan(self, scan: Scan) -> bool:
        """A scan: it goes nowhere else, unless the cover makes way for it and leaves it."""
        del scan
        return True
