"""Merges the news of neighbours into the store: in few transactions, and out of the counter's way.

After a cut several neighbours send much at once, and mostly the same. What waits is taken in
together, as one: each transaction waits for the disk, however little is in it. As soon as somebody
else wants to write, such as a visit that is being recorded, a transaction ends.
"""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.connection.database import Database
from desk_app.store.connection.statements import id_list, is_listed
from desk_app.store.neighbours.known_results import apply_results
from desk_app.store.register.feeds import read_complete_at, read_round
from desk_app.store.register.offers import FEED as OFFERS_FEED
from desk_app.store.schema.tables import activity, offers, operations
from desk_app.store.visits.activity import FEED, activity_row
from desk_app.store.visits.double_use import (
    note_arrived,
    note_unaware,
)
from desk_app.store.visits.outbox import Now
from desk_app.store.visits.transfers import merge_operation, merge_visits
from sync.lan.news import Merged, News, NewsBrief, NewsOperation
from sync.ports import BY_WORD, OperationState
from sync.rules.visits import OwnOffer, VenueVisit, Visit, VisitState

_AT_ONCE = 50
"""Entries after which it is looked whether somebody waits."""
_LONGEST = 0.1
"""Seconds of a transaction, its end aside."""
_GAP = 0.005
"""Seconds between two: other programs of this desk are let in, which the database's fair lock does
not see."""
_DETAIL_OF_ONE = 500
_UNAWARE_OF_ONE = 10
"""Characters and ids that take about as much room as an entry."""
_KNOWN_OPERATIONS = sa.select(operations.c.id, operations.c.carried_from).where(
    is_listed(operations.c.id)
)
_KNOWN_VISITS = sa.select(activity.c.id, activity.c.state).where(is_listed(activity.c.id))
MOST_OFFERS = 1_000
_COUNT_OFFERS = sa.select(sa.func.count()).select_from(offers).where(offers.c.own)
_KNOWN = "SELECT id, state FROM operations WHERE id IN (SELECT value FROM json_each(?))"
_NOTED = """
    SELECT visit_id, other_id FROM unaware_visits
    WHERE visit_id IN (SELECT value FROM json_each(?))
"""
"""One statement for lists of every length."""
_Entry = TypeVar("_Entry", NewsOperation, NewsBrief, VenueVisit)
_Operation = TypeVar("_Operation", NewsOperation, NewsBrief)


@dataclass(eq=False, slots=True)
class _Arrived:
    """News of a neighbour, whose thread waits until they are merged."""

    news: News
    is_done: bool = False
    weight: int = 0


class NewsIntake:
    """Merges news, for several threads."""

    def __init__(self, database: Database, clock: Now) -> None:
        self._database = database
        self._clock = clock
        self._turn = threading.Lock()
        self._waiting: deque[_Arrived] = deque()

    def merge(self, news: News) -> Merged:
        """Merge news, and what else waits.

        It returns when these news are in; the thread that did it gets the count of what was new.
        """
        arrived = _Arrived(news)
        self._waiting.append(arrived)
        with self._turn:
            if arrived.is_done:
                return Merged(weight=arrived.weight)
            together = [arrived]
            while self._waiting:  # those whose thread failed to take them in are gone from here
                other = self._waiting.popleft()
                together += [] if other is arrived else [other]
            new = self._merge_all(together)
            for each in together:
                each.is_done = True
            return Merged(new, arrived.weight)

    def _merge_all(self, arrived: Sequence[_Arrived]) -> int:
        together = [each.news for each in arrived]
        received = {
            (each.operation.id, each.state, each.code, each.detail, frozenset(each.unaware)): each
            for news in together
            for each in news.operations
        }
        operations = self._unknown([*received.values()])
        new = self._write(operations, self._merge)
        visits = {(each.id, each.state): each for news in together for each in news.visits}
        unknown_visits = self._unknown_visits([*visits.values()])
        new += self._write(unknown_visits, self._put_visits)
        briefs = {
            (each.id, each.state, frozenset(each.unaware)): each
            for news in together
            for each in news.briefs
        }
        further = self._further([*briefs.values()])
        self._write(further, self._apply)
        changed = {each.id for each in operations} | {each.id for each in unknown_visits}
        changed |= {each.id for each in further}
        for each in arrived:
            each.weight = _weight(each.news, changed)
        return new

    def _write(
        self,
        entries: Sequence[_Entry],
        put: Callable[[sa.Connection, Sequence[_Entry]], int],
    ) -> int:
        """Write entries, some at a time, in as few transactions as others leave it."""
        new, left = 0, deque(_pieces(entries))
        while left:
            with self._database.write() as connection:
                until = time.monotonic() + _LONGEST
                while left:
                    new += put(connection, left.popleft())
                    if self._database.is_waited_for or time.monotonic() > until:
                        break
            time.sleep(_GAP if left else 0)
        return new

    def _merge(self, connection: sa.Connection, received: Sequence[NewsOperation]) -> int:
        """Merge operations; how many were new.

        Visits that came by the register's feed before are nothing new to staff.
        """
        ids = {"ids": id_list(each.id for each in received)}
        there = {row.id: row.carried_from for row in connection.execute(_KNOWN_OPERATIONS, ids)}
        seen = {row.id for row in connection.execute(_KNOWN_VISITS, ids)}
        new_visits: list[tuple[Visit, str]] = []
        others: list[NewsOperation] = []
        for each in received:
            if isinstance(each.operation, OwnOffer) and not _has_room(connection):
                continue  # its own desk sends it, and the register's feed brings it
            if not isinstance(each.operation, Visit):
                others.append(each)
            elif each.operation.id not in there:
                new_visits.append((each.operation, each.desk_name))
        merge_visits(connection, new_visits)
        new = len(new_visits) + sum(
            merge_operation(connection, each.operation, each.desk_name, recorder_asks=True)
            for each in others
        )
        arrived = [visit for visit, _ in new_visits if visit.id not in seen]
        note_arrived(self._database, connection, arrived)
        own = {id_ for id_, carried_from in there.items() if carried_from is None}
        _note_unaware(connection, received, own)
        apply_results(connection, received, self._clock.now())
        return new

    def _apply(self, connection: sa.Connection, briefs: Sequence[NewsBrief]) -> int:
        """Merge what briefs say of operations that are known here: none of them is new."""
        ids = {"ids": id_list(each.id for each in briefs)}
        own = {
            row.id for row in connection.execute(_KNOWN_OPERATIONS, ids) if row.carried_from is None
        }
        _note_unaware(connection, briefs, own)
        settled = [each for each in briefs if each.state is not OperationState.REJECTED]
        apply_results(connection, settled, self._clock.now())
        return 0

    def lacking(self, briefs: Sequence[NewsBrief]) -> Sequence[NewsBrief]:
        """Return the entries that are not known here, and rejections that are not."""
        known = self._known_operations(briefs)
        return [
            each
            for each in briefs
            if each.id not in known
            or (each.state is OperationState.REJECTED and _is_further(each, known[each.id]))
        ]

    def _unknown(self, received: Sequence[NewsOperation]) -> list[NewsOperation]:
        """What is not known here, or has come further than is known here."""
        known = self._known_operations(received)
        further = {each.id for each in self._further(received, known)}
        return [each for each in received if each.id not in known or each.id in further]

    def _further(
        self,
        received: Sequence[_Operation],
        known: Mapping[UUID, OperationState] | None = None,
    ) -> list[_Operation]:
        """Of what is known here, what has come further than here."""
        known = self._known_operations(received) if known is None else known
        unaware = [each.id for each in received if each.unaware]
        noted = defaultdict[str, set[str]](set)
        for visit_id, other_id in self._database.rows(_NOTED, id_list(unaware)) if unaware else ():
            noted[visit_id].add(other_id)
        return [
            each
            for each in received
            if each.id in known
            and (
                _is_further(each, known[each.id])
                or not {other.hex for other in each.unaware} <= noted[each.id.hex]
            )
        ]

    def _known_operations(self, received: Sequence[_Operation]) -> dict[UUID, OperationState]:
        ids = id_list(each.id for each in received)
        rows = self._database.rows(_KNOWN, ids) if received else []
        return {UUID(hex=id_): OperationState(state) for id_, state in rows}

    def _unknown_visits(self, visits: Sequence[VenueVisit]) -> list[VenueVisit]:
        if not visits:
            return []
        with self._database.read() as connection:
            ids = {"ids": id_list(each.id for each in visits)}
            known = {row.id: row.state for row in connection.execute(_KNOWN_VISITS, ids)}
        return [
            each
            for each in visits
            if each.id not in known
            or (each.state is VisitState.VOIDED and known[each.id] is not VisitState.VOIDED)
        ]

    def _put_visits(self, connection: sa.Connection, visits: Sequence[VenueVisit]) -> int:
        """Merge visits that the register told a neighbour of; what it tells itself prevails.

        Once its feed is read to the end, those that it does not tell of count no more: they are
        of the round before.
        """
        known = _known(connection, [each.id for each in visits])
        insertion = insert(activity)
        also = {
            "round": read_round(connection, FEED) - 1,
            "offers_at": read_complete_at(connection, OFFERS_FEED),
        }
        connection.execute(
            insertion.on_conflict_do_update(
                index_elements=["id"], set_={"state": insertion.excluded.state}
            ),
            [activity_row(visit) | also for visit in visits],
        )
        arrived = [each for each in visits if each.id not in known]
        note_arrived(self._database, connection, arrived)
        return len(visits)


def _weight(news: News, changed: Collection[UUID]) -> int:
    """How many of the entries are among those that changed something here."""
    weight = sum(each.id in changed for each in news.visits)
    for brief in news.briefs:
        weight += brief.id in changed and 1 + len(brief.unaware) // _UNAWARE_OF_ONE
    for each in news.operations:
        long = len(each.detail or "") // _DETAIL_OF_ONE + len(each.unaware) // _UNAWARE_OF_ONE
        weight += each.id in changed and 1 + long
    return weight


def _note_unaware(
    connection: sa.Connection,
    received: Sequence[NewsOperation | NewsBrief],
    own: Collection[UUID],
) -> None:
    """Note what others did not know of; what this desk did not, it knows itself."""
    others = {each.id: each.unaware for each in received if each.unaware and each.id not in own}
    note_unaware(connection, others)


def _has_room(connection: sa.Connection) -> bool:
    """Whether another offer can be shown beside those of which the register has not told yet."""
    return connection.execute(_COUNT_OFFERS).scalar_one() < MOST_OFFERS


def _is_further(received: NewsOperation | NewsBrief, known: OperationState) -> bool:
    return received.state in BY_WORD[known]


def _known(connection: sa.Connection, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these visits the register's feed told of, or a desk."""
    asked = {"ids": id_list(ids)}
    rows = [
        *connection.execute(_KNOWN_VISITS, asked),
        *connection.execute(_KNOWN_OPERATIONS, asked),
    ]
    return {row.id for row in rows}


def _pieces(entries: Sequence[_Entry]) -> Iterator[Sequence[_Entry]]:
    """Some at a time, in none of them the same thing twice."""
    piece: list[_Entry] = []
    ids: set[UUID] = set()
    for entry in entries:
        if entry.id in ids or len(piece) == _AT_ONCE:
            yield piece
            piece, ids = [], set()
        piece.append(entry)
        ids.add(entry.id)
    if piece:
        yield piece
