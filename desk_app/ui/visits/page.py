"""The visits page: find, correct and void visits of this desk and the venue's others."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import Space, Theme, chosen
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.visits.actions import VisitActions
from desk_app.ui.visits.controller import VisitsController
from desk_app.ui.visits.entry import VisitsEntry
from desk_app.ui.visits.filter import Filter
from desk_app.ui.visits.filter_bar import FilterBar
from desk_app.ui.visits.words import VisitWords
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.correction_form import CorrectionForm
from desk_app.ui.widgets.empty_state import EmptyState
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.responsive_row import stack_if_narrow
from desk_app.ui.widgets.scroll import scrolled, scrolled_above
from desk_app.ui.widgets.search_field import SearchField
from desk_app.ui.widgets.table import Table
from desk_app.ui.widgets.translated import Translated
from sync.rules.payloads import CardRead
from sync.rules.visits import Visit, VoidReason

_LINES = 10
"""Lines of text that the list is high at least, its titles included."""
_LIST, _DETAILS = 5, 2
"""The shares of the width."""
_BESIDE_EMS = 75
"""From so many letters M of width on the visit that is marked stands beside the list."""
_NARROW_EMS = 50
"""Below so many letters M of width the list has fewer columns."""


class VisitsPage(Translated, VisitsEntry, WindowPage):
    """A list that loads while scrolling; below it, the selected visit."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        icons = context.icons
        self._context = context
        self._whole: UUID | None = None
        self._marked: UUID | None = None
        self._columns_for: tuple[object, ...] = ()
        self._beside = True
        self.controller = VisitsController(context.services, context.tasks, context.app_status)
        self.controller.setParent(self)
        self._header = PageHeader()
        self.search = SearchField(icons)
        self._narrow = Button("", icons, "down")
        self._narrow.setCheckable(True)
        self.narrowing = FilterBar(icons)
        self._show_all = Button("link")
        self.table = Table(self.controller.rows, icons)
        self.acts = VisitActions(icons)
        self.form = CorrectionForm(context)
        self._stack = QStackedWidget()
        self._scroll = scrolled(self._list())
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(scrolled_above(self.form, self.form.acts))
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        around.setSpacing(Space.S)
        around.addWidget(self._stack, 1)
        self.narrowing.hide()
        self._connect()
        self._retranslate()

    def shown(self) -> None:
        """Read what has been recorded meanwhile."""
        self.controller.refresh()

    def hidden(self) -> None:
        """No number stays whole out of sight."""
        self._whole = None
        self._context.notifier.clear()

    def set_default_focus(self) -> None:
        """Focus the search, or the form that is open."""
        if self._correcting:
            self.form.number.setFocus()
        else:
            self.search.setFocus()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Del takes back, Escape closes what is open, and letters from anywhere are searched."""
        if self._correcting:
            return self.form.handle_key(event)
        text = event.text()
        if event.key() == Qt.Key.Key_Delete:
            self.acts.ask_reason()
        elif event.key() == Qt.Key.Key_Escape and self.narrowing.isVisible():
            self._narrow.setChecked(False)
            self.search.setFocus()
        elif text.strip() and text.isprintable() and not self.search.hasFocus():
            self.search.setFocus()
            self.search.insert(text)
        else:
            return False
        return True

    def handle_scan(self, scan: Scan) -> bool:
        """Find a card's visits while searching; use it as the right card while correcting."""
        if self._correcting:
            return self.form.handle_scan(scan)
        if not self.search.hasFocus() or not isinstance(scan.reading, CardRead):
            return False
        self.search.clear()
        self.controller.set_filter(
            replace(self.controller.filter, number=scan.reading.number, text="")
        )
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.table.setMinimumHeight(_LINES * self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out as many columns as there is room for."""
        super().resizeEvent(event)
        self._beside = not stack_if_narrow(self._split, self, _BESIDE_EMS)
        narrow = not self._beside
        self._split.setStretch(1, 0 if narrow else _DETAILS)
        self._show()

    @property
    def _correcting(self) -> bool:
        return self._stack.currentIndex() == 1

    def _list(self) -> QWidget:
        inner = QWidget()
        finding = QHBoxLayout()
        finding.setSpacing(Space.S)
        finding.addWidget(self.search, 1)
        finding.addWidget(self._narrow)
        self._header.add_action(self._show_all)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._header)
        column.addLayout(finding)
        column.addWidget(self.narrowing)
        aside = QVBoxLayout()
        aside.addWidget(self.acts)
        aside.addWidget(self._no_visit())
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(Space.M)
        self._split.addWidget(self.table, _LIST)
        self._split.addLayout(aside, _DETAILS)
        column.addLayout(self._split, 1)
        return inner

    def _no_visit(self) -> QWidget:
        """What stands in the place of a visit until one is chosen."""
        self._none = QFrame()
        self._none.setObjectName("card")
        self._hint = EmptyState(self._context.icons, "visits")
        QVBoxLayout(self._none).addWidget(self._hint)
        return self._none

    def _connect(self) -> None:
        controller, context = self.controller, self._context
        self.search.searched.connect(self._search)
        below = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        below.setContext(Qt.ShortcutContext.WidgetShortcut)
        below.activated.connect(self.table.set_default_focus)
        self._narrow.toggled.connect(self._show_narrowing)
        self.narrowing.days.connect(
            lambda days, own: controller.set_filter(replace(controller.filter, days=days, own=own))
        )
        self.narrowing.only.connect(
            lambda only: controller.set_filter(replace(controller.filter, only=only))
        )
        self.narrowing.offer.connect(
            lambda offer: controller.set_filter(replace(controller.filter, offer_id=offer))
        )
        self._show_all.clicked.connect(self._widen)
        self.table.empty.acted.connect(self._widen)
        self.table.picked.connect(self._picked)
        self.table.activated.connect(self._open)
        self.acts.correct.connect(self._open)
        self.acts.undo.connect(self._undo)
        self.acts.show_number.connect(self._show_number)
        self.acts.asked.connect(self._show_acts)
        self.acts.closed.connect(self.table.set_default_focus)
        self.form.saved.connect(controller.correct)
        self.form.closed.connect(self._close)
        controller.changed.connect(self._show)
        controller.found.connect(self._correct)
        controller.undone.connect(lambda: self._done(self.tr("The visit has been withdrawn.")))
        controller.corrected.connect(self._corrected)
        context.app_status.changed.connect(self._follow)
        context.bridge.data_changed.connect(self._renew)

    # Requests

    def _search(self, text: str) -> None:
        number = None if text else self.controller.filter.number
        self.controller.set_filter(replace(self.controller.filter, text=text, number=number))

    def _widen(self) -> None:
        self.search.clear()
        self.controller.set_filter(Filter())
        self.search.setFocus()

    def _show_narrowing(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.narrowing.setVisible(shown)
        if shown:
            self.narrowing.set_default_focus()

    def _picked(self) -> None:
        line = self.table.current()
        if line is not None:
            self._marked = line.id
            if line.id != self._whole:
                self._whole = None
        self._show_line()

    def _show_number(self) -> None:
        line = self.table.current()
        self._whole = line.id if line else None
        self._show_line()
        self.table.set_default_focus()

    def _open(self) -> None:
        line = self.table.current()
        if line is not None and line.can_be_corrected:
            self.controller.open(line)

    def _show_acts(self) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # its size is new
        self._scroll.ensureWidgetVisible(self.acts)

    def _undo(self, reason: VoidReason) -> None:
        line = self.table.current()
        if line is not None:
            self.controller.undo(line, reason)
        self.table.set_default_focus()

    def _correct(self, visit: Visit) -> None:
        line = self.table.current()
        self.form.open(visit, self._words().summary(line) if line else "")
        self._context.notifier.clear()
        self._stack.setCurrentIndex(1)
        self.set_default_focus()

    def _close(self) -> None:
        self._stack.setCurrentIndex(0)
        self.table.set_default_focus()

    def _corrected(self) -> None:
        self._close()
        self._done(
            self.tr("The visit has been corrected. The original is kept and marked as replaced.")
        )

    def _done(self, text: str) -> None:
        self._context.notifier.notify("success", text)

    # Display

    def _renew(self) -> None:
        if self.isVisible():
            self.controller.refresh()

    def _follow(self) -> None:
        if self.isVisible():  # it is read afresh whenever it comes into sight
            self._show()

    def _words(self) -> VisitWords:
        app_status = self._context.app_status
        desk = app_status.standing.desk if app_status.standing else None
        return VisitWords(
            self._context.language.words,
            desk.desk_name if desk else "",
            app_status.now(),
            app_status.zone,
            self._theme().colours,
        )

    def _theme(self) -> Theme:
        return Theme(chosen(self._context.preferences.settings.theme))

    def _offer_name(self, offer_id: UUID) -> str:
        offer = self._context.app_status.offer(offer_id)
        return self._context.language.words.offer_name(offer) if offer else "…"

    def _show(self) -> None:
        controller, words = self.controller, self._context.language.words
        filtered = controller.filter.summary(words, self._offer_name)
        count = self.tr("%n visit(s)", "", controller.total)
        whole = self.tr(
            "This desk's visits and, after a sync, those of the venue's other desks: {count}"
        )
        about = f"{filtered}: {count}" if filtered else whole.format(count=count)
        self._header.set_texts(self.tr("Visits"), about)
        self._show_all.setVisible(controller.filter.active)
        offers = [(offer.id, words.offer_name(offer)) for offer in self._context.app_status.offers]
        self.narrowing.show_filter(controller.filter, offers)
        self._show_empty()
        self._set_columns()
        if self.table.current() is None:
            self.table.pick(controller.rows.place(lambda line: line.id == self._marked))
        self.table.show_loading(loading=controller.loading)
        if controller.error is not None:
            if self._correcting:
                self.form.fail(controller.error)
            else:
                self._context.notifier.notify("warning", " ".join(words.error(controller.error)))
            controller.forget_error()
        self.form.show_busy(busy=controller.busy)
        self._show_line()

    def _show_line(self) -> None:
        line, words = self.table.current(), self._words()
        self.acts.show_line(
            line,
            words.summary(line) if line else "",
            words.about(line, self._whole) if line else "",
            (words.outcome(line), words.dot(line).name()) if line else ("", ""),
            whole=line is not None and line.id == self._whole,
            busy=self.controller.busy,
        )
        some = self.controller.rows.rowCount() > 0
        self._none.setVisible(line is None and some and self._beside)

    def _set_columns(self) -> None:
        """Anew where the language, the desk, the day or the room is another one."""
        app_status, words = self._context.app_status, self._words()
        today = app_status.now().astimezone(app_status.zone).date()
        em = self.fontMetrics().horizontalAdvance("M")
        narrow = self.table.width() < _NARROW_EMS * em
        shown_by = (self._context.language.code, words.desk_name, today, narrow, self._theme())
        if shown_by != self._columns_for:
            self._columns_for = shown_by
            self.controller.rows.show_columns(words.columns(narrow=narrow))

    def _show_empty(self) -> None:
        if self.controller.filter.active:
            self.table.empty.set_texts(
                self.tr("No matching visits"),
                self.tr("Try a shorter search, or choose another date."),
                self.tr("Show all visits"),
                "search",
            )
        else:
            self.table.empty.set_texts(
                self.tr("No visits yet"),
                self.tr("Visits appear here as soon as you record tickets at the ticket desk."),
                icon="visits",
            )

    def _retranslate(self) -> None:
        self.search.set_texts(self.tr("Last characters of a card number, or an offer name"))
        self._narrow.set_texts(self.tr("Filter"))
        self._show_all.set_texts(self.tr("Show all"))
        self._hint.set_texts(
            self.tr("No visit chosen"),
            self.tr("Choose one in the list to see its details, or to correct or withdraw it."),
        )
        self.table.set_texts(self.tr("Visits"))
        self.narrowing.set_texts(self._context.language.words)
        self._columns_for = ()
        self._show()
