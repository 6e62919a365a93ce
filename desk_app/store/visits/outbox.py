"""The outbox: operations in the order in which they were recorded.

The only module that moves an operation from one state to another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

import sqlalchemy as sa

from desk_app.services.hold_reasons import UNREADABLE, UNSENDABLE
from desk_app.store.connection.database import Database
from desk_app.store.register.cards import find
from desk_app.store.register.offers import remove_dropped
from desk_app.store.schema.tables import operations, voids
from desk_app.store.visits.operation_contents import Rows, contents
from desk_app.store.visits.outbox_queries import (
    AMONG,
    ANY_FORGOTTEN,
    ANY_FRESH,
    FREE_VISITS_OF_OFFERS,
    LOST,
    REFUSED_FOR_OTHERS,
    SHOW_LATE,
    UNCONFIRMED,
    UNKNOWN_CARDS,
    WITHDRAW_VOIDED,
    next_rows,
)
from desk_app.store.visits.records import detail_text
from desk_app.store.visits.register_days import apply_register_days, without_other_days
from sync.messages import Detail
from sync.ports import BY_WORD, TRANSITIONS, UNSENT, OperationState, SendResult
from sync.rules.codes import Refusal
from sync.rules.visits import Operation

TRIES_UNTIL_SHOWN = 3
SHOWN_AFTER = timedelta(days=1)
"""An operation that waits for so long though the register answers is shown (contract 1.6)."""
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""The waits of an operation after each time that it failed alone."""


class Now(Protocol):
    """The time."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        ...


class TransitionError(RuntimeError):
    """A bug of ours: an operation cannot change its state like that."""


class StoredOutbox:
    """Implements ``sync.ports.Outbox``."""

    def __init__(self, database: Database, clock: Now) -> None:
        self._database = database
        self._clock = clock

    def claim(self, most: int, *, at_least: int = 0, patient: bool = True) -> Sequence[Operation]:
        """Claim the next pending operations; they are ``sending`` from now on."""
        now = self._clock.now()
        due = {"now": now, "beyond": now + WAITS[-1]}
        with self._database.write() as connection:
            while rows := next_rows(connection, most, at_least, due, patient=patient):
                found, unreadable = contents(connection, rows)
                _set_aside(connection, unreadable, now)
                if found:
                    readable = [row for row in rows if row.seq not in unreadable]
                    _move(connection, readable, OperationState.SENDING, taken=True)
                    return found
        return []

    def record_results(self, results: Sequence[SendResult]) -> None:
        """Write down what became of operations that were taken."""
        now = self._clock.now()
        with self._database.write() as connection:
            results = without_other_days(connection, results)
            for values, ids in _alike(results, now):
                _settle_alike(connection, values, ids)
            waiting = [result.id for result in results if result.state is OperationState.PENDING]
            if waiting:
                connection.execute(
                    SHOW_LATE,
                    {"waiting": waiting, "now": now, "long_ago": now - SHOWN_AFTER}
                    | {"next_try": now + WAITS[3]},
                )
            # One to be tried again with a code is one that the register spoke of and did not take.
            untaken = [result.id for result in results if result.code is not None]
            if untaken:
                connection.execute(WITHDRAW_VOIDED, {"untaken": untaken})
            arrived = [result.id for result in results if result.state is OperationState.ACCEPTED]
            if arrived:
                connection.execute(FREE_VISITS_OF_OFFERS, {"arrived": arrived})
            had = [result.id for result in results if result.duplicate]
            if had:
                remove_dropped(connection, had)

    def failed_together(self, ids: Sequence[UUID]) -> None:
        """A batch met a fault: its operations come in smaller ones, behind the others."""
        smallest = sa.func.min(sa.func.coalesce(operations.c.failed_with, len(ids)), len(ids))
        with self._database.write() as connection:
            rows = connection.execute(_UNDER_WAY.where(operations.c.id.in_(ids))).all()
            _move(
                connection, rows, OperationState.PENDING, failed_with=smallest, resent=False
            )  # it may have arrived just now: a duplicate tells nothing any more

    def failed_alone(
        self,
        operation_id: UUID,
        code: str,
        *,
        counts: bool,
        is_answer: bool = True,
        is_there: bool = True,
    ) -> bool:
        """Keep it waiting; where the fault is its own, longer each time."""
        now = self._clock.now()
        with self._database.write() as connection:
            found = _UNDER_WAY.where(operations.c.id == operation_id)
            row = connection.execute(found).one_or_none()
            if row is None:  # withdrawn meanwhile
                return counts
            if not is_there and row.next_try_at is None:  # as yet most likely the network
                _move(connection, [row], OperationState.PENDING, next_try_at=now, **_ALONE)
                return False
            since = min(row.hindered_since or now, now)  # the clock may have been ahead
            counts &= is_answer or row.code == UNSENDABLE
            is_again = now - since >= WAITS[1]  # no outage of the network comes so often just then
            is_own = (counts or row.tries > 0) and (is_there or is_again)
            tries = row.tries + is_own
            shown = row.shown or tries >= TRIES_UNTIL_SHOWN or now - since >= SHOWN_AFTER
            next_try = now + WAITS[min(tries, len(WAITS)) - 1] if is_own else now
            _move(
                connection,
                [row],
                OperationState.PENDING,
                **_ALONE | {"tries": tries, "next_try_at": next_try, "code": UNSENDABLE},
                hindered_since=since,
                detail=code,
                shown=shown,
            )
        return is_own

    def has_fresh(self) -> bool:
        """Whether something waits that was never held."""
        with self._database.read() as connection:
            return connection.execute(ANY_FRESH).scalar_one()

    def release(self) -> int:
        """Make every ``sending`` operation pending again."""
        with self._database.write() as connection:
            rows = connection.execute(_UNDER_WAY).all()
            _move(connection, rows, OperationState.PENDING, resent=False)
        return len(rows)

    def pending(self) -> int:
        """The number of operations that still have to be sent."""
        with self._database.read() as connection:
            return connection.execute(
                sa.select(sa.func.count())
                .select_from(operations)
                .where(operations.c.state.in_(UNSENT))
            ).scalar_one()

    def send_again(self, since: datetime) -> Collection[UUID]:
        """Queue once more what was accepted since then, as far as it is still known whole."""
        with self._database.write() as connection:
            rows = connection.execute(LOST, {"since": since}).all()
            _queue_again(connection, rows)
        return [row.id for row in rows]

    def confirm(self, since: datetime, read_at: datetime) -> Collection[UUID]:
        """Queue once more, each once, what was accepted and no feed tells of."""
        with self._database.write() as connection:
            rows = connection.execute(UNCONFIRMED, {"since": since, "read_at": read_at}).all()
            _queue_again(connection, rows)
        return [row.id for row in rows]

    def is_forgotten(self, since: datetime, read_at: datetime) -> bool:
        """Whether the feeds, heard to their end, lack what the register accepted since then."""
        with self._database.read() as connection:
            asked = {"since": since, "read_at": read_at}
            return connection.execute(ANY_FORGOTTEN, asked).scalar_one()

    def card_came(self) -> int:
        """Queue visits that were refused for an unknown card which the register now has."""
        with self._database.write() as connection:
            rows = connection.execute(UNKNOWN_CARDS).all()
            come = [row for row in rows if find(self._database, row.card_number) is not None]
            _move(connection, come, OperationState.PENDING, card_came=True, **_AFRESH)
        return len(come)


_UNDER_WAY = AMONG.where(operations.c.state == OperationState.SENDING)
_ALONE: dict[str, Any] = {"failed_with": 1, "resent": False}
_AFRESH: dict[str, Any] = {
    "code": None,
    "detail": None,
    "settled_at": None,
    "failed_with": None,
    "tries": 0,
    "next_try_at": None,
    "hindered_since": None,
    "shown": False,
}
"""An operation that nothing hinders yet."""


def _queue_again(connection: sa.Connection, rows: Rows) -> None:
    for some in _pieces(rows):
        _move(connection, some, OperationState.PENDING, settled_at=None, resent=True, counted=False)


def _set_aside(connection: sa.Connection, places: Sequence[int], now: datetime) -> None:
    """Show what cannot be read; a later version of the program may be able to."""
    if places:
        connection.execute(
            operations.update()
            .where(operations.c.seq.in_(places))
            .values(
                code=UNREADABLE,
                detail=None,
                failed_with=None,
                next_try_at=now + WAITS[-1],
                hindered_since=now,
                shown=True,
            )
        )


def move(connection: sa.Connection, operation_id: UUID, to: OperationState, at: datetime) -> None:
    """Move one operation by a person's word, given at ``at``."""
    row = connection.execute(sa.select(operations).where(operations.c.id == operation_id)).one()
    if to is not OperationState.PENDING:
        _move(connection, [row], to, settled_at=at)
    elif row.state is OperationState.PENDING:  # it waits already: from now on, for nothing
        connection.execute(operations.update().where(operations.c.seq == row.seq).values(**_AFRESH))
    else:
        _move(connection, [row], to, **_AFRESH)


def move_by_word(connection: sa.Connection, rows: Rows, result: SendResult, at: datetime) -> None:
    """Move operations, all alike, by the word of another desk (``sync.ports.BY_WORD``)."""
    for row in rows:
        if result.state not in BY_WORD[row.state]:
            raise TransitionError(f"{row.state} cannot become {result.state}")
    values = {
        **_AFRESH,
        "code": result.code,
        "detail": detail_text(result.detail),
        "settled_at": at,
    }
    found = operations.update().where(operations.c.seq.in_([row.seq for row in rows]))
    connection.execute(found.values(state=result.state, **values))


def show(connection: sa.Connection, seq: int, refused: SendResult, at: datetime) -> None:
    """Show an operation that the register refused, by the word of another desk.

    It goes on waiting to be sent: the register itself has the last word.
    """
    waiting = sa.and_(operations.c.seq == seq, operations.c.state == OperationState.PENDING)
    connection.execute(
        operations.update()
        .where(waiting)
        .values(
            code=refused.code,
            detail=detail_text(refused.detail),
            hindered_since=sa.func.coalesce(operations.c.hindered_since, _at(at)),
            shown=True,
        )
    )


def resume_arrived(connection: sa.Connection, ids: Sequence[UUID], current: Sequence[UUID]) -> None:
    """Send once more what was refused here, and what the register has all the same.

    Another desk that carried it had more luck, as when the card was registered meanwhile. To the
    register it is a duplicate, so that both desks know of it in the end. One that the register
    refused for its day alone has arrived with the other desk's. Where staff here have
    taken back such a visit that is still ``in_force`` there, their void, which had nothing to take
    back, goes out after all.
    """
    refused_visits = connection.execute(
        sa.select(operations).where(
            operations.c.id.in_(ids),
            operations.c.kind == "visit",
            operations.c.state == OperationState.REJECTED,
        )
    ).all()
    conflicts = [row for row in refused_visits if row.code == Refusal.ID_CONFLICT]
    there = apply_register_days(connection, [row.id for row in conflicts])
    arrived = [row for row in conflicts if row.id in there]
    _move(connection, arrived, OperationState.ACCEPTED, code=None, detail=None)
    refused_visits = [row for row in refused_visits if row.code != Refusal.ID_CONFLICT]
    idle_voids = connection.execute(
        sa.select(operations).where(
            operations.c.id.in_(sa.select(voids.c.id).where(voids.c.visit_id.in_(current))),
            operations.c.state == OperationState.WITHDRAWN,
        )
    ).all()
    _move(connection, [*refused_visits, *idle_voids], OperationState.PENDING, **_AFRESH)


def resume_after_voids(connection: sa.Connection, voided: Sequence[UUID]) -> None:
    """Send once more what was refused for the tickets of these visits, which were taken back.

    They may be given anew, also by another desk, before the register knows that they came back: the
    visit then arrives before the void that makes room for it.
    """
    rows = connection.execute(REFUSED_FOR_OTHERS, {"voided": voided}).all()
    for some in _pieces(rows):
        _move(connection, some, OperationState.PENDING, **_AFRESH)


def _alike(
    results: Sequence[SendResult], now: datetime
) -> Iterator[tuple[dict[str, Any], list[UUID]]]:
    """Groups operations of a batch by their result: nearly all share one, and so one statement."""
    same = defaultdict[tuple[OperationState, str | None, str | Detail | None, bool], list[UUID]](
        list
    )
    for result in results:
        same[result.state, result.code, result.detail, result.duplicate].append(result.id)
    for (state, code, detail, duplicate), ids in same.items():
        waits = state is OperationState.PENDING
        since = sa.func.coalesce(operations.c.hindered_since, _at(now))
        hindrance = {"hindered_since": sa.func.min(since, _at(now))} if waits else _AFRESH
        yield (
            {
                **hindrance,
                **({} if duplicate else {"resent": False}),
                "state": state,
                "code": code,
                "detail": detail_text(detail),
                "settled_at": None if waits else now,
            },
            ids,
        )


def _at(moment: datetime) -> sa.ColumnElement[datetime]:
    return sa.literal(moment, operations.c.hindered_since.type)


def _settle_alike(connection: sa.Connection, values: dict[str, Any], ids: Sequence[UUID]) -> None:
    """One statement, which leaves alone what may not move so.

    What staff withdrew while it was under way stays so, unless it arrived.
    """
    to: OperationState = values["state"]
    arrived = to is OperationState.ACCEPTED
    may = [state for state, others in TRANSITIONS.items() if to in others]
    may = [state for state in may if arrived or state is not OperationState.WITHDRAWN]
    named = operations.c.id.in_(ids)
    moved = connection.execute(
        operations.update().where(named, operations.c.state.in_(may)).values(values)
    ).rowcount
    if moved != len(ids) and not arrived:
        is_withdrawn = operations.c.state == OperationState.WITHDRAWN
        count = sa.select(sa.func.count()).select_from(operations).where(named, is_withdrawn)
        moved += connection.execute(count).scalar_one()
    if moved != len(ids):
        raise TransitionError(f"{len(ids) - moved} operations cannot become {to}")


def _check_move(state: OperationState, to: OperationState) -> None:
    if to not in TRANSITIONS[state]:
        raise TransitionError(f"{state} cannot become {to}")


def _move(
    connection: sa.Connection,
    rows: Rows,
    to: OperationState,
    **values: Any,  # noqa: ANN401 - the rows' own columns
) -> None:
    for row in rows:
        _check_move(row.state, to)
    connection.execute(
        operations.update()
        .where(operations.c.seq.in_([row.seq for row in rows]))
        .values(state=to, **values)
    )


def _pieces(rows: Rows) -> Iterator[Rows]:
    """Some hundreds at a time, since a statement takes so many places."""
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]


_AT_ONCE = 500
