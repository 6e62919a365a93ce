"""The current offer, and the button that opens the list of all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk_app.messages.sentences import sentences
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.ticket.info_line import InfoLine
from desk_app.ui.widgets.announce import announce
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.offer_words import badge
from desk_app.ui.widgets.translated import Translated
from sync.rules.offers import Offer


class OfferLine(Translated, InfoLine):
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
        """Show the offer to which tickets are given, and tell screen readers of another one."""
        before, self._offer = self._offer, offer
        self.title.setText(self.tr("Offer"))
        self.button.set_texts(self.tr("All"), self.tr("Choose the offer"))
        self.button.setToolTip("F2")
        self.button.setVisible(bool(self._app_status.offers))
        if offer is None:
            self.what.setText(self.tr("No offer chosen"))
            self.about.hide()
            return
        words, here = self._language.words, self._app_status
        self.what.setText(words.offer_name(offer))
        when = words.offer_when(offer, here.now(), here.zone)
        parts = (words.offer_venue(offer), when, badge(offer, words), offer.place or "")
        about = " · ".join(part for part in parts if part)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        if before is not None and before.id != offer.id and self.isVisible():
            announce(self, sentences(words.offer_name(offer), about))

    def _retranslate(self) -> None:
        self.show_offer(self._offer)
