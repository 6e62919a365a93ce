"""The register's database: opening it, and its transactions."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Self

from sqlalchemy import Connection, Engine, exc, select, text
from sqlalchemy.engine import URL, make_url

from sync.server.keys.key_files import KeyStore, keys_of
from sync.server.keys.private_files import NotPrivateError, check_private, make_private
from sync.server.store import migrations, tables
from sync.server.store.database_engines import make_engines
from sync.server.store.database_limits import SERVING, UPGRADING, DatabaseLimits
from sync.server.store.types import POSTGRESQL, SQLITE

_log = logging.getLogger(__name__)

_DRIVERS = frozenset({"sqlite", "sqlite+pysqlite", "postgresql+psycopg"})
UNAVAILABLE = (
    exc.OperationalError,
    exc.InterfaceError,
    exc.InternalError,
    exc.ProgrammingError,  # no such table, no right to it: a backup is being put back
    exc.TimeoutError,  # of the pool
)
"""What is raised where the database is away, busy, full or read-only: come back later."""
_PAUSE = 0.1
_UNSEEN = text("SELECT count(*) FROM pg_class WHERE relname = ANY(:names) AND reltuples < 0")


class DatabaseUnusableError(Exception):
    """The database cannot be opened; the message says which and why, without its password."""


_UNUSABLE = (exc.DBAPIError, DatabaseUnusableError, NotPrivateError, migrations.WrongVersionError)


class RegisterDatabase:
    """One database, its schema in place. Safe to use from many threads."""

    def __init__(self, url: str, limits: DatabaseLimits) -> None:
        self._reader, self._writer = make_engines(_parse(url), limits)
        self._limits = limits

    @classmethod
    def open(cls, url: str, limits: DatabaseLimits = SERVING) -> Self:
        """Open, and make the schema where there is none. Raises :class:`DatabaseUnusableError`."""
        database = cls(url, limits)
        with database._opening() as version:
            if version != migrations.SCHEMA_VERSION:
                with database.writing() as connection:
                    migrations.prepare(connection)
        return database

    @classmethod
    def upgrade(cls, url: str, keys: KeyStore | Path | None = None) -> tuple[int, int]:
        """Bring the schema up to this program's; the version that it had, and the one it has now.

        The signing key of a version that kept it in the database is handed over to ``keys``. Raises
        :class:`DatabaseUnusableError` or ``KeysUnusableError``.
        """
        database = cls(url, UPGRADING)
        with database._opening() as before, database.writing() as connection:
            migrations.upgrade(connection, keys_of(url, keys))
        database.close()
        return before or migrations.SCHEMA_VERSION, migrations.SCHEMA_VERSION

    @contextmanager
    def _opening(self) -> Iterator[int | None]:
        """The version of the schema, which is seen to meanwhile. What cannot be used is closed."""
        url = self._reader.url
        try:
            if self.kind == SQLITE:
                _keep_private(Path(str(url.database)))
            with self.reading() as connection:
                _check_encoding(connection)
                version = migrations.version_of(connection)
            yield version
        except BaseException as error:
            self.close()
            if not isinstance(error, _UNUSABLE):
                raise
            reason = error.orig if isinstance(error, exc.DBAPIError) else error
            shown = url.render_as_string(hide_password=True)
            raise DatabaseUnusableError(f"{shown} cannot be used: {reason}") from error

    @property
    def kind(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._reader.dialect.name

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for reading. Later statements may see more than earlier ones."""
        return self._transaction(self._reader)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that writes: committed durably at its end, or nothing of it."""
        return self._transaction(self._writer)

    def streaming(self) -> AbstractContextManager[Connection]:
        """A connection that reads more than memory holds, in one transaction."""
        return self._transaction(self._reader if self.kind == SQLITE else self._writer)

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        """A transaction. Where the server has no connection to give, it is asked for a while.

        So a server process that gets no more shares those that it has, and an administrator's
        command waits until one is free.
        """
        until = monotonic() + self._limits.lock
        while True:
            try:
                connection = engine.connect()
                break
            except exc.OperationalError:
                if self.kind == SQLITE or monotonic() >= until:
                    raise
                sleep(_PAUSE)
        with connection, connection.begin():
            yield connection

    def ping(self) -> None:
        """Ask the database for as little as can be. Raises one of :data:`UNAVAILABLE`."""
        with self.reading() as connection:
            connection.execute(select(tables.register.c.revision))

    def analyse(self) -> None:
        """Have the database look at its tables, so that it plans for them as they are."""
        with self.writing() as connection:
            for table in tables.metadata.sorted_tables:
                connection.execute(text(f"ANALYZE {table.name}"))

    def analyse_where_needed(self) -> None:
        """The same where PostgreSQL has never looked, as after a restored backup.

        A database that refuses it, such as a hot standby, is used as it is.
        """
        if self.kind == POSTGRESQL:
            with self.reading() as connection:
                unseen = connection.scalar(_UNSEEN, {"names": [*tables.metadata.tables]})
            if unseen:
                try:
                    self.analyse()
                except UNAVAILABLE as refused:
                    _log.warning("the tables were not analysed: %s", type(refused).__name__)

    def close(self) -> None:
        """Let go of every connection."""
        self._reader.dispose()
        self._writer.dispose()


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except exc.ArgumentError as wrong:
        raise DatabaseUnusableError(
            "the database must be given as an SQLAlchemy URL, such as sqlite:///register.db"
        ) from wrong
    shown = parsed.render_as_string(hide_password=True)
    if parsed.drivername not in _DRIVERS:
        raise DatabaseUnusableError(
            f"{shown}: only sqlite:///FILE and postgresql+psycopg://... are supported"
        )
    if parsed.get_backend_name() == SQLITE and parsed.database in (None, "", ":memory:"):
        raise DatabaseUnusableError(f"{shown}: name the file, as in sqlite:///register.db")
    return parsed


def _keep_private(path: Path) -> None:
    """See that the file and those that SQLite lays beside it are their owner's alone."""
    with suppress(OSError):  # a folder that is not there is told by SQLite, with its name
        make_private(path)
    for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        check_private(each)


def _check_encoding(connection: Connection) -> None:
    if connection.dialect.name != POSTGRESQL:
        return
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise DatabaseUnusableError(
            f"it is encoded in {encoding}; make one with"
            " `createdb --encoding=UTF8 --template=template0 NAME`"
        )
