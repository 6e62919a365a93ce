"""Tickets of accepted visits by venue, month and offer: what the console's figures add up.

Nobody who records visits has to keep these sums. A visit that comes, or is voided, gets the next
position of its venue's feed, so the months of the visits beyond the position up to which a venue
was summed are summed anew, and no others. The sums and positions stand in the same database as the
visits: one that is put back from a backup brings its own.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    and_,
    delete,
    func,
    insert,
    literal,
    select,
)

from sync.rules.tickets import IN_GROUP
from sync.rules.visits import VisitState
from sync.server.store import cards
from sync.server.store.console_tables import summed_venues, visit_sums
from sync.server.store.database import Database
from sync.server.store.tables import venues, visits

_GROUP_SUMS = [
    func.sum(sum((visits.c[kind.name] for kind in kinds[1:]), visits.c[kinds[0].name]))
    for kinds in IN_GROUP.values()
]
_IS_BEYOND = and_(
    visits.c.venue_id == venues.c.id, visits.c.position > func.coalesce(summed_venues.c.position, 0)
)


def _of_changed(day: ColumnElement[date]) -> ScalarSelect[date]:
    query = select(day).where(_IS_BEYOND).correlate(venues, summed_venues)
    return query.scalar_subquery()


_BEHIND = (
    select(
        venues.c.id,
        venues.c.position,
        _of_changed(func.min(visits.c.local_date)).label("first"),
        _of_changed(func.max(visits.c.local_date)).label("last"),
    )
    .select_from(venues.outerjoin(summed_venues, summed_venues.c.venue_id == venues.c.id))
    .where(venues.c.position != func.coalesce(summed_venues.c.position, 0))
)
"""The venues that went on since they were summed, and the days between which visits changed."""


def bring_up_to_date(database: Database) -> None:
    """Sum what has changed, a month at a time, so that desks wait for no more than that."""
    with database.reading() as connection:
        behind = connection.execute(_BEHIND).all()
    if not behind:
        return
    for month, venue_ids in _changed(behind).items():
        with database.writing() as connection:
            cards.head(connection, lock=True)  # so that two who sum at once do it in turn
            _sum(connection, month, venue_ids)
    with database.writing() as connection:
        cards.head(connection, lock=True)
        ids = [row.id for row in behind]
        connection.execute(delete(summed_venues).where(summed_venues.c.venue_id.in_(ids)))
        reached = [{"venue_id": row.id, "position": row.position} for row in behind]
        connection.execute(insert(summed_venues), reached)


def _changed(behind: Sequence[Row[Any]]) -> Mapping[date, list[str]]:
    """The venues of which each month is to be summed."""
    found = defaultdict[date, list[str]](list)
    for row in behind:
        if row.first is not None:
            for month in _months(row.first, row.last):
                found[month].append(row.id)
    return found


def _months(first: date, last: date) -> Iterator[date]:
    """The first days of the months from one day to another."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = _next(month)


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _sum(connection: Connection, month: date, venue_ids: Collection[str]) -> None:
    connection.execute(
        delete(visit_sums).where(visit_sums.c.month == month, visit_sums.c.venue_id.in_(venue_ids))
    )
    counted = (
        select(literal(month, visit_sums.c.month.type), visits.c.venue_id, visits.c.offer_id)
        .add_columns(*_GROUP_SUMS)
        .where(
            visits.c.local_date >= month,
            visits.c.local_date < _next(month),
            visits.c.state == VisitState.ACCEPTED,
            visits.c.venue_id.in_(venue_ids),
        )
        .group_by(visits.c.venue_id, visits.c.offer_id)
    )
    names = ["month", "venue_id", "offer_id", *map(str, IN_GROUP)]
    connection.execute(insert(visit_sums).from_select(names, counted))
