"""Connections to SQLite and PostgreSQL: durable, and never waited for without end.

Row locks are asked for with ``FOR UPDATE`` everywhere. SQLite has none, and SQLAlchemy leaves the
words out there. Instead one transaction writes at a time: it begins with ``BEGIN IMMEDIATE``, on
the only connection of an engine for writing.
"""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from sync.server.store.database_limits import DatabaseLimits
from sync.server.store.types import SQLITE

_INODE = "inode"


def make_engines(url: URL, limits: DatabaseLimits) -> tuple[Engine, Engine]:
    """The engines for what only reads, and for what writes.

    PostgreSQL need not be told of a transaction that only reads.
    """
    engine = _make_engine(url, limits)
    if url.get_backend_name() == SQLITE:
        writer = _make_engine(url, replace(limits, connections=1), begin="BEGIN IMMEDIATE")
        return engine, writer
    return engine.execution_options(isolation_level="AUTOCOMMIT"), engine


def _make_engine(url: URL, limits: DatabaseLimits, begin: str = "BEGIN") -> Engine:
    """An engine that writes durably. Parameters stay out of its errors: they carry card numbers."""
    pool = {
        "hide_parameters": True,
        "pool_size": limits.connections,
        "max_overflow": 0,
        "pool_timeout": limits.lock,
        "pool_use_lifo": True,  # so that those not needed lie idle, and can be given back
    }
    if url.get_backend_name() == SQLITE:
        engine = create_engine(url, **pool)
        _set_up_sqlite(engine, limits, begin)
        return engine
    from sync.server.store.postgresql import make_postgresql_engine  # noqa: PLC0415 - its driver

    return make_postgresql_engine(url, limits, pool)


def _set_up_sqlite(engine: Engine, limits: DatabaseLimits, begin: str) -> None:
    file = Path(str(engine.url.database))

    def connected(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={limits.lock * 1000}",
            "journal_mode=WAL",
            "synchronous=FULL",  # an acknowledged visit survives a power cut
            "foreign_keys=ON",
            "secure_delete=ON",  # a number that is no longer kept is overwritten
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        record.info[_INODE] = _inode(file)

    def checked_out(
        _connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        """A file that a restore has put in the old one's place is opened anew."""
        if record.info[_INODE] != _inode(file):
            raise InvalidatePoolError

    event.listen(engine, "connect", connected)
    event.listen(engine, "checkout", checked_out)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))


def _inode(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
