"""Visits that the register has with another day than this desk.

Two desks can send one visit (:mod:`desk_app.services.transfer`), and each brings it back to the day
on which it sends, if it lay in the future. The register takes it once, and refuses it to the other
desk as another one with the same id (contract 1.6). The feed shows that it is the same, and its
day, which then counts at both desks.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.schema.tables import activity, visits
from sync.ports import OperationState, SendResult
from sync.rules.codes import Refusal
from sync.rules.tickets import KINDS

_SAME: sa.Select[Any] = (
    sa.select(
        visits.c.id,
        visits.c.recorded_at,
        visits.c.local_date,
        visits.c.first_dated_at,
        activity.c.local_date.label("register_day"),
    )
    .join(activity, activity.c.id == visits.c.id)
    .where(
        visits.c.id.in_(sa.bindparam("ids", expanding=True)),
        activity.c.offer_id == visits.c.offer_id,
        sa.func.coalesce(activity.c.card_number, visits.c.card_number) == visits.c.card_number,
        *(activity.c[kind.name] == visits.c[kind.name] for kind in KINDS),
    )
)


def without_other_days(
    connection: sa.Connection, results: Sequence[SendResult]
) -> Sequence[SendResult]:
    """The register's results, with a visit that the feed has shown to be there as accepted."""
    conflicts = [result.id for result in results if result.code == Refusal.ID_CONFLICT]
    there = apply_register_days(connection, conflicts)
    return [
        SendResult(result.id, OperationState.ACCEPTED) if result.id in there else result
        for result in results
    ]


def apply_register_days(connection: sa.Connection, ids: Collection[UUID]) -> set[UUID]:
    """Give visits the register's day; returns those that it has, alike in all else."""
    rows = connection.execute(_SAME, {"ids": [*ids]}).all() if ids else []
    for row in rows:
        if row.local_date != row.register_day:
            _date(connection, row, row.register_day)
    return {row.id for row in rows}


def _date(connection: sa.Connection, row: sa.Row[Any], day: date) -> None:
    connection.execute(
        visits.update()
        .where(visits.c.id == row.id)
        .values(
            recorded_at=datetime.combine(day, time(12), tzinfo=UTC),  # the feed tells the day alone
            local_date=day,
            clock_trusted=False,
            first_dated_at=row.first_dated_at or row.recorded_at,
        )
    )
    note_change(connection, Subject.OPERATION, row.id)
