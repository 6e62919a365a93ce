"""Descriptions of an offer, shown beside its name."""

from datetime import datetime, tzinfo

from desk_app.messages import Messages
from desk_app.messages.offers import OfferWords
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.offer_creation import ListedOffer
from desk_app.ui.widgets.offer_list import OfferGroup
from sync.rules.offers import Offer, OfferStatus

GROUPS = {
    OfferGroup.TODAY: QT_TRANSLATE_NOOP("Offers", "Today"),
    OfferGroup.COMING: QT_TRANSLATE_NOOP("Offers", "Upcoming"),
    OfferGroup.STANDING: QT_TRANSLATE_NOOP("Offers", "No set date"),
    OfferGroup.PAST: QT_TRANSLATE_NOOP("Offers", "Past"),
}
_SOLD_OUT = QT_TRANSLATE_NOOP("Offers", "sold out")
_CANCELLED = QT_TRANSLATE_NOOP("Offers", "cancelled")
_LEFT = QT_TRANSLATE_NOOP("Offers", "{left} of {total} tickets left")


def badge(offer: Offer, words: Messages) -> str:
    """The word that it is sold out or cancelled; empty while tickets are given."""
    text = {OfferStatus.SOLD_OUT: _SOLD_OUT, OfferStatus.CANCELLED: _CANCELLED}.get(offer.status)
    return words.translate("Offers", text) if text else ""


def about(
    offer: Offer, words: Messages, now: datetime, zone: tzinfo, left: int | None = None
) -> str:
    """When, what is left, and where, in one line; empty where there is nothing to say.

    At a desk of several venues, whose it is comes first. The :func:`badge` stands apart.

    ``left`` takes the place of what the register alone has counted.
    """
    parts = [words.offer_venue(offer), words.offer_when(offer, now, zone)]
    if offer.status is OfferStatus.ON_SALE and offer.quota is not None:
        total = offer.quota.total
        left = max(0, total - offer.quota.used) if left is None else left
        parts.append(words.translate("Offers", _LEFT).format(left=left, total=total))
    parts.append(offer.place or "")  # last: a narrow list cuts it off, and the staff know it
    return " · ".join(part for part in parts if part)


def offer_facts(listed: ListedOffer, words: Messages) -> list[str]:
    """All else that is known of an offer, a sentence each, what matters most first."""
    offer, offer_words = listed.offer, OfferWords(words)
    texts = [offer_words.status(offer, listed.left)]
    texts += [*offer_words.limits(offer), offer_words.pays(offer), offer_words.minors(offer)]
    if listed.sending is not None:
        texts.append(offer_words.sending(listed.sending))
    return texts
