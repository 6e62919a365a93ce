"""What is said about an offer beside its name."""

from datetime import datetime, tzinfo

from desk_app.services.offering import Shelved
from desk_app.ui.models.offer_list import Group
from desk_app.wording import Wording
from desk_app.wording.offers import OfferWords
from desk_app.wording.translation import QT_TRANSLATE_NOOP
from sync.rules.offers import Offer, OfferStatus

GROUPS = {
    Group.TODAY: QT_TRANSLATE_NOOP("Offers", "Today"),
    Group.COMING: QT_TRANSLATE_NOOP("Offers", "Coming days"),
    Group.STANDING: QT_TRANSLATE_NOOP("Offers", "Open without a date"),
    Group.PAST: QT_TRANSLATE_NOOP("Offers", "Over"),
}
_SOLD_OUT = QT_TRANSLATE_NOOP("Offers", "sold out")
_CANCELLED = QT_TRANSLATE_NOOP("Offers", "cancelled")
_LEFT = QT_TRANSLATE_NOOP("Offers", "{left} of {total} tickets left")


def about(
    offer: Offer, words: Wording, now: datetime, zone: tzinfo, left: int | None = None
) -> str:
    """When, what is left, and where, in one line; empty where there is nothing to say.

    At a desk of several venues, whose it is comes first.

    ``left`` takes the place of what the register alone has counted.
    """
    told = [words.offer_venue(offer), words.offer_when(offer, now, zone)]
    if offer.status is OfferStatus.SOLD_OUT:
        told.append(words.translate("Offers", _SOLD_OUT))
    elif offer.status is OfferStatus.CANCELLED:
        told.append(words.translate("Offers", _CANCELLED))
    elif offer.quota is not None:
        total = offer.quota.total
        left = max(0, total - offer.quota.used) if left is None else left
        told.append(words.translate("Offers", _LEFT).format(left=left, total=total))
    told.append(offer.place or "")  # last: a narrow list cuts it off, and whoever sells knows it
    return " · ".join(part for part in told if part)


def facts(shelved: Shelved, words: Wording) -> list[str]:
    """All else that is known of an offer, a sentence each, what matters most first."""
    offer, said = shelved.offer, OfferWords(words)
    told = [said.status(offer, shelved.left)]
    told += [*said.limits(offer), said.pays(offer), said.minors(offer)]
    if shelved.sending is not None:
        told.append(said.sending(shelved.sending))
    return told
