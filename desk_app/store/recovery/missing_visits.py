"""Notices visits that waited to be sent and are gone from database and operation log.

Where both are put back to the same earlier moment, or are both gone, they agree, and nothing in
them tells of a loss. So a list of the visits that wait is kept elsewhere, in the keyring. It holds
the first bytes of their ids, which begin with the time of recording (RFC 9562).
"""

import base64
import binascii
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.services.missing_visits import MissingVisits
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import activity, missing_visits, operations
from desk_app.store.visits.outbox_queries import UNSENT
from desk_app.store.visits.rejections import ASKS

MOST_LISTED = 80
"""Ours: the newest ones. Windows has room for some 1,200 characters in an entry of its keyring."""
TOLD_FOR = timedelta(days=30)
"""Ours: an older loss is no news."""
_BYTES = 8
_TIME_BYTES = 6  # milliseconds since 1970

_WAITING = (
    sa.select(operations.c.id)
    .where(
        operations.c.kind == "visit",
        sa.or_(operations.c.state.in_(UNSENT), ASKS),
        operations.c.carried_from.is_(None),  # the other desk has it too
        ~operations.c.from_feed,
    )
    .order_by(operations.c.seq.desc())
    .limit(MOST_LISTED)
)
_NOTICED_SINCE = missing_visits.c.noticed_at > sa.bindparam(
    "since", type_=missing_visits.c.noticed_at.type
)


class StoredMissingVisits:
    """Implements the desk's ``MissingVisitsStore``, and makes and reads the list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> str:
        """The list of the visits that wait, and of those that are known to be missing, as text."""
        with self._database.read() as connection:
            ids = connection.execute(_WAITING).scalars().all()
            known = connection.execute(_KNOWN).scalars().all()
        prefixes = [*known, *(each.hex[: 2 * _BYTES] for each in reversed(ids))][-MOST_LISTED:]
        return base64.b64encode(bytes.fromhex("".join(prefixes))).decode()

    def notice(self, waiting: str, now: Callable[[], datetime]) -> int:
        """Note what is listed and not here; how many visits were not known to be missing before.

        Raises ``ValueError`` for a text that is no list.
        """
        with self._database.read() as connection:  # another program may hold the turn to write
            known = set(connection.execute(_KNOWN).scalars())
            gone = [
                each
                for each in _prefixes_in(waiting)
                if each not in known and not _is_in(connection, operations, each)
            ]
        if not gone:
            return 0
        noticed_at = now()
        rows = [{"id_prefix": each, "noticed_at": noticed_at} for each in gone]
        with self._database.write() as connection:
            before = connection.scalar(_COUNT)
            connection.execute(insert(missing_visits).on_conflict_do_nothing(), rows)
            return int(connection.scalar(_COUNT) or 0) - int(before or 0)

    def seek(self) -> None:
        """Drop what is here again, or was sent by another desk; the register lacks the rest.

        To be called once its feeds were read to their end.
        """
        with self._database.read() as connection:
            listed = connection.execute(sa.select(missing_visits)).all()
        if not listed:
            return
        with self._database.write() as connection:
            for row in listed:
                mine = missing_visits.c.id_prefix == row.id_prefix
                places = (operations, activity)
                if any(_is_in(connection, place, row.id_prefix) for place in places):
                    connection.execute(missing_visits.delete().where(mine))
                elif not row.sought:
                    connection.execute(missing_visits.update().where(mine).values(sought=True))

    def missing(self, now: datetime) -> MissingVisits | None:
        """What is missing, as noticed of late."""
        with self._database.read() as connection:
            listed = connection.execute(
                sa.select(missing_visits).where(_NOTICED_SINCE), {"since": now - TOLD_FOR}
            ).all()
            rows = [row for row in listed if not _is_in(connection, operations, row.id_prefix)]
        if not rows:
            return None
        times = [_time_of(row.id_prefix) for row in rows]
        sought = all(row.sought for row in rows)
        return MissingVisits(len(rows), min(times), max(times), sought)


_KNOWN = sa.select(missing_visits.c.id_prefix).order_by(missing_visits.c.id_prefix)
_COUNT = sa.select(sa.func.count()).select_from(missing_visits)


def _is_in(connection: sa.Connection, table: sa.Table, prefix: str) -> bool:
    """Whether an id begins so; found by the index on ids."""
    rest = 32 - len(prefix)
    asked = f"SELECT 1 FROM {table.name} WHERE id BETWEEN ? AND ? LIMIT 1"  # noqa: S608 - our own names
    span = (prefix + rest * "0", prefix + rest * "f")
    return connection.exec_driver_sql(asked, span).first() is not None


def _prefixes_in(waiting: str) -> list[str]:
    try:
        listed = base64.b64decode(waiting, validate=True)
    except binascii.Error as odd:
        raise ValueError("not base64") from odd
    if len(listed) % _BYTES:
        raise ValueError("a piece of an id")
    return [listed[at : at + _BYTES].hex() for at in range(0, len(listed), _BYTES)]


def _time_of(prefix: str) -> datetime:
    """When a visit was recorded, as its id tells."""
    milliseconds = int(prefix[: 2 * _TIME_BYTES], 16)
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, ValueError, OSError):  # no id of this program's
        return datetime.min.replace(tzinfo=UTC)
