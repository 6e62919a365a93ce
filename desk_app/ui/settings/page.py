"""The settings page: appearance, sounds, readers, and the desk."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.messages.sentences import sentences
from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.about import AboutPart
from desk_app.ui.settings.appearance import AppearancePart
from desk_app.ui.settings.counter import CounterPart
from desk_app.ui.settings.desk import DeskPart
from desk_app.ui.settings.diagnosis import DiagnosisPart
from desk_app.ui.settings.lock import LockPart
from desk_app.ui.settings.readers import ReadersPart
from desk_app.ui.settings.sounds import SoundsPart
from desk_app.ui.widgets.columns import Columns
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.scroll import scrolled


class SettingsPage(WindowPage):
    """Every change takes effect at once; there is no save button."""

    topic = "settings"
    icon = "settings"
    place = 8

    enrol_again = Signal()
    lock_now = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._header = PageHeader()
        self._any_locked = context.preferences.any_locked
        self.looks = AppearancePart(context)
        self.readers = ReadersPart(context)
        self.desk = DeskPart(context)
        lock = LockPart(context)
        columns = Columns()
        columns.add(self.looks)
        columns.add(CounterPart(context))
        columns.add(SoundsPart(context))
        columns.add(self.readers)
        columns.add(self.desk, right=True)
        columns.add(lock, right=True)
        columns.add(DiagnosisPart(context), right=True)
        columns.add(AboutPart(context), right=True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(columns, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        self._scroll = scrolled(inner)
        around.addWidget(self._scroll)
        lock.lock_now.connect(self.lock_now)
        self.desk.enrol_again.connect(self.enrol_again)
        self._retranslate()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Settings")

    def shown(self) -> None:
        """Start the camera, so that it can be tested."""
        self.readers.shown()

    def hidden(self) -> None:
        """Release the camera."""
        self.readers.hidden()

    def take_keyboard(self) -> None:
        """Focus the first choice."""
        self.looks.take_keyboard()

    def take_scan(self, scan: Scan) -> bool:
        """Use a card as a test only."""
        return self.readers.take_scan(scan)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Retranslate on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        about = self.tr("Every change holds at once.")
        if self._any_locked:
            locked = self.tr("Dimmed settings are locked by this computer's administrator.")
            about = sentences(about, locked)
        self._header.say(self.tr("Settings"), about)
