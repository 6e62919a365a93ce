"""The list of offers under headings, today's first."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desk_app.ui.appearance.language import Language
from desk_app.ui.context.app_status import AppStatus
from desk_app.ui.widgets.offer_list import OfferGroup
from desk_app.ui.widgets.offer_words import GROUPS, about, badge
from desk_app.ui.widgets.two_line_list import ListRow, TwoLineList
from sync.rules.offers import Offer, OfferStatus


class OfferRows(TwoLineList):
    """Emits ``moved`` and ``chosen`` as its base does, with an offer's id."""

    def __init__(
        self, language: Language, app_status: AppStatus, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._app_status = app_status

    def show_offers(
        self,
        groups: Sequence[tuple[OfferGroup, list[Offer]]],
        current: UUID | None,
        left: Mapping[UUID, int] | None = None,
    ) -> None:
        """Show these; ``current`` is where the list begins, or the first of all.

        ``left`` is what is left of an offer's quota, where more is known than the register told.
        """
        self.clear()
        for group, offers in groups:
            self.add_heading(self._language.words.translate("Offers", GROUPS[group]))
            for offer in offers:
                self.add_row(offer.id, self._row(offer, (left or {}).get(offer.id)))
        self.show_current(current)

    def _row(self, offer: Offer, left: int | None) -> ListRow:
        now, zone, words = self._app_status.now(), self._app_status.zone, self._language.words
        part = None
        if left is not None and offer.quota and offer.status is OfferStatus.ON_SALE:
            part = left / max(1, offer.quota.total)
        about_text = about(offer, words, now, zone, left)
        return ListRow(words.offer_name(offer), about_text, badge=badge(offer, words), part=part)
