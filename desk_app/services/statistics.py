"""Statistics: sums of visits by day, offer and sector, with their certainty.

The store adds up; a season of visits is a few hundred lines here. What counts is what
:mod:`desk_app.services.reporting` says: all that was given, be it accepted or still waiting; what
was refused or taken back is told beside the sums, and is in none of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar
from uuid import UUID

from desk_app.services.checking import CheckService
from desk_app.services.ports import Offers
from desk_app.services.reporting import Sum
from sync.rules.offers import Offer, Sector
from sync.rules.venues import Venue

Key = TypeVar("Key", date, UUID, Sector | None, str)


class Certainty(StrEnum):
    """How certain a visit is."""

    ACCEPTED = "accepted"  # the register has it
    WAITING = "waiting"  # given and on the disk, but the register has not said yes yet
    UNSEEN = "unseen"  # as waiting, on a card that could not be looked up
    REFUSED = "refused"  # the register said no
    VOIDED = "voided"  # staff said that it is not to count

    @property
    def counts(self) -> bool:
        """Whether tickets were given, as far as anybody knows."""
        return self in (Certainty.ACCEPTED, Certainty.WAITING, Certainty.UNSEEN)


@dataclass(frozen=True, slots=True)
class VisitTotal:
    """The sum of one day's visits to one offer with the same certainty."""

    day: date
    offer_id: UUID
    certainty: Certainty
    sum: Sum


class VisitTotals(Protocol):
    """Sums visits in the database."""

    def totals(
        self, first: date | None, last: date | None, *, all_desks: bool
    ) -> Sequence[VisitTotal]:
        """Sums by local day, both bounds included, the oldest first; a day may have several."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The result for a query. Days are in order, the rest by most tickets first.

    ``offers`` has ``None`` for an offer that this desk never heard of, and so has ``sectors``.
    """

    venue: Venue
    desk_name: str
    total: Sum
    days: Mapping[date, Sum]
    offers: Mapping[UUID, Sum]
    sectors: Mapping[Sector | None, Sum]
    names: Mapping[UUID, Offer | None]
    visits: Mapping[Certainty, int]
    venues: Mapping[str, Sum]


class StatisticsService:
    """Reads statistics: a quick disk read, still not for the window's own thread."""

    def __init__(self, checking: CheckService, totals: VisitTotals, offers: Offers) -> None:
        self._checking = checking
        self._totals = totals
        self._offers = offers

    def compute(
        self, first: date | None = None, last: date | None = None, *, all_desks: bool = False
    ) -> Statistics:
        """Compute this desk's statistics, or with ``all_desks`` the venue's as last received.

        Raises ``NotEnrolledError`` before the first enrolment.
        """
        desk = self._checking.enrolment()
        totals = self._totals.totals(first, last, all_desks=all_desks)
        counted = [total for total in totals if total.certainty.counts]
        names = {total.offer_id: self._offers.get(total.offer_id) for total in _once(counted)}

        def sector(total: VisitTotal) -> Sector | None:
            offer = names[total.offer_id]
            return offer.sector if offer else None

        def venue(total: VisitTotal) -> str:
            offer = names[total.offer_id]
            return (desk.venue if offer is None else desk.venue_of(offer)).name

        return Statistics(
            venues=_largest_first(_sums(counted, venue)),
            venue=desk.venue,
            desk_name=desk.desk_name,
            total=sum((total.sum for total in counted), Sum()),
            days=dict(sorted(_sums(counted, lambda total: total.day).items())),
            offers=_largest_first(_sums(counted, lambda total: total.offer_id)),
            sectors=_largest_first(_sums(counted, sector)),
            names=names,
            visits={
                certainty: sum(total.sum.visits for total in totals if total.certainty is certainty)
                for certainty in Certainty
            },
        )


def _once(totals: Iterable[VisitTotal]) -> Iterable[VisitTotal]:
    """One sum of each offer."""
    return {total.offer_id: total for total in totals}.values()


def _sums(totals: Iterable[VisitTotal], key: Callable[[VisitTotal], Key]) -> dict[Key, Sum]:
    sums: dict[Key, Sum] = {}
    for total in totals:
        sums[key(total)] = sums.get(key(total), Sum()) + total.sum
    return sums


def _largest_first(sums: Mapping[Key, Sum]) -> dict[Key, Sum]:
    return dict(sorted(sums.items(), key=lambda item: item[1].tickets, reverse=True))
