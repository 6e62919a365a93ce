"""From version 3 to version 4: what version 1.1 of the contract needs.

The tables stand here as version 4 has them, whatever becomes of them later.
"""

import secrets

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
    insert,
    select,
    text,
)

from sync.server.store.types import BigNumber, UtcTime

_new = MetaData()
_venues = Table(
    "venues", _new, Column("id", String, primary_key=True), Column("position", BigNumber)
)
_desks = Table("desks", _new, Column("id", Uuid, primary_key=True))
_feed_marks = Table(
    "feed_marks",
    _new,
    Column("venue_id", ForeignKey("venues.id"), primary_key=True),
    Column("position", BigNumber, primary_key=True, autoincrement=False),
    Column("mark", String(16), nullable=False),
)
_standings = Table(
    "standings",
    _new,
    Column("desk_id", ForeignKey("desks.id"), primary_key=True),
    Column("heard_at", UtcTime, nullable=False),
    Column("pending", BigNumber, nullable=False),
    Column("attention", BigNumber, nullable=False),
    Column("oldest_pending_at", UtcTime),
    Column("register_revision", BigNumber, nullable=False),
    Column("register_verified_at", UtcTime),
    Column("clock_ahead_ms", BigNumber),
    Column("lan_key", String(200)),
    Column("nonces", BigNumber, nullable=False),
    Column("nonce_given", String(200), nullable=False),
    Column("nonce_shown", String(200)),
    Column("forked_at", UtcTime),
)
_lookups = Table(
    "lookups",
    _new,
    Column("desk_id", ForeignKey("desks.id"), primary_key=True),
    Column("minute_began_at", UtcTime, nullable=False),
    Column("minute_count", Integer, nullable=False),
    Column("day_began_at", UtcTime, nullable=False),
    Column("day_count", Integer, nullable=False),
)
_notes = Table(
    "notes",
    _new,
    Column("venue_id", String, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("desk_id", Uuid, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("about", Uuid, nullable=False),
    Column("code", String(200)),
    Column("text", Text, nullable=False),
    Column("operator", String),
    Index("notes_by_receipt", "received_at"),
)


def migrate(connection: Connection) -> None:
    """Take the step. Cursors of before name no place any more: desks read their feeds anew."""
    connection.execute(
        text("ALTER TABLE venues ADD COLUMN local_only BOOLEAN NOT NULL DEFAULT false")
    )
    _new.create_all(connection, [_feed_marks, _standings, _lookups, _notes])
    for venue in connection.execute(select(_venues).where(_venues.c.position > 0)).all():
        connection.execute(
            insert(_feed_marks).values(
                venue_id=venue.id, position=venue.position, mark=secrets.token_hex(8)
            )
        )
