"""News for the neighbours, and news of theirs that is taken in.

Triggers note what changes (``schema/0018_neighbours.sql``), whichever program of this desk does it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.connection.database import Database, plain_sql
from desk_app.store.neighbours.cursors import NewsProgress, move_cursor, read_cursor
from desk_app.store.neighbours.double_use import is_noted, unaware_to_send
from desk_app.store.neighbours.intake import NewsIntake
from desk_app.store.neighbours.recent_entries import RecentEntries
from desk_app.store.register.scope import OURS
from desk_app.store.schema.neighbour_tables import news, news_noted, news_runs
from desk_app.store.schema.tables import (
    activity,
    desks,
    notes,
    operations,
    visits,
)
from desk_app.store.visits.operation_contents import contents
from desk_app.store.visits.outbox import Now
from desk_app.store.visits.records import tickets_from
from sync.lan.news import News, NewsOperation
from sync.ports import OperationState
from sync.rules.visits import VenueVisit, VisitState

_SENT_STATES = (OperationState.ACCEPTED, OperationState.REJECTED, OperationState.WITHDRAWN)

_LAST = plain_sql(sa.select(sa.func.max(news.c.seq)))
_TELLABLE = sa.and_(  # of this enrolment, and still whole
    OURS,
    ~operations.c.from_feed,
    sa.or_(operations.c.kind != "visit", visits.c.card_number.is_not(None)),
    sa.or_(operations.c.kind != "note", notes.c.text.is_not(None)),
)
_OPERATIONS = (
    sa.select(operations)
    .outerjoin(visits, visits.c.id == operations.c.id)
    .outerjoin(notes, notes.c.id == operations.c.id)
    .where(_TELLABLE)
)
_VISITS = sa.select(activity).where(activity.c.card_number.is_not(None))
_VISITS_ALONE = _VISITS.where(  # of the others, the operation is sent
    sa.or_(
        activity.c.state != VisitState.ACCEPTED,
        ~sa.exists().where(operations.c.id == activity.c.id, ~operations.c.from_feed),
    )
)
_PAGE = (
    sa.select(news)
    .where(news.c.seq > sa.bindparam("after"))
    .order_by(news.c.seq)
    .limit(sa.bindparam("most"))
)
_NAME = sa.select(desks.c.desk_name).order_by(desks.c.seq.desc()).limit(1)
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_THESE_OPERATIONS = _OPERATIONS.where(operations.c.id.in_(_IDS))
_SENDABLE = _THESE_OPERATIONS.with_only_columns(
    operations.c.id, operations.c.state, maintain_column_froms=True
)
_THESE_VISITS = _VISITS.where(activity.c.id.in_(_IDS))


class StoredNews:
    """Implements ``sync.lan.ports.NewsStore``."""

    def __init__(self, database: Database, clock: Now) -> None:
        self._database = database
        self._progress = NewsProgress(database)
        self._recent = RecentEntries()
        self._intake = NewsIntake(database, clock)

    def begin(self) -> None:
        """Note from now on what changes; all that is there already is news too.

        What was noted before stays as it is, also what was sent of it.
        """
        with self._database.write() as connection:
            connection.execute(insert(news_noted).values(id=1).on_conflict_do_nothing())
            for kind, source, order in (
                ("operation", _OPERATIONS, operations.c.seq),
                ("visit", _VISITS_ALONE, activity.c.id),
            ):
                there = sa.select(news.c.id).where(news.c.kind == kind)
                id_ = source.selected_columns.id
                missing = source.with_only_columns(
                    sa.literal(kind), id_, maintain_column_froms=True
                )
                missing = missing.where(id_.not_in(there)).order_by(order)
                connection.execute(news.insert().from_select(["kind", "id"], missing))
        self._progress.begin()

    def end(self) -> None:
        """Note nothing any more."""
        with self._database.read() as connection:
            noted = is_noted(connection)
        if self._database.is_read_only or not noted:
            return
        with self._database.write() as connection:
            for table in (news_noted, news, news_runs):
                connection.execute(table.delete())

    def last(self) -> int:
        """The place of the latest news."""
        return int(self._database.rows(_LAST)[0][0] or 0)

    def read(self, after: int, most: int) -> tuple[News, int]:
        """The news after a place, and the place that it reaches."""
        with self._database.read() as connection:
            page = connection.execute(_PAGE, {"after": after, "most": most}).all()
            received = [row.id for row in page if row.kind == "visit"]
            reached = page[-1].seq if page else after
            sent, untaken = self._operations(
                connection, {row.id: row.seq for row in page if row.kind == "operation"}
            )
            found = News(
                cursor=self._progress.cursor(reached),
                operations=sent,
                visits=[_visit(row) for row in connection.execute(_THESE_VISITS, {"ids": received})]
                if received
                else [],
            )
        self._note(untaken, reached)
        return found, reached

    def _operations(
        self, connection: sa.Connection, places: Mapping[UUID, int]
    ) -> tuple[list[NewsOperation], list[UUID]]:
        """The operations at these places, and those of them that may still be dated afresh."""
        states = connection.execute(_SENDABLE, {"ids": [*places]}).all()
        found = self._recent.at({places[row.id]: _as_sent(row.state) for row in states})
        missing = [row.id for row in states if places[row.id] not in found]
        if not missing:
            return [found[place] for place in sorted(found)], []
        rows = connection.execute(_THESE_OPERATIONS, {"ids": missing}).all()
        read = {places[row.id]: entry for row, entry in _entries(connection, rows)}
        self._recent.hold(
            {
                places[row.id]: read[places[row.id]]
                for row in rows
                if row.taken and places[row.id] in read
            }
        )
        found |= read
        return [found[place] for place in sorted(found)], [row.id for row in rows if not row.taken]

    def _note(self, taken: Sequence[UUID], reached: int) -> None:
        """What others may send is not dated afresh any more."""
        if self._database.is_read_only or not (taken or self._progress.is_due(reached)):
            return
        with self._database.write() as connection:
            if taken:
                connection.execute(
                    operations.update().where(operations.c.id.in_(taken)).values(taken=True)
                )
            self._progress.note(connection, reached)

    def place(self, cursor: str) -> int:
        """The place that a neighbour's cursor names; 0 for one of another history."""
        return self._progress.place(cursor)

    def cursor(self, of: UUID) -> str:
        """How far a neighbour's news was taken in."""
        return read_cursor(self._database, of)

    def move_cursor(self, of: UUID, before: str, now: str) -> None:
        """Note how far a neighbour's news was taken in."""
        move_cursor(self._database, of, before, now)

    def take_in(self, news: News) -> int:
        """Take in a neighbour's news; how much of it was new here."""
        return self._intake.take_in(news)


def _entries(
    connection: sa.Connection, rows: Sequence[sa.Row[Any]]
) -> Iterator[tuple[sa.Row[Any], NewsOperation]]:
    own_name = connection.execute(_NAME).scalar_one_or_none() or ""
    found, unreadable = contents(connection, rows)
    noted = unaware_to_send(connection, [row.id for row in rows])
    readable = [row for row in rows if row.seq not in unreadable]
    for row, operation in zip(readable, found, strict=True):
        yield (
            row,
            NewsOperation(
                desk_name=row.carried_from or own_name,
                operation=operation,
                state=_as_sent(row.state),
                code=row.code if row.state is OperationState.REJECTED else None,
                detail=row.detail if row.state is OperationState.REJECTED else None,
                unaware=noted.get(row.id, ()),
            ),
        )


def _as_sent(state: OperationState) -> OperationState:
    return state if state in _SENT_STATES else OperationState.PENDING


def _visit(row: sa.Row[Any]) -> VenueVisit:
    return VenueVisit(
        id=row.id,
        desk_id=row.desk_id,
        desk_name=row.desk_name,
        card_number=row.card_number,
        offer_id=row.offer_id,
        tickets=tickets_from(row),
        local_date=row.local_date,
        state=row.state,
    )
