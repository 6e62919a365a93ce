"""Sums for the console's figures: tickets of accepted visits, and cards by how they are now.

The figures of a year that is closed are kept as they were then, whatever comes in late.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, String, cast, func, insert, select

from sync.rules.cards import CardStatus
from sync.rules.tickets import TicketGroup
from sync.server.store.console_tables import closed_figures, closed_years, visit_sums
from sync.server.store.tables import cards, offers, venues

CARD_STATES = ("in_use", "expired", "suspended", "revoked")


@dataclass(frozen=True, slots=True)
class Uses:
    """Tickets of one area (or venue), sector and month; ``sector`` is empty for a lost offer."""

    area: str
    sector: str
    month: str
    counts: dict[TicketGroup, int]


def uses(connection: Connection, year: int, venue_id: str | None = None) -> list[Uses]:
    """What was accepted in a year, everywhere or at one venue, as far as it is summed."""
    month = func.substr(cast(visit_sums.c.month, String), 6, 2).label("month")
    its_own = (offers.c.venue_id == visit_sums.c.venue_id) & (offers.c.id == visit_sums.c.offer_id)
    query = (
        select(
            venues.c.area,
            offers.c.sector,
            month,
            *(func.sum(visit_sums.c[group.value]).label(group.value) for group in TicketGroup),
        )
        .join_from(visit_sums, venues, venues.c.id == visit_sums.c.venue_id)
        .outerjoin(offers, its_own)
        .where(visit_sums.c.month.between(date(year, 1, 1), date(year, 12, 31)))
        .group_by(venues.c.area, offers.c.sector, month)
    )
    if venue_id is not None:
        query = query.where(visit_sums.c.venue_id == venue_id)
    return list(_uses(connection.execute(query).all()))


def _uses(rows: Sequence[Row[Any]]) -> Iterator[Uses]:
    for row in rows:
        counts = {group: int(getattr(row, group.value)) for group in TicketGroup}
        yield Uses(row.area, str(row.sector or ""), row.month, counts)


def closed(connection: Connection, year: int) -> list[Uses] | None:
    """What was counted when a year was closed; ``None`` before that."""
    if connection.scalar(select(closed_years.c.year).where(closed_years.c.year == year)) is None:
        return None
    query = select(closed_figures).where(closed_figures.c.year == year)
    return list(_uses(connection.execute(query).all()))


def close(connection: Connection, year: int, counted: Iterable[Uses], now: datetime) -> None:
    """Keep the figures of a year as they are."""
    connection.execute(insert(closed_years).values(year=year, closed_at=now))
    rows = [
        {"year": year, "area": each.area, "sector": each.sector, "month": each.month}
        | {group.value: count for group, count in each.counts.items()}
        for each in counted
    ]
    if rows:
        connection.execute(insert(closed_figures), rows)


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


def cards_begun(connection: Connection, year: int) -> dict[tuple[str, ...], int]:
    """How many cards of each area began to be valid in each month of a year."""
    month = func.substr(cast(cards.c.valid_from, String), 6, 2)
    query = (
        select(cards.c.area, month, func.count())
        .where(cards.c.valid_from.between(date(year, 1, 1), date(year, 12, 31)))
        .group_by(cards.c.area, month)
    )
    return {(area, month): count for area, month, count in connection.execute(query)}
