"""Many rows with one statement: they travel as one JSON text, which the database reads as a table.

Statements so keep the same words however many rows there are: each is built and compiled once,
planned and prepared once for each connection; and five hundred rows cost one round trip.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec.json import encode
from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Delete,
    Dialect,
    FromClause,
    Insert,
    Row,
    Select,
    Table,
    Text,
    Update,
    and_,
    bindparam,
    cast,
    column,
    delete,
    func,
    insert,
    select,
    type_coerce,
    update,
)

from sync.server.dialects import POSTGRESQL

Rows = Sequence[Mapping[str, Any]]
"""Values by column; each row of a set names the same columns."""
Columns = tuple[Column[Any], ...]
_ROWS = "rows"


def as_table(connection: Connection, columns: Columns) -> FromClause:
    """What :func:`given` gives, as something to select from: columns of the same names and types.

    The same object for the same columns, so that a statement around it may be kept.
    """
    return _as_table(connection.dialect.name, columns)


def given(connection: Connection, columns: Columns, rows: Rows) -> dict[str, str]:
    """Rows as the parameters of a statement around :func:`as_table`."""
    if connection.dialect.name == POSTGRESQL:
        return {_ROWS: encode(rows).decode()}
    writers = _writers(connection.dialect, columns)
    stored = [{name: write(row[name]) for name, write in writers.items()} for row in rows]
    return {_ROWS: encode(stored).decode()}


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, in their order."""
    if rows:
        columns = tuple(table.c[name] for name in rows[0])
        insertion = _insertion(connection.dialect.name, columns)
        connection.execute(insertion, given(connection, columns, rows))


def update_rows(connection: Connection, table: Table, rows: Rows, *, keys: Sequence[str]) -> None:
    """Change rows that are there: those with the same keys take the other values."""
    if rows:
        columns = tuple(table.c[name] for name in rows[0])
        change = _change(connection.dialect.name, columns, tuple(keys))
        connection.execute(change, given(connection, columns, rows))


def select_rows(
    connection: Connection, key: Columns, wanted: Iterable[tuple[Any, ...]], rest: Columns
) -> Sequence[Row[*tuple[Any, ...]]]:
    """The rows of a table that have one of the wanted keys: the key first, then the rest.

    A key that is wanted twice is answered twice.
    """
    rows = _named(key, wanted)
    if not rows:
        return []
    selection = _selection(connection.dialect.name, key, rest)
    return connection.execute(selection, given(connection, key, rows)).all()


def delete_rows(connection: Connection, key: Column[Any], wanted: Iterable[Any]) -> None:
    """Delete the rows of a table that have one of the wanted values in a column."""
    if rows := _named((key,), ((value,) for value in wanted)):
        connection.execute(_deletion(connection.dialect.name, key), given(connection, (key,), rows))


def plain_name(part: Column[Any]) -> str:
    """The column's name as a bare string: SQLAlchemy's own kind is slow to write as JSON."""
    return str(part.name)


def _named(key: Columns, wanted: Iterable[tuple[Any, ...]]) -> Rows:
    """Keys, of one column or two, as rows."""
    if len(key) == 1:
        (name,) = map(plain_name, key)
        return [{name: value} for (value,) in wanted]
    one, other = map(plain_name, key)
    return [{one: value, other: beside} for value, beside in wanted]


@cache
def _as_table(dialect: str, columns: Columns) -> FromClause:
    text = bindparam(_ROWS, type_=Text)
    if dialect == POSTGRESQL:
        return (
            func.json_to_recordset(cast(cast(text, Text), JSON))
            .table_valued(*(column(each.name, each.type) for each in columns))
            .render_derived(with_types=True)
        )
    each = func.json_each(text).table_valued("value")
    return select(
        *(
            type_coerce(func.json_extract(each.c.value, f"$.{part.name}"), part.type).label(
                part.name
            )
            for part in columns
        )
    ).subquery()


@cache
def _insertion(dialect: str, columns: Columns) -> Insert:
    new = select(_as_table(dialect, columns))
    return insert(columns[0].table).from_select([plain_name(part) for part in columns], new)


@cache
def _change(dialect: str, columns: Columns, keys: tuple[str, ...]) -> Update:
    new = _as_table(dialect, columns)
    return (
        update(columns[0].table)
        .where(and_(*(part == new.c[part.name] for part in columns if part.name in keys)))
        .values({part.name: new.c[part.name] for part in columns if part.name not in keys})
    )


@cache
def _selection(dialect: str, key: Columns, rest: Columns) -> Select[Any]:
    asked = _as_table(dialect, key)
    same = and_(*(asked.c[part.name] == part for part in key))
    return select(*key, *rest).select_from(asked).join(key[0].table, same)


@cache
def _deletion(dialect: str, key: Column[Any]) -> Delete:
    return delete(key.table).where(key.in_(select(_as_table(dialect, (key,)))))


def _writers(dialect: Dialect, columns: Columns) -> dict[str, Callable[[Any], Any]]:
    """How each column's values are stored where they are not native to the database."""
    return {
        plain_name(part): part.type.dialect_impl(dialect).bind_processor(dialect) or _as_it_is
        for part in columns
    }


def _as_it_is(value: object) -> object:
    return value
