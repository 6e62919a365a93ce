"""Visits added up where they lie: by day, offer and footing, in SQL."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from desk_app.services.figures import Footing, Tally
from desk_app.services.reporting import Sum
from desk_app.store.database import Database
from desk_app.store.tables import activity, operations, visits, voids
from sync.ports import OperationState
from sync.rules.tickets import IN_GROUP, Group
from sync.rules.visits import VisitState

_OWN = operations.c.carried_from.is_(None)
_FOOTING = sa.case(
    (
        sa.or_(voids.c.id.is_not(None), operations.c.state == OperationState.WITHDRAWN),
        Footing.TAKEN_BACK.value,
    ),
    (operations.c.state == OperationState.REJECTED, Footing.REFUSED.value),
    (operations.c.state == OperationState.ACCEPTED, Footing.ACCEPTED.value),
    (visits.c.provisional, Footing.UNSEEN.value),
    else_=Footing.WAITING.value,
)
_HEARD_FOOTING = sa.case(
    (
        sa.or_(activity.c.state == VisitState.VOIDED, voids.c.id.is_not(None)),
        Footing.TAKEN_BACK.value,
    ),
    else_=Footing.ACCEPTED.value,
)


def _summed(table: sa.Table, group: Group) -> sa.ColumnElement[int]:
    tickets = (table.c[kind.name] for kind in IN_GROUP[group])
    return sa.func.sum(sum(tickets, sa.literal(0))).label(group.value)


def _added(table: sa.Table, footing: sa.Case[Any]) -> sa.Select[Any]:
    t = table.c
    return (
        sa.select(
            t.local_date,
            t.offer_id,
            footing.label("footing"),
            sa.func.count().label("visits"),
            *(_summed(table, group) for group in Group),
        )
        .select_from(
            table.outerjoin(operations, operations.c.id == t.id).outerjoin(
                voids, voids.c.visit_id == t.id
            )
        )
        .group_by(t.local_date, t.offer_id, footing)
        .order_by(t.local_date)
    )


_JOURNAL = _added(visits, _FOOTING).where(operations.c.id.is_not(None))
_HEARD = _added(activity, _HEARD_FOOTING).where(sa.or_(operations.c.id.is_(None), ~_OWN))
_NOT_HEARD = ~sa.exists().where(activity.c.id == visits.c.id)


class StoredTallies:
    """Implements the desk's ``Tallies``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tallies(self, first: date | None, last: date | None, *, all_desks: bool) -> Sequence[Tally]:
        """Added up, the oldest first; each visit once, as the venue's visits have it."""
        wanted = [(_JOURNAL.where(_OWN), visits)]
        if all_desks:
            wanted += [(_HEARD, activity), (_JOURNAL.where(~_OWN, _NOT_HEARD), visits)]
        with self._database.read() as connection:
            found = [
                tally
                for select, table in wanted
                for tally in _read(connection, _between(select, table, first, last))
            ]
        return sorted(found, key=lambda tally: tally.day)


def _read(connection: sa.Connection, wanted: sa.Select[Any]) -> Iterator[Tally]:
    for row in connection.execute(wanted):
        summed = Sum(row.visits, row.adults, row.minors, row.assistants)
        yield Tally(row.local_date, row.offer_id, Footing(row.footing), summed)


def _between(
    wanted: sa.Select[Any], table: sa.Table, first: date | None, last: date | None
) -> sa.Select[Any]:
    if first is not None:
        wanted = wanted.where(table.c.local_date >= first)
    return wanted if last is None else wanted.where(table.c.local_date <= last)
