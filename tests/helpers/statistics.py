"""Statistics made by hand, for what shows them."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from desk_app.services.reporting import Sum
from desk_app.services.statistics import Certainty, Statistics
from sync.rules.offers import Offer, Sector
from tests.helpers.desk_fixture import POOL, TONIGHT, VENUE

TWO = Sum(2, adults=2, minors=3, assistants=1)
ONE = Sum(1, adults=1)


def some_statistics(
    days: Mapping[date, Sum] | None = None,
    offers: Mapping[Offer, Sum] | None = None,
    **visits: int,
) -> Statistics:
    """Two visits to a concert and one to the pool; visits that are not accepted by certainty."""
    days = {date(2026, 10, 16): TWO, date(2026, 10, 17): ONE} if days is None else days
    offers = {TONIGHT: TWO, POOL: ONE} if offers is None else offers
    total = sum(days.values(), Sum())
    counts = dict.fromkeys(Certainty, 0) | {
        Certainty(name): count for name, count in visits.items()
    }
    waiting = counts[Certainty.WAITING] + counts[Certainty.UNSEEN]
    names: dict[UUID, Offer | None] = {offer.id: offer for offer in offers}
    return Statistics(
        venue=VENUE,
        desk_name="Lippuluukku 1",
        total=total,
        days=days,
        offers={offer.id: summed for offer, summed in offers.items()},
        sectors={Sector.CULTURE: TWO, Sector.SPORT: ONE},
        names=names,
        venues={VENUE.name: total},
        visits=counts | {Certainty.ACCEPTED: total.visits - waiting},
    )
