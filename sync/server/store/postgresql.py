"""Connections to PostgreSQL: given up where the server falls silent, made anew where it cut them.

Loads its driver, which a register on SQLite does not need.
"""

from collections.abc import Generator, Mapping
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

from sync.server.store.database_limits import DatabaseLimits

_SIGN_OF_LIFE = 10
"""Seconds without one from the database's host, after which its system is asked for one."""
Answer = TypeVar("Answer")
_FREE = """
    SELECT current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int - count(*)
    FROM pg_stat_activity WHERE backend_type = 'client backend'
"""


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


def make_postgresql_engine(url: URL, limits: DatabaseLimits, pool: Mapping[str, Any]) -> Engine:
    """An engine with these options of its pool."""
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
        "jit": "off",  # the statistics' queries read little, and to compile one takes half a second
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
