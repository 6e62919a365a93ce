"""The form for correcting a visit: another number, another offer, other tickets."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.messages.doubts import DOUBTS
from desk_app.messages.sentences import sentences
from desk_app.services.checking import Doubt
from desk_app.services.errors import DayOutOfBoundsError, RefusedError
from desk_app.services.scans import PartRead, Scan
from desk_app.services.visit_days import check_visit_day
from desk_app.ui.appearance.theme import Space
from desk_app.ui.background.tasks import Token
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.correction import Correction, against
from desk_app.ui.widgets.fee_field import FeeField
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.money import written
from desk_app.ui.widgets.number_field import KeyedField
from desk_app.ui.widgets.picker import Picker
from desk_app.ui.widgets.printed_day import printed_day
from desk_app.ui.widgets.printed_day_field import PrintedDayField
from desk_app.ui.widgets.section import Section
from desk_app.ui.widgets.stepper import Stepper
from desk_app.ui.widgets.ticket_rows import ROWS
from desk_app.ui.widgets.translated import Translated
from desk_app.ui.widgets.two_columns import Columns
from sync.rules.card_numbers import end_of
from sync.rules.cards import CardKind
from sync.rules.payloads import CardRead
from sync.rules.tickets import TicketKind
from sync.rules.visits import Visit


class CorrectionForm(Translated, Section):
    """Emits ``saved`` with the visit's id and its replacement; or ``closed``.

    Enter saves, Escape closes. The old number is whole only when somebody asks for it.
    """

    saved = Signal(object, object)
    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.icons, "edit", parent)
        self._context = context
        self._correction: Correction | None = None
        self._visit_text = ""
        self._asks_day = False
        self._asked = Token()
        icons = context.icons
        self.number = KeyedField(self.handle_key)
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._number_row = FormRow(icons, self.number)
        self._show = Button("link", icons, "card")
        self.offer = Picker(icons)
        self._offer_row = FormRow(icons, self.offer)
        self._steppers = {row: Stepper(icons) for row in ROWS}
        columns = Columns()
        for row, stepper in self._steppers.items():
            columns.add(stepper, right=row.card is not CardKind.PERSONAL)
            stepper.stepped.connect(lambda by, row=row: self._step(row, by))
        self.day = KeyedField(self.handle_key)
        self.day.setMaxLength(10)
        self._day_row = FormRow(icons, self.day)
        self.fee = FeeField(self.handle_key)
        self.printed = PrintedDayField(self.handle_key)
        self._error = MessageBar(icons)
        self._save = Button("primary", icons, "check")
        self._close = Button("")
        self.add(self._day_row, self._number_row, self._offer_row, columns, self.fee, self.printed)
        self.add(in_a_row(self._show))
        self.column.addStretch(1)
        self.acts = QWidget()
        """The buttons, which the page keeps in sight, with the error above them."""
        column = QVBoxLayout(self.acts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._error)
        column.addWidget(in_a_row(self._save, self._close))
        self.day.textChanged.connect(self._day_typed)
        self.number.textChanged.connect(self._typed)
        self._show.clicked.connect(self._show_number)
        self.offer.picked.connect(self._pick)
        self.fee.entered.connect(self._set_fee)
        self._save.clicked.connect(self._ask)
        self._close.clicked.connect(self.closed)
        self._retranslate()

    def open(self, visit: Visit, about: str, *, for_its_day: bool = False) -> None:
        """Begin with a visit as it is; ``about`` says it in words.

        One that was refused ``for_its_day`` can be given another, which is asked first.
        """
        self._correction = Correction(visit)
        self._asks_day = for_its_day
        self._day_row.setVisible(for_its_day)
        day = visit.local_date
        self.day.setText(f"{day.day}.{day.month}.{day.year}")
        self._visit_text = about
        self.number.clear()
        self.printed.field.clear()
        self.fee.field.setText(written(visit.value_cents))
        if visit.printed_valid_until is not None:
            day = visit.printed_valid_until
            self.printed.field.setText(f"{day.day}.{day.month}.{day.year}")
        self._error.hide()
        self._retranslate()
        self.set_default_focus()

    def set_default_focus(self) -> None:
        """Focus the first field."""
        field = self.day if self._asks_day else self.number
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()

    def fail(self, error: Exception) -> None:
        """Show that it could not be saved; everything typed stays."""
        if self._correction is not None and isinstance(error, RefusedError):
            self._correction.refused = error
        self._error.show_message("warning", " ".join(against(error, self._context.language.words)))
        self._refresh()

    def show_busy(self, *, busy: bool) -> None:
        """Set whether it is being saved."""
        ready = self._correction is not None and self._correction.changed
        self._save.setEnabled(ready and not busy)

    def handle_scan(self, scan: Scan) -> bool:
        """Use a scanned card as the right one."""
        if isinstance(scan.reading, CardRead):
            self.number.setText(scan.reading.number)
        return not isinstance(scan.reading, PartRead)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Handle a key that a field, a button or a stepper left over."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._ask()
        else:
            return False
        return True

    def _ask(self) -> None:
        correction = self._correction
        if correction is None or not self._save.isEnabled():
            return
        printed = None
        if correction.asks_printed_day and self.printed.field.text().strip():
            printed = self.printed.day()
            if printed is None:
                return
        self._error.hide()
        zone = self._context.app_status.zone
        self.saved.emit(correction.visit.id, correction.asked(printed, zone))

    def _day_typed(self, text: str) -> None:
        """Another day, as far as one is written; what cannot be one is said."""
        if self._correction is None:
            return
        day = printed_day(text)
        self._correction.day = day or self._correction.visit.local_date
        fault = self.tr("Enter the date as day, month and year, for example 9.3.2027.")
        self._day_row.show_fault(fault if day is None else self._against(day))
        self._refresh()

    def _against(self, day: date) -> str:
        app_status = self._context.app_status
        today = app_status.now().astimezone(app_status.zone).date()
        try:
            check_visit_day(day, today)
        except DayOutOfBoundsError as fault:
            return sentences(*self._context.language.words.error(fault))
        return ""

    def _typed(self, text: str) -> None:
        self._asked.drop()
        self._number_row.show_fault("")
        if self._correction is not None:
            self._correction.number = text
            self._refresh()
        if text.strip():
            checking = self._context.services.checking
            self._asked = self._context.tasks.run(
                lambda: checking.doubt(text), self._show_doubt, self.fail
            )

    def _show_doubt(self, doubt: Doubt | None) -> None:
        """As at the counter: what is to be compared with the card."""
        if doubt is not None:
            words = self._context.language.words
            self._number_row.show_fault(words.translate("Hint", DOUBTS[doubt]))

    def _pick(self, offer_id: UUID) -> None:
        if self._correction is not None:
            self._correction.offer_id = offer_id
            self._refresh()

    def _set_fee(self, value_cents: int | None) -> None:
        if self._correction is not None:
            self._correction.value_cents = value_cents
            self._refresh()

    def _step(self, row: TicketKind, by: int) -> None:
        if self._correction is not None:
            self._correction.step(row, by)
            self._refresh()

    def _show_number(self) -> None:
        if self._correction is not None:
            self.number.setText(self._correction.visit.card_number)
            self.number.setFocus(Qt.FocusReason.TabFocusReason)

    def _retranslate(self) -> None:
        kept = self.tr(
            "The original visit is kept and marked as replaced. Its date does not change."
        )
        if self._asks_day:
            kept = self.tr("The original visit is kept and marked as replaced.")
        self.set_texts(self.tr("Correct the visit"), f"{self._visit_text}\n{kept}".strip())
        self._day_row.set_texts(self.tr("Date of the visit"))
        self._number_row.set_texts(
            self.tr("Card number"), self.tr("Leave this empty if the card was right.")
        )
        self._show.set_texts(self.tr("Show the old number"))
        self._offer_row.set_texts(self.tr("Offer"))
        self._save.set_texts(self.tr("Save the correction"))
        self._close.set_texts(self.tr("Cancel"))
        self._refresh()

    def _refresh(self) -> None:
        correction, words = self._correction, self._context.language.words
        if correction is None:
            return
        old = end_of(correction.visit.card_number)
        self.number.setPlaceholderText(
            self.tr("Recorded as {number}. Scan or type").format(number=old)
        )
        self.offer.set_options(_offers(self._context, correction))
        self.offer.show_picked(correction.offer_id)
        for row, stepper in self._steppers.items():
            stepper.show_count(
                words.of_tickets.title(row),
                correction.tickets.of(row),
                correction.most(row),
                chosen=False,
            )
        offer = self._context.app_status.offer(correction.offer_id)
        self.fee.setVisible(offer is not None and bool(offer.value_asked))
        self.printed.setVisible(correction.asks_printed_day)
        self._save.setEnabled(correction.changed or correction.asks_printed_day)


def _offers(context: PageContext, correction: Correction) -> list[tuple[UUID | None, str]]:
    """Every offer, with its day; one that has left the feed keeps its place."""
    app_status, words = context.app_status, context.language.words
    now, zone = app_status.now(), app_status.zone
    named: list[tuple[UUID | None, str]] = []
    if app_status.offer(correction.visit.offer_id) is None:
        named.append((correction.visit.offer_id, "…"))
    for offer in app_status.offers:
        when = words.offer_when(offer, now, zone)
        name = words.offer_name(offer)
        named.append((offer.id, f"{name} · {when}" if when else name))
    return named
