"""The inbox page: rejected operations, and the ways to resolve them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desk_app.services.offer_creation import OfferRequest
from desk_app.services.ports import RejectedItem, Resolution
from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.rejections.controller import RejectionsController
from desk_app.ui.rejections.groups import RejectionGroup, about, grouped, summary
from desk_app.ui.rejections.item_card import KEYS, RejectedItemCard
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.confirm import ConfirmButton
from desk_app.ui.widgets.correction_form import CorrectionForm
from desk_app.ui.widgets.empty import Empty
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.offer_draft import OfferDraft
from desk_app.ui.widgets.offer_form import OfferForm
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.scroll import scrolled, scrolled_above
from desk_app.ui.widgets.section import Section
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated
from sync.rules.codes import Refusal

_VISIT, _OFFER = 2, 3
"""The places of the forms, behind the refusals and what is said where there are none."""
_MOST = 20
"""Of one kind in sight at once: the others come up as these are settled."""
_DAY_CODES = (Refusal.MALFORMED, Refusal.TOO_OLD)
"""Why the register refuses a visit of a day that cannot be (contract 1.6)."""


class RejectionsPage(Translated, WindowPage):
    """A card for each kind of rejection; items escalated to Kaikukeskus have their own."""

    topic = "inbox"
    icon = "inbox"
    place = 3

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.controller = RejectionsController(context.services, context.tasks, context.app_status)
        self.controller.setParent(self)
        self._shown: object = None
        self._items: list[RejectedItemCard] = []
        self._marked: set[UUID] = set()
        self._header = PageHeader()
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        self._column.setContentsMargins(0, 0, Space.S, 0)
        self._column.setSpacing(Space.M)
        self._column.addStretch(1)
        self._empty = Empty(context.icons, "check")
        self.form = CorrectionForm(context)
        self.offer_form = OfferForm(context.icons, context.language, context.app_status.today)
        self._offer_item: RejectedItem | None = None
        self._stack = QStackedWidget()
        for each in (scrolled(self._cards), scrolled(self._empty)):
            self._stack.addWidget(each)
        self._stack.addWidget(scrolled_above(self.form, self.form.acts))
        self._stack.addWidget(scrolled_above(self.offer_form, self.offer_form.acts))
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        around.setSpacing(Space.S)
        around.addWidget(self._header)
        around.addWidget(self._stack, 1)
        self.form.saved.connect(self.controller.correct)
        self.form.closed.connect(self._close)
        self.offer_form.asked.connect(self._correct_offer)
        self.offer_form.closed.connect(self._close)
        self.controller.changed.connect(self._show)
        self.controller.settled.connect(self._settled)
        self.controller.sent_again.connect(self._sent_again)
        self.controller.refused_again.connect(self._refused_again)
        self.controller.accepted.connect(self._accepted)
        self.controller.failed.connect(self._failed)
        context.bridge.data_changed.connect(self._renew)
        self._retranslate()

    @classmethod
    def title(cls) -> str:
        """The page's name."""
        return QCoreApplication.translate("RejectionsPage", "To resolve")

    @classmethod
    def waiting(cls, app_status: AppStatus) -> int:
        """The number of open items; those escalated to Kaikukeskus are none."""
        standing = app_status.standing
        return standing.queue.attention if standing else 0

    def shown(self) -> None:
        """Read what has come meanwhile."""
        self.controller.refresh()

    def hidden(self) -> None:
        """Clear the page's message."""
        self._context.notifier.clear()

    def take_keyboard(self) -> None:
        """The first refusal has it, or the form that is open."""
        if self._correcting:
            self._form.take_keyboard()
        elif self._items:
            self._items[0].take_keyboard()
        else:
            self.setFocus()

    def take_key(self, event: QKeyEvent) -> bool:
        """The keys of what can be done, for the refusal in hand."""
        if self._correcting:
            return self._stack.currentIndex() == _VISIT and self.form.take_key(event)
        if not self._items:
            return False
        remedy = KEYS.get(Qt.Key(event.key()))
        if remedy is not None:
            self._items[self._in_hand()].begin(remedy)
        return remedy is not None

    def take_scan(self, scan: Scan) -> bool:
        """While a visit is being corrected, a card that is scanned is the right one."""
        return self._stack.currentIndex() == _VISIT and self.form.take_scan(scan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form before it leads away."""
        if event.key() == Qt.Key.Key_Escape and self._correcting:
            self._close()
        else:
            super().keyPressEvent(event)

    @property
    def _correcting(self) -> bool:
        return self._stack.currentIndex() in (_VISIT, _OFFER)

    @property
    def _form(self) -> CorrectionForm | OfferForm:
        return self.offer_form if self._stack.currentIndex() == _OFFER else self.form

    def _has_keyboard(self) -> bool:
        """Whether the list has it, or the page in its stead while there is nothing in it."""
        focus = QApplication.focusWidget()
        if focus is None or self._correcting:
            return False
        return focus is self or self._stack.isAncestorOf(focus)

    def _in_hand(self) -> int:
        focus = QApplication.focusWidget()
        held = [n for n, item in enumerate(self._items) if focus and item.isAncestorOf(focus)]
        return held[0] if held else 0

    def _renew(self) -> None:
        if self.isVisible():
            self.controller.refresh()

    def _ask(self, item: RejectedItem, remedy: Resolution) -> None:
        if remedy is Resolution.AGAIN:
            self.controller.send_again(item.id)
        elif remedy is Resolution.WITHDRAW:
            self.controller.withdraw(item.id)
        elif remedy is Resolution.CORRECT and item.visit is not None:
            said = summary(item, self.controller.offers, self._context.language.words)
            self.form.open(item.visit, said, for_its_day=item.code in _DAY_CODES)
            self._open(_VISIT)
        elif remedy is Resolution.CORRECT and item.offer is not None:
            self._offer_item = item
            self._open(_OFFER)
            zone, clock = self._context.app_status.zone, self._context.language.words.clock
            self.offer_form.start(OfferDraft.of(OfferRequest.of(item.offer), zone, clock))

    def _open(self, form: int) -> None:
        self._context.notifier.clear()
        self._stack.setCurrentIndex(form)
        self.take_keyboard()

    def _correct_offer(self, asked: OfferRequest) -> None:
        item = self._offer_item
        if item is not None and item.offer is not None:
            self.controller.correct_offer(item.id, item.offer, asked)

    def _close(self) -> None:
        self._stack.setCurrentIndex(0)
        self._show()
        self.take_keyboard()

    def _settled(self) -> None:
        self._context.notifier.tell("good", self._context.language.words.resolved())
        if self._correcting:
            self._close()

    def _sent_again(self) -> None:
        said = self.tr("Sent again. The register's answer appears here.")
        self._context.notifier.tell("info", said)

    def _accepted(self, count: int) -> None:
        said = self.tr("The register accepted %n record(s) that you sent again.", "", count)
        self._context.notifier.tell("good", said)

    def _refused_again(self, items: Sequence[RejectedItem]) -> None:
        """It is back in the list: what came, why, and when."""
        words, zone = self._context.language.words, self._context.app_status.zone
        reasons = dict.fromkeys(" ".join(words.refused(item)) for item in items)
        times = [item.refused_at for item in items if item.refused_at is not None]
        at = words.clock(max(times).astimezone(zone)) if times else ""
        said = self.tr("The register rejected the record again at {time}. {reason}")
        self._context.notifier.tell("look", said.format(time=at, reason=" ".join(reasons)))

    def _failed(self, error: Exception) -> None:
        if self._stack.currentIndex() == _OFFER:
            self.offer_form.show_error(error)
        elif self._correcting:
            self.form.fail(error)
        else:
            self._context.notifier.tell("look", " ".join(self._context.language.words.error(error)))

    def _show(self) -> None:
        self.form.show_busy(busy=self.controller.busy)
        self.offer_form.add_button.setEnabled(not self.controller.busy)
        self._empty.show_loading(loading=self.controller.loading)
        shown = (self._context.language.code, self.controller.items, self.controller.offers)
        writing = any(item.writing for item in self._items)  # nobody's note is lost by news
        if shown != self._shown and not writing:
            self._shown = shown
            self._fill()
        if not self._correcting:
            if not self.controller.items and self._has_keyboard():
                self.setFocus()  # until there is something again to give it to
            self._stack.setCurrentIndex(0 if self.controller.items else 1)

    def _fill(self) -> None:
        """Build the cards anew; the keyboard stays at the place where it was."""
        place = self._in_hand() if self._has_keyboard() else None
        held = self._items[place].item.id if place is not None and self._items else None
        while self._column.count() > 1:
            taken = self._column.takeAt(0)
            old = taken.widget() if taken else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._items = []
        groups, left = grouped(self.controller.items)
        cards = [self._card(group) for group in groups]
        if left:
            cards.append(self._left(left))
        for card in cards:
            self._column.insertWidget(self._column.count() - 1, card)
            card.show()  # now, not with the next event
        if place is not None and self._items:
            same = [item for item in self._items if item.item.id == held]
            near = self._items[min(place, len(self._items) - 1)]
            (same[0] if same else near).take_keyboard()

    def _card(self, group: RejectionGroup) -> Section:
        card = Section(self._context.icons, "look")
        card.say(*self._context.language.words.refused(group.first))
        ids = group.ids_to_send_again
        if len(ids) > 1:
            again = Button("", self._context.icons, "send")
            again.say(self.tr("Send all %n again", "", len(ids)))
            again.clicked.connect(lambda: self.controller.send_again(*ids))
            card.add(in_a_row(again))
        self._add(card, group.items)
        if len(group.ids_to_withdraw) > 1 and group.first.offer is None:
            card.add(self._withdrawal(group))
        return card

    def _withdrawal(self, group: RejectionGroup) -> ConfirmButton:
        """One question for several; for those that are marked, or where none is, for all."""
        together = ConfirmButton("", self._context.icons, "withdraw")
        ids = group.ids_to_withdraw

        def meant() -> Sequence[UUID]:
            return [each for each in ids if each in self._marked] or ids

        def say() -> None:
            count = len(meant())
            action = (
                self.tr("Withdraw %n selected visit(s)", "", count)
                if self._marked.intersection(ids)
                else self.tr("Withdraw all %n", "", count)
            )
            question = self.tr("Withdraw %n visit(s)?", "", count)
            together.say(action, question, action, self.tr("Do not withdraw"))

        def mark(operation_id: UUID, *, marked: bool) -> None:
            (self._marked.add if marked else self._marked.discard)(operation_id)
            say()

        for item in self._items:
            if item.item.id in ids:
                item.let_mark(marked=item.item.id in self._marked)
                item.mark.toggled.connect(lambda marked, of=item.item.id: mark(of, marked=marked))
        together.confirmed.connect(lambda: self.controller.withdraw(*meant()))
        say()
        return together

    def _left(self, items: Sequence[RejectedItem]) -> Section:
        card = Section(self._context.icons, "note")
        card.say(
            self.tr("Sent to Kaikukeskus"),
            self.tr("These records stay visible, and you can return to them at any time."),
        )
        self._add(card, items)
        return card

    def _add(self, card: Section, items: Sequence[RejectedItem]) -> None:
        app_status, words = self._context.app_status, self._context.language.words
        for item in items[:_MOST]:
            shown = RejectedItemCard(item, self._context.icons)
            shown.say(
                summary(item, self.controller.offers, words),
                about(item, words, app_status.now(), app_status.zone),
                words,
            )
            self._wire(shown, item.id)
            self._items.append(shown)
            card.add(shown)
        if len(items) > _MOST:
            more = label("muted", wrap=True)
            more.setText(self.tr("%n more appear as you resolve these.", "", len(items) - _MOST))
            card.add(more)

    def _wire(self, shown: RejectedItemCard, operation_id: UUID) -> None:
        shown.asked.connect(lambda remedy: self._ask(shown.item, remedy))
        shown.stopped.connect(self._show)
        shown.noted.connect(lambda note: self.controller.leave(operation_id, note))

    def _retranslate(self) -> None:
        self._header.say(
            self.tr("To resolve"),
            self.tr(
                "The register rejected these records. F6 corrects the selected record, F7 sends "
                "it again, F8 withdraws it and F9 sends it to Kaikukeskus."
            ),
        )
        self._empty.say(
            self.tr("Nothing to resolve"),
            self.tr("If the register rejects a record, it appears here."),
        )
        self._shown = None
        self._show()
