"""Tickets of accepted visits by venue, month and offer: what the console's statistics add up.

Nobody who records visits has to keep these sums. A visit that comes, or is voided, gets the next
position of its venue's feed, so the months of the visits beyond the position up to which a venue
was summed are summed anew, and no others. The sums and positions stand in the same database as the
visits: one that is put back from a backup brings its own.

Reading writes nothing: what has changed since is added up out of the visits themselves.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    String,
    Subquery,
    and_,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
    union_all,
)

from sync.rules.tickets import IN_GROUP
from sync.rules.visits import VisitState
from sync.server.store import cards
from sync.server.store.console_tables import summed_venues, visit_sums
from sync.server.store.database import RegisterDatabase
from sync.server.store.tables import venues, visits

_GROUP_SUMS = [
    func.sum(sum((visits.c[kind.name] for kind in kinds[1:]), visits.c[kinds[0].name])).label(group)
    for group, kinds in IN_GROUP.items()
]
_SUMMED_TO = func.coalesce(summed_venues.c.position, 0)


def _day_beyond(which: Callable[[ColumnElement[str]], ColumnElement[str]]) -> ScalarSelect[str]:
    """As text, of which no index has the least or greatest: the venue's last positions are read."""
    query = select(which(cast(visits.c.local_date, String)))
    is_beyond = and_(visits.c.venue_id == venues.c.id, visits.c.position > _SUMMED_TO)
    return query.where(is_beyond).correlate(venues, summed_venues).scalar_subquery()


_BEHIND = (
    select(
        venues.c.id,
        venues.c.position,
        _day_beyond(func.min).label("first"),
        _day_beyond(func.max).label("last"),
    )
    .select_from(venues)
    .outerjoin(summed_venues, summed_venues.c.venue_id == venues.c.id)
    .where(venues.c.position != _SUMMED_TO)
)
"""The venues that went on since they were summed, and the days between which visits changed."""
_FIRST_CHANGED = select(func.min(_BEHIND.subquery().c.first))
_VENUE_OF_DAY = visits.c.venue_id.concat("")
"""A visit's venue where the days are to be looked through, and not all of the venue's visits."""


def of_year(connection: Connection, year: int) -> Subquery:
    """The sums of a year as they are now: ``month`` is 01 to 12.

    From the first month in which visits changed since they were summed, visits are added up.
    """
    first, end = date(year, 1, 1), date(year + 1, 1, 1)
    changed = connection.scalar(_FIRST_CHANGED)
    since = end if changed is None else min(end, max(first, _month_of(changed)))
    names = [visit_sums.c.venue_id, visit_sums.c.offer_id, *(visit_sums.c[g] for g in IN_GROUP)]
    kept = select(_number(visit_sums.c.month), *names).where(
        visit_sums.c.month >= first, visit_sums.c.month < since
    )
    month = _number(visits.c.local_date)
    return union_all(kept, _counted(since, end, month).group_by(month)).subquery()


def _month_of(day: str) -> date:
    return date.fromisoformat(day).replace(day=1)


def _number(day: ColumnElement[date]) -> ColumnElement[str]:
    return func.substr(cast(day, String), 6, 2).label("month")


def _counted(first: date, end: date, month: ColumnElement[Any]) -> Select[Any]:
    """Tickets of the days from one to before another, by venue and offer."""
    return (
        select(month, visits.c.venue_id, visits.c.offer_id, *_GROUP_SUMS)
        .where(
            visits.c.local_date.between(first, end - timedelta(days=1)),
            visits.c.state == VisitState.ACCEPTED,
        )
        .group_by(visits.c.venue_id, visits.c.offer_id)
    )


def bring_up_to_date(database: RegisterDatabase) -> None:
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


def _changed(behind: Sequence[Row[Any, Any, Any, Any]]) -> Mapping[date, list[str]]:
    """The venues of which each month is to be summed."""
    found = defaultdict[date, list[str]](list)
    for row in behind:
        if row.first is not None:
            first, last = map(date.fromisoformat, (row.first, row.last))
            for month in _months(first, last):
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
    counted = _counted(month, _next(month), literal(month, visit_sums.c.month.type)).where(
        _VENUE_OF_DAY.in_(venue_ids)
    )
    names = ["month", "venue_id", "offer_id", *map(str, IN_GROUP)]
    connection.execute(insert(visit_sums).from_select(names, counted))
