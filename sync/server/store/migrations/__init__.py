"""The versions of the register's schema, and the steps from each to the next.

Each step is an SQL script beside this module for either kind of database, named by the version that
it leads to. A released one is never edited: add a new one. It keeps all that was recorded, and is
tested on a database of the version before, on both kinds (``tests/sync/server/old_schemas``).
"""

from collections.abc import Callable
from importlib.resources import files

from sqlalchemy import Connection, insert, inspect, select, text, update

from sync.rules.register_sum import RegisterSum
from sync.server.store import tables
from sync.server.store.types import POSTGRESQL

SCHEMA_VERSION = 8
_WITHOUT_KEY = 8
"""The first version in which the signing key is no longer in the database."""
OLDEST = 2
_LOCK = 7_305_181_302
"""Any number that nothing else in a shared PostgreSQL database locks."""


class WrongVersionError(Exception):
    """The schema is of another version than this program's; the message says what to do."""


def version_of(connection: Connection) -> int | None:
    """The schema's version; ``None`` where there is no schema yet."""
    if not inspect(connection).has_table(tables.register.name):
        return None
    version: int | None = connection.scalar(select(tables.register.c.schema_version))
    return version


def prepare(connection: Connection) -> None:
    """Make the schema where there is none. Raises :class:`WrongVersionError` for another one."""
    _lock(connection)
    version = version_of(connection)
    if version is None:
        _make(connection)
    elif version != SCHEMA_VERSION:
        _check_readable(version)
        raise WrongVersionError(
            f"its schema has version {version}, and this program needs {SCHEMA_VERSION}: stop every"
            " server on it, make a backup, and run `kaikukanta-server upgrade --db URL`"
        )


def upgrade(connection: Connection, hand_over_key: Callable[[Connection], None]) -> tuple[int, int]:
    """Take every step that is due; the versions before and after.

    ``hand_over_key`` keeps the signing key elsewhere before the step that takes it out.
    Raises :class:`WrongVersionError` for a version that no step leads on from.
    """
    _lock(connection)
    version = version_of(connection)
    if version is None:
        _make(connection)
        return SCHEMA_VERSION, SCHEMA_VERSION
    _check_readable(version)
    for step in range(version + 1, SCHEMA_VERSION + 1):
        if step == _WITHOUT_KEY:
            hand_over_key(connection)
        _take_step(connection, step)
        connection.execute(update(tables.register).values(schema_version=step))
    return version, SCHEMA_VERSION


def _take_step(connection: Connection, step: int) -> None:
    script = files(__name__) / f"to_{step}.{connection.dialect.name}.sql"
    lines = script.read_text(encoding="utf-8").splitlines()
    told = "\n".join(line for line in lines if not line.startswith("--"))
    for statement in told.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def _check_readable(version: int) -> None:
    if version > SCHEMA_VERSION:
        raise WrongVersionError("a newer version of this program has written it")
    if version < OLDEST:  # none of them was ever released
        raise WrongVersionError(
            "it was made before the first release, in a form that is no longer read; it is left"
            " as it is: name a new one and import into that"
        )


def _lock(connection: Connection) -> None:
    """Let one process at a time make or change the tables."""
    if connection.dialect.name == POSTGRESQL:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _make(connection: Connection) -> None:
    tables.metadata.create_all(connection)
    empty = RegisterSum()
    connection.execute(
        insert(tables.register).values(
            id=tables.REGISTER_ROW,
            schema_version=SCHEMA_VERSION,
            revision=0,
            count=empty.count,
            checksum=empty.checksum,
        )
    )
