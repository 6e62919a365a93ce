"""Figures made by hand, for what shows them."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from desk_app.services.figures import Figures, Footing
from desk_app.services.reporting import Sum
from sync.rules.offers import Offer, Sector
from tests.helpers.booth import POOL, TONIGHT, VENUE

TWO = Sum(2, adults=2, minors=3, assistants=1)
ONE = Sum(1, adults=1)


def figures(
    days: Mapping[date, Sum] | None = None,
    offers: Mapping[Offer, Sum] | None = None,
    **visits: int,
) -> Figures:
    """Two visits to a concert and one to the pool; visits that are not accepted by footing."""
    days = {date(2026, 10, 16): TWO, date(2026, 10, 17): ONE} if days is None else days
    offers = {TONIGHT: TWO, POOL: ONE} if offers is None else offers
    total = sum(days.values(), Sum())
    told = dict.fromkeys(Footing, 0) | {Footing(name): count for name, count in visits.items()}
    waiting = told[Footing.WAITING] + told[Footing.UNSEEN]
    names: dict[UUID, Offer | None] = {offer.id: offer for offer in offers}
    return Figures(
        venue=VENUE,
        desk_name="Lippuluukku 1",
        total=total,
        days=days,
        offers={offer.id: summed for offer, summed in offers.items()},
        sectors={Sector.CULTURE: TWO, Sector.SPORT: ONE},
        names=names,
        venues={VENUE.name: total},
        visits=told | {Footing.ACCEPTED: total.visits - waiting},
    )
