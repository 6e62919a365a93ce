"""Which earlier visits the limits of the venue's offers can still count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from uuid import UUID

from sync.rules.offers import Offer, OfferKind
from sync.rules.periods import first_day_counted, local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsInForce:
    """From which day on the limits of the venue's offers can still count a visit.

    ``offers`` has a day for each offer with a limit of its own, ``courses`` the one for all
    courses, whose limits count visits to any of them; ``None`` where no course has a limit.
    """

    offers: Mapping[UUID, date]
    courses: date | None

    def count(self, offer_id: UUID, kind: OfferKind | None, day: date) -> bool:
        """Whether any limit can still count a visit of that day to that offer."""
        first = self.courses if kind is OfferKind.COURSE else self.offers.get(offer_id)
        return first is not None and day >= first


def limits_in_force(offers: Sequence[Offer], since: date, zone: tzinfo) -> LimitsInForce:
    """What the offers' limits can still count, for visits on ``since`` or later.

    An offer that was over before gives no more tickets, so that its limit needs nothing. For a
    visit that is keyed in later than ``since``, the register alone counts the earlier ones.
    """
    own = {}
    courses: list[date] = []
    for offer in offers:
        if offer.card_limit is None or _is_over(offer, since, zone):
            continue
        first = first_day_counted(offer.card_limit, since)
        if offer.kind is OfferKind.COURSE:
            courses.append(first)
        else:
            own[offer.id] = first
    return LimitsInForce(offers=own, courses=min(courses, default=None))


def _is_over(offer: Offer, since: date, zone: tzinfo) -> bool:
    last = offer.ends_at or offer.starts_at
    return last is not None and local_day(last, zone) < since
