"""Sums for the console's statistics: tickets of accepted visits, and cards by how they are now."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import BigInteger, Connection, String, cast, func, select

from sync.rules.cards import CardStatus
from sync.rules.tickets import TicketGroup
from sync.server.console.store import visit_sums
from sync.server.store.tables import cards, offers, venues

CARD_STATES = ("in_use", "expired", "suspended", "revoked")


class Uses(NamedTuple):
    """Tickets of one area (or venue), sector and month; ``sector`` is empty for a lost offer."""

    area: str
    sector: str
    month: str
    counts: tuple[int, ...]
    """In the order of :class:`TicketGroup`."""


def uses(connection: Connection, year: int, venue_id: str | None = None) -> list[Uses]:
    """What was accepted in a year, everywhere or at one venue."""
    sums = visit_sums.of_year(connection, year)
    its_own = (offers.c.venue_id == sums.c.venue_id) & (offers.c.id == sums.c.offer_id)
    query = (
        select(
            venues.c.area,
            offers.c.sector,
            sums.c.month,
            *(cast(func.sum(sums.c[group.value]), BigInteger) for group in TicketGroup),
        )
        .join_from(sums, venues, venues.c.id == sums.c.venue_id)
        .outerjoin(offers, its_own)
        .group_by(venues.c.area, offers.c.sector, sums.c.month)
    )
    if venue_id is not None:
        query = query.where(sums.c.venue_id == venue_id)
    return [
        Uses(area, str(sector or ""), month, tuple(counts))
        for area, sector, month, *counts in connection.execute(query)
    ]


def card_states(connection: Connection, today: date) -> dict[str, dict[str, int]]:
    """How many cards of each area are in use, expired, suspended and revoked."""
    active = cards.c.status == CardStatus.ACTIVE
    query = select(
        cards.c.area,
        func.count().filter(active, cards.c.valid_until >= today).label("in_use"),
        func.count().filter(active, cards.c.valid_until < today).label("expired"),
        func.count().filter(cards.c.status == CardStatus.SUSPENDED).label("suspended"),
        func.count().filter(cards.c.status == CardStatus.REVOKED).label("revoked"),
    ).group_by(cards.c.area)
    return {
        row.area: {state: getattr(row, state) for state in CARD_STATES}
        for row in connection.execute(query)
    }


def cards_begun(connection: Connection, today: date) -> dict[tuple[str, ...], int]:
    """How many cards of each area began to be valid in each year and month, until today."""
    day = cast(cards.c.valid_from, String)
    year, month = func.substr(day, 1, 4), func.substr(day, 6, 2)
    query = (
        select(cards.c.area, year, month, func.count())
        .where(cards.c.valid_from <= today)
        .group_by(cards.c.area, year, month)
    )
    return {tuple(names): count for *names, count in connection.execute(query)}
