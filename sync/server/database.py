"""The register's database: opening it, and its transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from sqlalchemy import Connection, Engine, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from sync.rules.register_sum import RegisterSum
from sync.server import tables
from sync.server.dialects import (
    DRIVERS,
    SQLITE,
    WRITERS,
    WRITES,
    for_reading,
    lock_schema,
    make_engine,
)
from sync.server.signing import new_key


class DatabaseUnusableError(Exception):
    """The database cannot be opened; the message says which and why, without its password."""


class Database:
    """One database, its schema in place. Safe to use from many threads."""

    def __init__(self, engine: Engine) -> None:
        self._reader = for_reading(engine)
        self._writer = engine.execution_options(**{WRITES: True})

    @classmethod
    def open(cls, url: str) -> Self:
        """Open, and make the schema where there is none. Raises :class:`DatabaseUnusableError`."""
        try:
            parsed = make_url(url)
        except ArgumentError as wrong:
            raise DatabaseUnusableError(
                "the database must be given as an SQLAlchemy URL, such as sqlite:///register.db"
            ) from wrong
        shown = parsed.render_as_string(hide_password=True)
        if parsed.drivername not in DRIVERS:
            raise DatabaseUnusableError(
                f"{shown}: only sqlite:///FILE and postgresql+psycopg://... are supported"
            )
        if parsed.get_backend_name() == SQLITE and parsed.database in (None, "", ":memory:"):
            raise DatabaseUnusableError(f"{shown}: name the file, as in sqlite:///register.db")
        try:
            database = cls(make_engine(parsed))
        except ModuleNotFoundError as missing:
            raise DatabaseUnusableError(
                f"{shown}: the driver {missing.name} is not installed"
            ) from missing
        try:
            database.prepare()
        except (DBAPIError, DatabaseUnusableError) as fault:
            database.close()
            reason = fault.orig if isinstance(fault, DBAPIError) else fault
            raise DatabaseUnusableError(f"{shown} cannot be used: {reason}") from fault
        return database

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """For what only reads. Later statements may see more than earlier ones."""
        with self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: committed durably at its end, or nothing of it."""
        with self._writer.begin() as connection:
            yield connection

    @property
    def writers(self) -> int:
        """How many transactions of this process may write at once."""
        return WRITERS[self._writer.dialect.name]

    def close(self) -> None:
        """Let go of every connection."""
        self._reader.dispose()

    def prepare(self) -> None:
        """Make the schema where there is none; refuse another version's."""
        with self.reading() as connection:
            ready = inspect(connection).has_table(tables.register.name)
            version = connection.scalar(select(tables.register.c.schema_version)) if ready else None
        if version is None:
            with self.writing() as connection:
                lock_schema(connection)
                _make_schema(connection)
        elif version > tables.SCHEMA_VERSION:
            raise DatabaseUnusableError("a newer version of this program has written it")
        elif version < tables.SCHEMA_VERSION:  # none of them was ever released
            raise DatabaseUnusableError(
                "it was made before the first release, in a form that is no longer read; it is left"
                " as it is: name a new one and import into that"
            )


def _make_schema(connection: Connection) -> None:
    tables.metadata.create_all(connection)
    if connection.scalar(select(tables.register.c.id)) is None:
        empty = RegisterSum()
        connection.execute(
            insert(tables.register).values(
                id=tables.REGISTER_ROW,
                schema_version=tables.SCHEMA_VERSION,
                signing_key=new_key(),
                revision=0,
                count=empty.count,
                checksum=empty.checksum,
            )
        )
