"""A register's database as it is, to be put back later as from a backup."""

from typing import Any

from sqlalchemy import Table, select

from sync.server.services.central_register import CentralRegister
from sync.server.store import tables

Copy = dict[Table, list[dict[str, Any]]]


def copy_of(central: CentralRegister) -> Copy:
    """All rows of all tables."""
    with central.database.reading() as connection:
        return {
            table: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in tables.metadata.sorted_tables
        }


def put_back(central: CentralRegister, copy: Copy) -> None:
    """Have the database be again what the copy has kept, under the running register."""
    with central.database.writing() as connection:
        for table in reversed(tables.metadata.sorted_tables):
            connection.execute(table.delete())
        for table, rows in copy.items():
            if rows:
                connection.execute(table.insert(), rows)
