"""The list of offers with its search, shown in place of the verdict while it is open."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.number_field import KeyedField
from desk_app.ui.widgets.offer_list import grouped
from desk_app.ui.widgets.offer_rows import OfferRows
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated


class OfferChooser(Translated, QFrame):
    """Emits ``chosen`` with the offer's id; or ``closed`` when nothing was chosen."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        icons: Icons,
        language: Language,
        app_status: AppStatus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chooser")
        self._app_status = app_status
        self._current: UUID | None = None
        self._title = label("title", wrap=True)
        self._close = Button("quiet", icons, "close")
        self.search = KeyedField(self._key)
        self._list = OfferRows(language, app_status)
        self._nothing = label("muted", wrap=True)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._close.clicked.connect(self.closed)
        self.search.textChanged.connect(self._fill)
        self._list.chosen.connect(self.chosen)
        self._list.clicked.connect(self._list.choose)
        app_status.changed.connect(self._renew)
        self._retranslate()

    def open(self, current: UUID | None) -> None:
        """Begin with the whole list and the offer that is being sold."""
        self._current = current
        self.search.clear()
        self._fill()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the list or a button left over."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What are the tickets for?"))
        self._close.setAccessibleName(self.tr("Close the list"))
        self._close.setToolTip(self.tr("Close the list"))
        self.search.setPlaceholderText(self.tr("Search by name or place"))
        self.search.setAccessibleName(self.tr("Search by name or place"))
        self._list.setAccessibleName(self.tr("Offers"))
        self._nothing.setText(self.tr("No offers match your search."))
        self._fill()

    def _renew(self) -> None:
        if self.isVisible():  # it is filled whenever it is opened
            self._fill()

    def _fill(self) -> None:
        now, zone = self._app_status.now(), self._app_status.zone
        found = grouped(self._app_status.offers, self.search.text(), now, zone)
        self._list.show_offers(found, self._current)
        self._nothing.setVisible(not found)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return self._list.handle_key(event)
