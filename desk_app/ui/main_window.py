"""The main window: pages, with what is always in sight around them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.icons import Icons
from desk_app.ui.language import Language
from desk_app.ui.pages.page import Page
from desk_app.ui.surroundings import Surroundings
from desk_app.ui.theme import Space
from desk_app.ui.widgets.banner import Banner
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.language_switch import LanguageSwitch
from desk_app.ui.widgets.status_strip import StatusStrip
from desk_app.ui.widgets.styling import label

_NARROWEST = (800, 480)
_AT_FIRST = (1180, 720)


class MainWindow(QMainWindow):
    """Takes pages; ``closed`` is emitted when the window goes."""

    closed = Signal()

    def __init__(self, icons: Icons, language: Language, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._pages = QStackedWidget()
        self._venue = label("strong")
        self._desk = label("small")
        self.language_switch = LanguageSwitch()
        self.language_switch.show_language(language.code)
        self.banner = Banner(icons)
        self.strip = StatusStrip(icons, language, surroundings)
        central = QWidget()
        central.setObjectName("central")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top(icons))
        column.addWidget(self._framed_banner())
        column.addWidget(self._pages, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(central)
        self.setMinimumSize(*_NARROWEST)
        self.resize(*_AT_FIRST)
        surroundings.changed.connect(self._show_desk)
        self._show_desk()

    def add_page(self, page: Page) -> None:
        """Take in a page; the first one is in sight."""
        self._pages.addWidget(page)
        self._retitle()

    def page(self) -> Page | None:
        """The page in sight."""
        page = self._pages.currentWidget()
        return page if isinstance(page, Page) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that nobody wanted are the page's."""
        page = self.page()
        if page is None or not page.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The page begins with the keyboard where it belongs."""
        super().showEvent(event)
        page = self.page()
        if page is not None:
            page.take_keyboard()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is asked: what was recorded is on the disk."""
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show_desk()
            self._retitle()

    def _top(self, icons: Icons) -> QFrame:
        top = QFrame()
        top.setObjectName("top")
        mark = QFrame()
        mark.setObjectName("mark")
        inside = QHBoxLayout(mark)
        inside.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        inside.addWidget(IconLabel(icons, "ticket", 22))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._venue)
        texts.addWidget(self._desk)
        row = QHBoxLayout(top)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addWidget(self.language_switch)
        return top

    def _framed_banner(self) -> QWidget:
        frame = QWidget()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(Space.L, Space.S, Space.L, 0)
        inside.addWidget(self.banner)
        return frame

    def _show_desk(self) -> None:
        standing = self._surroundings.standing
        desk = standing.desk if standing else None
        self._venue.setText(desk.venue.name if desk else "Kaikuluukku")
        self._desk.setText(desk.desk_name if desk else self.tr("The Kaikukortti ticket window"))

    def _retitle(self) -> None:
        page = self.page()
        self.setWindowTitle(f"{page.title()} · Kaikuluukku" if page else "Kaikuluukku")
