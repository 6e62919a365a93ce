"""The inbox page: rejected operations, and the ways to resolve them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app.services.inbox_items import RejectedItem, Resolution
from desk_app.services.offer_creation import OfferRequest
from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import Colours, Space, Theme, chosen
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.rejections.controller import RejectionsController
from desk_app.ui.rejections.entry import RejectionsEntry
from desk_app.ui.rejections.groups import about, grouped, history, resolutions, state, summary
from desk_app.ui.rejections.missing_notice import MissingNotice
from desk_app.ui.rejections.rejection_details import KEYS, RejectionDetails, Selection
from desk_app.ui.rejections.rows import RejectionRows
from desk_app.ui.widgets.correction_form import CorrectionForm
from desk_app.ui.widgets.empty_state import EmptyState
from desk_app.ui.widgets.offer_draft import OfferDraft
from desk_app.ui.widgets.offer_form import OfferForm
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.responsive_row import stack_if_narrow
from desk_app.ui.widgets.scroll import scrolled, scrolled_above
from desk_app.ui.widgets.translated import Translated
from desk_app.ui.widgets.two_line_list import ListRow
from sync.rules.codes import Refusal

_VISIT, _OFFER = 2, 3
"""The places of the forms, behind the list and what is said where it is empty."""
_LIST, _DETAILS = 2, 3
"""The shares of the width."""
_BESIDE_EMS = 60
"""From so many letters M of width on the details stand beside the list, else below it."""
_LINES = 4
"""Lines of text that the list is high at least where the details stand below it."""
_ANY_HEIGHT = (1 << 24) - 1
"""Qt's own ``QWIDGETSIZE_MAX``, which Python does not get."""
_DAY_CODES = (Refusal.MALFORMED, Refusal.TOO_OLD)
"""Why the register refuses a visit of a day that cannot be (contract 1.6)."""


class RejectionsPage(Translated, RejectionsEntry, WindowPage):
    """The list under the reasons; beside it what is selected, and what can be done about it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.controller = RejectionsController(context.services, context.tasks, context.app_status)
        self.controller.setParent(self)
        self._shown: object = None
        self._header = PageHeader()
        self.missing = MissingNotice(context)
        self.rows = RejectionRows()
        self.details = RejectionDetails()
        self._empty = EmptyState(context.icons, "check")
        self.form = CorrectionForm(context)
        self.offer_form = OfferForm(context.icons, context.language, context.app_status.today)
        self._offer_item: RejectedItem | None = None
        both = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._split.setContentsMargins(0, 0, Space.S, 0)
        self._split.setSpacing(Space.M)
        self._split.addWidget(self.rows, _LIST)
        self._split.addWidget(self.details, _DETAILS)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(scrolled(self._empty))
        self._stack.addWidget(scrolled_above(self.form, self.form.acts))
        self._stack.addWidget(scrolled_above(self.offer_form, self.offer_form.acts))
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        around.setSpacing(Space.S)
        around.addWidget(self._header)
        around.addWidget(self.missing)
        around.addWidget(self._stack, 1)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.rows.selected.connect(self._show_details)
        self.rows.chosen.connect(lambda _: self.details.begin())
        self.details.asked.connect(self._ask)
        self.details.noted.connect(self._leave)
        self.details.closed.connect(self._closed)
        self.details.alike_wanted.connect(self._select_alike)
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
        self._context.bridge.data_changed.connect(self._renew)
        self._context.preferences.changed.connect(self._show)  # the dots are in its colours

    def shown(self) -> None:
        """Read what has come meanwhile."""
        self.controller.refresh()

    def hidden(self) -> None:
        """Clear the page's message."""
        self._context.notifier.clear()

    def set_default_focus(self) -> None:
        """Focus the list, or the form that is open."""
        if self._correcting:
            self._form.set_default_focus()
        elif self.controller.items:
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.setFocus()

    def handle_key(self, event: QKeyEvent) -> bool:
        """The keys of what can be done, for what is selected; arrows move in the list."""
        if self._correcting:
            return self._stack.currentIndex() == _VISIT and self.form.handle_key(event)
        if not self.controller.items:
            return False
        resolution = KEYS.get(Qt.Key(event.key()))
        if resolution is None:
            return not self.details.in_work and self.rows.handle_key(event)
        self.details.begin(resolution)
        return True

    def handle_scan(self, scan: Scan) -> bool:
        """Use a scanned card as the right one, while a visit is being corrected."""
        return self._stack.currentIndex() == _VISIT and self.form.handle_scan(scan)

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

    def _selected(self) -> list[RejectedItem]:
        ids = self.rows.selected_ids()
        return [item for item in self.controller.items if item.id in ids]

    def _renew(self) -> None:
        if self.isVisible():
            self.controller.refresh()

    def _ask(self, ids: tuple[UUID, ...], resolution: Resolution) -> None:
        if resolution is Resolution.CORRECT:
            for item in self.controller.items:
                if (item.id,) == ids:
                    self._correct(item)
            return
        self.set_default_focus()  # from the button, which cannot be pressed for a moment
        if resolution is Resolution.AGAIN:
            self.controller.send_again(*ids)
        elif resolution is Resolution.SEEN:
            self.controller.see(*ids)
        else:
            self.controller.withdraw(*ids)

    def _leave(self, ids: tuple[UUID, ...], note: str) -> None:
        self.controller.leave(*ids, note=note)

    def _correct(self, item: RejectedItem) -> None:
        if item.visit is not None:
            text = summary(item, self.controller.offers, self._context.language.words)
            self.form.open(item.visit, text, for_its_day=item.code in _DAY_CODES)
            self._open(_VISIT)
        elif item.offer is not None:
            self._offer_item = item
            self._open(_OFFER)
            zone, clock = self._context.app_status.zone, self._context.language.words.clock
            self.offer_form.start(OfferDraft.of(OfferRequest.of(item.offer), zone, clock))

    def _select_alike(self) -> None:
        self.rows.select_also(item.id for item in self._alike())
        self.set_default_focus()

    def _alike(self) -> Sequence[RejectedItem]:
        """All with the reason that what is selected shares; none where it shares none."""
        ids, (groups, _) = set(self.rows.selected_ids()), grouped(self.controller.items)
        return next((some for some in groups if ids <= {item.id for item in some}), ())

    def _closed(self) -> None:
        """A question or a note is out of the way: the list has the keyboard, and what is new."""
        self._show()
        self.set_default_focus()

    def _open(self, form: int) -> None:
        self._context.notifier.clear()
        self._stack.setCurrentIndex(form)
        self.set_default_focus()

    def _correct_offer(self, asked: OfferRequest) -> None:
        item = self._offer_item
        if item is not None and item.offer is not None:
            self.controller.correct_offer(item.id, item.offer, asked)

    def _close(self) -> None:
        self._stack.setCurrentIndex(0)
        self._show()
        self.set_default_focus()

    def _settled(self) -> None:
        self._context.notifier.notify("success", self._context.language.words.resolved())
        if self._correcting:
            self._close()

    def _sent_again(self) -> None:
        text = self.tr("Sent again. The register's answer appears here.")
        self._context.notifier.notify("info", text)

    def _accepted(self, count: int) -> None:
        text = self.tr("The register accepted %n record(s) that you sent again.", "", count)
        self._context.notifier.notify("success", text)

    def _refused_again(self, items: Sequence[RejectedItem]) -> None:
        """It is back in the list: what came, why, and when."""
        words, zone = self._context.language.words, self._context.app_status.zone
        reasons = dict.fromkeys(" ".join(words.refused(item)) for item in items)
        times = [item.refused_at for item in items if item.refused_at is not None]
        at = words.clock(max(times).astimezone(zone)) if times else ""
        text = self.tr("The register rejected the record again at {time}. {reason}")
        self._context.notifier.notify("warning", text.format(time=at, reason=" ".join(reasons)))

    def _failed(self, error: Exception) -> None:
        if self._stack.currentIndex() == _OFFER:
            self.offer_form.show_error(error)
        elif self._correcting:
            self.form.fail(error)
        else:
            self._context.notifier.notify(
                "warning", " ".join(self._context.language.words.error(error))
            )

    def _show(self) -> None:
        self.form.show_busy(busy=self.controller.busy)
        self.offer_form.add_button.setEnabled(not self.controller.busy)
        self._empty.show_loading(loading=self.controller.loading)
        self.details.enable(enabled=not self.controller.busy)
        looks = (self._context.language.code, self._context.preferences.settings.theme)
        shown = (*looks, self.controller.items, self.controller.offers)
        there = {item.id for item in self.controller.items}
        # Nobody's note is lost by news: what it is about stays in sight meanwhile.
        kept = self.details.in_work and not there.issuperset(self.rows.selected_ids())
        if shown != self._shown and not kept:
            self._shown = shown
            self._fill()
        if not self._correcting:
            had_keyboard = self._has_keyboard()
            self._stack.setCurrentIndex(0 if self.controller.items else 1)
            if had_keyboard:
                self.set_default_focus()

    def _fill(self) -> None:
        words = self._context.language.words
        groups, left = grouped(self.controller.items)
        shown = [(words.refused(some[0])[0], some) for some in groups]
        if left:
            shown.append((self.tr("Sent to Kaikukeskus"), left))
        self.rows.show_groups(
            [(title, [(item.id, self._row(item)) for item in some]) for title, some in shown]
        )

    def _row(self, item: RejectedItem) -> ListRow:
        words, app_status = self._context.language.words, self._context.app_status
        state_text, ink = state(item, words, self._colours(), app_status.zone)
        name = summary(item, self.controller.offers, words)
        about_text = about(item, words, app_status.now(), app_status.zone)
        return (
            ListRow(name, about_text, state=state_text, ink=ink)
            if name
            else ListRow(state_text, about_text)
        )

    def _show_details(self) -> None:
        self.details.show_selection(self._selection(), self._context.language.words)

    def _selection(self) -> Selection | None:
        items, words = self._selected(), self._context.language.words
        if not items:
            return None
        first, several = items[0], len(items) > 1
        alike = self._alike()
        why, advice = words.refused(first)
        if first.escalated is not None:
            advice = self.tr(
                "Records sent to Kaikukeskus stay visible, and you can return to them at any time."
            )
        if several:
            why, advice = (why, advice) if alike else ("", "")
            what, about_text, became = self.tr("%n record(s) selected", "", len(items)), "", ""
        else:
            app_status = self._context.app_status
            at = app_status.now(), app_status.zone
            what = summary(first, self.controller.offers, words)
            about_text, became = about(first, words, *at), history(first, words, *at)
        return Selection(
            ids=tuple(item.id for item in items),
            what=what,
            why=why,
            advice=advice,
            about=about_text,
            state=became,
            ink=state(first, words, self._colours(), self._context.app_status.zone)[1],
            resolutions=resolutions(items),
            alike=len(alike) if len(alike) > len(items) else 0,
            is_offer=not several and first.offer is not None,
        )

    def _colours(self) -> Colours:
        return Theme(chosen(self._context.preferences.settings.theme)).colours

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The details stand below the list where there is no room beside it."""
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._lay()

    def _lay(self) -> None:
        below = stack_if_narrow(self._split, self, _BESIDE_EMS)
        self._split.setStretch(0, 0 if below else _LIST)
        self.details.place_acts(first=below)
        line = self.fontMetrics().height()
        self.rows.setMaximumHeight(_LINES * line if below else _ANY_HEIGHT)

    def _retranslate(self) -> None:
        self._header.set_texts(
            self.tr("To resolve"),
            self.tr("Records that ask for a decision."),
        )
        self.rows.setAccessibleName(self.tr("To resolve"))
        self._empty.set_texts(
            self.tr("Nothing to resolve"),
            self.tr("If the register rejects a record, it appears here."),
        )
        self._shown = None
        self._show()
