"""What is known of the machine's clock, and the visits that were dated by it."""

from datetime import timedelta, tzinfo

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.services.ports import ClockState
from desk_app.store.database import Database
from desk_app.store.operation_log.changed import Subject, note_change
from desk_app.store.tables import clock, operations, visits
from sync.ports import OperationState

_ONLY = 1


class StoredClock:
    """Implements the desk's ``ClockBook``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self) -> ClockState | None:
        """What is known; ``None`` at the very first."""
        with self._database.read() as connection:
            row = connection.execute(sa.select(clock)).one_or_none()
        if row is None:
            return None
        return ClockState(
            trusted_at=row.trusted_at,
            last_seen=row.last_seen,
            run=row.run,
            offset=timedelta(milliseconds=row.offset_ms),
            doubtful=row.doubtful,
        )

    def keep(self, state: ClockState, *, redate_in: tzinfo | None = None) -> None:
        """Keep it, and date afresh what was dated wrongly and never sent."""
        row = {
            "trusted_at": state.trusted_at,
            "last_seen": state.last_seen,
            "run": state.run,
            "offset_ms": state.offset // timedelta(milliseconds=1),
            "doubtful": state.doubtful,
        }
        with self._database.write() as connection:
            connection.execute(
                insert(clock)
                .values(id=_ONLY, **row)
                .on_conflict_do_update(index_elements=["id"], set_=row)
            )
            if redate_in is not None:
                _redate(connection, state, redate_in)


def _redate(connection: sa.Connection, state: ClockState, zone: tzinfo) -> None:
    """Once sent, an operation keeps its content for ever, so only untaken ones are touched."""
    dated_wrongly = connection.execute(
        sa.select(visits.c.id, visits.c.system_at)
        .join(operations, operations.c.id == visits.c.id)
        .where(
            visits.c.clock_run == state.run,
            operations.c.state == OperationState.PENDING,
            ~operations.c.taken,
        )
    ).all()
    for row in dated_wrongly:
        at = row.system_at + state.offset
        connection.execute(
            visits.update()
            .where(visits.c.id == row.id)
            .values(
                recorded_at=at,
                local_date=at.astimezone(zone).date(),
                clock_trusted=False,
            )
        )
        note_change(connection, Subject.OPERATION, row.id)
