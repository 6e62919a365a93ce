"""Finds the earlier visits that the limits of the venue's offers can still count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from uuid import UUID

from sync.rules.offers import Offer, OfferKind
from sync.rules.periods import first_day_counted, local_day
from sync.rules.policy import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsInForce:
    """The first day that the limits of the venue's offers can still count.

    ``offers`` has a day for each offer with a limit of its own, ``courses`` the one for all
    courses, whose limits count visits to any of them; ``None`` where no course has a limit.
    """

    offers: Mapping[UUID, date]
    courses: date | None

    def count(self, offer_id: UUID, kind: OfferKind | None, day: date) -> bool:
        """Whether any limit can still count a visit of that day to that offer."""
        firsts = [self.offers.get(offer_id), self.courses if kind is OfferKind.COURSE else None]
        return any(first is not None and day >= first for first in firsts)


def limits_in_force(
    offers: Sequence[Offer], since: date, zone: tzinfo, terms: Sequence[Term] = ()
) -> LimitsInForce:
    """The current limits of the offers, for visits on ``since`` or later.

    An offer that was over before gives no more tickets, so that its limit needs nothing. For a
    visit that is keyed in later than ``since``, the register alone counts the earlier ones. Of an
    event or a course that is still to come every visit counts: staff are told which tickets the
    card has to it already.
    """
    own: dict[UUID, date] = {}
    courses: list[date] = []
    for offer in offers:
        if _is_over(offer, since, zone):
            continue
        if offer.is_one_occasion and (offer.starts_at or offer.ends_at):
            own[offer.id] = date.min
        limit = offer.card_limit
        if limit is not None and offer.limits_courses:
            courses.append(first_day_counted(limit, since, terms))
        elif limit is not None:
            first = first_day_counted(limit, since, terms)
            own[offer.id] = min(first, own.get(offer.id, first))
        if offer.course_limit is not None and offer.kind is OfferKind.COURSE:
            courses.append(first_day_counted(offer.course_limit, since, terms))
    return LimitsInForce(offers=own, courses=min(courses, default=None))


def _is_over(offer: Offer, since: date, zone: tzinfo) -> bool:
    last = offer.ends_at or offer.starts_at
    return last is not None and local_day(last, zone) < since
