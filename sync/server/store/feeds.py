"""A venue's feeds, and cursors: a place in *this* history of them (contract 1.4a).

Every transaction that moves a venue's feeds on leaves a random mark at the position that it
reached. A cursor names its position and the mark of the transaction that wrote it. In a database
that was put back from a backup, that transaction either never was, or another one took its
positions and left another mark: the cursor is known to be of a lost history, though nobody said so.

A ticket agent's desk records for several venues: its cursor names a place in the feed of each, in
their order. For a desk of one venue it is that place alone.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, bindparam, select

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
Element = TypeVar("Element")
Found = tuple[Sequence[Element], int, bool]
"""A venue's elements beyond a position, the position reached, and whether there are more."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Element]):
    """A page of a feed: elements by venue, where it goes on, and whether there is more."""

    found: Sequence[tuple[str, Sequence[Element]]]
    cursor: str
    more: bool


def read(
    connection: Connection,
    venue_ids: Sequence[str],
    after: str | None,
    feed: Callable[[Connection, str, int, int], Found[Element]],
) -> Page[Element]:
    """What came beyond a cursor: the next page of one venue, or the last of several.

    ``feed`` is asked with a position to go on from, and the one that the venue has come to. What
    comes meanwhile is told the next time. Raises ``CursorGoneError``.
    """
    places = [None for _ in venue_ids] if after is None else after.split(_BETWEEN)
    if len(places) != len(venue_ids):
        raise CursorGoneError("this cursor is of other venues; begin anew")
    began = [
        _positions(connection, venue_id, place)
        for venue_id, place in zip(venue_ids, places, strict=True)
    ]
    reached = [start for start, _ in began]
    found: list[tuple[str, Sequence[Element]]] = []
    more = False
    for at, venue_id in enumerate(venue_ids):
        elements, reached[at], more = feed(connection, venue_id, *began[at])
        found.append((venue_id, elements))
        if more:
            break
    cursor = _BETWEEN.join(
        place if place and end == start else _cursor_at(connection, venue_id, end)
        for venue_id, place, (start, _), end in zip(venue_ids, places, began, reached, strict=True)
    )
    return Page(found, cursor, more)


def rows_beyond(
    connection: Connection, query: Select[Any], whole: int, limit: int, **where: object
) -> Found[Any]:
    """The rows of a venue's feed; ``query`` gives ``most`` of them in order, those ``after``.

    At its end a feed has come to all that the venue had accepted by then: so a cursor tells a
    history that was lost, though nothing of it was in this feed.
    """
    after: Any = where["after"]
    values = {**where, "most": limit + 1}
    rows = [] if whole == after else connection.execute(query, values).all()
    last: int = rows[:limit][-1].position if rows else 0
    more = len(rows) > limit
    return rows[:limit], last if more else max(last, whole), more


def _cursor_at(connection: Connection, venue_id: str, position: int) -> str:
    if position == 0:
        return _BEGINNING
    mark = connection.scalar(_MARK_OVER, {"venue": venue_id, "position": position})
    return f"{position}-{mark}"


def _positions(connection: Connection, venue_id: str, cursor: str | None) -> tuple[int, int]:
    """The position that a desk's cursor names, 0 where it has none; how far the venue has come."""
    named = _CURSOR.fullmatch(_BEGINNING if cursor is None else cursor)
    position = int(named["position"] or 0) if named else 0
    found = connection.execute(_WHERE, {"venue": venue_id, "position": position}).one()
    if named is None or (named["mark"] and named["mark"] != found.mark):
        raise CursorGoneError("this cursor names no place in the register's history; begin anew")
    return position, found.position
