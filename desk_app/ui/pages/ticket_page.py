"""The ticket window: a number comes in, what to hand out comes up, Enter records."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from desk_app.services.scans import Scan
from desk_app.ui.fittings import Fittings
from desk_app.ui.given import Given
from desk_app.ui.models.panel import panel
from desk_app.ui.models.sale import Act, Stage
from desk_app.ui.pages.page import Page
from desk_app.ui.pages.ticket_keys import TicketKeys
from desk_app.ui.pages.ticket_side import TicketSide
from desk_app.ui.sounding import Sounding
from desk_app.ui.theme import Space
from desk_app.ui.ticket_deeds import TicketDeeds
from desk_app.ui.widgets.offer_chooser import OfferChooser
from desk_app.ui.widgets.verdict_panel import VerdictPanel

_PATIENCE_MS = 150
"""An answer within this time comes up without a word of waiting before it."""


class TicketPage(Page):
    """Left: the number, the offer, the last record. Right: the answer."""

    topic = "ticket"
    icon = "ticket"
    place = 1

    def __init__(self, fittings: Fittings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        icons, language, surroundings = fittings.icons, fittings.language, fittings.surroundings
        self._deeds = TicketDeeds(
            fittings.counter,
            fittings.tasks,
            surroundings,
            fittings.preferences,
            fittings.clock,
        )
        self._deeds.setParent(self)
        if fittings.sounds is not None:
            Sounding(self._deeds, fittings.preferences, fittings.sounds, self)
        self._surroundings = surroundings
        self._language = language
        self._keys = TicketKeys(self._deeds, self)
        self._stage = Stage.IDLE
        self._asked_for_offer = False
        self.side = TicketSide(fittings, self._deeds, self._keys.take)
        self.number = self.side.number
        self.panel = VerdictPanel(icons, self._keys.take)
        self._eye = fittings.eye
        self.chooser = OfferChooser(icons, language, surroundings)
        self._right = QStackedWidget()
        self._right.addWidget(self.panel)
        self._right.addWidget(self.chooser)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        columns.setSpacing(Space.L)
        columns.addWidget(self.side, 2)
        columns.addWidget(self._right, 3)
        self._connect()
        self._retranslate()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Ticket window")

    @property
    def given(self) -> Given:
        """What was handed out here, and the group there is."""
        return self._deeds.given

    def shown(self) -> None:
        """The camera is wanted here, and here alone."""
        self._deeds.attended = True
        if self._eye is not None:
            self._eye.show_in_window(in_sight=True)

    def hidden(self) -> None:
        """Let it go. Keys that waited for a record were typed by somebody who saw the page."""
        self._deeds.attended = False
        self._keys.drop()
        if self._eye is not None:
            self._eye.show_in_window(in_sight=False)

    def take_keyboard(self) -> None:
        """The number field has it."""
        if self._right.currentWidget() is self.chooser:
            self.chooser.search.setFocus()
        else:
            self.number.setFocus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Keys from anywhere in the window are the number field's."""
        return self._keys.take(event)

    def take_scan(self, scan: Scan) -> bool:
        """A card takes the place of what is in sight, and is checked; what is no card is told."""
        self.close_offers()
        if self._deeds.scan(scan.reading, scan.entry, in_doubt=scan.in_doubt):
            self.check()
        return True

    def scan_was_whole(self) -> None:
        """What may be recorded at the scan is recorded now."""
        self._deeds.scan_was_whole()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that a button or a stepper left over."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the language in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    # What the keys ask for

    def put(self, text: str) -> None:
        """Type into the number field."""
        self.number.setFocus()
        self.number.insert(text)

    def go_on(self) -> None:
        """Whatever comes next in the sale; without an offer, one is chosen first."""
        sale = self._deeds.sale
        if self._deeds.offer is None and sale.act is Act.CHECK:
            self.choose_offer()
        if sale.act is Act.CHECK_NUMBER:  # the end of it first: slips are made there
            self.number.setFocus()
            self.number.end(False)  # noqa: FBT003 - Qt's own
        day = self.panel.printed_day.day() if sale.act is Act.CHECK_PRINTED else None
        self._deeds.enter(day)

    def check(self) -> None:
        """Check what a scanner sent; without an offer, one is chosen first."""
        if self._deeds.offer is None:
            self.choose_offer()
        self._deeds.check()

    def undo(self) -> None:
        """Take back the last record."""
        self._deeds.given.undo()

    def choose_offer(self) -> None:
        """Open the list of offers, where there are any."""
        if self._surroundings.offers:
            self._right.setCurrentWidget(self.chooser)
            offer = self._deeds.offer
            self.chooser.open(offer.id if offer else None)

    def switch_camera(self) -> None:
        """On, or off."""
        if self._eye is not None:
            self._eye.switch()

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
        self.side.offer_card.change.connect(self.choose_offer)
        self.panel.stepped.connect(self._deeds.step)
        self.panel.row_chosen.connect(self._deeds.take_row)
        self.panel.acted.connect(self.go_on)
        self.panel.second_acted.connect(self._deeds.begin_provisional)
        self.panel.cleared.connect(self._deeds.clear)
        self.panel.fee.told.connect(self._deeds.tell_value)
        self.chooser.closed.connect(self.close_offers)
        self.chooser.chosen.connect(self._deeds.choose_offer)
        self.chooser.chosen.connect(self.close_offers)
        self._patience.timeout.connect(self._show_panel)
        self._deeds.changed.connect(self._show)

    def _retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        sale = self._deeds.sale
        if self._eye is not None:  # a result in sight needs no camera
            self._eye.look(wanted=sale.stage in (Stage.IDLE, Stage.DONE))
        self.side.show_sale()
        self._show_panel()
        if sale.stage is not self._stage:
            self._stage = sale.stage
            self._put_keyboard(sale.stage)
        self._ask_for_offer_once()

    def _show_panel(self) -> None:
        sale = self._deeds.sale
        if sale.stage is not Stage.CHECKING:
            self._patience.stop()
        elif self.sender() is not self._patience:
            if not self._patience.isActive():
                self._patience.start()
            return
        self.panel.show_panel(
            panel(
                sale,
                self._surroundings.standing,
                self._deeds.offer,
                any_offers=bool(self._surroundings.offers),
                words=self._language.words,
                party=self._deeds.given.party,
            )
        )

    def _put_keyboard(self, stage: Stage) -> None:
        if stage is Stage.PROVISIONAL:
            self.panel.printed_day.start()
        elif self._deeds.sale.asks_value:
            self.panel.fee.start()
        elif self._right.currentWidget() is self.panel:
            self.number.setFocus()

    def _ask_for_offer_once(self) -> None:
        standing = self._surroundings.standing
        ready = standing is not None and standing.desk is not None and self._surroundings.offers
        if ready and not self._asked_for_offer:
            self._asked_for_offer = True
            if self._deeds.offer is None:
                self.choose_offer()
