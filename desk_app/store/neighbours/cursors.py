"""Keeps how far neighbours have come with each other's news, over restarts and restores.

A cursor names a run of the desk that tells, and a place in its news. Places are counted anew after
an older file was put back: then that file knows the runs since not at all, and of its last one only
how far it had told. A neighbour that was further hears again what came after that.
"""

import re
import secrets
import time
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.connection.database import Database, plain_sql
from desk_app.store.schema.neighbour_tables import news_cursors, news_runs

_MOST_RUNS = 200
"""A neighbour that was away for more of them hears everything again."""
_BETWEEN = 5.0
"""Seconds between two notes of how far was told: what lacks after a fault is told again."""
_PLACE = re.compile("[0-9]{1,18}")
_REACHED = plain_sql(sa.select(news_runs.c.told).where(news_runs.c.id == sa.bindparam("id")))
_OF_DESK = sa.select(news_cursors.c.cursor).where(news_cursors.c.desk_id == sa.bindparam("desk"))


class NewsProgress:
    """How far this desk has told its news, in each of its runs."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._run = ""
        self._noted = 0
        self._noted_at = 0.0

    def begin(self) -> None:
        """Begin another run: no earlier program of this desk tells anything any more."""
        run = secrets.token_hex(8)
        with self._database.write() as connection:
            seq = connection.execute(news_runs.insert().values(id=run, told=0)).lastrowid
            connection.execute(news_runs.delete().where(news_runs.c.seq <= seq - _MOST_RUNS))
        self._run, self._noted, self._noted_at = run, 0, 0.0

    def cursor(self, place: int) -> str:
        """The text that a neighbour hands back to receive what follows."""
        return f"{self._run}.{place}"

    def place(self, cursor: str) -> int:
        """The place up to which the neighbour with this cursor surely knows what this desk has."""
        run, _, place = cursor.partition(".")
        if not _PLACE.fullmatch(place):
            return 0
        if run == self._run:
            return int(place)
        known = self._database.rows(_REACHED, run)
        return min(int(place), int(known[0][0])) if known else 0

    def is_due(self, place: int) -> bool:
        """Whether it is time to note that so much was told."""
        return place > self._noted and time.monotonic() - self._noted_at >= _BETWEEN

    def note(self, connection: sa.Connection, place: int) -> None:
        """Note that so much was told."""
        if place > self._noted:
            connection.execute(
                news_runs.update()
                .where(news_runs.c.id == self._run, news_runs.c.told < place)
                .values(told=place)
            )
            self._noted, self._noted_at = place, time.monotonic()


def read_cursor(database: Database, of: UUID) -> str:
    """How far a neighbour's news was merged; empty for one that was never heard."""
    with database.read() as connection:
        found = connection.execute(_OF_DESK, {"desk": of}).scalar_one_or_none()
    if found is None:
        with database.write() as connection:
            new = insert(news_cursors).values(desk_id=of, cursor="")
            connection.execute(new.on_conflict_do_nothing())
    return found or ""


def move_cursor(database: Database, of: UUID, before: str, now: str) -> None:
    """Note how far a neighbour's news was merged; not where all was forgotten meanwhile."""
    with database.write() as connection:
        connection.execute(
            news_cursors.update()
            .where(news_cursors.c.desk_id == of, news_cursors.c.cursor == before)
            .values(cursor=now)
        )
