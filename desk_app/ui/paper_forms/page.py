"""The page for paper forms: printing the form, and entering filled-in ones."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desk_app.messages.sentences import sentences
from desk_app.services.errors import DayOutOfBoundsError
from desk_app.services.scans import Scan
from desk_app.services.visit_days import check_visit_day
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.paper_forms.entry import PaperFormsEntry
from desk_app.ui.paper_forms.entry_panel import PaperEntryPanel
from desk_app.ui.paper_forms.print_panel import PaperPrintPanel
from desk_app.ui.widgets.button import WrappingButton
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.offer_chooser import OfferChooser
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.printed_day import printed_day
from desk_app.ui.widgets.scroll import scrolled
from desk_app.ui.widgets.translated import Translated
from sync.rules.offers import Offer

_KEY_IN, _PRINT = "key_in", "print"


class PaperPage(Translated, PaperFormsEntry, WindowPage):
    """The offer and the day are chosen above, once for all rows and for the form."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        icons, language, app_status = context.icons, context.language, context.app_status
        self._context = context
        self._offer_id: UUID | None = None
        self._printing = False
        self._day_for: UUID | None = None  # the offer that the day was filled in for
        self._header = PageHeader()
        self._parts = Choice(icons, tick=False)
        self._header.add_action(self._parts)
        self.offer_button = WrappingButton()
        self._offer_row = FormRow(icons, self.offer_button, above=True)
        self.day = QLineEdit()
        self.day.setMaxLength(10)
        self._day_row = FormRow(icons, self.day, above=True)
        self.paper_entry = PaperEntryPanel(context)
        self.printing = PaperPrintPanel(context)
        self.chooser = OfferChooser(icons, language, app_status)
        self.printing.hide()
        self._stack = QStackedWidget()
        self._scroll = scrolled(self._sheet())
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.paper_entry.acts)
        column.addWidget(self.printing.acts)
        self._connect()
        self._retranslate()
        self._parts.show_chosen(_KEY_IN)
        self._show_acts()

    def shown(self) -> None:
        """Rows from before come back; what is sold is what the form is likely for."""
        self.paper_entry.controller.read()
        if self._offer_id is None:
            self._set_offer(self._context.preferences.settings.offer_id)
        self._begin()

    def set_default_focus(self) -> None:
        """Focus what is missing: the offer, the day, or the next row."""
        if self._stack.currentWidget() is self.chooser:
            self.chooser.search.setFocus()
        elif self._printing or self._day() is None:
            self.day.setFocus()
            self._scroll.ensureWidgetVisible(self._day_row)
        else:
            self.paper_entry.start()

    def handle_scan(self, scan: Scan) -> bool:
        """Fill a card into the current row; while the form is printed it is the ticket page's."""
        return not self._printing and self.paper_entry.handle_scan(scan)

    def handle_key(self, event: QKeyEvent) -> bool:
        """F2 chooses the offer; Ctrl and Enter record the current row."""
        if event.key() == Qt.Key.Key_F2:
            self.choose_offer()
            return True
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held:
            self.paper_entry.record_row()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody on the page wanted."""
        if not self.handle_key(event):
            super().keyPressEvent(event)

    def choose_offer(self) -> None:
        """Open the list of offers."""
        self._stack.setCurrentWidget(self.chooser)
        self.chooser.open(self._offer_id)

    def show_part(self, part: str) -> None:
        """Show the panel for entering, or for printing."""
        self._parts.show_chosen(part)
        self._printing = part == _PRINT
        self.paper_entry.setVisible(not self._printing)
        self._show_acts()
        self.printing.setVisible(self._printing)
        self._scroll.verticalScrollBar().setValue(0)
        self._begin()

    def _show_acts(self) -> None:
        current = self._stack.currentIndex() == 0
        self.paper_entry.acts.setVisible(current and not self._printing)
        self.printing.acts.setVisible(current and self._printing)

    def _sheet(self) -> QWidget:
        inner = QWidget()
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(self._offer_row, 3, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._day_row, 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(top)
        column.addWidget(self.paper_entry, 1)
        column.addWidget(self.printing, 1)
        return inner

    def _connect(self) -> None:
        self._parts.chosen.connect(self.show_part)
        self._stack.currentChanged.connect(self._show_acts)
        self.offer_button.clicked.connect(self.choose_offer)
        self.chooser.closed.connect(self._close_offers)
        self.chooser.chosen.connect(self._choose)
        self.day.textChanged.connect(lambda _: self._day_row.show_fault(""))
        self.day.editingFinished.connect(self._begin)
        self.day.returnPressed.connect(self._go_on)
        self._context.app_status.changed.connect(self._status_changed)

    def _choose(self, offer_id: UUID) -> None:
        self._set_offer(offer_id)
        self._close_offers()

    def _close_offers(self) -> None:
        self._stack.setCurrentIndex(0)
        self._begin()
        self.set_default_focus()

    def _go_on(self) -> None:
        self._begin()
        if self._day() is not None and not self._printing:
            self.paper_entry.start()

    # The offer and the day

    def _offer(self) -> Offer | None:
        return self._context.app_status.offer(self._offer_id)

    def _set_offer(self, offer_id: UUID | None) -> None:
        """The day of an event that has been is its own; of anything else nobody can know it."""
        self._offer_id = offer_id
        offer = self._offer()
        if offer is None or self._day_for == offer.id:
            return
        self._day_for = offer.id
        day = None
        if offer.starts_at is not None:
            day = offer.starts_at.astimezone(self._context.app_status.zone).date()
        known = day is not None and day <= self._today()
        self.day.setText(f"{day.day}.{day.month}.{day.year}" if day and known else "")

    def _today(self) -> date:
        app_status = self._context.app_status
        return app_status.now().astimezone(app_status.zone).date()

    def _day(self) -> date | None:
        """The day, unless it is none, or one that no visit can have."""
        day = printed_day(self.day.text())
        return day if day is not None and self._fault(day) is None else None

    def _fault(self, day: date) -> DayOutOfBoundsError | None:
        try:
            check_visit_day(day, self._today(), ahead=False)
        except DayOutOfBoundsError as fault:
            return fault
        return None

    def _begin(self) -> None:
        """Rows and form are for what stands above."""
        offer, day = self._offer(), printed_day(self.day.text())
        self._show_offer(offer)
        self.printing.begin(offer, day)
        self.paper_entry.begin(offer.id if offer else None, self._day())
        if self.day.text().strip() and day is None:
            self._day_row.show_fault(
                self.tr("Enter the date as day, month and year, for example 9.3.2027.")
            )
        elif day is not None and not self._printing and (fault := self._fault(day)) is not None:
            self._day_row.show_fault(sentences(*self._context.language.words.error(fault)))
        else:
            self._day_row.show_fault("")

    def _status_changed(self) -> None:
        if self.isVisible() and self._day_for is None:
            self._set_offer(self._offer_id or self._context.preferences.settings.offer_id)
            self._begin()
        self._show_offer(self._offer())

    def _show_offer(self, offer: Offer | None) -> None:
        words, app_status = self._context.language.words, self._context.app_status
        text = self.tr("No offer chosen")
        if offer is not None:
            when = words.offer_when(offer, app_status.now(), app_status.zone)
            text = " · ".join(each for each in (words.offer_name(offer), when) if each)
        self._offer_row.set_texts(self.tr("Offer"))
        self.offer_button.set_texts(text, self.tr("Choose the offer: {now}").format(now=text))
        self.offer_button.setToolTip("F2")

    def _retranslate(self) -> None:
        self._header.set_texts(self.title())
        self._parts.set_options({_KEY_IN: self.tr("Enter forms"), _PRINT: self.tr("Print a form")})
        self._day_row.set_texts(self.tr("Date of the visits"))
        self.day.setPlaceholderText(self.tr("d.m.yyyy"))
        self._show_offer(self._offer())
