"""Sums for the console's figures: tickets of accepted visits, and cards by how they are now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, String, cast, func, select

from sync.rules.cards import CardStatus
from sync.rules.tickets import IN_GROUP, TicketGroup
from sync.rules.visits import VisitState
from sync.server.store.tables import cards, offers, venues, visits

CARD_STATES = ("in_use", "expired", "suspended", "revoked", "issued")
"""The last counts those whose validity began in the year, whatever became of them."""


@dataclass(frozen=True, slots=True)
class Uses:
    """Tickets of one area (or venue), sector and month; ``sector`` is empty for a lost offer."""

    area: str
    sector: str
    month: str
    counts: dict[TicketGroup, int]


def uses(connection: Connection, year: int, venue_id: str | None = None) -> list[Uses]:
    """What was accepted in a year, everywhere or at one venue."""
    month = func.substr(cast(visits.c.local_date, String), 6, 2).label("month")
    sums = [
        func.sum(sum((visits.c[kind.name] for kind in kinds[1:]), visits.c[kinds[0].name])).label(
            group.value
        )
        for group, kinds in IN_GROUP.items()
    ]
    query = (
        select(venues.c.area, offers.c.sector, month, *sums)
        .select_from(visits)
        .join(venues, venues.c.id == visits.c.venue_id)
        .outerjoin(
            offers, (offers.c.venue_id == visits.c.venue_id) & (offers.c.id == visits.c.offer_id)
        )
        .where(
            visits.c.local_date >= date(year, 1, 1),
            visits.c.local_date <= date(year, 12, 31),
            visits.c.state == VisitState.ACCEPTED,
        )
        .group_by(venues.c.area, offers.c.sector, month)
    )
    if venue_id is not None:
        query = query.where(visits.c.venue_id == venue_id)
    return list(_uses(connection.execute(query).all()))


def _uses(rows: Sequence[Row[Any]]) -> Iterator[Uses]:
    for row in rows:
        counts = {group: int(getattr(row, group.value)) for group in TicketGroup}
        yield Uses(row.area, str(row.sector or ""), row.month, counts)


def cards_by_area(connection: Connection, year: int, today: date) -> dict[str, dict[str, int]]:
    """How many cards of each area are in use, expired, suspended, revoked, and began in a year."""
    active = cards.c.status == CardStatus.ACTIVE
    began = cards.c.valid_from.between(date(year, 1, 1), date(year, 12, 31))
    query = select(
        cards.c.area,
        func.count().filter(active, cards.c.valid_until >= today).label("in_use"),
        func.count().filter(active, cards.c.valid_until < today).label("expired"),
        func.count().filter(cards.c.status == CardStatus.SUSPENDED).label("suspended"),
        func.count().filter(cards.c.status == CardStatus.REVOKED).label("revoked"),
        func.count().filter(began).label("issued"),
    ).group_by(cards.c.area)
    return {
        row.area: {state: getattr(row, state) for state in CARD_STATES}
        for row in connection.execute(query)
    }
