"""Stores the state of the clock, and dates anew the visits that depend on it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.services.clock_state import ClockRun, ClockState, Dating, Redated
from desk_app.store.connection.changes import Subject, note_change
from desk_app.store.connection.database import Database, plain_sql
from desk_app.store.schema.columns import from_text
from desk_app.store.schema.tables import (
    clock,
    clock_runs,
    feeds,
    looked_up_cards,
    operations,
    register_state,
    visits,
)
from sync.ports import OperationState
from sync.rules.bounds import DAYS_AHEAD, DAYS_BACK
from sync.rules.visits import EntryMethod

_ONLY = 1
_RUNS_KEPT = 20
"""Ours: where no system names its starts, every program's start is a run."""
_SLACK = timedelta(minutes=2)
_NOTED = (
    register_state.c.verified_at,
    feeds.c.complete_at,
    looked_up_cards.c.seen_at,
    operations.c.settled_at,
)
"""Instants of the desk's own, which later ones are compared with."""

_RUN = (
    *(clock_runs.c.id, clock_runs.c.boot, clock_runs.c.floor_at, clock_runs.c.floor_steady_ms),
    *(clock_runs.c.seen_at, clock_runs.c.seen_steady_ms),
    *(clock_runs.c.told_at, clock_runs.c.told_steady_ms),
    *(clock_runs.c.doubtful, clock_runs.c.still_ahead),
)
_runs = clock_runs.alias("runs")
_newest_of_start = (
    sa.select(sa.func.max(sa.literal_column("runs.rowid")))
    .select_from(_runs)
    .where(_runs.c.boot == sa.bindparam("boot"))
    .scalar_subquery()
)
_STATE = plain_sql(
    sa.select(clock.c.trusted_at, clock.c.heard_at, clock.c.offset_ms, *_RUN).outerjoin_from(
        clock, clock_runs, _newest_of_start == sa.literal_column("clock_runs.rowid")
    )
)
"""With the newest run of a start of the machine. It is asked for whenever the time is."""
_PENDING = (
    sa.select(visits)
    .join(operations, operations.c.id == visits.c.id)
    .where(operations.c.state == OperationState.PENDING)
)
_UNSENT = _PENDING.where(~operations.c.taken)
"""Once sent, or carried, a visit keeps a possible day: it may have been accepted."""
_UNVOUCHED = sa.and_(
    visits.c.clock_run.is_not(None),
    visits.c.clock_run.not_in(sa.select(clock_runs.c.id).where(clock_runs.c.told_at.is_not(None))),
)
"""Visits dated in a run without the register's time may have any day."""
_CARRIED = operations.c.carried_from.is_not(None)
_BY_CLOCK = sa.or_(
    visits.c.system_at.is_not(None), sa.and_(_CARRIED, visits.c.entry != EntryMethod.PAPER)
)
"""Their moment is known; of others staff named the day."""


class StoredClock:
    """Implements the desk's ``ClockBook``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, boot: str) -> ClockState | None:
        """The state, with the newest run of this start of the machine; ``None`` at first."""
        for trusted_at, heard_at, offset_ms, *run in self._database.rows(_STATE, boot):
            return ClockState(
                trusted_at=from_text(trusted_at),
                register_time=_moment(heard_at),
                offset=timedelta(milliseconds=offset_ms),
                run=None if run[0] is None else _run_from(run),
            )
        return None

    def save(self, state: ClockState, dating: Dating | None = None) -> list[Redated]:
        """Save it, and date this run's unsent visits anew."""
        if self._database.is_read_only:
            return []  # nothing can be dated by it
        row = {
            "trusted_at": state.trusted_at,
            "heard_at": state.register_time,
            "offset_ms": state.offset // timedelta(milliseconds=1),
        }
        with self._database.write() as connection:
            connection.execute(
                insert(clock)
                .values(id=_ONLY, **row)
                .on_conflict_do_update(index_elements=["id"], set_=row)
            )
            if state.run is not None:
                _put_run(connection, state.run)
            if dating is None:
                return []
            redated = _redate(connection, state.run, dating)
            if dating.latest is not None:
                redated += _date_outgoing(connection, dating.latest, dating.zone)
                _bring_back_noted(connection, dating.latest)
            return redated

    def date_outgoing(self, latest: datetime | None, zone: tzinfo) -> list[Redated]:
        """Date and mark what is about to leave this desk."""
        if self._database.is_read_only:
            return []
        with self._database.read() as connection:
            if not (_unmarked(connection) or _misdated(connection, latest, zone)):
                return []
        with self._database.write() as connection:
            return _date_outgoing(connection, latest, zone)


def _put_run(connection: sa.Connection, run: ClockRun) -> None:
    row = {
        "id": run.id,
        "boot": run.boot,
        "floor_at": run.floor_at,
        "floor_steady_ms": _ms(run.floor_steady),
        "seen_at": run.seen_at,
        "seen_steady_ms": _ms(run.seen_steady),
        "told_at": run.register_at,
        "told_steady_ms": None if run.register_steady is None else _ms(run.register_steady),
        "doubtful": run.doubtful,
        "still_ahead": run.still_ahead,
    }
    connection.execute(
        insert(clock_runs).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
    )
    newest = sa.select(clock_runs.c.id).order_by(sa.literal_column("rowid").desc())
    connection.execute(clock_runs.delete().where(clock_runs.c.id.not_in(newest.limit(_RUNS_KEPT))))


def _run_from(stored: Sequence[Any]) -> ClockRun:
    id_, boot, floor_at, floor_ms, seen_at, seen_ms, register_at, register_ms, doubtful, ahead = (
        stored
    )
    return ClockRun(
        id=id_,
        boot=boot,
        floor_at=from_text(floor_at),
        floor_steady=floor_ms / 1000,
        seen_at=from_text(seen_at),
        seen_steady=seen_ms / 1000,
        register_at=_moment(register_at),
        register_steady=None if register_ms is None else register_ms / 1000,
        doubtful=bool(doubtful),
        still_ahead=bool(ahead),
    )


def _moment(stored: str | None) -> datetime | None:
    return None if stored is None else from_text(stored)


def _redate(connection: sa.Connection, run: ClockRun | None, dating: Dating) -> list[Redated]:
    """Visits of the run lie a known time apart from the moment that the dating tells."""
    if run is None:
        return []
    may_change = ~operations.c.taken
    if dating.latest is not None:  # no register takes that day any more, so it need not stay
        is_early = visits.c.local_date < _first_day(dating.latest, dating.zone)
        may_change = sa.or_(may_change, is_early)
    rows = connection.execute(
        _PENDING.where(may_change, visits.c.clock_run == run.id, visits.c.steady_ms.is_not(None))
    ).all()
    redated = []
    for row in rows:
        at = dating.at + timedelta(milliseconds=row.steady_ms - _ms(dating.steady))
        if row.floor_at is not None:
            at = max(at, row.floor_at)
        if dating.latest is not None:
            at = min(at, dating.latest)
        if abs(at - row.recorded_at) > _SLACK:
            redated.append(_date(connection, row, at, dating.zone))
    return redated


def _date_outgoing(
    connection: sa.Connection, latest: datetime | None, zone: tzinfo
) -> list[Redated]:
    dated = [_date(connection, row, at, zone) for row, at in _misdated(connection, latest, zone)]
    for row in _unmarked(connection):
        connection.execute(visits.update().where(visits.c.id == row.id).values(clock_trusted=False))
        note_change(connection, Subject.OPERATION, row.id)
    return dated


def _unmarked(connection: sa.Connection) -> Sequence[sa.Row[Any]]:
    """Visits whose time nobody vouches for, though they are not marked."""
    return connection.execute(_UNSENT.where(_UNVOUCHED, visits.c.clock_trusted)).all()


def _misdated(
    connection: sa.Connection, latest: datetime | None, zone: tzinfo
) -> list[tuple[sa.Row[Any], datetime]]:
    """Visits that cannot have their date, by the register's time, each with the nearest right one.

    That holds for what was sent before, or carried, too. Where the register has such a visit with
    another day already, its own counts (:mod:`desk_app.store.visits.register_days`).
    """
    if latest is None:
        return []
    today = latest.astimezone(zone).date()
    is_later = sa.and_(_BY_CLOCK, visits.c.recorded_at > latest + _SLACK)
    later = connection.execute(_PENDING.where(sa.or_(visits.c.local_date > today, is_later)))
    first = _first_day(latest, zone)
    noon = datetime.combine(first, time(12), tzinfo=zone).astimezone(UTC)
    is_guessed = sa.or_(_UNVOUCHED, sa.and_(_CARRIED, ~visits.c.clock_trusted))
    too_early = connection.execute(_PENDING.where(visits.c.local_date < first, is_guessed))
    return [*((row, latest) for row in later), *((row, noon) for row in too_early)]


def _first_day(latest: datetime, zone: tzinfo) -> date:
    """The first day that the register takes, and one more, as midnight may pass on the way."""
    return latest.astimezone(zone).date() - timedelta(days=DAYS_BACK - DAYS_AHEAD)


def _bring_back_noted(connection: sa.Connection, latest: datetime) -> None:
    """Correct the desk's own instants that lie in the future."""
    for column in _NOTED:
        connection.execute(
            sa.update(column.table).where(column > latest).values({column.name: latest})
        )


def _date(connection: sa.Connection, row: sa.Row[Any], at: datetime, zone: tzinfo) -> Redated:
    connection.execute(
        visits.update()
        .where(visits.c.id == row.id)
        .values(
            recorded_at=at,
            local_date=at.astimezone(zone).date(),
            clock_trusted=False,
            first_dated_at=row.first_dated_at or row.recorded_at,
        )
    )
    note_change(connection, Subject.OPERATION, row.id)
    return Redated(row.id, row.recorded_at, at)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
