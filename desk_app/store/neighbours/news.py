"""News for the neighbours, and news of theirs that is merged.

Triggers note what changes (``schema/0018_neighbours.sql``), whichever program of this desk does it.
"""

import threading
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.connection.database import Database, plain_sql
from desk_app.store.connection.statements import id_list, is_listed
from desk_app.store.neighbours.cursors import NewsProgress, move_cursor, read_cursor
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
from desk_app.store.visits.double_use import is_noted, unaware_to_send
from desk_app.store.visits.operation_contents import contents
from desk_app.store.visits.outbox import Now
from desk_app.store.visits.records import tickets_from
from sync.lan.news import Merged, News, NewsBrief, NewsOperation
from sync.ports import OperationState
from sync.rules.visits import VenueVisit, VisitState

_SENT_STATES = (OperationState.ACCEPTED, OperationState.REJECTED, OperationState.WITHDRAWN)

_MOST_AHEAD = 20
_LOOKED_AT = 1_000
"""Places of the latest news, for as many of this desk's own as are told before their turn."""
_LAST = plain_sql(sa.select(sa.func.max(news.c.seq)))
_READ = ("id", "seq", "kind", "state", "carried_from", "taken", "code", "detail")
_TELLABLE = sa.and_(  # of this enrolment, and still whole
    OURS,
    ~operations.c.from_feed,
    sa.or_(operations.c.kind != "visit", visits.c.card_number.is_not(None)),
    sa.or_(operations.c.kind != "note", notes.c.text.is_not(None)),
)
_OPERATIONS = (
    sa.select(*(operations.c[name] for name in _READ))
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
_EXTENT = """
    SELECT max(seq), count(*), count(CASE kind WHEN 'visit' THEN 1 END)
    FROM (SELECT seq, kind FROM news WHERE seq > ? ORDER BY seq LIMIT ?)
"""
"""Where a page of news ends, how much is on it, and how many visits of the register's feed."""
_ON_PAGE = sa.and_(news.c.seq > sa.bindparam("after"), news.c.seq <= sa.bindparam("reached"))
_PAGE = (
    _OPERATIONS.add_columns(news.c.seq.label("place"))
    .join(news, sa.and_(news.c.kind == "operation", news.c.id == operations.c.id))
    .where(_ON_PAGE)
    .order_by(news.c.seq)
)
_VISITS_ON_PAGE = (
    _VISITS.join(news, sa.and_(news.c.kind == "visit", news.c.id == activity.c.id))
    .where(_ON_PAGE)
    .order_by(news.c.seq)
)
_AHEAD = (  # what this desk recorded last, where much of others' is to be told before it
    _OPERATIONS.add_columns(news.c.seq.label("place"))
    .join(news, sa.and_(news.c.kind == "operation", news.c.id == operations.c.id))
    .where(
        news.c.seq > sa.bindparam("reached"),
        news.c.seq > sa.select(sa.func.max(news.c.seq) - _LOOKED_AT).scalar_subquery(),
        operations.c.carried_from.is_(None),
    )
    .order_by(news.c.seq.desc())
    .limit(_MOST_AHEAD)
)
_SET_TAKEN = (
    operations.update().where(operations.c.id == sa.bindparam("of")).values(taken=sa.true())
)
_NAME = sa.select(desks.c.desk_name).order_by(desks.c.seq.desc()).limit(1)
_THESE = _OPERATIONS.where(is_listed(operations.c.id), operations.c.taken)
"""What is taken is not dated afresh any more, and what other desks recorded is never."""


class StoredNews:
    """Implements ``sync.lan.ports.NewsStore``."""

    def __init__(self, database: Database, clock: Now) -> None:
        self._database = database
        self._progress = NewsProgress(database)
        self._recent = RecentEntries()
        self._intake = NewsIntake(database, clock)
        self._turn = threading.Lock()

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
        """The news after a place, and the place that it reaches.

        One neighbour at a time: what is read for one is kept for the next. Of much that is to be
        told, what this desk recorded last is told at once, and again in its turn: however much one
        neighbour tells, the others' own news is not behind it.
        """
        with self._turn:
            reached, entries, visits_too = self._database.rows(_EXTENT, after, most)[0]
            if not entries:
                self._note([], after)
                return News(cursor=self._progress.cursor(after)), after
            with self._database.read() as connection:
                asked = {"after": after, "reached": reached}
                page = connection.execute(_PAGE, asked).all()
                is_full = entries == most
                ahead = connection.execute(_AHEAD, asked).all()[:most] if is_full else []
                found_visits = connection.execute(_VISITS_ON_PAGE, asked) if visits_too else ()
                seen = [_visit(row) for row in found_visits]
                known = {row.id for row in page if self._is_known(row, after)}
                named = [row for row in page if row.id in known]
                noted = unaware_to_send(connection, [row.id for row in named])
            whole = [row for row in page if row.id not in known]
            whole += ahead[: max(0, most - len(whole))]  # readers leave out what a page has beyond
            found = News(
                cursor=self._progress.cursor(reached),
                operations=self._own(whole, reached),
                visits=seen,
                briefs=[
                    NewsBrief(id=row.id, state=_as_sent(row.state), unaware=noted.get(row.id, ()))
                    for row in named
                ],
            )
        return found, reached

    def _is_known(self, row: sa.Row[Any], after: int) -> bool:
        """Whether a neighbour that has come so far has the content, mostly at least."""
        if row.carried_from is not None:
            return True
        is_rejected = row.state is OperationState.REJECTED
        return not is_rejected and self._recent.was_sent(row.id, after)

    def _own(self, rows: Sequence[sa.Row[Any]], reached: int) -> list[NewsOperation]:
        """What this desk recorded; each is read once, when it is not dated afresh any more."""
        found = self._recent.at({row.place: _as_sent(row.state) for row in rows})
        missing = [row for row in rows if row.place not in found]
        is_final = self._note([row.id for row in missing if not row.taken], reached)
        if missing:
            with self._database.read() as connection:
                read = {row.place: entry for row, entry in _entries(connection, missing)}
            if is_final:
                self._recent.hold(read)
            found |= read
        return [found[place] for place in sorted(found)]

    def _note(self, untaken: Sequence[UUID], reached: int) -> bool:
        """Have what others may send not be dated afresh any more; whether that is so."""
        if not (untaken or self._progress.is_due(reached)):
            return True
        if self._database.is_read_only:
            return not untaken
        with self._database.write() as connection:
            if untaken:
                connection.execute(_SET_TAKEN, [{"of": each} for each in untaken])
            self._progress.note(connection, reached)
        return True

    def place(self, cursor: str) -> int:
        """The place that a neighbour's cursor names; 0 for one of another history."""
        return self._progress.place(cursor)

    def cursor(self, of: UUID) -> str:
        """How far a neighbour's news was merged."""
        return read_cursor(self._database, of)

    def move_cursor(self, of: UUID, before: str, now: str) -> None:
        """Note how far a neighbour's news was merged."""
        move_cursor(self._database, of, before, now)

    def merge(self, news: News) -> Merged:
        """Merge a neighbour's news."""
        return self._intake.merge(news)

    def lacking(self, briefs: Sequence[NewsBrief]) -> Sequence[NewsBrief]:
        """Return the briefs of which the whole is needed."""
        return self._intake.lacking(briefs)

    def whole(self, ids: Collection[UUID]) -> Sequence[NewsOperation]:
        """The operations with these ids, as far as neighbours were told of them."""
        with self._database.read() as connection:
            rows = connection.execute(_THESE, {"ids": id_list(ids)}).all()
            return [entry for _, entry in _entries(connection, rows)]


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
