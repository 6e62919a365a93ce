"""A venue's feeds, and cursors: a place in *this* history of them (contract 1.4a).

Every transaction that moves a venue's feeds on leaves a random mark at the position that it
reached. A cursor names its position and the mark of the transaction that wrote it. In a database
that was put back from a backup, that transaction either never was, or another one took its
positions and left another mark: the cursor is known to be of a lost history, though nobody said so.

A ticket agent's desk records for several venues: its cursor names a place in the feed of each, in
their order. For a desk of one venue it is that place alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from sync.errors import CursorGoneError
from sync.server.store.tables import feed_marks, venues

_BEGINNING = "0"
"""Before everything: the same in every history."""
_CURSOR = re.compile("0|(?P<position>[0-9]{1,18})-(?P<mark>[0-9a-f]{16})")
_BETWEEN = "."
_MARK_OVER = (
    select(feed_marks.c.mark)
    .where(
        feed_marks.c.venue_id == bindparam("venue"), feed_marks.c.position >= bindparam("position")
    )
    .order_by(feed_marks.c.position)
    .limit(1)
)
"""The mark of the transaction that wrote a position; none beyond the last one."""
_WHERE = select(venues.c.position, _MARK_OVER.scalar_subquery().label("mark")).where(
    venues.c.id == bindparam("venue")
)
"""How far a venue's feeds have come, and that mark."""


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A page of a feed: rows, also with their ``venue_id``, where it goes on, and if it does."""

    rows: Sequence[Row[Any]]
    cursor: str
    more: bool


def read(
    connection: Connection,
    venue_ids: Sequence[str],
    after: str | None,
    query: Select[Any],
    limit: int,
) -> FeedPage:
    """What came beyond a cursor: the next page of one venue, or the last of several.

    ``query`` gives the first ``most`` rows of a ``venue`` that stand ``after`` a position, in their
    order. At its end a feed has come to all that the venue had accepted by then: so a cursor tells
    a history that was lost, though nothing of it was in this feed. What comes meanwhile is told the
    next time. Raises ``CursorGoneError``.
    """
    places = [_BEGINNING for _ in venue_ids] if after is None else after.split(_BETWEEN)
    if len(places) != len(venue_ids):
        raise CursorGoneError("this cursor is of other venues; begin anew")
    began = [
        _positions(connection, venue_id, place)
        for venue_id, place in zip(venue_ids, places, strict=True)
    ]
    rows: list[Row[Any]] = []
    more = False
    for at, (venue_id, (start, whole)) in enumerate(zip(venue_ids, began, strict=True)):
        if start == whole:
            continue
        where = {"venue": venue_id, "after": start, "most": limit + 1}
        found = connection.execute(query, where).all()
        rows += found[:limit]
        more = len(found) > limit
        end = rows[-1].position if more else max([whole, *(row.position for row in found[-1:])])
        mark = connection.scalar(_MARK_OVER, {"venue": venue_id, "position": end})
        places[at] = f"{end}-{mark}"
        if more:
            break
    return FeedPage(rows, _BETWEEN.join(places), more)


def _positions(connection: Connection, venue_id: str, cursor: str) -> tuple[int, int]:
    """The position that a desk's cursor names, and the one that the venue has come to."""
    named = _CURSOR.fullmatch(cursor)
    position = int(named["position"] or 0) if named else 0
    found = connection.execute(_WHERE, {"venue": venue_id, "position": position}).one()
    if named is None or (named["mark"] and named["mark"] != found.mark):
        raise CursorGoneError("this cursor names no place in the register's history; begin anew")
    return position, found.position
