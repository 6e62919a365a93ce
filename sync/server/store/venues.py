"""Venues. A venue's row is the lock for its offers and visits, and says how far its feeds are."""

import secrets
from dataclasses import asdict

from sqlalchemy import Connection, bindparam, insert, select, update

from sync.rules.venues import Venue
from sync.server.store.saving import save
from sync.server.store.tables import feed_marks, venues

_MARK_BYTES = 8
_IS_MINE = venues.c.id == bindparam("venue")
_LOCK = select(venues.c.position).where(_IS_MINE).with_for_update()
_MOVE = update(venues).where(_IS_MINE).values(position=bindparam("reached"))


def put(connection: Connection, venue: Venue) -> None:
    """Add or change a venue."""
    values = asdict(venue)
    save(connection, venues, {"id": values.pop("id")}, values)


def all_of(connection: Connection) -> list[Venue]:
    """Every venue, by area and name."""
    names = ("id", "name", "area", "local_only")
    query = select(*(venues.c[name] for name in names)).order_by(venues.c.area, venues.c.name)
    return [Venue(*row) for row in connection.execute(query)]


def all_ids(connection: Connection) -> set[str]:
    """The ids of all venues."""
    return set(connection.scalars(select(venues.c.id)))


def lock(connection: Connection, venue_id: str) -> int:
    """Lock one venue until the transaction ends; the position that its feeds have come to.

    Raises ``KeyError`` for an unknown venue.
    """
    position: int | None = connection.scalar(_LOCK, {"venue": venue_id})
    if position is None:
        raise KeyError(venue_id)
    return position


def set_position(connection: Connection, venue_id: str, position: int) -> None:
    """How far the feeds of a locked venue have come with this transaction, and its mark there."""
    connection.execute(_MOVE, {"venue": venue_id, "reached": position})
    row = {"venue_id": venue_id, "position": position, "mark": secrets.token_hex(_MARK_BYTES)}
    connection.execute(insert(feed_marks), row)
