"""Connections to SQLite and PostgreSQL: durable, and never waited for without end.

Row locks are asked for with ``FOR UPDATE`` everywhere. SQLite has none and SQLAlchemy leaves the
words out there: it lets one transaction write at a time, which begins with ``BEGIN IMMEDIATE``, on
the only connection of an engine for writing.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.rows import TupleRow
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from sync.server.store.types import SQLITE

_INODE = "inode"
_SIGN_OF_LIFE = 10
"""Seconds without one from the database's host, after which its system is asked for one."""
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseLimits:
    """Seconds for which anything is waited for, and how many connections there are at most."""

    connections: int = 10
    connect: int = 5
    lock: int = 5  # for another transaction to end
    statement: int = 8  # for the database to do one
    silence: int = 10  # for the database to answer
    pause: int = 10  # for us to go on in a transaction
    idle: int = 60  # after which a connection that nobody uses is given back
    leave_free: int = 3  # of the connections that PostgreSQL has, for the administrator


SERVING = DatabaseLimits()
ADMIN = DatabaseLimits(
    connections=1, connect=10, lock=30, statement=0, silence=60, pause=3600, leave_free=0
)
"""For a command, whose lists are read as slowly as somebody turns their pages."""
UPGRADING = replace(ADMIN, silence=3600)
"""A step may change a whole table."""


class BoundedConnection(psycopg.Connection[TupleRow]):
    """Gives up a server that has fallen silent, and with it the connection."""

    silence: float = _SIGN_OF_LIFE

    def wait(
        self,
        gen: Generator[Any, Any, Answer],
        interval: float = 0.1,
        timeout: float | None = None,
    ) -> Answer:
        """Wait for the server's next word. Raises ``psycopg.OperationalError``."""
        until = monotonic() + self.silence
        try:
            return super().wait(gen, interval, self.silence if timeout is None else timeout)
        except psycopg.OperationalError as fault:
            if timeout is not None or monotonic() < until:
                raise
            self.pgconn.finish()
            words = f"it has said nothing for {self.silence} seconds"
            raise psycopg.OperationalError(words) from fault


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
    engine = create_engine(
        url,
        **pool,
        isolation_level="READ COMMITTED",
        connect_args={
            "connect_timeout": limits.connect,
            "client_encoding": "utf8",
            # A host that is off or cut off is noticed however long a statement may take.
            "keepalives_idle": _SIGN_OF_LIFE,
            "keepalives_interval": 2,
            "keepalives_count": 3,
            "tcp_user_timeout": _SIGN_OF_LIFE * 1000,
        },
    )
    _set_up_postgresql(engine, limits)
    _renew_cut_connections(engine)
    return engine


def _set_up_postgresql(engine: Engine, limits: DatabaseLimits) -> None:
    settings = {
        "DateStyle": "ISO",
        "TimeZone": "UTC",
        "jit": "off",  # the figures' queries read little, and compiling one takes half a second
        "synchronous_commit": "on",  # an acknowledged visit survives a power cut
        "statement_timeout": f"{limits.statement}s",
        "lock_timeout": f"{limits.lock}s",
        # Whom the network has cut off holds no lock for longer: others wait for it.
        "idle_in_transaction_session_timeout": f"{limits.pause}s",
    }

    def connect(
        _dialect: Dialect, _record: ConnectionPoolEntry, given: list[Any], named: dict[str, Any]
    ) -> DBAPIConnection:
        connection = BoundedConnection.connect(*given, **named)
        connection.silence = limits.silence
        connection.autocommit = True
        wanted = dict(settings)
        if connection.info.server_version >= 14_00_00:
            wanted["idle_session_timeout"] = f"{limits.idle}s"
        calls = ", ".join(["set_config(%s, %s, false)"] * len(wanted))
        connection.execute(f"SELECT {calls}", [part for item in wanted.items() for part in item])
        if limits.leave_free:
            _leave_free(connection, limits.leave_free)
        connection.autocommit = False
        return connection  # type: ignore[return-value]  # it has all that SQLAlchemy's protocol has

    event.listen(engine, "do_connect", connect)


def _renew_cut_connections(engine: Engine) -> None:
    """Have a connection made anew that was cut while it lay idle.

    The server then has had a last word, or the system has given it up: it can be read from. That
    is seen without asking the server, as the pool itself would at every call.
    """

    def checked_out(
        connection: BoundedConnection, _record: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        if connection.closed:
            raise InvalidatePoolError
        with DefaultSelector() as selector:
            selector.register(connection, EVENT_READ)
            if selector.select(timeout=0):
                raise InvalidatePoolError

    event.listen(engine, "checkout", checked_out)


def _leave_free(connection: psycopg.Connection[TupleRow], wanted: int) -> None:
    """Let go of one of the last connections: a command of the administrator may need it."""
    row = connection.execute(_FREE).fetchone()
    if row is not None and row[0] < wanted:
        connection.close()
        raise psycopg.OperationalError("nearly all connections of the database are taken")


_FREE = """
    SELECT current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int - count(*)
    FROM pg_stat_activity WHERE backend_type = 'client backend'
"""


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
