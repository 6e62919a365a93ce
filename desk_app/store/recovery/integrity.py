"""Verifies the integrity of every page of a database file."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from desk_app.store.schema.neighbour_tables import neighbours, news, news_noted
from desk_app.store.schema.tables import (
    JOURNAL,
    clock_runs,
    feeds,
    offers,
    register_state,
    sync_metadata,
)

NEEDED = (
    *(*JOURNAL, register_state, offers, feeds, sync_metadata, clock_runs),
    *(neighbours, news, news_noted),
)
"""What a visit cannot be recorded without. Cards and others' visits are many, and read singly."""


def is_whole(connection: Any, tables: Iterable[str] = ("",)) -> bool:  # noqa: ANN401 - no types
    """Whether every page of the file, or of some tables, can be read and makes sense.

    Takes a second or so for a million cards, and holds nobody up: it is one read transaction.
    Raises the driver's errors for pages that are not what was written.
    """
    checks = (f"PRAGMA quick_check({table})" if table else "PRAGMA quick_check" for table in tables)
    return all(connection.execute(check).fetchall() == [("ok",)] for check in checks)


def can_record(connection: Any) -> bool:  # noqa: ANN401 - the driver ships no types
    """The same of what has to be known before the first visit is recorded."""
    return is_whole(connection, (table.name for table in NEEDED))


def indexes_agree(connection: Any) -> bool:  # noqa: ANN401 - the driver ships no types
    """Whether the journal's indexes hold its very rows: a slower look than :func:`is_whole`."""
    checks = (f"PRAGMA integrity_check({table.name})" for table in JOURNAL)
    return all(connection.execute(check).fetchall() == [("ok",)] for check in checks)


def copy_is_whole(path: Path, key: str) -> bool:
    """Whether a copy can be relied on. Nobody writes to copies."""
    with closing(sqlcipher.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        try:
            return is_whole(connection)
        except sqlcipher.DatabaseError:
            return False
