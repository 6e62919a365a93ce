"""Visits of all the venue's desks, as the register's feed has them."""

import logging
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.connection.database import Database
from desk_app.store.register.feeds import (
    begin_anew,
    move_feed,
    read_complete_at,
    read_cursor,
    read_round,
)
from desk_app.store.register.offers import FEED as OFFERS_FEED
from desk_app.store.schema.tables import activity, operations
from desk_app.store.visits.double_use import is_noted, note_arrived
from desk_app.store.visits.outbox import resume_after_voids, resume_arrived
from desk_app.store.visits.visits_from_register import restore_own_visits
from sync.rules.visits import VenueVisit, VisitState

_log = logging.getLogger(__name__)

FEED = "activity"


class StoredActivity:
    """Implements ``sync.ports.ActivityCache``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cursor(self) -> str | None:
        """The feed's cursor."""
        with self._database.read() as connection:
            return read_cursor(connection, FEED)

    def begin_anew(self) -> None:
        """Read the feed from nothing; what is known counts until it is whole again."""
        with self._database.write() as connection:
            begin_anew(connection, FEED)

    def apply(self, visits: Sequence[VenueVisit], *, cursor: str, complete: bool = True) -> None:
        """Take in a page: a visit that appears again takes the place of what was known."""
        taken_in = 0
        with self._database.write() as connection:
            current = read_round(connection, FEED)
            if visits:
                known = {"round": current, "offers_at": read_complete_at(connection, OFFERS_FEED)}
                arrived = _arrived(connection, visits) if is_noted(connection) else []
                voided = {visit.id for visit in visits if visit.state is VisitState.VOIDED}
                confirmed = (
                    connection.execute(_CONFIRMED_VOIDS, {"ids": [*voided]}) if voided else ()
                )
                new_voids = voided - {row.id for row in confirmed}
                insertion = insert(activity)
                connection.execute(
                    insertion.on_conflict_do_update(
                        index_elements=["id"], set_=_all_but_id(insertion)
                    ),
                    [
                        activity_row(visit) | known | {"void_confirmed": visit.id in voided}
                        for visit in visits
                    ],
                )
                resume_arrived(
                    connection,
                    [visit.id for visit in visits],
                    [visit.id for visit in visits if visit.state is VisitState.ACCEPTED],
                )
                if new_voids:
                    resume_after_voids(connection, [*new_voids])
                taken_in = restore_own_visits(connection, [visit.id for visit in visits])
                note_arrived(self._database, connection, arrived)
            if complete:
                connection.execute(activity.delete().where(activity.c.round < current))
            move_feed(connection, FEED, cursor)
        if taken_in:
            _log.warning("%s visits of this desk that it did not know of were taken in", taken_in)


def _arrived(connection: sa.Connection, visits: Sequence[VenueVisit]) -> list[VenueVisit]:
    """Other desks' visits of which nothing was known here."""
    asked = {"ids": [visit.id for visit in visits]}
    known = {row.id for wanted in _KNOWN for row in connection.execute(wanted, asked)}
    return [visit for visit in visits if visit.id not in known]


_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_KNOWN = (
    sa.select(activity.c.id).where(activity.c.id.in_(_IDS)),
    sa.select(operations.c.id).where(operations.c.id.in_(_IDS)),
)

_CONFIRMED_VOIDS = sa.select(activity.c.id).where(
    activity.c.id.in_(_IDS), activity.c.void_confirmed
)


def _all_but_id(insertion: sa.dialects.sqlite.Insert) -> dict[str, object]:
    """Keep a known card's data where the register no longer gives its number."""
    received = {
        column.name: column
        for column in insertion.excluded
        if column.name not in {"id", "card_mark", "offers_at"}
    }
    number = sa.func.coalesce(insertion.excluded.card_number, activity.c.card_number)
    return received | {"card_number": number}


def activity_row(visit: VenueVisit) -> dict[str, object]:
    """Another desk's visit as its columns, without the round of the feed that it came in."""
    row = {
        "id": visit.id,
        "desk_id": visit.desk_id,
        "desk_name": visit.desk_name,
        "card_number": visit.card_number,
        "offer_id": visit.offer_id,
        "local_date": visit.local_date,
        "state": visit.state,
    }
    return row | asdict(visit.tickets)
