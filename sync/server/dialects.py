"""Everything in which SQLite and PostgreSQL differ, so that no other module needs to know.

Row locks are asked for with ``FOR UPDATE`` everywhere. SQLite has none and SQLAlchemy leaves the
words out there: its write transactions begin with ``BEGIN IMMEDIATE`` instead, one at a time.
"""

from datetime import UTC, datetime
from time import monotonic

from sqlalchemy import (
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Integer,
    String,
    TypeDecorator,
    create_engine,
    event,
    text,
)
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

SQLITE = "sqlite"
POSTGRESQL = "postgresql"
DRIVERS = frozenset({"sqlite", "sqlite+pysqlite", "postgresql+psycopg"})
WRITES = "kaikukanta_writes"
"""The execution option of connections that will write."""
BUSY_SECONDS = 10
"""How long a write waits for another one before the caller is asked to come back later."""
WRITERS = {SQLITE: 1, POSTGRESQL: 3}
"""How many transactions of one process write at once: SQLite lets in one at a time."""
_THREADS = 40
"""As many as the HTTP skin has; each may hold a connection."""
_LAST_USED = "last_used"
SURE_SECONDS = 1.0
"""After its last use, for which a connection is taken to be good."""
_SCHEMA_LOCK = 7_305_181_302
"""Any number that nothing else in a shared PostgreSQL database locks."""

Code = String().with_variant(String(collation="C"), POSTGRESQL)
"""Text that is ordered by code points, as card numbers are (contract 1.4)."""
Whole = BigInteger().with_variant(Integer(), SQLITE)
"""A 64-bit number; SQLite takes only the type INTEGER for the key that is its row's own place."""


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC. SQLite has no time zones and would give naive times back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Into the database, in UTC."""
        del dialect
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Out of the database, in UTC."""
        del dialect
        if value is None or value.tzinfo is None:
            return None if value is None else value.replace(tzinfo=UTC)
        return value.astimezone(UTC)


def make_engine(url: URL) -> Engine:
    """An engine that writes durably. Parameters stay out of its errors: they bear card numbers."""
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=_THREADS,  # kept open: under load, one made for a call costs more than the call
        max_overflow=_THREADS // 4,
        pool_timeout=BUSY_SECONDS,
    )
    if url.get_backend_name() == SQLITE:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _prepare_postgresql)
        _ping_what_lay_idle(engine)
    return engine


def for_reading(engine: Engine) -> Engine:
    """The engine for connections that only read.

    PostgreSQL, as it comes, shows each statement what is committed by then, in a transaction or
    not: without one two round trips are saved.
    """
    if engine.dialect.name == POSTGRESQL:
        return engine.execution_options(isolation_level="AUTOCOMMIT")
    return engine


def _prepare_postgresql(connection: DBAPIConnection, _record: object) -> None:
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
    cursor.execute("SET synchronous_commit = on")  # an acknowledged visit survives a power cut
    # Statements are prepared once and live as long as the connection. A plan kept with them would
    # be one for tables as small as they were on the first evening: it read them from end to end.
    cursor.execute("SET plan_cache_mode = force_custom_plan")
    cursor.close()
    connection.autocommit = False


def _ping_what_lay_idle(engine: Engine) -> None:
    """Before a connection is lent, see whether the server is still there, unless it just was.

    As the pool's own ``pre_ping``, which asks each time: under load a tenth of all round trips.
    """

    def note(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info[_LAST_USED] = monotonic()

    def ping(
        connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        now = monotonic()
        if now - record.info.get(_LAST_USED, now) > SURE_SECONDS:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as gone:
                raise InvalidatePoolError from gone

    event.listen(engine, "checkin", note)
    event.listen(engine, "checkout", ping)


def _prepare_sqlite(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",  # an acknowledged visit survives a power cut
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lock_schema(connection: Connection) -> None:
    """Let one process at a time make the tables."""
    if connection.dialect.name == POSTGRESQL:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA_LOCK})
