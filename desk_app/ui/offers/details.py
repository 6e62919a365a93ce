"""Details of one offer, and the button to use it at the ticket page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QVBoxLayout, QWidget

from desk_app.messages.offers import OfferWords
from desk_app.services.offer_creation import ListedOffer
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.widgets.button import Button, WrappingButton
from desk_app.ui.widgets.confirm import ConfirmButton
from desk_app.ui.widgets.flow import in_a_row
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.offer_words import offer_facts
from desk_app.ui.widgets.scroll import scrolled
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated
from sync.rules.offers import OfferStatus


class OfferDetails(Translated, QFrame):
    """Shows an offer. ``hand_out`` when it is to be the ticket page's.

    One that the venue added can be changed (``change``) and taken off the list (``withdraw``).
    """

    hand_out = Signal()
    change = Signal()
    withdraw = Signal()

    def __init__(
        self,
        icons: Icons,
        language: Language,
        app_status: AppStatus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._language = language
        self._app_status = app_status
        self._listed: ListedOffer | None = None
        self._in_use = False
        self._kind = label("section", wrap=True)
        self._name = label("title", wrap=True)
        self._names = label("muted", wrap=True)
        self._when = label("strong", wrap=True)
        self._left = label("strong", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._facts = label("body", wrap=True)
        self.button = WrappingButton("primary", "Enter")
        self._state = label("strong", wrap=True)
        self._chosen = in_a_row(IconLabel(icons, "check", 20), self._state)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for each in (self._kind, self._name, self._names, self._when, self._left, self._bar):
            column.addWidget(each)
        column.addWidget(self._facts)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        around.setSpacing(Space.S)
        around.addWidget(scrolled(inner), 1)
        around.addWidget(self._chosen)
        around.addWidget(self.button)  # in sight, however much there is to say
        self.change_button = Button("", icons, "edit")
        self.withdraw_button = ConfirmButton("", icons, "close")
        around.addWidget(self.change_button)
        around.addWidget(self.withdraw_button)
        self.button.clicked.connect(self.hand_out)
        self.change_button.clicked.connect(self.change)
        self.withdraw_button.confirmed.connect(self.withdraw)

    def show_offer(self, listed: ListedOffer | None, *, in_use: bool) -> None:
        """Show an offer; ``in_use`` when it is the one of the ticket page."""
        self._listed, self._in_use = listed, in_use
        self.setVisible(listed is not None)
        if listed is None:
            return
        offer, words = listed.offer, self._language.words
        offer_words = OfferWords(words)
        name = words.offer_name(offer)
        others = [each for each in (offer.name.fi, offer.name.sv, offer.name.en) if each]
        self._kind.setText(f"{offer_words.kind(offer.kind)} · {offer_words.sector(offer.sector)}")
        self._name.setText(name)
        self._show_text(self._names, " · ".join(each for each in others if each != name))
        when = words.offer_when(offer, self._app_status.now(), self._app_status.zone)
        self._show_text(self._when, " · ".join(each for each in (when, offer.place) if each))
        self._facts.setText("\n".join(offer_facts(listed, words)))
        self._show_left(listed, offer_words)
        for each in (self.change_button, self.withdraw_button):
            each.setVisible(listed.own)
        self.change_button.set_texts(self.tr("Change the offer"))
        self.withdraw_button.set_texts(
            self.tr("Remove the offer"),
            self.tr("Remove this offer? Its visits are kept and counted."),
            self.tr("Remove"),
            self.tr("Keep the offer"),
        )
        action = self.tr("Choose at the ticket desk")
        self.button.set_texts(action, f"{action}: {name}")
        self.button.setVisible(offer.status is OfferStatus.ON_SALE and not in_use)
        self._chosen.setVisible(in_use)
        self._state.setText(self.tr("Chosen at the ticket desk"))

    def _retranslate(self) -> None:
        self.show_offer(self._listed, in_use=self._in_use)

    def _show_left(self, listed: ListedOffer, offer_words: OfferWords) -> None:
        quota, left = listed.offer.quota, listed.left
        known = quota is not None and left is not None
        self._left.setVisible(known)
        self._bar.setVisible(known)
        if quota is not None and left is not None:
            self._left.setText(offer_words.left(left, quota.total))
            self._bar.setRange(0, max(1, quota.total))
            self._bar.setValue(left)
            self._bar.setAccessibleName(self._left.text())

    @staticmethod
    def _show_text(shown: QLabel, text: str) -> None:
        shown.setText(text)
        shown.setVisible(bool(text))
