"""Cursors: a place in *this* history of a venue's feeds (contract 1.4a).

Every transaction that moves a venue's feeds on leaves a random mark at the position that it
reached. A cursor names its position and the mark of the transaction that wrote it. In a database
that was put back from a backup, that transaction either never was, or another one took its
positions and left another mark: the cursor is known to be of a lost history, though nobody said so.
"""

import re
import secrets

from sqlalchemy import Connection, bindparam, insert, select

from sync.errors import CursorGoneError
from sync.server.store.tables import feed_marks

_MARK_BYTES = 8
_CURSOR = re.compile("([0-9]{1,18})-([0-9a-f]{16})")
_BEGINNING = "0"
"""Before everything: the same in every history."""
_MARK_OVER = (
    select(feed_marks.c.mark)
    .where(
        feed_marks.c.venue_id == bindparam("venue"), feed_marks.c.position >= bindparam("position")
    )
    .order_by(feed_marks.c.position)
    .limit(1)
)


def mark(connection: Connection, venue_id: str, position: int) -> None:
    """Mark the position that this transaction brings the feeds of a locked venue to."""
    random = secrets.token_hex(_MARK_BYTES)
    row = {"venue_id": venue_id, "position": position, "mark": random}
    connection.execute(insert(feed_marks), row)


def cursor_at(connection: Connection, venue_id: str, position: int) -> str:
    """The cursor that names a position, as desks are told."""
    if position == 0:
        return _BEGINNING
    return f"{position}-{_mark_over(connection, venue_id, position)}"


def position_of(connection: Connection, venue_id: str, cursor: str | None) -> int:
    """The position that a desk's cursor names; 0 where it has none.

    Raises ``CursorGoneError`` for one that names no place in this history, or none at all.
    """
    if cursor is None or cursor == _BEGINNING:
        return 0
    named = _CURSOR.fullmatch(cursor)
    if named is not None:
        position = int(named[1])
        if _mark_over(connection, venue_id, position) == named[2]:
            return position
    raise CursorGoneError("this cursor names no place in the register's history; begin anew")


def _mark_over(connection: Connection, venue_id: str, position: int) -> str | None:
    """The mark of the transaction that wrote a position; ``None`` beyond the last one."""
    found: str | None = connection.scalar(_MARK_OVER, {"venue": venue_id, "position": position})
    return found
