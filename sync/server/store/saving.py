"""Writing a row, be it there already or not: in the words of both databases."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert, update


def save(
    connection: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Write a row, of which a lock says that nobody else writes it meanwhile."""
    written = connection.execute(update(table).filter_by(**key).values(values))
    if written.rowcount == 0:
        connection.execute(insert(table).values(**key, **values))
