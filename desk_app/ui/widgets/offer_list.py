"""Groups and sorts offers: today's first, the rest never hidden."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, tzinfo
from enum import StrEnum

from sync.rules.offers import Offer, Sector


class OfferGroup(StrEnum):
    """An offer's group relative to today, in the order in which they are shown."""

    TODAY = "today"
    COMING = "coming"
    STANDING = "standing"  # open without a date
    PAST = "past"


def group(offer: Offer, now: datetime, zone: tzinfo) -> OfferGroup:
    """The group of an offer, by the calendar of ``zone``."""
    if offer.starts_at is None:
        return OfferGroup.STANDING
    today = now.astimezone(zone).date()
    first = offer.starts_at.astimezone(zone).date()
    last = (offer.ends_at or offer.starts_at).astimezone(zone).date()
    if first > today:
        return OfferGroup.COMING
    return OfferGroup.PAST if last < today else OfferGroup.TODAY


def grouped(
    offers: Iterable[Offer],
    search: str,
    now: datetime,
    zone: tzinfo,
    sectors: Collection[Sector] = (),
) -> Sequence[tuple[OfferGroup, list[Offer]]]:
    """The offers that hold every word of ``search``, group by group; the latest past one first.

    With ``sectors``, those of other sectors are left out.
    """
    found: dict[OfferGroup, list[Offer]] = {each: [] for each in OfferGroup}
    for offer in offers:
        if _holds(offer, search) and (not sectors or offer.sector in sectors):
            found[group(offer, now, zone)].append(offer)
    found[OfferGroup.PAST].reverse()
    return [(each, some) for each, some in found.items() if some]


def _holds(offer: Offer, search: str) -> bool:
    name = offer.name
    told = " ".join(text for text in (name.fi, name.sv, name.en, offer.place) if text).casefold()
    return all(word in told for word in search.casefold().split())
