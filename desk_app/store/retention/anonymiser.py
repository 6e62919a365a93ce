"""Removes card numbers, then their pseudonyms; the tickets stay for the statistics."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Protocol

import sqlalchemy as sa

from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import (
    activity,
    notes,
    offers,
    operation_log,
    operations,
    settlements,
    visits,
    voids,
)
from desk_app.store.visits.pseudonyms import pseudonym_of
from sync.ports import UNSENT, UNSETTLED
from sync.rules.limits import LimitsInForce
from sync.rules.visits import VisitState

AT_ONCE = 200
"""Visits in one transaction: some milliseconds, for which recording may have to wait."""


_OWN_NUMBERED = (
    sa.select(visits, offers.c.kind, voids.c.id.is_(None).label("counts"))
    .outerjoin(offers, offers.c.id == visits.c.offer_id)
    .outerjoin(voids, voids.c.visit_id == visits.c.id)
    .where(
        visits.c.local_date < sa.bindparam("before"),
        visits.c.card_number.is_not(None),
        # Neither the visit nor its void: both are needed word for word until they are settled.
        ~sa.exists().where(
            operations.c.id.in_((visits.c.id, voids.c.id)), operations.c.state.in_(UNSETTLED)
        ),
    )
    .limit(AT_ONCE)
)
_OTHERS_NUMBERED = (
    sa.select(activity, offers.c.kind, (activity.c.state == VisitState.ACCEPTED).label("counts"))
    .outerjoin(offers, offers.c.id == activity.c.offer_id)
    .where(activity.c.local_date < sa.bindparam("before"), activity.c.card_number.is_not(None))
    .limit(AT_ONCE)
)
_MARKED = {
    table: sa.select(table.c.id, table.c.offer_id, table.c.local_date, offers.c.kind)
    .outerjoin(offers, offers.c.id == table.c.offer_id)
    .where(table.c.card_mark.is_not(None))
    for table in (visits, activity)
}
_ANONYMISED: sa.BindParameter[Any] = sa.bindparam("anonymised_id")
_FORGET_OWN = (
    visits.update()
    .where(visits.c.id == _ANONYMISED)
    .values(
        card_number=None,
        card_mark=sa.bindparam("mark"),
        operator=None,
        printed_valid_until=None,
        system_at=None,
        clock_run=None,
        steady_ms=None,
        floor_at=None,
    )
)
_FORGET_VOIDER = voids.update().where(voids.c.visit_id == _ANONYMISED).values(operator=None)
_FORGET_SETTLER = (
    settlements.update()
    .where(
        sa.or_(
            settlements.c.operation_id == _ANONYMISED,
            settlements.c.operation_id.in_(
                sa.select(voids.c.id).where(voids.c.visit_id == _ANONYMISED)
            ),
        )
    )
    .values(operator=None, note=None)
)
_noted = operations.alias("noted")
_FORGET_NOTES = (
    notes.update()
    .where(
        notes.c.text.is_not(None),
        notes.c.recorded_at < sa.bindparam("before_moment", type_=notes.c.recorded_at.type),
        # Neither a note that is still to be sent, nor one on what is still to be settled.
        ~sa.exists().where(
            _noted.c.id == notes.c.id,
            _noted.c.state.in_(UNSENT),
        ),
        ~sa.exists().where(_noted.c.id == notes.c.about, _noted.c.state.in_(UNSETTLED)),
    )
    .values(text=None, operator=None)
)
_FORGET_OTHERS = (
    activity.update()
    .where(activity.c.id == _ANONYMISED)
    .values(card_number=None, card_mark=sa.bindparam("mark"))
)


class ErasableFiles(Protocol):
    """Operation log, backups, and files that were set aside."""

    def erase_forgotten(self, before: date) -> None:
        """Remove what the database has anonymised of visits before a day."""
        ...

    def hold_older(self, before: date) -> bool:
        """Whether any was put there before that day, and is still there."""
        ...


class StoredAnonymiser:
    """Implements the desk's ``Anonymiser``.

    ``files`` are those beside the database that hold the same data.
    """

    def __init__(self, database: Database, files: ErasableFiles | None = None) -> None:
        self._database = database
        self._files = files

    def forget_numbers(self, before: date, limits: LimitsInForce) -> int:
        """Remove card numbers of visits before a day, some at a time."""
        with self._database.write() as connection:
            own = connection.execute(_OWN_NUMBERED, {"before": before}).all()
            _execute(connection, _FORGET_OWN, _marks(connection, own, limits))
            anonymised = [{"anonymised_id": row.id} for row in own]
            _execute(connection, _FORGET_VOIDER, anonymised)
            _execute(connection, _FORGET_SETTLER, anonymised)
            midnight = datetime.combine(before, time(), UTC)
            noted = connection.execute(_FORGET_NOTES, {"before_moment": midnight}).rowcount
            if own or noted:
                connection.execute(operation_log.update().values(unerased=True))
            others = connection.execute(_OTHERS_NUMBERED, {"before": before}).all()
            _execute(connection, _FORGET_OTHERS, _marks(connection, others, limits))
        return len(own) + len(others) + noted

    def forget_pseudonyms(self, limits: LimitsInForce) -> int:
        """Delete the pseudonyms that no limit can count by any more."""
        gone = 0
        for table, marked in _MARKED.items():
            with self._database.read() as connection:
                useless = [
                    row.id
                    for row in connection.execute(marked)
                    if not limits.count(row.offer_id, row.kind, row.local_date)
                ]
            for start in range(0, len(useless), AT_ONCE):
                some = useless[start : start + AT_ONCE]
                with self._database.write() as connection:
                    connection.execute(
                        table.update().where(table.c.id.in_(some)).values(card_mark=None)
                    )
            gone += len(useless)
        return gone

    def is_wiped(self, before: date) -> bool:
        """Whether no removed data is left elsewhere."""
        with self._database.read() as connection:
            unerased = connection.execute(sa.select(operation_log.c.unerased)).scalar_one()
        return not (unerased or (self._files is not None and self._files.hold_older(before)))

    def wipe(self, before: date) -> None:
        """Write the log back and truncate it, unless another program reads it just now.

        Then let the files beside the database forget too.
        """
        self._database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        if self._files is not None:
            self._files.erase_forgotten(before)
        with self._database.write() as connection:
            connection.execute(operation_log.update().values(unerased=False))


def _marks(
    connection: sa.Connection, rows: Sequence[sa.Row[Any]], limits: LimitsInForce
) -> list[dict[str, Any]]:
    return [
        {
            "anonymised_id": row.id,
            "mark": pseudonym_of(connection, row.card_number)
            if row.counts and limits.count(row.offer_id, row.kind, row.local_date)
            else None,
        }
        for row in rows
    ]


def _execute(
    connection: sa.Connection, statement: sa.Executable, parameters: list[dict[str, Any]]
) -> None:
    if parameters:
        connection.execute(statement, parameters)
