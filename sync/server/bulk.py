"""Many rows with one statement: they travel as one JSON text, which the database reads as a table.

Statements so keep the same words however many rows there are, so that they are compiled, planned
and prepared once; and five hundred rows cost one round trip.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic_core import to_json
from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Dialect,
    FromClause,
    Table,
    Text,
    and_,
    cast,
    column,
    func,
    insert,
    select,
    type_coerce,
    update,
)

from sync.server.dialects import POSTGRESQL

Rows = Sequence[Mapping[str, Any]]
"""Values by column; each row of a set names the same columns."""


def as_table(connection: Connection, columns: Sequence[Column[Any]], rows: Rows) -> FromClause:
    """The rows as something to select from, with the names and types of the columns."""
    if connection.dialect.name == POSTGRESQL:
        text = cast(to_json(rows).decode(), Text)
        return (
            func.json_to_recordset(cast(text, JSON))
            .table_valued(*(column(each.name, each.type) for each in columns))
            .render_derived(with_types=True)
        )
    writers = _writers(connection.dialect, columns)
    stored = [{name: write(row[name]) for name, write in writers.items()} for row in rows]
    each = func.json_each(to_json(stored).decode()).table_valued("value")
    return select(
        *(
            type_coerce(func.json_extract(each.c.value, f"$.{part.name}"), part.type).label(
                part.name
            )
            for part in columns
        )
    ).subquery()


def _writers(dialect: Dialect, columns: Sequence[Column[Any]]) -> dict[str, Callable[[Any], Any]]:
    """How each column's values are stored where they are not native to the database."""
    return {
        plain_name(part): part.type.dialect_impl(dialect).bind_processor(dialect) or _as_it_is
        for part in columns
    }


def plain_name(part: Column[Any]) -> str:
    """The column's name as a bare string: SQLAlchemy's own kind is slow to write as JSON."""
    return str(part.name)


def _as_it_is(value: object) -> object:
    return value


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, in their order."""
    if not rows:
        return
    columns = [table.c[name] for name in rows[0]]
    new = as_table(connection, columns, rows)
    connection.execute(insert(table).from_select(list(rows[0]), select(new)))


def update_rows(connection: Connection, table: Table, rows: Rows, *, keys: Sequence[str]) -> None:
    """Change rows that are there: those with the same keys take the other values."""
    if not rows:
        return
    columns = [table.c[name] for name in rows[0]]
    new = as_table(connection, columns, rows)
    connection.execute(
        update(table)
        .where(and_(*(table.c[name] == new.c[name] for name in keys)))
        .values({name: new.c[name] for name in rows[0] if name not in keys})
    )
