"""A card with the current offer, and the button to change it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.ticket.info_card import InfoCard
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.offer_words import about
from sync.rules.offers import Offer


class OfferCard(InfoCard):
    """``change`` is emitted when somebody wants another offer."""

    change = Signal()

    def __init__(
        self,
        icons: Icons,
        language: Language,
        app_status: AppStatus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, "ticket", Button("link"), parent)
        self._language = language
        self._app_status = app_status
        self._offer: Offer | None = None
        self.button.clicked.connect(self.change)
        self.show_offer(None)

    def show_offer(self, offer: Offer | None) -> None:
        """Show the offer that is being sold."""
        self._offer = offer
        self.title.setText(self.tr("Selling"))
        self.button.say(self.tr("Change"), self.tr("Choose what is being sold"))
        self.button.setToolTip("F2")
        self.button.setVisible(bool(self._app_status.offers))
        if offer is None:
            self.what.setText(self.tr("Nothing chosen yet"))
            self.about.hide()
            return
        self.what.setText(self._language.words.offer_name(offer))
        told = about(offer, self._language.words, self._app_status.now(), self._app_status.zone)
        self.about.setText(told)
        self.about.setVisible(bool(told))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Retranslate on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.show_offer(self._offer)
