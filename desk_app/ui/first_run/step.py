"""The base class of the steps of the first run."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.widgets.translated import Translated


class FirstRunStep(Translated, QWidget):
    """A step. ``done`` when the next step may come by itself; ``changed`` when its text is new.

    ``turned`` when it asks for something else now: the keyboard goes where that begins.
    """

    done = Signal()
    changed = Signal()
    turned = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.M)

    def title(self) -> str:
        """The step's title."""
        raise NotImplementedError

    def about(self) -> str:
        """The step's purpose."""
        raise NotImplementedError

    def go_on(self) -> str:
        """The text of the button that goes on."""
        return self.tr("Next")

    def may_go_on(self) -> bool:
        """Whether it can be pressed."""
        return True

    def may_go_back(self) -> bool:
        """Whether the step before can be asked for again."""
        return True

    def enter(self) -> None:
        """The step is asked for anew: nothing is left of what it said before."""

    def proceed(self) -> None:
        """Handle a press of the button."""
        self.done.emit()

    def begin(self) -> None:
        """The step came into sight: the keyboard goes where it belongs."""

    def handle_scan(self, scan: Scan) -> None:
        """Handle a scan, where the step has a use for one."""
        del scan

    def retranslate(self) -> None:
        """Set all texts in the current language."""

    def _retranslate(self) -> None:
        self.retranslate()
