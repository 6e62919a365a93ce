"""Cursors of the register's feeds.

A feed that is read from the start begins a new round. Data of an earlier round stays in use until
the new one is complete; what the new one did not contain is then removed.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.schema.tables import feeds


def read_cursor(connection: sa.Connection, feed: str) -> str | None:
    """The cursor of the last page taken in; ``None`` before the first."""
    return connection.execute(
        sa.select(feeds.c.cursor).where(feeds.c.name == feed)
    ).scalar_one_or_none()


def read_complete_at(connection: sa.Connection, feed: str) -> datetime | None:
    """The time up to which the feed is known whole."""
    return connection.execute(
        sa.select(feeds.c.complete_at).where(feeds.c.name == feed)
    ).scalar_one_or_none()


def read_round(connection: sa.Connection, feed: str) -> int:
    """The number of times that the feed was begun anew."""
    found = connection.execute(
        sa.select(feeds.c.round).where(feeds.c.name == feed)
    ).scalar_one_or_none()
    return found or 0


def begin_anew(connection: sa.Connection, feed: str) -> None:
    """Read the feed from the start."""
    connection.execute(
        feeds.update().where(feeds.c.name == feed).values(cursor=None, round=feeds.c.round + 1)
    )


def move_feed(
    connection: sa.Connection, feed: str, cursor: str | None, complete_at: datetime | None = None
) -> None:
    """Save a page's cursor, and the completeness that comes with a last page."""
    row = {"cursor": cursor}
    changed = row if complete_at is None else row | {"complete_at": complete_at}
    connection.execute(
        insert(feeds)
        .values(name=feed, **changed)
        .on_conflict_do_update(index_elements=["name"], set_=changed)
    )
