"""The offers page: today's offers first, and all others in the same list."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.messages.offers import OfferWords
from desk_app.services.offer_creation import ListedOffer, OfferRequest
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page import WindowPage
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.offers.details import OfferDetails
from desk_app.ui.offers.entry import OffersEntry
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.empty_state import EmptyState
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.offer_draft import OfferDraft
from desk_app.ui.widgets.offer_form import OfferForm
from desk_app.ui.widgets.offer_list import grouped
from desk_app.ui.widgets.offer_rows import OfferRows
from desk_app.ui.widgets.page_header import PageHeader
from desk_app.ui.widgets.scroll import scrolled_above
from desk_app.ui.widgets.search_field import SearchField
from desk_app.ui.widgets.translated import Translated
from sync.rules.offers import Offer, Sector


class OffersPage(Translated, OffersEntry, WindowPage):
    """The list of offers with its search; beside it the selected one, or the form for a new one."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        icons, language, app_status = context.icons, context.language, context.app_status
        self._context = context
        self._listed: Sequence[ListedOffer] | None = None
        self._wanted: UUID | None = None  # to be current once the list has it
        self._changing: UUID | None = None
        self._header = PageHeader()
        self.add_button = Button("", icons, "plus")
        self._header.add_action(self.add_button)
        self.search = SearchField(icons)
        self.filter_button = Button("", icons, "down")
        self.sectors = Choice(icons, many=True)
        self.filtered = MessageBar(icons, closable=False)
        self._error = MessageBar(icons)
        self.rows = OfferRows(language, app_status)
        self.empty = EmptyState(icons, "offers")
        self.details = OfferDetails(icons, language, app_status)
        self.form = OfferForm(icons, language, app_status.today)
        self._list = QStackedWidget()
        self._list.addWidget(self.rows)
        self._list.addWidget(self.empty)
        self._right = QStackedWidget()
        side = QWidget()  # the details hide and show themselves, which a page of a stack must not
        around = QVBoxLayout(side)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.details)
        self._right.addWidget(side)
        self._right.addWidget(scrolled_above(self.form, self.form.acts))
        self._lay_out()
        self._connect()
        self.sectors.hide()
        self._retranslate()

    def shown(self) -> None:
        """Refresh: the tickets left may have changed."""
        self._read()

    def hidden(self) -> None:
        """Close a form that is empty; one that was begun stays."""
        if self._adding and not self.form.begun:
            self.close_form()

    def set_default_focus(self) -> None:
        """Focus the search, or the form while it is open."""
        if self._adding:
            self.form.set_default_focus()
        else:
            self.search.setFocus()

    def handle_key(self, event: QKeyEvent) -> bool:
        """The list moves wherever the keyboard is; N with Ctrl begins a new offer."""
        if event.matches(QKeySequence.StandardKey.New):
            self.open_form()
            return True
        return not self._adding and self.rows.handle_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form before it leads away."""
        if event.matches(QKeySequence.StandardKey.Cancel) and self._adding:
            self.close_form()
        elif not self.handle_key(event):
            super().keyPressEvent(event)

    def open_form(self) -> None:
        """Begin a new offer; one that was begun goes on."""
        if not self._adding:
            self._right.setCurrentIndex(1)
            self.form.start()

    def change(self) -> None:
        """Write in the offer in hand, which the venue added itself."""
        offer = self._current()
        if offer is not None:
            self._changing = offer.offer.id
            zone, clock = self._context.app_status.zone, self._context.language.words.clock
            self._right.setCurrentIndex(1)
            self.form.start(OfferDraft.of(OfferRequest.of(offer.offer), zone, clock))

    def close_form(self) -> None:
        """Close the form, and show the selected offer."""
        self._changing = None
        self._right.setCurrentIndex(0)
        self.search.setFocus()

    def hand_out(self, offer_id: UUID | None = None) -> None:
        """Use an offer at the ticket page, and go there."""
        wanted = offer_id or self.rows.current()
        if wanted is not None:
            self._context.preferences.change(offer_id=wanted)
            self.leads_on.emit("ticket")

    def show_all(self) -> None:
        """Clear search and filter."""
        self.search.clear()
        self.sectors.show_chosen()
        self.sectors.hide()
        self._show()

    # Its parts

    @property
    def _adding(self) -> bool:
        return self._right.currentIndex() == 1

    def _lay_out(self) -> None:
        find = QHBoxLayout()
        find.setSpacing(Space.S)
        find.addWidget(self.search, 1)
        find.addWidget(self.filter_button)
        finding = QWidget()
        left = QVBoxLayout(finding)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.S)
        left.addLayout(find)
        left.addWidget(self.sectors)
        left.addWidget(self.filtered)
        left.addWidget(self._list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        columns.addWidget(finding, 1)
        columns.addWidget(self._right, 1)
        # The form has the whole width, so that nothing of it has to be scrolled.
        for beside in (finding, self._header):
            self._right.currentChanged.connect(
                lambda place, beside=beside: beside.setVisible(place == 0)
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self._error)
        column.addLayout(columns, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.open_form)
        self.search.searched.connect(lambda _: self._show())
        self.filter_button.clicked.connect(self._open_filter)
        self.sectors.chosen.connect(lambda _: self._show())
        self.filtered.acted.connect(self.show_all)
        self.empty.acted.connect(self._act_on_empty)
        self.rows.moved.connect(self._show_details)
        self.rows.chosen.connect(self.hand_out)
        self.details.hand_out.connect(self.hand_out)
        self.details.change.connect(self.change)
        self.details.withdraw.connect(self._withdraw)
        self.form.asked.connect(self._add)
        self.form.closed.connect(self.close_form)
        self._context.app_status.changed.connect(self._status_changed)

    def _open_filter(self) -> None:
        self.sectors.setVisible(not self.sectors.isVisible() or bool(self._chosen()))

    def _chosen(self) -> set[Sector]:
        return {Sector(key) for key in self.sectors.chosen_keys()}

    def _act_on_empty(self) -> None:
        if self._listed:
            self.show_all()
        else:
            self._context.app_status.send_now()

    # Requests to the services

    def _status_changed(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._context.tasks.run(
            self._context.services.offer_creation.listed, self._was_read, self._fail
        )

    def _was_read(self, listed: Sequence[ListedOffer]) -> None:
        self._error.show_message("info", "")
        self._listed = listed
        self._show()

    def _fail(self, error: Exception) -> None:
        self._error.show_message("error", " ".join(self._context.language.words.error(error)))

    def _add(self, asked: OfferRequest) -> None:
        self.form.add_button.setEnabled(False)
        offer_creation, changing = self._context.services.offer_creation, self._changing
        self._context.tasks.run(
            lambda: (
                offer_creation.add(asked)
                if changing is None
                else offer_creation.revise(changing, asked)
            ),
            self._added,
            self._not_added,
        )

    def _withdraw(self) -> None:
        offer = self._current()
        if offer is not None:
            offer_creation, offer_id = self._context.services.offer_creation, offer.offer.id
            self._context.tasks.run(
                lambda: offer_creation.withdraw(offer_id), self._gone, self._fail
            )

    def _gone(self, offer: Offer) -> None:
        name = self._context.language.words.offer_name(offer)
        self._context.notifier.notify("success", self.tr("Removed: {name}").format(name=name))
        self._context.app_status.refresh()

    def _added(self, offer: Offer) -> None:
        self.form.add_button.setEnabled(True)
        text = self.tr("Added: {name}") if self._changing is None else self.tr("Changed: {name}")
        self.form.start()
        self.close_form()
        self.show_all()
        name = self._context.language.words.offer_name(offer)
        self._context.notifier.notify("success", text.format(name=name))
        self._wanted = offer.id
        self._context.app_status.refresh()

    def _not_added(self, error: Exception) -> None:
        self.form.add_button.setEnabled(True)
        self.form.show_error(error)

    # Display

    def _show(self) -> None:
        app_status = self._context.app_status
        listed = self._listed or ()
        offers = [each.offer for each in listed]
        groups = grouped(
            offers, self.search.text(), app_status.now(), app_status.zone, self._chosen()
        )
        current = self.rows.current() or self._offer_in_use
        if self._wanted in {each.id for each in offers}:  # a list read before it was added goes by
            current, self._wanted = self._wanted, None
        left = {each.offer.id: each.left for each in listed if each.left is not None}
        self.rows.show_offers(groups, current, left)
        count = sum(len(some) for _, some in groups)
        self._list.setCurrentIndex(0 if count else 1)
        self.empty.show_loading(loading=self._listed is None)
        self._show_filter(count, len(offers))
        self._show_empty()
        self._show_details()

    @property
    def _offer_in_use(self) -> UUID | None:
        return self._context.preferences.settings.offer_id

    def _show_filter(self, count: int, total: int) -> None:
        words = OfferWords(self._context.language.words)
        chosen = ", ".join(words.sector(each) for each in Sector if each in self._chosen())
        if not chosen:
            self.filtered.show_message("info", "")
            return
        text = self.tr("Filtered by {sectors}: {count} of {total} offers.")
        text = text.format(sectors=chosen, count=count, total=total)
        self.filtered.show_message("info", text, action=self.tr("Show all"))

    def _show_empty(self) -> None:
        if self._listed:
            about = self.tr("Try other words, or clear the filter.")
            self.empty.set_texts(self.tr("No matching offers"), about, self.tr("Show all"))
        else:
            about = self.tr("Offers come from the register. You can also add your own.")
            self.empty.set_texts(self.tr("No offers yet"), about, self.tr("Sync now"))

    def _show_details(self) -> None:
        found = self._current()
        in_use = found is not None and found.offer.id == self._offer_in_use
        self.details.show_offer(found, in_use=in_use)

    def _current(self) -> ListedOffer | None:
        current = self.rows.current()
        return next((each for each in self._listed or () if each.offer.id == current), None)

    def _retranslate(self) -> None:
        words = OfferWords(self._context.language.words)
        self._header.set_texts(self.title())
        self.add_button.set_texts(self.tr("Add an offer"))
        self.add_button.setToolTip("Ctrl+N")
        self.search.set_texts(self.tr("Search by name or place"))
        self.filter_button.set_texts(self.tr("Filter"))
        self.sectors.set_options({sector.value: words.sector(sector) for sector in Sector})
        self.rows.setAccessibleName(self.tr("Offers"))
        self._show()
