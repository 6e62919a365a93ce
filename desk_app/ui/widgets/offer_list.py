"""Groups and sorts offers: today's first, the rest never hidden."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, tzinfo
from enum import StrEnum

from sync.rules.offers import Offer, OfferStatus, Sector


class OfferGroup(StrEnum):
    """An offer's group relative to today, in the order in which they are shown."""

    TODAY = "today"
    STANDING = "standing"  # open without a date: a pool's, a gym's, a museum's daily trade
    COMING = "coming"
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

    Within a group those come first of which a word begins so, and last what is cancelled.

    With ``sectors``, those of other sectors are left out.
    """
    found: dict[OfferGroup, list[Offer]] = {each: [] for each in OfferGroup}
    for offer in offers:
        if _holds(offer, search) and (not sectors or offer.sector in sectors):
            found[group(offer, now, zone)].append(offer)
    found[OfferGroup.PAST].reverse()
    for some in found.values():
        some.sort(key=lambda offer: (is_cancelled(offer), not _begins(offer, search)))
    return [(each, some) for each, some in found.items() if some]


def favourites(
    offers: Iterable[Offer], now: datetime, zone: tzinfo, most: int = 6
) -> Sequence[Offer]:
    """The favourite offers: today's events and the standing ones, then what comes next.

    Neither of the first two leaves the other no place. Tickets are given to all of them: what is
    sold out or cancelled is in the list of all.
    """
    given = [offer for offer in offers if offer.status is OfferStatus.ON_SALE]
    of = dict(grouped(given, "", now, zone))
    today, standing = of.get(OfferGroup.TODAY, []), of.get(OfferGroup.STANDING, [])
    first = today[: max(most - len(standing), most // 2)]
    there = [*first, *standing, *of.get(OfferGroup.COMING, [])]
    return there[:most]


def is_cancelled(offer: Offer) -> bool:
    """Whether it does not take place."""
    return offer.status is OfferStatus.CANCELLED


def _holds(offer: Offer, search: str) -> bool:
    searched = _searchable_text(offer)
    return all(word in searched for word in search.casefold().split())


def _begins(offer: Offer, search: str) -> bool:
    words = _searchable_text(offer).split()
    return all(any(word.startswith(each) for word in words) for each in search.casefold().split())


def _searchable_text(offer: Offer) -> str:
    name = offer.name
    return " ".join(text for text in (name.fi, name.sv, name.en, offer.place) if text).casefold()
