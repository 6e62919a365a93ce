"""The ticket page's left side: the number, the offer, the modes, and the latest visits."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.ticket.controller import TicketController
from desk_app.ui.ticket.earlier_visits import EarlierVisits
from desk_app.ui.ticket.modes import Modes
from desk_app.ui.ticket.offer_line import OfferLine
from desk_app.ui.ticket.offer_tiles import OfferTiles
from desk_app.ui.ticket.recent_visit_line import RecentVisitLine
from desk_app.ui.ticket.recent_visit_list import visit_text
from desk_app.ui.ticket.todays_tickets import TodaysTicketsReader
from desk_app.ui.ticket.todays_tickets_line import TodaysTicketsLine
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.number_field import Keys, NumberField
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated
from desk_app.ui.widgets.viewfinder import Viewfinder

_GAP = 6
"""Pixels between its parts: with more, a long name beside a camera would cost a row of tiles."""
_RULE = 1
"""Pixels of the line between offers and visits."""


class TicketSide(Translated, QScrollArea):
    """Shows the session's state; ``keys`` get what is pressed in the number field."""

    def __init__(self, context: PageContext, controller: TicketController, keys: Keys) -> None:
        super().__init__()
        icons, language, app_status = context.icons, context.language, context.app_status
        self._controller = controller
        self._preferences = context.preferences
        self._label = label("section", wrap=True)
        self.number = NumberField(keys)
        self._label.setBuddy(self.number)
        self.offer_line = OfferLine(icons, language, app_status)
        self.tiles = OfferTiles()
        self._reader = TodaysTicketsReader(context.services, context.tasks, app_status)
        self._reader.setParent(self)
        self.todays_tickets_line = TodaysTicketsLine()
        self._reader.changed.connect(self._show_todays_tickets)
        self.hints = Button("link")
        self.modes = Modes(self.hints)
        self.last_line = RecentVisitLine(icons, language, app_status)
        self.earlier = EarlierVisits(icons, language, app_status)
        self._error = label("muted", wrap=True)
        self._app_status, self._language = app_status, language
        camera_controller = context.camera_controller
        self.viewfinder = (
            Viewfinder(icons, language, camera_controller)
            if camera_controller is not None
            else None
        )
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._column())
        self.number.textChanged.connect(self._typed)
        self.modes.express_pressed.connect(controller.toggle_express)
        self.modes.group_pressed.connect(controller.toggle_group)
        self.last_line.pressed.connect(controller.recent_visits.toggle)
        self.earlier.pressed.connect(controller.recent_visits.toggle)
        self.tiles.chosen.connect(controller.choose_offer)
        if camera_controller is not None:
            camera_controller.changed.connect(self._fit_tiles)
        self._retranslate()

    def show_session(self) -> None:
        """Show how things stand."""
        controller, recent_visits = self._controller, self._controller.recent_visits
        offer = controller.offer
        self.number.show_number(controller.session.text)
        self.offer_line.show_offer(offer)
        self.tiles.show_offers(self._app_status, self._language.words, offer.id if offer else None)
        self._reader.show_offer(offer)
        self._show_todays_tickets()
        self.modes.show_modes(
            express=self._preferences.settings.express,
            express_locked=self._preferences.is_locked("express"),
            group=recent_visits.group,
            busy=controller.busy,
        )
        self.last_line.show_last(recent_visits.listed.latest)
        self.earlier.show_visits(recent_visits.listed)
        self._show_error()

    def _show_todays_tickets(self) -> None:
        self.todays_tickets_line.show_todays_tickets(self._reader.todays_tickets)
        self.todays_tickets_line.setVisible(self._controller.offer is not None)

    def _show_error(self) -> None:
        """Show a failure to void or restore: below the rows, which stay in their places."""
        words = self._language.words
        texts = [
            "\n".join(
                (visit_text(last.visit, words, self._app_status.zone), *words.error(last.error))
            )
            for last in self._controller.recent_visits.listed
            if last.error is not None
        ]
        self._error.setText("\n\n".join(texts))
        self._error.setVisible(bool(texts))

    def _typed(self, text: str) -> None:
        """Whatever changed the field: keys, or dictation, which Qt does not call editing."""
        if text == self._controller.session.text:
            return
        if self.isEnabled():
            self._controller.type(text)
        else:  # an assistive technology writes into what a lock covers
            self.number.show_number(self._controller.session.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tiles take the room that there is."""
        super().resizeEvent(event)
        self._fit_tiles()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another part may need the room that tiles have; they do not come back by themselves."""
        handled = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.tiles.set_rows(min(self._rows_of_tiles(), self.tiles.rows))
        return handled

    def _fit_tiles(self) -> None:
        self.tiles.set_rows(self._rows_of_tiles())

    def _rows_of_tiles(self) -> int:
        """As many as there is room for without scrolling, also once there are visits."""
        width = self.viewport().width() - 2 * Space.M
        taken = Space.M + 2 * _GAP + _RULE + self.earlier.closed_height
        for part in (
            *(self._label, self.number, self.offer_line, self.todays_tickets_line),
            *(self.last_line, self.viewfinder, self.modes),
        ):
            if part is not None:
                taken += _GAP + _height(part, width)
        return self.tiles.rows_in(self.viewport().height() - taken)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Card number"))
        self.number.setAccessibleName(self.tr("Card number"))
        self.number.setPlaceholderText(self.tr("Scan or type"))
        self.hints.set_texts("?", self.tr("What the keys do"))
        self.hints.setToolTip(self.tr("What the keys do"))

    def _column(self) -> QWidget:
        inner = QFrame()
        inner.setObjectName("card")
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        column.setSpacing(_GAP)
        column.addWidget(self._label)
        column.addWidget(self.number)
        column.addWidget(self.offer_line)
        column.addWidget(self.todays_tickets_line)
        column.addWidget(self.tiles)
        column.addWidget(_line())
        for part in (self.last_line, self.earlier, self._error, self.viewfinder):
            if part is not None:
                column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.modes)
        return inner


def _height(part: QWidget, width: int) -> int:
    high = part.heightForWidth(width) if part.hasHeightForWidth() else -1
    return max(high, part.minimumSizeHint().height(), part.minimumHeight())


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(_RULE)
    return line
