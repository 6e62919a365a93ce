"""Notices operations that waited to be sent and are gone from database and operation log.

Where both are put back to the same earlier moment, or are both gone, they agree, and nothing in
them tells of a loss. So a list of the operations that wait is kept at two other places, in the
keyring and at the register. It holds the first bytes of their ids, which begin with the time of
recording (RFC 9562).
"""

import base64
import binascii
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk_app.services.missing_operations import MissingOperations
from desk_app.store.connection.database import Database
from desk_app.store.schema.tables import activity, missing_operations, operations
from desk_app.store.visits.rejections import ASKS
from sync.messages import MOST_LISTED
from sync.ports import UNSENT

MOST_IN_KEYRING = 80
"""Ours: the newest ones. Windows has room for some 1,200 characters in an entry of its keyring."""
SHOWN_FOR = timedelta(days=30)
"""Ours: an older loss is no news."""
_BYTES = 8
_TIME_BYTES = 6  # milliseconds since 1970

_WAITING = (
    sa.select(operations.c.id)
    .where(
        sa.or_(operations.c.state.in_(UNSENT), ASKS),
        operations.c.carried_from.is_(None),  # the other desk has it too
        ~operations.c.from_feed,
    )
    .order_by(operations.c.seq.desc())
    .limit(sa.bindparam("most"))
)
_OPEN = sa.and_(  # noticed of late, and nobody has read it
    missing_operations.c.noticed_at
    > sa.bindparam("since", type_=missing_operations.c.noticed_at.type),
    missing_operations.c.acknowledged_at.is_(None),
)


class StoredMissingOperations:
    """Implements the desk's ``MissingOperationsStore``, and makes and reads the list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, now: datetime, most: int = MOST_LISTED) -> Sequence[str]:
        """What is known to be missing and what waits, as the first digits of ids.

        The newest of them, in the order of recording.
        """
        with self._database.read() as connection:
            ids = connection.execute(_WAITING, {"most": most}).scalars().all()
            listed = connection.execute(_listed(_OPEN), {"since": now - SHOWN_FOR})
            known = [row.id_prefix for row in listed]
        return [*known, *(each.hex[: 2 * _BYTES] for each in reversed(ids))][-most:]

    def notice(self, prefixes: Iterable[str], now: Callable[[], datetime]) -> int:
        """Note what waited and is not here; how much was not known to be missing before."""
        with self._database.read() as connection:  # another program may hold the turn to write
            known = set(connection.execute(_KNOWN).scalars())
            gone = [
                each
                for each in prefixes
                if each not in known and not _is_in(connection, operations, each)
            ]
        if not gone:
            return 0
        noticed_at = now()
        rows = [{"id_prefix": each, "noticed_at": noticed_at} for each in gone]
        with self._database.write() as connection:
            before = connection.scalar(_COUNT)
            connection.execute(insert(missing_operations).on_conflict_do_nothing(), rows)
            return int(connection.scalar(_COUNT) or 0) - int(before or 0)

    def found(self, prefixes: Iterable[str]) -> None:
        """Drop what the register has after all."""
        with self._database.read() as connection:
            known = set(connection.execute(_KNOWN).scalars())
        arrived = known.intersection(prefixes)
        if arrived:
            with self._database.write() as connection:
                connection.execute(
                    missing_operations.delete().where(missing_operations.c.id_prefix.in_(arrived))
                )

    def seek(self) -> None:
        """Drop what is here again, or was sent by another desk; the register lacks the rest.

        To be called once its feeds were read to their end.
        """
        with self._database.read() as connection:
            listed = connection.execute(sa.select(missing_operations)).all()
        if not listed:
            return
        with self._database.write() as connection:
            for row in listed:
                mine = missing_operations.c.id_prefix == row.id_prefix
                places = (operations, activity)
                if any(_is_in(connection, place, row.id_prefix) for place in places):
                    connection.execute(missing_operations.delete().where(mine))
                elif not row.sought:
                    connection.execute(missing_operations.update().where(mine).values(sought=True))

    def missing(self, now: datetime) -> MissingOperations | None:
        """What is missing, as noticed of late."""
        with self._database.read() as connection:
            listed = connection.execute(_listed(_OPEN), {"since": now - SHOWN_FOR})
            rows = [row for row in listed if not _is_in(connection, operations, row.id_prefix)]
        if not rows:
            return None
        times = [_time_of(row.id_prefix) for row in rows]
        sought = all(row.sought for row in rows)
        return MissingOperations(len(rows), min(times), max(times), sought)

    def acknowledge(self, now: datetime) -> int:
        """Note that a person has read of all that is missing."""
        unread = missing_operations.c.acknowledged_at.is_(None)
        acknowledged = missing_operations.update().where(unread).values(acknowledged_at=now)
        with self._database.write() as connection:
            return connection.execute(acknowledged).rowcount


_KNOWN = sa.select(missing_operations.c.id_prefix)
_COUNT = sa.select(sa.func.count()).select_from(missing_operations)


def _listed(which: sa.ColumnElement[bool]) -> sa.Select[tuple[object, ...]]:
    return sa.select(missing_operations).where(which).order_by(missing_operations.c.id_prefix)


def _is_in(connection: sa.Connection, table: sa.Table, prefix: str) -> bool:
    """Whether an id begins so; found by the index on ids."""
    rest = 32 - len(prefix)
    asked = f"SELECT 1 FROM {table.name} WHERE id BETWEEN ? AND ? LIMIT 1"  # noqa: S608 - our own names
    span = (prefix + rest * "0", prefix + rest * "f")
    return connection.exec_driver_sql(asked, span).first() is not None


def as_text(prefixes: Sequence[str]) -> str:
    """A list in as few characters as a keyring wants them."""
    return base64.b64encode(bytes.fromhex("".join(prefixes))).decode()


def of_text(listed: str) -> Sequence[str]:
    """The list in a text. Raises ``ValueError`` for a text that is none."""
    try:
        prefixes = base64.b64decode(listed, validate=True)
    except binascii.Error as odd:
        raise ValueError("not base64") from odd
    if len(prefixes) % _BYTES:
        raise ValueError("a piece of an id")
    return [prefixes[at : at + _BYTES].hex() for at in range(0, len(prefixes), _BYTES)]


def _time_of(prefix: str) -> datetime:
    """When an operation was recorded, as its id tells."""
    milliseconds = int(prefix[: 2 * _TIME_BYTES], 16)
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, ValueError, OSError):  # no id of this program's
        return datetime.min.replace(tzinfo=UTC)
