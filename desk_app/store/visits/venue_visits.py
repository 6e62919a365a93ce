"""Visits of the venue's other desks: from the register's feed, and transferred ones."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from desk_app.services.reporting import Row
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import activity, operations, visits, voids
from desk_app.store.visits.local_dates import between
from desk_app.store.visits.records import tickets_from
from sync.ports import OperationState
from sync.rules.visits import VisitState

_own = operations.c.carried_from.is_(None)
RECEIVED = (
    sa.select(activity, voids.c.id.label("void_id"))
    .outerjoin(operations, operations.c.id == activity.c.id)
    .outerjoin(voids, voids.c.visit_id == activity.c.id)
    .where(sa.or_(operations.c.id.is_(None), ~_own))
)
CARRIED = (
    sa.select(visits, operations.c.carried_from, operations.c.state, voids.c.id.label("void_id"))
    .join(operations, operations.c.id == visits.c.id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .outerjoin(activity, activity.c.id == visits.c.id)
    .where(~_own, activity.c.id.is_(None))
)


class StoredVenueVisits:
    """Implements the desk's ``VenueVisits``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def others(self, first: date | None, last: date | None) -> Sequence[Row]:
        """The others' visits by local day, the oldest first."""
        with self._database.read() as connection:
            received = [
                _row(
                    row,
                    row.desk_name,
                    OperationState.ACCEPTED,
                    voided=row.state is VisitState.VOIDED or row.void_id is not None,
                )
                for row in connection.execute(between(RECEIVED, activity, first, last))
            ]
            carried = [
                _row(row, row.carried_from, row.state, voided=row.void_id is not None)
                for row in connection.execute(between(CARRIED, visits, first, last))
            ]
        return sorted([*received, *carried], key=lambda visit: visit.local_date)


def _row(found: sa.Row[Any], desk_name: str, state: OperationState, *, voided: bool) -> Row:
    return Row(
        visit_id=found.id,
        local_date=found.local_date,
        recorded_at=None,
        desk=desk_name,
        offer_id=found.offer_id,
        tickets=tickets_from(found),
        entry=None,
        verdict=None,
        provisional=None,
        state=state,
        voided=voided,
        operator=None,
        card_number=found.card_number,
    )
