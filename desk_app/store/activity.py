"""The visits of all the venue's desks, as the register told of them."""

from collections.abc import Sequence
from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.store.database import Database
from desk_app.store.feeds import move_feed, read_cursor
from desk_app.store.outbox import resume_heard
from desk_app.store.tables import activity
from sync.rules.visits import VenueVisit, VisitState

FEED = "activity"


class StoredActivity:
    """Implements ``sync.ports.ActivityCache``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cursor(self) -> str | None:
        """Where the feed goes on."""
        with self._database.read() as connection:
            return read_cursor(connection, FEED)

    def apply(self, visits: Sequence[VenueVisit], *, cursor: str) -> None:
        """Take in a page: a visit that appears again takes the place of what was known."""
        with self._database.write() as connection:
            if visits:
                insertion = insert(activity)
                connection.execute(
                    insertion.on_conflict_do_update(
                        index_elements=["id"], set_=_all_but_id(insertion)
                    ),
                    [_row(visit) for visit in visits],
                )
                resume_heard(
                    connection,
                    [visit.id for visit in visits if visit.state is VisitState.ACCEPTED],
                )
            move_feed(connection, FEED, cursor)


def _all_but_id(insertion: sa.dialects.sqlite.Insert) -> dict[str, object]:
    return {column.name: column for column in insertion.excluded if column.name != "id"}


def _row(visit: VenueVisit) -> dict[str, object]:
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
