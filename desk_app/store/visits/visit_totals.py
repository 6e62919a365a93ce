"""Sums visits in SQL by day, offer and certainty."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from desk_app.services.reporting import Sum
from desk_app.services.statistics import Certainty, VisitTotal
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import activity, operations, visits, voids
from desk_app.store.visits.local_dates import between
from sync.ports import OperationState
from sync.rules.tickets import IN_GROUP, TicketGroup
from sync.rules.visits import VisitState

_OWN = operations.c.carried_from.is_(None)
_CERTAINTY = sa.case(
    (
        sa.or_(voids.c.id.is_not(None), operations.c.state == OperationState.WITHDRAWN),
        Certainty.VOIDED.value,
    ),
    (operations.c.state == OperationState.REJECTED, Certainty.REFUSED.value),
    (operations.c.state == OperationState.ACCEPTED, Certainty.ACCEPTED.value),
    (visits.c.provisional, Certainty.UNSEEN.value),
    else_=Certainty.WAITING.value,
)
_RECEIVED_CERTAINTY = sa.case(
    (
        sa.or_(activity.c.state == VisitState.VOIDED, voids.c.id.is_not(None)),
        Certainty.VOIDED.value,
    ),
    else_=Certainty.ACCEPTED.value,
)


def _summed(table: sa.Table, group: TicketGroup) -> sa.ColumnElement[int]:
    tickets = (table.c[kind.name] for kind in IN_GROUP[group])
    return sa.func.sum(sum(tickets, sa.literal(0))).label(group.value)


def _added(table: sa.Table, certainty: sa.Case[Any]) -> sa.Select[Any]:
    t = table.c
    return (
        sa.select(
            t.local_date,
            t.offer_id,
            certainty.label("certainty"),
            sa.func.count().label("visits"),
            *(_summed(table, group) for group in TicketGroup),
        )
        .select_from(
            table.outerjoin(operations, operations.c.id == t.id).outerjoin(
                voids, voids.c.visit_id == t.id
            )
        )
        .group_by(t.local_date, t.offer_id, certainty)
        .order_by(t.local_date)
    )


_JOURNAL = _added(visits, _CERTAINTY).where(operations.c.id.is_not(None))
_RECEIVED = _added(activity, _RECEIVED_CERTAINTY).where(sa.or_(operations.c.id.is_(None), ~_OWN))
_NOT_RECEIVED = ~sa.exists().where(activity.c.id == visits.c.id)


class StoredVisitTotals:
    """Implements the desk's ``VisitTotals``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def totals(
        self, first: date | None, last: date | None, *, all_desks: bool
    ) -> Sequence[VisitTotal]:
        """Sums, the oldest first; each visit once, as the venue's visits have it."""
        wanted = [(_JOURNAL.where(_OWN), visits)]
        if all_desks:
            wanted += [(_RECEIVED, activity), (_JOURNAL.where(~_OWN, _NOT_RECEIVED), visits)]
        with self._database.read() as connection:
            found = [
                total
                for select, table in wanted
                for total in _read(connection, between(select, table, first, last))
            ]
        return sorted(found, key=lambda total: total.day)


def _read(connection: sa.Connection, wanted: sa.Select[Any]) -> Iterator[VisitTotal]:
    for row in connection.execute(wanted):
        summed = Sum(row.visits, row.adults, row.minors, row.assistants)
        yield VisitTotal(row.local_date, row.offer_id, Certainty(row.certainty), summed)
