"""Write ``schema/current.sql`` anew, after a new step.

Run ``python -m tests.old_databases.write_schema``.
"""

import secrets
import tempfile
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa

from desk_app.store.connection.database import Database
from desk_app.store.schema import migrations

_HEAD = (
    "-- The schema of a new file. Written by tests.old_databases.write_schema out of the steps.\n"
)
_EVERYTHING = """
    SELECT type, name, sql FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    ORDER BY type = 'index', type = 'trigger', rowid
"""


def schema_by_steps(folder: Path) -> tuple[Sequence[str], Sequence[str]]:
    """What a file has that went through every step: its schema, and the rows that steps put in."""
    steps = list(migrations.STEPS)  # not the program's own: a new file goes through each of them
    database = Database.open(folder / "steps.db", secrets.token_hex(32), steps)
    try:
        with database.read() as connection:
            return schema_of(connection), rows_of(connection)
    finally:
        database.close()


def schema_of(connection: sa.Connection) -> Sequence[str]:
    """Every table, index and trigger as SQL, in an order in which they can be made."""
    return [sql for _, _, sql in connection.exec_driver_sql(_EVERYTHING)]


def rows_of(connection: sa.Connection) -> Sequence[str]:
    """Every row as SQL."""
    found = []
    tables = [name for kind, name, _ in connection.exec_driver_sql(_EVERYTHING) if kind == "table"]
    for table in tables:
        for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings():
            columns = ", ".join(row.keys())
            values = ", ".join(_as_sql(value) for value in row.values())
            found.append(f"INSERT INTO {table} ({columns}) VALUES ({values})")
    return found


def _as_sql(value: object) -> str:
    if isinstance(value, bytes):
        return f"randomblob({len(value)})"  # a key, which no two files have in common
    return "NULL" if value is None else repr(value)


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        schema, rows = schema_by_steps(Path(folder))
    to = Path(migrations.__file__).with_name("current.sql")
    to.write_text(_HEAD + "".join(f"{each};\n" for each in (*schema, *rows)), encoding="utf-8")


if __name__ == "__main__":
    main()
