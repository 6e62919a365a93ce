"""The settings page: appearance, sounds, readers, and the desk."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
from desk_app.ui.settings.entry import SettingsEntry
from desk_app.ui.settings.lock import LockPart
from desk_app.ui.settings.neighbours import NeighboursPart
from desk_app.ui.settings.readers import ReadersPart
from desk_app.ui.settings.section_index import SectionIndex
from desk_app.ui.settings.sounds import SoundsPart
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.scroll import scrolled
from desk_app.ui.widgets.translated import Translated
from desk_app.ui.widgets.two_columns import Columns

_INDEX_EMS = 70
"""From so many letters M of width on there is room for an index."""


class SettingsPage(Translated, SettingsEntry, WindowPage):
    """Every change takes effect at once; there is no save button."""

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
        left = (self.looks, CounterPart(context), SoundsPart(context), self.readers)
        right = (
            self.desk,
            NeighboursPart(context),
            lock,
            DiagnosisPart(context),
            AboutPart(context),
        )
        for part in (*left, *right):
            columns.add(part, right=part in right)
        self._index = SectionIndex((*left, *right))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(columns, 1)
        around = QHBoxLayout(self)
        around.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        around.setSpacing(Space.L)
        self._scroll = scrolled(inner)
        around.addWidget(self._index)
        around.addWidget(self._scroll, 1)
        self._index.wanted.connect(self._go_to)
        lock.lock_now.connect(self.lock_wanted)
        self.desk.enrol_again.connect(self.enrol_wanted)
        self._retranslate()

    def _go_to(self, part: QWidget) -> None:
        """The section begins at the upper edge, as far as there is something below it."""
        inner = self._scroll.widget()
        if inner is not None:
            top = part.mapTo(inner, QPoint(0, 0)).y()
            self._scroll.verticalScrollBar().setValue(top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The index is shown where there is room for it."""
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("M")
        self._index.setVisible(self.width() >= _INDEX_EMS * em)

    def shown(self) -> None:
        """Start the camera, so that it can be tested."""
        self.readers.shown()

    def hidden(self) -> None:
        """Release the camera."""
        self.readers.hidden()

    def set_default_focus(self) -> None:
        """Focus the first choice."""
        self.looks.set_default_focus()

    def handle_scan(self, scan: Scan) -> bool:
        """Use a card as a test only."""
        return self.readers.handle_scan(scan)

    def _retranslate(self) -> None:
        about = self.tr("Changes take effect at once.")
        if self._any_locked:
            locked = self.tr("Dimmed settings are locked by this computer's administrator.")
            about = sentences(about, locked)
        self._header.set_texts(self.tr("Settings"), about)
        self._index.setAccessibleName(self.tr("Sections"))
