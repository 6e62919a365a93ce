"""The ticket page: enter a number, see the verdict, record with Enter."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.ticket.card_session import EnterAction
from desk_app.ui.ticket.controller import TicketController
from desk_app.ui.ticket.key_hints import KeyHints
from desk_app.ui.ticket.keyboard import TicketKeys
from desk_app.ui.ticket.recent_visits import RecentVisits
from desk_app.ui.ticket.side_panel import TicketSide
from desk_app.ui.ticket.stages import Stage
from desk_app.ui.ticket.verdict_panel import VerdictPanel
from desk_app.ui.ticket.verdict_sounds import VerdictSounds
from desk_app.ui.ticket.verdict_view import verdict_view
from desk_app.ui.widgets.offer_chooser import OfferChooser
from desk_app.ui.widgets.translated import Translated

_SIDE, _SIDE_WHEN_NARROW, _PANEL = 4, 5, 7
"""The shares of the width."""
_NARROW_EMS = 75
"""Below so many letters M of width the left side needs a larger share."""
_PATIENCE_MS = 150
"""An answer within this time comes up without a word of waiting before it."""
_SOON_OVER = (Stage.CHECKING, Stage.RECORDING)
"""The store answers next, as a rule before anybody has seen that it was asked."""


class TicketPage(Translated, WindowPage):
    """The number, the offer and the latest visit; beside them the verdict."""

    topic = "ticket"
    icon = "ticket"
    place = 1

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        icons, language, app_status = context.icons, context.language, context.app_status
        self._controller = TicketController(
            context.services,
            context.tasks,
            app_status,
            context.preferences,
            context.clock,
        )
        self._controller.setParent(self)
        if context.sounds is not None:
            VerdictSounds(self._controller, context.preferences, context.sounds, self)
        self._app_status = app_status
        self._language = language
        self._keys = TicketKeys(self._controller, self)
        self._stage = Stage.IDLE
        self._asked_for_offer = False
        self.side = TicketSide(context, self._controller, self._keys.handle_key)
        self.number = self.side.number
        self.panel = VerdictPanel(icons, language, self._keys.handle_key)
        self._preferences = context.preferences
        self._camera_controller = context.camera_controller
        self.chooser = OfferChooser(icons, language, app_status)
        self._right = QStackedWidget()
        self._right.addWidget(self.panel)
        self._right.addWidget(self.chooser)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        columns.setSpacing(Space.M)
        columns.addWidget(self.side, _SIDE)
        columns.addWidget(self._right, _PANEL)
        self._columns = columns
        self._key_hints: KeyHints | None = None
        self._connect()
        self._retranslate()

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("TicketPage", "Ticket desk")

    @property
    def recent_visits(self) -> RecentVisits:
        """The visits recorded here, and the current group."""
        return self._controller.recent_visits

    def shown(self) -> None:
        """The camera is wanted here, and here alone."""
        self._controller.attended = True
        if self._camera_controller is not None:
            self._camera_controller.show_in_window(in_sight=True)

    def hidden(self) -> None:
        """Let it go. Keys that waited for a record were typed by somebody who saw the page."""
        self._controller.attended = False
        self._keys.drop()
        if self._camera_controller is not None:
            self._camera_controller.show_in_window(in_sight=False)

    def set_default_focus(self) -> None:
        """Focus the number field."""
        if self._right.currentWidget() is self.chooser:
            self.chooser.search.setFocus()
        else:
            self.number.setFocus()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Handle keys from anywhere in the window as the number field's."""
        return self._keys.handle_key(event)

    def handle_scan(self, scan: Scan) -> bool:
        """Check a scanned card in the place of what is in sight; for other codes show a hint."""
        self.close_offers()
        self._hide_hints()
        if self._controller.scan(scan.reading, scan.entry, in_doubt=scan.in_doubt):
            self.check()
        return True

    def scan_was_whole(self) -> None:
        """Record now what may be recorded at the scan."""
        self._controller.scan_was_whole()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that a button or a stepper left over."""
        if not self.handle_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_EMS * self.fontMetrics().horizontalAdvance("M")
        self._columns.setStretch(0, _SIDE_WHEN_NARROW if narrow else _SIDE)

    # What the keys ask for

    def put(self, text: str) -> None:
        """Type into the number field."""
        self.number.setFocus()
        self.number.insert(text)

    def go_on(self) -> None:
        """Do the session's next step; without an offer, one is chosen first."""
        session = self._controller.session
        if self._controller.offer is None and session.action is EnterAction.CHECK:
            self.choose_offer()
        if session.action is EnterAction.CHECK_NUMBER:  # the end of it first: slips are made there
            self.number.setFocus()
            self.number.end(False)  # noqa: FBT003 - Qt's own
        day = self.panel.printed_day.day() if session.action is EnterAction.CHECK_PRINTED else None
        self._controller.enter(day)

    def check(self) -> None:
        """Check what a scanner sent; without an offer, one is chosen first."""
        if self._controller.offer is None:
            self.choose_offer()
        self._controller.check()

    def undo(self) -> None:
        """Take back the last record."""
        self._controller.recent_visits.undo()

    def choose_offer(self) -> None:
        """Open the list of offers, where there are any."""
        if self._app_status.offers:
            self._right.setCurrentWidget(self.chooser)
            offer = self._controller.offer
            self.chooser.open(offer.id if offer else None)

    def choose_favourite(self, place: int) -> None:
        """Choose the offer of a tile, by its place from 0."""
        self.side.tiles.choose(place)

    def toggle_hints(self) -> None:
        """Show what the keys do, or no more."""
        if not self._hide_hints():
            self._key_hints = self._key_hints or KeyHints(self)
            self._key_hints.show_above(self.side.hints)

    def escape(self) -> None:
        """Put the list of keys away, or else the card."""
        if not self._hide_hints():
            self._controller.clear()

    def _hide_hints(self) -> bool:
        """False where they were not in sight."""
        if self._key_hints is None or not self._key_hints.isVisible():
            return False
        self._key_hints.hide()
        return True

    def switch_camera(self) -> None:
        """Switch the camera on, or off."""
        if self._camera_controller is not None:
            self._camera_controller.switch()

    def close_offers(self) -> None:
        """Close it; the number field has the keyboard again."""
        if self._right.currentWidget() is self.chooser:
            self._right.setCurrentWidget(self.panel)
            self.number.setFocus()

    def typing_day(self) -> bool:
        """Whether the keyboard is in the field for the printed day, or in that for the fee."""
        return self.panel.printed_day.field.hasFocus() or self.panel.fee.field.hasFocus()

    def typing_number(self) -> bool:
        """Whether the keyboard is in the number field."""
        return self.number.hasFocus()

    # What is shown

    def _connect(self) -> None:
        self.side.offer_line.change.connect(self.choose_offer)
        self.side.tiles.chosen.connect(self.close_offers)
        self.side.hints.clicked.connect(self.toggle_hints)
        self.panel.counted.connect(self._controller.give)
        self.panel.row_chosen.connect(self._controller.set_row)
        self.panel.acted.connect(self.go_on)
        self.panel.second_acted.connect(self._controller.begin_provisional)
        self.panel.cleared.connect(self._controller.clear)
        self.panel.fee.entered.connect(self._controller.set_fee)
        self.chooser.closed.connect(self.close_offers)
        self.chooser.chosen.connect(self._controller.choose_offer)
        self.chooser.chosen.connect(self.close_offers)
        self._patience.timeout.connect(self._show_panel)
        self._controller.changed.connect(self._show)

    def _retranslate(self) -> None:
        self._show(aloud=False)

    def _show(self, *, aloud: bool = True) -> None:
        session = self._controller.session
        if self._camera_controller is not None:  # a result in sight needs no camera
            self._camera_controller.set_decoding(on=session.stage in (Stage.IDLE, Stage.DONE))
        self.side.show_session()
        self.panel.show_modes(
            express=self._preferences.settings.express, group=self._controller.recent_visits.group
        )
        self._show_panel(aloud=aloud)
        if session.stage is not self._stage:
            self._stage = session.stage
            self._put_keyboard(session.stage)
        self._ask_for_offer_once()

    def _show_panel(self, *, aloud: bool = True) -> None:
        session = self._controller.session
        if session.stage not in _SOON_OVER:
            self._patience.stop()
        elif self.sender() is not self._patience:
            if not self._patience.isActive():
                self._patience.start()
            return
        self.panel.show_panel(
            verdict_view(
                session,
                self._app_status.standing,
                self._controller.offer,
                any_offers=bool(self._app_status.offers),
                words=self._language.words,
                group=self._controller.recent_visits.group,
            ),
            aloud=aloud,
        )

    def _put_keyboard(self, stage: Stage) -> None:
        if stage is Stage.PROVISIONAL:
            self.panel.printed_day.start()
        elif self._controller.session.asks_value:
            self.panel.fee.start()
        elif self._right.currentWidget() is self.panel:
            self.number.setFocus()

    def _ask_for_offer_once(self) -> None:
        standing = self._app_status.standing
        ready = standing is not None and standing.desk is not None and self._app_status.offers
        if ready and not self._asked_for_offer:
            self._asked_for_offer = True
            if self._controller.offer is None:
                self.choose_offer()
