"""The stored history of this store's recoveries."""

from dataclasses import asdict
from pathlib import Path

import sqlalchemy as sa

from desk_app.services.recovery import Recovery
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import recoveries


class StoredRecoveries:
    """Implements the desk's ``Recoveries``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, recovery: Recovery) -> None:
        """Write one down."""
        aside = None if recovery.aside is None else str(recovery.aside)
        with self._database.write() as connection:
            connection.execute(recoveries.insert().values(asdict(recovery) | {"aside": aside}))

    def latest(self) -> Recovery | None:
        """The last one; ``None`` where nothing was ever wrong."""
        newest = sa.select(recoveries).order_by(recoveries.c.seq.desc()).limit(1)
        with self._database.read() as connection:
            row = connection.execute(newest).one_or_none()
        if row is None:
            return None
        return Recovery(
            at=row.at,
            rebuilt=row.rebuilt,
            visits=row.visits,
            taken_in=row.taken_in,
            log_renewed=row.log_renewed,
            lost=row.lost,
            knows_all=row.knows_all,
            aside=None if row.aside is None else Path(row.aside),
            lost_since=row.lost_since,
            lost_until=row.lost_until,
        )
