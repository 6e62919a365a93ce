"""The main window: pages, and the bars around them."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desk_app.messages.sentences import sentences
from desk_app.services.scans import PartRead, Scan
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import MessageTone
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.context.page import PageEntry, WindowPage
from desk_app.ui.input.scan_hints import hint_texts
from desk_app.ui.shell.banner import Banner
from desk_app.ui.shell.floating_messages import FloatingMessages
from desk_app.ui.shell.help_panel import HelpPanel
from desk_app.ui.shell.help_texts import HelpTexts
from desk_app.ui.shell.navigation_rail import NavigationRail
from desk_app.ui.shell.status_strip import StatusStrip
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.overlays import Overlay, OverlayStack
from desk_app.ui.widgets.translated import Translated

_NARROWEST = (640, 400)
_AT_FIRST = (1180, 720)
_HELP, _HELP_KEY = "help", "F1"
_LOCK, _LOCK_KEY = "lock", "Ctrl+L"
_PAGE, _SIDE = 5, 2
"""The shares of the width for a page and the help beside it."""
_BOTH_EMS = 60
"""So many letters M of width they need together."""


class MainWindow(Translated, QMainWindow):
    """Takes pages; the first is home: where Escape and every card that is scanned lead.

    ``closed`` is emitted when the window goes, ``lock_wanted`` when somebody asks to lock it, and
    ``enrol_wanted`` when somebody asks to enrol the desk anew.
    """

    closed = Signal()
    lock_wanted = Signal()
    enrol_wanted = Signal()

    def __init__(
        self, icons: Icons, language: Language, app_status: AppStatus, help_pages: HelpTexts
    ) -> None:
        super().__init__()
        self._app_status = app_status
        self._room = QWidget()
        self._pages = QStackedWidget()
        self._kinds: dict[str, type[PageEntry]] = {}
        self._builders: dict[str, Callable[[QWidget], WindowPage]] = {}
        self._built: dict[str, WindowPage] = {}
        self._in_sight: WindowPage | None = None
        self.rail = NavigationRail(icons)
        self.banner = Banner(icons)
        self._language = language
        self.message = MessageBar(icons)
        self.help = HelpPanel(icons, language, help_pages)
        self.strip = StatusStrip(icons, language, app_status)
        self._gone = False
        self._content = self._build_content()
        self.overlays = OverlayStack(self._content)
        self.setCentralWidget(self.overlays)
        self.setMinimumSize(*_NARROWEST)
        self.resize(*_AT_FIRST)
        self.rail.add(_HELP, "help", at_foot=True)
        self.rail.add(_LOCK, "lock", at_foot=True)
        self.rail.button(_LOCK).setCheckable(False)
        self._name_rail_buttons()
        self.show_lock_button(shown=False)
        self.rail.chosen.connect(self._chosen)
        self.help.closed.connect(self.close_help)
        QShortcut(QKeySequence(_HELP_KEY), self._content).activated.connect(self.toggle_help)
        QShortcut(QKeySequence(_LOCK_KEY), self).activated.connect(self.lock_wanted)
        app_status.changed.connect(self._show_waiting)

    def show_fault(self, error: Exception) -> None:
        """Show that this program has a fault; the window goes on."""
        self.banner.show_text(" ".join(self._language.words.error(error)))

    def add_page(self, kind: type[PageEntry], build: Callable[[QWidget], WindowPage]) -> None:
        """Add a page, which is built when it is opened; the first one is opened at once."""
        topic = kind.topic
        self._kinds[topic] = kind
        self._builders[topic] = build
        self.rail.add(topic, kind.icon)
        opened = QShortcut(QKeySequence(_key(kind)), self._content)
        opened.activated.connect(lambda: self.open_page(topic))
        self._name_page_button(topic)
        if self._in_sight is None:
            self.open_page(topic)

    def pages(self) -> tuple[WindowPage, ...]:
        """Every page, in the order of the rail; those that nobody opened yet are built."""
        return tuple(map(self._page_of, self._kinds))

    @property
    def home(self) -> WindowPage:
        """The first page."""
        return self._page_of(next(iter(self._kinds)))

    def _page_of(self, topic: str) -> WindowPage:
        if topic not in self._built:
            # In its place from the start: later each of its parts would be dressed once more.
            page = self._built[topic] = self._builders[topic](self._pages)
            page.leads_on.connect(self.open_page)
            page.enrol_wanted.connect(self.enrol_wanted)
            page.lock_wanted.connect(self.lock_wanted)
            self._pages.addWidget(page)
        return self._built[topic]

    def page(self) -> WindowPage | None:
        """The page in sight."""
        return self._in_sight

    def open_page(self, topic: str) -> None:
        """Show a page, with the focus on the right control.

        Beneath an overlay it is made ready, and comes into sight afterwards.
        """
        page, before = self._page_of(topic), self._in_sight
        covered = self.overlays.front is not None
        if page is not before:
            self._in_sight = page
            self._pages.setCurrentWidget(page)
            self._retitle()
            if before is not None and not covered:
                before.hidden()
            if not covered:
                page.shown()
            self.help.show_topic(topic)
        if self._room.isHidden():
            self.close_help()
        self._mark_rail()
        if not covered:
            page.set_default_focus()

    def prepare(self, overlay: Overlay) -> None:
        """Add an overlay that will be needed."""
        self.overlays.prepare(overlay)

    def cover(self, overlay: Overlay) -> None:
        """Show an overlay in front of everything; the current page is hidden meanwhile."""
        if self.overlays.front is None and self._in_sight is not None:
            self._in_sight.hidden()
        if self.overlays.cover(overlay):
            self._retitle()

    def uncover(self, overlay: Overlay) -> None:
        """Remove the overlay; the page and its focus are restored."""
        if not self.overlays.uncover(overlay):
            return
        self._retitle()
        if self.overlays.front is None and self._in_sight is not None:
            self._in_sight.shown()
            if not self.overlays.return_focus():
                self._in_sight.set_default_focus()

    def show_lock_button(self, *, shown: bool) -> None:
        """Show the rail's lock button, where a PIN is set."""
        self.rail.button(_LOCK).setVisible(shown)
        self.rail.fit(self.size())

    def _set_default_focus(self) -> None:
        front = self.overlays.front or self._in_sight
        if front is not None:
            front.set_default_focus()

    def toggle_help(self) -> None:
        """Open or close the help on the current page."""
        if not self.help.isHidden():
            self.close_help()
        elif self._in_sight is not None:
            self.help.show()
            self._share_width()
            self._mark_rail()
            self.help.set_default_focus()

    def close_help(self) -> None:
        """The page has the whole width again, and the keyboard if the help had it."""
        had_keyboard = self.help.has_keyboard()
        self.help.hide()
        self._share_width()
        self._mark_rail()
        if had_keyboard and self._in_sight is not None:
            self._in_sight.set_default_focus()

    def handle_scan(self, scan: Scan) -> None:
        """Handle a scan on any page: it is a card to check, unless the page wants it.

        A help that covers the page makes way.
        """
        overlay = self.overlays.front
        if overlay is not None and (overlay.handle_scan(scan) or self.overlays.front is not None):
            return
        if self._room.isHidden():
            self.close_help()
        if self._in_sight is None or self._in_sight.handle_scan(scan):
            return
        if isinstance(scan.reading, PartRead):
            self.show_message("warning", sentences(*hint_texts(scan.reading, self._language.words)))
            return
        self.open_page(self.home.topic)
        self.home.handle_scan(scan)

    def scan_was_whole(self) -> None:
        """Called when the latest scan, in doubt, turned out to be complete."""
        for page in self._built.values():
            page.scan_was_whole()

    def show_message(self, tone: MessageTone, text: str) -> None:
        """Show a message above the pages; good news disappears by itself."""
        self.message.show_message(tone, text, passing=tone == "success")

    def place(self) -> str:
        """The window's position and size, for :meth:`put`."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def put(self, place: str | None) -> None:
        """Stand where the window stood before; a screen that is gone is Qt's to see to."""
        if place is not None:
            self.restoreGeometry(QByteArray.fromBase64(place.encode()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody wanted are the page's; Escape leads home from any other."""
        page = None if self.overlays.front is not None else self._in_sight
        if page is None or page.handle_key(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.open_page(self.home.topic)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The page begins with the keyboard where it belongs."""
        super().showEvent(event)
        self.rail.fit(self.size())
        self._set_default_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail has names, and the help stands beside the page, where there is room."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without a question: what was recorded is on the disk."""
        super().closeEvent(event)
        if not self._gone:
            self._gone = True
            self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _retranslate(self) -> None:
        self._name_rail_buttons()
        self._retitle()

    def _build_content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("central")
        column = QVBoxLayout()
        column.setSpacing(0)
        pages = QVBoxLayout(self._room)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.addWidget(self._pages)
        self.messages = FloatingMessages(self._room, self.message)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._room, _PAGE)
        beside.addWidget(self.help, _SIDE)
        column.addLayout(beside, 1)
        column.addWidget(self.banner)  # it stays: in a place of its own it covers nothing
        column.addWidget(self.strip)
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(column, 1)
        return content

    def _chosen(self, topic: str) -> None:
        if topic == _HELP:
            self.toggle_help()
        elif topic == _LOCK:
            self.lock_wanted.emit()
        else:
            self.open_page(topic)

    def _mark_rail(self) -> None:
        in_sight = [self._in_sight.topic] if self._in_sight is not None else []
        self.rail.mark(*in_sight, *([] if self.help.isHidden() else [_HELP]))

    def _fit(self) -> None:
        self.rail.fit(self.size())
        self._share_width()

    def _share_width(self) -> None:
        """In large type, or a narrow window, the help stands in the place of the page."""
        em = self.fontMetrics().horizontalAdvance("M")
        room = self.width() - self.rail.width() >= _BOTH_EMS * em
        self._room.setVisible(room or self.help.isHidden())

    def _name_rail_buttons(self) -> None:
        self.rail.setAccessibleName(self.tr("Pages"))
        for topic in self._kinds:
            self._name_page_button(topic)
        self.rail.set_texts(_HELP, self.tr("Help"), _HELP_KEY)
        self.rail.set_texts(_LOCK, self.tr("Lock"), _LOCK_KEY)
        self.rail.fit(self.size())

    def _name_page_button(self, topic: str) -> None:
        kind = self._kinds[topic]
        key = QKeySequence(_key(kind)).toString(QKeySequence.SequenceFormat.NativeText)
        self.rail.set_texts(topic, kind.title(), key)
        self._show_waiting_at(topic)

    def _show_waiting(self) -> None:
        for topic in self._kinds:
            self._show_waiting_at(topic)

    def _show_waiting_at(self, topic: str) -> None:
        kind = self._kinds[topic]
        count = kind.waiting(self._app_status)
        spoken = self.tr("%n record(s) to resolve", "", count)
        name = kind.title()
        self.rail.show_waiting(topic, count, f"{name}, {spoken}" if count else name)

    def _retitle(self) -> None:
        page = self.overlays.front or self._in_sight
        self.setWindowTitle(f"{page.title()} · Kaikuluukku" if page else "Kaikuluukku")


def _key(page: type[PageEntry]) -> str:
    """Ctrl and a digit: some scanners type codes with Alt and digits, so those are left to them."""
    return f"Ctrl+{page.place}"
