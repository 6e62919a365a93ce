"""The versions of the register's schema, and the steps from each to the next.

Each step is an SQL script beside this module for either kind of database, named by the version that
it leads to. A released one is never edited: add a new one. It keeps all that was recorded, and is
tested on a database of the version before, on both kinds (``tests/sync/server/store/old_schemas``).
"""

from importlib.resources import files

from sqlalchemy import Connection, insert, inspect, select, text, update

from sync.rules.register_sum import RegisterSum
from sync.server.keys.key_files import KeyStore, KeysUnusableError
from sync.server.keys.signing import Keys
from sync.server.store import console_tables, tables
from sync.server.store.types import POSTGRESQL

SCHEMA_VERSION = 15
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
    version = _locked_version(connection)
    if version != SCHEMA_VERSION:
        raise WrongVersionError(
            f"its schema has version {version}, and this program needs {SCHEMA_VERSION}: stop every"
            " server on it, make a backup, and run `kaikukanta-server upgrade --db URL`"
        )


def upgrade(connection: Connection, keys: KeyStore) -> None:
    """Take every step that is due.

    The signing key of a database that still holds it is handed over to ``keys``.
    Raises :class:`WrongVersionError` for a version that no step leads on from, or
    ``KeysUnusableError``.
    """
    for step in range(_locked_version(connection) + 1, SCHEMA_VERSION + 1):
        if step == _WITHOUT_KEY:
            _hand_over_key(connection, keys)
        _run_step(connection, step)
        connection.execute(update(tables.register).values(schema_version=step))


def _locked_version(connection: Connection) -> int:
    """The schema's version, which no other process changes meanwhile; it is made where it is not.

    Raises :class:`WrongVersionError` for one that no step leads on from.
    """
    if connection.dialect.name == POSTGRESQL:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    version = version_of(connection)
    if version is None:
        _make(connection)
        return SCHEMA_VERSION
    if version > SCHEMA_VERSION:
        raise WrongVersionError("a newer version of this program has written it")
    if version < OLDEST:  # none of them was ever released
        raise WrongVersionError(
            "it was made before the first release, in a form that is no longer read; it is left"
            " as it is: name a new one and import into that"
        )
    return version


def _run_step(connection: Connection, step: int) -> None:
    script = files(__name__) / f"to_{step}.{connection.dialect.name}.sql"
    lines = script.read_text(encoding="utf-8").splitlines()
    sql = "\n".join(line for line in lines if not line.startswith("--"))
    for statement in sql.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def _make(connection: Connection) -> None:
    console_tables.workplaces.metadata.create_all(connection)  # the desks' tables are in it too
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


def _hand_over_key(connection: Connection, keys: KeyStore) -> None:
    """Move the signing key of a database of version 5 to where keys are now, durably.

    Raises ``KeysUnusableError`` where there are others already.
    """
    signing_key: bytes = connection.scalars(text("SELECT signing_key FROM register")).one()
    found = keys.current()
    if found is None:
        found = Keys.new(bytes(signing_key))
        try:
            keys.write(found, new=True)
        except OSError as unwritable:
            raise KeysUnusableError(f"keys cannot be kept in {keys}: {unwritable}") from unwritable
    elif bytes(signing_key) not in found.signing:
        raise KeysUnusableError(f"there are other keys in {keys} already; name another file")
    connection.execute(text("UPDATE register SET public_key = :public"), {"public": found.public})
