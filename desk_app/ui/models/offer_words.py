"""What is said about an offer beside its name."""

from datetime import datetime, tzinfo

from desk_app.ui.models.offer_list import Group
from desk_app.wording import Wording
from desk_app.wording.translation import QT_TRANSLATE_NOOP
from sync.rules.offers import Offer, OfferStatus

GROUPS = {
    Group.TODAY: QT_TRANSLATE_NOOP("Offers", "Today"),
    Group.STANDING: QT_TRANSLATE_NOOP("Offers", "Open without a date"),
    Group.COMING: QT_TRANSLATE_NOOP("Offers", "Later"),
    Group.PAST: QT_TRANSLATE_NOOP("Offers", "Over"),
}
_SOLD_OUT = QT_TRANSLATE_NOOP("Offers", "sold out")
_CANCELLED = QT_TRANSLATE_NOOP("Offers", "cancelled")
_LEFT = QT_TRANSLATE_NOOP("Offers", "{left} of {total} tickets left")


def about(offer: Offer, words: Wording, now: datetime, zone: tzinfo) -> str:
    """When, where, and what is left, in one line; empty where there is nothing to say."""
    told = [words.offer_when(offer, now, zone), offer.place or ""]
    if offer.status is OfferStatus.SOLD_OUT:
        told.append(words.translate("Offers", _SOLD_OUT))
    elif offer.status is OfferStatus.CANCELLED:
        told.append(words.translate("Offers", _CANCELLED))
    elif offer.quota is not None:
        left = max(0, offer.quota.total - offer.quota.used)
        total = offer.quota.total
        told.append(words.translate("Offers", _LEFT).format(left=left, total=total))
    return " · ".join(part for part in told if part)
